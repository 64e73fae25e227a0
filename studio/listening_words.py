"""The words for what is in a sound: the file that a teacher may edit, and its sentences filled in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from string import Formatter

from assets import asset
from lessons.vocabulary import dimensions
from rubric.tables import ContentFault, Table, read_table

SENTENCES: Mapping[str, frozenset[str]] = {
    each: frozenset(fields.split())
    for each, fields in {
        "silent": "",
        "later": "",
        "pitch-one": "note height",
        "pitch-in-tune": "note",
        "pitch-low": "note cents",
        "pitch-high": "note cents",
        "pitch-several": "count low high",
        "pitch-most": "note",
        "pitch-slides": "low high",
        "pitch-none": "",
        "duration-length": "length",
        "duration-sounds": "lasting",
        "duration-mixed": "",
        "dynamics-even": "",
        "dynamics-louder": "",
        "dynamics-quieter": "",
        "dynamics-changing": "",
        "dynamics-loudest": "at",
        "tempo-steady": "bpm pace",
        "tempo-also": "also",
        "tempo-none": "",
        "tempo-few": "",
        "timbre": "colour surface",
        "texture": "",
        "structure-one": "at",
        "structure-several": "count at",
        "structure-none": "",
        "silence-none": "",
        "silence-one": "gap",
        "silence-several": "count gap",
    }.items()
}
"""Every sentence that the file must have, and what can be filled in."""

SCALES = ("heights", "lengths", "paces", "colours", "surfaces")


class ListeningWordsFault(ContentFault):
    """A file of words for sounds that cannot be used as it stands."""


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence about a sound."""

    dimension: str
    """Its id, as in the vocabulary of the lessons."""
    words: str


@dataclass(frozen=True, slots=True)
class ListeningWords:
    """What the file says."""

    sentences: Mapping[str, Said]
    """By what was found; what is filled in stands in braces."""
    scales: Mapping[str, tuple[tuple[float, str], ...]]
    """Each kind's words with the number they go up to."""

    def say(self, found: str, **filled: object) -> Said:
        """The sentence for what was found."""
        sentence = self.sentences[found]
        return Said(sentence.dimension, sentence.words.format(**filled))

    def on(self, scale: str, number: float) -> str:
        """The words for a number of one kind."""
        return next(words for below, words in self.scales[scale] if number < below)


@cache
def listening_words() -> ListeningWords:
    """The words that come with the program."""
    return listening_words_of(read_table(asset("studio", "listening.toml"), ListeningWordsFault))


def listening_words_of(table: Table) -> ListeningWords:
    """The words in a file's table.

    Raises
    ------
    ListeningWordsFault
        At the first thing that is missing, double, misspelt or of the wrong kind.
    """
    rows = table.rows("sentences", _sentence, named=lambda row: row[0])
    found = dict(rows)
    if missing := [each for each in SENTENCES if each not in found]:
        raise table.fault(
            "sentences", f"“{missing[0]}” is missing.", f'Add [[sentences]] with id = "{missing[0]}".'
        )
    scales = {scale: _scale(table, scale) for scale in SCALES}
    table.expect_nothing_else()
    return ListeningWords(found, scales)


def _sentence(row: Table) -> tuple[str, Said]:
    found = row.choice("id", SENTENCES)
    say = row.text("say", longest=120)
    try:
        unknown = set(_filled_in(say)) - SENTENCES[found]
    except ValueError as error:
        raise row.fault("say", "a brace is left open.", "Write {note}, with both braces.") from error
    if unknown:
        known = ", ".join(f"{{{name}}}" for name in sorted(SENTENCES[found])) or "none"
        raise row.fault("say", f"“{{{min(unknown)}}}” cannot be filled in here.", f"Here there are: {known}.")
    said = Said(row.choice("dimension", [each.id for each in dimensions()]), say)
    row.expect_nothing_else()
    return found, said


def _filled_in(say: str) -> Iterator[str]:
    """What stands between braces, a form that Python would give it too: no sentence needs one."""
    for _, name, form, conversion in Formatter().parse(say):
        if name is not None:
            yield name + (f"!{conversion}" if conversion else "") + (f":{form}" if form else "")


def _scale(table: Table, key: str) -> tuple[tuple[float, str], ...]:
    """Words up to growing numbers; the last up to any."""
    steps: list[tuple[float, str]] = []
    rows = table.tables(key)
    for row in rows:
        is_last = row is rows[-1]
        below = row.number("below") if row.has("below") or not is_last else float("inf")
        if is_last and below < float("inf"):
            raise row.fault("below", "the last one is for all that is more.", "Take this line out.")
        if steps and below <= steps[-1][0]:
            raise row.fault("below", "the numbers must grow from one to the next.", "Put them in order.")
        steps.append((below, row.text("words", longest=60)))
        row.expect_nothing_else()
    return tuple(steps)
