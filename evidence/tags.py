"""Tags: criteria of other frameworks, such as the areas of the national plan, that evidence belongs to."""

from collections.abc import Iterable
from difflib import get_close_matches

from evidence.library import Library
from rubric.load import shipped_framework
from rubric.shelf import frameworks
from studio.errors import StudioError


class UnknownTag(StudioError):
    """A code that no framework has."""


def tag_titles(library: Library) -> dict[str, str]:
    """Every tag there is with its title, in the order of the frameworks."""
    others = (each for each in frameworks(library.folder) if each.id != shipped_framework().id)
    return {criterion.code: criterion.title for other in others for criterion in other.criteria}


def known_tags(library: Library, tags: Iterable[str]) -> tuple[str, ...]:
    """The tags as they are written.

    Raises
    ------
    UnknownTag
        If no framework has one of them.
    """
    codes = tuple(dict.fromkeys(tag.strip().upper() for tag in tags))
    titles = tag_titles(library) if codes else {}
    for code in codes:
        if code not in titles:
            close = get_close_matches(code, titles, n=1)
            fix = f"Did you mean {close[0]}?" if close else f"There are: {', '.join(list(titles)[:30])}."
            raise UnknownTag(f"“{code[:20]}” is no tag.", fix)
    return codes
