"""Options that say more about evidence, for adding it and for changing it."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import click

from studio.cli.options import DAY

if TYPE_CHECKING:
    from evidence.library import Library

Command = Callable[..., Any]

SENSITIVITY = click.Choice(["open", "school", "staff"])

criterion_option = click.option(
    "--criterion", "criteria", multiple=True, help="Such as MT3:gold; may be repeated."
)
years_option = click.option("--year", "years", multiple=True, help="Year group such as Y4; may be repeated.")
date_option = click.option("--date", "day", type=DAY, help="When it happened (today if left out).")

_TOLD = (
    click.option("--type", "type_", metavar="TYPE", help="What kind it is; see evidence types."),
    click.option("--subject", help="School subject, such as science."),
    click.option("--before", help="How it was before."),
    click.option("--happened", help="What was done, in a sentence or two."),
    click.option("--impact", help="How it is now: what difference it made."),
    click.option("--person", "people", metavar="CODE", multiple=True, help="Heard or seen; may be repeated."),
    click.option("--action", "action_id", metavar="ID", help="The action of the plan that it shows."),
    click.option("--tag", "tags", metavar="CODE", multiple=True, help="Of another framework, such as CU1."),
    click.option("--sensitivity", type=SENSITIVITY, help="Who may see it."),
    click.option("--names-spoken/--no-names", default=None, help="Whether a name is said in it."),
    click.option("--feedback-works", metavar="TEXT", help="Pupils on version 1: what works."),
    click.option("--feedback-next", metavar="TEXT", help="Pupils on version 1: what to try next."),
    click.option("--feedback-by", metavar="CODE", help="Who said it."),
)


def telling_options(command: Command) -> Command:
    """Give a command the options that say more about evidence."""
    for option in reversed(_TOLD):
        command = option(command)
    return command


def told_fields(library: "Library", told: Mapping[str, Any]) -> dict[str, Any]:
    """What was said, as fields of an entry; what was not said is left out.

    Raises
    ------
    UnknownType, UnknownRecord, UnknownTag
        If it names something that is not there.
    """
    from evidence.award.plans import Plans
    from evidence.entry_types import entry_type
    from evidence.tags import known_tags

    fields = {
        "type": told["type_"] and entry_type(told["type_"]).id,
        "action_id": told["action_id"] and Plans(library).action(told["action_id"]).id,
        "tags": known_tags(library, told["tags"]) or None,
        "people": told["people"] or None,
        "feedback": _feedback(told),
        **{
            name: told[name]
            for name in ("subject", "before", "happened", "impact", "sensitivity", "names_spoken")
        },
    }
    return {name: value for name, value in fields.items() if value is not None}


def _feedback(told: Mapping[str, Any]) -> Any:
    from evidence.entry import Feedback

    works, following, by = (told[f"feedback_{part}"] for part in ("works", "next", "by"))
    if not works and not following:
        return None
    return Feedback(works=works or "", next=following or "", by=by)
