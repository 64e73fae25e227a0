"""What is wrong with a recording, in words for a person: the one thing to say first."""

from studio.audio.live.devices import DeviceGone
from studio.audio.live.open_microphone import OpenMicrophone
from studio.audio.live.recorder_status import (
    QUIET_DBFS,
    FarTooQuiet,
    MemoryFull,
    MicrophoneSilent,
    MicrophoneStalled,
    SoundMissing,
    State,
    TooLoud,
)
from studio.audio.live.take_writer import DiskFault, TakeWriter
from studio.audio.units import db_to_amplitude
from studio.errors import StudioError

SILENT_SECONDS = 1.0
SLOW_DISK_SECONDS = 5.0
_HEARD_LOSS_SECONDS = 0.05


def problem_now(state: State, microphone: OpenMicrophone, writer: TakeWriter | None) -> StudioError | None:
    """What is wrong while it goes on, the worst first."""
    if microphone.dropped:
        return MemoryFull(
            "The disk refused the recording for so long that new sound is being lost.",
            "Stop now; what came before is still here.",
        )
    if writer is not None and writer.problem is not None:
        return writer.problem
    if state == "lost":
        return DeviceGone(
            "The microphone has gone.", "All that came before is kept: plug it in and record again."
        )
    if state == "stalled":
        return MicrophoneStalled(
            "The microphone has stopped sending sound.", "Stop here; all that came before it is kept."
        )
    if microphone.unwritten() / microphone.samplerate > SLOW_DISK_SECONDS:
        return DiskFault(
            "The disk is very slow, so the newest part is only in memory.", "Wait a little, then stop."
        )
    if microphone.meter.silent / microphone.samplerate >= SILENT_SECONDS:
        return silent_microphone()
    return None


def level_fault(peak: float, clipped: int) -> TooLoud | FarTooQuiet | None:
    """What to say of a take that is much too loud or much too quiet; silence is said elsewhere.

    Parameters
    ----------
    peak : highest amplitude of the take
    clipped : samples of the take at full scale
    """
    if clipped:
        return TooLoud("That was too loud, so it is torn in places.", "Move back a bit, then record again.")
    if 0.0 < peak < db_to_amplitude(QUIET_DBFS):
        return FarTooQuiet("That was very quiet.", "Move closer, then record again; or make it louder.")
    return None


def silent_microphone() -> MicrophoneSilent:
    """The error for exact silence."""
    return MicrophoneSilent(
        "The microphone sends nothing at all.",
        "Switch it on or unmute it, and see that the computer lets programs use it.",
    )


def missing_sound(lost_seconds: float, overflows: int) -> SoundMissing | None:
    """What to say of a take from which sound is missing; `None` when all of it is there."""
    if lost_seconds >= _HEARD_LOSS_SECONDS:
        lost = f"{lost_seconds:.1f} s of the sound is missing"
    elif overflows:
        lost = "some of the sound may be missing"
    else:
        return None
    return SoundMissing(f"This computer was too busy: {lost}.", "Close other programs, then record again.")
