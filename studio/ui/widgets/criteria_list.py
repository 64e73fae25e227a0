"""The criteria of the award in a list; B, S and G claim a level of the marked one."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets.option_list import Option

from rubric.framework import LEVELS, Claim, Criterion, Framework
from studio.ui.text import literal
from studio.ui.widgets.listing import Listing

_NONE = "·"


class CriteriaList(Listing):
    """One line a criterion: its levels claimed, its code, its title."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "b",
            "claim('bronze')",
            "bronze",
            id="criteria.bronze",
            tooltip="It shows bronze, or not after all",
        ),
        Binding(
            "s",
            "claim('silver')",
            "silver",
            id="criteria.silver",
            tooltip="It shows silver, or not after all",
        ),
        Binding("g", "claim('gold')", "gold", id="criteria.gold", tooltip="It shows gold, or not after all"),
        Binding("d", "read_on", "read on", id="criteria.read_on", tooltip="More of what the levels ask for"),
    ]

    class ClaimsChanged(Message):
        """Levels were claimed or given up."""

        def __init__(self, claims: frozenset[Claim]) -> None:
            super().__init__()
            self.claims = claims

    class ReadOn(Message):
        """More of the descriptors is wanted."""

    def __init__(self, framework: Framework, claims: Iterable[Claim], *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.framework = framework
        self.claims = frozenset(claims)

    def on_mount(self) -> None:
        """Fill the list; stand on the first claimed criterion, or on music technology."""
        self.add_options(
            Option(self._line(criterion), criterion.code) for criterion in self.framework.criteria
        )
        codes = [criterion.code for criterion in self.framework.criteria]
        wanted = next(
            (code for code in codes if any(claim.criterion == code for claim in self.claims)), "MT1"
        )
        self.highlighted = codes.index(wanted) if wanted in codes else 0
        self.call_after_refresh(self.scroll_to_highlight)

    @property
    def criterion(self) -> Criterion:
        """The marked one."""
        return self.framework.criteria[self.marked]

    def _line(self, criterion: Criterion) -> Content:
        claimed = [level for level in LEVELS if Claim(criterion.code, level) in self.claims]
        marks = "".join(level[0].upper() if level in claimed else _NONE for level in LEVELS)
        return Content.assemble((marks, "bold"), f" {criterion.code:<6}", literal(criterion.title))

    def action_read_on(self) -> None:
        """Ask for more of what the levels ask for."""
        self.post_message(self.ReadOn())

    def action_claim(self, level: str) -> None:
        """Claim a level of the marked criterion, or give it up."""
        criterion = self.criterion
        self.claims ^= {Claim(criterion.code, level)}
        self.replace_option_prompt(criterion.code, self._line(criterion))
        self.post_message(self.ClaimsChanged(self.claims))
