"""Backup: the whole library kept twice, today and every day, and brought back."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static
from textual.widgets.option_list import Option

from studio.ui.faults import FAULTS
from studio.ui.messages import ProblemMet
from studio.ui.screens.long_job import LongJobScreen, Progress
from studio.ui.text import literal
from studio.ui.typed_path import typed_path
from studio.ui.widgets.listing import Listing
from studio.ui.widgets.progress_line import ProgressLine
from studio.wording import count, size_words

if TYPE_CHECKING:
    from evidence.backup.card import BackupCard
    from evidence.backup.places import BackupPlaces


class BackupsFound(Message):
    """Where the daily backup goes, and every backup that can be reached."""

    def __init__(self, daily: str, found: tuple[tuple[Path, BackupCard], ...]) -> None:
        super().__init__()
        self.daily = daily
        self.found = found


class BackupScreen(LongJobScreen):
    """Every backup in reach, the newest first."""

    HELP_PAGE = "backup"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "now", "back up now", key_display="Enter", id="backup.now", tooltip="Copy it all"),
        Binding(
            "w", "where", "somewhere else", id="backup.where", tooltip="Back up to another folder or zip"
        ),
        Binding("d", "daily", "every day", id="backup.daily", tooltip="Every day by itself, or no more"),
        Binding(
            "c", "check", "check", id="backup.check", tooltip="Read the marked backup and compare it all"
        ),
        Binding(
            "r", "restore", "restore", id="backup.restore", tooltip="Make a library of the marked backup"
        ),
        Binding(
            "escape", "stop", "stop", key_display="Esc", id="backup.stop", tooltip="Stop; nothing is left"
        ),
        Binding("escape", "back", "back", key_display="Esc", id="back", tooltip="Go back; nothing is lost"),
    ]

    found: reactive[tuple[tuple[Path, BackupCard], ...]] = reactive((), init=False, bindings=True)
    daily: reactive[str] = reactive("", init=False, bindings=True)

    def compose_middle(self) -> Iterable[Widget]:
        """Where to, what there is, how far it is."""
        yield Static(id="about")
        yield Listing(id="backups")
        yield ProgressLine(id="bar")

    def on_mount(self) -> None:
        """The list has the keys."""
        self.title_is("Backup: the library, twice")
        self.refocus()

    def refocus(self) -> None:
        """The list has the keys."""
        self.query_one("#backups").focus()

    @property
    def places(self) -> BackupPlaces:
        """Where backups go."""
        from evidence.backup.places import BackupPlaces

        return BackupPlaces(self.library)

    def read_library(self) -> None:
        """Look for backups, which reads every card."""
        self._look()

    @work(thread=True, group="looking", exclusive=True)
    def _look(self) -> None:
        try:
            daily = self.places.daily()
            found = sorted(self.places.found(), key=lambda each: each[1].made, reverse=True)
        except FAULTS as error:
            self.post_message(ProblemMet(error))
            return
        self.post_message(BackupsFound(daily.path if daily else "", tuple(found)))

    @on(BackupsFound)
    def _show(self, message: BackupsFound) -> None:
        self.daily, self.found = message.daily, message.found
        listing = self.query_one("#backups", Listing)
        marked = listing.marked
        listing.clear_options()
        zone = self.studio.clock().tzinfo
        for path, card in self.found:
            when = f"{card.made.astimezone(zone):%Y-%m-%d %H:%M}"
            whole = "" if not card.faults else "   the library had faults then"
            line = Content.assemble(
                (when, "bold"), f"  {size_words(card.size):>8}  ", literal(f"{path}{whole}")
            )
            listing.add_option(Option(line))
        if self.found:
            listing.highlighted = min(marked, len(self.found) - 1)
        self.query_one("#about", Static).update(Content("\n").join(map(literal, self._about())))

    def _about(self) -> list[str]:
        if self.daily:
            every = f"Every day the program is used, to: {self.daily}"
        else:
            every = "No daily backup yet. Press D and say where, best on another disk."
        there = f"{count(len(self.found), 'backup')} in reach:" if self.found else "No backup in reach."
        return [every, there]

    # What the keys do

    def action_now(self) -> None:
        """Back up to where the daily ones go, or beside the library."""
        folder = self.library.folder
        self._back_up(Path(self.daily) if self.daily else folder.with_name(f"{folder.name} backups"))

    def action_where(self) -> None:
        """Back up somewhere else."""
        self.ask("Which folder, or which file.zip?", self._back_up_typed, value=self._first())

    def _first(self) -> str:
        """What stands there already: a folder on a stick that is plugged in, or one beside the library."""
        from studio.sticks import sticks

        folder = self.library.folder
        return str(next(iter(sticks()), folder.parent) / f"{folder.name} backups")

    def _back_up_typed(self, typed: str) -> None:
        if typed:
            self._back_up(typed_path(typed))

    def _back_up(self, to: Path) -> None:
        from evidence.backup.backup import back_up
        from evidence.records.store import LibraryUnwritable

        def job(progress: Progress) -> str:
            made = back_up(self.library, to, progress=progress)
            with suppress(LibraryUnwritable):  # a library that may only be read is backed up all the same
                self.places.remember(to)
            if made.card.faults:
                return f"Backed up, but the library is not whole: {made.card.faults[0]}"
            return f"Backed up: {count(len(made.card.files), 'file')}, each read back and compared."

        self.begin("Backing up. Esc stops it.", job)

    def action_daily(self) -> None:
        """From now on every day; or, when that is so, no more."""
        if self.daily:
            self.places.stop_daily()
            self.say("No more backups by itself. D begins again.")
            self.read_library()
        else:
            self.ask(
                "Which folder, every day? Best on another disk.", self._choose_daily, value=self._first()
            )

    def _choose_daily(self, typed: str) -> None:
        if typed:
            to = typed_path(typed)
            self.places.back_up_daily(to)
            self._back_up(to)

    def action_check(self) -> None:
        """Read the marked one and compare every file."""
        from evidence.backup.source import check_backup

        path, _ = self.found[self.query_one("#backups", Listing).marked]

        def job(progress: Progress) -> str:
            card = check_backup(path)
            progress(1.0)
            return f"It is whole: {count(len(card.files), 'file')} read and compared."

        self.begin("Reading it and comparing every file.", job)

    def action_restore(self) -> None:
        """Ask where a library shall be made of the marked one; this library stays as it is."""
        folder = self.library.folder
        first = str(folder.with_name(f"{folder.name} restored"))
        self.ask("Into which new folder? This library stays as it is.", self._restore, value=first)

    def _restore(self, typed: str) -> None:
        from evidence.backup.restore import restore

        if not typed:
            return
        path, _ = self.found[self.query_one("#backups", Listing).marked]
        to = typed_path(typed)

        def job(progress: Progress) -> str:
            made = restore(path, to, progress=progress)
            things = (
                f"{count(len(made.sounds()), 'sound')} and {count(len(made.entries()), 'entry', 'entries')}"
            )
            return f"Restored {things}, checked. To use it: soundingboard --library {to}"

        self.begin("Restoring. Esc stops it.", job)

    def can_do(self, action: str) -> bool:
        """While it works only stopping; checking and restoring need a backup."""
        if action == "stop":
            return self.busy
        if action in ("check", "restore"):
            return bool(self.found) and not self.busy
        return not self.busy or action == "help"
