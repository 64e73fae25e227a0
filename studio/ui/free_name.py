"""A name for a file that is not there yet."""

from pathlib import Path

_MOST = 1000


def free_name(folder: Path, stem: str, ending: str) -> Path:
    """The name itself, or with a number behind it where there is such a file already."""
    names = [f"{stem}{ending}", *(f"{stem}-{number}{ending}" for number in range(2, _MOST))]
    return next((folder / name for name in names if not (folder / name).exists()), folder / names[0])
