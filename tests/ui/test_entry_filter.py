from datetime import date

from evidence.views.find import Finder
from studio.ui.entry_filter import EntryFilter
from studio.ui.entry_words import age_words, marked_line
from tests.ui.fakes import a_sound, an_entry


def test_a_field_goes_through_its_choices_and_back_to_none():
    narrowed = EntryFilter()
    seen = []
    for _ in range(4):
        narrowed = narrowed.next("level", ("bronze", "silver", "gold"))
        seen.append(narrowed.level)
    assert seen == ["bronze", "silver", "gold", None]


def test_a_choice_that_is_no_longer_there_gives_way_to_the_first():
    assert EntryFilter(year="Y9").next("year", ("Y1", "Y2")).year == "Y1"
    assert EntryFilter(year="Y9").next("year", ()).year is None


def test_it_says_what_it_asks_for():
    assert EntryFilter().words() == ""
    narrowed = EntryFilter(text="rain", criterion="MT1", level="gold", year="Y4", status="proposed")
    assert narrowed.words() == "MT1 gold, Y4, waits for an adult, “rain”"
    assert EntryFilter(called="Autumn 1", type="note").words("Note") == "Autumn 1, Note"


def test_what_counts_no_more_is_shown_only_when_it_is_asked_for(library):
    from evidence.review import bin_entry

    entries = [an_entry(library, title, "MT1:gold") for title in ("One", "Two")]
    bin_entry(library, entries[0].id)
    finder = Finder(library.entries())
    assert [entry.title for entry in EntryFilter().found(finder)] == ["Two"]
    assert [entry.title for entry in EntryFilter(status="binned").found(finder)] == ["One"]


def test_a_line_has_a_mark_for_what_is_special(library):
    from evidence.review import bin_entry, set_key

    entry = an_entry(library, "Rain", "MT1:gold", sounds=(a_sound(library, "Rain"),))
    assert marked_line(entry, 80).plain.startswith("  2026-11-24  Rain")
    assert marked_line(set_key(library, entry.id, "MT1"), 80).plain.startswith("* ")
    assert marked_line(library.entry(entry.id), 80, criterion="C6").plain.startswith("  ")
    assert marked_line(entry, 80, old_before=date(2027, 1, 1)).plain.startswith("~ ")
    assert marked_line(bin_entry(library, entry.id), 80).plain.startswith("× ")


def test_ages_in_the_largest_whole_measure():
    today = date(2026, 11, 24)
    said = [age_words(day, today) for day in (today, date(2026, 11, 23), date(2026, 11, 20))]
    assert said == ["today", "yesterday", "4 days ago"]
    assert age_words(date(2026, 10, 24), today) == "4 weeks ago"
    assert age_words(date(2026, 9, 25), today) == "2 months ago"
    assert age_words(date(2026, 5, 24), today) == "6 months ago"
    assert age_words(date(2023, 11, 20), today) == "3 years ago"
