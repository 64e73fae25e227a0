"""The `plan` commands: what the school does about its gaps."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from studio.cli.award_options import chosen_framework, framework_option, role_option
from studio.cli.diary import cpd, diary, follow_up, reflect, strike, talk
from studio.cli.half_terms import dates
from studio.cli.options import json_option, library_option, open_library
from studio.cli.output import one_line, print_columns, print_json
from studio.wording import count

if TYPE_CHECKING:
    from evidence.award.plans import Plans
    from rubric.plan import Action

STATUSES = click.Choice(["planned", "started", "done", "dropped"])
criteria_option = click.option(
    "--criterion",
    "criteria",
    multiple=True,
    metavar="CODE",
    help="What it is for, such as MT3; may be repeated.",
)
start_option = click.option("--start", metavar="HALF-TERM", help="When it begins, such as 2026-autumn-2.")
end_option = click.option("--end", metavar="HALF-TERM", help="When it is to be done, such as 2027-spring-1.")
success_option = click.option("--success", help="How you will see that it worked.")
cost_option = click.option("--cost", metavar="POUNDS", help="What it costs, such as 40 or 12.50.")


@click.group()
def plan() -> None:
    """The action plan: what is done about the gaps, by whom, until when, and what came of it.

    Dates are half-terms, such as 2027-spring-1; see `plan dates`. People are roles, such as lead or head.
    """


for command in (reflect, talk, cpd, follow_up, strike, diary, dates):
    plan.add_command(command)


@plan.command()
@click.argument("title")
@criteria_option
@click.option("--owner", default="lead", show_default=True, metavar="ROLE", help="Who sees to it.")
@start_option
@end_option
@success_option
@cost_option
@framework_option
@library_option
@json_option
def add(
    title: str,
    criteria: tuple[str, ...],
    owner: str,
    start: str | None,
    end: str | None,
    success: str | None,
    cost: str | None,
    framework_id: str,
    library: Path | None,
    as_json: bool,
) -> None:
    """Plan an action. It begins in this half-term, unless you say another."""
    from rubric.plan import parse_pounds

    if not criteria:
        raise click.UsageError("Say what it is for, such as --criterion MT3.")
    plans = _plans(library)
    made = plans.add_action(
        title,
        framework=chosen_framework(framework_id, library),
        criteria=criteria,
        owner=owner,
        start=start,
        end=end,
        success=success or "",
        cost_pence=parse_pounds(cost) if cost else 0,
    )
    if as_json:
        print_json(_shape(made, plans))
    else:
        click.echo(f"Planned {made.id}: {made.title} ({', '.join(made.criteria)}), by the end of {made.end}.")


@plan.command(name="list")
@click.option("--status", type=STATUSES, help="Only these.")
@click.option("--criterion", metavar="CODE", help="Only those for one criterion.")
@click.option("--owner", metavar="ROLE", help="Only one role's.")
@click.option("--half-term", metavar="HALF-TERM", help="Only those that run in one half-term.")
@click.option("--late", is_flag=True, help="Only those that should be done by now.")
@library_option
@json_option
def list_(
    status: str | None,
    criterion: str | None,
    owner: str | None,
    half_term: str | None,
    late: bool,
    library: Path | None,
    as_json: bool,
) -> None:
    """List the actions, those that end first on top."""
    from rubric.plan import chosen, pounds

    plans = _plans(library)
    calendar, today = plans.calendar(), plans.today
    found = chosen(
        plans.actions(), calendar, today=today, status=status, criterion=criterion, owner=owner,
        half_term=half_term, late=late,
    )  # fmt: skip
    if as_json:
        print_json([_shape(each, plans) for each in found])
    elif found:
        print_columns(
            (a.id, _state(a, plans), f"{a.start} to {a.end}", a.owner, ", ".join(a.criteria), a.title)
            for a in found
        )
        click.echo(f"\nActions: {len(found)}, costs: {pounds(sum(each.cost_pence for each in found))}.")
    else:
        click.echo('No such action. Plan one: soundingboard plan add "..." --criterion MT3')


@plan.command()
@click.argument("id_", metavar="ID")
@library_option
@json_option
def show(id_: str, library: Path | None, as_json: bool) -> None:
    """Show one action."""
    from rubric.plan import pounds

    plans = _plans(library)
    found = plans.action(id_)
    if as_json:
        print_json(_shape(found, plans))
        return
    click.echo(f"{found.id}  {found.title}")
    click.echo(f"For {', '.join(found.criteria)}; seen to by: {found.owner}; {_state(found, plans)}")
    starts, ends = plans.calendar().half_term(found.start), plans.calendar().half_term(found.end)
    click.echo(
        f"From {starts.code} ({starts.first}) to {ends.code} ({ends.last}), {pounds(found.cost_pence)}"
    )
    days = found.age_days(plans.today)
    click.echo(f"Planned {count(days, 'day')} ago." if days else "Planned today.")
    for label, text in (("It worked if", found.success), ("What is different now", found.impact)):
        if text:
            click.echo(f"{label}: {one_line(text)}")


@plan.command()
@click.argument("id_", metavar="ID")
@click.option("--title", help="What it is called.")
@criteria_option
@click.option("--owner", metavar="ROLE", help="Who sees to it.")
@start_option
@end_option
@success_option
@cost_option
@click.option("--status", type=STATUSES, help="Where it stands; done needs --impact too.")
@click.option("--impact", help="What is different now.")
@role_option
@library_option
@json_option
def edit(id_: str, role: str | None, library: Path | None, as_json: bool, **given: Any) -> None:
    """Change an action: only what you name is changed."""
    from rubric.plan import parse_pounds

    changes = {name: value for name, value in given.items() if value not in (None, ())}
    if not changes:
        raise click.UsageError("Name what is to change, such as --status started.")
    if "cost" in changes:
        changes["cost_pence"] = parse_pounds(changes.pop("cost"))
    _change(id_, role, library, as_json, **changes)


@plan.command(short_help="Say what difference an action made.")
@click.argument("id_", metavar="ID")
@click.option("--impact", required=True, help="What is different now, in a sentence or two.")
@role_option
@library_option
@json_option
def done(id_: str, impact: str, role: str | None, library: Path | None, as_json: bool) -> None:
    """Say that an action is done, and what difference it made."""
    _change(id_, role, library, as_json, status="done", impact=impact)


def _change(id_: str, role: str | None, library: Path | None, as_json: bool, **changes: Any) -> None:
    plans = _plans(library)
    framework = chosen_framework(plans.action(id_).framework, library)
    changed = plans.edit_action(id_, framework=framework, by=role, **changes)
    if as_json:
        print_json(_shape(changed, plans))
    else:
        click.echo(f"Changed {changed.id}: {changed.title} ({_state(changed, plans)}).")


def _state(action: "Action", plans: "Plans") -> str:
    return f"{action.status}, late" if action.is_late(plans.calendar(), plans.today) else action.status


def _shape(action: "Action", plans: "Plans") -> dict[str, Any]:
    from rubric.plain import to_plain

    late = action.is_late(plans.calendar(), plans.today)
    return to_plain(action) | {"late": late, "age_days": action.age_days(plans.today)}


def _plans(library: Path | None) -> "Plans":
    from evidence.award.plans import Plans

    return Plans(open_library(library, adult=True))
