"""Competitions for tests: as plain values, and in a library with a clock that a test sets."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from evidence.library import Library
from evidence.sound import Sound
from lessons.competitions.brief import Brief
from lessons.competitions.briefs import Briefs
from lessons.competitions.competition import Competition
from lessons.competitions.competitions import Competitions
from lessons.competitions.criteria import Question, questions_for
from lessons.competitions.docket import Docket
from lessons.competitions.hearing import gives_stars, heard_all, next_to_hear, open_to
from lessons.competitions.judgement import Answer, Heard, Judgement, Pair
from lessons.competitions.judging import Judging
from lessons.competitions.next_step import duel_now
from lessons.competitions.panel import Panel
from lessons.competitions.reasons import KIND, Reasons
from lessons.competitions.steps import Listen, PlayOff, Star, Step
from lessons.competitions.submission import Submission
from lessons.competitions.submissions import Submissions
from tests.evidence.given import add_a_sound

DAY = date(2026, 11, 3)
NOW = datetime(2026, 11, 3, 15, 30, tzinfo=UTC)
JUDGES = ("Y5-bat", "Y5-yak", "Y6-elk", "Y6-fox")
BRIEF = Brief(id="villain", title="Voice of a villain", hook="Boo!", make="A theme", shortest=1, longest=40)
Taste = Callable[[str, str], float]
"""How much a judge likes an entry."""


# Values


def a_competition(panel: Sequence[str] = JUDGES, **given: Any) -> Competition:
    fields: dict[str, Any] = {
        "id": "CO-0001",
        "title": "Voice of a villain",
        "brief": BRIEF,
        "questions": questions_for(BRIEF),
        "half_term": "2026-autumn-2",
        "opens": DAY,
        "closes": DAY,
        "years": ("Y4", "Y5", "Y6"),
        "status": "judging",
        "panel": tuple(panel),
        "seed": 7,
        "made": NOW,
    }
    return Competition(**(fields | given))


def an_entry(number: int, *, makers: Sequence[str] = (), **given: Any) -> Submission:
    fields: dict[str, Any] = {
        "id": f"SB-{number:04d}",
        "competition": "CO-0001",
        "sound_id": f"S-{number:04d}",
        "sha256": f"{number:064x}",
        "recipe_texts": (),
        "seconds": 30.0,
        "makers": tuple(makers) or (f"Y4-{number}",),
        "animal": f"red {number}",
        "handed_in": NOW,
    }
    return Submission(**(fields | given))


def a_judgement(code: str, order: Sequence[str], **given: Any) -> Judgement:
    place = JUDGES.index(code) + 1 if code in JUDGES else sum(map(ord, code))
    return Judgement(
        **({"id": f"JD-{place:04d}", "competition": "CO-0001", "code": code, "order": tuple(order)} | given)
    )


def a_docket(entries: int, panel: Sequence[str] = JUDGES, **given: Any) -> Docket:
    """A docket whose judges have heard nothing yet; nobody made anything they judge."""
    submissions = tuple(an_entry(number) for number in range(1, entries + 1))
    ids = [each.id for each in submissions]
    judgements = tuple(a_judgement(code, ids) for code in panel)
    return Docket(a_competition(panel, **given), submissions, judgements)


def by_number(code: str, entry: str) -> float:
    """The entry with the highest number is the best, for everybody."""
    return int(entry[-4:])


def hear(mine: Judgement, entry: str) -> Judgement:
    others = tuple(each for each in mine.heard if each.submission != entry)
    return replace(mine, heard=(*others, Heard(entry, mine.times(entry) + 1)))


def answered(mine: Judgement, live: frozenset[str], questions: Sequence[Question], taste: Taste) -> Judgement:
    """With everything heard once and answered, and a star for up to three that are liked."""
    best = sorted(open_to(mine, live), key=lambda entry: taste(mine.code, entry))
    while (now := next_to_hear(mine, live, questions)) is not None:
        mine = hear(mine, now.submission)
        given = 1 + best.index(now.submission) * 4 // max(len(best), 1)
        answers = [Answer(now.submission, question.id, given) for question in questions]
        kept = tuple(each for each in mine.answers if each.submission != now.submission)
        mine = replace(mine, answers=(*kept, *answers))
    if gives_stars(mine, live):
        liked = tuple(entry for entry in best[-3:] if taste(mine.code, entry) > 0)
        mine = replace(mine, stars=liked, starred=True)
    return mine


def judged(docket: Docket, taste: Taste = by_number, *, order: Sequence[str] | None = None) -> Docket:
    """Let every judge who is here do everything, one after the other in an order of codes."""
    for _ in range(6):
        away = {each.code for each in docket.competition.away}
        for code in order or docket.competition.panel:
            mine = docket.judgement(code)
            assert mine is not None
            if code not in away:
                mine = answered(mine, docket.ids, docket.competition.questions, taste)
                docket = with_pairs(docket.with_judgement(mine).moved_on(), code, taste).moved_on()
        if not docket.waiting() and docket.result().wants is None:
            return docket
    raise AssertionError("judging does not end")


def with_pairs(docket: Docket, code: str, taste: Taste) -> Docket:
    mine = docket.judgement(code)
    assert mine is not None
    while heard_all(mine, docket.ids, docket.competition.questions) and (duel := duel_now(docket, mine)):
        left, right = taste(code, duel.left), taste(code, duel.right)
        better = "same" if left == right else duel.left if left > right else duel.right
        pair = Pair(duel.round, duel.left, duel.right, better)
        mine = replace(mine, pairs=(*mine.pairs, pair))
    return docket.with_judgement(mine)


# In a library


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.day = DAY

    def __call__(self) -> datetime:
        return datetime(self.day.year, self.day.month, self.day.day, 15, 30, tzinfo=UTC)


class Room:
    """A library in which a competition is set, and everything that happens to it."""

    def __init__(self, folder: Path) -> None:
        self.clock = Clock()
        self.library = Library.open(folder / "library", create=True, school="Oakfield", clock=self.clock)
        self.competitions = Competitions(self.library, chance=random.Random(5))
        self.submissions = Submissions(self.library)
        self.panel = Panel(self.library)
        self.brief = Briefs(self.library).add("Voice of a villain", "A theme", shortest=1, longest=40)
        self.id = self.competitions.set(self.brief.id, led_by=["Y6-fox"]).id

    @property
    def competition(self) -> Competition:
        return self.competitions.one(self.id)

    @property
    def docket(self) -> Docket:
        return self.competitions.docket(self.id)

    def a_sound(self, code: str | None = "Y4-newt", **given: Any) -> Sound:
        number = len(self.library.sounds())
        return add_a_sound(self.library, f"Sound {number}", hertz=200.0 + 10 * number, by=code, **given)

    def enter(self, *codes: str) -> list[Submission]:
        """An entry of each."""
        return [self.submissions.enter(self.id, self.a_sound(code).id) for code in codes]

    def open(self, entries: int = 5, panel: Sequence[str] = JUDGES) -> None:
        """Take entries, close, and open judging."""
        self.enter(*(f"Y4-{number}" for number in range(1, entries + 1)))
        self.competitions.close(self.id)
        self.panel.open(self.id, panel)

    def judging(self, code: str) -> Judging:
        return Judging(self.library, self.id, code)

    def step(self, code: str, taste: Taste = by_number) -> Step:
        """Do what this judge is asked to do now, once -> the next step."""
        judging = self.judging(code)
        step = judging.next()
        if isinstance(step, Listen):
            judging.heard(step.entry.submission)
            for question in step.asks:
                judging.answer(step.entry.submission, question.id, 3)
        elif isinstance(step, Star):
            best = sorted(step.entries, key=lambda entry: taste(code, entry.submission))
            judging.star(*(entry.submission for entry in best[-step.most :]))
        elif isinstance(step, PlayOff):
            for side in (step.left, step.right):
                judging.heard(side.submission)
            left, right = (taste(code, side.submission) for side in (step.left, step.right))
            judging.prefer("same" if left == right else "left" if left > right else "right")
        return judging.next()

    def listen(self, code: str, taste: Taste = by_number) -> Step:
        """Let this judge do all there is to do now."""
        while isinstance(self.judging(code).next(), Listen | Star | PlayOff):
            self.step(code, taste)
        return self.judging(code).next()

    def judge(self, taste: Taste = by_number) -> None:
        """Let everybody who is here do everything."""
        while self.docket.waiting():
            for code in self.docket.waiting():
                self.listen(code, taste)

    def close(self, **given: Any) -> Competition:
        return self.panel.close(self.id, **given)

    def write(self) -> None:
        """Give every entry its words, and let an adult read them."""
        reasons = Reasons(self.library, self.id)
        for entry, kind in reasons.wanted():
            if kind == KIND:
                reasons.say_kindly(entry.submission, "We liked the part where it rains.", by=["Y6-fox"])
            else:
                reasons.say_why(
                    entry.submission,
                    quality="We chose it because the voice is scary.",
                    where="Listen to the end",
                    brief="It is a villain at once.",
                    by=["Y6-fox", "Y6-elk"],
                )
        for reason in reasons.unread():
            reasons.okay(reason.id)
