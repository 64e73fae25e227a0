"""Takes whose program died: found, repaired, offered; never deleted without being asked."""

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from studio.audio.files.offsets import OffsetFile
from studio.audio.files.riff import HEADER_BYTES, LARGE_HEADER_BYTES, plain_header
from studio.audio.files.wav import WavFault, WavFile, WavLayout, read_layout
from studio.audio.live.take_file import PART_SUFFIX, FinishedTake, TakeBusy, TakeFile, started_of
from studio.audio.overview import overview_of
from studio.disk import reason
from studio.errors import StudioError


class RecoveryFault(StudioError):
    """A take that was there cannot be brought back now."""


@dataclass(frozen=True, slots=True)
class UnfinishedTake:
    """A recording that nobody finished and nobody is writing."""

    path: Path
    started: datetime
    seconds: float


def find_unfinished(folder: Path) -> tuple[UnfinishedTake, ...]:
    """Takes in a folder whose recorder is dead, the oldest first; a folder that is not there has none.

    Finished ones are listed too: had they reached the library, they would not be here. Those that never
    got any sound, and files of other programs, are left alone and not listed.
    """
    found = []
    for part in (*folder.glob(f"*{PART_SUFFIX}"), *folder.glob("*.wav")):
        layout = _layout_of_dead(part)
        if layout is not None and layout.length:
            found.append(UnfinishedTake(part, started_of(part), layout.seconds))
    return tuple(sorted(found, key=lambda take: take.started))


def recover(take: UnfinishedTake) -> FinishedTake:
    """Make a found take a finished one: right in length, with its overview and its last name.

    Raises
    ------
    TakeBusy
        If it is being recorded after all.
    RecoveryFault
        If it has gone meanwhile or cannot be written.
    """
    try:
        file = TakeFile(take.path)
        try:
            layout = _repair(take.path)
            with WavFile(take.path) as source:
                overview = overview_of(source)
        except BaseException:
            file.release()
            raise
    except (OSError, WavFault) as error:
        why = reason(error) if isinstance(error, OSError) else "its file is damaged"
        raise RecoveryFault(
            f"The recording of {take.started:%d %B, %H:%M} cannot be brought back: {why}.",
            "Check that its folder can be written and is not full, then try again.",
        ) from error
    return FinishedTake(
        path=file.finish(),
        overview=overview,
        started=take.started,
        seconds=layout.seconds,
        samplerate=layout.samplerate,
        channels=layout.channels,
    )


def discard(take: UnfinishedTake) -> None:
    """Delete a found take, because a person said so.

    Raises
    ------
    TakeBusy
        If it is being recorded after all.
    """
    TakeFile(take.path).discard()


def _layout_of_dead(part: Path) -> WavLayout | None:
    """How a take lies on the disk; `None` when it is being written, has no header yet, or is no take of ours.

    Repairing writes our header over what is there: a link may lead to anything, and in the WAV file of
    another program the sound may begin elsewhere.
    """
    if part.is_symlink():
        return None
    try:
        TakeFile(part).release()
    except TakeBusy:
        return None
    except OSError:  # a folder that cannot be written has no recorder in it either; `recover` says why
        pass
    try:
        layout = read_layout(part)
    except WavFault:
        return None
    return layout if layout.data_offset in (HEADER_BYTES, LARGE_HEADER_BYTES) else None


def _repair(part: Path) -> WavLayout:
    """Make the header say what is there: whole frames up to the end of the file."""
    layout = read_layout(part)
    end = layout.offset_of(layout.length)
    os.truncate(part, end)
    file = OffsetFile(part, "r+b")
    try:
        if end % 2:
            file.write(b"\0", end)  # chunks are even
        file.write(plain_header(layout), 0)
        file.sync()
    finally:
        file.close()
    return layout
