"""Change: one key does one thing to a sound, and it plays itself at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from lessons.sound_change import ChangeOn, SoundChange, Steps, changes_on, sound_changes, without_changes
from studio.errors import StudioError
from studio.ui.change_words import about_words, first_asked, now_words
from studio.ui.screens.sounds.one_change import OneChangeScreen
from studio.ui.text import literal
from studio.ui.widgets.change_grid import ChangeCell, ChangeGrid
from studio.ui.widgets.progress_line import ProgressLine
from studio.ui.widgets.steps_done import StepsDone
from studio.ui.widgets.waveform import Waveform
from studio.wording import begun, clock

if TYPE_CHECKING:
    from evidence.sound import Sound
    from studio.audio.rendering.rendition import Rendition


class NoNumbers(StudioError):
    """A change that has none to type."""


class ChangeScreen(OneChangeScreen):
    """The wave, every change with its key, and what is done so far."""

    HELP_PAGE: ClassVar[str] = "change"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "play", "play", key_display="Space", id="change.play", tooltip="Hear it, or stop"),
        Binding("enter", "again", "do it", key_display="Enter", id="change.again", tooltip="The marked one"),
        *(
            Binding(
                change.key,
                f"change('{change.id}')",
                change.title,
                show=False,
                id=f"change.{change.id}",
                tooltip=change.say,
            )
            for change in sound_changes()
        ),
        Binding("n", "numbers", "exact numbers", id="change.numbers", tooltip="Type its exact numbers"),
        Binding("b", "before", "before", id="change.before", tooltip="Hear it without the changes, and with"),
        Binding(
            "equals_sign",
            "equal",
            "equally loud",
            key_display="=",
            id="change.equal",
            tooltip="Hear before and after equally loud",
        ),
        Binding("z", "undo", "undo", id="change.undo", tooltip="Take the last change back"),
        Binding("y", "redo", "redo", id="change.redo", tooltip="Do it again"),
    ]

    hears_before: reactive[bool] = reactive(False, init=False, bindings=True)
    """Whether the sound without the changes is shown and heard."""
    is_equal: reactive[bool] = reactive(False, init=False, bindings=True)

    def __init__(self, sound: Sound) -> None:
        super().__init__(sound)
        self._own: dict[str, Steps] = {}
        """Steps of changes that were given numbers of their own here."""

    def compose_middle(self) -> Iterable[Widget]:
        """Picture, changes, the marked one in words, what was done."""
        yield Waveform()
        yield ProgressLine()
        yield ChangeGrid(id="changes")
        yield Static(id="about")
        yield Static(id="now")
        yield StepsDone(id="steps")

    def on_mount(self) -> None:
        """The list has the keys."""
        self.refocus()
        self.draw()

    def refocus(self) -> None:
        """The list has the keys."""
        self.grid.focus()

    # Showing

    @property
    def grid(self) -> ChangeGrid:
        """The changes."""
        return self.query_one(ChangeGrid)

    @property
    def marked(self) -> SoundChange:
        """The one that is marked."""
        return sound_changes()[self.grid.marked]

    @property
    def on_now(self) -> dict[str, ChangeOn]:
        """What is on the sound as it is."""
        return changes_on(self.sound.recipe.steps, sound_changes(), self._own)

    def show_words(self) -> None:
        """Title, squares, the marked change, and the steps."""
        self.title_is(self.sound.title, f"change it · {clock(self.sound.seconds_after, decimals=2)}")
        on_now = self.on_now
        self.grid.cells = tuple(
            ChangeCell(
                each.key,
                each.title,
                len(each.strengths),
                on_now[each.id].number if each.id in on_now else None,
            )
            for each in sound_changes()
        )
        steps = self.query_one(StepsDone)
        steps.phrases = self.sound.recipe.words(self.sound.seconds)
        steps.display = bool(steps.phrases)
        self._show_marked()
        self.key_words = {
            "change.before": "after" if self.hears_before else "before",
            "change.equal": "as loud as it is" if self.is_equal else "equally loud",
        }
        self.refresh_bindings()

    @on(ChangeGrid.Moved)
    def _show_marked(self) -> None:
        if self.grid.cells:
            change = self.marked
            self.query_one("#about", Static).update(literal(about_words(change)))
            self.query_one("#now", Static).update(literal(now_words(change, self.on_now.get(change.id))))

    # Changing

    def action_change(self, change_id: str) -> None:
        """The next strength of a change, or none of it after the last."""
        places = [each.id for each in sound_changes()]
        self.grid.marked = places.index(change_id)
        change, now = self.marked, self.on_now.get(change_id)
        following = 0 if now is None else now.number
        self._own.pop(change_id, None)
        if following < len(change.strengths):
            strength = change.strengths[following]
            many = len(change.strengths)
            which = f" ({following + 1} of {many})" if many > 1 else ""
            self._set(
                now, strength.steps, f"{begun(change.title)}: {strength.words}{which}. Z takes it back."
            )
        else:
            self._set(now, (), f"{begun(change.title)}: none of it. {change.key.upper()} does it again.")

    def go_on_with(self, sound: Sound, words: str) -> None:
        """Whatever is changed, one hears what it has become."""
        self.hears_before = False
        super().go_on_with(sound, words)

    def _set(self, now: ChangeOn | None, steps: Steps, words: str) -> None:
        was = self.sound.recipe.steps
        place = len(was) if now is None else now.place
        level = range(place, place + len(steps)) if self.marked.as_loud and steps else None
        self.change_to(was + steps if now is None else now.replaced(was, steps), words, level)

    @on(ChangeGrid.Clicked)
    def action_again(self) -> None:
        """Do the marked change."""
        self.action_change(self.marked.id)

    def action_numbers(self) -> None:
        """Ask for the exact numbers of the marked change."""
        from studio.audio.recipe import STEP_KINDS

        change, now = self.marked, self.on_now.get(self.marked.id)
        steps = now.steps if now is not None else change.strengths[0].steps
        first = first_asked(change.own_steps(steps))
        kind = STEP_KINDS[first.name]
        if not kind.parameters:
            raise NoNumbers(f"“{change.title}” has no numbers.", "Choose another change, then press N.")
        self.ask(
            f"{kind.usage}:",
            lambda answer: self._number(change, now, steps, f"{first.name} {answer}"),
            value=" ".join(kind.write_values(first.values)),
        )

    def _number(self, change: SoundChange, now: ChangeOn | None, steps: Steps, text: str) -> None:
        from studio.audio.recipe import Step

        step = Step.parse(text)
        new = tuple(step if each.name == step.name else each for each in steps)
        self._own[change.id] = new
        self._set(now, new, f"{begun(change.title)}: {step}. Z takes it back.")

    # Before and after

    def action_play(self) -> None:
        """Play what is shown, or stop."""
        if self.is_hearing:
            self.hush()
        else:
            self._hear_shown()

    def action_before(self) -> None:
        """Without the changes; pressed again, with them."""
        self.hears_before = not self.hears_before
        self.draw()
        self.show_words()
        before = "Before: without the changes. Press B for after."
        self.say(before if self.hears_before else "After: as it is now.")
        self._hear_shown()

    def action_equal(self) -> None:
        """Before and after equally loud, or each as loud as it is."""
        self.is_equal = not self.is_equal
        self.show_words()
        self.say("Before is now as loud as after." if self.is_equal else "Each is as loud as it is.")
        self._hear_shown()

    def _hear_shown(self) -> None:
        if self.hears_before and self.is_equal:
            self.hear_source(self._open_equal)
        else:
            self.hear(self._before if self.hears_before else self.sound)

    @property
    def _before(self) -> Sound:
        """The sound without its changes."""
        return self.sound.with_recipe(without_changes(self.sound.recipe, self.on_now))

    def open(self) -> Rendition:
        """The sound with its changes or without, as it is shown."""
        from studio.takes import rendition

        return rendition(self.library, self._before if self.hears_before else self.sound)

    def _open_equal(self) -> Rendition:
        """Before, as loud as after; in a thread, since both are listened to first."""
        from studio.audio.listening.matching import steps_to_loudness
        from studio.audio.loudness import loudness_lufs
        from studio.takes import rendition

        without = self._before
        with rendition(self.library, self.sound) as after, rendition(self.library, without) as before:
            gain = steps_to_loudness(before, loudness_lufs(after))
        return rendition(self.library, without.with_recipe(without.recipe.add(*gain)))
