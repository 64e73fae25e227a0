"""The bytes of a rendered file, block by block, by the shortest way that is exact.

Where a recipe only moves frames about, bytes are copied. Where it only turns them up or down, the
whole numbers of the file are multiplied as they come. Everything else (fades, limiting, another kind of
file) goes through float64.
"""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from studio.audio.files.wav import WavFile, WavLayout
from studio.audio.pcm import Bytes, float_to_bytes, pack_24, unpack_24
from studio.audio.rendering.arrangement import Arrangement, shaped
from studio.audio.rendering.original import Original
from studio.audio.rendering.stage import highest
from studio.audio.rendering.timeline import Piece

_BUFFER_BYTES = 1 << 19
"""Read and written at once: a half was a quarter slower, the double no faster."""
_SLICE_SAMPLES = 1 << 16
"""Samples multiplied at once: with their floats they stay in a core's own cache."""
_FULL_16 = 32767.0
_FULL_24 = 8388607.0


class BlockMaker:
    """Makes blocks for one thread, in buffers that it uses again and again.

    Blocks end on multiples of their size in the file, as far as frames allow: pages of the disk that
    are written in one go are written faster.
    """

    def __init__(self, last: Arrangement, layout: WavLayout) -> None:
        self._last = last
        self._layout = layout
        self._gain = last.timeline.gain
        self._wav: WavFile | None = None
        if isinstance(last.upstream, Original):
            source = last.upstream.wav.layout
            if (source.kind, source.bits) == (layout.kind, layout.bits):
                self._wav = last.upstream.wav
        self._frames = frames_a_block(layout)
        self._lead = lead(layout)
        size = self._frames * layout.frame_bytes
        # What is never used of these takes no memory.
        self._raw = np.empty(size, dtype=np.uint8)
        self._turned = np.empty(size, dtype=np.uint8)
        self._packed = np.empty(size + 1, dtype=np.uint8)
        floats = np.float32 if layout.bits == 16 else np.float64
        self._floats: npt.NDArray[np.floating] = np.empty(_SLICE_SAMPLES, dtype=floats)
        self._wide = np.empty(_SLICE_SAMPLES, dtype="<i4")

    def blocks(self, start: int, stop: int) -> Iterator[tuple[int, Bytes]]:
        """The frame each block begins at, and its bytes, which are good until the next block."""
        for piece in self._last.timeline.parts(start, stop):
            begin, end = start, start + piece.length
            while start < end:
                until = min(
                    end, (start + self._lead) // self._frames * self._frames + self._frames - self._lead
                )
                yield start, self._block(piece.part(start - begin, until - begin))
                start = until

    def _block(self, piece: Piece) -> Bytes:
        if piece.silent:
            return np.zeros(piece.length * self._layout.frame_bytes, dtype=np.uint8)
        if self._wav is None or piece.ramps:
            return self._by_float64(piece)
        if self._gain == 1.0:
            return self._copied(self._wav, piece)
        if self._layout.kind == "int" and self._layout.bits == 16:
            return self._weighed_16(self._copied(self._wav, piece))
        if self._layout.kind == "int" and self._layout.bits == 24:
            return self._weighed_24(self._copied(self._wav, piece))
        return self._by_float64(piece)

    def _by_float64(self, piece: Piece) -> Bytes:
        raw = self._raw[: piece.length * self._layout.frame_bytes]
        slice_frames = max(1, _SLICE_SAMPLES // self._layout.channels)
        for first in range(0, piece.length, slice_frames):
            part = piece.part(first, min(first + slice_frames, piece.length))
            samples = self._last.upstream.read(part.start, part.stop)
            heard = shaped(samples[::-1] if part.backwards else samples, part, self._gain)
            made = float_to_bytes(heard, self._layout.kind, self._layout.bits)
            place = first * self._layout.frame_bytes
            raw[place : place + made.size] = made
        return raw

    def _copied(self, wav: WavFile, piece: Piece) -> Bytes:
        size = piece.length * self._layout.frame_bytes
        raw = self._raw[:size]
        wav.read_raw_into(raw, piece.start)
        if not piece.backwards:
            return raw
        frame = np.dtype((np.void, self._layout.frame_bytes))
        turned = self._turned[:size]
        turned.view(frame)[:] = raw.view(frame)[::-1]
        return turned

    def _weighed_16(self, raw: Bytes) -> Bytes:
        gain = np.float32(self._gain)
        for first in range(0, raw.size, 2 * _SLICE_SAMPLES):
            steps = raw[first : first + 2 * _SLICE_SAMPLES].view("<i2")
            floats = self._floats[: steps.size]
            np.copyto(floats, steps)
            np.multiply(floats, gain, out=floats)
            np.rint(floats, out=floats)
            if self._gain > 1.0 and highest(steps) * self._gain > _FULL_16:
                np.clip(floats, -_FULL_16 - 1, _FULL_16, out=floats)
            np.copyto(steps, floats, casting="unsafe")
        return raw

    def _weighed_24(self, raw: Bytes) -> Bytes:
        for first in range(0, raw.size, 3 * _SLICE_SAMPLES):
            steps = unpack_24(raw[first : first + 3 * _SLICE_SAMPLES], self._wide)
            floats = self._floats[: steps.size]
            np.multiply(steps, self._gain / 256, out=floats)
            np.rint(floats, out=floats)
            if self._gain > 1.0 and highest(steps) / 256 * self._gain > _FULL_24:
                np.clip(floats, -_FULL_24 - 1, _FULL_24, out=floats)
            pack_24(floats, self._packed[first:])
        return self._packed[: raw.size]


def frames_a_block(layout: WavLayout) -> int:
    """The most frames a block has."""
    return max(1, _BUFFER_BYTES // layout.frame_bytes)


def lead(layout: WavLayout) -> int:
    """By how many frames the first block is shorter, because of the header."""
    return layout.data_offset // layout.frame_bytes
