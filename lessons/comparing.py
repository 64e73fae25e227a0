"""Two sounds side by side: the words a class chose for each, and what was said, kept to be evidence."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from evidence.award.records import AwardRecords
from evidence.library import Library
from evidence.papers.document import write_document
from evidence.papers.paper import Block, Bullets, Grid, Paper, Text, WriteIn
from evidence.sound import Sound
from evidence.words import clean_text, clean_title
from lessons.listening import Compared, listening_sheet
from lessons.occasion import Occasion, Occasions
from studio.errors import StudioError
from studio.wording import did_you_mean

SIDES = ("A", "B")
_GONE = "a sound that is gone"


class UnknownWord(StudioError):
    """A question or an answer that the listening sheet does not have."""


class SameSound(StudioError):
    """A sound beside itself."""


class NothingNoted(StudioError):
    """A comparison of which nothing was written down."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One of the two: a sound of the library, or a file that was only heard."""

    title: str
    sound: str = ""
    """Id of the sound; empty for a file."""
    side: str = ""
    """`A` or `B`, once it is one of two."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", clean_title(self.title))

    @classmethod
    def of(cls, sound: Sound) -> "Piece":
        """A sound of the library."""
        return cls(sound.title, sound.id)


@dataclass(frozen=True, slots=True)
class Answer:
    """The words that were chosen for one question."""

    dimension: str
    a: str = ""
    b: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One time that two sounds were compared."""

    id: str = ""
    pieces: tuple[Piece, ...]
    """A and B; one that was withdrawn is not there any more."""
    answers: tuple[Answer, ...] = ()
    said: tuple[str, ...] = ()
    """Whole sentences, as they were said."""
    occasion: str = ""
    """Id of what happened, once it was written down as that."""
    made: datetime

    @property
    def a(self) -> Piece:
        """The first."""
        return self.piece(SIDES[0])

    @property
    def b(self) -> Piece:
        """The second."""
        return self.piece(SIDES[1])

    def piece(self, side: str) -> Piece:
        """One of the two; it may be gone."""
        return next((each for each in self.pieces if each.side == side), Piece(_GONE, side=side))

    @property
    def title(self) -> str:
        """What it is called."""
        return f"{self.a.title} and {self.b.title}"

    @property
    def is_empty(self) -> bool:
        """Whether nothing was noted yet."""
        return not self.answers and not self.said

    def answer(self, dimension: str) -> Answer:
        """What was chosen for a question; empty words where nothing was."""
        return next((each for each in self.answers if each.dimension == dimension), Answer(dimension))

    def with_word(self, dimension: str, side: str, word: str) -> "Comparison":
        """With a word of the sheet for A or B; an empty one takes it away.

        Raises
        ------
        UnknownWord
            If the sheet has no such question, or no such word for it.
        """
        line = line_about(dimension)
        if word and word not in line.words:
            raise UnknownWord(f"“{word[:40]}” is no word for “{line.ask}”", did_you_mean(word, line.words))
        before = self.answer(line.dimension)
        after = replace(before, a=word) if side == SIDES[0] else replace(before, b=word)
        others = [each for each in self.answers if each.dimension != line.dimension]
        kept = [*others, *([after] if after.a or after.b else [])]
        order = [each.dimension for each in listening_sheet().lines]
        return replace(self, answers=tuple(sorted(kept, key=lambda each: order.index(each.dimension))))

    def with_said(self, words: str) -> "Comparison":
        """With one more sentence."""
        return replace(self, said=(*self.said, clean_text(words, called="What was said")))


def line_about(dimension: str) -> Compared:
    """The sheet's question about one dimension."""
    lines = {each.dimension: each for each in listening_sheet().lines}
    if dimension not in lines:
        raise UnknownWord(f"The sheet asks nothing about “{dimension[:40]}”.", did_you_mean(dimension, lines))
    return lines[dimension]


