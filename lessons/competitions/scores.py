"""Stars and answers as fair numbers: nobody gains or loses by who sat on the panel."""

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction

from lessons.competitions.criteria import FITS
from lessons.competitions.judgement import Judgement

Place = tuple[Fraction, Fraction]


class Scores:
    """Of the entries that take part, by the judgements that count; exact, so that level means level."""

    def __init__(
        self, judgements: Sequence[Judgement], live: Collection[str], heard: Mapping[str, tuple[str, ...]]
    ) -> None:
        self._judgements = judgements
        self._live = live
        self._heard = heard
        self._stars = dict.fromkeys(live, 0)
        self._could = dict.fromkeys(live, 0)
        for judgement in judgements:
            for entry in self._heard[judgement.code] if judgement.starred else ():
                self._could[entry] += 1
                self._stars[entry] += entry in judgement.stars
        self._means = self._centred(None)

    @property
    def starred(self) -> tuple[str, ...]:
        """The entries with a star."""
        return tuple(entry for entry, stars in self._stars.items() if stars)

    def place(self, entry: str) -> Place:
        """What decides who comes into the play-off: first the stars, then the answers."""
        return self.star_share(entry), self._means[entry]

    def star_share(self, entry: str) -> Fraction:
        """The share of those who could that gave a star.

        One more judge is thought of who gives every entry the usual share: one star of one judge, where the
        others could not, is not more than three of five.
        """
        could = sum(self._could.values())
        usual = Fraction(sum(self._stars.values()), could) if could else Fraction(0)
        return (self._stars[entry] + usual) / (self._could[entry] + 1)

    def fits(self) -> dict[str, Fraction]:
        """How well each fits the brief, beside what the same judges said of the others."""
        return self._centred(FITS)

    def _centred(self, question: str | None) -> dict[str, Fraction]:
        """Mean answer of each entry less its judges' own means: strict judges count as much as mild ones."""
        sums: dict[str, dict[int, int]] = {entry: {} for entry in self._live}
        judges = dict.fromkeys(self._live, 0)
        for judgement in self._judgements:
            entries = self._heard[judgement.code]
            given = dict.fromkeys(entries, 0)
            for each in judgement.answers:
                if each.submission in given and question in (None, each.question):
                    given[each.submission] += each.answer
            total, number = sum(given.values()), len(entries)
            for entry in entries:
                judges[entry] += 1
                sums[entry][number] = sums[entry].get(number, 0) + given[entry] * number - total
        return {
            entry: sum((Fraction(value, number) for number, value in sums[entry].items()), Fraction(0))
            / max(judges[entry], 1)
            for entry in self._live
        }
