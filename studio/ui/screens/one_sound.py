"""One sound: hear it, shape it, keep it. Every change plays itself, and Z takes it back."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import get_current_worker

from studio.errors import StudioError
from studio.ui.edits import Edit, fade, trim
from studio.ui.faults import FAULTS
from studio.ui.messages import ProblemMet, QualityChecked, SoundTidied
from studio.ui.screens.wave import CURSOR_KEYS, LINE_KEYS, WaveScreen
from studio.ui.text import clock, literal, when_words
from studio.ui.widgets.steps_done import StepsDone
from studio.ui.widgets.waveform import Waveform
from studio.ui.workbench import Workbench

if TYPE_CHECKING:
    from evidence.sound import Sound
    from studio.audio.listening.tidy import Tidied

_LEAD_IN_SECONDS = 2.0
_AUDIBLE_DB = 0.5


class OneSoundScreen(WaveScreen):
    """The sound as it is now; the original is never changed."""

    HELP_PAGE = "one_sound"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "space",
            "play",
            "play",
            key_display="Space",
            id="sound.play",
            tooltip="Play from the cursor, or stop",
        ),
        Binding(
            "t",
            "tidy",
            "tidy",
            id="sound.tidy",
            tooltip="Cut the silence, fade the ends, make it loud enough",
        ),
        *LINE_KEYS,
        Binding("c", "cut", "cut to lines", id="sound.cut", tooltip="Keep what is between the lines"),
        Binding(
            "i", "fade('fade-in')", "fade in", id="sound.fade_in", tooltip="Press again for a longer one"
        ),
        Binding(
            "o", "fade('fade-out')", "fade out", id="sound.fade_out", tooltip="Press again for a longer one"
        ),
        Binding("l", "louder", "louder", id="sound.louder", tooltip="As loud as it goes without spoiling it"),
        Binding("r", "reverse", "backwards", id="sound.reverse", tooltip="Play it backwards"),
        Binding("b", "before", "before", id="sound.before", tooltip="Hear it as it was, and again as it is"),
        Binding("z", "undo", "undo", id="sound.undo", tooltip="Take the last change back"),
        Binding("y", "redo", "redo", id="sound.redo", tooltip="Do it again"),
        Binding("k", "keep", "keep", id="sound.keep", tooltip="Keep it, under a name"),
        Binding("n", "rename", "name", id="sound.rename", tooltip="Give it another name"),
        Binding("x,delete", "bin", "bin", key_display="X", id="sound.bin", tooltip="Z takes it out again"),
        Binding("e", "evidence", "evidence", id="sound.evidence", tooltip="Write down what it shows"),
        Binding("w", "why", "why", id="sound.why", tooltip="The figures behind the sentence, for adults"),
        *CURSOR_KEYS,
    ]

    shown: reactive[str] = reactive("now", init=False, bindings=True)
    """Which picture: `now`, `before` any step, or what `tidied` away."""

    def __init__(self, sound: Sound, *, play: bool = False, problem: StudioError | None = None) -> None:
        super().__init__()
        self.first_sound = sound
        self.play_at_once = play
        self.met = problem
        """What ended the recording early, to be said first."""
        self.teacher_words = ""

    @cached_property
    def bench(self) -> Workbench:
        """The sound, and what is done to it here."""
        return Workbench(self.library, self.first_sound)

    @property
    def now(self) -> Sound:
        """The sound as stored."""
        return self.bench.sound

    def compose_middle(self) -> Iterable[Widget]:
        """Picture, what was done, how good it is."""
        yield Waveform(detailed=True)
        yield StepsDone(id="steps")
        yield Static(id="quality")

    def on_mount(self) -> None:
        """Draw, judge, and play a fresh take."""
        self.show_now()
        self._check(self.now)
        if self.met is not None:
            self.problem(self.met)
        elif self.play_at_once:
            self.hear(self.now)

    def read_library(self) -> None:
        """The name may have changed elsewhere."""
        self.bench.sound = self.library.sound(self.now.id)
        self._show_words()

    # Showing

    def show_now(self) -> None:
        """Draw the sound as it is, with nothing marked."""
        from studio.ui.pictures import picture_of

        self.shown = "now"
        self.played_from = 0
        try:
            picture = picture_of(self.library, self.now)
        except FAULTS as error:
            self.problem(error)
            return
        self.wave.show(picture, keep_view=True)
        self.wave.markers = (None, None)
        self.wave.cursor = min(self.wave.cursor, picture.length)
        self._show_words()

    @property
    def shows_another(self) -> bool:
        """True while before, or what tidy cut away, is shown."""
        return self.shown != "now"

    def back_to_now(self) -> None:
        """Lines belong to the sound as it is: leave any other picture, and the sound of before with it."""
        if self.shown == "before":
            self.hush()
        if self.shows_another:
            self.show_now()

    def _show_words(self) -> None:
        sound = self.now
        facts = [sound.year or "", sound.by or "", when_words(sound.made, self.studio.clock())]
        kept = "in the bin" if sound.binned else "kept" if sound.kept else "not kept yet"
        facts += [kept, clock(self.bench.seconds, decimals=2)]
        self.title_is(sound.title, " · ".join(fact for fact in facts if fact))
        self.query_one(StepsDone).phrases = self.bench.words()
        self.refresh_bindings()

    @work(thread=True, group="quality", exclusive=True)
    def _check(self, sound: Sound) -> None:
        from studio.takes import check_sound

        try:
            quality = check_sound(self.library, sound)
        except FAULTS as error:
            self.post_message(ProblemMet(error))
            return
        if not get_current_worker().is_cancelled:
            self.post_message(QualityChecked(quality.child, quality.teacher))

    @on(QualityChecked)
    def _show_quality(self, message: QualityChecked) -> None:
        self.query_one("#quality", Static).update(literal(message.child))
        self.teacher_words = message.teacher

    def action_why(self) -> None:
        """Say the figures behind the sentence on how good it is."""
        self.say(self.teacher_words or "Still listening to it.")

    # Playing

    def action_play(self) -> None:
        """Play from the cursor (from the start when it is at the end), or stop."""
        if self.is_hearing:
            self.hush()
            return
        self.back_to_now()
        self.hear(self.now, start=self.wave.cursor if self.wave.cursor < self.wave.view.length else 0)

    def action_before(self) -> None:
        """Before; pressed again, after."""
        from studio.ui.pictures import picture_of

        if self.shown == "before":
            self.show_now()
            self.say("After: as it is now.")
        else:
            self.shown, self.played_from = "before", 0
            self.wave.show(picture_of(self.library, self.now, before=True))
            self.wave.markers = (None, None)
            self.say("Before: as it was recorded. Press B for after.")
        self.hear(self.now, before=self.shown == "before")

    # Changing

    def action_tidy(self) -> None:
        """Find the sound in the room's noise; commit when sure, otherwise only show the lines."""
        self.say("Looking for the sound.")
        self._tidy(self.now)

    @work(thread=True, group="tidy", exclusive=True)
    def _tidy(self, sound: Sound) -> None:
        from studio.takes import tidied

        try:
            found = tidied(self.library, sound)
        except FAULTS as error:
            self.post_message(ProblemMet(error))
            return
        self.post_message(SoundTidied(sound, found))

    @on(SoundTidied)
    def _show_tidied(self, message: SoundTidied) -> None:
        if message.sound != self.now:
            return  # it was changed meanwhile
        try:
            show = self._commit_tidied if message.tidied.sure else self._propose_lines
            show(message.tidied)
        except FAULTS as error:
            self.problem(error)

    def _commit_tidied(self, found: Tidied) -> None:
        from studio.ui.pictures import picture_of

        before, seconds = self.now, self.bench.seconds
        self.bench.do(Edit(found.recipe.steps))
        kept = (round(found.start * before.samplerate), round(found.stop * before.samplerate))
        self.shown, self.played_from = "tidied", kept[0]
        self.wave.show(picture_of(self.library, before, kept=kept))
        self.wave.markers = kept
        loudness = (
            "louder" if found.gain_db >= _AUDIBLE_DB else "quieter" if found.gain_db <= -_AUDIBLE_DB else ""
        )
        self.say(
            f"{seconds:.1f} s → {self.bench.seconds:.1f} s{loudness and ', '}{loudness}. Z takes it back."
        )
        self._changed()

    def _propose_lines(self, found: Tidied) -> None:
        self.show_now()
        rate = self.wave.view.samplerate
        start, stop = round(found.start * rate), round(found.stop * rate)
        self.wave.markers = (start, stop)
        self.wave.cursor = start
        if trim(start, stop, self.wave.view.length, rate) is None:
            self.say("I found nothing to cut. Move with ← and →, put lines with [ and ], then press C.")
        else:
            self.say(f"Look at my lines. {found.why} [ and ] move them. C cuts.")
        self.hear(self.now, start=start, stop=stop, by_itself=True)

    def action_cut(self) -> None:
        """Keep what is between the lines."""
        self.back_to_now()
        start, stop = self.wave.markers
        edit = trim(start, stop, self.wave.view.length, self.wave.view.samplerate)
        if edit is None:
            raise StudioError("There are no lines to cut to.", "Move with ← and →, then press [ or ].")
        self._change(edit)

    def action_fade(self, name: str) -> None:
        """A fade at the start or the end."""
        self._change(fade(name, self.now.recipe, self.bench.seconds))

    def action_louder(self) -> None:
        """Louder, to a target."""
        edit = self.bench.louder()
        if edit is None:
            raise StudioError("This is as loud as it can be.", "Turn the speakers up instead.")
        self._change(edit)

    def action_reverse(self) -> None:
        """Play it backwards."""
        from studio.audio.recipe import Step

        self._change(Edit((Step("reverse"),)))

    def _change(self, edit: Edit) -> None:
        self.bench.do(edit)
        self.show_now()
        self.say(f"{self.bench.last_words(len(edit.steps))}. Z takes it back.")
        self._changed()

    def _changed(self) -> None:
        """Play what it has become, and judge it."""
        sound = self.now
        self._show_words()
        self.query_one("#quality", Static).update(literal("Listening to it."))
        self._check(sound)
        last = sound.recipe.steps[-1] if sound.recipe.steps else None
        start = 0.0
        if last is not None and last.name == "fade-out":
            # One wants to hear the end, with a little of what leads into it.
            start = max(0.0, self.bench.seconds - last.values[0] - _LEAD_IN_SECONDS)
        self.hear(sound, start=round(start * sound.samplerate), by_itself=True)

    def action_undo(self) -> None:
        """Take the last change back; or take the sound out of the bin."""
        from studio.takes import unbin

        if self.now.binned:
            self._store(unbin(self.library, self.now), "Out of the bin.")
            return
        self.bench.undo()
        self.show_now()
        self.say("Taken back. Y does it again.")
        self._changed()

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self.bench.redo()
        self.show_now()
        self.say("Done again.")
        self._changed()

    # Keeping

    def _store(self, sound: Sound, words: str) -> None:
        self.bench.sound = sound
        self._show_words()
        self.say(words)

    def action_keep(self) -> None:
        """Keep it; a fresh take is asked for its name, once."""
        if self.now.kept:
            self.say("It is kept already, with every change.")
        else:
            self.ask("What is it called?", self._keep_as, value=self.now.title)

    def _keep_as(self, title: str) -> None:
        from studio.takes import keep

        self._store(keep(self.library, self.now, title or None), "Kept. It is in My sounds.")

    def action_rename(self) -> None:
        """Another name."""
        self.ask("What is it called?", self._rename_to, value=self.now.title)

    def _rename_to(self, title: str) -> None:
        from studio.takes import rename

        if title:
            self._store(rename(self.library, self.now, title), "It has its new name.")

    def action_bin(self) -> None:
        """Put it in the bin."""
        from studio.takes import bin_sound

        self.hush()
        self._store(bin_sound(self.library, self.now), "In the bin. Press Z to take it out again.")

    def action_evidence(self) -> None:
        """Write down what this sound shows."""
        self.hush()
        self.studio.open_make_evidence(sound=self.now)

    def can_do(self, action: str) -> bool:
        """A binned sound can only be looked at, heard and taken out."""
        if action == "undo":
            return self.now.binned or bool(self.now.recipe.steps)
        if action == "redo":
            return bool(self.now.recipe.undone) and not self.now.binned
        changing = ("tidy", "mark", "cut", "fade", "louder", "reverse", "keep", "rename", "bin", "evidence")
        return action not in changing or not self.now.binned
