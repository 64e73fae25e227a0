"""A sound card in user space: a PulseAudio of our own with one microphone and one pair of speakers.

Nothing of the machine is used or changed: the daemon has a socket, a home and a configuration in a
folder that is thrown away, and PortAudio finds it by environment variables alone.
"""

import contextlib
import io
import os
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from tests import outside

RATE = 48000

_MICROPHONE_FEED = "feed"
_FORGET = (
    "PULSE_SINK",
    "PULSE_SOURCE",
    "PULSE_RUNTIME_PATH",
    "PULSE_STATE_PATH",
    "PULSE_LATENCY_MSEC",
    "AUDIODEV",
)


class SoundCard:
    """The card while it is plugged in; a context manager.

    `environment` is what a process needs to see this card and no other.
    """

    def __init__(self, *, microphone: bool = True, speakers: bool = True, rate: int = RATE) -> None:
        outside.need("pulseaudio", "pactl", "pacat", "parec")
        self.rate = rate
        self._microphone = microphone
        self._speakers = speakers
        # A Unix socket's path may have 107 characters, so not below pytest's long folders.
        self._folder = Path(tempfile.mkdtemp(prefix="card-", dir="/tmp"))
        self._children: list[subprocess.Popen[bytes]] = []
        socket = self._folder / "socket"
        self.environment = {
            "PULSE_SERVER": f"unix:{socket}",
            "PULSE_COOKIE": str(self._folder / "cookie"),
            "PULSE_CLIENTCONFIG": self._write("client.conf", "autospawn = no\nenable-shm = no\n"),
            "ALSA_CONFIG_PATH": self._write("alsa.conf", self._alsa()),
            "JACK_NO_START_SERVER": "1",
        }
        self._daemon = self._start_daemon(self._write("card.pa", self._script(socket)))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Take the card out and everything that belongs to it."""
        for child in [*self._children, self._daemon]:
            with contextlib.suppress(ProcessLookupError):
                child.send_signal(signal.SIGCONT)
            child.kill()
            child.wait()
        shutil.rmtree(self._folder, ignore_errors=True)

    def say(self, sound: npt.NDArray[np.float32]) -> None:
        """Let the microphone hear a sound once, exactly; returns at its end."""
        player = self._feeder(subprocess.PIPE)
        player.communicate(np.ascontiguousarray(sound, dtype="<f4").tobytes(), timeout=60)
        assert player.returncode == 0

    def keep_saying(self, sound: npt.NDArray[np.float32]) -> None:
        """Let the microphone hear a sound from now on, while the test goes on."""
        file = self._folder / f"said-{len(self._children)}.raw"
        np.ascontiguousarray(sound, dtype="<f4").tofile(file)
        with file.open("rb") as stdin:
            self._feeder(stdin)

    @contextlib.contextmanager
    def listening(self) -> Iterator[Callable[[], npt.NDArray[np.float32]]]:
        """What the speakers play meanwhile: call the result afterwards for `(frames, 2)`."""
        command = ["parec", "--device=speakers.monitor", "--raw", "--format=float32le", "--channels=2"]
        listener = self._child([*command, f"--rate={self.rate}", "--latency-msec=20"], stdout=subprocess.PIPE)
        heard = io.BytesIO()
        assert listener.stdout is not None
        reader = threading.Thread(target=shutil.copyfileobj, args=(listener.stdout, heard, 4096))
        reader.start()
        wait_until(lambda: heard.tell() > 0)
        try:
            yield lambda: np.frombuffer(heard.getvalue(), dtype="<f4").reshape(-1, 2)
            before = heard.tell()
            # What was played before now comes within this much more sound.
            wait_until(lambda: heard.tell() > before + self.rate * 2 * 4 // 5)
        finally:
            listener.kill()
            reader.join()

    def mute(self) -> None:
        self._control("set-source-mute", "microphone", "1")

    def unmute(self) -> None:
        self._control("set-source-mute", "microphone", "0")

    def suspend(self) -> None:
        """The microphone falls asleep: streams stay open and nothing comes any more."""
        self._control("suspend-source", "microphone", "1")

    def unplug_microphone(self) -> None:
        """The microphone goes; as desktops do, a running recording is moved to another source."""
        self._control("set-default-source", "speakers.monitor")
        self._unload("source_name=microphone")

    def unplug_everything(self) -> None:
        self._unload("source_name=microphone")
        self._unload("sink_name=")

    def freeze(self) -> None:
        """The sound server hangs."""
        self._daemon.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self._daemon.send_signal(signal.SIGCONT)

    def die(self) -> None:
        """The sound server is gone for good."""
        self._daemon.kill()
        self._daemon.wait()

    def _write(self, name: str, text: str) -> str:
        path = self._folder / name
        path.write_text(text)
        return str(path)

    def _script(self, socket: Path) -> str:
        # norewinds: a null sink otherwise renders up to two seconds ahead, and the first block of
        # a recording that starts meanwhile comes that late.
        sink = f"load-module module-null-sink norewinds=1 format=float32le rate={self.rate}"
        lines = [".fail", f"load-module module-native-protocol-unix auth-anonymous=1 socket={socket}"]
        if self._speakers:
            lines += [f"{sink} sink_name=speakers channels=2", "set-default-sink speakers"]
        if self._microphone:
            remap = (
                f"load-module module-remap-source source_name=microphone master={_MICROPHONE_FEED}.monitor"
            )
            lines += [
                f"{sink} sink_name={_MICROPHONE_FEED} channels=1",
                remap,
                "set-default-source microphone",
            ]
        return "\n".join(lines) + "\n"

    def _alsa(self) -> str:
        sides = {}
        if self._microphone:
            sides["microphone"] = "capture.pcm { type pulse device microphone }"
        if self._speakers:
            sides["speakers"] = "playback.pcm { type pulse device speakers }"
        both = {**sides, "!default": " ".join(sides.values())}
        if not sides:  # PortAudio aborts the process where no device is called "default"
            return "pcm.!default { type hw card 31 }\n"
        return "".join(
            f'pcm.{name} {{ type asym {side} hint {{ show on description "{name}" }} }}\n'
            for name, side in both.items()
        )

    def _start_daemon(self, script: str) -> "subprocess.Popen[bytes]":
        home = self._folder / "home"
        home.mkdir(mode=0o700)
        places = ("HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "PULSE_RUNTIME_PATH", "PULSE_STATE_PATH")
        environment = {**self._clean(), **dict.fromkeys(places, str(home))}
        # No bus and no display: it must not meet the desktop's own sound server.
        environment |= {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent", "DISPLAY": ""}
        options = ["--daemonize=no", "--use-pid-file=no", "--disable-shm=yes", "--log-target=stderr"]
        # A test run that is killed leaves no daemon for longer than this; a test always has a client.
        options += ["--exit-idle-time=60", "--resample-method=speex-float-5"]
        log = self._folder / "log"
        with log.open("wb") as stderr:
            daemon = subprocess.Popen(
                ["pulseaudio", "-n", "-F", script, *options],
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=stderr,
                stderr=stderr,
                start_new_session=True,
            )

        def answers() -> bool:
            assert daemon.poll() is None, log.read_text()
            return subprocess.run(["pactl", "info"], env=self._client(), capture_output=True).returncode == 0

        wait_until(answers, seconds=10)
        return daemon

    def _clean(self) -> dict[str, str]:
        return {name: value for name, value in os.environ.items() if name not in _FORGET}

    def _client(self) -> dict[str, str]:
        return {**self._clean(), **self.environment}

    def _child(self, command: list[str], **pipes: Any) -> "subprocess.Popen[bytes]":
        child = subprocess.Popen(command, env=self._client(), stderr=subprocess.DEVNULL, **pipes)
        self._children.append(child)
        return child

    def _feeder(self, stdin: Any) -> "subprocess.Popen[bytes]":
        command = ["pacat", "--playback", f"--device={_MICROPHONE_FEED}", "--raw", "--format=float32le"]
        return self._child([*command, f"--rate={self.rate}", "--channels=1"], stdin=stdin)

    def _control(self, *words: str) -> str:
        done = subprocess.run(
            ["pactl", *words], env=self._client(), capture_output=True, text=True, timeout=20
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def _unload(self, argument: str) -> None:
        for line in reversed(self._control("list", "short", "modules").splitlines()):
            if argument in line:
                self._control("unload-module", line.split()[0])


def wait_until(true: Callable[[], bool], *, seconds: float = 10.0) -> None:
    """Come back as soon as something is so; fail when it never is."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.01)


def counter(seconds: float, *, rate: int = RATE) -> npt.NDArray[np.float32]:
    """A sound that proves every sample: sample n is (n + 1) / 2**23, exact in float32 and in 24 bits."""
    return ((np.arange(round(seconds * rate)) + 1) / 2**23).astype(np.float32)


def counted(sound: npt.NDArray[np.float32]) -> int:
    """How many samples of `counter` a mono sound holds; fails if one is lost, doubled or changed."""
    places = np.flatnonzero(sound)
    if not len(places):
        return 0
    heard = sound[places[0] : places[-1] + 1].astype(np.float64) * 2**23
    assert np.array_equal(heard, np.rint(heard)), "a sample was changed"
    assert np.array_equal(np.diff(heard), np.ones(len(heard) - 1)), "a sample was lost or doubled"
    return len(heard)
