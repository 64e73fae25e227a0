"""Finding entries."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from evidence.entry import Entry, Feedback
from evidence.views.find import Finder, plain_letters
from tests.evidence.given import an_entry

DAY = date(2026, 11, 20)


def ids(entries) -> list[str]:
    return [entry.id[-1] for entry in entries]


def test_nothing_typed_finds_everything_newest_first():
    entries = [an_entry(1), an_entry(2, date_happened=DAY - timedelta(days=9)), an_entry(3)]
    assert ids(Finder(entries).find()) == ["3", "1", "2"]


def test_every_word_must_be_there_somewhere_whatever_its_capitals_and_accents():
    finder = Finder(
        [
            an_entry(1, "Café sounds", happened="We recorded SAUCEPANS."),
            an_entry(2, "Saucepan laser", people=("Y4-heron",)),
            an_entry(3, "Feedback", feedback=Feedback(works="Clear", next="Louder ending")),
        ]
    )
    assert ids(finder.find("saucepan")) == ["2", "1"]
    assert ids(finder.find("cafe SAUCE")) == ["1"]
    assert ids(finder.find("y4-heron")) == ["2"]
    assert ids(finder.find("louder ending")) == ["3"]
    assert ids(finder.find("november 2026")) == ["3", "2", "1"]
    assert finder.find("trombone") == ()


def test_filters_go_together():
    finder = Finder(
        [
            an_entry(1, claims=("MT1:silver", "C6:gold"), year_groups=("Y4", "Y5")),
            an_entry(2, claims=("MT1:gold",), year_groups=("Y4",), status="proposed"),
            an_entry(3, claims=("MT1:gold",), type="pupil-voice", date_happened=date(2026, 1, 5)),
        ]
    )
    assert ids(finder.find(criterion="mt1")) == ["2", "1", "3"]
    assert ids(finder.find(criterion="MT1", level="gold")) == ["2", "3"]
    assert ids(finder.find(level="gold")) == ["2", "1", "3"]
    assert ids(finder.find(year="Y5")) == ["1"]
    assert ids(finder.find(status="proposed")) == ["2"]
    assert ids(finder.find(type="pupil-voice")) == ["3"]
    assert ids(finder.find(since=date(2026, 1, 6))) == ["2", "1"]
    assert ids(finder.find(until=date(2026, 1, 5))) == ["3"]
    assert ids(finder.find("silver", criterion="MT1", year="Y4")) == ["1"]


def test_a_changed_entry_is_found_by_its_new_words_only():
    entries = [an_entry(1, "Robots"), an_entry(2, "Rain")]
    finder = Finder(entries)
    assert ids(finder.find("robots")) == ["1"]
    finder.update([replace(entries[0], title="Dragons"), entries[1]])
    assert finder.find("robots") == ()
    assert ids(finder.find("dragons")) == ["1"]
    finder.update(entries[1:])
    assert finder.find("dragons") == ()


def test_what_did_not_change_is_not_made_ready_again(monkeypatch):
    entries = [an_entry(number) for number in range(1, 9)]
    finder = Finder(entries)
    made: list[str] = []
    monkeypatch.setattr(
        "evidence.views.find.searchable", lambda entry, _: made.append(entry.id) or entry.title
    )
    finder.update([replace(entries[0], title="New"), *entries[1:]])
    assert made == ["EV-2026-0001"]


words = st.sampled_from(["robot", "ROBOTS", "rain", "Café", "é", "ra", "r", "y4", "mt1:gold"])
found_entries = st.lists(
    st.builds(
        lambda title, happened, claim, year, days: (title, happened, claim, year, days),
        st.lists(words, min_size=1, max_size=3).map(" ".join),
        st.lists(words, max_size=3).map(" ".join),
        st.sampled_from(["MT1:gold", "MT1:silver", "C6:gold"]),
        st.sampled_from(["Y3", "Y4"]),
        st.integers(0, 40),
    ),
    max_size=8,
)


@given(
    rows=found_entries,
    queries=st.lists(st.lists(words, max_size=3).map(" ".join), min_size=1, max_size=4),
    criterion=st.sampled_from([None, "MT1"]),
    year=st.sampled_from([None, "Y4"]),
)
def test_the_finder_agrees_with_looking_through_them_one_by_one(rows, queries, criterion, year):
    entries = [
        an_entry(
            number,
            title,
            happened=happened,
            claims=(claim,),
            year_groups=(of,),
            date_happened=DAY - timedelta(days=days),
        )
        for number, (title, happened, claim, of, days) in enumerate(rows, 1)
    ]
    finder = Finder(entries)
    for query in queries:  # one after the other, as they are typed
        found = finder.find(query, criterion=criterion, year=year)
        naive = [
            entry
            for entry in sorted(entries, key=lambda e: (e.date_happened, e.id), reverse=True)
            if (criterion is None or any(c.criterion == criterion for c in entry.criteria))
            and (year is None or year in entry.year_groups)
            and all(_has(entry, word) for word in plain_letters(query).split())
        ]
        assert list(found) == naive


def _has(entry: Entry, word: str) -> bool:
    said = [entry.title, entry.happened, entry.id, "recorded note 20 november 2026", *entry.year_groups]
    said += [str(claim) for claim in entry.criteria] + ["october november 2026-10-11"]
    said += [f"{claim.criterion} {claim.level}" for claim in entry.criteria]
    return any(word in plain_letters(text) for text in said)
