"""What is in the diary, in words: a line in the list, and all of one."""

from collections.abc import Iterable
from datetime import date

from textual.content import Content

from evidence.award.diary import Diary
from rubric.plan import Conversation, Reflection, Training
from rubric.year import prompts
from studio.ui.text import cut_to, literal
from studio.wording import date_in_words

Said = Reflection | Conversation | Training


def in_diary(diary: Diary) -> tuple[Said, ...]:
    """All of it: what it is time to ask about first, then the newest."""
    every: list[Said] = [*diary.reflections(), *diary.conversations(), *diary.trainings()]
    every.sort(key=lambda each: (day_of(each), each.when), reverse=True)
    return tuple(
        sorted(every, key=lambda each: not (isinstance(each, Training) and each.is_due(diary.today)))
    )


def day_of(each: Said) -> date:
    """The day it is about."""
    if isinstance(each, Reflection):
        return each.when.date()
    return each.held_on if isinstance(each, Conversation) else each.attended_on


def line_of(each: Said, today: date, width: int) -> Content:
    """One line; what waits for an answer starts with a sign."""
    due = isinstance(each, Training) and each.is_due(today)
    kind, words = _kind_and_words(each)
    return Content.assemble(
        ("! " if due else "  ", "bold"),
        f"{day_of(each).isoformat()}  {kind:<20}",
        cut_to(words.replace("\n", " "), max(10, width - 34)),
    )


def _kind_and_words(each: Said) -> tuple[str, str]:
    if isinstance(each, Reflection):
        return "looking back", each.text
    if isinstance(each, Conversation):
        return f"with the {each.partner}", each.about
    return "training", each.title


def about(each: Said, today: date) -> Content:
    """All that was said."""
    return Content("\n").join(_lines(each, today))


def _lines(each: Said, today: date) -> Iterable[Content]:
    by = f", by: {each.by}" if each.by else ""
    if isinstance(each, Reflection):
        yield literal(f"{each.id}  Looking back at {each.half_term}{by}", "bold")
        yield literal(each.text)
    elif isinstance(each, Conversation):
        yield literal(f"{each.id}  With the {each.partner}{by}", "bold")
        yield literal(each.about)
        if each.agreed:
            yield Content.assemble(("Agreed: ", "bold $success"), literal(each.agreed))
        if each.actions:
            yield Content.assemble(("Actions: ", "bold"), literal(", ".join(each.actions)))
    else:
        yield from _of_training(each, today)


def _of_training(each: Training, today: date) -> Iterable[Content]:
    yield literal(f"{each.id}  {each.title}, attended by: {each.by}", "bold")
    if each.came_of_it:
        on = date_in_words(each.followed_up_on) if each.followed_up_on else "no day given"
        yield Content.assemble((f"What came of it ({on}): ", "bold $success"), literal(each.came_of_it))
    else:
        when = "now (F)" if each.is_due(today) else f"on {date_in_words(each.follow_up)}"
        yield literal(f"Ask what came of it {when}.", "bold $accent")
    for question, answer in zip(prompts().questions, each.answers, strict=False):
        if answer:
            yield Content.assemble((f"{question.text} ", "$quiet"), literal(answer))
