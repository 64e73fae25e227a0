"""Changes of a rota: each with what went and what came, so that it can be told and taken back."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from evidence.library import Library
from evidence.records.store import Turn
from lessons.assembly.rota import Duty, Rota, RotaChange
from lessons.assembly.skill import team_roles
from rubric.plain import from_plain, to_plain
from studio.wording import date_in_words, listed


def altered(
    rota: Rota,
    what: str,
    *,
    when: datetime,
    took: tuple[Duty, ...] = (),
    gave: tuple[Duty, ...] = (),
    event: str = "",
    role: str = "",
    why: str = "",
    by: str = "",
) -> Rota:
    """The rota with some duties instead of others; what happens to a published one goes into its log."""
    duties = (*(duty for duty in rota.duties if duty not in took), *gave)
    codes = tuple(dict.fromkeys(duty.code for duty in (*took, *gave)))
    change = RotaChange(
        when=when, what=what, event=event, role=role, codes=codes, why=why, by=by, took=took, gave=gave
    )
    logged = rota.status == "published" or what == "published"
    return replace(rota, duties=duties, changes=(*rota.changes, change) if logged else rota.changes)


def taken_back(rota: Rota, *, when: datetime, by: str) -> Rota | None:
    """The rota as it was before the last change of who does what; `None` when there is none."""
    done = [each for each in rota.changes if (each.took or each.gave) and not each.taken_back]
    if not done:
        return None
    last = done[-1]
    marked = tuple(replace(each, taken_back=True) if each is last else each for each in rota.changes)
    back = altered(
        replace(rota, changes=marked),
        "undone",
        when=when,
        took=last.gave,
        gave=last.took,
        event=last.event,
        role=last.role,
        by=by,
    )
    *log, line = back.changes
    # Not to be taken back itself: what was changed and taken back is changed anew instead.
    return replace(back, changes=(*log, replace(line, taken_back=True)))


def log_event(library: Library, turn: Turn, event: str, what: str, *, why: str = "", by: str = "") -> None:
    """In a turn that changes an event: say so in the log of every published rota that it is in."""
    for record in library.store.all("rota"):
        if is_published_with(record.fields, event) and (stored := turn.get("rota", record.id)):
            rota = from_plain(Rota, stored.fields)
            changed = altered(rota, what, when=library.now(), event=event, why=why, by=by)
            turn.put("rota", rota.id, to_plain(changed), action=what, who=by or None)


def is_published_with(fields: Mapping[str, Any], event: str) -> bool:
    """Whether the fields of a record are of a published rota with this event in it."""
    return fields.get("status") == "published" and any(
        duty.get("event") == event for duty in fields.get("duties", ())
    )


def words_of(change: RotaChange, events: dict[str, str]) -> str:
    """A line of the log, in words; `events` gives the title of each event by its id."""
    role = {each.id: each.title for each in team_roles()}.get(change.role, "")
    about = events.get(change.event, change.event)
    parts = {
        "published": "The rota was published",
        "swapped": f"Swapped: {listed(list(change.codes))}",
        "stood-in": _came(change, f"does {role}"),
        "filled": f"Gaps were filled with {listed(list(change.codes))}",
        "cancelled": "Cancelled",
        "moved": "Moved",
        "back-on": "On again after all",
        "undone": "A change was taken back",
    }
    told = parts.get(change.what, change.what)
    where = f" ({about})" if about else ""
    why = f": {change.why}" if change.why else ""
    end = "" if why.endswith((".", "!", "?")) else "."
    return f"{date_in_words(change.when.date())}: {told}{where}{why}{end}"


def _came(change: RotaChange, does: str) -> str:
    came = listed([duty.code for duty in change.gave]) or "Somebody"
    went = listed([duty.code for duty in change.took if duty.part != "stand-in"])
    return f"{came} {does} instead of {went}" if went else f"{came} {does}"
