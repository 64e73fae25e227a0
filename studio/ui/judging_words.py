"""What the judging screen says; nothing in it tells whose an entry is, or how it does beside others."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from textual.content import Content

from studio.ui.text import cut_to, literal
from studio.wording import count

if TYPE_CHECKING:
    from lessons.competitions.judgement import Judgement
    from lessons.competitions.steps import Listen, PlayOff, Reasons, Star
    from lessons.competitions.submission import Blind

LIKED = "I liked the part where"
_NAME = 20


def listen_words(shown: Listen, *, playing: bool) -> Content:
    """The question that is asked now, or what to do first."""
    if shown.again and not shown.asks:
        return Content.assemble(
            ("Hear it once more.\n", "bold"), "You heard others twice. Now all are heard equally often."
        )
    if not shown.times:
        hint = "Listen to the end, then come the questions." if playing else "Headphones on. Space plays it."
        return Content.styled(hint, "bold")
    if not shown.asks:
        return Content.assemble(("All answered. Enter goes on.\n", "bold"), "Z takes the last answer back.")
    question = shown.asks[0]
    number = len(shown.answers) + 1
    return Content.assemble(
        literal(question.words, "bold"),
        f"     question {number} of {len(shown.answers) + len(shown.asks)}\n\n",
        answers_words(),
    )


def answers_words() -> Content:
    """The four answers with their digits."""
    from lessons.competitions.criteria import criteria

    parts = [
        Content.assemble((str(number), "bold $accent"), " ", literal(word))
        for number, word in enumerate(criteria().answers, 1)
    ]
    return Content("      ").join(parts)


def where_words(shown: Listen, time: str, width: int) -> Content:
    """Which entry it is of how many, its animal, and the time."""
    left = f"Listening {shown.number} of {shown.of}"
    gap = max(2, width // 2 - len(left) - len(shown.entry.animal) // 2)
    middle = Content.assemble(left, " " * gap, literal(shown.entry.animal, "bold $accent"))
    return middle.pad_right(max(2, width - middle.cell_length - len(time))) + Content(time)


def note_words(note: str) -> Content:
    """What was liked."""
    return (
        literal(f"{LIKED} {note}") if note else Content.assemble((f"{LIKED} ...", "$quiet"), "   L writes it")
    )


def star_line(entry: Blind, mine: Judgement, stars: Collection[str], width: int) -> Content:
    """One entry with the judge's own answers and words, to remember it by."""
    answers = " ".join(str(each.answer) for each in mine.answers if each.submission == entry.submission)
    mark = "■ star  " if entry.submission in stars else "        "
    note = mine.note_on(entry.submission)
    words = f"{answers:<9}{f'{LIKED} {note}' if note else ''}"
    return Content.assemble(
        mark, cut_to(entry.animal, _NAME), "  ", cut_to(words, max(9, width - _NAME - 12))
    )


def star_words(step: Star, given: int) -> Content:
    """What to do."""
    return Content.assemble(
        (f"You heard everything. Give up to {count(step.most, 'star')} to those you like best.\n", "bold"),
        f"{count(given, 'star')} given. Your own answers and words stand beside each.",
    )


def pair_words(step: PlayOff, heard: tuple[str, ...]) -> Content:
    """The two, whether they were heard, and the question when both were."""
    sides = [
        _side("←", "1", step.left, heard),
        _side("→", "2", step.right, heard),
    ]
    both = {step.left.submission, step.right.submission} <= set(heard)
    ask = step.asks if both else "Hear both, then choose. Space plays the next."
    answers = (
        Content.assemble(
            ("1", "bold $accent"), literal(f" {step.left.animal}"), "      ",
            ("2", "bold $accent"), literal(f" {step.right.animal}"), "      ",
            ("3", "bold $accent"), " both as well",
        )
        if both
        else Content("")
    )  # fmt: skip
    return Content("\n").join([*sides, Content(""), Content.styled(ask, "bold"), Content(""), answers])


def _side(arrow: str, digit: str, entry: Blind, heard: tuple[str, ...]) -> Content:
    times = heard.count(entry.submission)
    said = {0: "not heard yet", 1: "heard"}.get(times, "heard twice")
    return Content.assemble((f"{arrow}  ", "bold $accent"), cut_to(entry.animal, _NAME), f"  {said}")


def pair_where(step: PlayOff) -> str:
    """Which pair it is of how many."""
    more = "One more round. " if step.more else ""
    return f"{more}Pair {step.number} of {step.of}"


def reasons_words(step: Reasons) -> Content:
    """Judging is over; words are wanted."""
    return Content.assemble(
        ("The judging is closed. Thank you.\n\n", "bold"), "Now the panel says why. R writes the reasons."
    )
