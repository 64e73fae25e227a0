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
from textual.widgets import Static
from textual.worker import get_current_worker

from studio.errors import StudioError
from studio.ui.faults import FAULTS
from studio.ui.messages import BundleSealed, BundleVerified, ProblemMet, ProgressMade
from studio.ui.screens.packing import PackingScreen
from studio.ui.text import literal
from studio.ui.widgets.listing import Listing
from studio.ui.widgets.progress_line import ProgressLine
from studio.wording import size_words

if TYPE_CHECKING:
    from evidence.bundle.seal import SealedBundle
    from evidence.bundle.verdict import Verdict
    from evidence.entry import Entry

_FAULTS_SHOWN = 3


class SealingStopped(StudioError):
    """Somebody pressed Esc while the bundle was being sealed."""


class BundleScreen(PackingScreen):
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

    sealed: reactive[SealedBundle | None] = reactive(None, init=False, bindings=True)
    busy: reactive[bool] = reactive(False, init=False, bindings=True)

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

    # Sealing

    def action_seal(self) -> None:
        """Make the bundle."""
        self.busy = True
        self.sealed = None
        self.query_one("#result", Static).update(Content(""))
        self.query_one(ProgressLine).share = 0.0
        self.say("Sealing. Esc stops it.")
        self._seal(self.out_path(), self.chosen_entries())

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
        self.show_about()
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
        f"It is not as it was sealed: {named}{f' and {more} more' if more > 0 else ''}.",
        "Press Enter to seal it again.",
    )
