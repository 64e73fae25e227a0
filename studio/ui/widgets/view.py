"""Which part of a sound a picture shows: zooming, scrolling, and columns to frames and back."""

from dataclasses import dataclass, replace

_CLOSEST_SECONDS = 0.1
_CLOSER = 2


@dataclass(frozen=True, slots=True)
class View:
    """The frames from `start` to `stop` of a sound `length` frames long."""

    start: int
    stop: int
    length: int
    samplerate: int

    @classmethod
    def whole(cls, length: int, samplerate: int) -> "View":
        """All of it."""
        return cls(0, length, length, samplerate)

    @property
    def span(self) -> int:
        """Frames shown."""
        return self.stop - self.start

    @property
    def is_whole(self) -> bool:
        """True when nothing lies outside."""
        return self.span >= self.length

    def closer(self, frame: int) -> "View":
        """Half as much, keeping a frame where it stands; at the closest, the same view."""
        closest = min(self.length, round(_CLOSEST_SECONDS * self.samplerate))
        return self._around(frame, max(closest, self.span // _CLOSER))

    def wider(self, frame: int) -> "View":
        """Twice as much, at most all of it."""
        return self._around(frame, min(self.length, max(1, self.span) * _CLOSER))

    def showing(self, frame: int) -> "View":
        """The same view, moved just enough that a frame is in it."""
        if self.start <= frame <= self.stop:
            return self
        return self._from(frame if frame < self.start else frame - self.span)

    def turned_to(self, frame: int) -> "View":
        """The same view, or the page that starts at a frame outside it: how a playhead is followed."""
        return self if self.start <= frame <= self.stop else self._from(frame)

    def column(self, frame: int, width: int) -> int | None:
        """The column of a frame in so many; `None` when it is outside."""
        if not self.start <= frame <= self.stop or width < 1:
            return None
        return min(width - 1, (frame - self.start) * width // max(1, self.span))

    def frame(self, column: int, width: int) -> int:
        """The first frame of a column."""
        return self.start + column * self.span // max(1, width)

    def step(self, width: int) -> int:
        """The frames one column stands for, at least one."""
        return max(1, round(self.span / max(1, width)))

    def _around(self, frame: int, span: int) -> "View":
        before = (frame - self.start) * span // max(1, self.span)
        return replace(self, start=0, stop=span)._from(frame - before)

    def _from(self, start: int) -> "View":
        first = max(0, min(start, self.length - self.span))
        return replace(self, start=first, stop=first + self.span)


def ruler(view: View, width: int) -> str:
    """A line of times under a picture: both ends, and as many between as stay easy to read."""
    marks = max(2, width // 24 + 1)
    decimals = 2 if view.span < 4 * view.samplerate else 1 if view.span < 90 * view.samplerate else 0
    line = [" "] * width
    for mark in range(marks):
        at = mark * (width - 1) // (marks - 1)
        label = _time((view.start + view.span * mark / (marks - 1)) / max(1, view.samplerate), decimals)
        left = max(0, min(width - len(label), at - len(label) // 2))
        line[left : left + len(label)] = label
    return "".join(line)[:width]


def _time(seconds: float, decimals: int) -> str:
    ticks = round(seconds * 10**decimals)
    whole, part = divmod(ticks, 10**decimals)
    hours, rest = divmod(whole, 3600)
    tail = f".{part:0{decimals}d}" if decimals else ""
    clock = f"{rest // 60:02d}:{rest % 60:02d}" if hours else f"{rest // 60}:{rest % 60:02d}"
    return f"{hours}:{clock}{tail}" if hours else f"{clock}{tail}"
