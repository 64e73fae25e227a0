"""What one club session is evidence for: proposals from it and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.message import Message

from studio.ui.faults import FAULTS
from studio.ui.messages import ProblemMet
from studio.ui.screens.award.proposals import ProposalsScreen
from studio.wording import count

if TYPE_CHECKING:
    from evidence.entry import Entry


class AllAccepted(Message):
    """Everything that stood in the list is evidence."""

    def __init__(self, ids: tuple[str, ...]) -> None:
        super().__init__()
        self.ids = ids


class ClubEvidenceScreen(ProposalsScreen):
    """Like `ProposalsScreen`, for one session; Y accepts all that stand there."""

    HELP_PAGE = "club_evidence"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "accept_all", "accept all", id="proposals.all", tooltip="Everything in this list"),
    ]

    def __init__(self, session_id: str) -> None:
        super().__init__()
        self.session_id = session_id
        self._sources: frozenset[str] | None = None

    def _show(self, waiting: tuple[Entry, ...], *, marked: int) -> None:
        from studio.ui.club_held import sources_of

        if self._sources is None:
            self._sources = sources_of(self.library, self.session_id)
        super()._show(tuple(entry for entry in waiting if entry.source in self._sources), marked=marked)
        self.title_is(f"Evidence of this session: {len(self.waiting)}")

    def action_accept_all(self) -> None:
        """Each of these is evidence from now on."""
        self.hush()
        self._accept(self.waiting)

    @work(thread=True, group="job")
    def _accept(self, entries: tuple[Entry, ...]) -> None:
        from evidence.review import accept

        try:
            for entry in entries:
                accept(self.library, entry.id, framework=self.studio.framework)
        except FAULTS as error:
            self.post_message(ProblemMet(error))
        self.post_message(AllAccepted(tuple(entry.id for entry in entries)))

    @on(AllAccepted)
    def _all_accepted(self, message: AllAccepted) -> None:
        accepted = [each for each in message.ids if self.library.entry(each).status == "accepted"]
        self.done = (*self.done, *accepted)
        self._accepted += len(accepted)
        self._show(tuple(entry for entry in self.waiting if entry.id not in accepted), marked=0)
        self.say(f"Accepted: {count(len(accepted), 'entry', 'entries')}. Z takes back the last one.")

    def can_do(self, action: str) -> bool:
        """Accepting is for adults, and needs something that waits."""
        if action == "accept_all":
            return len(self.waiting) > 1 and self.library.adults.is_adult
        return super().can_do(action)
