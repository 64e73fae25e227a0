"""The files of a bundle, whether still in its zip or unpacked; only ever read."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from evidence.bundle.archive import BLOCK, MOST_FILES
from evidence.bundle.listing import Listing, Member, dangers, read_listing, read_member
from evidence.bundle.names import fault_in_path, twins
from evidence.bundle.shared_file import SharedFile
from evidence.bundle.verdict import Fault, ReadingFault, shown
from studio.disk import reason

MARKER = "bagit.txt"
"""What every bag has at its top."""
_DEEPEST_FOLDER = 8


class Tree(Protocol):
    """Files by their paths inside the bag."""

    @property
    def faults(self) -> list[Fault]:
        """What is wrong with the tree itself; with any that is unsafe, nothing more may be read."""

    def sizes(self) -> Mapping[str, int]:
        """Every file and how many bytes it says it has."""

    def blocks(self, path: str) -> Iterator[bytes]:
        """A file's content, block by block; raises `ReadingFault` when it cannot be read.

        Several threads may each read one.
        """


class ZipTree:
    """A bundle in its zip."""

    def __init__(self, file: SharedFile) -> None:
        self._file = file
        self.listing: Listing = read_listing(file)
        self.faults = dangers(file, self.listing)
        self.top = self._top_folder()
        self._members: dict[str, Member] = {}
        for member in self.listing.members:
            if member.is_folder:
                continue  # other programs write these; they hold nothing
            if member.name.startswith(self.top):
                self._members[member.name[len(self.top) :]] = member
            elif not self.faults:
                outside = "It lies outside the bundle's own folder."
                self.faults.append(Fault("unexpected", shown(member.name), outside))

    def _top_folder(self) -> str:
        """The folder that everything lies in, with its slash; empty when there is none."""
        names = [member.name for member in self.listing.members]
        tops = [name[: -len(MARKER)] for name in names if name.endswith(f"/{MARKER}")]
        if not tops and MARKER not in names and names:
            tops = [names[0][: names[0].find("/") + 1]]
        return min(tops, key=lambda top: (top.count("/"), top), default="")

    def sizes(self) -> Mapping[str, int]:
        """Every file and the size the zip tells."""
        return {path: member.size for path, member in self._members.items()}

    def blocks(self, path: str) -> Iterator[bytes]:
        """A file's content."""
        return read_member(self._file, self._members[path])


@dataclass(frozen=True, slots=True)
class _Found:
    path: Path
    size: int


class FolderTree:
    """A bundle unpacked to a folder; also when an unpacking program put a folder around it."""

    def __init__(self, folder: Path) -> None:
        inside = [item for item in folder.iterdir() if not item.is_symlink()]
        if len(inside) == 1 and inside[0].is_dir():
            folder = inside[0]
        self._found: dict[str, _Found] = {}
        self.faults: list[Fault] = []
        self._walk(folder, "", 0)
        again = "Two files would have this name on some computers."
        self.faults += [Fault("unsafe", shown(path), again) for path in twins(self._found)]

    def _walk(self, folder: Path, prefix: str, depth: int) -> None:
        if depth > _DEEPEST_FOLDER or len(self._found) > MOST_FILES:
            raise ReadingFault("unsafe", "There are more files or folders here than in any bundle.")
        with os.scandir(folder) as items:
            for item in sorted(items, key=lambda item: item.name):
                path = f"{prefix}{item.name}"
                if item.is_symlink() or not (item.is_dir() or item.is_file()):
                    self.faults.append(Fault("unsafe", shown(path), "It is a link or a device, not a file."))
                elif item.is_dir(follow_symlinks=False):
                    self._walk(Path(item.path), f"{path}/", depth + 1)
                elif danger := fault_in_path(path):
                    # A stray file in a folder does no harm; it only was never part of the bundle.
                    self.faults.append(Fault("unexpected", shown(path), danger))
                else:
                    self._found[path] = _Found(Path(item.path), item.stat(follow_symlinks=False).st_size)

    def sizes(self) -> Mapping[str, int]:
        """Every file and its size."""
        return {path: found.size for path, found in self._found.items()}

    def blocks(self, path: str) -> Iterator[bytes]:
        """A file's content."""
        try:
            with self._found[path].path.open("rb") as file:
                while block := file.read(BLOCK):
                    yield block
        except OSError as error:
            raise ReadingFault("unreadable", f"It cannot be read: {reason(error)}.") from error
