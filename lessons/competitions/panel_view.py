"""The judgements that count, laid beside the entries: finalists, pairs and who is ahead."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

from lessons.competitions.competition import PLAY_OFF, Competition, Round
from lessons.competitions.hearing import FEWEST_FOR_STARS, heard_all, open_to
from lessons.competitions.judgement import SAME, Judgement, Pair
from lessons.competitions.scores import Scores
from lessons.competitions.strength import bradley_terry

_FINALISTS = 3
_WITH_TIES = 4
_MOST_FINALISTS = 6
"""A crowd that is level is not sent into a play-off."""
_AS_STRONG = 1e-6


def counted(
    competition: Competition, judgements: Iterable[Judgement], live: Collection[str]
) -> list[Judgement]:
    """The judgements that count: of those who heard everything equally often, and answered it all."""
    found = [
        each
        for each in judgements
        if each.code in competition.panel and heard_all(each, live, competition.questions)
    ]
    return sorted(found, key=lambda each: each.code)


@dataclass(frozen=True, slots=True)
class PanelView:
    """A competition as its panel heard it."""

    competition: Competition
    live: Sequence[str]
    """Ids of the entries that take part."""
    judgements: Sequence[Judgement]
    """Those that count."""
    heard: Mapping[str, tuple[str, ...]]
    """What each of the judges could hear, by code."""

    @classmethod
    def of(cls, competition: Competition, live: Sequence[str], judgements: Iterable[Judgement]) -> Self:
        """The panel as the judgements that count have it."""
        ids = frozenset(live)
        count = counted(competition, judgements, ids)
        return cls(competition, live, count, {each.code: open_to(each, ids) for each in count})

    def without(self, judgement: Judgement) -> "PanelView":
        """The same panel with one judge fewer."""
        return replace(self, judgements=[each for each in self.judgements if each is not judgement])

    def unheard(self) -> tuple[str, ...]:
        """Entries that no judge could hear without knowing the makers."""
        heard = {entry for each in self.judgements for entry in self.heard[each.code]}
        return tuple(entry for entry in self.live if entry not in heard)

    def rounds(self) -> tuple[Round, ...]:
        """The rounds of the play-off that was begun and still has two to compare, in their order."""
        rounds = self.competition.rounds
        for place in range(len(rounds) - 1, -1, -1):
            if rounds[place].kind == PLAY_OFF:
                return rounds[place:] if len(self._left(rounds[place])) > 1 else ()
        return ()

    def finalists(self) -> tuple[str, ...]:
        """Those of the play-off that was begun; else the first three, by stars and then by answers."""
        begun = self.rounds()
        if begun:
            return self._left(begun[0])
        if len(self.live) < FEWEST_FOR_STARS:
            return tuple(self.live)
        scores = Scores(self.judgements, self.live, self.heard)
        return _first_ones(levels(scores.starred or self.live, scores.place))

    def can_compare(self, entries: Collection[str]) -> bool:
        """Whether any judge who is still here may hear two of them."""
        away = {each.code for each in self.competition.away}
        return len(entries) <= _MOST_FINALISTS and any(
            len(set(self.heard[each.code]).intersection(entries)) > 1
            for each in self.judgements
            if each.code not in away
        )

    def pairs(self, entries: Collection[str]) -> list[Pair]:
        """The pairs among them that count."""
        found = []
        for judgement in self.judgements:
            may = set(entries).intersection(self.heard[judgement.code])
            found += [pair for pair in judgement.pairs if pair.left in may and pair.right in may]
        return found

    def strongest(self, entries: Sequence[str]) -> tuple[str, ...]:
        """The best by the pairs, or where nothing was compared by the stars; all that are level."""
        pairs = self.pairs(entries)
        if not pairs:
            return levels(entries, Scores(self.judgements, self.live, self.heard).place)[0]
        strengths = bradley_terry(entries, _wins(pairs))
        enough = max(strengths.values()) * (1 - _AS_STRONG)
        return tuple(sorted(entry for entry in entries if strengths[entry] >= enough))

    def fit_best(self, entries: Sequence[str]) -> tuple[str, ...]:
        """Those of them that fit the brief best, all that are level."""
        fits = Scores(self.judgements, self.live, self.heard).fits()
        return levels(entries, fits.__getitem__)[0]

    def _left(self, begun: Round) -> tuple[str, ...]:
        return tuple(sorted(entry for entry in begun.finalists if entry in self.live))


def levels(entries: Iterable[str], place: Any) -> list[tuple[str, ...]]:
    """The entries in groups that are level, the best first."""
    groups: dict[Any, list[str]] = defaultdict(list)
    for entry in entries:
        groups[place(entry)].append(entry)
    return [tuple(sorted(groups[key])) for key in sorted(groups, reverse=True)]


def _first_ones(groups: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The first three; more only when they are level, and never a crowd."""
    chosen = groups[0]
    for group in groups[1:]:
        together = len(chosen) + len(group)
        most = _WITH_TIES if len(chosen) > 1 else _MOST_FINALISTS
        if len(chosen) >= _FINALISTS or together > most:
            break
        chosen += group
    return tuple(sorted(chosen))


def _wins(pairs: Iterable[Pair]) -> dict[tuple[str, str], float]:
    wins: dict[tuple[str, str], float] = defaultdict(float)
    for pair in pairs:
        for one, other in ((pair.left, pair.right), (pair.right, pair.left)):
            wins[one, other] += 0.5 if pair.better == SAME else float(pair.better == one)
    return wins
