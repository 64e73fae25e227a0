"""One sound: hear it, shape it, keep it. Every change plays itself, and Z takes it back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from studio.errors import StudioError
from studio.ui.screens.sounds.before import BeforeScreen
from studio.ui.screens.sounds.beginnings import BEGINNING_KEYS
from studio.ui.screens.sounds.lines import LINE_KEYS, PART_KEYS
from studio.ui.screens.sounds.wave import CURSOR_KEYS
from studio.ui.whose import ask_whose
from studio.ui.widgets.progress_line import ProgressLine
from studio.ui.widgets.steps_done import StepsDone
from studio.ui.widgets.waveform import Waveform

if TYPE_CHECKING:
    from evidence.sound import Sound

ABOUT_KEYS = (
    Binding("r", "reverse", "backwards", show=False, id="sound.reverse", tooltip="Play it backwards"),
    Binding("n", "rename", "name", show=False, id="sound.rename", tooltip="Give it another name"),
    Binding(
        "g", "whose", "whose", show=False, id="sound.whose", tooltip="Its year group, or its maker's code"
    ),
    Binding(
        "w", "why", "why", show=False, id="sound.why", tooltip="The figures behind the sentence, for adults"
    ),
    Binding(
        "q", "alike", "alike", show=False, id="sound.alike", tooltip="B plays before and after equally loud"
    ),
)
"""Keys that the line of keys has no room for; the page of all others says them."""
_CHANGING = frozenset(
    (
        *("tidy", "mark", "cut", "fade", "louder", "reverse", "change", "steps", "more"),
        *("keep", "rename", "whose", "bin", "evidence", "give"),
    )
)


class OneSoundScreen(BeforeScreen):
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
        Binding("x", "change", "change", id="sound.change", tooltip="Higher, faster, a robot, an echo"),
        Binding("s", "steps", "steps", id="sound.steps", tooltip="What was done: take one out, move it"),
        Binding("v", "listen", "listen", id="sound.listen", tooltip="What is in it: notes, beat, picture"),
        Binding("b", "before", "before", id="sound.before", tooltip="Hear it as it was, and again as it is"),
        Binding("z", "undo", "undo", id="sound.undo", tooltip="Take the last change back"),
        Binding("y", "redo", "redo", id="sound.redo", tooltip="Do it again"),
        Binding("k", "keep", "keep", id="sound.keep", tooltip="Keep it, under a name"),
        Binding("d,delete", "bin", "bin", key_display="D", id="sound.bin", tooltip="Z takes it out again"),
        Binding("e", "evidence", "evidence", id="sound.evidence", tooltip="Write down what it shows"),
        Binding("p", "give", "give", id="sound.give", tooltip="To slides, to a folder, to Audacity"),
        Binding("m", "more", "more", id="sound.more", tooltip="All the other keys, and more edits"),
        *CURSOR_KEYS,
        *PART_KEYS,
        *BEGINNING_KEYS,
        *ABOUT_KEYS,
    ]

    def __init__(self, sound: Sound, *, play: bool = False, problem: StudioError | None = None) -> None:
        super().__init__(sound)
        self.play_at_once = play
        self.met = problem
        """What ended the recording early, to be said first."""

    def compose_middle(self) -> Iterable[Widget]:
        """Picture, what was done, how good it is."""
        yield Waveform(detailed=True)
        yield Static(id="place")
        yield ProgressLine()
        yield StepsDone(id="steps")
        yield Static(id="quality")

    def on_mount(self) -> None:
        """Draw, judge, and play a fresh take."""
        self.show_now()
        self.check(self.now)
        if self.met is not None:
            self.problem(self.met)
        elif self.play_at_once:
            self.hear(self.now)

    def read_library(self) -> None:
        """Another screen may have changed how it sounds: then it is judged anew."""
        # What the picture shows: on a page of the same bench the sound itself is changed already.
        heard = self.now.recipe if self._shows is None else self._shows[0]
        super().read_library()
        if self.now.recipe != heard:
            self.say("")  # what was said before is about another sound
            self.check(self.now)

    # Playing

    def action_more(self) -> None:
        """All the other keys, and more edits."""
        from studio.ui.screens.sounds.more import MoreScreen

        self.go_to(MoreScreen(self.bench))

    def action_change(self) -> None:
        """Play with it: higher, faster, a robot."""
        from studio.ui.screens.sounds.change import ChangeScreen

        self.go_to(ChangeScreen(self.now))

    def action_steps(self) -> None:
        """What was done to it, step by step."""
        from studio.ui.screens.sounds.steps import StepsScreen

        self.go_to(StepsScreen(self.now))

    def action_listen(self) -> None:
        """What is in it."""
        from studio.ui.screens.sounds.listen import ListenScreen

        self.go_to(ListenScreen(self.now))

    def action_give(self) -> None:
        """Give it away."""
        from studio.ui.screens.sounds.give import GiveScreen

        self.go_to(GiveScreen((self.now,)))

    # Keeping

    def action_keep(self) -> None:
        """Keep it; a fresh take is asked for its name, once."""
        if self.now.kept:
            self.say("It is kept already, with every change.")
        else:
            self.ask("What is it called?", self._keep_as, value=self.now.title)

    def _keep_as(self, title: str) -> None:
        from studio.takes import keep

        self.stored(keep(self.library, self.now, title or None), "Kept. It is in My sounds.")

    def action_rename(self) -> None:
        """Another name."""
        self.ask("What is it called?", self._rename_to, value=self.now.title)

    def _rename_to(self, title: str) -> None:
        from studio.takes import rename

        if title:
            self.stored(rename(self.library, self.now, title), "It has its new name.")
        else:
            self.say("A name needs a letter, so the old one stays.")

    def action_whose(self) -> None:
        """Say whose it is: what a year group made can be evidence."""
        ask_whose(self, self.now, lambda sound: self.stored(sound, ""))

    def action_bin(self) -> None:
        """Put it in the bin."""
        from studio.takes import bin_sound

        self.hush()
        self.stored(bin_sound(self.library, self.now), "In the bin. Press Z to take it out again.")

    def action_evidence(self) -> None:
        """Write down what this sound shows."""
        self.hush()
        self.studio.open_make_evidence(sound=self.now)

    def can_do(self, action: str) -> bool:
        """A binned sound can only be looked at, heard and taken out."""
        if self.now.binned:
            return action not in _CHANGING and action != "redo"
        return super().can_do(action)
