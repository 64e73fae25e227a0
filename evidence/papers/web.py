"""A paper as one page for any browser: prints like the Word file, runs nothing, asks for nothing."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assets import asset
from evidence.papers import measure
from evidence.papers.paper import Block, Paper, shown
from evidence.papers.wording import words

if TYPE_CHECKING:
    from jinja2 import Environment


def web_bytes(paper: Paper) -> bytes:
    """The file; the same bytes for the same paper."""
    page = (
        page_templates("papers")
        .get_template("paper.html")
        .render(
            paper=paper,
            sheets=_sheets(paper.blocks),
            fill_in=words("shared")("fill_in"),
            size=measure,
        )
    )
    return page.encode("utf-8")


def page_templates(folder: str) -> "Environment":
    """The templates in a folder of the assets: what people wrote is never markup in them."""
    # Here, since only making a page needs a template engine.
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(
        autoescape=True,
        finalize=lambda value: shown(value) if type(value) is str else value,
        loader=FunctionLoader(lambda name: asset(folder, name).read_text(encoding="utf-8")),
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )


def _sheets(blocks: Sequence[Block]) -> list[list[tuple[str, Block]]]:
    """The blocks of each page with the names of their kinds."""
    sheets: list[list[tuple[str, Block]]] = [[]]
    for block in blocks:
        kind = type(block).__name__
        if kind == "PageEnd":
            sheets.append([])
        else:
            sheets[-1].append((kind, block))
    return sheets
