"""Finding entries: by any words in them, and by what they show, when, and for whom."""

import unicodedata
from collections.abc import Callable, Iterable
from datetime import date

from evidence.entry import Entry
from evidence.entry_types import entry_types
from studio.wording import date_in_words

Wanted = Callable[[Entry], bool]


class Finder:
    """Entries made ready to be searched, with every key that is typed."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._known: dict[str, tuple[Entry, str]] = {}
        self._entries: list[Entry] = []
        self._texts: list[str] = []
        self._last: tuple[list[str], list[int]] = ([], [])
        self.update(entries)

    def update(self, entries: Iterable[Entry]) -> None:
        """Search these from now on; only those that are new or changed are made ready again."""
        titles = {each.id: each.title for each in entry_types()}
        known = {}
        for entry in entries:
            before = self._known.get(entry.id)
            if before is None or (before[0] is not entry and before[0] != entry):
                before = entry, searchable(entry, titles)
            known[entry.id] = before
        newest = sorted(known.values(), key=lambda pair: (pair[0].date_happened, pair[0].id), reverse=True)
        self._known = known
        self._entries = [entry for entry, _ in newest]
        self._texts = [text for _, text in newest]
        self._last = ([], list(range(len(newest))))

    def find(
        self,
        text: str = "",
        *,
        criterion: str | None = None,
        level: str | None = None,
        year: str | None = None,
        status: str | None = None,
        type: str | None = None,  # noqa: A002
        since: date | None = None,
        until: date | None = None,
    ) -> tuple[Entry, ...]:
        """The entries that have every word of a text somewhere, and fit all that is asked for, newest first.

        A word may be part of a longer one; capitals and accents do not matter.
        """
        fits = _asked(criterion, level, year, status, type, since, until)
        found = (self._entries[place] for place in self._places(plain_letters(text).split()))
        return tuple(entry for entry in found if all(asked(entry) for asked in fits))

    def _places(self, words: list[str]) -> list[int]:
        """Where entries with all the words are; while somebody types on, only what was found is looked at."""
        before, places = self._last
        if not _goes_on(before, words):
            places = list(range(len(self._texts)))
        texts = self._texts
        for word in words:
            places = [place for place in places if word in texts[place]]
        self._last = (words, places)
        return places


def searchable(entry: Entry, type_titles: dict[str, str]) -> str:
    """Everything about an entry that somebody may type to find it."""
    parts = [
        entry.id,
        entry.title,
        entry.before,
        entry.happened,
        entry.impact,
        entry.subject,
        entry.why,
        type_titles.get(entry.type, entry.type),
        entry.date_happened.isoformat(),
        date_in_words(entry.date_happened),
        entry.action_id or "",
        entry.by or "",
        *(f"{claim.criterion}:{claim.level} {claim.criterion} {claim.level}" for claim in entry.criteria),
        *entry.year_groups,
        *entry.tags,
        *entry.heard,
        *(f"{use.sound_id} {use.title}" for use in entry.sounds),
        *(use.name for use in entry.files),
        *((entry.feedback.works, entry.feedback.next) if entry.feedback else ()),
    ]
    return plain_letters("\n".join(filter(None, parts)))


def plain_letters(text: str) -> str:
    """Small letters without accents, so that `cafe` finds `Café`."""
    if not text.isascii():
        apart = unicodedata.normalize("NFKD", text)
        text = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return text.casefold()


def _goes_on(before: list[str], words: list[str]) -> bool:
    """Whether whatever has the words now also had those before."""
    return all(any(old in new for new in words) for old in before)


def _asked(
    criterion: str | None,
    level: str | None,
    year: str | None,
    status: str | None,
    type_id: str | None,
    since: date | None,
    until: date | None,
) -> list[Wanted]:
    asked: list[Wanted] = []
    if criterion is not None or level is not None:
        code = criterion and criterion.strip().upper()
        asked.append(
            lambda entry: any(
                code in (None, claim.criterion) and level in (None, claim.level) for claim in entry.criteria
            )
        )
    if year is not None:
        asked.append(lambda entry: year in entry.year_groups)
    if status is not None:
        asked.append(lambda entry: entry.status == status)
    if type_id is not None:
        asked.append(lambda entry: entry.type == type_id)
    if since is not None:
        asked.append(lambda entry: entry.date_happened >= since)
    if until is not None:
        asked.append(lambda entry: entry.date_happened <= until)
    return asked
