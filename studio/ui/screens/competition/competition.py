"""The competition: where it stands in words, its brief, and the one key that comes next."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from studio.ui.brief_words import brief_page
from studio.ui.competition_now import CompetitionNow, Won, read_competition, with_judging
from studio.ui.competition_words import STANDS, next_key, told_lines
from studio.ui.reading_on import read_on
from studio.ui.screens.competition.competition_acts import COMPETITION_ACTS, CompetitionActsScreen
from studio.ui.screens.competition.competition_ways import COMPETITION_KEYS
from studio.ui.screens.competition.competition_work import LOOK_SECONDS, Looked
from studio.ui.screens.hearing import HearingScreen
from studio.ui.text import literal
from studio.wording import begun, listed

if TYPE_CHECKING:
    from lessons.competitions.competition import Competition

_GOING = ("set", "open", "closed", "judging", "judged")
_WHEN: dict[str, tuple[str, ...]] = {
    "enter": ("open",),
    "judge": ("judging",),
    "reasons": ("judged",),
    "check": ("judged",),
    "announce": ("judged", "announced"),
    "panel": ("closed", "judging", "judged"),
    "hear": ("announced",),
    "close": ("open",),
    "move": ("set", "open", "closed"),
    "cancel": _GOING,
    "bring_back": ("cancelled",),
    "take_announcement_back": ("announced",),
    "prints": ("set", "open", "judged", "announced"),
}
"""At which stands a key does something; the others always do."""
_OF_ADULTS = (
    "check",
    "announce",
    "panel",
    "close",
    "move",
    "cancel",
    "bring_back",
    "prints",
    "take_announcement_back",
)
_CARD_ROOM = 8


class CompetitionScreen(CompetitionActsScreen, HearingScreen):
    """The current competition, or another one by its id."""

    HELP_PAGE = "competition"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "space", "hear", "hear the winner", key_display="Space", id="competition.hear", tooltip="Or stop"
        ),
        *COMPETITION_KEYS,
        Binding(
            "right", "other", "the other one", key_display="→", id="competition.other", tooltip="Also going"
        ),
        *COMPETITION_ACTS,
        Binding("s", "read_on", "read on", id="competition.read_on", tooltip="The rest of the page"),
    ]

    now: reactive[CompetitionNow | None] = reactive(None, init=False, bindings=True)

    def __init__(self, competition_id: str | None = None) -> None:
        super().__init__()
        self.competition_id = competition_id
        """`None` is the one that goes on now."""

    def compose_middle(self) -> Iterable[Widget]:
        """How it stands, the brief, and what is next."""
        yield Static(id="stands")
        with VerticalScroll(id="page", can_focus=False):
            yield Static(id="won")
            yield Static(id="card")
        yield Static(id="also")
        yield Static(id="next")

    def on_mount(self) -> None:
        """Its name comes with the first look; entries come in from other computers."""
        self.title_is("Competition")
        self.set_interval(LOOK_SECONDS, self.look_again)

    @property
    def known(self) -> Competition | None:
        """The competition that is shown."""
        return self.now.shown if self.now else None

    # Showing

    def look(self) -> CompetitionNow:
        """What is known at once is shown at once."""
        now = read_competition(self.library, self.competition_id)
        before = self.now
        is_new = before is None or before.shown != now.shown or before.stands != now.stands
        if is_new and not now.is_known:
            self.post_message(Looked(now))
        return with_judging(self.library, now)

    def show(self, seen: Any) -> None:
        """Show how it stands."""
        self.now = now = seen
        known = now.shown
        self.title_is(f"Competition: {known.title}" if known else "Competition", self.whose())
        stands = [literal(line) for line in told_lines(now)]
        if known is not None:
            stands[0] = Content.assemble((f"{begun(STANDS[now.stands])}. ", "bold $accent"), stands[0])
        self.query_one("#stands", Static).update(Content("\n").join(stands))
        self.query_one("#won", Static).update(_won_content(now.won))
        self.query_one("#won").display = bool(now.won)
        self.query_one("#page").display = known is not None
        self._show_card()
        also = [f"“{title}” is {STANDS[stands]}" for _, title, stands in now.going]
        self.query_one("#also", Static).update(literal(f"Also: {listed(also)}. → shows it." if also else ""))
        self.query_one("#also").display = bool(also)
        self.query_one("#next", Static).update(literal(str(next_key(now)), "bold"))
        self._word_keys(now)

    def _show_card(self) -> None:
        card = self.query_one("#card", Static)
        known = self.known
        card.display = known is not None
        if known is not None:
            asked = tuple(question.words for question in known.questions)
            head = literal(known.brief.title, "bold $accent")
            page = brief_page(known.brief, max(20, self.size.width - 10), asked)
            card.update(Content("\n").join([head, page]))

    def on_resize(self) -> None:
        """The card is as wide as the window."""
        self._show_card()

    def _word_keys(self, now: CompetitionNow) -> None:
        self.key_words = {
            "competition.panel": "open judging" if now.stands == "closed" else "panel",
            "competition.briefs": "choose a brief"
            if now.shown is None or now.stands in ("announced", "cancelled")
            else "briefs",
            "competition.announce": "show it big" if now.stands == "announced" else "announce",
        }
        self.call_after_refresh(self.refresh_bindings)

    def show_current(self, words: str) -> None:
        """Show the one that goes on now, and say what was done."""
        self.competition_id = None
        self.read_library()
        self.say(words)

    # Keys

    def action_read_on(self) -> None:
        """Down by a page; from the end back to the start."""
        read_on(self.query_one("#page"))

    def action_other(self) -> None:
        """The next one that is going on."""
        now = self.now
        if now is None or not now.going:
            return
        ids = [each for each, _, _ in now.going]
        later = [each for each in ids if now.shown is not None and each > now.shown.id]
        self.competition_id = later[0] if later else ids[0]
        self.say("")
        self.read_library()

    def action_hear(self) -> None:
        """Play the winners' sounds, one a press."""
        now, known = self.now, self.known
        if self.is_hearing:
            self.hush()
        elif now is not None and known is not None and now.won:
            from lessons.competitions.sound import judged_sound
            from lessons.competitions.submissions import Submissions

            first, *others = now.won
            entry = Submissions(self.library).one(first.submission)
            self.hear_source(lambda: judged_sound(self.library, known, entry))
            if others:
                self.now = _turned(now)

    def can_do(self, action: str) -> bool:
        """What a key does depends on where the competition stands, and on who is there."""
        now = self.now
        if action in ("help", "back"):
            return True
        if now is None:
            return False
        if action == "read_on":
            return self.is_mounted and self.query_one("#page").max_scroll_y > 0
        if action == "other":
            return bool(now.going)
        if action == "list":
            return now.older + len(now.going) > 0
        if now.shown is None:
            return action in ("briefs", "meeting")
        if action in _OF_ADULTS and self.studio.door.is_locked and next_key(now).action != action:
            return False
        if action in ("check", "announce", "prints") and now.stands == "judged":
            return now.is_known and next_key(now).action in (action, "announce")
        if action == "hear":
            return bool(now.won)
        return now.stands in _WHEN.get(action, (now.stands,)) and super().can_do(action)


def _turned(now: CompetitionNow) -> CompetitionNow:
    from dataclasses import replace

    return replace(now, won=(*now.won[1:], now.won[0]))


def _won_content(won: tuple[Won, ...]) -> Content:
    lines: list[Content] = []
    for each in won:
        title = f"“{each.title}”" if each.title else f"the {each.animal}"
        lines.append(literal(f"{title} by {listed(list(each.makers))}", "bold $accent"))
        if each.reason:
            lines.append(literal(f"“{each.reason}”"))
    return Content("\n").join(lines)
