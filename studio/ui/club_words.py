"""What the club's screens say: one line a fact, in words that may be read out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING

from textual.content import Content

from studio.ui.session_clock import turn_at, until_swap
from studio.ui.text import day_words, literal
from studio.wording import begun, clock, count, listed

if TYPE_CHECKING:
    from evidence.sound import Sound
    from lessons.club.kept_sessions import Meter
    from lessons.club.plan import PlanPart, SessionPlan
    from lessons.club.session import Seat, Session

SWAP_SECONDS = 30
"""How long it is said that it is time to swap."""
STATUS_WORDS = {"planned": "planned", "open": "open", "held": "held", "not-held": "not held"}
LABEL = 7
_GAP = "   "


def parts_line(plan: SessionPlan, at: int) -> Content:
    """The parts side by side with their minutes; the one that is on carries a square."""
    words = [
        Content.styled(f"■ {begun(part.name)} {part.minutes}", "bold $accent")
        if number == at
        else Content(f"{begun(part.name)} {part.minutes}")
        for number, part in enumerate(plan.parts)
    ]
    return Content.assemble(Content(_GAP).join(words), " minutes")


def part_lines(
    part: PlanPart, plan: SessionPlan, leaders: Sequence[str], width: int, *, title: str
) -> list[Content]:
    """What to do in a part, what to say and ask, who leads it, and what belongs to this part alone."""
    lines = [labelled("Do" if not number else "", step, width) for number, step in enumerate(part.do)]
    if part.say:
        lines.append(labelled("Say", f"“{' '.join(part.say.split())}”", width))
    if part.ask:
        lines.append(labelled("Ask", part.ask, width))
    if leaders:
        lines.append(labelled("Leads", f"{listed(list(leaders))} ({title})", width))
    if part.ambassador:
        lines.append(labelled("Helps", part.ambassador, width))
    more = {
        "starter": ("Ready", "; ".join(plan.resources)),
        "input": ("Word", plan.word),
        "activity": ("Harder", plan.level_up),
    }
    label, words = more.get(part.name, ("", ""))
    if words:
        lines.append(labelled(label, words, width))
    return lines or [literal("This session has no plan of its own: do what you have in mind.")]


def labelled(label: str, words: str, width: int) -> Content:
    """A fact behind its word, in as many lines as it needs."""
    parts = wrap(words, max(12, width - LABEL)) or [""]
    beside = Content("\n" + " " * LABEL).join(literal(part) for part in parts)
    return Content.assemble((f"{label:<{LABEL}}", "bold $accent"), beside)


def seat_content(seat: Seat, keys: str = "") -> Content:
    """One PC and who sits at it; whoever has the keys carries a square."""
    codes = [f"■{code}" if code == keys else code for code in seat.codes]
    return Content.assemble((f"PC {seat.number} ", "bold"), literal(" ".join(codes)))


def seats_content(seats: Sequence[Seat], width: int, keys: dict[int, str]) -> Content:
    """Every PC, as many beside each other as there is room for; `keys` says who has them at which."""
    shown = [seat_content(seat, keys.get(seat.number, "")) for seat in seats]
    across = max((each.cell_length for each in shown), default=1) + len(_GAP)
    columns = max(1, min(len(shown), (width + len(_GAP)) // across))
    padded = [each.pad_right(across - each.cell_length) for each in shown]
    lines = [Content("").join(padded[first : first + columns]) for first in range(0, len(padded), columns)]
    return Content("\n").join(lines)


def keys_holder(seat: Seat, elapsed: float, swap_minutes: int) -> str:
    """Who has the keys at a PC so long after the part began."""
    from lessons.club.swaps import turns

    turn = turn_at(elapsed, swap_minutes)
    found = turns(seat, minutes=(turn + 1) * swap_minutes, swap_minutes=swap_minutes)
    return found[-1].keys if found else ""


def is_swapping(elapsed: float, swap_minutes: int) -> bool:
    """Whether it is time to change places now."""
    return turn_at(elapsed, swap_minutes) > 0 and elapsed % (60 * swap_minutes) < SWAP_SECONDS


def swap_words(elapsed: float, swap_minutes: int, *, running: bool) -> str:
    """When those at a PC change places."""
    if is_swapping(elapsed, swap_minutes):
        return "SWAP PLACES NOW. ■ has the keys."
    if not running:
        return f"Swap every {count(swap_minutes, 'minute')}. ■ has the keys."
    return f"Swap in {clock(until_swap(elapsed, swap_minutes), decimals=0)}. ■ has the keys."


def meter_line(meter: Meter) -> Content:
    """How many sessions were held this school year, in squares and figures."""
    lit = min(meter.held, meter.of)
    squares = "■" * lit + "░" * (meter.of - lit)
    words = (
        f"{meter.held} of {meter.of}" if meter.held <= meter.of else f"{meter.held}, with {meter.of} wanted"
    )
    return Content.assemble("Sessions held this year  ", (squares, "$accent"), f"  {words}")


def came_words(session: Session) -> str:
    """How many were marked, such as `9 here, 1 late, 2 away`."""
    marks = [each.mark for each in session.register]
    said = [f"{marks.count(mark)} {mark}" for mark in ("here", "late", "away") if mark in marks]
    return ", ".join(said) or "nobody is marked yet"


def sound_words(sound: Sound) -> str:
    """A sound in a few words: its title, whose it is, how long, and whether it is kept."""
    whose = " and ".join(sound.makers) or sound.year or ""
    length = clock(sound.recipe.seconds_after(sound.seconds), decimals=0)
    words = " ".join(filter(None, [f"“{sound.title}”", whose, length]))
    return f"{words}, kept" if sound.kept else words


def when_and_where(session: Session) -> str:
    """Such as `Tue 24 Nov at 15:30, music room`."""
    return ", ".join(filter(None, [f"{day_words(session.date)} at {session.begins}", session.place]))


def codes_with_names(codes: Iterable[str], names: dict[str, str]) -> str:
    """Codes, each with its name where adults may see it."""
    return listed([f"{code} ({names[code]})" if code in names else code for code in codes])
