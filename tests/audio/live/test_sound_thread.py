import threading

import pytest

from studio.audio.live.sound_thread import SoundSystemStuck, SoundThread
from tests.sound_card import wait_until


def test_a_job_gives_its_result_from_a_thread_of_its_own() -> None:
    thread = SoundThread()
    name = thread.call(lambda: threading.current_thread().name, timeout=60)
    assert name == "sound"
    assert thread.call(lambda: threading.current_thread().daemon, timeout=60)


def test_an_error_reaches_whoever_asked() -> None:
    def fail() -> None:
        raise KeyError("nothing there")

    with pytest.raises(KeyError):
        SoundThread().call(fail, timeout=60)


def test_a_job_may_ask_for_another() -> None:
    thread = SoundThread()
    assert thread.call(lambda: thread.call(lambda: 7, timeout=60), timeout=60) == 7


def test_a_job_that_hangs_is_given_up_and_the_thread_goes_on_when_it_ends() -> None:
    thread = SoundThread()
    let_go = threading.Event()
    undone: list[str] = []

    def hang() -> str:
        let_go.wait(60)
        return "a stream"

    with pytest.raises(SoundSystemStuck):
        thread.call(hang, timeout=0.01, undo=undone.append)
    assert thread.is_stuck
    began: list[int] = []
    with pytest.raises(SoundSystemStuck):
        thread.call(lambda: began.append(1), timeout=0.01)
    let_go.set()
    assert thread.call(lambda: 7, timeout=60) == 7
    wait_until(lambda: not thread.is_stuck)
    assert undone == ["a stream"]
    assert began == []
