"""Whether the sound in a hall is right, in words: what people say, never a number of decibels."""

from collections.abc import Iterable, Mapping

from textual.content import Content

from lessons.assembly.level import NO, YES
from studio.ui.text import literal

QUESTIONS = (
    ("talk", "Two people in the middle talk while it plays. Can they?", YES),
    ("back_row", "Somebody in the back row: are the words clear? Thumb up?", YES),
    ("ears", "Look at faces. Does anybody cover their ears?", NO),
)
"""What is asked, in child words, and the answer when all is well."""
_RIGHT = {name: right for name, _, right in QUESTIONS}
_WIDTH = 60


def next_answer(answer: str) -> str:
    """Yes, then no, then not asked."""
    return {"": YES, YES: NO, NO: ""}[answer]


def question_lines(answers: Mapping[str, str]) -> Iterable[Content]:
    """The questions, each with its digit and answer."""
    for number, (name, words, right) in enumerate(QUESTIONS, start=1):
        answer = answers.get(name, "")
        style = "" if not answer else "bold $success" if answer == right else "bold $warning"
        key = (f"{number}  ", "bold $accent")
        yield Content.assemble(key, f"{words:<{_WIDTH}}", (answer or "·", style))


def verdict_lines(answers: Mapping[str, str], read: str, meter: str) -> Iterable[Content]:
    """What the microphone read against last time, what to do about the answers, what a real meter showed."""
    if read:
        yield literal(read, "bold")
    asked = {name: answer for name, answer in answers.items() if answer}
    wrong = {name for name, answer in asked.items() if answer != _RIGHT[name]}
    if wrong & {"talk", "ears"}:
        yield literal("! Too loud. Fader down a little, then ask again.", "bold $warning")
    elif wrong:
        yield literal("! Too quiet at the back. Fader up a little, then ask again.", "bold $warning")
    elif len(asked) == len(QUESTIONS):
        yield literal("It is right. A full hall needs a little more.", "bold $success")
    if meter:
        yield literal(f"A sound level meter showed: {meter}")
