"""What could be swapped: who is free and trained, and what they could give in return."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from textual.content import Content

from lessons.assembly.event import Event
from lessons.assembly.rota import CREW, STAND_IN, Rota
from lessons.assembly.rota_maker import Facts
from lessons.assembly.skill import team_role
from studio.ui.text import day_words, literal
from studio.wording import count

_IN_RETURN = 2
"""Days in return to choose from, for each who could."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Somebody who could take a duty, and what they would give for it."""

    code: str
    turns: int
    """How many duties they have on this rota."""
    other: Event | None = None
    other_role: str = ""

    @property
    def line(self) -> Content:
        """What Enter asks for."""
        have = f"   has {count(self.turns, 'turn')}"
        if self.other is None:
            return literal(f"{self.code} takes it{have}")
        what = f"{team_role(self.other_role).title}, {day_words(self.other.date)} {self.other.title}"
        return literal(f"{self.code} takes it, and gives {what}")


def offers(rota: Rota, events: Sequence[Event], facts: Facts, event: Event, role: str) -> tuple[Offer, ...]:
    """Everybody who could take a duty, those with the fewest turns first; then days in return."""
    holder = rota.who(event.id, role)
    busy = {duty.code for duty in rota.at(event.id) if duty.part != STAND_IN}
    turns = Counter(duty.code for duty in rota.duties if duty.part == CREW)
    free = [
        code
        for code, roles in facts.trained.items()
        if role in roles and facts.can(code, event.id) and code not in busy
    ]
    free.sort(key=lambda code: (turns[code], code))
    alone = [Offer(code, turns[code]) for code in free]
    both = [each for code in free for each in _in_return(rota, events, facts, code, holder, turns[code])]
    return (*alone, *both)


def _in_return(
    rota: Rota, events: Iterable[Event], facts: Facts, code: str, holder: str, turns: int
) -> list[Offer]:
    """The next duties of somebody that the holder could do."""
    found = [
        Offer(code, turns, event, duty.role)
        for event in events
        for duty in rota.at(event.id)
        if duty.part == CREW
        and duty.code == code
        and duty.role in facts.trained.get(holder, ())
        and facts.can(holder, event.id)
        and holder not in {each.code for each in rota.at(event.id) if each.part != STAND_IN}
    ]
    return found[:_IN_RETURN] if holder else []
