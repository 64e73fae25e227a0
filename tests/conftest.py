"""Fixtures that several rooms share."""

import contextlib
from collections.abc import Callable, Iterator

import pytest

from studio.audio.live.portaudio import PORT_AUDIO
from tests.sound_card import SoundCard


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
