"""A result as one page for the school's website: the sound inside it, no script, no request."""

import base64

from evidence.library import Library
from evidence.papers.web import page_templates
from lessons.look import Looks
from lessons.printing.ornament import peaks_from
from lessons.printing.outcome import Outcome, Won
from lessons.printing.page_look import BARS, HIGH, STEP, PageColours, bars
from lessons.printing.result_sound import mp3_of, peaks_of
from lessons.printing.wording import told
from studio.wording import date_in_words, length_in_words


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
            look=PageColours(Looks(library).now()),
            width=BARS * STEP,
            high=HIGH,
        )
    )
    return page.encode("utf-8", "replace")


class _Player:
    """A winner as the page shows it."""

    def __init__(self, library: Library, won: Won, *, sounds: bool) -> None:
        self.won = won
        self.bars = bars(peaks_of(library, won.entry) if sounds else peaks_from(won.makers, BARS))
        self.uri = ""
        if sounds:
            self.uri = "data:audio/mpeg;base64," + base64.b64encode(mp3_of(library, won.entry)).decode(
                "ascii"
            )
