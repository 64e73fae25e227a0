"""The `assembly rota` commands that change one duty: swaps, an adult's answer, stand-ins."""

from pathlib import Path

import click

from studio.cli.assembly_shapes import (
    adult_option,
    event_argument,
    event_meant,
    rota_meant,
    rota_with,
    team_library,
    tell,
)
from studio.cli.options import json_option, library_option, open_library


@click.command(short_help="Ask for a swap.")
@event_argument
@click.argument("role")
@click.argument("with_code", metavar="CODE")
@click.option("--for-event", "other_event", default="", metavar="EVENT", help="In return for this event ...")
@click.option("--for-role", "other_role", default="", metavar="ROLE", help="... and this job.")
@click.option("--yes", is_flag=True, help="An adult says yes at once.")
@library_option
@json_option
def swap(
    event: str,
    role: str,
    with_code: str,
    other_event: str,
    other_role: str,
    yes: bool,
    library: Path | None,
    as_json: bool,
) -> None:
    """Ask for a swap: CODE takes the job ROLE at EVENT, if you like for another duty of theirs."""
    from lessons.assembly.swaps import Swaps

    if bool(other_event) != bool(other_role):
        raise click.UsageError("Give --for-event and --for-role together.")
    opened = open_library(library, adult=True) if yes else team_library(library)
    meant = event_meant(opened, event)
    rota_id = rota_with(opened, meant).id
    back = event_meant(opened, other_event).id if other_event else ""
    act = Swaps(opened).swap if yes else Swaps(opened).ask
    made = act(rota_id, meant.id, role, with_code, other_event=back, other_role=other_role)
    number = made.swaps[-1].number if made.swaps else 0
    asked = f"Asked. An adult answers with: soundingboard assembly rota answer {number} yes"
    tell(made, as_json, "Swapped." if yes else asked)


@click.command()
@click.argument("number", type=int)
@click.argument("said", metavar="yes|no", type=click.Choice(["yes", "no"]))
@click.option("--rota", "rota_id", metavar="ROTA", help="Of this rota; today's if left out.")
@adult_option
@library_option
@json_option
def answer(
    number: int, said: str, rota_id: str | None, adult: str, library: Path | None, as_json: bool
) -> None:
    """Say yes or no to a swap that pupils asked for."""
    from lessons.assembly.swaps import Swaps

    opened = open_library(library, adult=True)
    asked = rota_meant(opened, rota_id).id
    made = Swaps(opened).answer(asked, number, yes=said == "yes", adult=adult)
    tell(made, as_json, "Swapped." if said == "yes" else "Not swapped.")


@click.command(name="stand-in", short_help="Let the stand-in do a job.")
@event_argument
@click.argument("role")
@click.argument("code", metavar="[CODE]", default="")
@click.option("--why", default="", help="In a word or two; never more about a child.")
@click.option("--adult", metavar="ROLE", default="", help="Who said yes.")
@library_option
@json_option
def stand_in(
    event: str, role: str, code: str, why: str, adult: str, library: Path | None, as_json: bool
) -> None:
    """Let the stand-in of the sheet do the job ROLE; anybody else needs an adult."""
    from lessons.assembly.swaps import Swaps

    opened = team_library(library)
    meant = event_meant(opened, event)
    made = Swaps(opened).stand_in(rota_with(opened, meant).id, meant.id, role, code, why=why, adult=adult)
    tell(made, as_json, f"{made.who(meant.id, role.strip().lower())} does it now.")
