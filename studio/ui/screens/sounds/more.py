"""More to do with a sound: what is between the lines, at the cursor, with another sound, and how loud."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from studio.errors import StudioError
from studio.ui.edits import Edit, between, gain_to, is_light, pause, shaped
from studio.ui.screens.long_job import Progress
from studio.ui.screens.sounds.beginnings import BEGINNING_KEYS
from studio.ui.screens.sounds.changing import ChangingScreen
from studio.ui.screens.sounds.lines import LINE_KEYS
from studio.ui.screens.sounds.more_keys import GROUPS, THERE
from studio.ui.screens.sounds.wave import CURSOR_KEYS
from studio.ui.widgets.key_table import KeyTable
from studio.ui.widgets.progress_line import ProgressLine
from studio.ui.widgets.waveform import Waveform
from studio.wording import listed

if TYPE_CHECKING:
    from studio.editing.made import Made
    from studio.ui.workbench import Workbench


class NoLines(StudioError):
    """There is nothing between the lines."""


class MoreScreen(ChangingScreen):
    """The same sound, at the same place, with other keys; Esc and M go back to its own page."""

    HELP_PAGE = "more"
    CUTS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "play", "play", key_display="Space", id="more.play", tooltip="From the cursor on"),
        *LINE_KEYS,
        *CURSOR_KEYS,
        Binding("z", "undo", "undo", id="more.undo", tooltip="Take the last change back"),
        Binding("y", "redo", "redo", id="more.redo", tooltip="Do it again"),
        *(binding for _, bindings in (*GROUPS, THERE) for binding in bindings),
        BEGINNING_KEYS[1],
        Binding("m", "back", "back", show=False, id="more.back"),
    ]

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench.sound)
        self.bench = bench

    def compose_middle(self) -> Iterable[Widget]:
        """Picture, place, and the keys."""
        yield Waveform(detailed=True)
        yield Static(id="place")
        yield ProgressLine()
        yield KeyTable(GROUPS, THERE)

    def on_mount(self) -> None:
        """Say what it is about; the picture comes with reading the library."""
        self.title_is(f"More: {self.now.title}")

    # Between the lines

    def action_take_out(self) -> None:
        """Take it out."""
        self._between("cut")

    def action_silence(self) -> None:
        """Make it silent."""
        self._between("silence")

    def _between(self, name: str) -> None:
        part = self._part()
        self.wave.cursor = part[0]
        self.change(lambda progress: between(name, *self.bench.snapped_part(part), self.now.samplerate))

    def _part(self) -> tuple[int, int]:
        self.back_to_now()
        if self.part is None:
            raise NoLines("There is nothing between lines.", "Move with ← and →, then press [ or ].")
        return self.part

    def action_copy(self) -> None:
        """Copy it to a new sound."""
        part, sound = self._part(), self.now

        def copy(progress: Progress) -> tuple[Made, ...]:
            from studio.editing.parting import copy_part

            start, stop = self.bench.snapped_part(part)
            times = (start / sound.samplerate, stop / sound.samplerate)
            return (copy_part(self.library, sound, *times, progress=progress),)

        self._make("Copying it.", copy)
        self.hear(sound, start=part[0], stop=part[1], by_itself=True)

    # At the cursor

    def action_pause(self) -> None:
        """Put in a pause."""
        self.back_to_now()
        at = self.wave.cursor

        def put_in(progress: Progress | None) -> Edit:
            return pause(self.bench.snapped(at), self.now.recipe, self.now.samplerate)

        self.change(put_in)

    def action_split(self) -> None:
        """Divide it in two."""
        self.back_to_now()
        at, sound = self.wave.cursor, self.now

        def split_it(progress: Progress) -> tuple[Made, ...]:
            from studio.editing.parting import split

            place = self.bench.snapped(at) / sound.samplerate
            return split(self.library, sound, [place], progress=progress)

        self._make("Dividing it.", split_it)
        self.hear(sound, start=at, by_itself=True)

    def _make(self, words: str, make: Callable[[Progress], tuple[Made, ...]]) -> None:
        """Make new sounds in a thread; Z puts them in the bin."""
        made: list[Made] = []

        def job(progress: Progress) -> str:
            made.extend(make(progress))
            titles = listed([f"“{each.sound.title}”" for each in made])
            return f"Made: {titles}. Find {'it' if len(made) == 1 else 'them'} in My sounds. Z takes it back."

        def then() -> None:
            self.bench.made(*(each.sound for each in made))
            self.refresh_bindings()

        self.in_thread(words, job, then)

    def action_label(self) -> None:
        """Name what sounds at the cursor."""
        self.back_to_now()
        seconds = self.wave.cursor / self.now.samplerate
        self.ask("What happens here?", partial(self._label, seconds))

    def _label(self, seconds: float, words: str) -> None:
        from studio.labels import put_label

        if not words:
            self.say("A label needs a word, so there is none.")
            return
        place = self.wave.place

        def act(progress: Progress | None) -> str:
            self.bench.label(put_label(self.library, self.now, seconds, words))
            return "It has its label. Z takes it off."

        self.work(act, heavy=not self.bench.is_light(), then=partial(self.stand_at, place))

    # With another sound

    def action_join(self) -> None:
        """Join another sound to the end."""
        from studio.ui.screens.sounds.join import JoinScreen

        self.go_to(JoinScreen(self.now))

    def action_mix(self) -> None:
        """Mix another sound in."""
        from studio.ui.screens.sounds.mix import MixScreen

        self.go_to(MixScreen(self.now))

    def action_labels(self) -> None:
        """All labels."""
        from studio.ui.screens.sounds.labels import LabelsScreen

        self.go_to(LabelsScreen(self.bench))

    # How loud

    def action_volume(self) -> None:
        """Louder or quieter by an exact number."""
        self.ask("Louder by how many dB? -6 is quieter:", partial(self._level, "gain"), value="3")

    def action_peak(self) -> None:
        """The loudest moment at an exact level."""
        self.ask("Loudest moment at how many dBFS?", partial(self._level, "normalise"), value="-1")

    def action_loudness(self) -> None:
        """As loud as it seems, at an exact level."""
        self.ask("How loud in LUFS? -16 is usual:", partial(self._level, "loudness"), value="-16")

    def _level(self, name: str, words: str) -> None:
        from studio.audio.recipe import STEP_KINDS, Step

        number = words.lower().replace("−", "-").replace(",", ".")
        for unit in ("dbfs", "lufs", "db"):
            number = number.removesuffix(unit)
        step = Step(name, STEP_KINDS[name].read_values([number.strip().lstrip("+")]))

        def make(progress: Progress | None) -> Edit:
            if progress is None or name != "normalise":
                return Edit((step,))
            # Where much is worked out the loudest moment is looked for once, not each time it is opened.
            return gain_to(step.values[0], self.bench.peak_dbfs(progress))

        self.change(make, heavy=not is_light((*self.now.recipe.steps, step)))

    def action_offset(self) -> None:
        """Put the wave back in the middle."""
        from studio.audio.recipe import Step

        self.change(lambda progress: Edit((Step("remove-dc"),)), heavy=True)

    def action_shape(self) -> None:
        """The last fade in its next shape."""
        edit = shaped(self.now.recipe)
        if edit is None:
            raise StudioError("The last step is no fade.", "On its own page, I fades in and O fades out.")
        self.change(lambda progress: edit)

    # Elsewhere

    def action_there(self, action: str) -> None:
        """Go back to the sound's own page and do it there."""
        self.leave()
        page = self.app.screen
        page.call_later(page.run_action, action)
