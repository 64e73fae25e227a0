"""From the files of a bundle to its sealed zip, written whole or not at all."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from evidence.bundle.archive import ArchiveWriter
from evidence.bundle.bag import DECLARATION, MANIFEST, PAYLOAD, TAG_MANIFEST, BagInfo, manifest_text
from evidence.bundle.contents import Contents
from evidence.bundle.receipt import SHOWING, receipt_words, with_words
from evidence.bundle.schema import Facts
from studio.disk import reason, replacing
from studio.errors import StudioError

Progress = Callable[[float], None]


class BundleExists(StudioError):
    """A file of this name is there already."""


class BundleNotWritten(StudioError):
    """The bundle could not be put where it was to go."""


def make_bag(contents: Contents, facts: Facts, guide: bytes) -> tuple[str, ...]:
    """Turn a payload into a bag: the receipt's words, the tag files, the manifests. Gives the words."""
    contents.add("VERIFY.txt", guide)
    contents.add("bagit.txt", DECLARATION)
    words = receipt_words(facts.head, _hashes(contents))
    for path in SHOWING:
        contents.add(path, with_words(contents.blocks(path), words))
    sizes = [digest.size for path, digest in contents.digests().items() if path.startswith(PAYLOAD)]
    contents.add(
        "bag-info.txt", BagInfo(facts.name, facts.school, facts.sealed, sum(sizes), len(sizes)).text()
    )
    hashes = _hashes(contents)
    payload = {path: sha512 for path, sha512 in hashes.items() if path.startswith(PAYLOAD)}
    contents.add(MANIFEST, manifest_text(payload))
    tags = {path: sha512 for path, sha512 in _hashes(contents).items() if path not in payload}
    contents.add(TAG_MANIFEST, manifest_text(tags))
    return words


def _hashes(contents: Contents) -> dict[str, str]:
    return {path: digest.sha512 for path, digest in contents.digests().items()}


def write_zip(contents: Contents, facts: Facts, out: Path, *, progress: Progress | None = None) -> int:
    """Write the zip beside its place, then move it in; gives its size in bytes."""
    with replacing(out) as part, part.open("xb") as file:
        writer = ArchiveWriter(file, facts.sealed)
        for path in _with_progress(sorted(contents.digests()), contents, progress):
            writer.add(f"{facts.name}/{path}", contents.blocks(path))
        return writer.finish()


def not_written(out: Path, error: OSError) -> BundleNotWritten:
    """What to tell a person when the system refuses to write."""
    return BundleNotWritten(
        f"“{out.name}” could not be written: {reason(error)}.",
        "Choose another place with enough room, then try again.",
    )


def _with_progress(paths: Iterable[str], contents: Contents, progress: Progress | None) -> Iterator[str]:
    sizes = {path: digest.size for path, digest in contents.digests().items()}
    total, done = sum(sizes.values()) or 1, 0
    for path in paths:
        if progress:
            progress(done / total)
        yield path
        done += sizes[path]
