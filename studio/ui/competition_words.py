"""Where a competition stands, in words that may be read out, and the one key that comes next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.ui.text import day_words
from studio.wording import count, date_in_words, listed

if TYPE_CHECKING:
    from datetime import date

    from lessons.competitions.competition import Competition
    from studio.ui.competition_now import CompetitionNow

STANDS = {
    "set": "not open yet",
    "open": "open",
    "closed": "closed",
    "judging": "being judged",
    "judged": "judged",
    "announced": "announced",
    "cancelled": "cancelled",
}


@dataclass(frozen=True, slots=True)
class Next:
    """The one thing to do now: the action of its key, the key, and what it does."""

    action: str
    key: str
    words: str

    def __str__(self) -> str:
        return f"Next: {self.key} {self.words}"


def dates_words(known: Competition, stands: str, today: date) -> str:
    """When it opens and closes, seen from today."""
    if stands == "set":
        return f"It opens on {day_words(known.opens)} and closes on {day_words(known.closes)}."
    if stands == "open":
        left = (known.closes - today).days
        if left == 0:
            return "Today is the last day to enter."
        return f"{count(left, 'day')} left to enter, until {day_words(known.closes)}."
    if stands == "announced" and known.announced is not None:
        return f"On {date_in_words(known.announced.date())}."
    if stands == "cancelled":
        return known.why
    closed = f"The last day was {day_words(known.closes)}." if known.closes < today else ""
    return closed or "No more entries come in."


def who_words(known: Competition) -> str:
    """Who may enter."""
    years = known.years[0] if len(known.years) == 1 else f"{known.years[0]} to {known.years[-1]}"
    if len(known.years) > 2 and not _in_a_row(known.years):
        years = listed(list(known.years))
    return f"For {years}, {known.who_may}."


def _in_a_row(years: tuple[str, ...]) -> bool:
    from evidence.years import YEAR_GROUPS

    first = YEAR_GROUPS.index(years[0])
    return YEAR_GROUPS[first : first + len(years)] == years


def told_lines(now: CompetitionNow) -> list[str]:
    """Where it stands, one fact a line."""
    known = now.shown
    if known is None:
        return ["There is no competition yet.", "Choose a brief card, and it begins today."]
    lines = [dates_words(known, now.stands, now.today)]
    if now.stands in ("set", "open"):
        lines = [f"{lines[0]} {who_words(known)}"]
    if now.stands in ("open", "closed"):
        lines.append(_entries_line(now))
    elif now.stands not in ("set", "cancelled"):
        lines = [f"{_entries_line(now)} {lines[0]}" if now.stands == "announced" else _entries_line(now)]
    if known.moves and now.stands in ("set", "open", "closed"):
        last = known.moves[-1]
        lines.append(f"The closing day was {day_words(last.was)}. It was moved: {last.why}")
    return [*lines, *_judging_lines(now), *_words_lines(now)]


def _entries_line(now: CompetitionNow) -> str:
    if now.stands == "open":
        return f"{count(now.entries, 'entry', 'entries')} so far." if now.entries else "No entries yet."
    if not now.entries:
        return "Nobody handed anything in. That can happen."
    if now.entries == 1 and now.stands in ("closed", "judging"):
        return "There is one entry. Judges hear it and say what is good."
    return f"{count(now.entries, 'entry', 'entries')}."


def _judging_lines(now: CompetitionNow) -> list[str]:
    if now.stands != "judging":
        return []
    judged = now.judged
    if judged is None:
        return ["Looking how far the judges are ..."]
    if judged.nothing:
        return [
            "Every judge knew every voice, so nothing counts.",
            "An adult names other judges, or gives no award.",
        ]
    if judged.waiting:
        return [f"{judged.panel - judged.waiting} of {count(judged.panel, 'judge')} are done."]
    return ["Every judge is done."]


def _words_lines(now: CompetitionNow) -> list[str]:
    known = now.shown
    if known is None or now.stands not in ("judged", "announced"):
        return []
    if now.stands == "announced":
        if known.no_award:
            return [f"No award this time: {known.no_award}"]
        return ["They won together:"] if len(now.won) > 1 else []
    lines = ["The panel has chosen. It stays a secret until assembly."]
    if known.no_award:
        lines = [f"There is no award this time: {known.no_award}"]
    if now.wanted:
        lines.append(f"{count(now.wanted, 'entry has', 'entries have')} no words yet.")
    if now.unread:
        lines.append(f"{count(now.unread, 'text waits', 'texts wait')} for an adult.")
    if now.is_known and not now.wanted and not now.unread:
        lines.append("All words are written and checked.")
    return lines


def next_key(now: CompetitionNow) -> Next:
    """The one key for whoever is there; what only adults may do says that it asks for the PIN."""
    if now.shown is None:
        return Next("briefs", "B", "chooses a brief")
    if now.stands == "set":
        return Next("card", "C", "shows the brief, big enough to read out")
    if now.stands == "open":
        return Next("enter", "E", "hands in a sound")
    if now.stands == "closed":
        if now.entries:
            return Next("panel", "O", "opens the judging (an adult's PIN)")
        return Next("move", "D", "moves the closing day (an adult's PIN)")
    if now.stands == "judging":
        return _next_of_judging(now)
    if now.stands == "judged":
        return _next_of_words(now)
    return _next_after(now)


def _next_of_judging(now: CompetitionNow) -> Next:
    judged = now.judged
    if judged is None or judged.waiting:
        return Next("judge", "J", "judges")
    if judged.nothing:
        return Next("panel", "O", "names other judges (an adult's PIN)")
    return Next("panel", "O", "closes the judging (an adult's PIN)")


def _next_of_words(now: CompetitionNow) -> Next:
    if now.wanted or not now.is_known:
        return Next("reasons", "R", "writes the reasons")
    if now.unread:
        return Next("check", "K", "checks the words (an adult's PIN)")
    return Next("announce", "A", "announces it (an adult's PIN)")


def _next_after(now: CompetitionNow) -> Next:
    if now.going:
        return Next("other", "→", f"goes on to “{now.going[-1][1]}”")
    return Next("briefs", "B", "chooses the brief for the next one")
