"""One progress, from 0 to 1, over several stages of unequal length."""

from collections.abc import Callable, Sequence

Progress = Callable[[float], None]


class Stages:
    """Shares one progress out: each stage tells its own from 0 to 1, and the whole never falls back."""

    def __init__(self, progress: Progress | None, lengths: Sequence[float]) -> None:
        self._progress = progress
        self._total = sum(lengths) or 1.0
        self._left = list(lengths)
        self._start = self._told = 0.0

    def begin(self) -> Progress:
        """The progress of the next stage."""
        start, length = self._start, self._left.pop(0)
        self._start += length
        return lambda share: self._tell((start + length * share) / self._total)

    def still_here(self) -> None:
        """Tell the same again: whoever listens may raise to stop."""
        self._tell(self._told)

    def _tell(self, share: float) -> None:
        self._told = min(1.0, max(self._told, share))
        if self._progress:
            self._progress(self._told)
