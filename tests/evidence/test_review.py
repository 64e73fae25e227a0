"""What an adult does with evidence."""

import pytest

from evidence.library import Library, UnknownRecord
from evidence.review import (
    NotReviewable,
    NotShown,
    TooManyKeyPieces,
    accept,
    amend,
    bin_entry,
    key_pieces,
    put_back,
    set_key,
)
from evidence.safety.adults import AdultsOnly
from rubric.framework import Claim
from rubric.load import shipped_framework
from tests.evidence.given import a_draft, a_library, again

FRAMEWORK = shipped_framework()


@pytest.fixture
def library(tmp_path) -> Library:
    return a_library(tmp_path)


def test_a_proposal_is_accepted_binned_and_put_back(library):
    entry = library.add_entry(a_draft(status="proposed"))
    assert accept(library, entry.id, framework=FRAMEWORK).status == "accepted"
    assert again(library).entry(entry.id).status == "accepted"
    assert put_back(library, entry.id).status == "proposed"
    assert bin_entry(library, entry.id).status == "binned"
    assert put_back(library, entry.id).status == "proposed"
    assert [line.action for line in library.journal.lines()][-4:] == [
        "accepted",
        "put-back",
        "binned",
        "put-back",
    ]
    assert library.entry(entry.id).amendments == ()


def test_doing_it_twice_changes_nothing(library):
    entry = library.add_entry(a_draft())
    before = library.journal.head()
    assert accept(library, entry.id) == entry
    assert amend(library, entry.id, framework=FRAMEWORK, title=entry.title) == entry
    assert set_key(library, entry.id, "MT1", False) == entry
    assert library.journal.head() == before


def test_an_amendment_keeps_what_was_said_before(library):
    entry = library.add_entry(a_draft("Robots"))
    changed = amend(library, entry.id, framework=FRAMEWORK, title="Dragons", impact="They asked for more.")
    assert (changed.title, changed.status) == ("Dragons", "accepted")
    assert changed.amendments[0].earlier == {"title": "Robots", "impact": ""}


def test_pupil_mode_reaches_none_of_it(library):
    entry = library.add_entry(a_draft(status="proposed"))
    library.adults.set_pin("246810")
    library.adults.lock()
    for attempt in (
        lambda: accept(library, entry.id),
        lambda: bin_entry(library, entry.id),
        lambda: put_back(library, entry.id),
        lambda: amend(library, entry.id, framework=FRAMEWORK, title="Mine"),
        lambda: set_key(library, entry.id, "MT1"),
    ):
        with pytest.raises(AdultsOnly):
            attempt()
    assert library.entry(entry.id) == entry


def test_what_was_withdrawn_stays_withdrawn(library):
    entry = library.add_entry(a_draft(status="withdrawn"))
    for attempt in (accept, bin_entry, put_back):
        with pytest.raises(NotReviewable):
            attempt(library, entry.id)
    with pytest.raises(NotReviewable):
        amend(library, entry.id, framework=FRAMEWORK, title="Again")
    with pytest.raises(UnknownRecord):
        accept(library, "EV-2026-0999")


def test_three_key_pieces_a_criterion_and_no_more(library):
    entries = [library.add_entry(a_draft()) for _ in range(4)]
    for entry in entries[:3]:
        assert set_key(library, entry.id, "mt1").key_for == ("MT1",)
    with pytest.raises(TooManyKeyPieces, match="EV-2026-0001, EV-2026-0002, EV-2026-0003"):
        set_key(library, entries[3].id, "MT1")
    set_key(library, entries[0].id, "MT1", on=False)
    set_key(library, entries[3].id, "MT1")
    assert [entry.id for entry in key_pieces(library, "MT1")] == [entry.id for entry in entries[1:]]


def test_a_key_piece_is_evidence_and_shows_the_criterion(library):
    proposed = library.add_entry(a_draft(status="proposed"))
    with pytest.raises(NotReviewable, match="proposed"):
        set_key(library, proposed.id, "MT1")
    with pytest.raises(NotShown, match="C6"):
        set_key(library, library.add_entry(a_draft()).id, "C6")


def test_a_criterion_that_is_taken_out_takes_its_star_with_it(library):
    entry = library.add_entry(a_draft())
    set_key(library, entry.id, "MT1")
    changed = amend(library, entry.id, framework=FRAMEWORK, criteria=(Claim.parse("C6:gold"),))
    assert changed.key_for == ()
