"""A pattern: a bar of steps, four to a beat, with up to four rows of sounds."""

from dataclasses import dataclass, replace

from evidence.words import clean_title
from studio.errors import StudioError

OFF, SOFT, STRONG = ".", "x", "X"
LEVELS = (OFF, SOFT, STRONG)
TO_A_BEAT = 4
"""Steps of a beat."""
BEATS = (2, 3, 4)
MOST_ROWS = 4
TEMPOS = (40, 180)


class BadPattern(StudioError):
    """Boxes, rows or a tempo that make no pattern."""


@dataclass(frozen=True, slots=True)
class Row:
    """One sound, and where in the bar it is played."""

    sound: str
    """Id of a sound of the grid, such as `clap`, or of a sound of the library."""
    hits: str
    """A letter a step: `X` strong, `x` soft, `.` a rest."""

    def __post_init__(self) -> None:
        if set(self.hits) - set(LEVELS):
            raise BadPattern(f"“{self.hits[:20]}” has letters that are no steps.", "Write X, x and . only.")
        if not isinstance(self.sound, str):
            raise ValueError("the id of a sound is a text")

    @property
    def is_empty(self) -> bool:
        """Whether it is never played."""
        return not set(self.hits) - {OFF}

    @property
    def beats(self) -> tuple[str, ...]:
        """The boxes, beat by beat."""
        return tuple(self.hits[at : at + TO_A_BEAT] for at in range(0, len(self.hits), TO_A_BEAT))

    def with_hit(self, step: int, level: str) -> "Row":
        """The row with another level at a step."""
        return replace(self, hits=self.hits[:step] + level + self.hits[step + 1 :])

    def of_length(self, steps: int) -> "Row":
        """The row cut, or with rests at its end."""
        return replace(self, hits=self.hits[:steps].ljust(steps, OFF))


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """What is played again and again."""

    title: str
    tempo: int = 100
    """Beats a minute."""
    beats: int = 4
    """Of the bar."""
    rows: tuple[Row, ...] = ()
    pulse: bool = True
    """Whether a soft tick sounds on each beat."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", clean_title(self.title))
        least, most = TEMPOS
        if not least <= self.tempo <= most:
            raise BadPattern(
                f"A tempo of {self.tempo} cannot be played.", f"Choose from {least} to {most} beats a minute."
            )
        if self.beats not in BEATS:
            raise BadPattern(f"A bar of {self.beats} beats is not known here.", "Use 2, 3 or 4 beats.")
        if len(self.rows) > MOST_ROWS:
            raise BadPattern(f"{len(self.rows)} rows are too many.", f"Use at most {MOST_ROWS}.")
        if any(len(row.hits) != self.steps for row in self.rows):
            raise BadPattern(
                "The rows are not as long as the bar.", f"Give each {self.steps} boxes, four for each beat."
            )

    @property
    def steps(self) -> int:
        """Of the bar."""
        return self.beats * TO_A_BEAT

    @property
    def sound_ids(self) -> tuple[str, ...]:
        """Of the rows that are played, each once."""
        return tuple(dict.fromkeys(row.sound for row in self.rows if not row.is_empty))

    @property
    def is_empty(self) -> bool:
        """Whether nothing is played."""
        return not self.sound_ids

    def with_row(self, number: int, row: Row) -> "Pattern":
        """The pattern with another row in the place of one."""
        return replace(self, rows=(*self.rows[:number], row, *self.rows[number + 1 :]))

    def with_hit(self, number: int, step: int, level: str) -> "Pattern":
        """The pattern with another level at a step of a row."""
        return self.with_row(number, self.rows[number].with_hit(step, level))

    def next_hit(self, number: int, step: int) -> "Pattern":
        """The next level there: a rest becomes strong, then soft, then a rest again."""
        turns = (OFF, STRONG, SOFT)
        now = self.rows[number].hits[step]
        return self.with_hit(number, step, turns[(turns.index(now) + 1) % len(turns)])

    def faster(self, by: int) -> "Pattern":
        """So many beats a minute more, or fewer, as far as it goes."""
        least, most = TEMPOS
        return replace(self, tempo=max(least, min(most, self.tempo + by)))

    def with_beats(self, beats: int) -> "Pattern":
        """The bar cut, or with rests at its end."""
        rows = tuple(row.of_length(beats * TO_A_BEAT) for row in self.rows)
        return replace(self, beats=beats, rows=rows)

    def cleared(self) -> "Pattern":
        """The same sounds, all at rest."""
        return replace(self, rows=tuple(Row(row.sound, OFF * self.steps) for row in self.rows))

    def filled(self, sounds: tuple[str, ...]) -> "Pattern":
        """With all four rows: those that are missing rest, each with the next of these that is free."""
        free = [each for each in sounds if each not in {row.sound for row in self.rows}]
        more = (Row(sound, OFF * self.steps) for sound in free[: MOST_ROWS - len(self.rows)])
        return replace(self, rows=(*self.rows, *more))
