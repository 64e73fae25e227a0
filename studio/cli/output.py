"""Printing: one JSON value, or lines and columns for people."""

from collections.abc import Iterable, Sequence
from typing import Any

import click


def print_json(value: Any) -> None:
    """Print one JSON value: UTF-8, two spaces a level."""
    import orjson

    click.echo(orjson.dumps(value, option=orjson.OPT_INDENT_2).decode())


def print_columns(rows: Iterable[Sequence[str]]) -> None:
    """Print rows in columns as wide as their widest cell; the last column is left as it is."""
    table = [[one_line(cell) for cell in row] for row in rows]
    if not table:
        return
    widths = [max(len(row[i]) for row in table) for i in range(len(table[0]) - 1)]
    for row in table:
        padded = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        click.echo("  ".join([*padded, row[-1]]).rstrip())


def one_line(text: str) -> str:
    """The text with control characters, which could move the cursor or hide words, made visible as spaces."""
    return "".join(letter if letter.isprintable() else " " for letter in text)
