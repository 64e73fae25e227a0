"""The receipt: eight words that stand for everything in a bundle, to be kept on paper."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping

from evidence.bundle.bag import manifest_text
from evidence.receipt_words import BITS, word_list

WORDS = 8
BLANK = "(the eight words)"
"""What stands in the place of the words while they are worked out."""


COUNTED_OUT = ("bag-info.txt", "manifest-sha512.txt", "tagmanifest-sha512.txt")
"""Tag files that follow from the others and from `bundle.json`; the words do not cover them again."""
SHOWING = ("data/OPEN-ME-FIRST.html", "data/receipt.txt")
"""The page and the slip, which show the words."""


def receipt_words(head: str, hashes: Mapping[str, str]) -> tuple[str, ...]:
    """The words for the log's head and the SHA-512 of every file that is not `COUNTED_OUT`.

    The hashes of the files `SHOWING` the words are those of the same text with `BLANK` in the
    words' place; see `without_words`.
    """
    covered = {path: sha512 for path, sha512 in hashes.items() if path not in COUNTED_OUT}
    return words_for(f"soundingboard receipt 1\n{head}\n".encode() + manifest_text(covered))


def words_for(text: bytes) -> tuple[str, ...]:
    """The eight words that stand for a text."""
    number = int.from_bytes(hashlib.sha256(text).digest()[: WORDS * BITS // 8], "big")
    words = word_list()
    return tuple(words[number >> BITS * place & (1 << BITS) - 1] for place in reversed(range(WORDS)))


def read_words(text: str) -> tuple[str, ...]:
    """Words as a person types them: any spaces, commas, hyphens, line breaks and capitals."""
    return tuple(re.findall(r"[^\W\d_]+", text.lower()))


def words_in_slip(slip: bytes) -> tuple[str, ...]:
    """The words that a slip shows; empty when there are none."""
    known = set(word_list())
    for line in slip.decode("utf-8", "replace").splitlines():
        words = tuple(line.split())
        if len(words) == WORDS and known.issuperset(words):
            return words
    return ()


def without_words(blocks: Iterable[bytes], words: tuple[str, ...]) -> Iterator[bytes]:
    """The same text with `BLANK` wherever the words stand."""
    return _swapped(blocks, " ".join(words), BLANK)


def with_words(blocks: Iterable[bytes], words: tuple[str, ...]) -> Iterator[bytes]:
    """The same text with the words wherever `BLANK` stands."""
    return _swapped(blocks, BLANK, " ".join(words))


def _swapped(blocks: Iterable[bytes], sought: str, instead: str) -> Iterator[bytes]:
    old, new = sought.encode("ascii"), instead.encode("ascii")
    kept = b""
    for block in blocks:
        kept = (kept + block).replace(old, new)
        cut = max(0, len(kept) - len(old) + 1)  # a match may go on in the next block
        yield kept[:cut]
        kept = kept[cut:]
    yield kept


SLIP = """\
The receipt of a sealed bundle

{school}
Sealed on {date}: {entries}.

    {words}

What it is for
These eight words are worked out from everything in the bundle. If one letter or one
moment of sound is changed, the words are no longer the same.

Keep them somewhere else than the bundle: in the letter that goes with it, in the
minutes of a meeting, on paper. Whoever has the bundle can then work the words out
again (VERIFY.txt says how) and compare them with yours.

What it does not show
Who made the bundle, and whether what it tells is so. That is for people to judge.
"""


def slip_text(*, school: str, date: str, entries: str) -> bytes:
    """The slip `receipt.txt`, with `BLANK` in the place of the words."""
    one_line = " ".join(school.split())
    return SLIP.format(school=one_line, date=date, entries=entries, words=BLANK).encode("utf-8")
