"""A submission: a sound as it was when it was handed in, and by whom."""

from dataclasses import dataclass
from datetime import datetime

from evidence.codes import parse_code
from evidence.contents import check_sha256
from evidence.words import clean_line
from studio.audio.recipe import Recipe


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """One entry of a competition; later edits of the sound do not reach it."""

    id: str
    competition: str
    sound_id: str
    sha256: str
    """Of the original."""
    recipe_texts: tuple[str, ...]
    seconds: float
    """With the recipe."""
    makers: tuple[str, ...]
    """Who made it, by code; judges never see it."""
    animal: str = ""
    """What judges know it by, given when judging opens, such as `red fox`."""
    handed_in: datetime
    withdrawn: str = ""
    """Why it was taken out while it was being judged, or after."""
    taken_back: bool = False
    """Whether its makers took it back before the competition closed."""

    def __post_init__(self) -> None:
        check_sha256(self.sha256)
        object.__setattr__(self, "makers", tuple(dict.fromkeys(map(parse_code, self.makers))))
        object.__setattr__(self, "withdrawn", clean_line(self.withdrawn, called="The reason"))

    @property
    def is_in(self) -> bool:
        """Whether it takes part."""
        return not self.withdrawn and not self.taken_back

    @property
    def recipe(self) -> Recipe:
        """What had been done to the sound."""
        return Recipe.parse(self.recipe_texts)


@dataclass(frozen=True, slots=True)
class Blind:
    """All that a judge may know about an entry."""

    submission: str
    """Its id, for the program; never shown, for it tells the order of entry."""
    animal: str
    seconds: float

    @classmethod
    def of(cls, submission: Submission, longest: float) -> "Blind":
        """What judges may know; nothing is heard beyond the longest time."""
        return cls(submission.id, submission.animal, min(submission.seconds, longest))
