"""The adult's side of judging: name the panel, see how far it is, say who is away, close it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from studio.ui.panel_now import PanelNow, entry_of, read_panel
from studio.ui.screens.competition.competition_work import LOOK_SECONDS, CompetitionWorkScreen
from studio.ui.screens.listed import ListedScreen
from studio.ui.text import cut_to, literal
from studio.ui.typed_codes import typed_codes
from studio.ui.widgets.long_list import LongList

if TYPE_CHECKING:
    from lessons.competitions.panel import Panel

_WHEN = {
    "bond": ("closed",),
    "take_out": ("closed", "judging", "judged"),
}


class PanelScreen(CompetitionWorkScreen, ListedScreen):
    """Judges one below the other, and what they told the adult."""

    HELP_PAGE = "competition_panel"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter,n", "open", "name the panel", key_display="Enter", id="panel.open", tooltip="Judging opens"
        ),
        Binding("c", "close", "close judging", id="panel.close", tooltip="The result is kept"),
        Binding("a", "away", "is away", id="panel.away", tooltip="The marked judge cannot go on"),
        Binding("i", "back_in", "is back", id="panel.back", tooltip="The marked judge goes on"),
        Binding("p", "change", "another panel", id="panel.change", tooltip="Before the play-off begins"),
        Binding(
            "t", "take_out", "take an entry out", id="panel.out", tooltip="With a reason; nothing is lost"
        ),
        Binding(
            "b", "bond", "too close", id="panel.bond", tooltip="Who must not judge whom; only adults see it"
        ),
        Binding("m", "more", "one more round", id="panel.more", tooltip="Of pairs, when they are level"),
        Binding("g", "no_award", "no award", id="panel.no_award", tooltip="And why; or an award after all"),
    ]

    now: reactive[PanelNow | None] = reactive(None, init=False, bindings=True)

    def __init__(self, competition_id: str) -> None:
        super().__init__()
        self.competition_id = competition_id

    def compose_middle(self) -> Iterable[Widget]:
        """How far it is, the judges, and what they told."""
        yield Static(id="about")
        yield LongList(id="judges")
        yield Static(id="told")
        yield Static(id="next")

    def on_mount(self) -> None:
        """Say where we are."""
        self.title_is("Panel")
        self.set_interval(LOOK_SECONDS, self.look_again)
        self.query_one("#told").display = False

    @property
    def panel(self) -> Panel:
        """The adult's acts."""
        from lessons.competitions.panel import Panel

        return Panel(self.library)

    # Showing

    def look(self) -> PanelNow:
        """How far it is."""
        return read_panel(self.library, self.competition_id)

    def show(self, seen: Any) -> None:
        """Show how far it is."""
        self.now = now = seen
        self.title_is(f"Panel: {now.known.title}", self.whose())
        self.query_one("#about", Static).update(Content("\n").join(map(literal, now.lines)))

        def line(number: int, width: int) -> Content:
            code, how = now.judges[number]
            return Content.assemble(cut_to(code, 18), "  ", cut_to(how, max(10, width - 20)))

        self.listing.show(len(now.judges), line, marked=self.listing.marked)
        told = [Content.styled("Judges told you:", "bold")] if now.told else []
        told += [literal(each) for each in now.told]
        self.query_one("#told", Static).update(Content("\n").join(told))
        self.query_one("#told").display = bool(told)
        self.query_one("#next", Static).update(literal(f"Next: {now.next}", "bold"))
        self.key_words = {"panel.no_award": "an award after all" if now.known.no_award else "no award"}

    @property
    def marked(self) -> str:
        """The code of the marked judge."""
        return self.now.judges[self.listing.marked][0] if self.now and self.now.judges else ""

    # Keys

    def action_open(self) -> None:
        """Ask who judges."""
        value = " ".join(self.now.suggested) if self.now else ""
        self.ask("Who judges? Codes of 3 to 6 pupils:", self._open, value=value)

    def _open(self, typed: str) -> None:
        if codes := typed_codes(typed):
            self._run(
                lambda: self.panel.open(self.competition_id, codes), "Judging is open. Hand over: J judges."
            )

    def action_bond(self) -> None:
        """Ask who are close friends, or brothers and sisters."""
        self.ask("Who is too close to judge each other? Codes:", self._bond)

    def _bond(self, typed: str) -> None:
        from lessons.competitions.bonds import Bonds

        bonds, kept = Bonds(self.library), list[str]()
        if codes := typed_codes(typed):
            self._run(
                lambda: kept.append(bonds.add(codes).id),
                "Kept. None of them judges another.",
                lambda: bonds.strike(kept[0]),
            )

    def action_change(self) -> None:
        """Ask who judges now."""
        value = " ".join(self.now.known.panel) if self.now else ""
        self.ask("Who judges now? Codes:", self._change, value=value)

    def _change(self, typed: str) -> None:
        if codes := typed_codes(typed):
            self._run(lambda: self.panel.change(self.competition_id, codes), "That is the panel now.")

    def action_close(self) -> None:
        """Work the result out, and keep it."""
        self._run(lambda: self.panel.close(self.competition_id), "Closed. Now the panel says why: R.")

    def action_away(self) -> None:
        """Ask why."""
        if code := self.marked:
            self.ask(f"Why is {code} away? A few words, or none:", partial(self._away, code))

    def _away(self, code: str, why: str) -> None:
        self._run(
            lambda: self.panel.away(self.competition_id, code, why),
            f"{code} is away. The others go on.",
            lambda: self.panel.back(self.competition_id, code),
        )

    def action_back_in(self) -> None:
        """The marked judge goes on."""
        if code := self.marked:
            self._run(lambda: self.panel.back(self.competition_id, code), f"{code} goes on where it stopped.")

    def action_more(self) -> None:
        """One more round for those that are level."""
        self._run(
            lambda: self.panel.one_more_round(self.competition_id), "One more round of pairs: J judges."
        )

    def action_no_award(self) -> None:
        """Ask why there is none; or give it after all."""
        now = self.now
        if now is None:
            return
        if now.known.no_award:
            self._run(lambda: self.panel.no_award(self.competition_id, ""), "There is an award after all.")
        else:
            self.ask("Why is there no award this time?", self._no_award)

    def _no_award(self, why: str) -> None:
        now = self.now
        if not why or now is None:
            return
        if now.stands == "judging":
            self._run(
                lambda: self.panel.close(self.competition_id, no_award=why), "Closed, without an award."
            )
        else:
            self._run(lambda: self.panel.no_award(self.competition_id, why), "No award this time.")

    def action_take_out(self) -> None:
        """Ask which entry, then why."""
        question = "Which animal is taken out?" if self.now and self.now.animals else "Whose entry? The code:"
        self.ask(question, self._which_out)

    def _which_out(self, typed: str) -> None:
        if typed and self.now is not None:
            entry = entry_of(self.now, typed)
            self.ask("Why is it taken out? The reason is kept:", partial(self._take_out, entry))

    def _take_out(self, entry: str, why: str) -> None:
        from lessons.competitions.submissions import Submissions

        if why:
            self._run(
                lambda: Submissions(self.library).withdraw(entry, why), "Taken out; nobody hears it any more."
            )

    def _run(self, act: Callable[[], object], words: str, undo: Callable[[], object] | None = None) -> None:
        def job() -> str:
            act()
            return words

        def back() -> str:
            assert undo is not None
            undo()
            return "Taken back."

        self.do(job, undo=back if undo else None)

    def can_do(self, action: str) -> bool:
        """What a key does depends on where judging stands."""
        now = self.now
        if action in ("help", "back"):
            return True
        if now is None:
            return False
        if action == "more":
            return now.is_level
        if action == "no_award":
            return now.stands == "judged" or (now.stands == "judging" and not now.waiting)
        if action == "close":
            return now.stands == "judging" and not now.waiting
        if action in ("away", "back_in"):
            is_away = self.marked in now.away
            return now.stands == "judging" and bool(now.judges) and is_away == (action == "back_in")
        if action == "open":
            return now.stands == "closed" and bool(now.makers)
        if action == "change":
            return now.stands == "judging" and not now.known.rounds
        return now.stands in _WHEN.get(action, (now.stands,)) and super().can_do(action)
