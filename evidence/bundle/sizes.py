"""How large a bundle will be, and how large it may be for the way in which it travels."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from evidence.bundle.archive import MOST_BYTES, MOST_FILES
from evidence.bundle.sounds import KBPS
from evidence.entry import Entry
from rubric.tables import ContentFault, Table, read_table
from studio.errors import StudioError
from studio.wording import did_you_mean, size_words

MOST = MOST_BYTES - MOST_FILES * 300
"""What one zip can hold; a USB stick formatted as FAT cannot take a larger file either."""
_EMPTY_BYTES, _ENTRY_BYTES, _FILE_BYTES = 195_000, 4_600, 1_000
"""What a bundle takes without any evidence, and what an entry and a file take beside their contents."""
_WORDS = 4.5
"""How often the words of an entry are in a bundle: on the page, on its card, in the data, in the tables."""
_SOUND_BYTES = 6_700
"""What one version of a sound takes beside the sound itself: its picture, its place in every list."""
_PER_SECOND = KBPS * 1000 / 8 * (1 + 4 / 3)
"""Each sound is there twice: as a file, and inside the page, where base64 takes four bytes for three."""


class UnknownPreset(StudioError):
    """A word that is no preset."""


class PresetFault(ContentFault):
    """The file of presets cannot be used as it stands."""


class TooLarge(StudioError):
    """More than fits into one bundle of the size that was asked for."""


@dataclass(frozen=True, slots=True)
class Preset:
    """A way in which a bundle travels, and what it takes."""

    id: str
    title: str
    largest: int | None
    """In bytes; `None` for as much as one zip can hold."""

    @property
    def words(self) -> str:
        """Such as `an e-mail (at most 15.0 MB)`."""
        return f"{self.title} (at most {size_words(self.largest or MOST)})"


def expected_size(entries: Iterable[Entry], *, log_bytes: int = 0) -> int:
    """About how many bytes a bundle of these entries will have, for choosing what goes in.

    `log_bytes` is the length of the library's log, which goes with every bundle.
    """
    return _EMPTY_BYTES + log_bytes + sum(map(entry_size, entries))


def entry_size(entry: Entry) -> int:
    """About how much larger one entry makes a bundle."""
    words = " ".join((entry.title, entry.before, entry.happened, entry.impact)).encode("utf-8", "replace")
    versions = [use.seconds_after for use in entry.sounds]
    versions += [use.seconds_before for use in entry.sounds if use.recipe_texts]
    return (
        _ENTRY_BYTES
        + round(len(words) * _WORDS)
        + round(sum(versions) * _PER_SECOND)
        + len(versions) * _SOUND_BYTES
        + sum(use.size + _FILE_BYTES for use in entry.files)
    )


@cache
def presets() -> tuple[Preset, ...]:
    """Every preset, the smallest first."""
    from assets import asset

    table = read_table(asset("bundle-sizes.toml"), PresetFault)
    found = tuple(map(_preset, table.tables("presets")))
    table.expect_nothing_else()
    return found


def preset(text: str) -> Preset:
    """The preset of an id, in capitals or not.

    Raises
    ------
    UnknownPreset
        If there is none.
    """
    known = {each.id: each for each in presets()}
    word = text.strip().lower()
    if word in known:
        return known[word]
    raise UnknownPreset(f"“{text[:40]}” is no size of a bundle.", did_you_mean(word, known))


def _preset(row: Table) -> Preset:
    made = Preset(
        id=row.text("id", pattern="[a-z]+(-[a-z]+)*", example="e-mail", longest=20),
        title=row.text("title", longest=40),
        largest=round(row.number("megabytes") * 1_000_000) if row.has("megabytes") else None,
    )
    row.expect_nothing_else()
    return made
