"""A rota filled where it is empty: after a new event, a day away, or somebody who left."""

from collections.abc import Sequence
from datetime import datetime

from lessons.assembly.rota import TRAINEE, Duty, Rota
from lessons.assembly.rota_log import altered
from lessons.assembly.rota_maker import Facts, Need, make_rota


def refilled(rota: Rota, to_come: Sequence[Need], facts: Facts, *, when: datetime, by: str) -> Rota:
    """The rota with what is empty at these events filled; whoever can still do their duty keeps it."""
    wanted = {need.event: need.roles for need in to_come}
    old = [duty for duty in rota.duties if duty.event in wanted]
    kept = [duty for duty in old if duty.role in wanted[duty.event] and still_holds(duty, facts)]
    made = make_rota(to_come, facts, seed=rota.seed, kept=kept).duties
    took = tuple(duty for duty in old if duty not in made)
    gave = tuple(duty for duty in made if duty not in old)
    return altered(rota, "filled", when=when, took=took, gave=gave, by=by) if took or gave else rota


def still_holds(duty: Duty, facts: Facts) -> bool:
    """Whether somebody is in the team, can be there, and is trained for it (or not yet, to learn it)."""
    if duty.code not in facts.trained or not facts.can(duty.code, duty.event):
        return False
    return (duty.part == TRAINEE) != (duty.role in facts.trained[duty.code])
