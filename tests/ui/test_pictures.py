from threading import Event, Thread

from studio.ui.pictures import drawn


class Opened:
    """A sound whose drawing waits, or fails."""

    samplerate, length = 48000, 480

    def __init__(self, error=None):
        self.error = error
        self.closed = 0
        self.begun, self.go_on = Event(), Event()

    def columns(self, start, stop, width):
        self.begun.set()
        self.go_on.wait(60)
        if self.error is not None:
            raise self.error
        return [-0.5] * width, [0.5] * width

    def close(self):
        self.closed += 1


def test_a_picture_that_is_still_drawn_closes_its_sound_after_that():
    opened = Opened()
    picture = drawn(opened)
    rows = []
    thread = Thread(target=lambda: rows.append(picture.columns(0, 480, 3)))
    thread.start()
    assert opened.begun.wait(60)
    picture.close()
    assert opened.closed == 0
    opened.go_on.set()
    thread.join(60)
    assert opened.closed == 1
    assert rows == [([-0.5] * 3, [0.5] * 3)]
    assert picture.columns(0, 480, 2) == ([0.0, 0.0], [0.0, 0.0])


def test_a_picture_that_nobody_draws_closes_its_sound_at_once():
    opened = Opened()
    drawn(opened).close()
    assert opened.closed == 1


def test_of_a_file_that_went_away_there_is_a_flat_line():
    opened = Opened(error=OSError("gone"))
    opened.go_on.set()
    assert drawn(opened).columns(0, 480, 2) == ([0.0, 0.0], [0.0, 0.0])
