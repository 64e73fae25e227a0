"""People: their codes, what they do in the club, and, for adults, the names behind the codes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from studio.errors import StudioError
from studio.ui.screens.listed import ListedScreen
from studio.ui.text import cut_to, literal
from studio.ui.widgets.long_list import LongList
from studio.wording import count, date_in_words, listed

if TYPE_CHECKING:
    from evidence.safety.people import People, Person

_CODE, _YEAR = 18, 6


class PeopleScreen(ListedScreen):
    """Everybody with a code, by year group; who has left comes last."""

    HELP_PAGE = "people"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "add", id="people.add", tooltip="New codes for a year group, or for adults"),
        Binding("n", "name", "name", id="people.name", tooltip="Whose code it is; the name never leaves"),
        Binding("r", "role", "role", id="people.role", tooltip="What they do in the club"),
        Binding("g", "gone", "gone or here", id="people.gone", tooltip="They have left, or are here again"),
        Binding("m", "move_up", "move up", id="people.up", tooltip="Everybody into the next year group"),
        Binding("w", "withdraw", "withdraw", id="people.withdraw", tooltip="Erase everything of theirs"),
        Binding("l", "releases", "releases", id="people.releases", tooltip="Where they may be heard"),
    ]

    everybody: reactive[tuple[Person, ...]] = reactive((), init=False, bindings=True)

    def compose_middle(self) -> Iterable[Widget]:
        """How many, then the list."""
        yield Static(id="about")
        yield LongList(id="people")

    def on_mount(self) -> None:
        """Say where we are."""
        self.title_is("People")
        self.names: dict[str, str] = {}

    @property
    def people(self) -> People:
        """The list in the library."""
        from evidence.safety.people import People

        return People(self.library)

    def read_library(self) -> None:
        """Read the list, and the names if there is a PIN to keep them behind."""
        from evidence.safety.names import Names

        self.everybody = self.people.all()
        self.names = Names(self.library).all() if self.library.adults.has_pin else {}
        self.listing.show(len(self.everybody), self._line, marked=self.listing.marked)
        here = sum(person.is_here for person in self.everybody)
        words = "Nobody has a code yet. Press A, then a year group and how many: Y4 28"
        if self.everybody:
            words = f"{count(here, 'person', 'people')} here. Sounds and evidence know codes only."
        self.query_one("#about", Static).update(literal(words))

    def _line(self, line: int, width: int) -> Content:
        from evidence.safety.roles import club_role

        person = self.everybody[line]
        roles = listed([club_role(role).title for role in person.roles])
        gone = "withdrawn" if person.withdrawn else "left"
        left = f"{gone} {date_in_words(person.left)}" if person.left else roles
        year = person.year or ("" if person.withdrawn else "adult")
        name = cut_to(self.names.get(person.code, ""), max(10, width // 3))
        code = cut_to(person.code, _CODE)
        return Content.assemble(code, f"{year:<{_YEAR}}", name, "  ", literal(left))

    @property
    def marked(self) -> Person:
        """Whom the list stands on."""
        return self.everybody[self.listing.marked]

    def action_add(self) -> None:
        """Ask for a group and a number."""
        self.ask("Which year group and how many? Such as Y4 28, or staff 1:", self._add)

    def _add(self, answer: str) -> None:
        if not answer:
            return
        group, _, number = answer.partition(" ")
        if number and not number.strip().isdecimal():
            raise StudioError(f"“{number[:20]}” is no number.", "Type a year group and a number, like Y4 28.")
        made = self.people.add(group, count=int(number or 1))
        self.read_library()
        codes = [person.code for person in made]
        self._mark(codes[0])
        self.say(f"New: {listed(codes[:4])}{' and more' if len(codes) > 4 else ''}. N writes down whose.")

    def action_name(self) -> None:
        """Ask whose code it is."""
        if not self.library.adults.has_pin:
            self.problem(
                StudioError("Names need a PIN first, so that pupils do not see them.", "Press Esc, then P.")
            )
            return
        person = self.marked
        known = self.names.get(person.code, "")
        self.ask(f"Whose code is {person.code}? Nothing takes the name out:", self._write_name, value=known)

    def _write_name(self, name: str) -> None:
        from evidence.safety.names import Names

        code = self.marked.code
        if name:
            Names(self.library).set(code, name)
            self.say(f"{code} has a name. It stays in this library's folder and goes into no export.")
        elif Names(self.library).remove(code):
            self.say(f"{code} has no name any more.")
        self.read_library()

    def action_role(self) -> None:
        """The next role; after the last, none."""
        from evidence.safety.roles import club_roles

        person = self.marked
        ids = [role.id for role in club_roles()]
        now = ids.index(person.roles[0]) if person.roles else -1
        following = ids[now + 1 : now + 2]
        self.people.set_roles(person.code, following)
        self.read_library()
        if following:
            role = club_roles()[now + 1]
            self.say(f"{person.code}: {role.title}, {role.does}.")
        else:
            self.say(f"{person.code} has no role.")

    def action_gone(self) -> None:
        """They have left; or they are here again."""
        person = self.marked
        if person.is_here:
            self.people.leave(person.code)
            self.say(f"{person.code} has left. G takes that back.")
        else:
            self.people.come_back(person.code)
            self.say(f"{person.code} is here again.")
        self.read_library()
        self._mark(person.code)  # who has left stands at the end of the list

    def _mark(self, code: str) -> None:
        codes = [person.code for person in self.everybody]
        if code in codes:
            self.listing.marked = codes.index(code)

    def action_move_up(self) -> None:
        """Ask, then move everybody up."""
        self.ask("Move everybody into their new year group? Type yes:", self._move_up)

    def _move_up(self, answer: str) -> None:
        if answer.lower() == "yes":
            moved = self.people.move_up()
            self.read_library()
            self.say(f"{count(len(moved), 'person', 'people')} moved up or left. Codes stay as they were.")

    def action_releases(self) -> None:
        """Where they may be heard."""
        from studio.ui.screens.office.releases import ReleasesScreen

        self.app.push_screen(ReleasesScreen(at=self.marked.code))

    def action_withdraw(self) -> None:
        """Everything of theirs, erased: a screen of its own."""
        from studio.ui.screens.office.withdraw import WithdrawScreen

        self.app.push_screen(WithdrawScreen(code=self.marked.code))

    def can_do(self, action: str) -> bool:
        """Most need somebody."""
        if action in ("name", "role", "gone", "move_up", "releases", "withdraw"):
            return bool(self.everybody)
        return True
