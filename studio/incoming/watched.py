"""Folders to look into for new sounds: a camera's card, a phone's folder, the recorder's stick."""

from dataclasses import dataclass, replace
from pathlib import Path

from evidence.award.records import AwardRecords
from evidence.library import Library
from studio.errors import StudioError
from studio.incoming.batch import NoSuchFolder, new_files


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedFolder:
    """A folder; on another computer it may not be there, which is no fault."""

    id: str
    path: str
    watched: bool = True
    """False once nobody wants to look into it any more."""


class NotWatched(StudioError):
    """A folder that is not on the list."""


class WatchedFolders:
    """The folders of a library, in the order they were named."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._records = AwardRecords(library, "inbox", "WF", WatchedFolder)

    def all(self) -> tuple[WatchedFolder, ...]:
        """Those that are watched."""
        return tuple(each for each in self._records.all() if each.watched)

    def watch(self, path: Path) -> WatchedFolder:
        """Look into a folder from now on.

        Raises
        ------
        NoSuchFolder
            If it is not there now.
        """
        if not path.is_dir():
            raise NoSuchFolder(f"There is no folder “{path.name or path}”.", "Plug it in, then try again.")
        absolute = str(path.resolve())
        there = next((each for each in self._records.all() if each.path == absolute), None)
        if there is None:
            return self._records.add(lambda new: WatchedFolder(id=new, path=absolute), who=None)
        return there if there.watched else self._set(there.id, True)

    def forget(self, path: Path) -> WatchedFolder:
        """Look into it no more.

        Raises
        ------
        NotWatched
        """
        wanted = {str(path), str(path.resolve())}
        there = next((each for each in self.all() if each.path in wanted or each.id == str(path)), None)
        if there is None:
            raise NotWatched(f"“{path.name or path}” is not watched.", "Look at the list of folders first.")
        return self._set(there.id, False)

    def _set(self, record_id: str, watched: bool) -> WatchedFolder:
        action = "watched" if watched else "forgotten"
        return self._records.change(
            record_id, lambda each: replace(each, watched=watched), action=action, who=None
        )

    def here(self) -> tuple[Path, ...]:
        """Those that are plugged in now; what another system calls a folder is none here."""
        paths = (Path(each.path) for each in self.all())
        return tuple(path for path in paths if path.is_absolute() and path.is_dir())

    def new_files(self) -> tuple[Path, ...]:
        """Every sound file in those that are here which has not come in yet."""
        found: list[Path] = []
        for folder in self.here():
            try:
                found += new_files(self._library, folder)
            except NoSuchFolder:  # it was pulled out since
                continue
        return tuple(found)
