"""The `audit` commands: where the school stands, criterion by criterion."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from studio.cli.award_options import (
    SELF_JUDGED,
    SURE,
    chosen_framework,
    framework_option,
    role_option,
    view_option,
)
from studio.cli.figures import figure, figures
from studio.cli.options import json_option, library_option, open_library
from studio.cli.output import one_line, print_columns, print_json
from studio.cli.statement import statement

if TYPE_CHECKING:
    from evidence.award.audits import Audits
    from rubric.audit import Snapshot
    from rubric.framework import Framework


@click.group()
def audit() -> None:
    """Judge where the school stands, one criterion at a time.

    Start an audit, judge as many criteria as you like on as many days as you need, then lock it: a
    locked audit keeps its date and can never change. Later a review, and at the end a closing audit,
    stand beside it. The school's view and the hub's view are kept apart.
    """


audit.add_command(figure)
audit.add_command(figures)


@audit.command()
@click.option(
    "--kind",
    type=click.Choice(["baseline", "review", "closing"]),
    default="baseline",
    show_default=True,
    help="Before the plan, on the way, or at its end.",
)
@click.option("--carry-on", is_flag=True, help="Begin with the judgements of the audit before.")
@view_option
@framework_option
@role_option
@library_option
@json_option
def start(
    kind: str,
    carry_on: bool,
    view: str,
    framework_id: str,
    role: str | None,
    library: Path | None,
    as_json: bool,
) -> None:
    """Start an audit."""
    framework = chosen_framework(framework_id, library)
    audits = _audits(library)
    begun = audits.start(kind, view=view, framework=framework, by=role, carry_on=carry_on)
    if as_json:
        print_json(_shape(begun, framework))
    else:
        click.echo(f"Started {begun.id}, a {kind} audit of the {view}'s view. Next, for instance:")
        code, level = framework.criteria[-1].code, framework.levels[0]
        click.echo(f'  soundingboard audit judge {code} {level} --reason "..."')


@audit.command(short_help="Judge one criterion, such as MT1.")
@click.argument("code", metavar="CRITERION")
@click.argument("outcome", metavar="LEVEL")
@click.option("--reason", default="", help="Why, in a sentence.")
@click.option(
    "--sure",
    type=click.Choice(list(SURE)),
    default="fairly",
    show_default=True,
    help="How sure you are.",
)
@click.option("--evidence", metavar="ID", multiple=True, help="Evidence it rests on; may be repeated.")
@view_option
@framework_option
@role_option
@library_option
@json_option
def judge(
    code: str,
    outcome: str,
    reason: str,
    sure: str,
    evidence: tuple[str, ...],
    view: str,
    framework_id: str,
    role: str | None,
    library: Path | None,
    as_json: bool,
) -> None:
    """Judge one criterion, such as MT1: not-yet, bronze, silver, gold or does-not-apply.

    Read its levels first with: soundingboard rubric show MT1
    """
    framework = chosen_framework(framework_id, library)
    changed = _audits(library).judge(
        code, outcome, view=view, framework=framework, reason=reason, sure=sure, evidence=evidence, by=role
    )
    criterion = framework.criterion(code)
    if as_json:
        print_json(_shape(changed, framework))
    else:
        click.echo(f"{criterion.code} {criterion.title}: {changed.level(criterion.code)}, {SURE[sure]}.")
        click.echo(f"{len(changed.judgements)} of {len(framework.criteria)} criteria are judged.")


@audit.command(short_help="Lock the open audit for good.")
@view_option
@framework_option
@role_option
@library_option
@json_option
def lock(view: str, framework_id: str, role: str | None, library: Path | None, as_json: bool) -> None:
    """Lock the open audit with today's date: from then on it can never change."""
    framework = chosen_framework(framework_id, library)
    locked = _audits(library).lock(view=view, framework=framework.id, by=role)
    if as_json:
        print_json(_shape(locked, framework))
    else:
        judged = f"{len(locked.judgements)} of {len(framework.criteria)} criteria judged"
        click.echo(f"Locked {locked.id} on {locked.date}: {judged}. It cannot change any more.")


