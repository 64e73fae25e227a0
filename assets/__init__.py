"""All content, as data a teacher could edit."""

from importlib.resources import files
from importlib.resources.abc import Traversable


def asset(*parts: str) -> Traversable:
    """A shipped file or folder, in a checkout and in an installed wheel alike."""
    return files(__name__).joinpath(*parts)
