"""Fixtures that several rooms share."""

import contextlib
import os
from collections.abc import Callable, Iterator

import pytest

from studio.audio.live.portaudio import PORT_AUDIO
from tests.sound_card import SoundCard


@pytest.fixture(scope="session", autouse=True)
def no_waiting_for_the_disk() -> Iterator[None]:
    """Nobody pulls the plug on the tests: what they write need not have left the memory of the machine.

    When it is asked to, and what comes of a disk that refuses, is tested where `os.fsync` is put in place.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda handle: None)
        yield


@pytest.fixture
def sound_card(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., SoundCard]]:
    """`sound_card(...)` plugs in a card that PortAudio in this process and its children sees."""
    with contextlib.ExitStack() as stack:

        def plug_in(**options: object) -> SoundCard:
            card = stack.enter_context(SoundCard(**options))  # type: ignore[arg-type]
            for name, value in card.environment.items():
                monkeypatch.setenv(name, value)
            PORT_AUDIO.leave()  # it reads the environment when it starts
            return card

        yield plug_in
        PORT_AUDIO.leave()
