"""Releases: who may be heard where, one row a person, one column a channel."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from studio.errors import StudioError
from studio.ui.screens.listed import ListedScreen
from studio.ui.text import cut_to, literal
from studio.ui.widgets.long_list import LongList
from studio.wording import count, date_in_words

if TYPE_CHECKING:
    from evidence.safety.channels import Channel
    from evidence.safety.gate import Release, Rule
    from evidence.safety.releases import Releases

_SUBJECT, _CELL = 17, 10
_GRANTED = {"yes": "yes, unless somebody says no", "ask": "no, until somebody says yes"}


class ReleasesScreen(ListedScreen):
    """What stands for everybody; Y, N and K decide, Z takes it back."""

    HELP_PAGE = "releases"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", "channel", key_display="← →", id="releases.left", tooltip="Channel"),
        Binding("right", "move(1)", "right", show=False, id="releases.right"),
        Binding("y", "answer('yes')", "yes", id="releases.yes", tooltip="They may, until the year ends"),
        Binding("n", "answer('no')", "no", id="releases.no", tooltip="It blocks the whole group"),
        Binding("k", "answer('ask')", "ask first", id="releases.ask", tooltip="Somebody must be asked again"),
        Binding("u", "until", "until", id="releases.until", tooltip="The last day of a yes"),
        Binding("b", "basis", "rests on", id="releases.basis", tooltip="What the decision rests on"),
        Binding("c", "blocked", "what stays", id="releases.blocked", tooltip="What this channel blocks"),
        Binding("z", "undo", "undo", id="releases.undo", tooltip="Take the last change back"),
    ]

    column: reactive[int] = reactive(0, init=False)
    undone: reactive[tuple[Release | tuple[str, str], ...]] = reactive((), init=False, bindings=True)

    def __init__(self, *, at: str | None = None) -> None:
        super().__init__()
        self.at = self.asked_about = at
        self.subjects: list[str] = []
        self.rules: dict[str, Rule] = {}

    def compose_middle(self) -> Iterable[Widget]:
        """The head of the columns, the rows, what is known of the marked cell."""
        yield Static(id="columns")
        yield LongList(id="subjects")
        yield Static(id="about")

    def on_mount(self) -> None:
        """Say where we are."""
        self.title_is("Releases: who may be heard where")

    @property
    def releases(self) -> Releases:
        """The register."""
        from evidence.safety.releases import Releases

        return Releases(self.library)

    @property
    def channels(self) -> tuple[Channel, ...]:
        """The columns."""
        from evidence.safety.channels import channels

        return channels()

    def read_library(self) -> None:
        """Everybody who is here or was ever decided about."""
        from evidence.safety.people import People

        register = self.releases
        self.rules = register.rules()
        here = [person.code for person in People(self.library).all() if person.is_here]
        decided = [subject for subject, _ in register.standing()]
        heard = [code for entry in self.library.entries() for code in entry.heard]
        asked = [self.asked_about] if self.asked_about else []  # also when they have left
        self.subjects = list(dict.fromkeys([*here, *decided, *heard, *asked]))
        if self.at in self.subjects:
            self.listing.show(len(self.subjects), self._line, marked=self.subjects.index(self.at))
            self.at = None
        else:
            self.listing.show(len(self.subjects), self._line, marked=self.listing.marked)
        self._show_about()

    def on_resize(self) -> None:
        """The columns follow the width."""
        self._show_about()

    def _cell_width(self) -> int:
        return max(_CELL, min(14, (self.size.width - _SUBJECT - 6) // len(self.channels)))

    def _line(self, line: int, width: int) -> Content:
        subject = self.subjects[line]
        here = line == self.listing.marked
        cells: list[Content] = [cut_to(subject, _SUBJECT)]
        for number, channel in enumerate(self.channels):
            word = self.rules[channel.id].answer(subject)
            shown = word if (subject, channel.id) in self.rules[channel.id].standing else f"({word})"
            pointed = f"→{shown}" if here and number == self.column else f" {shown}"
            cells.append(cut_to(pointed, self._cell_width()))
        return Content.assemble(*cells)

    @on(LongList.Moved)
    def _show_about(self) -> None:
        names = [cut_to(f" {channel.short}", self._cell_width()) for channel in self.channels]
        self.query_one("#columns", Static).update(Content.assemble(" " * (_SUBJECT + 1), *names))
        about = self.query_one("#about", Static)
        if not self.subjects:
            about.update(literal("Nobody yet. Press Esc, open People, and make codes with A."))
            return
        about.update(Content("\n").join(map(literal, self._words())))

    def _words(self) -> list[str]:
        subject, channel = self._cell()
        release = self.rules[channel.id].standing.get((subject, channel.id))
        where = f"{subject} in {channel.title}"
        if release is None:
            return [f"{where}: nobody decided. Taken for granted: {_GRANTED[channel.default]}.", ""]
        until = f" until {date_in_words(release.until)}" if release.until else ""
        noted = f" Note: {release.note}" if release.note else ""
        rests = f"It rests on: {self._basis(release)}.{noted}"
        day = date_in_words(release.when.date())
        return [f"{where}: {release.answer}{until}, written down on {day}.", rests]

    def _basis(self, release: Release) -> str:
        from evidence.safety.channels import basis

        return basis(release.basis).title

    def _cell(self) -> tuple[str, Channel]:
        return self.subjects[self.listing.marked], self.channels[self.column]

    def watch_column(self) -> None:
        """Another cell."""
        self.listing.refresh()
        self._show_about()

    def action_move(self, by: int) -> None:
        """The next channel."""
        self.column = max(0, min(len(self.channels) - 1, self.column + by))

    def action_answer(self, answer: str) -> None:
        """Decide about the marked cell."""
        subject, channel = self._cell()
        self._set(subject, channel, answer)
        self.say(f"{subject} in {channel.title}: {answer}. Z takes it back.")

    def _set(
        self,
        subject: str,
        channel: Channel,
        answer: str,
        *,
        until: date | None = None,
        basis: str | None = None,
    ) -> None:
        before = self.rules[channel.id].standing.get((subject, channel.id))
        self.releases.set(subject, channel.id, answer, until=until, basis=basis)
        self.undone = (*self.undone, before or (subject, channel.id))
        self.read_library()

    def action_until(self) -> None:
        """Ask for the last day."""
        self.ask("Until which day? Year-month-day, like 2027-07-31:", self._until)

    def _until(self, typed: str) -> None:
        if not typed:
            return
        try:
            day = date.fromisoformat(typed)
        except ValueError:
            raise StudioError(f"“{typed[:20]}” is not a date.", "Write it like 2027-07-31.") from None
        subject, channel = self._cell()
        self._set(subject, channel, "yes", until=day)
        self.say(f"{subject} in {channel.title}: yes until {date_in_words(day)}. Z takes it back.")

    def action_basis(self) -> None:
        """The next thing that the decision can rest on."""
        from evidence.safety.channels import bases

        subject, channel = self._cell()
        release = self.rules[channel.id].standing.get((subject, channel.id))
        if release is None:
            self.say("Decide first, with Y, N or K.")
            return
        ids = [each.id for each in bases()]
        following = ids[(ids.index(release.basis) + 1) % len(ids)]
        self._set(subject, channel, release.answer, until=release.until, basis=following)
        self.say("It rests on something else now. Z takes it back.")

    def action_blocked(self) -> None:
        """Say how much the marked channel blocks, and the first reason."""
        _, channel = self._cell()
        accepted = [entry for entry in self.library.entries() if entry.status == "accepted"]
        blocked = self.releases.gate(accepted, channel.id).blocked
        if blocked:
            first = f"{blocked[0].entry.id}: {blocked[0].reason}"
            self.say(f"{count(len(blocked), 'entry', 'entries')} cannot go into {channel.title}. {first}")
        else:
            self.say(f"All {count(len(accepted), 'entry', 'entries')} may go into {channel.title}.")

    def action_undo(self) -> None:
        """Put back what stood before the last change; both stay in the register."""
        *rest, last = self.undone
        self.undone = tuple(rest)
        if isinstance(last, tuple):
            subject, id_ = last
            channel = next(each for each in self.channels if each.id == id_)
            self.releases.set(subject, id_, channel.default, note="taken back")
        else:
            self.releases.set(last.subject, last.channel, last.answer, until=last.until, basis=last.basis)
        self.read_library()
        self.say("Taken back.")

    def can_do(self, action: str) -> bool:
        """Deciding needs somebody."""
        if action == "undo":
            return bool(self.undone)
        return action in ("back", "help") or bool(self.subjects)
