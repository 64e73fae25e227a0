"""The `target` commands: the level the school aims for, and the gaps to it."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from studio.cli.award_options import SELF_JUDGED, chosen_framework, framework_option, view_option
from studio.cli.options import DAY, json_option, library_option, open_library
from studio.cli.output import print_json

if TYPE_CHECKING:
    from rubric.profile import Gap


@click.group()
def target() -> None:
    """The level the school aims for, and what is still missing."""


@target.command(name="set", short_help="Decide on a level to aim for.")
@click.argument("level")
@click.option("--by", "by_date", type=DAY, required=True, help="The day by which, such as 2027-07-01.")
@click.option(
    "--role", default="lead", show_default=True, metavar="ROLE", help="Who decided: lead, head, governor ..."
)
@click.option(
    "--phase",
    type=click.Choice(["primary", "secondary", "special"]),
    default="primary",
    show_default=True,
    help="The kind of school: words for other kinds are then marked.",
)
@framework_option
@library_option
@json_option
def set_(
    level: str,
    by_date: datetime,
    role: str,
    phase: str,
    framework_id: str,
    library: Path | None,
    as_json: bool,
) -> None:
    """Decide on a level to aim for. A new target takes the place of the one before."""
    from evidence.award.audits import Audits
    from rubric.plain import to_plain

    framework = chosen_framework(framework_id, library)
    decided = Audits(open_library(library, adult=True)).set_target(
        level, by_date=by_date.date(), decided_by=role, phase=phase, framework=framework
    )
    if as_json:
        print_json(to_plain(decided))
    else:
        click.echo(f"The target is {decided.level} by {decided.by_date}, decided by: {decided.decided_by}.")
        if decided.by_date < decided.when.date():
            click.echo("That day has gone. If it is a slip, set the target again.")


@target.command(short_help="Show the target and the gaps.")
@view_option
@framework_option
@library_option
@json_option
def show(view: str, framework_id: str, library: Path | None, as_json: bool) -> None:
    """Show the target and the gaps: every criterion that is judged below it, or not judged."""
    from evidence.award.audits import Audits
    from rubric.plain import to_plain
    from rubric.profile import gaps

    framework = chosen_framework(framework_id, library)
    audits = Audits(open_library(library, adult=True))
    aim = audits.need_target(framework)
    newest = audits.newest(view=view, framework=framework.id)
    found = gaps(newest, aim, framework)
    if as_json:
        about = {
            "target": to_plain(aim),
            "audit": newest.id if newest else None,
            "self_judged": view == "school",
        }
        print_json(about | {"gaps": [_shape(gap) for gap in found]})
        return
    seen = f"{newest.id}, {newest.date}" if newest else "no audit yet"
    click.echo(f"Target: {aim.level} by {aim.by_date}. The {view}'s view ({seen}), {len(found)} to work on.")
    for gap in found:
        _print_gap(gap)
    click.echo(f"\n{SELF_JUDGED}")


def _print_gap(gap: "Gap") -> None:
    click.echo(f"\n{gap.criterion.code} {gap.criterion.title}: {gap.now or 'not judged'}")
    for descriptor in gap.missing:
        click.echo(f"  {descriptor.level}: {descriptor.text}")
    for words in gap.not_for_us:
        click.echo(f"  Not for this kind of school: “{words}”")


def _shape(gap: "Gap") -> dict[str, Any]:
    return {
        "criterion": gap.criterion.code,
        "title": gap.criterion.title,
        "mode": gap.criterion.mode,
        "now": gap.now,
        "missing": [{"level": each.level, "descriptor": each.text} for each in gap.missing],
        "not_for_us": gap.not_for_us,
    }
