"""The bytes of a rendered file, block by block, by the shortest way that is exact.

Where a recipe only moves frames about, bytes are copied. Where it only turns them up or down, the
whole numbers of the file are multiplied as they come. Everything else (fades, limiting, another kind of
file) goes through float64.
"""

from collections.abc import Iterator

import numpy as np

from studio.audio.arrangement import Arrangement, shaped
from studio.audio.original import Original
from studio.audio.pcm import Bytes, float_to_bytes, pack_24, unpack_24
from studio.audio.stage import highest
from studio.audio.timeline import Piece
from studio.audio.wav import WavFile, WavLayout

_BUFFER_BYTES = 1 << 18
_FULL_16 = 32767.0
_FULL_24 = 8388607.0


class BlockMaker:
    """Makes blocks for one thread, in buffers that it uses again and again."""

    def __init__(self, last: Arrangement, layout: WavLayout) -> None:
        self._last = last
        self._layout = layout
        self._gain = last.timeline.gain
        self._wav: WavFile | None = None
        if isinstance(last.upstream, Original):
            source = last.upstream.wav.layout
            if (source.kind, source.bits) == (layout.kind, layout.bits):
                self._wav = last.upstream.wav
        self._frames = max(1, _BUFFER_BYTES // layout.frame_bytes)
        self._raw = np.zeros(self._frames * layout.frame_bytes, dtype=np.uint8)
        self._turned = np.empty_like(self._raw)
        self._floats = np.empty(self._raw.size // 2, dtype=np.float32)

    def blocks(self, start: int, stop: int) -> Iterator[tuple[int, Bytes]]:
        """The frame each block begins at, and its bytes, which are good until the next block."""
        for piece in self._last.timeline.parts(start, stop):
            for first in range(0, piece.length, self._frames):
                part = piece.part(first, min(first + self._frames, piece.length))
                yield start + first, self._block(part)
            start += piece.length

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
        samples = self._last.upstream.read(piece.start, piece.stop)
        heard = samples[::-1] if piece.backwards else samples
        return float_to_bytes(shaped(heard, piece, self._gain), self._layout.kind, self._layout.bits)

    def _copied(self, wav: WavFile, piece: Piece) -> Bytes:
        size = piece.length * self._layout.frame_bytes
        raw = self._raw[:size]
        wav.read_raw_into(raw, piece.start)
        if not piece.backwards:
            return raw
        turned = self._turned[:size]
        frame = np.dtype((np.void, self._layout.frame_bytes))
        turned.view(frame)[:] = raw.view(frame)[::-1]
        return turned

    def _weighed_16(self, raw: Bytes) -> Bytes:
        steps = raw.view("<i2")
        floats = self._floats[: steps.size]
        np.multiply(steps, np.float32(self._gain), out=floats)
        np.rint(floats, out=floats)
        if self._gain > 1.0 and highest(steps) * self._gain > _FULL_16:
            np.clip(floats, -_FULL_16 - 1, _FULL_16, out=floats)
        np.copyto(steps, floats, casting="unsafe")
        return raw

    def _weighed_24(self, raw: Bytes) -> Bytes:
        floats = unpack_24(raw) * self._gain
        np.rint(floats, out=floats)
        np.clip(floats, -_FULL_24 - 1, _FULL_24, out=floats)
        return pack_24(floats.astype("<i4"))
