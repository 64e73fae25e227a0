"""A screen that shapes one sound: what it shows, what it hears in it, and every change."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from textual import on, work
from textual.reactive import reactive
from textual.widgets import Static
from textual.worker import get_current_worker

from studio.errors import StudioError
from studio.ui.edits import Edit, fade, trim
from studio.ui.faults import FAULTS
from studio.ui.messages import ProblemMet, QualityChecked, SoundTidied
from studio.ui.screens.wave import WaveScreen
from studio.ui.text import literal, when_words
from studio.ui.wanted import NotWanted, WhileWanted
from studio.ui.widgets.steps_done import StepsDone
from studio.ui.workbench import Workbench
from studio.wording import clock, listed

if TYPE_CHECKING:
    from evidence.sound import Sound
    from studio.audio.listening.tidy import Tidied

_LEAD_IN_SECONDS = 2.0
_AUDIBLE_DB = 0.5


class ShapingScreen(WaveScreen):
    """Every change plays itself and is judged; the original is never changed."""

    shown: reactive[str] = reactive("now", init=False, bindings=True)
    """Which picture: `now`, `before` any step, or what `tidied` away."""

    def __init__(self, sound: Sound) -> None:
        super().__init__()
        self.first_sound = sound
        self.teacher_words = ""

    @cached_property
    def bench(self) -> Workbench:
        """The sound, and what is done to it here."""
        return Workbench(self.library, self.first_sound)

    @property
    def now(self) -> Sound:
        """The sound as stored."""
        return self.bench.sound

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
        self.show_words()

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

    def show_words(self) -> None:
        """Whose it is, how long, whether it is kept, and what was done."""
        sound = self.now
        facts = [sound.year or "", listed(list(sound.makers)), when_words(sound.made, self.studio.clock())]
        kept = "in the bin" if sound.binned else "kept" if sound.kept else "not kept yet"
        facts += [kept, clock(self.bench.seconds, decimals=2)]
        self.title_is(sound.title, " · ".join(fact for fact in facts if fact))
        self.query_one(StepsDone).phrases = self.bench.words()
        self.refresh_bindings()

    @work(thread=True, group="quality", exclusive=True)
    def check(self, sound: Sound) -> None:
        """Judge how good it is; a long sound that is left is not listened to any further."""
        from studio.audio.listening.quality import check
        from studio.takes import rendition

        worker = get_current_worker()
        try:
            with rendition(self.library, sound) as source:
                quality = check(WhileWanted(source, lambda: not worker.is_cancelled))
        except NotWanted:
            return
        except FAULTS as error:
            self.post_message(ProblemMet(error))
            return
        if not worker.is_cancelled:
            self.post_message(QualityChecked(quality.child, quality.teacher))

    @on(QualityChecked)
    def _show_quality(self, message: QualityChecked) -> None:
        self.query_one("#quality", Static).update(literal(message.child))
        self.teacher_words = message.teacher

    def action_why(self) -> None:
        """Say the figures behind the sentence on how good it is."""
        self.say(self.teacher_words or "Still listening to it.")

    # Changing

    def action_tidy(self) -> None:
        """Find the sound in the room's noise; commit when sure, otherwise only show the lines."""
        self.say("Looking for the sound.")
        self._tidy(self.now)

    @work(thread=True, group="tidy", exclusive=True)
    def _tidy(self, sound: Sound) -> None:
        from studio.audio.listening.tidy import tidy
        from studio.takes import rendition

        worker = get_current_worker()
        try:
            with rendition(self.library, sound) as source:
                found = tidy(WhileWanted(source, lambda: not worker.is_cancelled))
        except NotWanted:
            return
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
        self.show_words()
        self.query_one("#quality", Static).update(literal("Listening to it."))
        self.check(sound)
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
            self.stored(unbin(self.library, self.now), "Out of the bin.")
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

    def stored(self, sound: Sound, words: str) -> None:
        """Go on with the sound as it was stored."""
        self.bench.sound = sound
        self.show_words()
        self.say(words)
