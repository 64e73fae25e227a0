"""Favourites: steps that were good once, heard with this sound, done to it or to many."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from studio.ui.screens.hearing import HearingScreen
from studio.ui.screens.listed import UndoingScreen
from studio.ui.screens.long_job import JobDone, Progress
from studio.ui.screens.stoppable import StoppableScreen
from studio.ui.text import cut_to
from studio.ui.widgets.long_list import LongList
from studio.ui.widgets.progress_line import ProgressLine
from studio.wording import count

if TYPE_CHECKING:
    from evidence.sound import Sound
    from studio.audio.recipe import Step
    from studio.editing.favourites import Favourite
    from studio.ui.speaker import Playable

_TITLE_WIDTH = 24


class FavouritesScreen(StoppableScreen, UndoingScreen, HearingScreen):
    """Space hears the sound with it; Enter does it; Z takes back what was done here."""

    HELP_PAGE = "favourites"
    WHILE_BUSY = frozenset(("play", "back", "help"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "space", "play", "hear it", key_display="Space", id="favourites.play", tooltip="With this sound"
        ),
        Binding("enter", "use", "do it", key_display="Enter", id="favourites.use", tooltip="To this sound"),
        Binding("a", "apply", "to many", id="favourites.apply", tooltip="Do it to other sounds"),
        Binding(
            "d,delete", "forget", "forget", key_display="D", id="favourites.forget", tooltip="Off the list"
        ),
        Binding("z", "undo", "undo", id="favourites.undo", tooltip="The last thing done here"),
    ]

    favourites: reactive[tuple[Favourite, ...]] = reactive((), init=False, bindings=True)

    def __init__(self, sound: Sound, *, ticked: Iterable[str] = ()) -> None:
        super().__init__()
        self.sound = sound
        self._ticked = tuple(ticked)
        """Ids of sounds that were chosen before: those that many are done to at first."""

    def compose_middle(self) -> Iterable[Widget]:
        """The list."""
        yield LongList(id="favourites")
        yield ProgressLine()

    def read_library(self) -> None:
        """Read them."""
        from studio.editing.favourites import Favourites

        self.sound = self.library.sound(self.sound.id)
        self.favourites = Favourites(self.library).all()
        self.title_is(f"Favourites, for {self.sound.title}")
        self.listing.show(len(self.favourites), self._line, marked=self.listing.marked)
        if not self.favourites:
            self.say("No favourites yet. On the steps of a sound, F keeps them as one.")

    def _line(self, line: int, width: int) -> Content:
        favourite = self.favourites[line]
        steps = favourite.recipe.words(self.sound.seconds_after)
        words = f"{count(len(steps), 'step')}: {', '.join(steps)}"
        return Content.assemble(cut_to(favourite.title, _TITLE_WIDTH), "  ", cut_to(words, width - 26))

    @property
    def marked(self) -> Favourite:
        """The one that the list stands on."""
        return self.favourites[self.listing.marked]

    def action_play(self) -> None:
        """Hear the sound with it, without doing it; or stop."""
        if self.is_hearing:
            self.hush()
            return
        sound, steps = self.sound, self.marked.recipe.steps
        self.hear_source(lambda: self._tried(sound, *steps))
        self.say("This is how it would sound. Enter does it.")

    def _tried(self, sound: Sound, *steps: Step) -> Playable:
        from studio.takes import rendition, settled_sound

        return rendition(self.library, settled_sound(self.library, sound, sound.recipe.add(*steps)))

    @on(LongList.Moved)
    def _moved(self) -> None:
        self.hush()

    @on(LongList.Clicked)
    def action_use(self) -> None:
        """Do it to the sound."""
        from studio.editing.rewriting import rewrite

        favourite, sound = self.marked, self.sound
        steps = (*sound.recipe.steps, *favourite.recipe.steps)

        def job(progress: Progress) -> str:
            rewrite(self.library, sound, steps, progress=progress)
            return f"“{favourite.title}” is done to it. Z takes it back."

        self.begin("Working it out.", job)

    @on(JobDone)
    def _note(self) -> None:
        from studio.takes import undo

        sound_id = self.sound.id
        self.did(lambda: undo(self.library, self.library.sound(sound_id)))
        self.hear(self.library.sound(sound_id), by_itself=True)

    def action_apply(self) -> None:
        """Choose sounds to do it to."""
        from studio.ui.screens.sounds.apply import ApplyScreen

        self.hush()
        steps = self.marked.recipe.steps
        self.app.push_screen(ApplyScreen(f"Do “{self.marked.title}”", steps, ticked=self._ticked))

    def action_forget(self) -> None:
        """Take it off the list."""
        from studio.editing.favourites import Favourites

        favourite, favourites = self.marked, Favourites(self.library)
        favourites.forget(favourite.id)
        self.did(partial(favourites.put_back, favourite))
        self.read_library()
        self.say(f"“{favourite.title}” is off the list. Z brings it back.")

    def action_undo(self) -> None:
        """Take the last thing back."""
        self.hush()
        super().action_undo()

    def can_do(self, action: str) -> bool:
        """A sound in the bin stays as it is."""
        if action == "use" and self.sound.binned:
            return False
        if action in ("play", "use", "apply", "forget"):
            return bool(self.favourites)
        return super().can_do(action)
