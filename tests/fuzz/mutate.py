"""Damage to small files, the same for the same seed: bytes, numbers, words, and values of JSON."""

import json
import re
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

LONGEST = 40_000
"""Bytes; a damaged file does not grow beyond."""

_NUMBERS = (
    0,
    1,
    2,
    0x7F,
    0x80,
    0xFF,
    0x7FFF,
    0x8000,
    0xFFFF,
    0x7FFFFFFF,
    0x80000000,
    0xFFFFFFFF,
    (1 << 64) - 1,
)
_WORDS = (
    *(b"", b"0", b"-1", b"1e308", b"9" * 400, b"NaN", b"null", b"true", b"{}", b"[]", b"[" * 3000),
    *(
        b"../../x",
        b"/etc/passwd",
        b"C:\\x",
        b"CON",
        b"=HYPERLINK(1)",
        b"<img onerror=x>",
        b"%s%n",
        b"x" * 10_000,
    ),
    *(
        b"\0",
        b"\xff\xfe",
        b"\xed\xa0\x80",
        "\u202e\u200d\ufeff".encode(),
        b"\r\n\r\n",
        b'"""',
        b"'''",
        b"\\ud800",
    ),
    *(b"2026-02-30", b"9999-12-31T23:59:59-23:59", b"0001-01-01T00:00:00+23:59", b"2026-07-10T14:30:00"),
)
_VALUES: tuple[Any, ...] = (
    *(
        None,
        True,
        False,
        0,
        -1,
        1.5,
        1 << 53,
        (1 << 64) - 1,
        1e308,
        "",
        "x" * 5000,
        "\0",
        "../../x",
        "\u202e",
    ),
    *([], {}, [[]], [None], {"": None}, {"a": {"b": []}}, ["MT1:gold"] * 300, "MT1:gold", "Y4", "2026-02-30"),
)
_TOKEN = re.compile(rb"[A-Za-z0-9_.+-]+")

Move = Callable[[Random, bytearray, Sequence[bytes]], None]


def mutated(random: Random, seeds: Sequence[bytes]) -> bytes:
    """One of the seeds, damaged in one place or in a few."""
    data = bytearray(random.choice(seeds))
    for _ in range(random.choice((1, 1, 1, 2, 3, 8))):
        random.choice(_MOVES)(random, data, seeds)
        del data[LONGEST:]
    return bytes(data)


def mutated_json(random: Random, plain: Any) -> Any:
    """A copy of plain values with one of them replaced, taken out, put in again or renamed."""
    plain = json.loads(json.dumps(plain))
    places = list(_places(plain))
    if not places:
        return random.choice(_VALUES)
    holder, key = random.choice(places)
    other_holder, other_key = random.choice(places)
    what = random.randrange(5)
    if what == 0:
        del holder[key]
    elif what == 1:
        holder[key] = other_holder[other_key]
    elif what == 2 and isinstance(holder, dict):
        holder[random.choice(("", "x", "id", "__class__", str(other_key)))] = holder.pop(key)
    else:
        holder[key] = random.choice(_VALUES)
    try:
        json.dumps(plain)
    except ValueError:  # it was put into itself
        return None
    return plain


def _places(plain: Any) -> Any:
    keys = list(plain) if isinstance(plain, dict) else range(len(plain)) if isinstance(plain, list) else ()
    for key in keys:
        yield plain, key
        yield from _places(plain[key])


def _place(random: Random, data: bytearray) -> int:
    """Anywhere, but more often near the beginning, where headers are."""
    reach = len(data) if random.random() < 0.5 else min(len(data), 200)
    return random.randrange(reach) if reach else 0


def _slice(random: Random, data: bytearray) -> slice:
    start = _place(random, data)
    return slice(start, start + random.choice((1, 2, 4, 16, 100, 1000)))


def _flip(random: Random, data: bytearray, _: Sequence[bytes]) -> None:
    if data:
        data[_place(random, data)] ^= 1 << random.randrange(8)


def _set_number(random: Random, data: bytearray, _: Sequence[bytes]) -> None:
    width = random.choice((1, 2, 4, 8))
    number = random.choice((*_NUMBERS, len(data))) & (1 << 8 * width) - 1
    start = _place(random, data)
    data[start : start + width] = number.to_bytes(width, random.choice(("little", "big")))


def _insert(random: Random, data: bytearray, _: Sequence[bytes]) -> None:
    start = _place(random, data)
    data[start:start] = random.randbytes(random.choice((1, 2, 5, 50)))


def _delete(random: Random, data: bytearray, _: Sequence[bytes]) -> None:
    del data[_slice(random, data)]


def _repeat(random: Random, data: bytearray, _: Sequence[bytes]) -> None:
    start = _place(random, data)
    data[start:start] = data[_slice(random, data)] * random.choice((1, 2, 20))


def _cut(random: Random, data: bytearray, _: Sequence[bytes]) -> None:
    del data[_place(random, data) :]


def _splice(random: Random, data: bytearray, seeds: Sequence[bytes]) -> None:
    other = bytearray(random.choice(seeds))
    data[_place(random, data) :] = other[_place(random, other) :]


def _swap_words(random: Random, data: bytearray, _: Sequence[bytes]) -> None:
    tokens = list(_TOKEN.finditer(bytes(data)))
    if tokens:
        one = random.choice(tokens)
        data[one.start() : one.end()] = random.choice((*_WORDS, random.choice(tokens)[0]))


def _swap_lines(random: Random, data: bytearray, _: Sequence[bytes]) -> None:
    lines = bytes(data).split(b"\n")
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[other] = lines[other], random.choice((lines[one], lines[other], b""))
    data[:] = b"\n".join(lines)


_MOVES: tuple[Move, ...] = (
    *(_flip, _set_number, _insert, _delete, _repeat, _cut, _splice, _swap_words, _swap_words, _swap_lines),
)
