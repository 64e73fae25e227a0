"""The way of a sound from hardware to product: how it came in, what was done to it, what it became."""

from evidence.entry import Entry, SoundUse
from evidence.entry_types import entry_types
from evidence.library import Library
from evidence.sound import Sound
from studio.audio.recipe import Recipe

_BEGAN = {
    "recorded": "recorded with a microphone",
    "imported": "came in as a file",
    "shipped": "came with the program",
    "made": "made in the program",
}
_MOST_STEPS = 4


def route(use: SoundUse, sound: Sound | None, entry: Entry | None = None) -> tuple[str, ...]:
    """The stations of a sound, each a few words; made from what is known, so nobody writes it.

    Parameters
    ----------
    use : the sound as it was when it became evidence
    sound : as it is in the library; None when it is there no more
    entry : the evidence that has it, whose kind says what it became
    """
    file = f"a file of {use.samplerate / 1000:g} kHz"
    words = Recipe.parse(use.recipe_texts).words(use.seconds_before)
    done = words[:_MOST_STEPS]
    if len(words) > _MOST_STEPS:
        done.append(f"{len(words) - _MOST_STEPS} more steps")
    became = next((each.title for each in entry_types() if entry and each.id == entry.type), "")
    return tuple(filter(None, (_began(sound), file, ", ".join(done), became.lower())))


def _began(sound: Sound | None) -> str:
    if sound is None:
        return "a sound"
    if len(sound.made_of) > 1:
        return f"put together from {len(sound.made_of)} sounds"
    return "found elsewhere" if sound.is_found and sound.credit else _BEGAN[sound.origin]


def routes(library: Library, entry: Entry) -> dict[str, tuple[str, ...]]:
    """The way of each sound of an entry, by its id."""
    known = {sound.id: sound for sound in library.sounds()} if entry.sounds else {}
    return {use.sound_id: route(use, known.get(use.sound_id), entry) for use in entry.sounds}
