"""Before and after: hearing a sound as it was recorded and as it is now, also equally loud."""

from __future__ import annotations

from studio.audio.recipe import Step
from studio.ui.screens.long_job import Progress
from studio.ui.screens.sounds.shaping import ShapingScreen
from studio.ui.widgets.picture import Place

_SILENT_LUFS = -70.0
_HEARD_DB = 0.1
_BEFORE, _AFTER = "Before: as it was recorded.", "After: as it is now."


class BeforeScreen(ShapingScreen):
    """What is louder seems better: heard equally loud, before and after are compared fairly."""

    alike = False
    """Whether both are played equally loud; the sound is not changed by that."""
    _stood: Place | None = None
    """Where one stood in the sound as it is, while before is shown."""

    def action_before(self) -> None:
        """Before; pressed again, after."""
        from studio.ui.pictures import drawn

        if self.shown == "before":
            self.show_now(self._stood)
        else:
            if self.shown == "now":
                self._stood = self.wave.place
            self.show_instead("before", drawn(self.bench.open(before=True)))
            self.played_from = 0
        if not self.alike:
            self.say(f"{_BEFORE} Press B for after." if self.shown == "before" else _AFTER)
            self.hear(self.now, before=self.shown == "before")
        elif self.bench.loudness is not None:
            self._hear_alike()
        else:
            self._compare()

    def action_alike(self) -> None:
        """Play before and after equally loud, or as loud as they are."""
        self.alike = not self.alike
        on, off = "B plays both equally loud. Q turns it off.", "B plays each as loud as it is."
        self.say(on if self.alike else off)

    def _compare(self) -> None:
        """Listen how loud both are, which takes a moment for each minute."""
        self.hush()

        def listen(progress: Progress) -> str:
            self.bench.find_loudness(progress)
            return self._words()

        self.in_thread("Listening how loud both are.", listen, self._hear_alike)

    def _hear_alike(self) -> None:
        is_before = self.shown == "before"
        gain = Step("gain", (self._gain_db(),))
        self.say(self._words())
        self.hear_source(lambda: self.bench.open(before=is_before, then=gain))

    def _gain_db(self) -> float:
        """How much the one that is shown is turned down; the quieter one stays as it is."""
        before, after = self.bench.loudness or (_SILENT_LUFS, _SILENT_LUFS)
        if _SILENT_LUFS in (before, after):
            return 0.0
        return min(0.0, after - before if self.shown == "before" else before - after)

    def _words(self) -> str:
        which = _BEFORE if self.shown == "before" else _AFTER
        gain = self._gain_db()
        level = f"played {-gain:.1f} dB quieter" if gain < -_HEARD_DB else "at its own level"
        return f"{which[:-1]}, {level}, so both are equally loud."
