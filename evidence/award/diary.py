"""What was thought and said about the plan: reflections, conversations, trainings and what came of them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from evidence.award.plans import Plans
from evidence.award.records import AwardRecords
from evidence.codes import parse_role
from evidence.library import Library
from evidence.past import past_day
from evidence.words import clean_text, clean_title
from rubric.plan import Conversation, Reflection, Training
from rubric.year import prompts
from studio.errors import StudioError


class NothingSaid(StudioError):
    """A record of words without words."""


class Diary:
    """The words that go with a plan, dated."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._plans = Plans(library)
        self._reflections = AwardRecords(library, "reflection", "RF", Reflection)
        self._conversations = AwardRecords(library, "conversation", "CV", Conversation)
        self._trainings = AwardRecords(library, "training", "TR", Training)

    @property
    def today(self) -> date:
        """By the library's clock."""
        return self._plans.today

    def reflections(self) -> tuple[Reflection, ...]:
        """Every look back, oldest first."""
        return tuple(each for each in self._reflections.all() if not each.struck)

    def reflect(self, text: str, *, half_term: str | None = None, by: str | None = None) -> Reflection:
        """Keep a look back at a half-term, this one unless another is named."""
        self._library.adults.need("write in the diary")
        calendar = self._plans.calendar()
        made = Reflection(
            id="",
            half_term=(calendar.half_term(half_term) if half_term else calendar.at(self.today)).code,
            text=_said(text, "The reflection"),
            by=parse_role(by) if by else None,
            when=self._library.now(),
        )
        return self._reflections.add(lambda id_: replace(made, id=id_), who=made.by)

    def conversations(self) -> tuple[Conversation, ...]:
        """Every conversation, oldest first."""
        return tuple(each for each in self._conversations.all() if not each.struck)

    def talk(
        self,
        partner: str,
        about: str,
        *,
        agreed: str = "",
        actions: Sequence[str] = (),
        day: date | None = None,
        by: str | None = None,
    ) -> Conversation:
        """Keep a conversation with the mentor or the hub."""
        self._library.adults.need("write in the diary")
        made = Conversation(
            id="",
            partner=partner,
            held_on=self._past(day),
            about=_said(about, "The conversation"),
            agreed=clean_text(agreed, called="What was agreed"),
            actions=tuple(dict.fromkeys(self._plans.action(each).id for each in actions)),
            by=parse_role(by) if by else None,
            when=self._library.now(),
        )
        return self._conversations.add(lambda id_: replace(made, id=id_), who=made.by)

    def trainings(self) -> tuple[Training, ...]:
        """Every training, oldest first."""
        return tuple(each for each in self._trainings.all() if not each.struck)

    def add_training(
        self, title: str, *, by: str, answers: Sequence[str], day: date | None = None
    ) -> Training:
        """Keep a training; six weeks later it is time to ask what came of it."""
        self._library.adults.need("write in the diary")
        happened = self._past(day)
        made = Training(
            id="",
            title=clean_title(title),
            attended_on=happened,
            by=parse_role(by),
            answers=tuple(clean_text(answer, called="The answer") for answer in answers),
            follow_up=happened + prompts().follow_up,
            when=self._library.now(),
        )
        return self._trainings.add(lambda id_: replace(made, id=id_), who=made.by)

    def follow_up(self, training_id: str, text: str, *, by: str | None = None) -> Training:
        """Keep what came of a training."""
        self._library.adults.need("write in the diary")
        said = _said(text, "What came of it")
        return self._trainings.change(
            training_id,
            lambda stored: replace(stored, came_of_it=said, followed_up_on=self.today),
            action="followed-up",
            who=parse_role(by) if by else None,
        )

    def strike(self, said_id: str, *, struck: bool = True) -> Reflection | Conversation | Training:
        """Take something out of the diary by its id, or put it back; it stays in the library."""
        self._library.adults.need("write in the diary")
        action = "struck" if struck else "put-back"
        series = said_id.strip().upper().partition("-")[0]
        if series == "CV":
            return self._conversations.change(
                said_id, lambda each: replace(each, struck=struck), action=action, who=None
            )
        if series == "TR":
            return self._trainings.change(
                said_id, lambda each: replace(each, struck=struck), action=action, who=None
            )
        return self._reflections.change(
            said_id, lambda each: replace(each, struck=struck), action=action, who=None
        )

    def _past(self, day: date | None) -> date:
        return past_day(day, self.today)


def _said(text: str, called: str) -> str:
    said = clean_text(text, called=called)
    if not said:
        raise NothingSaid(f"{called} has no words.", "Say it in a sentence or two.")
    return said
