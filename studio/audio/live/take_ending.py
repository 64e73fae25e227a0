"""The end of a recording: what is on the disk, and what has to be said about it."""

import contextlib
from pathlib import Path

from studio.audio.files.wav import WavFault, WavFile
from studio.audio.live.open_microphone import OpenMicrophone
from studio.audio.live.recorder_problem import missing_sound
from studio.audio.live.recorder_status import MicrophoneSilent, NothingRecorded
from studio.audio.live.take_file import FinishedTake
from studio.audio.live.take_writer import DiskFault, DiskFull, TakeWriter
from studio.audio.overview import Overview, overview_of
from studio.errors import StudioError


def finished_take(
    microphone: OpenMicrophone, writer: TakeWriter, *, all_written: bool, problem: StudioError | None
) -> FinishedTake:
    """Give the take of a microphone that is closed its last name.

    Parameters
    ----------
    all_written : false when the disk hangs and we go on without it
    problem : what was wrong when it was stopped

    Raises
    ------
    StudioError
        If there is nothing in it, which then leaves no file: what was wrong, or `NothingRecorded`.
    """
    taken, rate = microphone.gate.taken, microphone.samplerate
    if not taken:
        writer.discard()
        raise problem or NothingRecorded("Nothing was recorded.", "Record again, a little longer.")
    if all_written:
        path = writer.close()
        problem = writer.problem or _still_true(problem, heard=microphone.meter.heard)
    else:
        # The file keeps its first name and is offered when the program starts again.
        path = writer.part
    return FinishedTake(
        path=path,
        overview=_overview_of_saved(writer, path, taken),
        started=writer.started,
        seconds=writer.written / rate,
        samplerate=rate,
        channels=microphone.channels,
        clipped=microphone.meter.clipped,
        lost_seconds=microphone.lost_seconds,
        unsaved_seconds=(taken - writer.written) / rate,
        problem=problem or missing_sound(microphone.lost_seconds, microphone.overflows),
    )


def _overview_of_saved(writer: TakeWriter, path: Path, taken: int) -> Overview:
    """The overview kept meanwhile; anew from the file where that lacks the newest part."""
    if writer.written < taken:
        with contextlib.suppress(OSError, WavFault), WavFile(path) as source:
            return overview_of(source)
    return writer.overview()


def _still_true(problem: StudioError | None, *, heard: bool) -> StudioError | None:
    """What was wrong in the end, less what the end put right."""
    passed = (DiskFault, DiskFull, MicrophoneSilent) if heard else (DiskFault, DiskFull)
    return None if isinstance(problem, passed) else problem
