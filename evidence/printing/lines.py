"""Breaking a text into lines that fit, in time that grows with its length and no faster."""

from collections.abc import Container, Iterator, Mapping, Sequence

_LONGEST = 800
"""Letters in a line, for letters that have no width."""


def lines_of(text: str, widths: Mapping[str, float], room: float) -> Iterator[str]:
    """The lines of a text, each no wider than `room`; broken between words, and in a word only if it must.

    Every letter of the text has a width in `widths`; a single letter wider than the room has its own line.
    """
    for paragraph in text.split("\n"):
        for start, stop in spans(paragraph, [widths[letter] for letter in paragraph], room):
            yield paragraph[start:stop]


def spans(
    text: str,
    widths: Sequence[float],
    room: float,
    *,
    gaps: Container[int] = (),
    joined: Container[int] = (),
) -> Iterator[tuple[int, int]]:
    """From where to where in a text without line feeds each of its lines goes.

    `widths` has the width of each letter. A line may end before each of `gaps` as it may at a space, and
    never before one of `joined`, which belongs to the letter before it.
    """
    text = text.rstrip(" ")
    start, place, width = 0, 0, 0.0
    gap = (-1, -1)
    while place < len(text):
        letter = text[place]
        if letter == " ":
            gap = (place, place + 1)
        elif place in gaps:
            gap = (place, place)
        width += widths[place]
        if place > start and letter != " " and (width > room or place - start >= _LONGEST):
            stop, after = gap if gap[0] > start else (_whole(start, place, joined),) * 2
            if stop > start:
                yield start, stop - _spaces(text, start, stop)
                start = place = after
                width, gap = 0.0, (-1, -1)
                continue
        place += 1
    yield start, len(text)


def _whole(start: int, place: int, joined: Container[int]) -> int:
    """The last place up to `place` where letters may be parted, or `start` if there is none."""
    while place > start and place in joined:
        place -= 1
    return place


def _spaces(text: str, start: int, stop: int) -> int:
    line = text[start:stop]
    return len(line) - len(line.rstrip(" "))
