"""The timer of the class screen, on a clock that the tests turn."""

from textual import on
from textual.app import App, ComposeResult

from studio.ui.text import SAFE_GLYPHS
from studio.ui.widgets.countdown import LONGEST_SECONDS, Countdown, Timer


class Clock(App[None]):
    """A countdown, and how often it said that time is up."""

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self.now = 1000.0
        self.countdown = Countdown(seconds, clock=lambda: self.now)
        self.ups = 0

    def compose(self) -> ComposeResult:
        yield self.countdown

    @on(Countdown.TimeUp)
    def count(self) -> None:
        self.ups += 1

    def pass_by(self, seconds: float) -> None:
        self.now += seconds
        self.countdown.look()


def test_time_runs_only_after_it_was_started():
    timer = Timer.of(60)
    assert timer.left(500) == 60
    timer = timer.run(now=10)
    assert (timer.left(10), timer.left(25), timer.left(300)) == (60, 45, 0)
    assert timer.left(5) == 60, "a clock that goes back gives no time"


def test_a_pause_keeps_what_is_left():
    timer = Timer.of(60).run(0).pause(20)
    assert timer.left(999) == 40
    assert timer.run(1000).left(1010) == 30
    assert timer.run(1000).run(1005).left(1010) == 30


def test_more_time_can_be_given_running_or_not():
    assert Timer.of(60).longer(60, now=0).left(5) == 120
    running = Timer.of(60).run(0).longer(60, now=30)
    assert running.is_running
    assert running.left(40) == 80
    assert running.reset() == Timer.of(120)


def test_no_timer_is_longer_than_its_figures_can_say():
    assert Timer.of(1e9).seconds == LONGEST_SECONDS
    assert Timer.of(-5).seconds == 0
    assert Timer.of(LONGEST_SECONDS).longer(60, 0).left(0) == LONGEST_SECONDS


def test_one_that_ran_out_begins_again():
    assert Timer.of(60).run(0).pause(70).run(100).left(110) == 50


async def test_the_timer_is_started_paused_and_reset():
    app = Clock(90)
    async with app.run_test() as pilot:
        countdown = app.countdown
        assert (countdown.words(), countdown.shown) == ("ready", 90)
        countdown.start_or_pause()
        app.pass_by(30.5)
        assert (countdown.shown, countdown.is_running, countdown.words()) == (60, True, "")
        countdown.start_or_pause()
        app.pass_by(30)
        assert (countdown.shown, countdown.words()) == (60, "paused")
        countdown.start_or_pause()
        app.pass_by(10)
        assert countdown.shown == 50
        countdown.reset()
        app.pass_by(10)
        assert (countdown.shown, countdown.state) == (90, "set")
        await pilot.pause()
        assert app.ups == 0


async def test_when_time_is_up_it_says_so_once_and_in_words():
    app = Clock(60)
    async with app.run_test() as pilot:
        app.countdown.start()
        app.pass_by(61)
        app.pass_by(60)
        await pilot.pause()
        assert app.ups == 1
        assert "Time is up." in app.countdown.render().plain
        assert not app.countdown.is_running
        app.countdown.add()
        app.pass_by(20)
        assert (app.countdown.shown, app.countdown.is_running) == (40, True)
        app.pass_by(40)
        await pilot.pause()
        assert app.ups == 2
        app.countdown.start_or_pause()
        assert app.countdown.shown == 120
        app.countdown.set_to(30, start=True)
        app.pass_by(5)
        assert app.countdown.shown == 25


async def test_it_shows_figures_a_bar_and_words_in_safe_glyphs():
    app = Clock(25 * 60)
    async with app.run_test():
        drawn = app.countdown.render().plain
        assert len(drawn.splitlines()) == 7
        assert set(drawn) <= SAFE_GLYPHS | set("\n ready")
        assert app.countdown.bar() == "█" * 34
        app.countdown.start()
        app.pass_by(20 * 60)
        assert app.countdown.bar() == "█" * 7 + "░" * 27


async def test_even_the_longest_time_is_drawn_whole():
    app = Clock(LONGEST_SECONDS)
    async with app.run_test(size=(80, 24)):
        lines = [app.countdown.render_line(y).text.rstrip() for y in range(7)]
        assert lines[0] == "██████  ██████      ██████  ██████"
        assert lines[2] == "██████  ██████      ██████  ██████"
        assert [len(line) for line in lines[:6]] == [34] * 6
        assert lines[6].strip() == "ready"


async def test_a_timer_without_time_does_no_harm():
    app = Clock(0)
    async with app.run_test() as pilot:
        app.countdown.start_or_pause()
        await pilot.pause()
        assert app.ups == 1
        assert app.countdown.bar() == "░" * 34
