"""The two lines of a waveform: putting them, and hearing and seeing what is between."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on, work
from textual.binding import Binding
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from studio.errors import StudioError
from studio.ui.faults import FAULTS
from studio.ui.messages import ProblemMet
from studio.ui.place_words import between_words, place_words
from studio.ui.screens.sounds.beginnings import BeginningsScreen
from studio.ui.text import literal
from studio.ui.widgets.view import decimals_of, time_words
from studio.wording import begun

if TYPE_CHECKING:
    from studio.ui.speaker import Playable

LINE_KEYS = (
    Binding("[", "mark('start')", "lines", key_display="[ ]", id="wave.start", tooltip="[ start, ] end"),
    Binding("]", "mark('stop')", "end line", show=False, id="wave.stop"),
)
PART_KEYS = (
    Binding(
        "enter",
        "part",
        "play the part",
        show=False,
        key_display="Enter",
        id="wave.part",
        tooltip="What is between the lines; without lines, what you see",
    ),
    Binding(
        "a", "loop", "again and again", show=False, id="wave.loop", tooltip="The part, until you press Space"
    ),
    Binding(
        "f",
        "fit",
        "see the part large",
        show=False,
        id="wave.fit",
        tooltip="See what is between the lines; again, see all",
    ),
    Binding(
        "slash",
        "snap",
        "lines snap, or not",
        show=False,
        key_display="/",
        id="wave.snap",
        tooltip="Lines go to where a sound begins; again, they stay where you put them",
    ),
)


class LineSnapped(Message):
    """A line has an onset nearby."""

    def __init__(self, which: str, put: int, frame: int) -> None:
        super().__init__()
        self.which = which
        self.put = put
        self.frame = frame


class LinesScreen(BeginningsScreen):
    """One line is enough: the part then reaches to the start or the end of the sound."""

    CUTS = "C cuts."
    """Said of a line that was put."""
    snapping: reactive[bool] = reactive(False, init=False)
    """Whether lines go to where a sound begins."""
    _looped: tuple[int, int] | None = None
    """The part that is played again and again."""

    @property
    def part(self) -> tuple[int, int] | None:
        """The frames between the lines; `None` without a line, or with both on the same frame."""
        start, stop = self.wave.markers
        if start is None and stop is None:
            return None
        first, last = sorted((start or 0, self.wave.view.length if stop is None else stop))
        return (first, last) if first < last else None

    def moved(self) -> None:
        """Say where."""
        self.query_one("#place", Static).update(literal(place_words(self.wave.place, snapping=self.snapping)))

    def watch_snapping(self) -> None:
        """It stands beside the cursor's place."""
        self.moved()

    # Lines

    def action_mark(self, which: str) -> None:
        """Put a line at the cursor, or where the sound is while it plays and the cursor stands still."""
        sounding = self.studio.speaker.position
        self.back_to_now()
        is_sounding = self.is_hearing and sounding is not None and not self.moved_since
        frame = self.frame_of(sounding or 0) if is_sounding else self.wave.cursor
        self._put(which, max(0, min(frame, self.wave.view.length)))
        if self.snapping:
            self._snap(which, self.wave.markers[which == "stop"] or 0)

    def _put(self, which: str, frame: int) -> None:
        start, stop = self.wave.markers
        self.wave.markers = (frame, stop) if which == "start" else (start, frame)
        self.refresh_bindings()
        at = time_words(frame / self.wave.view.samplerate, max(2, decimals_of(self.wave.view)))
        between = between_words(self.wave.place)
        self.say(f"{begun(which)} line at {at}. {between and f'{begun(between)}. '}{self.CUTS}")
        self.moved()

    @work(thread=True, group="snap")
    def _snap(self, which: str, frame: int) -> None:
        from studio.audio.onsets import nearest_onset

        try:
            with self.open_now() as source:
                found = nearest_onset(source, frame)
        except FAULTS as error:
            self.post_message(ProblemMet(error))
            return
        self.post_message(LineSnapped(which, frame, found))

    @on(LineSnapped)
    def _move_line(self, message: LineSnapped) -> None:
        if self.wave.markers[message.which == "stop"] == message.put and not self.shows_another:
            self._put(message.which, message.frame)

    def action_snap(self) -> None:
        """Let lines go to where a sound begins, or not any more."""
        self.snapping = not self.snapping
        self.say(
            "Lines go to where a sound begins. / turns it off."
            if self.snapping
            else "Lines stay where you put them."
        )

    # Seeing and hearing the part

    def action_fit(self) -> None:
        """See what is between the lines; when it is seen already, or there is nothing, see all."""
        self.back_to_now()
        view, part = self.wave.view, self.part
        fitted = view.fitted(*part) if part else None
        whole = view.whole(view.length, view.samplerate)
        self.wave.view = fitted if fitted is not None and fitted != view else whole
        self.moved()

    def action_part(self) -> None:
        """Play what is between the lines, or what is seen; or stop."""
        if self.is_hearing:
            self.hush()
            return
        self.back_to_now()
        start, stop = self.part or (self.wave.view.start, self.wave.view.stop)
        self.hear_source(self.open_now, start=start, stop=stop)

    def action_loop(self) -> None:
        """Play it again and again; or stop."""
        if self.is_hearing and self._looped is not None:
            self.hush()
            return
        self.back_to_now()
        part = self.part or (self.wave.view.start, self.wave.view.stop)
        if part[0] == part[1]:
            raise StudioError("There is nothing to play.", "Press Z to take the last change back.")
        self.hear_source(lambda: self._open_loop(*part))
        self._looped = part
        self.say("Again and again. Space stops.")

    def _open_loop(self, start: int, stop: int) -> Playable:
        from studio.audio.crossings import nearest_crossing
        from studio.audio.looped import Looped

        source = self.open_now()
        start, last = nearest_crossing(source, start), nearest_crossing(source, stop)
        return Looped(source, start, last if last > start else stop, close=source.close)

    def hear_source(
        self, open_sound: Callable[[], Playable], *, start: int = 0, stop: int | None = None
    ) -> None:
        """Play whatever opens; a loop ends with it."""
        self._looped, self.moved_since = None, False
        super().hear_source(open_sound, start=start, stop=stop)

    def frame_of(self, played: int) -> int:
        """In a loop, the place within the part."""
        if self._looped is None:
            return super().frame_of(played)
        start, stop = self._looped
        return start + played % (stop - start)
