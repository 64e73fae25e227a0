"""A rota as rows and words: who does what at which event, and what changed after it was published."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from textual.content import Content

from lessons.assembly.event import Event
from lessons.assembly.hitch import Hitch
from lessons.assembly.rota import CREW, STAND_IN, TRAINEE, Rota, SwapAsked
from lessons.assembly.skill import TeamRole, team_role, team_roles
from studio.ui.text import cut_to, day_words, literal
from studio.wording import begun, count, listed

NOBODY = "nobody"
CHANGED = "!"
_WHEN, _SHORTEST_TITLE, _WIDEST_CELL = 11, 13, 18


@dataclass(frozen=True, slots=True)
class RotaCell:
    """One job at one event."""

    role: str
    code: str = ""
    needed: bool = True
    changed: bool = False
    """Whether somebody else was there when the rota was published."""

    @property
    def words(self) -> str:
        """The code, with a sign when it is a new one."""
        if not self.needed:
            return "-"
        return f"{CHANGED if self.changed else ''}{self.code or NOBODY}"


@dataclass(frozen=True, slots=True)
class RotaRow:
    """One event."""

    event: Event
    cells: tuple[RotaCell, ...]


def rota_rows(rota: Rota, events: Sequence[Event]) -> tuple[RotaRow, ...]:
    """The events of a rota's days, each with its cells; what was cancelled stays in sight."""
    changed = changed_cells(rota)
    return tuple(
        RotaRow(
            event,
            tuple(
                RotaCell(
                    role.id,
                    rota.who(event.id, role.id),
                    needed=role.id in event.needs,
                    changed=(event.id, role.id) in changed,
                )
                for role in team_roles()
            ),
        )
        for event in events
        if event.is_on or rota.at(event.id)
    )


def changed_cells(rota: Rota) -> frozenset[tuple[str, str]]:
    """Event and job of everything that somebody else does than the published sheet says."""
    if not rota.published:
        return frozenset()
    was: dict[tuple[str, str], str] = {}
    since = [each for each in rota.changes if each.when >= rota.published]
    for change in since:
        for duty in change.took:
            if duty.part == CREW:
                was.setdefault((duty.event, duty.role), duty.code)
        for duty in change.gave:
            if duty.part == CREW:
                was.setdefault((duty.event, duty.role), "")
    return frozenset(place for place, code in was.items() if rota.who(*place) != code)


def widths(width: int, roles: int) -> tuple[int, int]:
    """Cells for the title of an event, and for each job."""
    cell = max(6, min(_WIDEST_CELL, (width - _WHEN - _SHORTEST_TITLE) // roles))
    return max(_SHORTEST_TITLE, width - _WHEN - roles * cell), cell


def head_line(roles: Sequence[TeamRole], width: int) -> Content:
    """The words above the columns."""
    title, cell = widths(width, len(roles))
    return Content.assemble(
        f"{'Day':<{_WHEN}}", f"{'Event':<{title}}", *(cut_to(role.title, cell) for role in roles)
    )


def row_line(row: RotaRow, width: int, *, column: int | None) -> Content:
    """A row; the cell of a column stands out."""
    title, cell = widths(width, len(row.cells))
    when = f"{day_words(row.event.date):<{_WHEN}}"
    if not row.event.is_on:
        why = f"cancelled: {row.event.why}" if row.event.why else "cancelled"
        return Content.assemble(
            (when, "$quiet"), (_cut(row.event.title, title)), cut_to(why, len(row.cells) * cell)
        )
    cells = [
        _cut(each.words, cell).stylize(_style(each, here=number == column, marked=column is not None))
        for number, each in enumerate(row.cells)
    ]
    return Content.assemble(when, _cut(row.event.title, title), *cells)


def _cut(words: str, width: int) -> Content:
    return Content.assemble(cut_to(words, width - 1), " ")


def _style(cell: RotaCell, *, here: bool, marked: bool) -> str:
    if marked:  # the marked line has a ground of its own, on which colours do not read
        return "reverse" if here else ""
    if cell.needed and not cell.code:
        return "bold $warning"
    return "bold" if cell.changed else ""


def rota_title(rota: Rota) -> str:
    """Its days, whether it holds, and when it was last changed."""
    if rota.published is None:
        return f"Rota {rota.title}: a draft"
    changed = f", changed {day_words(rota.changed.date())}" if rota.changed else ""
    return f"Rota {rota.title}: published {day_words(rota.published.date())}{changed}"


def about_row(row: RotaRow, rota: Rota, hitches: Iterable[Hitch]) -> Iterable[Content]:
    """Who stands in, who learns, what is not right and what to do about it, of one event."""
    event = row.event
    yield Content.assemble(literal(event.title, "bold"), literal(f"   {event.begins}  {event.place}"))
    spare = [_with_role(duty.role, duty.code) for duty in rota.at(event.id) if duty.part == STAND_IN]
    learn = [_with_role(duty.role, duty.code) for duty in rota.at(event.id) if duty.part == TRAINEE]
    yield literal(
        f"Stand-in: {listed(spare) or 'nobody'}." + (f" Learning: {listed(learn)}." if learn else "")
    )
    for swap in swaps_at(rota, event.id):
        yield Content.assemble(("Asked: ", "bold $accent"), literal(swap_words(swap)))
    for hitch in hitches:
        if hitch.event.id == event.id:
            yield Content.assemble(("! ", "bold $warning"), literal(f"{hitch.what} {hitch.fix}"))


def swaps_at(rota: Rota, event_id: str) -> tuple[SwapAsked, ...]:
    """The swaps that wait for an adult, of one event."""
    return tuple(swap for swap in rota.open_swaps if event_id in (swap.event, swap.other_event))


def swap_words(swap: SwapAsked) -> str:
    """Who does what for whom, and what in return."""
    first = f"{swap.with_code} does {team_role(swap.role).title} for {swap.code}"
    if not swap.other_event:
        return f"{first}."
    return (
        f"{first}, and {swap.code} does {team_role(swap.other_role).title} for {swap.with_code} another day."
    )


def _with_role(role: str, code: str) -> str:
    return f"{code} ({team_role(role).title})"


def how_whole(hitches: int, swaps: int) -> str:
    """What still waits, in a line."""
    wrong = f"{count(hitches, 'place is', 'places are')} not right" if hitches else "every place is right"
    asked = f", {count(swaps, 'swap')} asked for" if swaps else ""
    return f"{begun(wrong)}{asked}."
