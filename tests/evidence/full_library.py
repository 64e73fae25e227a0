"""A library that uses everything that a bundle can tell."""

from datetime import date
from pathlib import Path

from evidence.award.audits import Audits
from evidence.award.figures import Figures
from evidence.award.plans import Plans
from evidence.award.statement import Statements
from evidence.entry import Feedback, SoundUse
from evidence.library import Library
from rubric.framework import Claim
from rubric.load import shipped_framework
from studio.audio.recipe import Recipe
from tests.evidence.given import a_draft, a_library, add_a_sound

FRAMEWORK = shipped_framework()


def a_full_library(folder: Path) -> Library:
    """With audits, a target, a plan, figures, a statement, and a sound in two versions."""
    library = a_library(folder)
    one = add_a_sound(library, "Siren", by="Y4-heron", origin="shipped")
    two = add_a_sound(library, "Siren, louder", hertz=330.0, by="Y4-heron")
    changed = SoundUse.of(two.with_recipe(Recipe.parse(["reverse"])))
    action = Plans(library).add_action(
        "Buy microphones", framework=FRAMEWORK, criteria=["MT1"], owner="lead", cost_pence=4000
    )
    note = library.folder / "note.txt"
    note.write_text("A plan.")
    library.add_entry(
        a_draft(
            "Version two",
            year_groups=("Y4",),
            sounds=(SoundUse.of(one), changed),
            files=(library.add_file(note),),
            before="It was quiet.",
            happened="They made it louder.",
            impact="Everyone heard it.",
            subject="Science",
            by="staff-1",
            people=("Y4-otter",),
            action_id=action.id,
            tags=("CU1",),
            key_for=("MT1",),
            feedback=Feedback(works="The end.", next="Try it louder.", by="Y4-otter"),
            names_spoken=True,
            sensitivity="school",
            source="OC-0001",
            why="A secret reason.",
        )
    )
    library.add_entry(a_draft("A club of six sessions", criterion="MT3:bronze", type="register"))
    audits = Audits(library)
    for kind, level in (("baseline", "not yet"), ("closing", "silver")):
        audits.start(kind, view="school", framework=FRAMEWORK)
        evidence = [library.entries()[0].id]
        audits.judge("MT1", level, view="school", framework=FRAMEWORK, sure="unsure", evidence=evidence)
        audits.lock(view="school", framework=FRAMEWORK.id)
    audits.set_target(
        "gold", by_date=date(2027, 7, 1), decided_by="head", phase="primary", framework=FRAMEWORK
    )
    Figures(library).add(
        Claim("MT3", "bronze"), "", 13, note="From the register.", framework=FRAMEWORK, who="lead"
    )
    Statements(library).add("We stand by it.", questions=["What would gold need?"])
    return library
