"""Which part of a sound a picture shows: zooming, scrolling, and columns to frames and back."""

from dataclasses import dataclass, replace

CLOSEST_FRAMES = 40
"""At the closest two columns or more show one frame: less of a wave shows nothing more."""
_CLOSER = 2
_PAGE = 0.9
"""Of a page that is turned, a little stays to be seen."""
_MARGIN = 0.05
_LONG_SECONDS, _VERY_LONG_SECONDS = 4.0, 90.0
_SHORT_SECONDS = (0.4, 0.04, 0.004)


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
        closest = min(self.length, CLOSEST_FRAMES)
        return self._around(frame, max(closest, self.span // _CLOSER))

    def wider(self, frame: int) -> "View":
        """Twice as much, at most all of it."""
        return self._around(frame, min(self.length, max(1, self.span) * _CLOSER))

    def fitted(self, first: int, last: int) -> "View":
        """The part from one frame to another, with a little room on both sides."""
        room = max(round((last - first) * _MARGIN), (CLOSEST_FRAMES - (last - first) + 1) // 2)
        return replace(self, start=max(0, first - room), stop=min(self.length, last + room))

    def paged(self, pages: int) -> "View":
        """So many pages on, or back."""
        return self._from(self.start + pages * max(1, round(self.span * _PAGE)))

    def of_length(self, length: int) -> "View":
        """The same part of a sound that has become longer or shorter; all of it when all was seen."""
        if self.is_whole or self.span >= length:
            return replace(self, start=0, stop=length, length=length)
        return replace(self, length=length)._from(self.start)

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
    decimals = decimals_of(view)
    line = [" "] * width
    for mark in range(marks):
        at = mark * (width - 1) // (marks - 1)
        label = time_words((view.start + view.span * mark / (marks - 1)) / max(1, view.samplerate), decimals)
        left = max(0, min(width - len(label), at - len(label) // 2))
        line[left : left + len(label)] = label
    return "".join(line)[:width]


def decimals_of(view: View) -> int:
    """Decimals of a second that tell places of a view apart: two in a sound of seconds, five in a cycle."""
    seconds = view.span / max(1, view.samplerate)
    if seconds >= _LONG_SECONDS:
        return 0 if seconds >= _VERY_LONG_SECONDS else 1
    return 2 + sum(seconds < limit for limit in _SHORT_SECONDS)


def time_words(seconds: float, decimals: int) -> str:
    """Hours, minutes and seconds, `0:07.40` or `1:02:03`."""
    ticks = round(seconds * 10**decimals)
    whole, part = divmod(ticks, 10**decimals)
    hours, rest = divmod(whole, 3600)
    tail = f".{part:0{decimals}d}" if decimals else ""
    clock = f"{rest // 60:02d}:{rest % 60:02d}" if hours else f"{rest // 60}:{rest % 60:02d}"
    return f"{hours}:{clock}{tail}" if hours else f"{clock}{tail}"
