"""What the youngest see: six giant keys and one sound. Nothing is typed, and everything is kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from lessons.soundboard.boards import Boards
from lessons.soundboard.faces import CHANGE, NEXT, PLAY, RECORD, Face, LittleKey, shipped_faces
from studio.little import keep_little, little_sounds, turn_into
from studio.ui.faults import FAULTS
from studio.ui.messages import ProblemMet
from studio.ui.screens.little.pressing import PRESSING_KEYS, PressingScreen
from studio.ui.widgets.waveform import Waveform

if TYPE_CHECKING:
    from evidence.sound import Sound
    from studio.audio.live.take_file import FinishedTake
    from studio.audio.recipe import Step
    from studio.ui.widgets.picture import Picture

_FIRST = "Press 1 and say moo. Press 1 again, and hear your cow."


class SoundTurned(Message):
    """A sound is a mouse now, or backwards, or itself again."""

    def __init__(self, sound: Sound) -> None:
        super().__init__()
        self.sound = sound


class SoundDrawn(Message):
    """The picture of a sound is ready, or there can be none."""

    def __init__(self, sound: Sound, picture: Picture | None) -> None:
        super().__init__()
        self.sound = sound
        self.picture = picture


class LittleScreen(PressingScreen):
    """One key, one thing, and you hear it."""

    HELP_PAGE: ClassVar[str] = "little"
    BINDINGS: ClassVar[list[BindingType]] = [
        *PRESSING_KEYS,
        Binding("left", "step(-1)", "sound", key_display="← →", id="little.back", tooltip="A newer sound"),
        Binding("right", "step(1)", "older sound", show=False, id="little.on"),
        Binding("z", "undo", "undo", id="little.undo", tooltip="Take the last change of this sound back"),
        Binding("x,delete", "bin", "bin", key_display="X", id="little.bin", tooltip="Z takes it out again"),
        Binding("b", "buttons", "sound buttons", id="little.buttons", tooltip="A sound on each key"),
    ]

    key_words = MappingProxyType({"buttons.1": "press", "buttons.choose": "press"})

    sound: reactive[Sound | None] = reactive(None, init=False, bindings=True)
    binned: reactive[Sound | None] = reactive(None, init=False, bindings=True)
    """The sound that went into the bin last, until another is chosen."""
    turning = False
    """Whether a change is being worked out; until then no other is begun."""

    def compose_middle(self) -> Iterable[Widget]:
        """The sound above, the keys below."""
        yield Waveform(id="picture")
        yield from super().compose_middle()

    def faces(self) -> Sequence[Face]:
        """What is on the keys."""
        return [key.face for key in self._keys]

    @property
    def _keys(self) -> tuple[LittleKey, ...]:
        return shipped_faces().little

    def read_library(self) -> None:
        """The newest sound, unless one is here already."""
        keys = self._keys
        board = replace(Boards(self.library).ready(), many=len(keys), big_words=False)
        self.there = little_sounds(self.library)
        ids = [sound.id for sound in self.there]
        here = self.sound.id if self.sound is not None else ""
        self.sound = self.there[ids.index(here) if here in ids else 0] if self.there else None
        self.show_buttons(board, [key.face.called for key in keys])
        self._show_sound()

    def _show_sound(self) -> None:
        sound = self.sound
        self.title_is(sound.title if sound is not None else "Make a sound", self._whose_turn())
        picture = self.query_one("#picture", Waveform)
        if sound is None:
            picture.show(None)
            self.say(_FIRST)
        else:
            self._draw(sound)

    @work(thread=True, group="picture", exclusive=True)
    def _draw(self, sound: Sound) -> None:
        from studio.takes import rendition  # loads NumPy
        from studio.ui.pictures import drawn

        picture = None
        try:
            picture = drawn(rendition(self.library, sound), slow=True)
        except FAULTS as error:
            self.post_message(ProblemMet(error))
        if not self.post_message(SoundDrawn(sound, picture)) and picture is not None:
            picture.close()  # nobody looks any more

    @on(SoundDrawn)
    def _drawn(self, message: SoundDrawn) -> None:
        if message.sound == self.sound:
            self.query_one("#picture", Waveform).show(message.picture)
        elif message.picture is not None:
            message.picture.close()

    def _whose_turn(self) -> str:
        if self.sound is None:
            return ""
        return f"{self.there.index(self.sound) + 1} of {len(self.there)}"

    # What the keys do

    def press_marked(self) -> None:
        """Do what the marked key does."""
        key = self._keys[self.at]
        self.rest_buttons()
        if key.does == RECORD:
            self.begin_taking()
        elif self.sound is None:
            self.say(_FIRST)
        elif key.does == NEXT:
            self.action_step(1)
        elif key.does == PLAY:
            self._hear()
        elif key.does == CHANGE and key.step is not None and not self.turning:
            self.turning = True
            self._turn(self.sound, key.step)

    @work(thread=True, group="turning")
    def _turn(self, sound: Sound, step: Step) -> None:
        try:
            changed = turn_into(self.library, sound, step)
        except FAULTS as error:
            self.post_message(ProblemMet(error))
            return
        self.post_message(SoundTurned(changed))

    @on(SoundTurned)
    def _turned(self, message: SoundTurned) -> None:
        self.turning = False
        self._show(message.sound)

    @on(ProblemMet)
    def _not_turned(self) -> None:
        self.turning = False

    def _hear(self) -> None:
        if self.sound is not None:
            self.say("")
            self.hear_from(self.at, self.sound)

    def _show(self, sound: Sound) -> None:
        """Show a sound as it is now, and play it."""
        self.binned = None
        self.sound = sound
        self.read_library()
        self._hear()

    def action_step(self, by: int) -> None:
        """Another sound, round and round; it plays."""
        if self.sound is not None:
            at = self.there.index(self.sound)
            self._show(self.there[(at + by) % len(self.there)])

    def playhead_moved(self, frame: int | None) -> None:
        """In the picture, too."""
        super().playhead_moved(frame)
        self.query_one("#picture", Waveform).playhead = frame

    def heard(self, words: str) -> None:
        """Over the key that records."""
        self.marked.heard = words

    def keep(self, take: FinishedTake) -> Sound:
        """At once, with a name of the program."""
        return keep_little(self.library, take)

    def kept(self, sound: Sound) -> None:
        """Hear it."""
        self._show(sound)

    def action_undo(self) -> None:
        """Out of the bin, or the last change back."""
        from studio.takes import unbin, undo

        if self.binned is not None:
            self._show(unbin(self.library, self.binned))
        elif self.sound is not None:
            self._show(undo(self.library, self.sound))

    def action_bin(self) -> None:
        """Into the bin."""
        from studio.takes import bin_sound

        if self.sound is not None:
            self.action_quiet()
            self.binned = bin_sound(self.library, self.sound)
            self.read_library()
            self.say("In the bin. Press Z to take it out again.")

    def action_buttons(self) -> None:
        """Giant keys with a sound on each."""
        self.action_quiet()
        self.studio.open_place("buttons")

    def can_do(self, action: str) -> bool:
        """The arrows go from sound to sound here."""
        some = self.sound is not None
        allowed = {
            "move": False,
            "step": some and len(self.there) > 1,
            "undo": self.binned is not None or (self.sound is not None and self.sound.recipe.can_undo),
            "bin": some,
        }
        return super().can_do(action) and allowed.get(action, True)
