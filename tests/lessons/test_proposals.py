"""What the rules see in what pupils made and did, and what an adult makes of it."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidence.entry import Entry
from evidence.library import Library
from evidence.review import accept, amend, bin_entry, put_back
from evidence.safety.withdrawal import withdraw
from evidence.sound import Sound
from lessons.occasion import Occasions
from lessons.proposals import proposals, propose
from lessons.rule import shipped_rules
from rubric.framework import LEVELS, Claim
from rubric.load import shipped_framework
from studio.audio.recipe import Recipe
from tests.evidence.given import NOW, a_draft, a_library, add_a_sound, again

FRAMEWORK = shipped_framework()
TODAY = NOW.date()


@pytest.fixture
def library(tmp_path) -> Library:
    return a_library(tmp_path)


def kept(library: Library, title: str = "A cow", *, year: str | None = "Y4", **given) -> Sound:
    return add_a_sound(library, title, year=year, kept=True, **given)


def changed(library: Library, sound: Sound, *steps: str) -> Sound:
    return library.save_sound(sound.with_recipe(Recipe.parse(steps)), "edited")


def shown(entry: Entry) -> set[str]:
    return {str(claim) for claim in entry.criteria}


def proposed(library: Library) -> list[Entry]:
    return list(propose(library, FRAMEWORK))


def test_a_recording_is_proposed_with_its_reason_and_is_no_evidence_yet(library):
    sound = kept(library, by="Y4-heron")
    (entry,) = proposed(library)
    assert shown(entry) == {"MT1:silver"}
    assert entry.why == "Y4 recorded this themselves."
    assert (entry.title, entry.year_groups, entry.by, entry.status) == (
        "A cow",
        ("Y4",),
        "Y4-heron",
        "proposed",
    )
    assert (entry.source, entry.sounds[0].sound_id, entry.date_happened) == (sound.id, sound.id, TODAY)
    assert again(library).entry(entry.id) == entry
    assert proposals(library) == (entry,)


def test_a_changed_recording_shows_more_and_says_what_was_done(library):
    changed(library, kept(library), "trim 0.01 0.08", "reverse")
    (entry,) = proposed(library)
    assert shown(entry) == {"MT1:silver", "MT1:gold"}
    assert entry.why == "Y4 recorded this themselves, trimmed it and turned it backwards."
    assert entry.type == "edited-sound"


def test_a_recording_that_a_class_brought_in_counts_and_a_found_sound_does_not(library):
    kept(library, origin="imported", hertz=300.0)
    found = kept(library, "Storm", origin="imported", hertz=400.0)
    library.save_sound(replace(found, credit="Somebody, CC BY"), "credited")
    kept(library, "Shipped", origin="shipped", hertz=500.0)
    (entry,) = proposed(library)
    assert entry.why == "Y4 brought in this recording of their own."


def test_what_is_not_kept_or_is_nobodys_or_is_in_the_bin_is_not_looked_at(library):
    add_a_sound(library, year="Y4")
    kept(library, year=None, hertz=300.0)
    binned = kept(library, hertz=500.0)
    library.save_sound(replace(binned, binned=True), "binned")
    assert proposed(library) == []


def test_the_code_of_its_maker_says_the_year_group(library):
    kept(library, year=None, by="Y6-otter")
    assert proposed(library)[0].year_groups == ("Y6",)


def test_proposing_twice_changes_nothing(library):
    changed(library, kept(library), "reverse")
    Occasions(library).add("assembly", led_by=["Y6-otter"])
    assert len(proposed(library)) == 2
    head = library.journal.head()
    assert proposed(library) == []
    assert proposed(again(library)) == []
    assert library.journal.head() == head


@pytest.mark.parametrize("decide", [accept, bin_entry])
def test_what_an_adult_decided_is_never_asked_again(library, decide):
    kept(library)
    (entry,) = proposed(library)
    decide(library, entry.id)
    assert proposed(library) == []


def test_a_sound_changed_further_brings_its_open_proposal_up_to_date(library):
    sound = kept(library)
    (first,) = proposed(library)
    changed(library, sound, "reverse")
    (second,) = proposed(library)
    assert second.id == first.id
    assert shown(second) == {"MT1:silver", "MT1:gold"}
    assert second.sounds[0].recipe_texts == ("reverse",)
    assert second.amendments == ()
    assert len(proposals(library)) == 1


def test_a_step_taken_back_takes_its_claim_back_from_the_open_proposal(library):
    sound = changed(library, kept(library), "reverse")
    proposed(library)
    changed(library, sound)
    assert shown(proposed(library)[0]) == {"MT1:silver"}
    changed(library, sound, "reverse")
    assert shown(proposed(library)[0]) == {"MT1:silver", "MT1:gold"}


def test_a_sound_changed_after_it_was_accepted_is_proposed_for_the_new_claim_only(library):
    sound = kept(library)
    accept(library, proposed(library)[0].id)
    changed(library, sound, "reverse")
    (entry,) = proposed(library)
    assert shown(entry) == {"MT1:gold"}
    assert len(library.entries()) == 2


def test_what_an_adult_changed_in_a_proposal_stays(library):
    sound = changed(library, kept(library), "reverse")
    (entry,) = proposed(library)
    amend(
        library,
        entry.id,
        framework=FRAMEWORK,
        title="Monster feet",
        criteria=(Claim.parse("MT1:silver"), Claim.parse("C6:gold")),
    )
    assert proposed(library) == []
    changed(library, sound, "reverse", "trim 0.01")
    (renewed,) = proposed(library)
    assert (renewed.title, shown(renewed)) == ("Monster feet", {"MT1:silver", "C6:gold"})


def test_what_an_adult_took_out_of_accepted_evidence_is_not_proposed_anew(library):
    changed(library, kept(library), "reverse")
    (entry,) = proposed(library)
    amend(library, entry.id, framework=FRAMEWORK, criteria=(Claim.parse("MT1:silver"),))
    accept(library, entry.id)
    assert proposed(library) == []


def test_put_back_makes_it_an_open_proposal_again(library):
    kept(library)
    (entry,) = proposed(library)
    put_back(library, bin_entry(library, entry.id).id)
    assert proposed(library) == []
    assert [each.id for each in proposals(library)] == [entry.id]


def test_a_withdrawn_source_is_left_in_peace(library):
    sound = kept(library)
    (entry,) = proposed(library)
    library.save_entry(replace(entry, status="withdrawn", criteria=()), "withdrawn")
    changed(library, sound, "reverse")
    assert proposed(library) == []


# The club


def test_a_sound_made_on_the_day_of_the_club_by_its_year_group_was_made_in_the_club(library):
    changed(library, kept(library), "reverse")
    Occasions(library).add("club-session", year_groups=["Y4", "Y5"])
    (entry,) = proposed(library)
    assert shown(entry) == {"MT1:silver", "MT1:gold", "MT3:gold", "C6:silver"}
    assert entry.why == "Y4 recorded this themselves, turned it backwards and did so in the club."


def test_the_code_of_its_maker_puts_a_sound_into_the_club_too(library):
    changed(library, kept(library, year=None, by="Y4-heron"), "reverse")
    Occasions(library).add("club-session", year_groups=["Y4"])
    assert "MT3:gold" in shown(proposed(library)[0])


def test_another_day_or_another_year_group_was_not_in_the_club_unless_it_is_named(library):
    sound = changed(library, kept(library), "reverse")
    occasions = Occasions(library)
    occasions.add("club-session", year_groups=["Y5"])
    yesterday = occasions.add("club-session", day=TODAY - timedelta(days=1), year_groups=["Y4"])
    assert shown(proposed(library)[0]) == {"MT1:silver", "MT1:gold"}
    occasions.add_to(yesterday.id, sounds=[sound.id])
    (entry,) = proposed(library)
    assert "MT3:gold" in shown(entry)


def test_the_sixth_session_of_a_school_year_shows_the_club(library):
    occasions = Occasions(library)
    occasions.add("club-session", day=date(2026, 7, 1), year_groups=["Y4"])  # the year before
    for week in range(1, 6):
        occasions.add("club-session", day=TODAY - timedelta(weeks=week), year_groups=["Y4"])
    assert proposed(library) == []
    occasions.add("club-session", year_groups=["Y4"])
    (entry,) = proposed(library)
    assert shown(entry) == {"MT3:bronze"}
    assert entry.why == "The club has met 6 times this school year."
    occasions.add("club-session", day=TODAY - timedelta(weeks=9), year_groups=["Y4"])
    accept(library, entry.id)
    assert proposed(library) == []


def test_staff_who_lead_do_not_make_it_pupils_leading(library):
    occasions = Occasions(library)
    occasions.add("club-session", led_by=["staff-1"])
    assert proposed(library) == []
    occasions.add("club-session", led_by=["staff-1", "Y6-otter"])
    (entry,) = proposed(library)
    assert entry.why == "Y6-otter helped others in this club session."
    assert entry.people == ("staff-1", "Y6-otter")
    assert entry.sensitivity == "school"


# Every descriptor

CELLS = [Claim(code, level) for code in ("MT1", "MT2", "MT3", "C6") for level in LEVELS]


@pytest.mark.parametrize("claim", CELLS, ids=str)
def test_each_descriptor_has_a_rule(claim):
    assert [rule.id for rule in shipped_rules().rules if claim in rule.claims]


def play_a_year(library: Library) -> None:
    """Everything that a school does, once."""
    occasions = Occasions(library)
    own = changed(library, kept(library), "trim 0.01 0.09", "fade-out 0.1", "normalise")
    found = kept(library, "Storm", origin="imported", hertz=400.0)
    library.save_sound(replace(found, credit="Somebody, CC BY"), "credited")
    occasions.add("presentation", "Volcanoes", year_groups=["Y4"], sounds=[found.id, own.id])
    occasions.add("lesson", year_groups=["EYFS"], tools="sound buttons")
    occasions.add("listening", year_groups=["Y3"])
    occasions.add("performance", year_groups=["Y4"], led_by=["Y6-otter"], sounds=[own.id])
    occasions.add("assembly", led_by=["Y6-otter", "Y6-fox"])
    occasions.add("singing-assembly", led_by=["Y6-fox"])
    occasions.add("ambassadors-named", people=["Y6-otter", "Y6-fox"])
    occasions.add("peer-teaching", year_groups=["Y2"], led_by=["Y6-otter"])
    occasions.add("competition", "Voice of a villain", led_by=["Y6-otter"], year_groups=["Y3", "Y4"])
    occasions.add("showcase", year_groups=["Y4"])
    for week in range(6):
        day = TODAY - timedelta(weeks=week)
        occasions.add("club-session", day=day, year_groups=["Y4"], led_by=["Y6-otter"])


def test_a_year_in_school_fires_a_rule_for_each_descriptor(library):
    play_a_year(library)
    entries = proposed(library)
    assert set(CELLS) <= {claim for entry in entries for claim in entry.criteria}
    for entry in entries:
        assert entry.why.endswith(".")
        assert entry.why.count(". ") == 0
        assert "{" not in entry.why
        assert "  " not in entry.why
        assert accept(library, entry.id, framework=FRAMEWORK).status == "accepted"
    assert proposed(library) == []


def test_the_reasons_read_well(library):
    play_a_year(library)
    why = {entry.title: entry.why for entry in proposed(library)}
    assert why["Volcanoes"] == (
        "Y4 used found sounds, with their credit, in this presentation, used sounds of their own in this "
        "presentation and had changed them first."
    )
    assert why["Assembly"] == "Y6-otter and Y6-fox led sound and vision in this assembly."
    assert why["Voice of a villain"] == "Y6-otter set up, judged or announced this competition."
    assert why["Ambassadors named"] == "The school gave Y6-otter and Y6-fox a title."


def test_a_rule_for_a_criterion_that_a_framework_lacks_says_nothing(library):
    kept(library)
    without = replace(FRAMEWORK, criteria=tuple(each for each in FRAMEWORK.criteria if each.code != "MT1"))
    assert propose(library, without) == ()


def test_two_programs_that_propose_at_once_propose_once(library):
    for number in range(5):
        kept(library, f"Sound {number}", hertz=300.0 + number)
    others = [again(library) for _ in range(4)]
    for other in others:
        assert other.entries() == ()  # each has looked, and found nothing proposed
    with ThreadPoolExecutor(len(others)) as together:
        found = [entry.source for each in together.map(proposed, others) for entry in each]
    assert sorted(found) == [f"S-{number:04d}" for number in range(1, 6)]
    assert len(again(library).entries()) == 5


def test_evidence_that_was_written_by_hand_does_not_stop_a_proposal(library):
    library.add_entry(a_draft())
    kept(library)
    assert len(proposed(library)) == 1


acts = st.sampled_from(["reverse", "trim", "club", "assembly", "propose", "none"])


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(order=st.lists(acts, max_size=6))
def test_whatever_the_order_of_things_the_proposals_are_the_same(tmp_path_factory, order):
    claims = []
    for steps in (order, [step for step in order if step != "propose"]):
        library = a_library(tmp_path_factory.mktemp("school"))
        sound = kept(library)
        for step in steps:
            sound = _act(library, sound, step)
        proposed(library)
        assert proposed(library) == []
        claims.append({(entry.source, entry.why, frozenset(shown(entry))) for entry in proposals(library)})
    assert claims[0] == claims[1]


def _act(library: Library, sound: Sound, step: str) -> Sound:
    texts = {"reverse": ["reverse"], "trim": ["trim 0.01"], "none": []}
    if step in texts:
        return changed(library, sound, *texts[step])
    if step == "club":
        Occasions(library).add("club-session", year_groups=["Y4"])
    elif step == "assembly":
        Occasions(library).add("assembly", led_by=["Y6-otter"])
    else:
        proposed(library)
    return sound


def test_nothing_of_a_withdrawn_child_is_proposed_again(library):
    kept(library, by="Y4-heron")
    kept(library, "Rain", by="Y4-crane", hertz=300.0)
    occasions = Occasions(library)
    occasions.add("assembly", led_by=["Y4-heron"])
    occasions.add("club-session", year_groups=["Y4"], led_by=["Y6-otter"], people=["Y4-heron"])
    entries = proposed(library)
    accept(library, entries[0].id)
    withdraw(library, code="Y4-heron", framework=FRAMEWORK)
    proposed(library)
    left = [entry for entry in library.entries() if entry.status in ("proposed", "accepted")]
    assert {entry.title for entry in left} >= {"Rain"}
    assert not [entry for entry in left if "Y4-heron" in (*entry.heard, entry.by, entry.why)]
    assert all("heron" not in repr(occasion) for occasion in occasions.all())


def test_a_sound_put_together_from_their_own_shows_a_change(library):
    kept(library, hertz=300.0, made_of=["S-0008", "S-0009"])
    (entry,) = proposed(library)
    assert shown(entry) == {"MT1:silver", "MT1:gold"}
    assert entry.why == "Y4 recorded this themselves and put it together from others."
    assert entry.type == "edited-sound"
