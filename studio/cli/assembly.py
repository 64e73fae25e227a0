"""The `assembly` commands: the team that looks after sound and picture."""

import click

from studio.cli.assembly_cards import card, inputs
from studio.cli.assembly_events import event
from studio.cli.assembly_level import level, tone
from studio.cli.assembly_lists import lists, run, sign, tick
from studio.cli.assembly_rota import rota
from studio.cli.assembly_team import signals, skill, team
from studio.cli.assembly_trouble import fixes, poster, tip, trouble, untip


@click.group()
def assembly() -> None:
    """The assembly team: events, rota, lists to tick, trouble to put right.

    Doing it is the evidence: `event done` writes down who led sound and vision, and evidence is proposed.
    """


for command in (
    event,
    team,
    skill,
    rota,
    lists,
    run,
    tick,
    sign,
    trouble,
    fixes,
    tip,
    untip,
    poster,
    card,
    inputs,
    level,
    tone,
    signals,
):
    assembly.add_command(command)
