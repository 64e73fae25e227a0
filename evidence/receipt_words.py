"""The words that people read out, type and keep on paper where a machine would use a number."""

from functools import cache

BITS = 10
"""Bits that a word stands for."""


@cache
def word_list() -> tuple[str, ...]:
    """The words, in order."""
    from assets import asset

    words = tuple(asset("receipt-words.txt").read_text(encoding="utf-8").split())
    if len(words) != 1 << BITS:
        raise ValueError(f"{1 << BITS} words are needed, not {len(words)}")
    return words
