"""One sound on its way to the speakers."""

import itertools
import math
import threading
from collections.abc import Callable, Iterator
from queue import Empty, SimpleQueue
from typing import Optional

import numpy as np

from studio.audio.clip import Frames
from studio.audio.live.devices import DeviceBusy, DeviceGone
from studio.audio.live.speaker_blocks import blocks_at, of_length
from studio.audio.live.streams import PLAY_BLOCK_FRAMES, FillBlock, OnEnd, Stream
from studio.audio.source import SoundSource
from studio.disk import reason
from studio.errors import StudioError

AHEAD_BLOCKS = 12
"""Blocks read before they are needed: half a second at 48 kHz."""
TAIL_SECONDS = 0.25
"""Silence behind the sound: without it a stream that ends loses up to 0.2 s of it (measured)."""
FADE_SECONDS = 0.01
STALLED_SECONDS = 2.0


class SpeakersStalled(StudioError):
    """The speakers are there and take no sound."""


class SoundUnreadable(StudioError):
    """The sound's file fails while it is played."""


class Playback:
    """Reads a source on a thread of its own, some blocks ahead of the callback that plays them.

    The thread is a daemon: a sound that plays keeps nobody from leaving the program.
    """

    def __init__(
        self,
        source: SoundSource,
        start: int,
        stop: int,
        *,
        gain: float,
        open_stream: Callable[[FillBlock, OnEnd], Stream],
        clock: Callable[[], float],
        after: Optional["Playback"],
    ) -> None:
        self.problem: StudioError | None = None
        self.late_blocks = 0
        """Blocks that were not read in time; silence was played instead."""
        self._source, self._start, self._stop, self._gain = source, start, stop, gain
        self._open_stream = open_stream
        self._clock = clock
        self._after = after
        self._stream: Stream | None = None
        self._blocks: SimpleQueue[Frames | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="play", daemon=True)
        self._stopping = False
        self._complete = False
        self._faded = threading.Event()
        """Nothing but silence comes any more."""
        self._faded_at = 0.0
        self._fade = self._tail = 0
        self._ended = threading.Event()
        """The stream takes no more blocks."""
        self._done = threading.Event()
        """All is over and closed."""
        self._played = 0
        """Frames of the sound in blocks before the newest one, at the speakers' rate."""
        self._newest = 0
        self._newest_at = 0.0
        self._position = start

    def begin(self) -> None:
        """Start the thread."""
        self._thread.start()

    def fade_out(self) -> None:
        """End soon; waits for nothing."""
        self._position = self.position
        self._stopping = True

    def wait(self, timeout: float | None) -> bool:
        """Wait until all is over; false when it is not after `timeout` seconds."""
        return self._done.wait(timeout)

    @property
    def is_going(self) -> bool:
        """Whether it is to be heard, now or in a moment."""
        return not self._stopping and not self._done.is_set()

    @property
    def position(self) -> int:
        """The frame that is heard now: what the device still holds is not heard yet."""
        if self._complete and self._done.is_set():
            return self._stop
        stream = self._stream
        if stream is not None and self._newest and not self._done.is_set():
            since = min(self._clock() - self._newest_at, self._newest / stream.samplerate)
            heard = self._played / stream.samplerate + since - stream.latency
            frame = self._start + round(heard * self._source.samplerate)
            self._position = max(self._position, min(frame, self._stop))
        return self._position

    def _run(self) -> None:
        try:
            self._play()
        except StudioError as error:
            self.problem = error
        except OSError as error:
            self.problem = SoundUnreadable(
                f"The sound cannot be read ({reason(error)}).",
                "Check the folder or drive it is in.",
            )
        finally:
            self._faded.set()
            self._done.set()

    def _play(self) -> None:
        after, self._after = self._after, None
        stream = self._open(after)
        try:
            if after is not None:
                after.wait_for_quiet()
            if self._stopping:
                return
            self._stream = stream
            self._fade = round(FADE_SECONDS * stream.samplerate)
            self._tail = tail_blocks(stream)
            blocks = self._all_blocks(stream)
            for block in itertools.islice(blocks, AHEAD_BLOCKS):
                self._blocks.put(block)
            self._newest_at = self._clock()
            stream.start()
            self._feed(blocks)
            self._wait_for_end()
        finally:
            stream.close()
        if not self._complete and not self._stopping and self.problem is None:
            self.problem = DeviceGone("The speakers have gone.", "Plug them in again, then play once more.")

    def wait_for_quiet(self) -> None:
        """Wait until nothing of this sound is heard any more; the stream may stay for its silence."""
        if self._faded.wait(STALLED_SECONDS) and self._stream is not None:
            last_heard = self._faded_at + self._fade / self._stream.samplerate + self._stream.latency
            self._done.wait(max(0.0, last_heard - self._clock()))

    def _open(self, after: Optional["Playback"]) -> Stream:
        """Open the speakers, once the sound before has left where two at once are too many."""
        try:
            return self._open_stream(self._fill, self._ended.set)
        except DeviceBusy:
            if after is None or not after.wait(STALLED_SECONDS):
                raise
            return self._open_stream(self._fill, self._ended.set)

    def _all_blocks(self, stream: Stream) -> Iterator[Frames | None]:
        """The sound, the silence behind it, and `None` for the end."""
        sound = blocks_at(
            self._source,
            start=self._start,
            stop=self._stop,
            samplerate=stream.samplerate,
            channels=stream.channels,
        )
        for block in of_length(sound, PLAY_BLOCK_FRAMES):
            yield block if self._gain == 1.0 else block * np.float32(self._gain)
        silence = np.zeros((PLAY_BLOCK_FRAMES, stream.channels), dtype=np.float32)
        for _ in range(tail_blocks(stream)):
            yield silence
        yield None

    def _feed(self, blocks: Iterator[Frames | None]) -> None:
        for block in blocks:
            while self._blocks.qsize() >= AHEAD_BLOCKS and self._is_taking():
                self._ended.wait(0.02)
            if self._stopping or self._ended.is_set() or self.problem is not None:
                return
            self._blocks.put(block)

    def _wait_for_end(self) -> None:
        while self._is_taking(even_when_stopping=True):
            self._ended.wait(0.02)

    def _is_taking(self, *, even_when_stopping: bool = False) -> bool:
        """Whether the speakers still take blocks; notes it when they have stalled."""
        if self._ended.is_set() or (self._stopping and not even_when_stopping):
            return False
        if self._clock() - self._newest_at > STALLED_SECONDS:
            self.problem = SpeakersStalled(
                "The speakers have stopped taking sound.", "Look for devices anew, then play once more."
            )
            return False
        return True

    def _fill(self, out: Frames) -> bool:
        """Called by PortAudio for the next block: copies, counts and nothing else."""
        self._played += self._newest
        self._newest = 0
        self._newest_at = self._clock()
        if self._faded.is_set():
            out[:] = 0.0
            self._tail -= 1
            return self._tail > 0
        try:
            block = self._blocks.get_nowait()
        except Empty:
            out[:] = 0.0
            self._note_silence()
            return True
        if block is None:
            self._complete = True
            out[:] = 0.0
            return False
        self._newest = len(block)
        out[:] = block
        if self._stopping:
            fade_to_silence(out, self._fade)
            self._faded_at = self._newest_at
            self._faded.set()
        return True

    def _note_silence(self) -> None:
        """Nothing was read in time: late, or the end of a sound that is stopped."""
        if self._stopping:
            self._faded.set()
        else:
            self.late_blocks += 1


def tail_blocks(stream: Stream) -> int:
    """How many blocks of silence must follow a sound so that all of it is heard."""
    return math.ceil((TAIL_SECONDS + stream.latency) * stream.samplerate / PLAY_BLOCK_FRAMES)


def fade_to_silence(block: Frames, frames: int) -> None:
    """Let a block fade over its first frames, in place, and be silent after them."""
    frames = min(frames, len(block))
    block[:frames] *= np.linspace(1.0, 0.0, frames, dtype=np.float32)[:, None]
    block[frames:] = 0.0
