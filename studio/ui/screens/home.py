"""Home: what one can do here, and the last sound."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from studio.ui.faults import FAULTS
from studio.ui.messages import Counted, ProblemMet
from studio.ui.places import PUPILS_PLACES
from studio.ui.screens.left_behind import LeftBehindScreen
from studio.ui.screens.sized import SIZE_KEYS, SizedScreen
from studio.ui.text import literal, when_words
from studio.ui.widgets.listing import Listing
from studio.ui.widgets.waveform import Waveform
from studio.wording import clock

if TYPE_CHECKING:
    from evidence.sound import Sound


class HomeScreen(LeftBehindScreen, SizedScreen):
    """The first thing one sees; digits choose."""

    HELP_PAGE = "home"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "1", "go_to(1)", "choose", key_display="1-9", id="home.1", tooltip="Open the place of a number"
        ),
        *(
            Binding(str(number), f"go_to({number})", "choose", show=False, id=f"home.{number}")
            for number in range(2, 10)
        ),
        Binding(
            "enter", "choose", "open", key_display="Enter", id="home.choose", tooltip="Open the marked place"
        ),
        Binding(
            "space",
            "play_last",
            "play last",
            key_display="Space",
            id="home.play",
            tooltip="Hear the last sound",
        ),
        Binding("o", "open_last", "open last", id="home.open", tooltip="Open the last sound"),
        Binding(
            "n", "school", "name the school", id="home.school", tooltip="It stands on screens and bundles"
        ),
        Binding(
            "a", "adults", "adults", id="home.adults", tooltip="Adults' places: open or lock, set the PIN"
        ),
        Binding("t", "tools", "tools", id="home.tools", tooltip="Rhythm, buttons, tuner, films and more"),
        *SIZE_KEYS,
        Binding("q", "app.quit", "leave", id="home.quit", tooltip="Close the program; everything is kept"),
    ]

    last: Sound | None = None
    counted: Counted | None = None

    def compose_middle(self) -> Iterable[Widget]:
        """The choices, then the last sound."""
        yield Listing(id="choices")
        with Vertical(id="last"):
            yield Static(id="last-words")
            yield Waveform(id="last-wave")

    def on_mount(self) -> None:
        """Say where we are."""
        self.title_is("Soundingboard")
        self.open_for_the_youngest()

    def read_library(self) -> None:
        """Show how things stand now."""
        self.title_is("Soundingboard", self.whose())
        self.word_size_key()
        self.show_choices()
        self._count()
        # It loads NumPy, so not before the first frame is out.
        self.call_after_refresh(self.look_for_left_behind)

    @work(thread=True, group="counting", exclusive=True)
    def _count(self) -> None:
        from lessons.desk.today import of_places  # brings the club and all else, after the first frame

        try:
            sounds = [sound for sound in self.library.sounds() if not sound.binned]
            entries = len(self.library.entries())
            room = of_places(self.library)
        except FAULTS as error:
            self.post_message(ProblemMet(error))
            return
        last = max(sounds, key=lambda sound: (sound.made, sound.id), default=None)
        self.post_message(Counted(len(sounds), sum(not sound.kept for sound in sounds), entries, last, room))

    @on(Counted)
    def _show_counted(self, message: Counted) -> None:
        self.counted, self.last = message, message.last
        self.show_choices()
        self._show_last()
        self.refresh_bindings()

    def show_left_behind(self) -> None:
        """The first of them, above the places."""
        self.show_choices()

    def show_choices(self) -> None:
        """The list, with what waits in each place."""
        choices = self.query_one("#choices", Listing)
        marked = choices.highlighted
        choices.clear_options()
        for take in self.left_behind[:1]:
            found = f"We saved a recording from {when_words(take.started, self.studio.clock())}."
            choices.add_option(Option(Content.assemble("●  ", found, ("  Enter keeps it.", "bold")), "left"))
        words = self._words()
        for number, (place, name, usual) in enumerate(_PLACES, start=1):
            if self.studio.has_place(place):
                line = Content.assemble(
                    (f"{number}  ", "bold"), (f"{name:<16}", "bold"), literal(words.get(place, usual))
                )
                choices.add_option(Option(line, place))
        choices.highlighted = (
            0 if self.left_behind or marked is None else min(marked, choices.option_count - 1)
        )
        if not self.is_asking:  # the count may come while somebody types the PIN
            choices.focus()

    def _words(self) -> dict[str, str]:
        """What there is to say about places now, instead of what they are for."""
        words = self.counted.words() if self.counted else {}
        if self.studio.door.is_locked:
            words |= {place: "for adults" for place, _, _ in _PLACES if place not in PUPILS_PLACES}
        return words

    def _show_last(self) -> None:
        words, wave = self.query_one("#last-words", Static), self.query_one(Waveform)
        self.query_one("#last").set_class(self.last is None, "-empty")
        if self.last is None:
            words.update(Content("No sounds yet. Press 1 to make the first one."))
            return
        seconds = self.last.recipe.seconds_after(self.last.seconds)
        title = literal(self.last.title, "bold").truncate(max(10, self.size.width - 30), ellipsis=True)
        words.update(Content.assemble("Last: ", title, f"   {clock(seconds)}"))
        # Drawing needs NumPy: after the first frame, so that the keys are there at once.
        wave.call_after_refresh(self._draw_last, self.last)

    def _draw_last(self, sound: Sound) -> None:
        from studio.ui.pictures import picture_of

        try:
            self.query_one(Waveform).show(picture_of(self.library, sound))
        except FAULTS as error:
            self.problem(error)

    def playhead_moved(self, frame: int | None) -> None:
        """Show what sounds."""
        self.query_one(Waveform).playhead = frame

    def can_do(self, action: str) -> bool:
        """Playing needs a sound, a school is named once, and there is nothing to go back to."""
        if action == "school":
            return not self.library.school and not self.studio.door.is_locked
        if action in ("play_last", "open_last"):
            return self.last is not None
        return action != "back"

    def refocus(self) -> None:
        """The choices have the keys."""
        self.query_one("#choices").focus()

    def action_choose(self) -> None:
        """Open what the list stands on."""
        self.query_one("#choices", Listing).action_select()

    def action_tools(self) -> None:
        """What else one can do with sounds."""
        self.studio.open_place("tools")

    def action_go_to(self, number: int) -> None:
        """Open the place of a number."""
        if self.studio.has_place(place := _PLACES[number - 1][0]):
            self._go(place)

    def _go(self, place: str) -> None:
        self.hush()
        self.studio.open_place(place)

    @on(OptionList.OptionSelected, "#choices")
    def _chosen(self, message: OptionList.OptionSelected) -> None:
        if message.option_id == "left":
            self.recover(self.left_behind[0])
        elif message.option_id is not None:
            self._go(message.option_id)

    def action_play_last(self) -> None:
        """Hear the last sound, or stop."""
        if self.is_hearing:
            self.hush()
        elif self.last is not None:
            self.hear(self.last)

    def action_open_last(self) -> None:
        """Open the last sound."""
        if self.last is not None:
            self.hush()
            self.studio.open_sound(self.last)

    def action_adults(self) -> None:
        """Set the PIN, open adults' places with it, or lock them."""
        door = self.studio.door
        if not self.library.adults.has_pin:
            door.set_pin(self, self._opened)
        elif door.is_locked:
            door.pass_through(self, self._opened)
        else:
            door.lock()

    def _opened(self) -> None:
        self.show_choices()
        self.say("Adult mode. It ends after five minutes without a key; A locks it now.")

    def action_school(self) -> None:
        """Ask for the school's name."""
        self.ask("What is the school called?", self._name_school)

    def _name_school(self, name: str) -> None:
        if name:
            self.library.rename_school(name)
            self.title_is("Soundingboard", self.whose())
            self.refresh_bindings()
            self.say("It has its name. To change it, or to choose its colours: 9, then 7.")


_PLACES = (
    ("record", "Record", "make a new sound"),
    ("my_sounds", "My sounds", ""),
    ("club", "Club", "sessions, register, pairs"),
    ("competition", "Competition", "enter, judge, announce"),
    ("assembly", "Assembly", "set up, mend, pack down"),
    ("quality_mark", "Quality Mark", "what we can show, and the gaps"),
    ("lessons", "Lessons", "plans to teach from tonight"),
    ("today", "Today", "what needs an adult now"),
    ("office", "Office", "people, papers, backup"),
)
"""Place, its name, and what is said of it while there is nothing better to say."""
