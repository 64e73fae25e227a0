"""Competitions at every stage, for the tests of who may do what: judging, judged, without an award, open."""

import random

from evidence.library import Library
from lessons.competitions.competitions import Competitions
from lessons.competitions.judging import Judging
from lessons.competitions.panel import Panel
from lessons.competitions.steps import Listen
from lessons.competitions.submissions import Submissions

JUDGE = "Y6-fox"


def some_competitions(library: Library, sound_id: str) -> None:
    """CO-0001 is judged now, CO-0002 has a winner, CO-0003 has none, CO-0004 is open; one entry in each."""
    competitions, panel = Competitions(library, chance=random.Random(1)), Panel(library)
    for number in range(1, 4):
        made = competitions.set("voice-of-a-villain")
        entry = Submissions(library).enter(made.id, sound_id)
        competitions.close(made.id)
        panel.open(made.id, [JUDGE])
        if number > 1:
            _hear(Judging(library, made.id, JUDGE), entry.id)
            panel.close(made.id, no_award="" if number == 2 else "It is not finished.")
    competitions.set("voice-of-a-villain")


def _hear(judging: Judging, entry: str) -> None:
    step = judging.heard(entry)
    for question in step.asks if isinstance(step, Listen) else ():
        judging.answer(entry, question.id, 3)
