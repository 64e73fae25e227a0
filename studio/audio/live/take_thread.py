"""The take's own thread: everything from the queue to the disk."""

import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import NamedTuple

from studio.audio.clip import Frames
from studio.audio.live.arrival_clock import ArrivalClock
from studio.audio.live.take_meter import TakeMeter
from studio.audio.live.take_writer import TakeWriter

_LAST_WRITE_SECONDS = 10.0
_WAIT_SECONDS = 0.2


class Arrived(NamedTuple):
    """A block from the microphone."""

    frames: Frames
    at: float
    """When it came."""
    taken: list[Frames]
    """What goes into the take because of it: itself, part of it, some before it, or nothing."""


class TakeThread:
    """Owns the disk, so that one which is slow loses no sound; and all that is too slow for the callback."""

    def __init__(self, samplerate: int, *, clock: Callable[[], float]) -> None:
        self.meter = TakeMeter()
        self.writer: TakeWriter | None = None
        """Where the take goes; there is none while one only listens."""
        self.lost_seconds = 0.0
        """What never came while the take was being made."""
        self._arrivals = ArrivalClock(samplerate)
        self._clock = clock
        self._queue: SimpleQueue[Arrived | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._keep, name="take", daemon=True)
        self._thread.start()

    def give(self, arrived: Arrived) -> None:
        """Hand over a block; waits for nothing."""
        self._queue.put(arrived)

    def due(self, at: float) -> int:
        """How many frames should have come from the microphone by a time; 0 while that is not known."""
        return self._arrivals.due(at)

    def end(self) -> bool:
        """Write what is there and end; false when the disk hangs for so long that we go on without it."""
        self._queue.put(None)
        self._thread.join(_LAST_WRITE_SECONDS)
        return not self._thread.is_alive()

    def settle(self) -> None:
        """Count as lost what is missing in the end; only after `end`."""
        self._count_lost(self._arrivals.settle)

    def _keep(self) -> None:
        closing = False
        while not closing:
            blocks, closing = self._take_queue()
            for arrived in blocks:
                self._take_in(arrived)
            if self.writer is not None:
                self.writer.flush(self._clock())

    def _take_in(self, arrived: Arrived) -> None:
        self.meter.listen(arrived.frames)
        if not arrived.taken or self.writer is None:
            self._arrivals.add(len(arrived.frames), arrived.at)
            return
        self._count_lost(lambda: self._arrivals.add(len(arrived.frames), arrived.at))
        for frames in arrived.taken:
            self.meter.take(frames)
            self.writer.add(frames)

    def _count_lost(self, look: Callable[[], None]) -> None:
        before = self._arrivals.lost_seconds
        look()
        self.lost_seconds += self._arrivals.lost_seconds - before

    def _take_queue(self) -> tuple[list[Arrived], bool]:
        blocks: list[Arrived] = []
        try:
            item = self._queue.get(timeout=_WAIT_SECONDS)
            while item is not None:
                blocks.append(item)
                item = self._queue.get_nowait()
        except Empty:
            return blocks, False
        return blocks, True
