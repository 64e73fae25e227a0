"""What an entry uses: sounds as they were at that moment, and files."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from evidence.codes import parse_code
from evidence.contents import check_sha256
from evidence.sound import Sound, check_shape
from evidence.words import clean_file_name, clean_title
from studio.audio.recipe import Recipe


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundUse:
    """A sound as it was when it became evidence; later edits of the sound do not reach it."""

    sound_id: str
    title: str
    original_sha256: str
    recipe_texts: tuple[str, ...]
    seconds_before: float
    seconds_after: float
    samplerate: int
    channels: int
    by: str | None = None
    """Whose sound it is, by code."""
    partners: tuple[str, ...] = ()
    """Who made it together with them, by code."""

    def __post_init__(self) -> None:
        if not all(isinstance(text, str) for text in (self.sound_id, *self.recipe_texts)):
            raise ValueError("a sound's id and its steps are texts")
        object.__setattr__(self, "title", clean_title(self.title))
        object.__setattr__(self, "by", None if self.by is None else parse_code(self.by))
        object.__setattr__(self, "partners", tuple(map(parse_code, self.partners)))
        check_sha256(self.original_sha256)
        for seconds in (self.seconds_before, self.seconds_after):
            check_shape(seconds, self.samplerate, self.channels)

    @classmethod
    def of(cls, sound: Sound) -> Self:
        """The sound as it is now."""
        return cls(
            sound_id=sound.id,
            title=sound.title,
            original_sha256=sound.sha256,
            recipe_texts=tuple(sound.recipe.texts()),
            seconds_before=sound.seconds,
            seconds_after=sound.seconds_after,
            samplerate=sound.samplerate,
            channels=sound.channels,
            by=sound.by,
            partners=sound.partners,
        )

    @property
    def makers(self) -> tuple[str, ...]:
        """Everybody who made it, as far as it is known, by code."""
        return (*([self.by] if self.by else []), *self.partners)

    @property
    def sha256(self) -> str:
        """Of the original, under the same name as a sound has it."""
        return self.original_sha256

    @property
    def words(self) -> list[str]:
        """What was done to it, one phrase a step."""
        return Recipe.parse(self.recipe_texts).words(self.seconds_before)

    def as_plain(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {name: getattr(self, name) for name in self.__slots__} | {
            "recipe_texts": list(self.recipe_texts),
            "partners": list(self.partners),
        }

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Self:
        """Read what `as_plain` wrote, now or before a sound's makers were kept with it."""
        lists = {"recipe_texts": tuple(plain["recipe_texts"]), "partners": tuple(plain.get("partners", ()))}
        return cls(**{**plain, **lists})


@dataclass(frozen=True, slots=True, kw_only=True)
class FileUse:
    """A file that goes with an entry; the library keeps it by its content."""

    name: str
    sha256: str
    size: int

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", clean_file_name(self.name))
        check_sha256(self.sha256)
        if self.size < 0:
            raise ValueError(f"no file has {self.size} bytes")

    def as_plain(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {"name": self.name, "sha256": self.sha256, "size": self.size}
