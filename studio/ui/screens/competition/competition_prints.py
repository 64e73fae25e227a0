"""What goes out of a competition: posters, script, newsletter, page, certificates. Adults print them."""

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

from studio.errors import StudioError
from studio.ui.competition_papers import OF_A_NEW_ONE, OF_A_RESULT, Print
from studio.ui.free_name import free_name
from studio.ui.read_in_thread import read_in_thread
from studio.ui.screens.writing import KindsScreen
from studio.ui.text import literal

if TYPE_CHECKING:
    from lessons.competitions.announcement import Announcement
    from lessons.competitions.competition import Competition

_WHO = {"code": "codes", "name": "first names", "hand": "a line for the name"}
_NAMED = ("script", "newsletter", "certificates")
_READ = "Look at it before it goes anywhere."


class ReleasesRead(Message):
    """What the releases forbid is known."""

    def __init__(self, said: Announcement | None, against: dict[str, list[str]]) -> None:
        super().__init__()
        self.said = said
        self.against = against


class CompetitionPrintsScreen(KindsScreen):
    """Enter writes the marked one; what the releases forbid stands below."""

    HELP_PAGE = "competition_prints"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "write", "print", key_display="Enter", id="prints.write", tooltip="Make the file"),
        Binding("f", "form", "another form", id="prints.form", tooltip="PDF, Word, a page, plain text"),
        Binding("n", "who", "names", id="prints.who", tooltip="Codes, first names, or a line to write on"),
        Binding("l", "leave_out", "leave out", id="prints.leave_out", tooltip="What is not released"),
        Binding("w", "where", "where to", id="prints.where", tooltip="Another folder, or a USB stick"),
    ]

    form: reactive[int] = reactive(0, init=False)
    who: reactive[str] = reactive("code", init=False)
    leaves_out: reactive[bool] = reactive(False, init=False)

    def __init__(self, competition_id: str) -> None:
        super().__init__()
        self.competition_id = competition_id
        self.known: Competition | None = None
        self.said: Announcement | None = None
        self.against: dict[str, list[str]] = {}
        self.kinds: tuple[Print, ...] = ()

    def on_mount(self) -> None:
        """The list has the keys."""
        from lessons.competitions.competitions import Competitions

        competitions = Competitions(self.library)
        self.known = known = competitions.one(self.competition_id)
        stands = competitions.stands(known)
        is_new = stands in ("set", "open", "closed", "judging")
        kinds = OF_A_NEW_ONE if is_new else OF_A_RESULT
        self.kinds = tuple(each for each in kinds if each.id != "poster" or not known.no_award)
        self.offer(each.title for each in self.kinds)
        self.title_is(f"Print: {known.title}")

    @property
    def kind(self) -> Print:
        """The marked one."""
        return self.kinds[self.marked]

    # Showing

    def read_library(self) -> None:
        """Look what the releases forbid."""
        if self.kinds and self.kinds[0] in OF_A_RESULT:
            self._read_releases()
        elif self.kinds:
            self.show_about()

    @read_in_thread
    def _read_releases(self) -> Message:
        from lessons.competitions.announcement import announcement
        from lessons.printing.release import reasons_against

        said = announcement(self.library, self.competition_id)
        channels = [each.channel for each in self.kinds if each.channel]
        return ReleasesRead(
            said, {channel: reasons_against(self.library, said, channel) for channel in channels}
        )

    @on(ReleasesRead)
    def _releases_read(self, message: ReleasesRead) -> None:
        self.said, self.against = message.said, message.against
        self.show_about()

    @on(OptionList.OptionHighlighted, "#kinds")
    def show_about(self) -> None:
        """Say what the marked one is, and what it will be."""
        kind = self.kind
        lines = [kind.about]
        if kind.id in _NAMED:
            lines.append(f"People stand on it as {_WHO[self.who]}.")
        against = self.against.get(kind.channel, [])
        if against:
            lines += against
            lines.append(
                "What is not released is left out."
                if self.leaves_out
                else "L leaves that out; else it is not made."
            )
        elif kind.channel and self.said is not None:
            lines.append("Everything on it is released.")
        lines.append(f"It will be {self.out_path()}")
        self.query_one("#about", Static).update(Content("\n").join(map(literal, lines)))
        self.key_words = {
            "prints.form": f"as {self.ending[1:].upper()}",
            "prints.who": f"with {_WHO[self.who]}",
            "prints.leave_out": "leave nothing out" if self.leaves_out else "leave out",
        }
        self.refresh_bindings()

    @property
    def ending(self) -> str:
        """The end of the file's name."""
        return self.kind.forms[self.form % len(self.kind.forms)]

    def out_path(self) -> Path:
        """The file it will be: never one that is there."""
        stem = f"{self.kind.id}-{self.competition_id.lower()}"
        return free_name(self.folder, stem, self.ending)

    # Keys

    @on(OptionList.OptionSelected, "#kinds")
    def action_write(self) -> None:
        """Write the marked one."""
        self.write_to(self.out_path(), self._writer(), _READ)

    def _writer(self) -> Callable[[Path], object]:
        kind, known, said = self.kind.id, self.known, self.said
        assert known is not None
        if kind.startswith("call-"):
            from lessons.printing.call import call_poster, call_script

            call = call_poster if kind == "call-poster" else call_script
            return lambda out: call(self.library, known, out)
        if said is None:
            raise StudioError(
                "The words of the panel are not ready.", "Check them first: K, one screen before."
            )
        from lessons.printing.results import results

        who, leave_out = self.who if kind in _NAMED else "code", self.leaves_out
        return lambda out: results(self.library, said, kind, out, who=who, leave_out=leave_out)

    def action_form(self) -> None:
        """The next form that the marked one can have."""
        self.form += 1
        self.show_about()

    def action_who(self) -> None:
        """Codes, first names, or a line to write on."""
        every = [each for each in _WHO if each != "name" or self.library.adults.has_pin]
        self.who = every[(every.index(self.who) + 1) % len(every)]
        self.show_about()

    def action_leave_out(self) -> None:
        """Leave out what is not released, or not."""
        self.leaves_out = not self.leaves_out
        self.show_about()

    def can_do(self, action: str) -> bool:
        """Nothing while one is being written; some keys are for some kinds only."""
        if self.busy or not self.kinds:
            return action in ("help", "back") if not self.busy else action == "help"
        if action == "form":
            return len(self.kind.forms) > 1
        if action == "who":
            return self.kind.id in _NAMED
        if action == "leave_out":
            return bool(self.against.get(self.kind.channel))
        return True
