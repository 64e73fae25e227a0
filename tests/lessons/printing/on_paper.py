"""What a PDF says, and where on its pages."""

from pathlib import Path

import pypdf

HOSTILE = (
    "W" * 60,
    "Very " * 38 + "long",
    "صوت الشرير في القلعة القديمة",
    "音楽の時間はとても楽しかったです",
    "👻🎹 ghost [bold]x[/] {school} <b>",
    "\u202egnp.exe \u0007 x",
)
"""Titles and codes that somebody might type."""


def said_in(path: Path) -> str:
    """All words of a PDF in one line."""
    text = " ".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    return " ".join(text.split())


def pages_of(path: Path) -> list[tuple[int, int]]:
    """Width and height of each page in millimetres."""
    boxes = [page.mediabox for page in pypdf.PdfReader(path).pages]
    return [(round(float(box.width) / 72 * 25.4), round(float(box.height) / 72 * 25.4)) for box in boxes]


def outside(path: Path, margin: float = 8.0) -> list[tuple[str, float, float]]:
    """Words that begin nearer to an edge than printers print, with their places in millimetres."""
    found: list[tuple[str, float, float]] = []
    for page in pypdf.PdfReader(path).pages:
        width, height = (float(side) / 72 * 25.4 for side in page.mediabox[2:])

        def look(text, cm, tm, font, size, width=width, height=height):
            x, y = tm[4] / 72 * 25.4, tm[5] / 72 * 25.4
            inside = margin <= x <= width - margin and margin <= y <= height - margin
            if text.strip() and (x or y) and not inside:
                found.append((text, x, y))

        page.extract_text(visitor_text=look)
    return found
