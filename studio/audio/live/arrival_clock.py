"""The clock beside the frames: notices sound that never arrived."""

from collections import deque

WINDOW_SECONDS = 2.0
LEAST_GAP_SECONDS = 0.1
FASTEST_DRIFT = 1e-3
"""Sound cards and computers count seconds a little differently; up to this much is no loss."""


class ArrivalClock:
    """Compares the frames that came with the time that passed.

    A computer that stands still (a closed lid, a stopped program) gets the sound of the first seconds
    afterwards in one go, and the rest never, with no flag and no error (measured). How late the frames
    of the last two seconds were at best says which it was: once caught up, nothing is lost.
    """

    def __init__(self, samplerate: int) -> None:
        self.lost_seconds = 0.0
        self._samplerate = samplerate
        self._frames = 0
        self._usual: float | None = None
        """Lateness when nothing was lost: when frame 0 would have come."""
        self._window: deque[tuple[float, float]] = deque()

    def add(self, frames: int, at: float) -> None:
        """Count frames that arrived at a time."""
        self._frames += frames
        lateness = at - self._frames / self._samplerate
        before = self._window[-1][0] if self._window else at
        self._window.append((at, lateness))
        while at - self._window[0][0] > WINDOW_SECONDS:
            self._window.popleft()
        self._follow(at - before)
        if at - self._window[0][0] > WINDOW_SECONDS * 0.8:
            self.settle()

    def settle(self) -> None:
        """Count what is missing now as lost; `add` does when frames have come for long enough."""
        if self._usual is None:
            return
        gap = self._at_best() - self._usual
        if gap > LEAST_GAP_SECONDS:
            self.lost_seconds += gap
            self._usual += gap

    def due(self, at: float) -> int:
        """How many frames should have arrived by a time."""
        return 0 if self._usual is None else round((at - self._usual) * self._samplerate)

    def _follow(self, passed: float) -> None:
        best = self._at_best()
        self._usual = best if self._usual is None else min(best, self._usual + FASTEST_DRIFT * passed)

    def _at_best(self) -> float:
        return min(lateness for _, lateness in self._window)
