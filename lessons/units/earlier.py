"""Earlier versions of the school's own units, kept when they are replaced or removed."""

from pathlib import Path

from studio.disk import publish, write_whole

EARLIER = "earlier"


class Earlier:
    """The folder with them: one file a version, numbered."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / EARLIER

    def newest(self, unit_id: str) -> Path | None:
        """The file of the newest one."""
        files = self._files(unit_id)
        return files[-1] if files else None

    def move_in(self, path: Path, unit_id: str) -> None:
        """Take a file away from its place and keep it here."""
        publish(path, self._next(unit_id))

    def copy_in(self, content: bytes, unit_id: str) -> None:
        """Keep a content that is about to be replaced."""
        write_whole(self._next(unit_id), content)

    def _files(self, unit_id: str) -> list[Path]:
        start = f"{unit_id.lower()}."
        return sorted(path for path in self._folder.glob("*.toml") if path.name.startswith(start))

    def _next(self, unit_id: str) -> Path:
        newest = self.newest(unit_id)
        number = int(newest.name.split(".")[1]) + 1 if newest else 1
        self._folder.mkdir(exist_ok=True)
        return self._folder / f"{unit_id.lower()}.{number:06d}.toml"
