"""A screen that shapes one sound: tidy, cut, fade, louder, and how good it has become."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.widgets import Static
from textual.worker import get_current_worker

from studio.audio.recipe import Step
from studio.errors import StudioError
from studio.ui.edits import Edit, between, fade, is_limited, louder, trim
from studio.ui.faults import FAULTS
from studio.ui.messages import ProblemMet, QualityChecked, SoundTidied
from studio.ui.screens.long_job import Progress
from studio.ui.screens.sounds.changing import ChangingScreen
from studio.ui.text import literal, when_words
from studio.ui.wanted import NotWanted, WhileWanted
from studio.ui.widgets.steps_done import StepsDone
from studio.wording import clock, listed

if TYPE_CHECKING:
    from evidence.sound import Sound
    from studio.audio.listening.tidy import Tidied

_AUDIBLE_DB = 0.5


class ShapingScreen(ChangingScreen):
    """Every change is judged, too."""

    teacher_words = ""

    def show_words(self) -> None:
        """Whose it is, how long, whether it is kept, and what was done."""
        sound = self.now
        facts = [sound.year or "", listed(list(sound.makers)), when_words(sound.made, self.studio.clock())]
        kept = "in the bin" if sound.binned else "kept" if sound.kept else "not kept yet"
        facts += [kept, clock(self.bench.seconds, decimals=2)]
        self.title_is(sound.title, " · ".join(fact for fact in facts if fact))
        self.query_one(StepsDone).phrases = self.bench.words()
        super().show_words()

    # How good it is

    @work(thread=True, group="quality", exclusive=True)
    def check(self, sound: Sound) -> None:
        """Judge how good it is; a long sound that is left is not listened to any further."""
        from studio.audio.listening.quality import check

        worker = get_current_worker()
        try:
            with self.bench.open(sound) as source:
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

    # Tidying

    def action_tidy(self) -> None:
        """Find the sound in the room's noise; commit when sure, otherwise only show the lines."""
        self.say("Looking for the sound.")
        self._tidy(self.now)

    @work(thread=True, group="tidy", exclusive=True)
    def _tidy(self, sound: Sound) -> None:
        from studio.audio.listening.tidy import tidy

        worker = get_current_worker()
        try:
            with self.bench.open(sound) as source:
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
        from studio.ui.pictures import drawn

        before, seconds, is_light = self.now, self.bench.seconds, self.bench.is_light()
        up, down = found.gain_db >= _AUDIBLE_DB, found.gain_db <= -_AUDIBLE_DB
        loudness = "louder" if up else "quieter" if down else ""

        def act(progress: Progress | None) -> str:
            self.bench.do(Edit(found.recipe.steps), progress)
            lengths = f"{seconds:.1f} s → {self.bench.seconds:.1f} s"
            return f"{lengths}{loudness and ', '}{loudness}. Z takes it back."

        def then() -> None:
            if is_light:
                kept = (round(found.start * before.samplerate), round(found.stop * before.samplerate))
                self.show_instead("tidied", drawn(self.bench.open(before), kept))
                self.played_from, self.wave.markers = kept[0], kept
            self.changed()

        self.work(act, heavy=not is_light, then=then)

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

    def changed(self) -> None:
        """Play what it has become, and judge it."""
        self.show_words()
        self.query_one("#quality", Static).update(literal("Listening to it."))
        self.check(self.now)
        super().changed()

    # Other changes

    def action_cut(self) -> None:
        """Keep what is between the lines."""
        self.back_to_now()
        part, view = self.part, self.wave.view
        if part is None or trim(*part, view.length, view.samplerate) is None:
            raise StudioError("There are no lines to cut to.", "Move with ← and →, then press [ or ].")

        def cut(progress: Progress | None) -> Edit:
            start, stop = self.bench.snapped_part(part)
            return between("trim", start, stop, view.samplerate)

        self.change(cut)

    def action_fade(self, name: str) -> None:
        """A fade at the start or the end."""
        self.change(lambda progress: fade(name, self.now.recipe, self.bench.seconds))

    def action_louder(self) -> None:
        """Louder, to a target."""

        def turned_up(progress: Progress | None) -> Edit:
            edit = louder(self.now.recipe, self.bench.peak_dbfs(progress))
            if edit is None:
                raise StudioError("This is as loud as it can be.", "Turn the speakers up instead.")
            return edit

        self.change(turned_up, heavy=is_limited(self.now.recipe.steps))

    def action_reverse(self) -> None:
        """Play it backwards."""
        self.change(lambda progress: Edit((Step("reverse"),)))

    def action_undo(self) -> None:
        """Take the last change back; or take the sound out of the bin."""
        from studio.takes import unbin

        if self.now.binned:
            self.stored(unbin(self.library, self.now), "Out of the bin.")
        else:
            super().action_undo()
