"""The take on the disk: written as it comes, held in memory while the disk refuses."""

import os
from collections import deque
from datetime import datetime
from pathlib import Path

import numpy as np

from studio.audio.clip import Frames
from studio.audio.files.wav import WavFile, WavWriter
from studio.audio.live.take_file import TakeFile
from studio.audio.overview import Overview, OverviewBuilder
from studio.audio.source import spans
from studio.disk import is_full, reason
from studio.errors import StudioError

RETRY_SECONDS = 0.5
SYNC_SECONDS = 2.0
"""How often the disk is told to keep what it has, for a power cut; a killed program needs none."""

_COPY_FRAMES = 1 << 16


class DiskFull(StudioError):
    """There is no room for the recording."""


class DiskFault(StudioError):
    """The disk does not take the recording."""


class TakeWriter:
    """Writes one take as 24-bit WAV and keeps its overview; used by one thread.

    Frames that the disk refuses are held and tried again, in order; nothing is dropped here.

    Raises
    ------
    DiskFault
        If the file cannot be made at all.
    """

    def __init__(self, folder: Path, *, samplerate: int, channels: int, now: datetime) -> None:
        self.problem: StudioError | None = None
        self._held: deque[Frames] = deque()
        self._overview = OverviewBuilder(samplerate, channels)
        self._next_try = 0.0
        self._next_sync = 0.0
        try:
            self._file = TakeFile.new(folder, now)
        except OSError as error:
            raise cannot_begin(error) from error
        try:
            self._wav = WavWriter(self._file.part, samplerate=samplerate, channels=channels, open_ended=True)
        except OSError as error:
            self._file.discard()
            raise cannot_begin(error) from error

    @property
    def part(self) -> Path:
        """The file while it is written."""
        return self._file.part

    @property
    def started(self) -> datetime:
        """When the take began."""
        return self._file.started

    @property
    def written(self) -> int:
        """Frames in the file."""
        return self._wav.length

    @property
    def held(self) -> int:
        """Frames that wait for the disk."""
        return sum(map(len, self._held))

    def add(self, frames: Frames) -> None:
        """Take the next frames; `flush` writes them."""
        self._held.append(frames)
        self._overview.add(np.clip(frames, -1.0, 1.0))

    def flush(self, now: float) -> None:
        """Write what is held, unless the disk refused a moment ago."""
        if now < self._next_try:
            return
        try:
            self._write_held()
            if now >= self._next_sync:
                self._wav.sync()
                self._next_sync = now + SYNC_SECONDS
            self.problem = None
        except OSError as error:
            self.problem = disk_fault(error)
            self._next_try = now + RETRY_SECONDS

    def overview(self) -> Overview:
        """The overview of all frames that were added."""
        return self._overview.finish()

    def close(self) -> Path:
        """Try the disk a last time and give the file its last name; what does not fit stays held."""
        self._next_try = self._next_sync = 0.0
        self.flush(0.0)
        length = self._wav.layout.offset_of(self._wav.length)
        try:
            self._wav.close()
            if self._held:
                os.truncate(self.part, length)  # bytes of a write that did not end
            return self._file.finish()
        except OSError as error:
            self.problem = disk_fault(error)
            self._file.release()
            return self.part

    def discard(self) -> None:
        """Delete the file."""
        self._wav.close()
        self._file.discard()

    def copy_whole(self, saved: Path, folder: Path) -> Path:
        """Write the take anew into another folder: what was saved, then what is held.

        Raises
        ------
        StudioError
            If the saved part cannot be read, or that folder does not take it either; nothing is left
            there then, and what is held stays held.
        """
        layout = self._wav.layout
        with WavFile(saved) as source:
            copy = TakeWriter(
                folder, samplerate=layout.samplerate, channels=layout.channels, now=self.started
            )
            try:
                for start, stop in spans(0, source.length, _COPY_FRAMES):
                    copy._wav.write_raw(source.read_raw(start, stop))
                for block in self._held:
                    copy._wav.write(block)
                copy._wav.sync()
            except OSError as error:
                copy.discard()
                raise disk_fault(error) from error
        self._held.clear()
        self.problem = None
        return copy.close()

    def _write_held(self) -> None:
        if len(self._held) > 1 and self.problem is None:
            # One write for all that came meanwhile: short blocks cost most in calls.
            together = np.concatenate(self._held)
            self._wav.write(together)
            self._held.clear()
        while self._held:
            self._wav.write(self._held[0])
            self._held.popleft()


def cannot_begin(error: OSError) -> StudioError:
    """Why there is no file to record into, in words for a person."""
    if is_full(error):
        return DiskFull(
            "The disk is full, so nothing can be recorded.",
            "Delete something you do not need, then try again.",
        )
    return DiskFault(
        f"Nothing can be recorded in this folder ({reason(error)}).",
        "Check that you may write in it, or choose another.",
    )


def disk_fault(error: OSError) -> StudioError:
    """What went wrong with the disk, in words for a person."""
    if is_full(error):
        return DiskFull(
            "The disk is full, so the newest part of the recording is only in memory.",
            "Delete something you do not need; it is saved as soon as there is room.",
        )
    return DiskFault(
        f"The recording cannot be saved ({reason(error)}).",
        "Check the folder, the network drive or the USB stick; the newest part is still in memory.",
    )
