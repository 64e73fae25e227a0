"""Codes that stand for people, so that no name is kept with the evidence: how one is read."""

import re

from evidence.years import YEAR_GROUPS, parse_year
from studio.errors import StudioError

ROLES = ("staff", "lead", "head", "helper", "governor", "hub", "visitor")
"""Adults are a role and a number."""

_GROUPS = "|".join([*YEAR_GROUPS, *ROLES])
_CODE = re.compile(rf"({_GROUPS})-([a-z]{{3,12}}[0-9]{{0,2}}|[0-9]{{1,3}})", re.IGNORECASE | re.ASCII)


class NotACode(StudioError):
    """Something that does not look like a code of a person."""


class UnknownRole(StudioError):
    """A word that is no role: names are not kept."""


def parse_code(text: str) -> str:
    """Read a code such as `Y4-heron` or `staff-1`, however its letters are typed."""
    found = _CODE.fullmatch(text.strip())
    if found is None:
        raise NotACode(
            f"“{text[:30]}” is not a code.",
            "Names are not kept here: use a code such as Y4-heron, EYFS-duck or staff-1.",
        )
    group, word = found[1].lower(), found[2].lower()
    return f"{group if group in ROLES else parse_year(group)}-{word}"


def parse_role(text: str) -> str:
    """Read the role of an adult, in capitals or not."""
    role = text.strip().lower()
    if role not in ROLES:
        raise UnknownRole(
            f"“{text[:40]}” is not a role.", f"Names are not kept here; use {', '.join(ROLES)}."
        )
    return role
