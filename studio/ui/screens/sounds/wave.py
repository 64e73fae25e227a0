"""A screen with a large waveform: the cursor, what is seen of the sound, and the playhead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from studio.ui.screens.hearing import HearingScreen
from studio.ui.widgets.waveform import Waveform

if TYPE_CHECKING:
    from studio.audio.rendering.rendition import Rendition

_BIG_STEP = 10
_FOLLOWED_SECONDS = 1.0
"""With less of the sound to be seen its pages would turn too fast to look at."""


def _jump_keys() -> list[Binding]:
    """The digits jump to tenths of the sound."""
    return [
        Binding(
            str(tenths),
            f"jump({tenths})",
            "jump",
            show=False,
            key_display="1-9",
            id=f"wave.tenth{tenths}",
            tooltip=f"To {tenths} tenths of the sound",
        )
        for tenths in range(1, 10)
    ]


CURSOR_KEYS = (
    Binding("left", "move(-1)", "move", key_display="← →", id="wave.left", tooltip="Move the cursor"),
    Binding("right", "move(1)", "right", show=False, id="wave.right"),
    Binding("shift+left", f"move(-{_BIG_STEP})", "far left", show=False, id="wave.far_left"),
    Binding("shift+right", f"move({_BIG_STEP})", "far right", show=False, id="wave.far_right"),
    Binding("pageup", "page(-1)", "page back", show=False, id="wave.page_back"),
    Binding("pagedown", "page(1)", "page on", show=False, id="wave.page_on"),
    Binding("home,0", "jump(0)", "start", show=False, id="wave.home"),
    Binding("end", "jump(10)", "end", show=False, id="wave.end"),
    *_jump_keys(),
    Binding("+,=,up", "zoom(1)", "zoom", key_display="+ -", id="wave.closer", tooltip="Closer, or wider"),
    Binding("-,down", "zoom(-1)", "wider", show=False, id="wave.wider"),
)


class WaveScreen(HearingScreen):
    """Cursor and view always belong to the sound as it is, whatever picture was shown before."""

    played_from = 0
    """The frame of the picture at which what is played begins."""
    moved_since = False
    """Whether somebody has moved the cursor since it plays: then that is the place that is meant."""

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

    def open_now(self) -> Rendition:
        """The sound as it is, to be read; may be called from any thread, and takes a moment."""
        raise NotImplementedError

    def moved(self) -> None:
        """The cursor, the lines or the view are elsewhere now."""

    def playhead_moved(self, frame: int | None) -> None:
        """Show what sounds; zoomed in, turn the page with it."""
        self.wave.playhead = None if frame is None else self.frame_of(frame)
        seen = self.wave.view.span / max(1, self.wave.view.samplerate)
        if self.wave.playhead is not None and seen >= _FOLLOWED_SECONDS:
            self.wave.view = self.wave.view.turned_to(self.wave.playhead)

    def frame_of(self, played: int) -> int:
        """The frame of the picture at a frame of what is played."""
        return played + self.played_from

    def action_move(self, columns: int) -> None:
        """Move the cursor by columns of the picture."""
        self.back_to_now()
        self.cursor_to(self.wave.cursor + columns * self.wave.view.step(self.wave.size.width))

    def action_jump(self, tenths: int) -> None:
        """Move the cursor to so many tenths of the sound."""
        self.back_to_now()
        self.cursor_to(self.wave.view.length * tenths // 10)

    def action_page(self, pages: int) -> None:
        """Turn the page, and take the cursor along."""
        self.back_to_now()
        view = self.wave.view
        self.wave.view = view.paged(pages)
        self.cursor_to(self.wave.cursor + self.wave.view.start - view.start)

    def cursor_to(self, frame: int) -> None:
        """Put the cursor on a frame, and show it."""
        self.moved_since = True
        self.wave.cursor = max(0, min(frame, self.wave.view.length))
        self.wave.view = self.wave.view.showing(self.wave.cursor)
        self.moved()

    def action_zoom(self, direction: int) -> None:
        """Closer to the cursor, or wider."""
        view = self.wave.view
        self.wave.view = view.closer(self.wave.cursor) if direction > 0 else view.wider(self.wave.cursor)
        self.moved()
