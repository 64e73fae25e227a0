"""All that an entry says, as lines for a screen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import zip_longest
from textwrap import wrap
from typing import TYPE_CHECKING

from textual.content import Content

from studio.ui.entry_words import STATUS_WORDS, age_words, claims_words
from studio.ui.text import cut_to, literal
from studio.wording import clock, count, listed

if TYPE_CHECKING:
    from evidence.entry import Amendment, Entry, SoundUse
    from rubric.framework import Framework

SENSITIVITY_WORDS = {
    "open": "whoever the releases allow",
    "school": "the school and its hub only",
    "staff": "the staff only: it stays out of every bundle",
}
_LABEL_WIDTH = 15
_GAP = "  →  "
_FIELD_WORDS = {
    "criteria": "what it shows",
    "year_groups": "the year groups",
    "date_happened": "the date",
    "before": "“Before”",
    "happened": "“What we did”",
    "impact": "“Now”",
    "key_for": "the key pieces",
    "names_spoken": "the names spoken",
    "action_id": "the action",
    "tags": "the national plan",
    "people": "who is in it",
}


def fact(label: str, words: str, width: int) -> Content:
    """A label, and what it says beside it, in as many lines as it needs."""
    paragraphs = [wrap(paragraph, max(20, width - _LABEL_WIDTH)) or [""] for paragraph in words.splitlines()]
    lines = [line for paragraph in paragraphs for line in paragraph] or [""]
    beside = Content(f"\n{'':<{_LABEL_WIDTH}}").join(literal(line) for line in lines)
    return Content.assemble((f"{label:<{_LABEL_WIDTH}}", "bold"), beside)


def proposal_lines(entry: Entry, framework: Framework, today: date, width: int) -> list[Content]:
    """What one has to know to decide about a proposal, and what the levels that it shows ask for."""
    who = [age_words(entry.date_happened, today), *entry.year_groups, *entry.heard]
    asked = [(str(claim).replace(":", " "), framework.descriptor(claim).text) for claim in entry.criteria]
    said = _said(
        width,
        ("Because", entry.why or "somebody wrote it down."),
        ("When, who", ", ".join(who)),
        ("What we did", entry.happened),
        *(("Sound", sound_words(use)) for use in entry.sounds),
        ("Seen by", SENSITIVITY_WORDS[entry.sensitivity] if entry.sensitivity != "open" else ""),
        *asked,
    )
    return [literal(entry.title, "bold"), *said]


def main_lines(entry: Entry, today: date, width: int) -> list[Content]:
    """What happened, when and with whom, and what it shows."""
    heard = f"heard or seen: {' '.join(entry.heard)}" if entry.heard else ""
    who = [" ".join(entry.year_groups) or "no year group given", heard, _names_words(entry)]
    key = f"a key piece for {' '.join(entry.key_for)}" if entry.key_for else ""
    return _said(
        width,
        (
            "When",
            f"{entry.date_happened.isoformat()}, {age_words(entry.date_happened, today)}{_old(entry, today)}",
        ),
        ("Written down", _recorded(entry)),
        ("Who", ", ".join(filter(None, who))),
        ("It shows", "; ".join(filter(None, [claims_words(entry), key]))),
        ("Status", STATUS_WORDS[entry.status] if entry.status != "accepted" else ""),
        ("Because", entry.why),
        ("Before", entry.before),
        ("What we did", entry.happened),
        ("Now", entry.impact),
    )


def more_lines(
    entry: Entry, width: int, *, type_title: str, action: str, tags: Iterable[str]
) -> list[Content]:
    """What helps to find it again and to keep it safe."""
    return _said(
        width,
        ("Type", ", ".join(filter(None, [type_title, entry.subject]))),
        ("Action", action),
        ("Also shows", "; ".join(tags)),
        ("Seen by", SENSITIVITY_WORDS[entry.sensitivity] if entry.sensitivity != "open" else ""),
        ("By", entry.by or ""),
        ("Files", ", ".join(use.name for use in entry.files)),
    )


def sound_lines(entry: Entry, width: int) -> list[Content]:
    """Its sounds with what was done to them; two versions stand side by side."""
    if entry.versions is None:
        return [line for use in entry.sounds for line in _one_sound(use, width)]
    first, second = entry.versions
    lines = [
        Content(""),
        *_side_by_side(["Version 1", *_column(first)], ["Version 2", *_column(second)], width),
    ]
    if entry.feedback is not None:
        words = entry.feedback
        following = f"{words.next}  ({words.by})" if words.next and words.by else words.next
        lines += _said(width, ("What works", words.works), ("Try next", following))
    return lines + [line for use in entry.sounds[2:] for line in _one_sound(use, width)]


def route_lines(routes: Iterable[tuple[str, ...]], width: int) -> list[Content]:
    """The way of each sound from hardware to product; nothing for one of which nothing is known."""
    return _said(width, *(("Route", " → ".join(stations)) for stations in routes if len(stations) > 1))


def history_lines(amendments: Iterable[Amendment], width: int) -> list[Content]:
    """What it said before it was changed."""
    lines = []
    for amendment in amendments:
        fields = [_FIELD_WORDS.get(name, name) for name in amendment.earlier]
        said = [value for value in amendment.earlier.values() if isinstance(value, str) and value]
        before = f"; it said “{said[0]}”" if len(said) == 1 else ""
        lines.append(fact(f"{amendment.when:%Y-%m-%d}", f"changed: {', '.join(fields)}{before}", width))
    return [Content(""), *lines] if lines else []


def sound_words(use: SoundUse) -> str:
    """A sound in one line: its length before and after, and what was done."""
    length = _length(use)
    return f"{use.title}  {length}  {'; '.join(use.words)}".rstrip()


def _said(width: int, *facts: tuple[str, str]) -> list[Content]:
    return [fact(label, words, width) for label, words in facts if words]


def _old(entry: Entry, today: date) -> str:
    from evidence.entry_types import is_old

    return "; it is old, and a hub will ask what is so now" if is_old(entry, today) else ""


def _names_words(entry: Entry) -> str:
    return "somebody says a name" if entry.names_spoken else ""


def _recorded(entry: Entry) -> str:
    later = count(entry.days_between, "day") + " later" if entry.days_between > 0 else "the same day"
    return f"{entry.date_recorded:%Y-%m-%d %H:%M}, {later}"


def _one_sound(use: SoundUse, width: int) -> list[Content]:
    length = _length(use)
    steps = [fact("", step, width) for step in use.words]
    return [Content(""), fact("Sound", f"{use.title}  {length}", width), *steps]


def _column(use: SoundUse) -> list[str]:
    by = f", {listed(list(use.makers))}" if use.makers else ""
    return [f"{use.title}  {clock(use.seconds_after)}{by}", *(use.words or ["as it was recorded"])]


def _side_by_side(left: list[str], right: list[str], width: int) -> list[Content]:
    room = max(12, (width - len(_GAP)) // 2)
    columns = [[part for line in side for part in wrap(line, room) or [""]] for side in (left, right)]
    rows = [
        Content.assemble(cut_to(one, room), _GAP if number == 0 else " " * len(_GAP), cut_to(two, room))
        for number, (one, two) in enumerate(zip_longest(*columns, fillvalue=""))
    ]
    return [rows[0].stylize("bold"), *rows[1:], Content("")]


def _length(use: SoundUse) -> str:
    """How long it is, and how long it was where that is not the same."""
    before, after = clock(use.seconds_before), clock(use.seconds_after)
    return after if before == after else f"{before} → {after}"
