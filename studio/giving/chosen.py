"""Sounds that are to be given away: who may hear them where, how loud they are, and whom to thank."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from evidence.bundle.credits import credit_lines, credits_of
from evidence.library import Library
from evidence.safety.channels import Channel, channel
from evidence.safety.sound_gate import HeldSound, held_sounds
from evidence.sound import Sound
from evidence.words import clean_file_name
from studio.errors import StudioError
from studio.wording import listed

if TYPE_CHECKING:
    from studio.audio.rendering.rendition import Rendition

Progress = Callable[[float], None]
"""Told how much is done, 0 to 1; may raise to stop the work."""

LOUDNESS_LUFS = -18.0
"""Loud enough for a class to hear, with room for claps: what tidy aims at, too."""

_REMARKS = {
    "BY-NC": "is not for anything that earns money",
    "other": "needs a yes from its maker first",
}
"""By licence, what an adult should know before a sound goes out to the public."""


class NothingChosen(StudioError):
    """Nothing to give."""


class SoundHeld(StudioError):
    """Sounds that may not go where they are wanted."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What goes, by which channel, what stays, and what to mind."""

    sounds: tuple[Sound, ...]
    channel: Channel
    held: tuple[HeldSound, ...] = ()

    @property
    def credits(self) -> tuple[str, ...]:
        """A line of thanks for each sound that somebody else made."""
        found = credits_of(self.sounds)
        return tuple(credit_lines((each.title, found[each.id]) for each in self.sounds if each.id in found))

    @property
    def remarks(self) -> tuple[str, ...]:
        """What an adult should know before it goes out, as sentences."""
        if not self.channel.public:
            return ()
        cards = [(each.title, each.card.licence) for each in self.sounds if each.card]
        return tuple(
            f"“{title}” {words}."
            for asked, words in _REMARKS.items()
            for title, licence in cards
            if licence == asked
        )

    def file_names(self, ending: str) -> list[str]:
        """A name for each, safe on every system: its number first, so that they lie in their order."""
        digits = max(2, len(str(len(self.sounds))))
        return [
            f"{number:0{digits}d} {clean_file_name(sound.title + ending)}"
            for number, sound in enumerate(self.sounds, 1)
        ]


def choose(
    library: Library, sounds: Sequence[Sound], *, to: str = "class", leave_out: bool = False
) -> Chosen:
    """Take sounds that may go out by a channel.

    Parameters
    ----------
    to : the id of the channel by which they go
    leave_out : whether those that may not go are left out, instead of refusing it all

    Raises
    ------
    AdultsOnly, UnknownChannel, NothingChosen, SoundHeld
    """
    library.adults.need("give sounds to other programs")
    way = channel(to)
    held = held_sounds(library, sounds, way.id)
    if held and not leave_out:
        told = listed([f"“{each.sound.title}”: {each.reason}" for each in held[:3]])
        raise SoundHeld(told, "Ask, and write the answer down under Releases; or leave them out.")
    stay = {each.sound.id for each in held}
    going = tuple(dict.fromkeys(sound for sound in sounds if sound.id not in stay))
    if not going:
        raise NothingChosen("There is no sound to give.", "Choose one that may be heard there.")
    return Chosen(going, way, held)


def opened(library: Library, sound: Sound, *, level: bool = True) -> "Rendition":
    """A sound as it is now, as loud as the others if asked for; close it after use."""
    from studio.audio.listening.matching import steps_to_loudness  # NumPy: only when something is given
    from studio.takes import rendition

    if not level:
        return rendition(library, sound)
    with rendition(library, sound) as heard:
        steps = steps_to_loudness(heard, LOUDNESS_LUFS)
    return rendition(library, sound.with_recipe(sound.recipe.add(*steps)))
