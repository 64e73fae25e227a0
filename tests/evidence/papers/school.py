"""A school in the middle of its year, with everything that a paper can tell."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from evidence.award.audits import Audits
from evidence.award.diary import Diary
from evidence.award.plans import Plans
from evidence.award.statement import Statements
from evidence.bundle.record import BundleRecord, SealedBundles
from evidence.entry import Entry, Feedback
from evidence.library import Library
from rubric.load import shipped_framework
from tests.evidence.given import NOW, a_draft, a_library, add_a_sound

MARK = shipped_framework()

_THEN = {
    "O1": "bronze", "O2": "not-yet", "O3": "bronze", "O4": "bronze",
    "LM1": "not-yet", "LM2": "bronze", "LM3": "bronze", "LM4": "not-yet", "LM5": "bronze", "LM7": "silver",
    "TLA1": "bronze", "TLA2": "bronze", "TLA3": "not-yet", "PDBW1": "bronze", "C1": "silver", "C2": "not-yet",
    "C5": "silver", "C6": "not-yet", "MT1": "not-yet", "MT2": "not-yet", "MT3": "not-yet",
}  # fmt: skip
_NOW = _THEN | {
    "O2": "bronze", "LM1": "bronze", "LM4": "bronze", "TLA3": "bronze", "C2": "bronze", "C6": "silver",
    "MT1": "silver", "MT2": "bronze", "MT3": "silver", "C7": "does-not-apply",
}  # fmt: skip


def a_school(folder: Path) -> Library:
    """Audited twice, with a target, a plan, conversations, and a dozen pieces of evidence."""
    library = a_library(folder)
    _judge(library)
    _plan(library)
    _talk(library)
    for given in _ENTRIES:
        add(library, **given)
    Statements(library).add(
        "Music technology has become everybody's here. I have heard the sounds and stand by this evidence.",
        questions=["Which schools near us have a club that pupils lead?", "Can you lend us two microphones?"],
    )
    return library


def add(library: Library, *, heard: tuple[str, ...] = (), **given: Any) -> Entry:
    """An entry, with sounds by those who are heard in it."""
    sounds = [add_a_sound(library, "A sound", by=code, hertz=300 + len(code)) for code in heard]
    from evidence.entry import SoundUse

    return library.add_entry(a_draft(**given, sounds=tuple(map(SoundUse.of, sounds))), framework=MARK)


def _judge(library: Library) -> None:
    in_september = Library.open(library.folder, clock=lambda: NOW - timedelta(days=70))
    for kind, levels, of_then in (("baseline", _THEN, in_september), ("closing", _NOW, library)):
        audits = Audits(of_then)
        audits.start(kind, view="school", framework=MARK, by="lead")
        for code, level in levels.items():
            unsure = "unsure" if code in ("O1", "C2") else "fairly"
            audits.judge(code, level, view="school", framework=MARK, sure=unsure, by="lead", reason="Seen.")
        audits.lock(view="school", framework=MARK.id, by="lead")
    audits.start("review", view="hub", framework=MARK, by="hub")
    for code, level in (("MT1", "silver"), ("MT3", "bronze"), ("C5", "silver")):
        audits.judge(code, level, view="hub", framework=MARK, by="hub")
    audits.set_target("silver", by_date=date(2027, 7, 1), decided_by="head", phase="primary", framework=MARK)


def _plan(library: Library) -> None:
    plans = Plans(library)
    for title, criteria, end, cost, success in _ACTIONS:
        plans.add_action(
            title, framework=MARK, criteria=criteria, owner="lead", end=end, cost_pence=cost, success=success
        )
    plans.edit_action(
        "AC-0001", framework=MARK, status="done",
        impact="Fourteen pupils came to all six sessions; eleven had never recorded anything before.",
    )  # fmt: skip
    plans.edit_action("AC-0002", framework=MARK, status="started")


def _talk(library: Library) -> None:
    diary = Diary(library)
    diary.talk(
        "hub",
        "First visit",
        agreed="We start a club with six sessions; the hub lends four headphone splitters until Easter "
        "and comes to the showing in March. We send the bundle a week before.",
        actions=["AC-0001", "AC-0002"],
        day=date(2026, 10, 2),
        by="lead",
    )
    diary.add_training(
        "Recording with young children", by="lead", answers=["Headphone splitters", "", "A club"],
        day=date(2026, 9, 10),
    )  # fmt: skip
    diary.follow_up("TR-0001", "Three classes record now, and two colleagues asked for more.")
    diary.reflect("The splitters made the difference: two hear the same thing and talk about it.", by="lead")


_ACTIONS = (
    ("Sound Lab, a lunchtime club", ["MT3", "C6"], "2026-autumn-2", 4250,
     "Six sessions with ten or more pupils."),
    ("Year 5 and 6 run sound and slides in assembly", ["MT2"], "2027-spring-2", 0,
     "A rota with eight trained pupils; assembly starts without an adult at the desk."),
    ("Every class records its own sounds once a term", ["MT1"], "2027-summer-2", 8999,
     "A recording from each year group, and a teacher who would do it again."),
    ("A music policy that names technology", ["LM1", "LM2"], "2027-spring-1", 0, "Governors have agreed it."),
)  # fmt: skip

_ENTRIES: tuple[dict[str, Any], ...] = (
    {"title": "Farmyard sounds", "criterion": "MT1:silver", "year_groups": ("EYFS",),
     "date_happened": date(2026, 9, 18), "happened": "Each child recorded an animal on a button.",
     "impact": "All 26 pressed at the right place in the song.", "heard": ("EYFS-duck", "EYFS-owl"),
     "tags": ("CU2", "EX1"), "key_for": ("MT1",)},
    {"title": "Sound hunters in the yard", "criterion": "MT1:silver", "year_groups": ("Y3",),
     "date_happened": date(2026, 9, 25), "happened": "Teams recorded six sounds and chose the best take.",
     "impact": "They chose between takes and could say why.", "heard": ("Y3-fox", "Y3-wren", "Y3-newt"),
     "tags": ("CU1", "CU2", "INT1")},
    {"title": "Robots in Year 4", "criterion": "MT1:gold", "year_groups": ("Y4",), "subject": "science",
     "date_happened": date(2026, 10, 9), "before": "Year 4 listened to music on the whiteboard; nobody had "
     "recorded a sound of their own.", "happened": "Pairs recorded their voices, cut them and made robots of "
     "them for the science assembly.", "impact": "Every pair used two changes on purpose, and four pupils "
     "who do not like to speak in front of others were heard by 180 people.",
     "feedback": Feedback(works="It sounds like a real robot because it has no breath.",
                          next="Make the second one slower so we hear the words.", by="Y4-heron"),
     "heard": ("Y4-heron", "Y4-otter", "Y4-lynx", "Y4-crow", "Y4-mole", "Y4-hare"),
     "tags": ("EX1", "OUT1"), "action_id": "AC-0003", "key_for": ("MT1", "C6")},
    {"title": "Sound Lab, session 6: the showing", "criterion": "MT3:silver", "year_groups": ("Y5", "Y6"),
     "date_happened": date(2026, 11, 13), "before": "There was no club.",
     "happened": "Fourteen pupils showed what they had made to their families.",
     "impact": "Eleven had never recorded before; nine will go on.", "heard": ("Y5-stork", "Y6-seal"),
     "tags": ("CO3",), "action_id": "AC-0001", "key_for": ("MT3",)},
    {"title": "Assembly without an adult at the desk", "criterion": "MT2:bronze", "year_groups": ("Y6",),
     "date_happened": date(2026, 11, 6), "impact": "Y6-seal and two others ran it from start to end.",
     "people": ("Y6-seal",), "action_id": "AC-0002", "key_for": ("MT2",)},
    {"title": "Lesson seen in Year 2", "criterion": "TLA1:bronze", "sensitivity": "staff",
     "date_happened": date(2026, 10, 20), "impact": "A SECRET about staff-1."},
    {"title": "Minutes of the music team", "criterion": "LM1:bronze", "sensitivity": "school",
     "date_happened": date(2026, 10, 21), "impact": "Policy drafted."},
    {"title": "Not looked at yet", "criterion": "MT1:bronze", "status": "proposed",
     "date_happened": date(2026, 11, 1)},
)  # fmt: skip


def withdraw_a_bundle(library: Library) -> None:
    """Two bundles, the first of which the hub should destroy."""
    bundles = SealedBundles(library)
    for version, words in (
        (1, "oak rain tin owl sand moss bell kite"),
        (2, "fern lake drum ink pear snow twig hat"),
    ):
        bundles.add(
            BundleRecord(
                id="",
                name=f"oakfield-school_2026-11-21_v{version}",
                path="",
                sealed=library.now() + timedelta(hours=version - 2),
                receipt=words,
                entries=("EV-2026-0001",),
                version=version,
                channel="hub-bundle",
                withdrawn=version == 1,
            )
        )
