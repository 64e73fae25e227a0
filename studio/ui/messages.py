"""What screens, widgets and workers tell each other: past events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from studio.errors import StudioError
from studio.ui.faults import in_words
from studio.wording import count

if TYPE_CHECKING:
    from evidence.award.standing import Standing
    from evidence.bundle.issue import Issued
    from evidence.entry import Entry
    from evidence.sound import Sound
    from rubric.framework import Claim
    from studio.audio.listening.tidy import Tidied
    from studio.audio.live.devices import Device
    from studio.audio.live.recovery import UnfinishedTake
    from studio.ui.sound_io import TakeRecorder


class ProblemMet(Message):
    """Something went wrong that a person can put right."""

    def __init__(self, error: StudioError | OSError) -> None:
        super().__init__()
        self.error = in_words(error)


class PlayingFailed(ProblemMet):
    """A sound could not be played."""


class DevicesFound(Message):
    """The microphones of this computer are known."""

    def __init__(self, microphones: tuple[Device, ...]) -> None:
        super().__init__()
        self.microphones = microphones


class RecordingStarted(Message):
    """The microphone is open."""

    def __init__(self, recorder: TakeRecorder) -> None:
        super().__init__()
        self.recorder = recorder


class RecordingFailed(Message):
    """The microphone did not open."""

    def __init__(self, error: StudioError | OSError) -> None:
        super().__init__()
        self.error = in_words(error)


class TakeKept(Message):
    """A take has become a sound of the library."""

    def __init__(self, sound: Sound, problem: StudioError | None = None) -> None:
        super().__init__()
        self.sound = sound
        self.problem = problem
        """What ended or harmed the recording, if anything did."""


class TakesLeftBehind(Message):
    """Takes were found that a crash or a pulled plug left."""

    def __init__(self, takes: tuple[UnfinishedTake, ...]) -> None:
        super().__init__()
        self.takes = takes


class SoundTidied(Message):
    """A sound was tidied, or the lines were only proposed."""

    def __init__(self, sound: Sound, tidied: Tidied) -> None:
        super().__init__()
        self.sound = sound
        self.tidied = tidied


class QualityChecked(Message):
    """What was found about how good a recording is."""

    def __init__(self, child: str, teacher: str) -> None:
        super().__init__()
        self.child = child
        self.teacher = teacher


class ImportFailed(ProblemMet):
    """A file did not become a sound."""


class ProgressMade(Message):
    """A long job got further."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def can_replace(self, message: Message) -> bool:
        """Only the newest matters."""
        return isinstance(message, ProgressMade)


class BundleSealed(Message):
    """The bundle is on disk."""

    def __init__(self, issued: Issued) -> None:
        super().__init__()
        self.issued = issued


class StandingRead(Message):
    """Where the school stands was read from the library."""

    def __init__(self, standing: Standing) -> None:
        super().__init__()
        self.standing = standing


class EvidenceSorted(Message):
    """The accepted evidence was sorted by what it shows."""

    def __init__(self, by_claim: dict[Claim, tuple[Entry, ...]]) -> None:
        super().__init__()
        self.by_claim = by_claim


class ActionEvidenceRead(Message):
    """The evidence of what actions changed was read."""

    def __init__(self, by_action: dict[str, tuple[Entry, ...]]) -> None:
        super().__init__()
        self.by_action = by_action


class Counted(Message):
    """What there is, and the newest sound; counted in a thread, for there may be thousands."""

    def __init__(
        self, sounds: int, fresh: int, entries: int, last: Sound | None, room: dict[str, str]
    ) -> None:
        super().__init__()
        self.room = room
        self.sounds = sounds
        self.fresh = fresh
        self.entries = entries
        self.last = last

    def words(self) -> dict[str, str]:
        """What Home says of its places, by their names."""
        fresh = f", {self.fresh} not kept yet" if self.fresh else ""
        entries = count(self.entries, "entry", "entries")
        return self.room | {
            "my_sounds": count(self.sounds, "sound") + fresh,
            "quality_mark": f"what we can show, and the gaps; {entries}",
        }
