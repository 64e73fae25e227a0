"""What the name of a file from Freesound says: its number there, who made it, what it is called."""

import re
from pathlib import PurePath

from evidence.credit_card import CreditCard

_NAME = re.compile(r"(?P<number>\d{1,9})__(?P<author>[^_].*?)__(?P<title>.+)", re.ASCII)


def card_of(file: PurePath) -> CreditCard | None:
    """The credit card of a file as the site names it, `12345__author__title.wav`; `None` for any other name.

    The licence is not in the name: it stays “ask first” until somebody looks it up.
    """
    found = _NAME.fullmatch(file.stem)
    if found is None:
        return None
    return CreditCard(
        title=_spaced(found["title"])[:100],
        author=_spaced(found["author"])[:60],
        licence="other",
        link=f"Freesound, sound {found['number']}",
    )


def title_of(file: PurePath) -> str:
    """What to call a sound that comes in: its title on the site, or the name of its file."""
    card = card_of(file)
    return card.title if card is not None and card.title else file.stem


def _spaced(text: str) -> str:
    return " ".join(re.sub(r"[-_]+", " ", text).split())
