"""What can be printed of a competition: of a new one, and of its result."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Print:
    """One thing that can be printed."""

    id: str
    title: str
    about: str
    forms: tuple[str, ...]
    channel: str = ""
    """The channel whose releases it needs."""


OF_A_NEW_ONE = (
    Print(
        "call-poster",
        "Poster of the brief",
        "A4, for the wall: what to make, how long, until when.",
        (".pdf",),
    ),
    Print(
        "call-script",
        "What to say in assembly",
        "The leaders read it out.",
        (".pdf", ".docx", ".html", ".txt"),
    ),
)
OF_A_RESULT = (
    Print(
        "script",
        "Script for assembly",
        "Large print, with what is played when.",
        (".pdf", ".docx", ".html", ".txt"),
    ),
    Print(
        "certificates", "Certificates", "One for everybody who made an entry, with a good thing.", (".pdf",)
    ),
    Print(
        "newsletter",
        "Newsletter",
        "One paragraph to paste.",
        (".docx", ".txt", ".pdf", ".html"),
        "newsletter",
    ),
    Print("poster", "Poster of the winner", "A4, with the panel's reasons.", (".pdf",), "display"),
    Print("page", "Page for the website", "One file with the sound in it.", (".html",), "website"),
)
