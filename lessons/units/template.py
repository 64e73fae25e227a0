"""A file to write one's own unit in: a shipped unit to type over, with what each key means at its top."""

import re
from pathlib import Path

from assets import asset
from lessons.units.load import shipped_units
from lessons.units.own import UnknownUnit
from studio.disk import reason
from studio.errors import StudioError
from studio.wording import did_you_mean

_EXPLAINED_IN = "ey-a"
"""The file that tells what each key means."""
_NEW_ID = "OUR-LESSON"


class TemplateNotWritten(StudioError):
    """A file that could not be written where it was asked for."""


def template(unit_id: str = "EY-A") -> bytes:
    """The content of such a file, made from a shipped unit.

    Raises
    ------
    UnknownUnit
        If there is no shipped unit of this id.
    """
    wanted = unit_id.strip().upper()
    ids = [unit.id for unit in shipped_units()]
    if wanted not in ids:
        raise UnknownUnit(f"No unit “{unit_id[:40]}” comes with the program.", did_you_mean(wanted, ids))
    told = _head_and_body(_EXPLAINED_IN)[0]
    body = _head_and_body(wanted.lower())[1]
    own = re.sub(r"^id = .*$", f'id = "{_NEW_ID}"', body, count=1, flags=re.MULTILINE)
    return f"{told}\n{own}".encode()


def write_template(out: Path, unit_id: str = "EY-A") -> Path:
    """Write such a file where there is none.

    Raises
    ------
    UnknownUnit, TemplateNotWritten
        If it may not or cannot be.
    """
    if out.suffix.lower() != ".toml":
        raise TemplateNotWritten(f"“{out.name[:60]}” does not end in .toml.", "Give it a name that does.")
    content = template(unit_id)
    try:
        with out.open("xb") as file:
            file.write(content)
    except FileExistsError as error:
        raise TemplateNotWritten(f"“{out.name[:60]}” is there already.", "Choose another name.") from error
    except (OSError, ValueError) as error:  # ValueError: a name with a zero in it
        why = reason(error) if isinstance(error, OSError) else "no disk has such a name"
        raise TemplateNotWritten(
            f"“{out.name[:60]}” could not be written: {why}.", "Choose another name or another folder."
        ) from error
    return out


def _head_and_body(name: str) -> tuple[str, str]:
    """The comment at the top of a shipped file, and all the rest."""
    lines = asset("lessons", "units", f"{name}.toml").read_text(encoding="utf-8").splitlines(keepends=True)
    at = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    return "".join(lines[:at]), "".join(lines[at:]).lstrip("\n")
