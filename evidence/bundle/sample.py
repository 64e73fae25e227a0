"""Which pieces to ask a school to play: chosen by the receipt, so that the school cannot choose them."""

from collections.abc import Sequence
from hashlib import sha256

COUNT = 5


def sample(words: Sequence[str], entry_ids: Sequence[str], count: int = COUNT) -> tuple[str, ...]:
    """Some of the entries, in their order: the same words and entries always give the same ones.

    Nobody can know them before the bundle is sealed, and sealing it again gives others.
    """
    drawn = sorted(entry_ids, key=lambda entry_id: _lot(words, entry_id))[:count]
    return tuple(entry_id for entry_id in entry_ids if entry_id in drawn)


def _lot(words: Sequence[str], entry_id: str) -> bytes:
    text = f"soundingboard sample 1\n{' '.join(words)}\n{entry_id}\n"
    return sha256(text.encode("utf-8", "surrogatepass")).digest()
