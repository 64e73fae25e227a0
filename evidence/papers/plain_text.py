"""A paper as plain text, to paste anywhere and for whoever listens to a screen reader."""

from collections.abc import Iterator, Sequence

from evidence.papers.paper import (
    Block,
    Bullets,
    Grid,
    Heading,
    PageEnd,
    Paper,
    Quotation,
    Text,
    ToFillIn,
    WriteIn,
    shown,
)
from evidence.papers.wording import words

_UNDER = {1: "=", 2: "=", 3: "-"}
_LONGEST_LINE_UNDER = 70


def text_bytes(paper: Paper) -> bytes:
    """The file; the same bytes for the same paper."""
    parts = [paper.over, _headed(paper.title, 1)]
    parts += ["\n".join(lines) for block in paper.blocks if (lines := list(_lines(block)))]
    return (shown("\n\n".join([*parts, paper.foot])) + "\n").encode("utf-8")


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(text, rank):
            yield _headed(text, rank)
        case Text(text):
            yield text
        case Bullets(items):
            yield from (f"- {item}" for item in items)
        case Quotation(text, said_by):
            yield from (f"“{text}”", f"   {said_by}")
        case ToFillIn(text):
            yield f"[{words('shared')('fill_in')} {text}]"
        case Grid(caption, head, rows):
            yield from (caption, "")
            yield from (f"- {_row(head, row)}" for row in rows)
        case WriteIn(caption, head, _, lines):
            yield from (f"{caption} ({', '.join(head)})", *["_" * 40] * lines)
        case PageEnd():
            return


def _row(head: Sequence[str], row: Sequence[str]) -> str:
    """What it is about, and each other cell after the head of its column."""
    told = [f"{name}: {cell}" for name, cell in zip(head[1:], row[1:], strict=True) if cell]
    if not told:
        return row[0]
    stop = "" if row[0].endswith((".", "?", "!")) else "."
    return f"{row[0]}{stop} {'; '.join(told)}"


def _headed(text: str, rank: int) -> str:
    return f"{text}\n{_UNDER[rank] * min(len(text), _LONGEST_LINE_UNDER)}"
