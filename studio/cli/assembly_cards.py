"""The `assembly` commands about cards to hang beside the mixer, and the names of the inputs on them."""

from pathlib import Path

import click

from studio.cli.assembly_shapes import overwrite_option, team_library, tell, tell_all, tell_file
from studio.cli.options import json_option, library_option, open_library
from studio.cli.output import one_line, print_columns


@click.command(short_help="Cards to read or to print.")
@click.argument("card_id", metavar="[CARD]", required=False)
@click.option("--print", "out", type=click.Path(path_type=Path), help="Write it to this file.")
@overwrite_option
@library_option
@json_option
def card(card_id: str | None, out: Path | None, overwrite: bool, library: Path | None, as_json: bool) -> None:
    """Show a card, or print it; without a name, say which there are."""
    from lessons.assembly.card import cards
    from lessons.assembly.inputs import Inputs
    from lessons.assembly.posters import print_card

    if card_id is None:
        if not tell_all(cards(), as_json):
            print_columns((each.id, each.whose, each.title) for each in cards())
        return
    if out is not None:
        opened = open_library(library, adult=True)
        return tell_file(print_card(opened, card_id, out, overwrite=overwrite), as_json)
    made = Inputs(team_library(library)).card(card_id)
    if not tell_all([made], as_json):
        click.echo(one_line(f"{made.title}. {made.say}"))
        for part in made.parts:
            click.echo(one_line(part.title))
            for line in part.lines:
                click.echo(one_line(f"  {line}"))


@click.group(short_help="The names of the school's own inputs.")
def inputs() -> None:
    """The names of the school's own inputs, as the projector shows them."""


@inputs.command(name="list")
@library_option
@json_option
def inputs_list(library: Path | None, as_json: bool) -> None:
    """List the inputs."""
    from lessons.assembly.inputs import Inputs

    found = Inputs(team_library(library)).all()
    if not tell_all(found, as_json):
        print_columns((each.id, each.words) for each in found)


@inputs.command(short_help="Name an input.")
@click.argument("name")
@click.argument("means")
@click.option("--place", default="", help="Where, such as Hall.")
@library_option
@json_option
def add(name: str, means: str, place: str, library: Path | None, as_json: bool) -> None:
    """Name an input, such as: inputs add "HDMI 2" "the laptop on the stage" --place Hall."""
    from lessons.assembly.inputs import Inputs

    made = Inputs(open_library(library, adult=True)).add(name, means, place=place)
    tell(made, as_json, f"Named {made.id}: {made.words}.")


@inputs.command()
@click.argument("input_id", metavar="ID")
@click.option("--put-back", is_flag=True, help="Put one back that was taken out.")
@library_option
@json_option
def strike(input_id: str, put_back: bool, library: Path | None, as_json: bool) -> None:
    """Take an input out, or put it back."""
    from lessons.assembly.inputs import Inputs

    made = Inputs(open_library(library, adult=True)).strike(input_id, struck=not put_back)
    tell(made, as_json, f"{'Put back' if put_back else 'Taken out'} {made.id}: {made.words}.")