@audit.command(name="list")
@library_option
@json_option
def list_(library: Path | None, as_json: bool) -> None:
    """List the audits, oldest first."""
    from rubric.plain import to_plain

    every = _audits(library).all()
    if as_json:
        print_json([to_plain(each) for each in every])
    elif every:
        print_columns(
            (a.id, f"{a.date}", a.kind, a.view, "locked" if a.locked else "open", a.framework) for a in every
        )
    else:
        click.echo("No audit yet. Start one: soundingboard audit start")


@audit.command(short_help="Show one audit.")
@click.argument("id_", metavar="[ID]", required=False)
@view_option
@framework_option
@library_option
@json_option
def show(id_: str | None, view: str, framework_id: str, library: Path | None, as_json: bool) -> None:
    """Show one audit, the newest if no id is given: the profile, and each judgement."""
    audits = _audits(library)
    framework = chosen_framework(framework_id, library)
    found = audits.one(id_) if id_ else audits.newest(view=view, framework=framework.id)
    if found is None:
        found = audits.open_one(view=view, framework=framework.id)  # says what to do
    framework = chosen_framework(found.framework, library)
    if as_json:
        print_json(_shape(found, framework))
        return
    click.echo(f"{found.id}  {found.kind}, the {found.view}'s view, {found.date}, {_state(found)}")
    _print_profile(found, framework)
    for criterion in framework.criteria:
        judged = found.judgement(criterion.code)
        if judged:
            click.echo(f"\n{criterion.code} {criterion.title}: {judged.level} ({SURE[judged.sure]})")
            click.echo("".join(f"  {one_line(part)}\n" for part in judged.reason.splitlines()), nl=False)
            if judged.evidence:
                click.echo(f"  Evidence: {', '.join(judged.evidence)}")
    click.echo(f"\n{SELF_JUDGED}" if found.view == "school" else "\nThe hub's view: a profile, not an award.")


@audit.command(short_help="Lay two audits side by side.")
@click.argument("then_id", metavar="[THEN", required=False)
@click.argument("now_id", metavar="NOW]", required=False)
@view_option
@framework_option
@library_option
@json_option
def compare(
    then_id: str | None,
    now_id: str | None,
    view: str,
    framework_id: str,
    library: Path | None,
    as_json: bool,
) -> None:
    """Lay two audits side by side: the first and the newest, or two by their ids.

    With two ids the school's view and the hub's view can be compared too.
    """
    from rubric.profile import compare as laid_side_by_side

    if then_id is not None and now_id is None:
        raise click.UsageError("Give two ids, or none.")
    framework = chosen_framework(framework_id, library)
    then, now = _audits(library).pair(then_id, now_id, view=view, framework=framework.id)
    framework = chosen_framework(now.framework, library)
    moved = laid_side_by_side(then, now, framework)
    if as_json:
        rows = [{"criterion": m.criterion.code, "then": m.then, "now": m.now} for m in moved]
        print_json({"then": _shape(then, framework), "now": _shape(now, framework), "criteria": rows})
        return
    heading = ("", f"{then.id} {then.view} {then.date}", f"{now.id} {now.view} {now.date}", "", "")
    told = ((m.criterion, m.then or "-", m.now or "-", "changed" if m.changed else "") for m in moved)
    print_columns([heading, *((each.code, *levels, each.title) for each, *levels in told)])
    click.echo(f"\n{SELF_JUDGED}")


def _print_profile(found: "Snapshot", framework: "Framework") -> None:
    from rubric.profile import areas

    table = areas(found, framework)
    outcomes = list(next(iter(table.values())))
    rows = [(*(str(of_area[each] or "·").center(len(each)) for each in outcomes), title)
            for title, of_area in table.items()]  # fmt: skip
    print_columns([(*outcomes, ""), *rows])


def _state(found: "Snapshot") -> str:
    return "locked" if found.locked else "open"


def _shape(found: "Snapshot", framework: "Framework") -> dict[str, Any]:
    from rubric.plain import to_plain
    from rubric.profile import counts

    return to_plain(found) | {"profile": counts(found, framework), "self_judged": found.view == "school"}


def _audits(library: Path | None) -> "Audits":
    from evidence.award.audits import Audits

    return Audits(open_library(library, adult=True))


audit.add_command(statement)
