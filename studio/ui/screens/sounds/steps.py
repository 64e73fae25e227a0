"""What was done to a sound, step by step: take one out, move it, change its numbers, keep them for others."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from evidence.library import ChangedMeanwhile
from studio.errors import StudioError
from studio.ui.screens.hearing import HearingScreen
from studio.ui.screens.listed import ListedScreen
from studio.ui.screens.long_job import JobDone, Progress
from studio.ui.screens.stoppable import StoppableScreen
from studio.ui.text import cut_to
from studio.ui.widgets.long_list import LongList
from studio.ui.widgets.progress_line import ProgressLine
from studio.ui.widgets.waveform import Waveform
from studio.wording import begun, clock, count

if TYPE_CHECKING:
    from evidence.sound import Sound

_NUMBER_WIDTH = 5
_NEED_A_STEP = frozenset(("remove", "move", "numbers", "up_to_here", "favourite", "apply"))


class StepsScreen(StoppableScreen, ListedScreen, HearingScreen):
    """Every change plays itself, and Z takes it back, next week too."""

    HELP_PAGE = "steps"
    WHILE_BUSY = frozenset(("play", "back", "help"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "play", "play", key_display="Space", id="steps.play", tooltip="All of it, or stop"),
        Binding(
            "enter",
            "up_to_here",
            "up to here",
            key_display="Enter",
            id="steps.here",
            tooltip="As it was then",
        ),
        Binding(
            "d,delete", "remove", "take out", key_display="D", id="steps.remove", tooltip="Z brings it back"
        ),
        Binding(
            "[,shift+up", "move(-1)", "earlier, later", key_display="[ ]", id="steps.up", tooltip="Move it"
        ),
        Binding("],shift+down", "move(1)", "later", show=False, id="steps.down", tooltip="Do it later"),
        Binding("n", "numbers", "its numbers", id="steps.numbers", tooltip="More of it, or less"),
        Binding("z", "undo", "undo", id="steps.undo", tooltip="Take the last change back"),
        Binding("y", "redo", "redo", id="steps.redo", tooltip="Do it again"),
        Binding("f", "favourite", "favourite", id="steps.favourite", tooltip="Keep the steps under a name"),
        Binding("u", "use", "use one", id="steps.use", tooltip="Do a favourite to this sound"),
        Binding("a", "apply", "to others", id="steps.apply", tooltip="Do these steps to other sounds"),
    ]

    def __init__(self, sound: Sound) -> None:
        super().__init__()
        self.sound = sound
        self._mark: int | None = None
        """The line to stand on after a change."""

    def compose_middle(self) -> Iterable[Widget]:
        """The list, and the sound as it is."""
        yield LongList(id="steps")
        yield Waveform(id="preview")
        yield ProgressLine()

    def read_library(self) -> None:
        """Show what the library has now."""
        from studio.ui.pictures import picture_of

        self.sound = sound = self.library.sound(self.sound.id)
        phrases = sound.recipe.words(sound.seconds)
        facts = f"{count(len(phrases), 'step')} · {clock(sound.seconds_after, decimals=2)}"
        self.title_is(f"Steps of {sound.title}", facts)
        self.listing.show(
            len(phrases),
            lambda line, width: _line(line + 1, phrases[line], width),
            marked=self.listing.marked if self._mark is None else self._mark,
        )
        self._mark = None
        self.query_one("#preview", Waveform).show(picture_of(self.library, sound))
        self.refresh_bindings()
        if not phrases:
            self.say("Nothing is done to it. U does a favourite, Esc goes back.")

    @property
    def number(self) -> int:
        """Of the marked step, beginning with 1."""
        return self.listing.marked + 1

    # Hearing

    def action_play(self) -> None:
        """Hear all of it, or stop."""
        if self.is_hearing:
            self.hush()
        else:
            self.hear(self.sound)

    @on(LongList.Clicked)
    def action_up_to_here(self) -> None:
        """Hear it as it was after the marked step."""
        from studio.audio.recipe import Recipe

        self.hear(self.sound.with_recipe(Recipe(self.sound.recipe.steps[: self.number])))
        self.say(f"As it was after step {self.number}.")

    def playhead_moved(self, frame: int | None) -> None:
        """Show what sounds."""
        self.query_one("#preview", Waveform).playhead = frame

    # Changing

    def action_remove(self) -> None:
        """Take the marked step out."""
        from studio.editing.rewriting import remove_step

        sound, number = self.sound, self.number
        words = begun(sound.recipe.words(sound.seconds)[number - 1])
        self._change(
            lambda progress: remove_step(self.library, sound, number, progress=progress),
            lambda _: f"“{words}” is out. Z brings it back.",
        )

    def action_move(self, by: int) -> None:
        """Do it before the step above it, or after the one below."""
        from studio.editing.rewriting import move_step

        sound, number, to = self.sound, self.number, self.number + by
        if not 1 <= to <= len(sound.recipe.steps):
            self.say("It is the first already." if by < 0 else "It is the last already.")
            return
        self._change(
            lambda progress: move_step(self.library, sound, number, to, progress=progress),
            lambda _: f"Now it is step {to}. Z takes it back.",
            mark=to - 1,
        )

    def action_numbers(self) -> None:
        """Ask for the marked step's numbers."""
        from studio.audio.recipe import STEP_KINDS
        from studio.audio.rendering.settling import asked

        number = self.number
        step = asked(self.sound.recipe.steps[number - 1])
        kind = STEP_KINDS[step.name]
        name, _, numbers = str(step).partition(" ")
        if not kind.parameters:
            self.say(f"“{name}” has no numbers. D takes it out.")
            return
        wanted = ", ".join("/".join(each.words) or each.name.lower() for each in kind.parameters)
        self.ask(
            f"{begun(name)}: {wanted}?", lambda typed: self._renumber(number, name, typed), value=numbers
        )

    def _renumber(self, number: int, name: str, typed: str) -> None:
        from studio.audio.recipe import Step
        from studio.editing.rewriting import change_step

        sound, step = self.sound, Step.parse(f"{name} {typed.replace(',', '.')}")
        self._change(
            lambda progress: change_step(self.library, sound, number, step, progress=progress),
            lambda now: f"{begun(now.recipe.words(now.seconds)[number - 1])}. Z takes it back.",
        )

    def action_undo(self) -> None:
        """Take the last change back."""
        from studio.takes import undo

        self._change(lambda _: undo(self.library, self.sound), lambda _: "Taken back. Y does it again.")

    def action_redo(self) -> None:
        """Do again what was taken back."""
        from studio.takes import redo

        self._change(lambda _: redo(self.library, self.sound), lambda _: "Done again.")

    def _change(
        self, change: Callable[[Progress], Sound], words: Callable[[Sound], str], *, mark: int | None = None
    ) -> None:
        """Change it in a thread: some steps measure the sound, which may be an hour long."""
        self._mark = mark
        self.begin("Working it out.", lambda progress: words(change(progress)))

    @on(JobDone)
    def _play_it(self) -> None:
        self.hear(self.library.sound(self.sound.id), by_itself=True)

    def problem(self, error: StudioError | OSError) -> None:
        """Say it; when another program changed the sound, show what it made of it."""
        super().problem(error)
        if isinstance(error, ChangedMeanwhile):
            self.read_library()

    # For other sounds

    def action_favourite(self) -> None:
        """Ask for a name."""
        self.ask("Under which name?", self._keep)

    def _keep(self, name: str) -> None:
        from studio.editing.favourites import Favourites

        if name:
            kept = Favourites(self.library).keep(name, self.sound.recipe.steps)
            self.say(f"“{kept.title}” is a favourite now. U does it to another sound.")
        else:
            self.say("A favourite needs a name, so there is none.")

    def action_use(self) -> None:
        """The favourites."""
        from studio.ui.screens.sounds.favourites import FavouritesScreen

        self.hush()
        self.app.push_screen(FavouritesScreen(self.sound))

    def action_apply(self) -> None:
        """Choose the other sounds."""
        from studio.ui.screens.sounds.apply import ApplyScreen

        self.hush()
        title = f"Do what was done to {self.sound.title}"
        self.app.push_screen(ApplyScreen(title, self.sound.recipe.steps, leave_out=[self.sound.id]))

    def can_do(self, action: str) -> bool:
        """A sound in the bin can only be looked at and heard."""
        recipe = self.sound.recipe
        if action in ("play", "help", "back"):
            return True
        if self.sound.binned:
            return action == "up_to_here" and bool(recipe.steps)
        if action == "undo":
            return recipe.can_undo
        if action == "redo":
            return bool(recipe.undone)
        return bool(recipe.steps) or action not in _NEED_A_STEP


def _line(number: int, phrase: str, width: int) -> Content:
    return Content.assemble((f"{number:>3}  ", "$quiet"), cut_to(begun(phrase), width - _NUMBER_WIDTH))
