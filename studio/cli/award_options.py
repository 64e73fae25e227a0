"""What the commands of the award share: their options, and the framework they are about."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from studio.cli.options import library_folder

if TYPE_CHECKING:
    from rubric.framework import Framework

SELF_JUDGED = "Self-judged: a profile and its gaps, not an award."

framework_option = click.option(
    "--framework",
    "framework_id",
    metavar="ID",
    default="quality-mark",
    help="Not the Quality Mark: this one (see rubric frameworks).",
)
view_option = click.option(
    "--view",
    type=click.Choice(["school", "hub"]),
    default="school",
    show_default=True,
    help="Whose eyes: the school's own, or the hub's.",
)
SURE = {"sure": "sure", "fairly": "fairly sure", "unsure": "not sure"}
"""How sure of a judgement, in the words that people read."""
role_option = click.option(
    "--role", metavar="ROLE", help="Who, as a role: lead, head, staff, helper, governor, hub or visitor."
)


def chosen_framework(framework_id: str, library: Path | None) -> "Framework":
    """The framework that is meant, in the wording of this library."""
    from rubric.shelf import framework_named

    return framework_named(framework_id, library_folder(library))
