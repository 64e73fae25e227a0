"""The zip of a bundle on its way to the disk: all places are known, so that several threads can write."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path

from evidence.bundle.archive import Stored, central_directory, local_header, must_fit
from evidence.bundle.crew import Did, Progress, share_out


def write_archive(
    path: Path,
    files: Sequence[Stored],
    blocks: Callable[[Stored], Iterable[bytes]],
    sealed: datetime,
    *,
    progress: Progress | None = None,
) -> int:
    """Write the zip at a path that is new; gives its size in bytes.

    `blocks` gives the content of a file, from several threads at once.

    Raises
    ------
    BundleTooBig
        If it would pass what a zip can count.
    """
    must_fit(files)

    def store(stored: Stored, did: Did) -> None:
        with path.open("r+b") as file:
            file.seek(stored.offset)
            file.write(local_header(stored, sealed))
            for block in blocks(stored):
                file.write(block)
                did(len(block))
            if file.tell() != stored.end:
                raise ValueError(f"{stored.name} is not as long as was said")

    path.open("xb").close()
    share_out(files, store, size=sum(file.size for file in files), progress=progress)
    tail = central_directory(files, sealed)
    with path.open("r+b") as file:
        return file.seek(files[-1].end if files else 0) + file.write(tail)
