"""Whoever is withdrawn is nowhere in the assembly's records, and the records still read."""

from datetime import date

from evidence.safety.withdrawal import withdraw
from lessons.assembly.away import Aways
from lessons.assembly.events import Events
from lessons.assembly.hitch import hitches
from lessons.assembly.levels import Levels
from lessons.assembly.passport import Passports
from lessons.assembly.rota import CREW
from lessons.assembly.rotas import Rotas
from lessons.assembly.runs import Runs
from lessons.assembly.swaps import Swaps
from lessons.assembly.trouble import Troubles
from rubric.load import shipped_framework
from tests.lessons.assembly.a_team import a_school, a_team, also_open, assemblies


def test_nothing_of_a_withdrawn_pupil_stays(tmp_path):
    library = a_school(tmp_path)
    a_team(library)
    event, other = assemblies(library, 2)
    rota = Rotas(library).publish(Rotas(library).draft("2026-autumn-2").id)
    code = rota.who(event.id, "sound")
    free = next(each.code for each in Rotas(library).turns(rota.id) if each.code not in rota.crew(event.id))
    Swaps(library).swap(rota.id, event.id, "sound", free)
    Rotas(library).undo(rota.id)
    Swaps(library).ask(rota.id, event.id, "sound", free)
    Aways(library).add(code, date(2026, 12, 1))
    run = Runs(library).begin(event.id, "set-up")
    Runs(library).tick(run.id, "S1", code)
    Runs(library).sign(run.id, code)
    troubles = Troubles(library)
    troubles.add_tip("T1", "Is the blind down?", "Pull it down.", by=[code])
    troubles.keep(troubles.begin("T1"), minutes=1, fixed_by=f"{code} pulled the blind.", by=[code])
    Levels(library).add("Hall", "Laptop", talk="yes", by=[code])

    withdraw(library, code=code, framework=shipped_framework())

    for record in library.records():
        if record.kind not in ("person", "erasure"):
            assert code not in str(record.fields), record
    again = also_open(library)
    rota = Rotas(again).one(rota.id)
    assert {duty.role for duty in rota.at(event.id) if duty.part == CREW} == {"picture", "cues", "floor"}
    assert {hitch.role for hitch in hitches(again, rota) if hitch.event == event} == {"sound"}
    assert [change.codes for change in rota.changes if code in change.codes] == []
    assert Rotas(again).fill(rota.id).who(event.id, "sound")
    assert Aways(again).all() == ()
    assert code not in Passports(again).all()
    assert (Troubles(again).tips()[0].by, Troubles(again).fixes()[0].fixed_by) == (
        (),
        "somebody pulled the blind.",
    )
    assert Levels(again).all()[0].by == ()
    assert Events(again).one(other.id) == other
