"""A competition played with keys: sounds of pupils, judges who hear to the end, the key that comes next."""

import re
from collections.abc import Callable

from textual.pilot import Pilot

from evidence.library import Library
from lessons.competitions.briefs import Briefs
from lessons.competitions.competition import Competition
from lessons.competitions.competitions import Competitions
from lessons.competitions.docket import Docket
from lessons.competitions.judging import Judging
from lessons.competitions.panel import Panel
from lessons.competitions.reasons import KIND, Reasons
from lessons.competitions.steps import Listen, PlayOff
from lessons.competitions.submissions import Submissions
from studio.ui.screens.competition.judging import JudgingScreen
from studio.ui.widgets.key_line import KeyLine
from studio.whose import say_whose
from tests.ui.fakes import FakeSoundIO, Keyboard, a_sound

PIN = "482916"
MAKERS = ("Y3-newt", "Y4-heron", "Y4-otter", "Y4-wren", "Y5-bat", "Y5-fox", "Y5-toad", "Y6-owl")
JUDGES = ("Y6-elk", "Y6-ram", "Y6-yak")
Taste = Callable[[int], str]


class Room:
    """A library with a competition, and whatever happened in it so far."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.competitions = Competitions(library)
        self.submissions = Submissions(library)
        self.panel = Panel(library)

    def sounds(self, makers: tuple[str, ...] = MAKERS) -> None:
        """One of each pupil."""
        for number, code in enumerate(makers, 1):
            sound = a_sound(self.library, f"Secret title {number}", seconds=1.0)
            say_whose(self.library, sound, by=code, year=code[:2])

    def set(self, *entries: str, title: str = "Voice of a villain") -> Competition:
        """A competition, with an entry of each of these."""
        self.known = self.competitions.set("voice-of-a-villain", title=title, years=["Y3", "Y4", "Y5", "Y6"])
        self.sounds(entries)
        for sound in self.library.sounds():
            if sound.by in entries:
                self.submissions.enter(self.known.id, sound.id)
        return self.known

    def judging(self, *entries: str, judges: tuple[str, ...] = JUDGES) -> Competition:
        """One that is being judged."""
        self.set(*entries)
        self.competitions.close(self.known.id)
        return self.panel.open(self.known.id, judges)

    def level(self) -> None:
        """Let every judge find everything as good as everything else."""
        while self.docket.waiting():
            for code in self.docket.waiting():
                judging = Judging(self.library, self.docket.competition.id, code)
                step = judging.next()
                if isinstance(step, Listen):
                    judging.heard(step.entry.submission)
                    for question in step.asks:
                        judging.answer(step.entry.submission, question.id, 3)
                elif isinstance(step, PlayOff):
                    judging.heard(step.left.submission)
                    judging.heard(step.right.submission)
                    judging.prefer("same")
                else:
                    judging.star()

    def judged(self, *entries: str, judges: tuple[str, ...] = JUDGES) -> None:
        """One whose judging is closed."""
        self.judging(*entries, judges=judges)
        self.level()
        self.panel.close(self.known.id)

    @property
    def docket(self) -> Docket:
        """As it is now."""
        return self.competitions.docket(self.competitions.all()[-1].id)

    def write(self, by: str = JUDGES[0]) -> None:
        """Words for every entry."""
        reasons = Reasons(self.library, self.docket.competition.id)
        for entry, kind in reasons.wanted():
            if kind == KIND:
                reasons.say_kindly(entry.submission, "We liked the part where it rains.", by=[by])
            else:
                reasons.say_why(
                    entry.submission,
                    quality="It is scary.",
                    where="In the middle.",
                    brief="It fits.",
                    by=[by],
                )

    def check(self) -> None:
        """An adult reads them all."""
        reasons = Reasons(self.library, self.docket.competition.id)
        for reason in reasons.unread():
            reasons.okay(reason.id)

    def own_brief(self) -> str:
        """The id of a card of the school's own."""
        asked = ("Does it fit the brief?", "Is it scary?")
        return Briefs(self.library).add("Our own card", "A noise", shortest=1, longest=9, criteria=asked).id


async def at_the_competition(pilot: Pilot[None], *way: str) -> Keyboard:
    """At the competition's screen, and from there on."""
    keys = Keyboard(pilot)
    await keys.press("4", *way)
    return keys


async def heard(keys: Keyboard, sound_io: FakeSoundIO) -> None:
    """What plays has played to its end."""
    screen = keys.app.screen
    screen._tick()
    sound_io.the_player.is_playing = False
    screen._tick()
    await keys.settle()


def shown_keys(keys: Keyboard) -> list[str]:
    """The keys in the line of keys."""
    line = keys.app.screen.query_one(KeyLine)
    return [key for key, _ in line.keys()]  # noqa: SIM118


def says_the_next_key(keys: Keyboard) -> str:
    """The key after “Next:”, which must stand in the line of keys, too."""
    found = re.search(r"Next: (\S+)", keys.screen())
    assert found, keys.screen()
    key = found[1].rstrip(",")
    assert key in shown_keys(keys), (key, shown_keys(keys))
    return key


async def judge(keys: Keyboard, sound_io: FakeSoundIO, taste: Taste = lambda _: "3") -> set[str]:
    """Let the judge at the keyboard do all there is to do; the words of every screen on the way."""
    seen = set()
    for turn in range(200):
        screen = keys.app.screen
        assert isinstance(screen, JudgingScreen)
        seen.add(keys.screen())
        if screen.shown is not None:
            await _listen(keys, sound_io, taste, turn)
        elif screen.starring is not None:
            assert {"Space", "Enter"} <= set(shown_keys(keys))
            await keys.press("space", "down", "space", "enter")
        elif screen.pair is not None:
            await _compare(keys, sound_io)
        else:
            return seen
    raise AssertionError("judging does not end")


async def _listen(keys: Keyboard, sound_io: FakeSoundIO, taste: Taste, turn: int) -> None:
    screen = keys.app.screen
    assert isinstance(screen, JudgingScreen)
    assert "Space" in shown_keys(keys)
    assert "1-4" not in shown_keys(keys)
    await keys.press("space")
    await heard(keys, sound_io)
    while screen.shown is not None and screen.shown.asks:
        assert "1-4" in shown_keys(keys)
        await keys.press(taste(turn))
    assert "Enter" in shown_keys(keys)
    await keys.press("enter")


async def _compare(keys: Keyboard, sound_io: FakeSoundIO) -> None:
    assert "Space" in shown_keys(keys)
    assert "1 2 3" not in shown_keys(keys)
    for _ in range(2):
        await keys.press("space")
        await heard(keys, sound_io)
    assert "1 2 3" in shown_keys(keys)
    await keys.press("1")


async def come_to_judge(keys: Keyboard, code: str) -> None:
    """Say who judges."""
    await keys.type(code)
    await keys.press("enter")


async def with_pin(keys: Keyboard, *way: str) -> None:
    """Press a key that asks for the PIN, and give it."""
    await keys.press(*way)
    assert "PIN" in keys.screen()
    await keys.type(PIN)
    await keys.press("enter")