class Comparisons:
    """The comparisons in a library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._records = AwardRecords(library, "comparison", "CP", Comparison)

    def all(self) -> tuple[Comparison, ...]:
        """Every one, the newest first."""
        return self._records.all()[::-1]

    def one(self, comparison_id: str) -> Comparison:
        """One of them; UnknownRecord if there is none of this id."""
        return self._records.one(comparison_id)

    def begin(self, a: Piece, b: Piece) -> Comparison:
        """Two sounds to compare; nothing is stored before something is noted.

        Raises
        ------
        SameSound
            If both are one sound of the library.
        """
        if a.sound and a.sound == b.sound:
            raise SameSound(f"A and B are both “{a.title}”.", "Choose another sound for one of them.")
        pieces = (replace(a, side=SIDES[0]), replace(b, side=SIDES[1]))
        return Comparison(pieces=pieces, made=self._library.now())

    def keep(self, comparison: Comparison, action: str = "edited", *, who: str | None = None) -> Comparison:
        """Store it as it is now; the first time it gets its id."""
        if not comparison.id:
            return self._records.add(lambda new_id: replace(comparison, id=new_id), who=who)
        return self._records.change(comparison.id, lambda _: comparison, action=action, who=who)

    def happened(
        self, comparison_id: str, *, year_groups: tuple[str, ...] = (), who: str | None = None
    ) -> Comparison:
        """Write down that this listening took place, so that evidence can be proposed from it; once only.

        Raises
        ------
        NothingNoted
            If nothing was chosen or said yet.
        """
        comparison = self.one(comparison_id)
        if comparison.is_empty:
            raise NothingNoted("Nothing is written down about these two yet.", "Choose a word first.")
        if comparison.occasion:
            return comparison
        made = _occasion(self._library, comparison, year_groups, who)
        return self.keep(replace(comparison, occasion=made.id), "told", who=who)


def _occasion(library: Library, comparison: Comparison, years: tuple[str, ...], who: str | None) -> Occasion:
    there = {sound.id: sound for sound in library.sounds()}
    sounds = [there[piece.sound] for piece in comparison.pieces if piece.sound in there]
    return Occasions(library).add(
        "listening",
        comparison.title,
        year_groups=years or tuple(sound.year for sound in sounds if sound.year),
        note="\n".join(noted(comparison)),
        sounds=tuple(dict.fromkeys(sound.id for sound in sounds)),
        who=who,
    )


def noted(comparison: Comparison) -> tuple[str, ...]:
    """What was noted, a line each: the questions that have an answer, and what was said."""
    lines = []
    for each in comparison.answers:
        words = [f"{side}: {word}" for side, word in zip(SIDES, (each.a, each.b), strict=True) if word]
        lines.append(f"{line_about(each.dimension).ask} {', '.join(words)}.")
    return (*lines, *comparison.said)


def comparison_paper(library: Library, comparison: Comparison) -> Paper:
    """The sheet, filled with what was noted; empty places are to be written in."""
    library.adults.need("print a listening sheet")
    sheet = listening_sheet()
    rows = []
    for line in sheet.lines:
        answer = comparison.answer(line.dimension)
        rows.append((line.ask, answer.a or "......", answer.b or "......"))
    blocks: list[Block] = [
        Text(f"A: {comparison.a.title}. B: {comparison.b.title}."),
        Grid("What do you hear?", ("", "A", "B"), tuple(rows), (28, 36, 36)),
    ]
    if comparison.said:
        blocks += [Text("What was said"), Bullets(comparison.said)]
    else:
        blocks.append(WriteIn("What was said", ("",), (1,), lines=4))
    facts = tuple((fact, "", "") for fact in sheet.facts)
    blocks.append(Grid("Whose it is: your teacher knows", ("", "A", "B"), facts, (28, 36, 36)))
    return Paper(
        over=sheet.title,
        title=comparison.title,
        school=library.school,
        made=library.now(),
        foot=sheet.title,
        blocks=tuple(blocks),
        about=tuple(piece.sound for piece in comparison.pieces if piece.sound),
    )


def print_comparison(
    library: Library, comparison: Comparison, out: Path | str, *, overwrite: bool = False
) -> Path:
    """Write the filled sheet as a file, as the end of its name says."""
    return write_document(library, comparison_paper(library, comparison), out, overwrite=overwrite)
