"""Breaking a text into lines that fit, in time that grows with its length and no faster."""

from collections.abc import Iterator, Mapping


def lines_of(text: str, widths: Mapping[str, float], room: float) -> Iterator[str]:
    """The lines of a text, each no wider than `room`; broken between words, and in a word only if it must.

    Every letter of the text has a width in `widths`; a single letter wider than the room has its own line.
    """
    for paragraph in text.split("\n"):
        yield from _broken(paragraph.rstrip(" "), widths, room)


def _broken(text: str, widths: Mapping[str, float], room: float) -> Iterator[str]:
    start, width, place = 0, 0.0, 0
    space = -1
    while place < len(text):
        letter = text[place]
        if letter == " ":
            space = place
        width += widths[letter]
        if width > room and letter != " " and place > start:
            stop, after = (space, space + 1) if space > start else (place, place)
            yield text[start:stop].rstrip(" ")
            start = place = after
            width, space = 0.0, -1
            continue
        place += 1
    yield text[start:]
