"""Samples to the bytes of a file and back: rounded once, to nearest, without dither."""

import numpy as np
import numpy.typing as npt

Bytes = npt.NDArray[np.uint8]
Samples = npt.NDArray[np.float64]
"""Samples on their way through arithmetic: float64, any shape."""

INT_BITS = (8, 16, 24, 32)
FLOAT_BITS = (32, 64)


def bytes_to_float32(raw: Bytes, kind: str, bits: int) -> npt.NDArray[np.float32]:
    """Bytes of a file -> flat float32 samples; exact up to 24 bits."""
    if kind == "float":
        return raw.view(f"<f{bits // 8}").astype(np.float32)
    if bits == 32:
        return bytes_to_float64(raw, kind, bits).astype(np.float32)
    samples = _integers(raw, bits).astype(np.float32)
    samples *= np.float32(1 / _scale(bits))
    return samples


def bytes_to_float64(raw: Bytes, kind: str, bits: int) -> Samples:
    """Bytes of a file -> flat float64 samples; always exact."""
    if kind == "float":
        return raw.view(f"<f{bits // 8}").astype(np.float64)
    samples = _integers(raw, bits).astype(np.float64)
    samples *= 1 / _scale(bits)
    return samples


def float_to_bytes(samples: npt.NDArray[np.floating], kind: str, bits: int) -> Bytes:
    """Float samples of any shape -> bytes of a file.

    Integers are rounded to nearest and held at full scale; what is not a number becomes silence there.
    Floats are stored as they are, values beyond full scale too.
    """
    if kind == "float":
        return np.ascontiguousarray(samples, dtype=f"<f{bits // 8}").reshape(-1).view(np.uint8)
    # A float32 cannot hold the largest 32-bit integer; below that, scaling by a power of two is exact.
    scaled = np.multiply(samples, _scale(bits), dtype=np.float64 if bits == 32 else samples.dtype)
    return scaled_to_bytes(scaled.reshape(-1), bits)


def scaled_to_bytes(scaled: npt.NDArray[np.floating], bits: int) -> Bytes:
    """Flat samples already in steps of the file -> bytes; `scaled` is used up."""
    top = _scale(bits)
    np.rint(scaled, out=scaled)
    np.clip(scaled, -top, top - 1, out=scaled)
    if scaled.size and np.isnan(np.min(scaled)):
        np.nan_to_num(scaled, copy=False)
    if bits == 8:
        return (scaled + top).astype(np.uint8)
    if bits == 24:
        return pack_24(scaled.astype("<i4"))
    return scaled.astype(f"<i{bits // 8}").view(np.uint8)


def unpack_24(raw: Bytes) -> npt.NDArray[np.int32]:
    """Three bytes a sample -> integers."""
    wide = np.empty((raw.size // 3, 4), dtype=np.uint8)
    wide[:, 1:] = raw.reshape(-1, 3)
    wide[:, 0] = 0
    integers: npt.NDArray[np.int32] = wide.view("<i4").reshape(-1)
    integers >>= 8
    return integers


def pack_24(integers: npt.NDArray[np.int32]) -> Bytes:
    """Integers within 24 bits -> three bytes a sample."""
    return np.ascontiguousarray(integers.view(np.uint8).reshape(-1, 4)[:, :3]).reshape(-1)


def _integers(raw: Bytes, bits: int) -> npt.NDArray[np.signedinteger]:
    if bits == 8:
        return raw.astype(np.int16) - np.int16(128)
    if bits == 24:
        return unpack_24(raw)
    integers: npt.NDArray[np.signedinteger] = raw.view(f"<i{bits // 8}")
    return integers


def _scale(bits: int) -> float:
    return float(1 << (bits - 1))
