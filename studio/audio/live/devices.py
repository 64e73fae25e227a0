"""Microphones and speakers: which there are, which one is meant, and what to say when there is none."""

from dataclasses import dataclass
from typing import Any, Literal

from studio.audio.live.portaudio import PORT_AUDIO, NoSoundSystem, PortAudio
from studio.audio.live.shown_devices import shown_devices
from studio.audio.live.sound_thread import SoundSystemStuck
from studio.errors import StudioError

__all__ = [
    "Device",
    "DeviceBusy",
    "DeviceGone",
    "DeviceUnclear",
    "MicrophoneBlocked",
    "NoMicrophone",
    "NoSoundSystem",
    "NoSpeakers",
    "SoundInUse",
    "SoundSystemStuck",
    "choose_microphone",
    "choose_speakers",
    "device_fault",
    "list_devices",
    "rescan",
]

Kind = Literal["microphone", "speakers"]

_DEVICE_UNAVAILABLE = -9985
REFUSED_SHAPE = (-9997, -9998)
"""PortAudio's codes for a sample rate and a number of channels that a device does not take."""


class NoMicrophone(StudioError):
    """There is nothing to record from."""


class NoSpeakers(StudioError):
    """There is nothing to play through."""


class DeviceUnclear(StudioError):
    """The device that was asked for is not there, or could be several."""


class DeviceBusy(StudioError):
    """Another program holds the device."""


class DeviceGone(StudioError):
    """The device was there and is not any more."""


class MicrophoneBlocked(StudioError):
    """The operating system does not let us listen."""


class SoundInUse(StudioError):
    """Something is being recorded or played, so the devices cannot be looked up anew."""


@dataclass(frozen=True, slots=True)
class Device:
    """A microphone, a pair of speakers, or both."""

    index: int
    """PortAudio's number; it may change when devices are looked up anew."""
    name: str
    host: str
    """The sound system that offers it: ALSA, Windows WASAPI, Core Audio ..."""
    inputs: int
    """Channels it can record."""
    outputs: int
    """Channels it can play."""
    samplerate: int
    """Its own sample rate; others may be refused."""
    is_default_input: bool
    is_default_output: bool


def list_devices(*, port_audio: PortAudio = PORT_AUDIO) -> tuple[Device, ...]:
    """Every microphone and pair of speakers, as PortAudio saw them when it started.

    Returns
    -------
    An empty tuple on a computer with none.

    Raises
    ------
    NoSoundSystem
        If PortAudio is missing or cannot start; the error has the remedy.
    SoundSystemStuck
        If the sound system does not answer.
    """
    hosts, found = port_audio.call(lambda library: (library.query_hostapis(), library.query_devices()))
    return _devices_of(hosts, found)


def rescan(*, port_audio: PortAudio = PORT_AUDIO) -> tuple[Device, ...]:
    """Look for devices anew: PortAudio itself never notices one that is plugged in later.

    Raises
    ------
    SoundInUse
        While something is recorded or played.
    """
    if port_audio.open_streams:
        raise SoundInUse(
            "The devices cannot be looked up while a sound is recorded or played.", "Stop it first."
        )
    port_audio.leave()
    return list_devices(port_audio=port_audio)


def choose_microphone(wanted: Device | str | int | None, devices: tuple[Device, ...]) -> Device:
    """The microphone that is meant: by number, by (a part of) its name, or the computer's usual one.

    Raises
    ------
    NoMicrophone
        If there is none at all.
    DeviceUnclear
        If the wanted one is not there or could be several.
    """
    able = tuple(device for device in devices if device.inputs)
    if not able:
        raise NoMicrophone("No microphone was found.", "Plug one in, then look again.")
    usual = [device for device in able if device.is_default_input]
    return _choose(wanted, able, usual, "microphone")


def choose_speakers(wanted: Device | str | int | None, devices: tuple[Device, ...]) -> Device:
    """The speakers that are meant; see `choose_microphone`.

    Raises
    ------
    NoSpeakers
        If there are none at all.
    DeviceUnclear
        If the wanted ones are not there or could be several.
    """
    able = tuple(device for device in devices if device.outputs)
    if not able:
        raise NoSpeakers(
            "No speakers or headphones were found.", "Plug some in or switch them on, then look again."
        )
    usual = [device for device in able if device.is_default_output]
    return _choose(wanted, able, usual, "speakers")


def device_fault(error: Exception, name: str, kind: Kind) -> StudioError:
    """What PortAudio raised for one device, in words for a person."""
    code = error.args[1] if len(error.args) > 1 else None
    text = str(error).lower()
    if code == _DEVICE_UNAVAILABLE or "busy" in text or "in use" in text:
        return DeviceBusy(
            f"Another program is using the {kind} “{name}”.", "Close the other program, then try again."
        )
    if kind == "microphone" and ("denied" in text or "80070005" in text):
        return MicrophoneBlocked(
            f"The computer does not let this program use “{name}”.",
            "Allow the microphone for desktop apps in the privacy settings; a technician may have to.",
        )
    if code in REFUSED_SHAPE:
        return DeviceUnclear(
            f"“{name}” refused every sample rate that was tried.", "Choose another device in the list."
        )
    if kind == "speakers":
        return DeviceGone(
            f"The speakers “{name}” do not open.", "Plug in speakers or headphones, then play it again."
        )
    return DeviceGone(
        f"“{name}” is in the list but does not open.", "Plug it in again, then look for microphones again."
    )


def _devices_of(hosts: Any, found: Any) -> tuple[Device, ...]:
    """PortAudio's own lists -> devices, without the doubles that each of its sound systems offers."""
    shown = shown_devices(hosts, found)
    # One host's usual devices are the computer's usual ones; PortAudio gives -1 for none.
    usual = hosts[found[shown[0]]["hostapi"]] if shown else {}
    return tuple(
        Device(
            index=index,
            name=found[index]["name"],
            host=usual["name"],
            inputs=found[index]["max_input_channels"],
            outputs=found[index]["max_output_channels"],
            samplerate=round(found[index]["default_samplerate"]),
            is_default_input=index == usual["default_input_device"],
            is_default_output=index == usual["default_output_device"],
        )
        for index in shown
    )


def _choose(
    wanted: Device | str | int | None, able: tuple[Device, ...], usual: list[Device], kind: Kind
) -> Device:
    if wanted is None:
        return (usual or list(able))[0]
    if isinstance(wanted, Device):
        matches = [device for device in able if (device.name, device.host) == (wanted.name, wanted.host)]
        matches = [device for device in matches if device.index == wanted.index] or matches
        wanted = wanted.name
    elif isinstance(wanted, int) or wanted.isdecimal():
        matches = [device for device in able if device.index == int(wanted)]
    else:
        low = wanted.casefold()
        matches = [device for device in able if device.name.casefold() == low] or [
            device for device in able if low in device.name.casefold()
        ]
    if len(matches) == 1:
        return matches[0]
    names = ", ".join(f"{device.index} {device.name}" for device in matches or able)
    if matches:
        raise DeviceUnclear(f"“{wanted}” could be several devices: {names}.", "Write more of its name.")
    raise DeviceUnclear(f"There is no {kind} called “{wanted}”.", f"Choose one of these: {names}.")
