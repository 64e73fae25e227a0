"""A recipe rendered from one WAV file to another, by blocks, whole or not at all."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from studio.audio.files.offsets import OffsetFile
from studio.audio.files.part import part_of
from studio.audio.files.riff import header_bytes, plain_header
from studio.audio.files.wav import WavFile, WavLayout
from studio.audio.recipe import Recipe
from studio.audio.rendering.arrangement import Arrangement
from studio.audio.rendering.block_maker import BlockMaker, frames_a_block, lead
from studio.audio.rendering.chain import chain
from studio.audio.rendering.original import Original
from studio.audio.rendering.strips import Progress, Work, in_strips

if TYPE_CHECKING:
    from studio.audio.overview import Overview

_BLOCKS_A_STRIP = 8
_SEARCH_SHARE = 0.3
"""Share of the progress given to the search for the peak, when there is one."""


def render(
    path: str | Path,
    recipe: Recipe,
    out: str | Path,
    *,
    bits: int | None = None,
    overview: "Overview | None" = None,
    progress: Progress | None = None,
) -> None:
    """Do a recipe to a WAV file and write the result to another, or in its place.

    Parameters
    ----------
    path, out : may be the same file
    bits : 16 or 24 for whole numbers, 32 for floats (for a file of 32-bit whole numbers: for those).
        When left out, the result has the kind and bits of the file, and 16 bits for a file of 8.
    overview : of the file, if there is one: `normalise` then need not read the samples first
    progress : hears the share done; may raise to stop

    Samples are multiplied once, in float64 (16-bit stretches of steady gain in float32, whose error is
    below 0.002 of a step), and rounded once to nearest, without dither. What no step touches is copied
    bit for bit.

    Raises
    ------
    WavFault, RecipeFault
        If the file cannot be read, or nothing would be left of the sound.
    SaveFault
        If the result cannot be written.
    """
    out = Path(out)
    search, write = _split(progress, any(step.name == "normalise" for step in recipe.steps))
    with WavFile(path) as wav:
        last = chain(Original(wav, overview), recipe, search)
        # A result can be made again from its source, so only one that replaces its source waits for the disk.
        with part_of(out, durable=_is_same(Path(path), out)) as part:
            _write(last, part, layout_for(wav.layout, bits), write)
            wav.close()  # Windows replaces no file that is open


def _is_same(path: Path, out: Path) -> bool:
    return out.exists() and out.samefile(path)


def layout_for(source: WavLayout, bits: int | None) -> WavLayout:
    """The kind and bits of a result, with no frames yet; see `render`."""
    if bits is None or bits == source.bits == 32:
        return replace(source, bits=max(source.bits, 16), length=0)
    if bits not in (16, 24, 32):
        raise ValueError(f"bits must be 16, 24 or 32, not {bits}")
    return replace(source, kind="float" if bits == 32 else "int", bits=bits, length=0)


def _write(last: Arrangement, part: Path, layout: WavLayout, progress: Progress | None) -> None:
    size = last.length * layout.frame_bytes
    layout = replace(layout, length=last.length, data_offset=header_bytes(size))
    file = OffsetFile(part, "xb")
    try:
        file.write(plain_header(layout), 0)
        strip = _BLOCKS_A_STRIP * frames_a_block(layout)
        in_strips(lead(layout) + last.length, strip, lambda: _strip_writer(last, file, layout), progress)
        if size % 2:
            file.write(b"\0", layout.data_offset + size)
    finally:
        file.close()


def _strip_writer(last: Arrangement, file: OffsetFile, layout: WavLayout) -> Work:
    maker = BlockMaker(last, layout)

    def write(start: int, stop: int) -> None:
        first = lead(layout)
        for place, block in maker.blocks(max(0, start - first), stop - first):
            file.write(block, layout.offset_of(place))

    return write


def _split(progress: Progress | None, searches: bool) -> tuple[Progress | None, Progress | None]:
    if progress is None or not searches:
        return None, progress
    hear: Callable[[float], None] = progress
    return (
        lambda share: hear(share * _SEARCH_SHARE),
        lambda share: hear(_SEARCH_SHARE + share * (1 - _SEARCH_SHARE)),
    )
