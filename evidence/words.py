"""Titles and texts as they are kept: one form of each letter, nothing hidden."""

import re
import unicodedata

from studio.errors import StudioError

TITLE_LENGTH = 200
TEXT_LENGTH = 10_000

_HIDDEN_LETTERS = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
"""Letters and marks by category that show nothing."""
_NOT_IN_FILE_NAMES = re.compile(r'[<>:"/\\|?*]')
_RESERVED_FILE_NAMES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


class BadTitle(StudioError):
    """A title that is empty or too long."""


class TextTooLong(StudioError):
    """A text that is longer than one field may be."""


def clean_title(text: str) -> str:
    """One line without control, direction or zero-width characters, 1 to 200 characters long."""
    if not (text.isascii() and text.isprintable()):
        text = "".join(" " if c.isspace() else c for c in text if c.isspace() or not _is_hidden(c))
        text = unicodedata.normalize("NFC", text)
    title = " ".join(text.split())
    if not title:
        raise BadTitle("The title is empty.", "Give it a short title.")
    if len(title) > TITLE_LENGTH:
        raise BadTitle(
            f"The title has {len(title):,} characters.",
            f"Use at most {TITLE_LENGTH}, and put the rest in the text.",
        )
    return title


def clean_line(text: str, *, called: str) -> str:
    """One short line like a title, which may be empty."""
    if all(character.isspace() or _is_hidden(character) for character in text):
        return ""
    try:
        return clean_title(text)
    except BadTitle as error:
        raise TextTooLong(f"{called} is too long.", f"Use at most {TITLE_LENGTH} characters.") from error


def clean_text(text: str, *, called: str) -> str:
    """A text of several lines; direction marks stay, since some scripts need them, control characters go."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not (text.isascii() and text.isprintable()):
        text = "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs"))
        text = unicodedata.normalize("NFC", text)
    text = text.strip()
    if len(text) > TEXT_LENGTH:
        raise TextTooLong(
            f"{called} has {len(text):,} characters.", f"Use at most {TEXT_LENGTH:,}, or attach it as a file."
        )
    return text


def clean_file_name(name: str) -> str:
    """A name that every system can keep a file under, as near to the given one as can be."""
    last = re.split(r"[/\\]", name.rstrip("/\\"))[-1]
    shown = "".join(c for c in last if not _is_hidden(c))
    plain = _NOT_IN_FILE_NAMES.sub("_", unicodedata.normalize("NFC", shown)).strip(" .")
    stem, dot, suffix = plain.rpartition(".")
    if dot and len(suffix) <= 10:
        plain = f"{stem[:89].rstrip(' .')}.{suffix}" if stem[:89].rstrip(" .") else suffix
    plain = plain[:100].rstrip(" .") or "file"
    return f"_{plain}" if _RESERVED_FILE_NAMES.fullmatch(plain) else plain


def _is_hidden(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cf", "Cs") or character in _HIDDEN_LETTERS
