"""Where a line may end in scripts that are written without spaces between words."""

import re
from collections.abc import Container

_NO_SPACES = re.compile("[\u2e80-\u9fff\ua000-\ua4cf\uf900-\ufaff\uff00-\uff9f\U00020000-\U0002ffff]")
"""Letters of Chinese, Japanese and Yi: a line may end between any two."""
_NOT_FIRST = frozenset(
    "、。，．！？：；」』）〕】〉》〗〙］｝・ー々％ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
)
_NOT_LAST = frozenset("「『（〔【〈《〖〘［｛￥＄")
_ENDS_WORD = frozenset("\u0f0b\u1361\u1362\u1363\u1364")
"""Signs of Tibetan and Ethiopic that stand where others have a space."""
_LEADS = frozenset("\u0e40\u0e41\u0e42\u0e43\u0e44\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4")
"""Vowels of Thai and Lao that are written before their letter and never parted from it."""


def leads(letter: str) -> bool:
    """Whether a letter is never parted from the one after it."""
    return letter in _LEADS


def gaps_in(text: str, joined: Container[int]) -> set[int]:
    """Places before which a line may end, other than spaces."""
    gaps = {place + 1 for place, letter in enumerate(text) if letter in _ENDS_WORD}
    for found in _NO_SPACES.finditer(text):
        gaps |= {found.start(), found.end()}
    inside = (gap for gap in gaps if 0 < gap < len(text) and gap not in joined)
    return {gap for gap in inside if text[gap - 1] not in _NOT_LAST and text[gap] not in _NOT_FIRST}
