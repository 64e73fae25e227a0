"""Give it to PowerPoint: sounds as slides that play, as a folder of files, or in Audacity."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import OptionList, Static

from evidence.safety.channels import channels
from studio.ui.free_name import free_name
from studio.ui.read_in_thread import read_in_thread
from studio.ui.screens.long_job import Progress
from studio.ui.screens.writing import KindsScreen
from studio.ui.text import cut_to, literal
from studio.wording import count

if TYPE_CHECKING:
    from evidence.safety.sound_gate import HeldSound
    from evidence.sound import Sound

_KINDS = (
    ("slides", "Slides for PowerPoint", "One slide a sound. A click on its picture plays it.", ".pptx"),
    ("mp3", "A folder of MP3 files", "Small files that every program plays.", ""),
    ("wav", "A folder of WAV files", "Large files, with nothing left out.", ""),
    ("page", "A showcase page", "One page that plays every piece, in any browser.", ".html"),
    ("programme", "A programme sheet", "A PDF for the audience: pieces, makers, lengths, thanks.", ".pdf"),
    ("audacity", "Open in Audacity", "A copy of the first sound. Bring the file in again later.", ""),
)
_TITLE_WIDTH = 40
_SHOWN = 3


class HeldFound(Message):
    """Which of the sounds may not go where they are wanted."""

    def __init__(self, channel: str, held: tuple[HeldSound, ...]) -> None:
        super().__init__()
        self.channel = channel
        self.held = held


class GiveScreen(KindsScreen):
    """Enter makes the marked kind of the sounds that were chosen."""

    HELP_PAGE = "give"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "write", "make it", key_display="Enter", id="give.write", tooltip="Make the files"),
        Binding("c", "channel", "who hears it", id="give.channel", tooltip="The class, the website ..."),
        Binding("l", "level", "equally loud", id="give.level", tooltip="All as loud, or as they are"),
        Binding("o", "leave_out", "leave them out", id="give.leave_out", tooltip="Those that must stay"),
        Binding("w", "where", "where to", id="give.where", tooltip="Another folder, or a USB stick"),
        Binding("escape", "stop", "stop", key_display="Esc", id="give.stop", tooltip="Make nothing"),
        Binding("escape", "back", "back", key_display="Esc", id="back", tooltip="Go back; nothing is lost"),
    ]

    channel: reactive[str] = reactive("class", init=False)
    level: reactive[bool] = reactive(True, init=False)
    leaves_out: reactive[bool] = reactive(False, init=False)
    held: reactive[tuple[HeldSound, ...]] = reactive((), init=False, bindings=True)

    def __init__(self, sounds: tuple[Sound, ...]) -> None:
        super().__init__()
        self.sounds = sounds

    def on_mount(self) -> None:
        """The list has the keys."""
        title = self.sounds[0].title if len(self.sounds) == 1 else count(len(self.sounds), "sound")
        self.title_is(f"Give away: {cut_to(title, _TITLE_WIDTH).rstrip()}")
        self.offer(title for _, title, _, _ in _KINDS)
        self.look_for_held(self.channel)

    @read_in_thread
    def look_for_held(self, channel: str) -> Message:
        """Ask what people said, for a channel."""
        from evidence.safety.sound_gate import held_sounds

        return HeldFound(channel, held_sounds(self.library, self.sounds, channel))

    @on(HeldFound)
    def _held_found(self, message: HeldFound) -> None:
        if message.channel == self.channel:
            self.held = message.held
            self.show_about()

    @property
    def kind(self) -> str:
        """The marked kind."""
        return _KINDS[self.marked][0]

    def out_path(self) -> Path:
        """What will be made: the day, and a number when that is there already."""
        stem = f"sounds-{self.studio.clock().date().isoformat()}"
        return free_name(self.folder, stem, _KINDS[self.marked][3])

    @on(OptionList.OptionHighlighted, "#kinds")
    def show_about(self) -> None:
        """Say what it will be, for whom, and what must stay."""
        way = next(each for each in channels() if each.id == self.channel)
        loud = "All equally loud." if self.level else "As loud as each is."
        lines = [_KINDS[self.marked][2], f"For {way.title}. {loud}"]
        for each in self.held[:_SHOWN]:
            lines.append(f"“{cut_to(each.sound.title, _TITLE_WIDTH).rstrip()}” must stay: {each.reason}")
        if len(self.held) > _SHOWN:
            lines.append(f"And {len(self.held) - _SHOWN} more.")
        if self.held:
            lines.append("They are left out." if self.leaves_out else "O leaves them out.")
        elif self.kind != "audacity":
            lines.append(f"It will be: {self.out_path()}")
        self.query_one("#about", Static).update(Content("\n").join(map(literal, lines)))

    @on(OptionList.OptionSelected, "#kinds")
    def action_write(self) -> None:
        """Make it, in a thread."""
        job = self._open_in_audacity if self.kind == "audacity" else self._job(self.kind, self.out_path())
        self.begin("Making it. Esc stops it.", job)

    def _job(self, kind: str, out: Path) -> Callable[[Progress], str]:
        channel, level, leave_out = self.channel, self.level, self.leaves_out

        def job(progress: Progress) -> str:
            from studio.giving.chosen import choose
            from studio.giving.folder import give_folder
            from studio.giving.showcase import give_programme, give_showcase
            from studio.giving.slides import give_slides

            chosen = choose(self.library, self.sounds, to=channel, leave_out=leave_out)
            out.parent.mkdir(exist_ok=True)
            match kind:
                case "slides":
                    give_slides(self.library, chosen, out, level=level, progress=progress)
                case "page":
                    give_showcase(self.library, chosen, out, level=level, progress=progress)
                case "programme":
                    give_programme(self.library, chosen, out)
                case _:
                    give_folder(self.library, chosen, out, kind=f".{kind}", level=level, progress=progress)
            return " ".join((f"Made: {out}.", *chosen.remarks))

        return job

    def _open_in_audacity(self, progress: Progress) -> str:
        from studio.giving.audacity import open_in_audacity

        copy = open_in_audacity(self.library, self.sounds[0])
        return f"It opens in Audacity. Save it there; I in My sounds brings it in: {copy.name}."

    def action_channel(self) -> None:
        """Who will hear it: the next channel."""
        ways = [each.id for each in channels()]
        self.channel = ways[(ways.index(self.channel) + 1) % len(ways)]
        self.leaves_out = False
        self.look_for_held(self.channel)

    def action_level(self) -> None:
        """All equally loud, or each as it is."""
        self.level = not self.level
        self.show_about()

    def action_leave_out(self) -> None:
        """Leave out what must stay, or do not."""
        self.leaves_out = not self.leaves_out
        self.show_about()

    def can_do(self, action: str) -> bool:
        """Nothing but stopping and help while it is made."""
        if action == "stop":
            return self.busy
        if action == "leave_out":
            return bool(self.held) and not self.busy
        return super().can_do(action)
