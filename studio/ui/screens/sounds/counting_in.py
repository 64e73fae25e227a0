"""A screen that counts before it records: big numbers and no sound, for that would be recorded."""

from __future__ import annotations

from textual.reactive import reactive
from textual.timer import Timer

from studio.ui.screens.sounds.listening import ListeningScreen
from studio.ui.widgets.big_time import BigTime


class CountingInScreen(ListeningScreen):
    """Three, two, one; or one to four as musicians count."""

    state: reactive[str] = reactive("ready", bindings=True)
    """`ready`, `counting`, `starting`, `waiting`, `recording`, `paused` or `stopping`."""
    counted = 0
    """Numbers that were shown."""
    _counting: Timer | None = None

    def begin(self) -> None:
        """Record; every such screen says."""
        raise NotImplementedError

    def count_in(self) -> None:
        """Count, with the microphone open so that it is there in time, then record."""
        self.state = "counting"
        self.counted = 0
        if self.ear.status is None:
            self.listen()
        self.advise("Get ready.")
        self.count()
        self._counting = self.set_interval(self.how.count_seconds, self.count)

    def count(self) -> None:
        """Show the next number; after the last one, record."""
        if self.state != "counting":
            return
        self.counted += 1
        if self.counted > self.how.counts:
            self.stop_counting()
            self.begin()
            return
        down = self.how.start == "count-in"
        self.query_one(BigTime).counted = self.how.counts + 1 - self.counted if down else self.counted

    def stop_counting(self) -> None:
        """Show the time again."""
        if self._counting is not None:
            self._counting.stop()
        self.query_one(BigTime).counted = None
