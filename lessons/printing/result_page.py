"""A result as one page for the school's website: the sound inside it, no script, no request."""

import base64

from evidence.library import Library
from evidence.papers.web import page_templates
from lessons.look import Look, Looks
from lessons.printing.ornament import Peaks, drawn, loudest, peaks_from
from lessons.printing.outcome import Outcome, Won
from lessons.printing.result_sound import mp3_of, peaks_of
from lessons.printing.wording import told
from studio.wording import date_in_words, length_in_words

_BARS, _STEP, _HIGH = 64, 10, 120
"""Of the picture of a sound: how many, how far apart, how high."""


def page_bytes(library: Library, outcome: Outcome, *, sounds: bool) -> bytes:
    """The page; without `sounds` it neither has them nor says what they are called.

    Raises
    ------
    SoundLost
        If a winner's recording is not there.
    """
    page = (
        page_templates("printing")
        .get_template("result.html")
        .render(
            told=told,
            lasting=length_in_words,
            school=library.school,
            outcome=outcome,
            day=date_in_words(outcome.said.date),
            winners=[_Player(library, won, sounds=sounds) for won in outcome.won],
            sounds=sounds,
            look=_Colours(Looks(library).now()),
            width=_BARS * _STEP,
            high=_HIGH,
        )
    )
    return page.encode("utf-8", "replace")


class _Player:
    """A winner as the page shows it."""

    def __init__(self, library: Library, won: Won, *, sounds: bool) -> None:
        self.won = won
        self.bars = bars(peaks_of(library, won.entry) if sounds else peaks_from(won.makers, _BARS))
        self.uri = ""
        if sounds:
            self.uri = "data:audio/mpeg;base64," + base64.b64encode(mp3_of(library, won.entry)).decode(
                "ascii"
            )


class _Colours:
    """The school's colours, each dark enough for what it is used for."""

    def __init__(self, look: Look) -> None:
        self.main = str(look.main_colour.readable())
        self.bar = str(look.main_colour)
        self.second = str(look.second_colour)
        self.pale = str(look.main_colour.tint(0.06))


def bars(peaks: Peaks) -> list[tuple[int, float, float, bool]]:
    """Left edge, top and height of each bar of the picture, and whether it has the second colour."""
    found = drawn(peaks, _BARS)
    tall = [max(6.0, peak * _HIGH) for peak in found]
    return [
        (place * _STEP + 2, round((_HIGH - each) / 2, 1), round(each, 1), place in loudest(found))
        for place, each in enumerate(tall)
    ]
