"""A screen with a large waveform: the cursor, the two lines, zooming, and the playhead."""

from __future__ import annotations

from textual.binding import Binding

from studio.ui.screens.hearing import HearingScreen
from studio.ui.widgets.waveform import Waveform
from studio.wording import clock

_BIG_STEP = 10


def _jump_keys() -> list[Binding]:
    """The digits jump to tenths of the sound; the line of keys shows them as one."""
    return [
        Binding(
            str(tenths),
            f"jump({tenths})",
            "jump",
            show=tenths == 1,
            key_display="1-9",
            id=f"wave.tenth{tenths}",
            tooltip=f"To {tenths} tenths of the sound",
        )
        for tenths in range(1, 10)
    ]


LINE_KEYS = (
    Binding("[", "mark('start')", "lines", key_display="[ ]", id="wave.start", tooltip="[ start, ] end"),
    Binding("]", "mark('stop')", "end line", show=False, id="wave.stop"),
)
CURSOR_KEYS = (
    Binding("left", "move(-1)", "move", key_display="← →", id="wave.left", tooltip="Move the cursor"),
    Binding("right", "move(1)", "right", show=False, id="wave.right"),
    Binding("shift+left", f"move(-{_BIG_STEP})", "far left", show=False, id="wave.far_left"),
    Binding("shift+right", f"move({_BIG_STEP})", "far right", show=False, id="wave.far_right"),
    Binding("home,0", "jump(0)", "start", show=False, id="wave.home"),
    Binding("end", "jump(10)", "end", show=False, id="wave.end"),
    *_jump_keys(),
    Binding("+,=", "zoom(1)", "zoom", key_display="+ -", id="wave.closer", tooltip="Closer, or wider"),
    Binding("-", "zoom(-1)", "wider", show=False, id="wave.wider"),
)


class WaveScreen(HearingScreen):
    """Lines and cursor always belong to the sound as it is, whatever picture was shown before."""

    played_from = 0
    """The frame of the picture at which what is played begins."""

    @property
    def wave(self) -> Waveform:
        """The picture."""
        return self.query_one(Waveform)

    @property
    def shows_another(self) -> bool:
        """True while the picture is not that of the sound as it is."""
        return False

    def back_to_now(self) -> None:
        """Show the sound as it is."""
        raise NotImplementedError

    def playhead_moved(self, frame: int | None) -> None:
        """Show what sounds; zoomed in, turn the page with it."""
        self.wave.playhead = None if frame is None else frame + self.played_from
        if self.wave.playhead is not None:
            self.wave.view = self.wave.view.turned_to(self.wave.playhead)

    def action_move(self, columns: int) -> None:
        """Move the cursor by columns of the picture."""
        self.back_to_now()
        self._cursor_to(self.wave.cursor + columns * self.wave.view.step(self.wave.size.width))

    def action_jump(self, tenths: int) -> None:
        """Move the cursor to so many tenths of the sound."""
        self.back_to_now()
        self._cursor_to(self.wave.view.length * tenths // 10)

    def _cursor_to(self, frame: int) -> None:
        self.wave.cursor = max(0, min(frame, self.wave.view.length))
        self.wave.view = self.wave.view.showing(self.wave.cursor)

    def action_mark(self, which: str) -> None:
        """Put a line at the cursor, or where the sound is while it plays."""
        sounding = self.studio.speaker.position
        self.back_to_now()
        if not self.is_hearing or sounding is None:
            sounding = self.wave.cursor
        frame = min(sounding, self.wave.view.length)
        start, stop = self.wave.markers
        self.wave.markers = (frame, stop) if which == "start" else (start, frame)
        at = clock(frame / self.wave.view.samplerate, decimals=2)
        self.say(f"{which.capitalize()} line at {at}. C cuts.")

    def action_zoom(self, direction: int) -> None:
        """Closer to the cursor, or wider."""
        view = self.wave.view
        self.wave.view = view.closer(self.wave.cursor) if direction > 0 else view.wider(self.wave.cursor)
