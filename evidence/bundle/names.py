"""Names that every computer can keep: what a bundle writes, and all that it accepts."""

import re
import unicodedata
from collections.abc import Iterable

_PART = re.compile(r"[A-Za-z0-9._-]{1,60}", re.ASCII)
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.ASCII | re.IGNORECASE)
_LONGEST_PATH = 120
_DEEPEST = 6


def fault_in_path(path: str) -> str | None:
    """Why a path inside a bundle is not safe, as a plain sentence; `None` when it is."""
    if len(path) > _LONGEST_PATH:
        return "Its name is too long."
    if path.startswith(("/", "\\")) or re.match(r"[A-Za-z]:", path):
        return "Its name points to a place outside the bundle."
    parts = path.split("/")
    if ".." in parts or "\\" in path:
        return "Its name points to a place outside the bundle."
    if len(parts) > _DEEPEST:
        return "It lies in too many folders."
    return next((fault for fault in map(_fault_in_part, parts) if fault), None)


def _fault_in_part(part: str) -> str | None:
    if not _PART.fullmatch(part):
        return "Its name has letters that a bundle does not use."
    if _RESERVED.fullmatch(part):
        return "Windows keeps its name for devices."
    if part.endswith(".") or part == "." or part.lower().startswith("_vti_"):
        return "Its name cannot be kept on every computer."
    return None


def twins(paths: Iterable[str]) -> list[str]:
    """Paths that are the same as an earlier one, or would be on some computer."""
    seen: set[str] = set()
    repeated = []
    for path in paths:
        folded = unicodedata.normalize("NFC", path).casefold()
        if folded in seen:
            repeated.append(path)
        seen.add(folded)
    return repeated


def slug(text: str, *, longest: int = 24, otherwise: str = "school") -> str:
    """Lower-case ASCII letters and digits with hyphens, from any text."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    joined = re.sub(r"[^a-z0-9]+", "-", plain)[:longest].strip("-")
    return joined if joined and not fault_in_path(joined) else otherwise


def entry_folder(entry_id: str) -> str:
    """Where an entry's files lie in the bag."""
    return f"data/evidence/{slug(entry_id, otherwise='entry').upper()}"
