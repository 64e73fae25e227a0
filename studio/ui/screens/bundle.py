"""Bundle: choose what goes in, seal it, read its receipt, check it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from studio.errors import StudioError
from studio.ui.faults import FAULTS
from studio.ui.messages import BundleSealed, BundleVerified, ProblemMet, ProgressMade
from studio.ui.screens.base import StudioScreen
from studio.ui.screens.evidence_list import entry_line
from studio.ui.text import count, literal, size_words
from studio.ui.typed_path import is_folder, typed_path
from studio.ui.widgets.listing import Listing
from studio.ui.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from evidence.bundle.seal import SealedBundle
    from evidence.bundle.verdict import Verdict
    from evidence.entry import Entry

_IN, _OUT = "■", "·"
_FAULTS_SHOWN = 3


class SealingStopped(StudioError):
    """Somebody pressed Esc while the bundle was being sealed."""


class BundleScreen(StudioScreen):
    """All accepted entries go in unless one is left out."""

    HELP_PAGE = "bundle"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "seal", "seal", key_display="Enter", id="bundle.seal", tooltip="Make the bundle"),
        Binding(
            "space", "choose", "in or out", key_display="Space", id="bundle.choose", tooltip="Leave one out"
        ),
        Binding("a", "all", "all or none", id="bundle.all", tooltip="Everything in, or everything out"),
        Binding("w", "where", "where to", id="bundle.where", tooltip="Another folder, or a USB stick"),
        Binding("v", "verify", "verify", id="bundle.verify", tooltip="Read it back and check every byte"),
        Binding(
            "escape", "stop_sealing", "stop", key_display="Esc", id="bundle.stop", tooltip="Make no bundle"
        ),
        Binding("escape", "back", "back", key_display="Esc", id="back", tooltip="Go back; nothing is lost"),
    ]

    entries: reactive[tuple[Entry, ...]] = reactive((), init=False, bindings=True)
    chosen: reactive[frozenset[str]] = reactive(frozenset(), init=False, bindings=True)
    sealed: reactive[SealedBundle | None] = reactive(None, init=False, bindings=True)
    busy: reactive[bool] = reactive(False, init=False, bindings=True)

    def __init__(self) -> None:
        super().__init__()
        self.folder: Path | None = None
        self.out: Path | None = None
        """The file that was typed; otherwise a name with the date in the folder."""

    def compose_middle(self) -> Iterable[Widget]:
        """What it will be, the entries, how far it is, the receipt."""
        yield Static(id="about")
        yield Listing(id="entries")
        yield ProgressLine(id="bar")
        yield Static(id="result")

    def on_mount(self) -> None:
        """The list has the keys."""
        self.title_is("Bundle: seal the evidence into one file")
        self.folder = self.library.exports
        self.refocus()

    def read_library(self) -> None:
        """Everything that was accepted goes in; what was left out on this visit stays out."""
        accepted = [entry for entry in self.library.entries() if entry.status == "accepted"]
        known = {entry.id for entry in self.entries}
        self.entries = tuple(
            sorted(accepted, key=lambda entry: (entry.date_happened, entry.id), reverse=True)
        )
        self.chosen |= {entry.id for entry in self.entries} - known
        self._fill()

    def on_resize(self) -> None:
        """The columns follow the width."""
        self._fill()

    def refocus(self) -> None:
        """The list has the keys."""
        self.query_one("#entries").focus()

    def _fill(self) -> None:
        listing = self.query_one("#entries", Listing)
        marked = listing.marked
        listing.clear_options()
        listing.add_options(Option(self._line(entry), entry.id) for entry in self.entries)
        if self.entries:
            listing.highlighted = min(marked, len(self.entries) - 1)
        self._show_about()

    def _line(self, entry: Entry) -> Content:
        mark = _IN if entry.id in self.chosen else _OUT
        return Content.assemble((f"{mark} ", "bold"), entry_line(entry, self.size.width - 10))

    def _show_about(self) -> None:
        if not self.entries:
            words = "There is no evidence yet. Press Esc, then open a sound and press E."
        else:
            size = size_words(self._sounds_size())
            total = count(len(self.entries), "entry", "entries")
            words = (
                f"Going in: {len(self._entries())} of {total}, {size} of sound.\nIt will be: {self._path()}"
            )
        self.query_one("#about", Static).update(literal_lines(words))

    def _entries(self) -> list[Entry]:
        return [entry for entry in self.entries if entry.id in self.chosen]

    def _sounds_size(self) -> int:
        paths = {self.library.original_path(use) for entry in self._entries() for use in entry.sounds}
        return sum(path.stat().st_size for path in paths if path.exists())

    def _path(self) -> Path:
        if self.out is not None:
            return self.out
        folder = self.folder or self.library.exports
        day = self.studio.clock().date().isoformat()
        names = [f"evidence-{day}.zip"] + [f"evidence-{day}-{number}.zip" for number in range(2, 1000)]
        return next((folder / name for name in names if not (folder / name).exists()), folder / names[0])

    # Choosing

    @on(OptionList.OptionSelected, "#entries")
    def _clicked(self) -> None:
        self.action_choose()

    def action_choose(self) -> None:
        """The marked entry in or out."""
        listing = self.query_one("#entries", Listing)
        entry = self.entries[listing.marked]
        self.chosen ^= {entry.id}
        listing.replace_option_prompt(entry.id, self._line(entry))
        self._show_about()

    def action_all(self) -> None:
        """Everything in; or, when it is, everything out."""
        everything = frozenset(entry.id for entry in self.entries)
        self.chosen = frozenset() if self.chosen == everything else everything
        self._fill()

    def action_where(self) -> None:
        """Ask for a folder or a file."""
        self.ask("Which folder, or which file.zip?", self._put_it, value=str(self._path().parent))

    def _put_it(self, typed: str) -> None:
        path = typed_path(typed)
        if not typed:
            return
        if path.suffix.lower() == ".zip" and is_folder(path.parent):
            self.out = path
        elif is_folder(path):
            self.out, self.folder = None, path
        else:
            self.problem(
                StudioError("That folder is not there.", "Plug the stick in, or type another folder.")
            )
            return
        self._show_about()

    # Sealing

    def action_seal(self) -> None:
        """Make the bundle."""
        self.busy = True
        self.sealed = None
        self.query_one("#result", Static).update(Content(""))
        self.query_one(ProgressLine).share = 0.0
        self.say("Sealing. Esc stops it.")
        self._seal(self._path(), self._entries())

    @work(thread=True, group="bundle", exclusive=True)
    def _seal(self, out: Path, entries: list[Entry]) -> None:
        from evidence.bundle.seal import seal_bundle

        worker = get_current_worker()

        def made_progress(share: float) -> None:
            if worker.is_cancelled:
                raise SealingStopped("The bundle was not made.", "Press Enter to seal it after all.")
            self.post_message(ProgressMade(share))

        try:
            bundle = seal_bundle(
                self.library,
                out,
                self.studio.framework,
                entries=entries,
                clock=self.studio.clock,
                progress=made_progress,
            )
        except FAULTS as error:
            self.post_message(ProblemMet(error))
            return
        self.post_message(BundleSealed(bundle))

    @on(ProgressMade)
    def _show_progress(self, message: ProgressMade) -> None:
        if self.busy:
            self.query_one(ProgressLine).share = message.share

    @on(ProblemMet)
    def _stopped(self) -> None:
        self.busy = False
        self.query_one(ProgressLine).share = None

    @on(BundleSealed)
    def _sealed(self, message: BundleSealed) -> None:
        self.busy = False
        self.sealed = message.bundle
        self.query_one(ProgressLine).share = None
        words = " ".join(message.bundle.receipt_words)
        receipt = Content.assemble(
            ("Sealed: ", "bold $success"),
            literal(f"{message.bundle.path} ({size_words(message.bundle.size)})"),
            "\nReceipt, to write down:\n",
            literal(words, "bold $accent"),
        )
        self.query_one("#result", Static).update(receipt)
        self._show_about()
        self.say("Sealed. Press V to check it.")

    def action_stop_sealing(self) -> None:
        """Stop sealing; what was begun is thrown away."""
        self.workers.cancel_group(self, "bundle")

    # Checking

    def action_verify(self) -> None:
        """Read the bundle back."""
        if self.sealed is not None:
            self.busy = True
            self.say("Reading it back.")
            self._verify(self.sealed)

    @work(thread=True, group="verify", exclusive=True)
    def _verify(self, bundle: SealedBundle) -> None:
        from evidence.bundle.verify import verify_bundle

        try:
            verdict = verify_bundle(bundle.path, receipt=" ".join(bundle.receipt_words))
        except FAULTS as error:
            self.post_message(ProblemMet(error))
            return
        self.post_message(BundleVerified(verdict))

    @on(BundleVerified)
    def _verified(self, message: BundleVerified) -> None:
        self.busy = False
        if message.verdict.valid:
            self.say("It is as it was sealed: nothing changed, added or taken away.")
        else:
            self.problem(fault_words(message.verdict))

    def can_do(self, action: str) -> bool:
        """Nothing but stopping while it works."""
        allowed = {
            "seal": bool(self.chosen) and not self.busy,
            "choose": bool(self.entries) and not self.busy,
            "all": bool(self.entries) and not self.busy,
            "where": bool(self.entries) and not self.busy,
            "verify": self.sealed is not None and not self.busy,
            "stop_sealing": self.busy,
            "back": not self.busy,
        }
        return allowed.get(action, True)


def fault_words(verdict: Verdict) -> StudioError:
    """The first faults of a bundle, as one error."""
    named = "; ".join(f"{fault.path} is {fault.kind}" for fault in verdict.faults[:_FAULTS_SHOWN])
    more = len(verdict.faults) - _FAULTS_SHOWN
    return StudioError(
        f"It is not as it was sealed: {named}{f' and {more} more' if more > 0 else ''}.", "Seal it again."
    )


def literal_lines(words: str) -> Content:
    """Several lines, each shown as it stands."""
    return Content("\n").join(literal(line) for line in words.split("\n"))
