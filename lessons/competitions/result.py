"""The result: worked out from the stored judgements alone, so that it can be worked out again."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from lessons.competitions.competition import MORE, PLAY_OFF, Competition, Round
from lessons.competitions.judgement import Judgement
from lessons.competitions.panel_view import PanelView
from lessons.competitions.submission import Submission

HOW = {
    "nobody": "Nobody handed anything in.",
    "nothing": "Every judge knew who had made what, so nothing could be judged blind.",
    "wants": "A round of pairs is still to be heard.",
    "only": "It was the only entry.",
    "stars": "The judges gave it the most stars.",
    "play-off": "It won the most pairs of the play-off.",
    "more": "The play-off was level, and it won one more round.",
    "fits": "The pairs were level, and it fits the brief better.",
    "gone": "The winner was taken out afterwards.",
    "joint": "The pairs were level and they fit the brief as well: they win together.",
}
"""How a result came about, in words."""
SURE = {
    "clear": "It is the same whichever judge is left out.",
    "close": "It was close: with one judge fewer it might be another.",
    "level": "It could hardly be closer.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Who was chosen, and how; no entry below the winners has a place."""

    winners: tuple[str, ...] = ()
    """More than one when they win together; none while something is still to be heard."""
    how: str
    """One of `HOW`."""
    sure: str = ""
    """One of `SURE`; empty without winners, and where there was nothing to compare."""
    finalists: tuple[str, ...] = ()
    tied: tuple[str, ...] = ()
    """Those that were level after the pairs."""
    entries: int = 0
    judges: int = 0
    """Whose judgements count."""
    unjudged: tuple[str, ...] = ()
    """Entries that no judge could hear without knowing the makers."""
    wants: Round | None = None
    """A round of pairs that has to be heard before there is a result."""


def result(
    competition: Competition, submissions: Iterable[Submission], judgements: Iterable[Judgement]
) -> Result:
    """Work the result out; the order of what is given makes no difference.

    The winner of the play-off pairs wins. When they are level: one more round among those, then the better
    answers to whether it fits the brief, then they win together. Nothing is ever left to chance, to the
    alphabet or to the time of entry.
    """
    live = sorted(each.id for each in submissions if each.is_in)
    view = PanelView.of(competition, live, judgements)
    said = Result(how="nobody", entries=len(live), judges=len(view.judgements), unjudged=view.unheard())
    if not live:
        return said
    if len(live) == 1:
        return replace(said, winners=tuple(live), how="only")
    if len(said.unjudged) == len(live):
        return replace(said, how="nothing")
    return _decided(view, replace(said, finalists=view.finalists()))


def _decided(view: PanelView, said: Result) -> Result:
    begun = view.rounds()
    number = len(view.competition.rounds) + 1
    if not begun and len(said.finalists) > 1 and view.can_compare(said.finalists):
        return replace(said, how="wants", wants=Round(number, PLAY_OFF, said.finalists))
    best = view.strongest(said.finalists)
    more = any(each.kind != PLAY_OFF for each in begun)
    if len(best) > 1 and not more and begun and view.can_compare(best):
        return replace(said, how="wants", tied=best, wants=Round(number, MORE, best))
    how = "stars" if not view.pairs(said.finalists) else "more" if more else "play-off"
    if len(best) == 1:
        return replace(said, winners=best, how=how, sure=_sure(view, said.finalists, best))
    winners = view.fit_best(best)
    how = "fits" if len(winners) == 1 else "joint"
    return replace(said, winners=winners, how=how, sure="level", tied=best)


def _sure(view: PanelView, finalists: tuple[str, ...], winners: tuple[str, ...]) -> str:
    """Leave out each judge in turn."""
    if len(view.judgements) < 2:
        return "close"
    for judgement in view.judgements:
        other = view.without(judgement)
        if other.strongest(finalists if view.rounds() else other.finalists()) != winners:
            return "close"
    return "clear"
