"""Favourites: steps that were good once, kept under a name to be done to other sounds."""

from dataclasses import dataclass, replace
from datetime import datetime

from evidence.award.records import AwardRecords
from evidence.library import Library
from evidence.words import clean_title
from studio.audio.recipe import Recipe, Step
from studio.audio.rendering.settling import asked
from studio.errors import StudioError

_MOST_STEPS = 100


class NoFavourite(StudioError):
    """A name under which nothing is kept, or steps that cannot be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Favourite:
    """Steps with a name."""

    id: str
    title: str
    steps: tuple[str, ...]
    """In their text form, in the order they are done."""
    made: datetime
    forgotten: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", clean_title(self.title))
        Recipe.parse(self.steps)  # a stranger's library may say what is no step

    @property
    def recipe(self) -> Recipe:
        """The steps to do."""
        return Recipe.parse(self.steps)


class Favourites:
    """The favourites of a library, which everybody may use."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._records = AwardRecords(library, "favourite", "FV", Favourite)

    def all(self) -> tuple[Favourite, ...]:
        """By their names."""
        kept = (each for each in self._records.all() if not each.forgotten)
        return tuple(sorted(kept, key=lambda each: (each.title.casefold(), each.id)))

    def named(self, name: str) -> Favourite:
        """One by its id or its name.

        Raises
        ------
        NoFavourite
            If there is none.
        """
        wanted = name.strip().casefold()
        for each in self.all():
            if wanted in (each.id.casefold(), each.title.casefold()):
                return each
        raise NoFavourite(f"There is no favourite “{name[:40]}”.", "Look at the list of favourites.")

    def keep(self, title: str, steps: tuple[Step, ...]) -> Favourite:
        """Keep steps under a name; under a name that is there already, in place of those.

        Raises
        ------
        NoFavourite
            If there are no steps, or too many.
        """
        if not 0 < len(steps) <= _MOST_STEPS:
            raise NoFavourite(
                "Nothing was done to that sound yet." if not steps else f"{len(steps)} steps are too many.",
                f"Do 1 to {_MOST_STEPS} steps first.",
            )
        title, texts = clean_title(title), tuple(str(asked(step)) for step in steps)
        same = next((each for each in self.all() if each.title.casefold() == title.casefold()), None)
        if same is not None:
            return self._change(same.id, "edited", title=title, steps=texts)
        made = self._library.now()
        return self._records.add(lambda id_: Favourite(id=id_, title=title, steps=texts, made=made), who=None)

    def forget(self, favourite_id: str) -> Favourite:
        """Take it off the list; sounds that it was done to stay as they are."""
        return self._change(favourite_id, "forgot", forgotten=True)

    def put_back(self, favourite: Favourite) -> Favourite:
        """Have it again as it was before it was forgotten, or changed."""
        return self._change(
            favourite.id, "put-back", title=favourite.title, steps=favourite.steps, forgotten=False
        )

    def _change(self, favourite_id: str, action: str, **changes: object) -> Favourite:
        return self._records.change(
            favourite_id,
            lambda stored: replace(stored, **changes),  # type: ignore[arg-type]
            action=action,
            who=None,
        )
