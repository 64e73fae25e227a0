"""The edit clinic: recordings broken on purpose, each with its card, to examine and to mend."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from studio.clinic import Patient, admit, patients, ward
from studio.ui.clinic_words import answer, card, patient_line
from studio.ui.faults import FAULTS
from studio.ui.messages import ProblemMet, ProgressMade
from studio.ui.read_in_thread import read_in_thread
from studio.ui.screens.hearing import HearingScreen
from studio.ui.widgets.long_list import LongList
from studio.ui.widgets.paper_words import PaperWords

if TYPE_CHECKING:
    from evidence.sound import Sound

_HEAR = "Look at it and listen first. T, for adults, tells what is wrong."


class WardRead(Message):
    """Who is in, in the order of the cards."""

    def __init__(self, sounds: tuple[Sound | None, ...], *, were_brought: bool = False) -> None:
        super().__init__()
        self.sounds = sounds
        self.were_brought = were_brought


class ClinicScreen(HearingScreen):
    """The patients above, the card of the marked one below; what is wrong is for adults to tell."""

    HELP_PAGE: ClassVar[str] = "clinic"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "treat", "mend it", key_display="Enter", id="clinic.treat", tooltip="Open the sound"
        ),
        Binding(
            "space", "play", "hear it", key_display="Space", id="clinic.play", tooltip="Hear it, or stop"
        ),
        Binding(
            "1", "mark(1)", "choose", key_display="1-9", id="clinic.1", tooltip="The patient of a number"
        ),
        *(
            Binding(str(number), f"mark({number})", "choose", show=False, id=f"clinic.{number}")
            for number in range(2, 10)
        ),
        Binding("t", "tell", "what is wrong", id="clinic.tell", tooltip="For adults: what is wrong with it"),
        Binding("p", "cards", "cards to print", id="clinic.cards", tooltip="For adults: cards to write on"),
    ]

    sounds: reactive[tuple[Sound | None, ...]] = reactive((), init=False, bindings=True)
    """One for each card, once they are read."""
    bringing: reactive[bool] = reactive(False, init=False, bindings=True)
    told: reactive[bool] = reactive(False, init=False)
    """Whether the card says what is wrong."""

    def compose_middle(self) -> Iterable[Widget]:
        """The patients, and the card."""
        yield LongList(id="patients")
        with VerticalScroll(id="card", can_focus=False):
            yield PaperWords(id="words")

    def on_mount(self) -> None:
        """The list has the keys."""
        self.title_is("The edit clinic")
        self.listing.show(len(patients()), self._line)
        self.show_card()
        self.refocus()

    @property
    def listing(self) -> LongList:
        """The patients."""
        return self.query_one("#patients", LongList)

    @property
    def patient(self) -> Patient:
        """The marked one."""
        return patients()[self.listing.marked]

    @property
    def sound(self) -> Sound | None:
        """The sound of the marked one."""
        return self.sounds[self.listing.marked] if self.sounds else None

    def refocus(self) -> None:
        """The list has the keys."""
        self.listing.focus()

    def read_library(self) -> None:
        """Look who is in, and how far each of them is."""
        self._read()

    @read_in_thread
    def _read(self) -> Message:
        return WardRead(ward(self.library))

    @work(thread=True, group="admit", exclusive=True)
    def _bring(self) -> None:
        try:
            found = admit(self.library, progress=self._come_in)
        except FAULTS as error:
            self.post_message(ProblemMet(error))
            return
        self.post_message(WardRead(found, were_brought=True))

    def _come_in(self, share: float) -> None:
        self.post_message(ProgressMade(share))

    @on(WardRead)
    def _ward_read(self, message: WardRead) -> None:
        self.sounds = message.sounds
        if message.were_brought:
            self.bringing = False
            self.say(_HEAR)
        self._word_keys()
        self.listing.refresh()

    @on(ProgressMade)
    def _say_progress(self, message: ProgressMade) -> None:
        if self.bringing:
            self.say(f"They are coming in: {message.share:.0%}.")

    @on(ProblemMet)
    def _not_brought(self) -> None:
        self.bringing = False

    def _line(self, line: int, width: int) -> Content:
        sound = self.sounds[line] if self.sounds else None
        return patient_line(line + 1, patients()[line], sound, width)

    def _word_keys(self) -> None:
        self.key_words = {
            "clinic.treat": "mend it" if self.sound is not None else "bring them in",
            "clinic.tell": "its card" if self.told else "what is wrong",
        }
        self.refresh_bindings()

    @on(LongList.Moved)
    def _moved(self) -> None:
        self.hush()
        self.say("")
        self.told = False
        self.show_card()

    def watch_told(self) -> None:
        """The other side of the card."""
        self.show_card()

    def show_card(self) -> None:
        """What the patient says and what to try; or what is wrong."""
        side = answer(self.patient) if self.told else card(self.patient)
        self.query_one(PaperWords).blocks = side
        self.query_one("#card").scroll_home(animate=False)
        self._word_keys()

    def action_mark(self, number: int) -> None:
        """The patient of a number."""
        if number <= len(patients()):
            self.listing.marked = number - 1

    @on(LongList.Clicked)
    def action_treat(self) -> None:
        """Open the marked one; before that, bring them in."""
        self.hush()
        if self.sound is not None:
            self.studio.open_sound(self.sound)
        elif not self.bringing:
            self.bringing = True
            self._bring()

    def action_play(self) -> None:
        """Hear the marked one, or stop."""
        if self.is_hearing:
            self.hush()
        elif self.sound is not None:
            self.hear(self.sound)

    def action_tell(self) -> None:
        """The other side of the card, which an adult may see, and turn back."""
        if self.told:
            self.told = False
        else:
            self.studio.door.pass_through(self, self._tell)

    def _tell(self) -> None:
        self.told = True

    def action_cards(self) -> None:
        """Cards on paper."""
        self.studio.door.pass_through(self, self._open_cards)

    def _open_cards(self) -> None:
        from studio.ui.screens.sounds.clinic_cards import ClinicCardsScreen

        self.hush()
        self.app.push_screen(ClinicCardsScreen())

    def can_do(self, action: str) -> bool:
        """Nothing is heard before it is here."""
        if action == "play":
            return self.sound is not None
        return action != "treat" or not self.bringing
