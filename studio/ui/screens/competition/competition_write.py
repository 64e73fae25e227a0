"""Writing about one entry: a digit begins a sentence, and the panel completes it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input, Static
from textual.widgets.input import Selection

from studio.ui.screens.competition.competition_hear import HearEntryScreen
from studio.ui.screens.competition.competition_work import CompetitionWorkScreen
from studio.ui.text import literal
from studio.ui.widgets.ask_line import AskLine

if TYPE_CHECKING:
    from studio.ui.screens.competition.competition_said import Line

_PARTS = {
    "quality": "What is good in it?",
    "where": "Where can you hear it?",
    "brief": "How does it fit the brief?",
    "kind": "Say one thing that is good in it.",
}
_GAP = "..."


class WriteReasonScreen(CompetitionWorkScreen, HearEntryScreen):
    """A winner gets three parts, everybody else one kind line."""

    HELP_PAGE = "competition_reasons"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "keep", "keep", key_display="Enter", id="write.keep", tooltip="An adult reads it next"
        ),
        Binding("1", "begin(1)", "begin so", key_display="1-5", id="write.begin", tooltip="Begin a sentence"),
        *(Binding(str(digit), f"begin({digit})", "begin so", show=False) for digit in range(2, 10)),
        Binding("t", "own", "own words", id="write.own", tooltip="Type, or change what stands there"),
        Binding("down", "move(1)", "next part", key_display="↓", id="write.down", tooltip="The next part"),
        Binding("up", "move(-1)", "part before", show=False, id="write.up"),
        Binding("space", "play", "hear it", key_display="Space", id="write.play", tooltip="Hear it, or stop"),
    ]

    at: reactive[int] = reactive(0, init=False, bindings=True)
    said: reactive[dict[str, str]] = reactive(dict, init=False, bindings=True)

    def __init__(self, competition_id: str, line: Line, by: tuple[str, ...]) -> None:
        super().__init__()
        self.competition_id = competition_id
        self.line = line
        self.by = by
        self.parts = ("quality", "where", "brief") if line.kind == "winner" else ("kind",)
        reason = line.reason
        if reason is not None:
            words = (reason.quality, reason.where, reason.brief)
            self.set_reactive(WriteReasonScreen.said, dict(zip(self.parts, words, strict=False)))
        self.liked: tuple[str, ...] = ()

    def compose_middle(self) -> Iterable[Widget]:
        """The parts, then the beginnings for the marked one."""
        yield Static(id="parts")
        yield Static(id="starters")
        yield Static(id="liked")

    def on_mount(self) -> None:
        """What is to be done."""
        kind = "why it was chosen" if self.line.kind == "winner" else "one kind line"
        self.title_is(f"The {self.line.entry.animal}: {kind}")
        self.show_parts()

    def look(self) -> tuple[str, ...]:
        """What judges wrote about it while they listened."""
        from lessons.competitions.reasons import Reasons

        return Reasons(self.library, self.competition_id).suggested(self.line.entry.submission)

    def show(self, seen: tuple[str, ...]) -> None:
        """Show what they liked."""
        self.liked = seen
        lines = [literal(f"● I liked the part where {text}") for text in seen[:4]]
        head = [Content.styled("What judges wrote while they listened:", "bold")] if lines else []
        self.query_one("#liked", Static).update(Content("\n").join([*head, *lines]))

    @property
    def part(self) -> str:
        """The part that is written now."""
        return self.parts[self.at]

    def beginnings(self) -> tuple[str, ...]:
        """How a sentence of this part can begin."""
        from lessons.competitions.starters import starters

        return tuple(getattr(starters(), self.part))

    def show_parts(self) -> None:
        """Draw the parts and the beginnings."""
        lines: list[Content] = []
        for number, part in enumerate(self.parts):
            here = number == self.at
            lines.append(
                Content.styled(f"{'■' if here else ' '} {_PARTS[part]}", "bold $accent" if here else "")
            )
            words = self.said.get(part, "")
            lines.append(literal(f"  {words}" if words else "  ...", "" if words else "$quiet"))
        self.query_one("#parts", Static).update(Content("\n").join(lines))
        begin = [
            Content.assemble((f"  {number}  ", "bold $accent"), literal(text))
            for number, text in enumerate(self.beginnings(), 1)
        ]
        ready = self.is_ready
        head = Content.styled("Enter keeps it." if ready else "A digit begins the sentence:", "bold")
        self.query_one("#starters", Static).update(Content("\n").join([head, *begin]))
        self.refresh_bindings()

    @property
    def is_ready(self) -> bool:
        """Whether every part has words."""
        return all(self.said.get(part) for part in self.parts)

    def watch_at(self) -> None:
        """Another part."""
        self.show_parts()

    def action_move(self, by: int) -> None:
        """To another part."""
        self.at = max(0, min(len(self.parts) - 1, self.at + by))

    def action_begin(self, digit: int) -> None:
        """Begin the sentence; the cursor stands where the children's words go."""
        beginnings = self.beginnings()
        if digit <= len(beginnings):
            text = beginnings[digit - 1]
            self._ask(text.replace(_GAP, ""), text.find(_GAP))

    def action_own(self) -> None:
        """Type it, or change what stands there."""
        text = self.said.get(self.part, "")
        self._ask(text, len(text))

    def _ask(self, text: str, cursor: int) -> None:
        self.ask(_PARTS[self.part], self._said, value=text)
        answer = self.query_one(AskLine).query_one(Input)
        # With the keys comes the choice of all there is; then the cursor goes where the words go.
        self.call_after_refresh(setattr, answer, "selection", Selection.cursor(cursor))

    def _said(self, text: str) -> None:
        self.said = {**self.said, self.part: " ".join(text.split())}
        left = [number for number, part in enumerate(self.parts) if not self.said.get(part)]
        if left:
            self.at = left[0]
        self.show_parts()

    def action_play(self) -> None:
        """Hear it, or stop."""
        if self.is_hearing:
            self.hush()
        else:
            self.hear_entry(self.line.entry.submission)

    def action_keep(self) -> None:
        """Keep it; an adult reads it next."""
        entry, said, by = self.line.entry.submission, self.said, self.by

        def job() -> str:
            from lessons.competitions.reasons import Reasons

            reasons = Reasons(self.library, self.competition_id)
            if self.line.kind == "winner":
                reasons.say_why(
                    entry, quality=said["quality"], where=said["where"], brief=said["brief"], by=by
                )
            else:
                reasons.say_kindly(entry, said["kind"], by=by)
            return "Kept, word for word. An adult reads it next."

        self.do(job, then=self._kept)

    def _kept(self) -> None:
        self.hush()
        if not self.is_current:
            return  # somebody pressed Esc or H meanwhile: this is not the screen to leave
        self.app.pop_screen()
        here = self.app.screen
        if isinstance(here, CompetitionWorkScreen):
            here.say("Kept, word for word. An adult reads it next.")

    def can_do(self, action: str) -> bool:
        """It is kept when every part has words."""
        if action == "keep":
            return self.is_ready
        if action == "move":
            return len(self.parts) > 1
        return super().can_do(action)
