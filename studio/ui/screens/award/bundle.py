"""Bundle: choose what goes in, seal it, read its receipt, check it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from studio.errors import StudioError
from studio.ui.messages import BundleSealed
from studio.ui.screens.award.packing import PackingScreen
from studio.ui.screens.long_job import Progress
from studio.ui.text import literal
from studio.ui.widgets.long_list import LongList
from studio.ui.widgets.progress_line import ProgressLine
from studio.wording import count, size_words

if TYPE_CHECKING:
    from evidence.bundle.issue import Issued
    from evidence.bundle.verdict import Verdict

_FAULTS_SHOWN = 3


class BundleScreen(PackingScreen):
    """All accepted entries that may leave go in unless one is left out."""

    HELP_PAGE = "bundle"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "seal", "seal", key_display="Enter", id="bundle.seal", tooltip="Make the bundle"),
        Binding(
            "space", "choose", "in or out", key_display="Space", id="bundle.choose", tooltip="Leave one out"
        ),
        Binding("k", "key_only", "key pieces", id="bundle.key", tooltip="Only the key pieces"),
        Binding("a", "all", "all or none", id="bundle.all", tooltip="Everything in, or everything out"),
        Binding("p", "preset", "size", id="bundle.preset", tooltip="For an e-mail, a share or a stick"),
        Binding("s", "parts", "in parts", id="bundle.parts", tooltip="In parts, each small enough"),
        Binding("w", "where", "where to", id="bundle.where", tooltip="Another folder, or a USB stick"),
        Binding("r", "releases", "releases", id="bundle.releases", tooltip="Who may be heard where"),
        Binding("v", "verify", "verify", id="bundle.verify", tooltip="Read it back and check every byte"),
        Binding("escape", "stop", "stop", key_display="Esc", id="bundle.stop", tooltip="Make no bundle"),
        Binding("escape", "back", "back", key_display="Esc", id="back", tooltip="Go back; nothing is lost"),
    ]

    sealed: reactive[Issued | None] = reactive(None, init=False, bindings=True)

    def compose_middle(self) -> Iterable[Widget]:
        """What it will be, the entries, how far it is, the receipt."""
        yield Static(id="about")
        yield LongList(id="entries")
        yield ProgressLine(id="bar")
        yield Static(id="result")

    def on_mount(self) -> None:
        """The list has the keys."""
        self.title_is("Bundle: one sealed file")
        self.folder = self.library.exports
        self.refocus()

    # Sealing

    def action_seal(self) -> None:
        """Make the bundle."""
        self.sealed = None
        self.query_one("#result", Static).update(Content(""))
        out, entries = self.out_path(), self.chosen_entries()
        largest = self.preset.largest if self.preset else None
        in_parts = self.in_parts

        def job(progress: Progress) -> str:
            from evidence.bundle.issue import issue_bundle

            issued = issue_bundle(
                self.library,
                out,
                self.studio.framework,
                entries=entries,
                largest=largest,
                split=in_parts,
                clock=self.studio.clock,
                progress=progress,
            )
            self.post_message(BundleSealed(issued))
            return "Sealed. Press V to check it."

        self.begin("Sealing. Esc stops it.", job)

    @on(BundleSealed)
    def _sealed(self, message: BundleSealed) -> None:
        self.sealed = issued = message.issued
        size = size_words(sum(bundle.size for bundle in issued.bundles))
        path = issued.parts_list or issued.bundles[0].path
        parts = f"{count(len(issued.bundles), 'part')}, listed in " if issued.parts_list else ""
        receipt = Content.assemble(
            ("Sealed: ", "bold $success"),
            literal(f"{parts}{path} ({size})"),
            "\nReceipt, to write down:\n",
            literal(" ".join(issued.receipt_words), "bold $accent"),
        )
        self.query_one("#result", Static).update(receipt)

    # Checking

    def action_verify(self) -> None:
        """Read the bundle back, every part of it."""
        assert self.sealed is not None
        bundles = self.sealed.bundles

        def job(progress: Progress) -> str:
            from evidence.bundle.verify import verify_bundle

            for number, bundle in enumerate(bundles):
                verdict = verify_bundle(bundle.path, receipt=" ".join(bundle.receipt_words))
                if not verdict.valid:
                    raise fault_words(verdict)
                progress((number + 1) / len(bundles))
            return "It is as it was sealed: nothing changed, added or taken away."

        self.begin("Reading it back.", job)

    def action_releases(self) -> None:
        """Who may be heard where."""
        self.studio.open_place("releases")

    def can_do(self, action: str) -> bool:
        """Nothing but stopping while it works."""
        if self.busy:
            return action == "stop"
        allowed = {
            "seal": bool(self.chosen) and (self.fits() or self.in_parts),
            "choose": bool(self.entries),
            "all": bool(self.entries),
            "key_only": bool(self.entries),
            "preset": bool(self.entries),
            "parts": self.in_parts or not self.fits(),
            "where": bool(self.entries),
            "verify": self.sealed is not None,
            "stop": False,
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
