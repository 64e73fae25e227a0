"""What a sound that is made of others has from them: whose it is, and whom to thank."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Any

from evidence.bundle.credits import credits_of
from evidence.credit_card import LICENCES, CreditCard
from evidence.sound import Sound
from evidence.words import TITLE_LENGTH
from studio.wording import count

_STRICTEST_FIRST = tuple(reversed(LICENCES))


@dataclass(frozen=True, slots=True, kw_only=True)
class Inheritance:
    """Facts of the new sound."""

    year: str | None
    """Of the parts, when they agree."""
    makers: tuple[str, ...]
    """Everybody who made any of them: what each said about releases holds for the whole."""
    origin: str
    credit: str
    """Whom to thank for the parts that were found."""
    card: CreditCard | None
    """When a part has one: with the strictest of the licences."""
    crew: tuple[tuple[str, str], ...]
    """Everybody's jobs in any of them, each once."""
    subject: str
    """Of the parts that have one, when they agree."""
    dimensions: tuple[str, ...]
    """What any of them is about."""

    def fields(self, by: str | None = None) -> dict[str, Any]:
        """What to add the new sound to a library with; `by` put it together, and comes first."""
        first, *others = dict.fromkeys([*([by] if by else []), *self.makers]) or [None]
        said = {each.name: getattr(self, each.name) for each in fields(self) if each.name != "makers"}
        return said | {"by": first, "partners": others}


def inherited(parts: Sequence[Sound]) -> Inheritance:
    """What a sound has from its parts; without any it was made in the program."""
    years = {part.year for part in parts}
    thanked = tuple({part.id: part for part in parts if part.is_found or part.credit}.values())
    origin = _origin(parts)
    return Inheritance(
        year=years.pop() if len(years) == 1 else None,
        makers=tuple(dict.fromkeys(code for part in parts for code in part.makers)),
        origin=origin,
        credit="" if origin == "shipped" else _credit(thanked),
        card=_card(thanked),
        crew=tuple(dict.fromkeys(job for part in parts for job in part.crew)),
        subject=_agreed(part.subject for part in parts),
        dimensions=tuple(dict.fromkeys(each for part in parts for each in part.dimensions)),
    )


def _agreed(subjects: Iterable[str]) -> str:
    """One subject in the first of its spellings, or none."""
    said = {subject.casefold(): subject for subject in [*subjects][::-1] if subject}
    return next(iter(said.values())) if len(said) == 1 else ""


def made_from(sounds: Iterable[Sound], ids: Iterable[str]) -> tuple[Sound, ...]:
    """Every sound that was made of one of these, at once or by way of others."""
    known, gone = tuple(sounds), set(ids)
    found: dict[str, Sound] = {}
    while True:
        more = {each.id: each for each in known if each.id not in found and gone & {*each.made_of}}
        if not more:
            return tuple(found.values())
        found |= more
        gone |= more.keys()


def parts_of(sounds: Iterable[Sound], ids: Iterable[str]) -> set[str]:
    """The ids of everything that these were made of, at once or by way of others."""
    by_id = {sound.id: sound for sound in sounds}
    parts: set[str] = set()
    ahead = list(ids)
    while ahead:
        sound = by_id.get(ahead.pop())
        new = {*(sound.made_of if sound else ())} - parts
        parts |= new
        ahead += new
    return parts


def _origin(parts: Sequence[Sound]) -> str:
    """Ours as soon as one part is ours."""
    if not parts:
        return "made"
    own = {part.origin for part in parts if not part.is_found}
    if not own:
        return "shipped" if all(part.origin == "shipped" for part in parts) else "imported"
    if "recorded" in own:
        return "recorded"
    is_all_ours = not any(part.is_found for part in parts)
    return "imported" if is_all_ours and own == {"imported"} else "made"


def _credit(thanked: Sequence[Sound]) -> str:
    """All credits in one line, each once; those without room are counted."""
    shipped = credits_of(thanked)
    lines = list(dict.fromkeys(part.credit or shipped[part.id].words(part.title) for part in thanked))
    for left_out in range(len(lines)):
        more = [f"and {count(left_out, 'more sound')}"] if left_out else []
        line = "; ".join([*lines[: len(lines) - left_out], *more])
        if len(line) <= TITLE_LENGTH:
            return line
    return ""


def _card(thanked: Sequence[Sound]) -> CreditCard | None:
    cards = list(dict.fromkeys(part.card for part in thanked if part.card is not None))
    if not cards:
        return None
    # What came with the program is free for everything; of a credit without a card that is not known.
    found = [part for part in thanked if part.origin != "shipped"]
    licences = {part.card.licence if part.card else "other" for part in found}
    return CreditCard(
        title=_together(card.title for card in cards),
        author=_together(card.author for card in cards),
        licence=next(each for each in _STRICTEST_FIRST if each in licences),
        link=cards[0].link if len(cards) == 1 else "",
    )


def _together(words: Iterable[str]) -> str:
    """Each once, as far as there is room."""
    return "; ".join(filter(None, dict.fromkeys(words)))[:TITLE_LENGTH].rstrip()
