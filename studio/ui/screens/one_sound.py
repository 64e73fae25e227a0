"""One sound: hear it, shape it, keep it. Every change plays itself, and Z takes it back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import get_current_worker

from studio.errors import StudioError
from studio.ui.edits import Edit, fade, louder, trim
from studio.ui.messages import ProblemMet, QualityChecked, SoundTidied
from studio.ui.screens.hearing import HearingScreen
from studio.ui.text import clock, literal, when_words
from studio.ui.widgets.waveform import Waveform

if TYPE_CHECKING:
    from evidence.sound import Sound
    from studio.audio.recipe import Step
    from studio.audio.tidy import Tidied

_BIG_STEP = 10
_LEAD_IN_SECONDS = 2.0


def _jump_keys() -> list[Binding]:
    """The digits jump to tenths of the sound; the line of keys shows them as one."""
    return [
        Binding(
            str(tenths),
            f"jump({tenths})",
            "jump",
            show=tenths == 1,
            key_display="1-9",
            id=f"sound.tenth{tenths}",
            tooltip=f"To {tenths} tenths of the sound",
        )
        for tenths in range(1, 10)
    ]


class OneSoundScreen(HearingScreen):
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
        Binding(
            "[",
            "mark('start')",
            "lines",
            key_display="[ ]",
            id="sound.start",
            tooltip="Put the start line here, ] the end line",
        ),
        Binding("]", "mark('stop')", "end line", show=False, id="sound.stop"),
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
        Binding("left", "move(-1)", "move", key_display="← →", id="sound.left", tooltip="Move the cursor"),
        Binding("right", "move(1)", "right", show=False, id="sound.right"),
        Binding("shift+left", f"move(-{_BIG_STEP})", "far left", show=False, id="sound.far_left"),
        Binding("shift+right", f"move({_BIG_STEP})", "far right", show=False, id="sound.far_right"),
        Binding("home,0", "jump(0)", "start", show=False, id="sound.home"),
        Binding("end", "jump(10)", "end", show=False, id="sound.end"),
        *_jump_keys(),
        Binding("+,=", "zoom(1)", "zoom", key_display="+ -", id="sound.closer", tooltip="Closer"),
        Binding("-", "zoom(-1)", "wider", show=False, id="sound.wider", tooltip="Wider"),
    ]

    sound: reactive[Sound | None] = reactive(None, init=False, bindings=True)

    def __init__(self, sound: Sound, *, play: bool = False, problem: StudioError | None = None) -> None:
        super().__init__()
        self.set_reactive(OneSoundScreen.sound, sound)
        self.play_at_once = play
        self.met = problem
        self.teacher_words = ""
        self.hearing_before = False
        self.tidied: Tidied | None = None
        """While the cut ends of the last tidy are shown."""
        self.groups: list[int] = []
        """How many steps each change of this visit made: Z takes a whole change back."""
        self.regroups: list[int] = []

    @property
    def now(self) -> Sound:
        """The sound as stored."""
        assert self.sound is not None
        return self.sound

    @property
    def wave(self) -> Waveform:
        """The picture."""
        return self.query_one(Waveform)

    @property
    def seconds(self) -> float:
        """How long it is now."""
        return self.now.recipe.seconds_after(self.now.seconds)

    def compose_middle(self) -> Iterable[Widget]:
        """Picture, what was done, how good it is."""
        yield Waveform(detailed=True)
        yield Static(id="steps")
        yield Static(id="quality")

    def on_mount(self) -> None:
        """Draw, judge, and play a fresh take."""
        self.show_sound()
        self._check(self.now)
        if self.met is not None:
            self.problem(self.met)
        elif self.play_at_once:
            self.hear(self.now)

    def on_screen_resume(self) -> None:
        """The name may have changed elsewhere."""
        self.sound = self.library.sound(self.now.id)

    # Showing

    def watch_sound(self) -> None:
        """Write the lines anew."""
        self._show_words()

    def show_sound(self) -> None:
        """Draw the sound as it is now, with nothing marked."""
        from studio.ui.pictures import picture_of

        self.tidied = None
        try:
            picture = picture_of(self.library, self.now)
        except StudioError as error:
            self.problem(error)
            return
        self.wave.show(picture, keep_view=True)
        self.wave.markers = (None, None)
        self.wave.cursor = min(self.wave.cursor, picture.length)
        self._show_words()

    def _show_words(self) -> None:
        sound = self.now
        facts = [sound.year or "", sound.by or "", when_words(sound.made, self.studio.clock())]
        kept = "in the bin" if sound.binned else "kept" if sound.kept else "not kept yet"
        facts += [kept, clock(self.seconds, decimals=2)]
        self.title_is(sound.title, " · ".join(fact for fact in facts if fact))
        self.query_one("#steps", Static).update(literal(self._step_words()))

    def _step_words(self) -> str:
        words = self.now.recipe.words(self.now.seconds)
        if not words:
            return "What you did: nothing yet. Press T to tidy it."
        numbered = [f"{number} {phrase}" for number, phrase in enumerate(words, start=1)]
        return "What you did: " + "   ".join(numbered)

    @work(thread=True, group="quality", exclusive=True)
    def _check(self, sound: Sound) -> None:
        from studio.takes import check_sound

        try:
            quality = check_sound(self.library, sound)
        except StudioError as error:
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
        self._back_to_now()
        self.hearing_before = False
        length = self.wave.view.length
        self.hear(self.now, start=self.wave.cursor if self.wave.cursor < length else 0)

    def action_before(self) -> None:
        """Before; pressed again, after."""
        from studio.ui.pictures import picture_of

        self.hearing_before = not self.hearing_before
        if self.hearing_before:
            self.tidied = None
            self.wave.show(picture_of(self.library, self.now, before=True))
            self.say("Before: as it was recorded. Press B for after.")
        else:
            self.show_sound()
            self.say("After: as it is now.")
        self.hear(self.now, before=self.hearing_before)

    def playhead_moved(self, frame: int | None) -> None:
        """Show what sounds; zoomed in, turn the page with it."""
        if frame is not None and self.tidied is not None:
            frame += round(self.tidied.start * self.wave.view.samplerate)
        self.wave.playhead = frame
        if frame is not None:
            self.wave.view = self.wave.view.turned_to(frame)

    # Cursor, lines, zoom

    def action_move(self, columns: int) -> None:
        """Move the cursor by columns of the picture."""
        self._back_to_now()
        self._cursor_to(self.wave.cursor + columns * self.wave.view.step(self.wave.size.width))

    def action_jump(self, tenths: int) -> None:
        """Move the cursor to so many tenths of the sound."""
        self._back_to_now()
        self._cursor_to(self.wave.view.length * tenths // 10)

    def _cursor_to(self, frame: int) -> None:
        self.wave.cursor = max(0, min(frame, self.wave.view.length))
        self.wave.view = self.wave.view.showing(self.wave.cursor)

    def action_mark(self, which: str) -> None:
        """Put a line at the cursor, or at the playhead while it plays."""
        sounding = None if self.hearing_before else self.studio.speaker.position
        self._back_to_now()
        frame = self.wave.cursor if sounding is None else min(sounding, self.wave.view.length)
        start, stop = self.wave.markers
        self.wave.markers = (frame, stop) if which == "start" else (start, frame)
        self.say(
            f"{which.capitalize()} line at {clock(frame / self.wave.view.samplerate, decimals=2)}. C cuts."
        )

    def action_zoom(self, direction: int) -> None:
        """Closer to the cursor, or wider."""
        view = self.wave.view
        self.wave.view = view.closer(self.wave.cursor) if direction > 0 else view.wider(self.wave.cursor)

    def _back_to_now(self) -> None:
        """Leave the pictures of before and of what tidy cut away: lines belong to the sound as it is."""
        if self.hearing_before:
            self.hearing_before = False
            self.hush()
            self.show_sound()
        elif self.tidied is not None:
            self.show_sound()

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
        except StudioError as error:
            self.post_message(ProblemMet(error))
            return
        self.post_message(SoundTidied(sound, found))

    @on(SoundTidied)
    def _show_tidied(self, message: SoundTidied) -> None:
        if message.sound != self.now:
            return
        if message.tidied.sure:
            self._commit_tidied(message.tidied)
        else:
            self._propose_lines(message.tidied)

    def _commit_tidied(self, found: Tidied) -> None:
        from studio.ui.pictures import picture_of

        before, seconds = self.now, self.seconds
        if not self._do(Edit(found.recipe.steps)):
            return
        kept = (round(found.start * before.samplerate), round(found.stop * before.samplerate))
        self.tidied = found
        self.wave.show(picture_of(self.library, before, kept=kept))
        self.wave.markers = kept
        louder_words = ", louder" if found.gain_db >= 0.5 else ", quieter" if found.gain_db <= -0.5 else ""
        self.say(f"{seconds:.1f} s → {self.seconds:.1f} s{louder_words}. Z takes it back.")

    def _propose_lines(self, found: Tidied) -> None:
        self.show_sound()
        rate = self.wave.view.samplerate
        self.wave.markers = (round(found.start * rate), round(found.stop * rate))
        self.wave.cursor = round(found.start * rate)
        self.say(f"Look at my lines. {found.why} Move them with [ and ], then press C.")
        self.hear(self.now, start=round(found.start * rate), stop=round(found.stop * rate))

    def action_cut(self) -> None:
        """Keep what is between the lines."""
        self._back_to_now()
        start, stop = self.wave.markers
        edit = trim(start, stop, self.wave.view.length, self.wave.view.samplerate)
        if edit is None:
            self.problem(
                StudioError("There are no lines to cut to.", "Move with ← and →, then press [ or ].")
            )
        else:
            self._change(edit)

    def action_fade(self, name: str) -> None:
        """A fade at the start or the end."""
        self._change(fade(name, self.now.recipe, self.seconds))

    def action_louder(self) -> None:
        """Louder, to a target."""
        from studio.audio.units import amplitude_to_db
        from studio.takes import rendition

        with rendition(self.library, self.now) as opened:
            peak_dbfs = amplitude_to_db(opened.peak)
        edit = louder(self.now.recipe, peak_dbfs)
        if edit is None:
            self.problem(StudioError("This is as loud as it can be.", "Turn the speakers up instead."))
        else:
            self._change(edit)

    def action_reverse(self) -> None:
        """Play it backwards."""
        from studio.audio.recipe import Step

        self._change(Edit((Step("reverse"),)))

    def _change(self, edit: Edit) -> None:
        """Do it, draw it, say it, play it."""
        if self._do(edit):
            self.show_sound()
            self.say(f"{self._last_words(edit.steps)}. Z takes it back.")

    def _last_words(self, steps: tuple[Step, ...]) -> str:
        words = self.now.recipe.words(self.now.seconds)[-len(steps) :]
        return ", ".join(words)[:1].upper() + ", ".join(words)[1:]

    def _do(self, edit: Edit) -> bool:
        from studio.takes import do, undo

        try:
            sound = self.now
            for _ in range(edit.take_back):
                sound = undo(self.library, sound)
            sound = do(self.library, sound, *edit.steps)
        except StudioError as error:
            self.problem(error)
            return False
        if edit.take_back == 0 or not self.groups:
            self.groups.append(len(edit.steps))
        self.regroups.clear()
        self._became(sound)
        return True

    def _became(self, sound: Sound) -> None:
        self.sound = sound
        self.hearing_before = False
        self._check(sound)
        last = sound.recipe.steps[-1] if sound.recipe.steps else None
        # After a fade at the end one wants to hear the end, with a little of what leads into it.
        heard = (
            last.values[0] + _LEAD_IN_SECONDS
            if last is not None and last.name == "fade-out"
            else self.seconds
        )
        self.hear(sound, start=max(0, round((self.seconds - heard) * sound.samplerate)))

    def action_undo(self) -> None:
        """Take the last change back; or take the sound out of the bin."""
        from studio.takes import unbin, undo

        if self.now.binned:
            self.sound = unbin(self.library, self.now)
            self.say("Out of the bin.")
            return
        size = self.groups.pop() if self.groups else 1
        self.regroups.append(size)
        sound = self.now
        for _ in range(size):
            sound = undo(self.library, sound)
        self._became(sound)
        self.show_sound()
        self.say("Taken back. Y does it again.")

    def action_redo(self) -> None:
        """Do again what was taken back."""
        from studio.takes import redo

        size = self.regroups.pop() if self.regroups else 1
        self.groups.append(size)
        sound = self.now
        for _ in range(size):
            sound = redo(self.library, sound)
        self._became(sound)
        self.show_sound()
        self.say("Done again.")

    # Keeping

    def action_keep(self) -> None:
        """Keep it; a fresh take is asked for its name, once."""
        if self.now.kept:
            self.say("It is kept already, with every change.")
        else:
            self.ask("What is it called?", self._keep_as, value=self.now.title)

    def _keep_as(self, title: str) -> None:
        from studio.takes import keep

        self.refocus()
        self.sound = keep(self.library, self.now, title or None)
        self.say("Kept. It is in My sounds.")

    def action_rename(self) -> None:
        """Another name."""
        self.ask("What is it called?", self._rename_to, value=self.now.title)

    def _rename_to(self, title: str) -> None:
        from studio.takes import rename

        self.refocus()
        if title:
            self.sound = rename(self.library, self.now, title)
            self.say("It has its new name.")

    def action_bin(self) -> None:
        """Put it in the bin."""
        from studio.takes import bin_sound

        self.hush()
        self.sound = bin_sound(self.library, self.now)
        self.say("In the bin. Press Z to take it out again.")

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
