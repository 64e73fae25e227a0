"""Which of the many entries of PortAudio's list are shown: each device once, by its whole name."""

from collections.abc import Sequence
from typing import Any

_HOSTS = (
    "Windows WASAPI",
    "Windows DirectSound",
    "MME",
    "Core Audio",
    "PulseAudio",
    "ALSA",
    "JACK Audio Connection Kit",
    "OSS",
)
"""The best first. Each lists every device again; MME cuts names at 31 letters and has most delay."""

_ALSA_CONVERTERS = frozenset(
    {"lavrate", "samplerate", "speex", "speexrate", "upmix", "vdownmix", "oss", "usbstream", "dmix", "dsnoop"}
)
"""Parts of ALSA that lead to a device; nobody means them by name."""
_SAME_AS_DEFAULT = frozenset({"sysdefault", "pulse", "pipewire", "jack"})
"""Where there is a "default", these lead to the same place."""
_WHAT_PLAYS = "Monitor of "
"""How PulseAudio names a source that hears what the speakers play."""


def shown_host(hosts: Sequence[Any], found: Sequence[Any]) -> int | None:
    """The number of the sound system whose devices are shown; `None` where no device is found."""
    with_devices: set[int] = {device["hostapi"] for device in found}
    if not with_devices:
        return None
    known = [name for name in _HOSTS if any(hosts[host]["name"] == name for host in with_devices)]
    best = known[0] if known else hosts[min(with_devices)]["name"]
    return next(host for host in sorted(with_devices) if hosts[host]["name"] == best)


def shown_devices(hosts: Sequence[Any], found: Sequence[Any]) -> list[int]:
    """The numbers of the devices that are shown."""
    host = shown_host(hosts, found)
    if host is None:
        return []
    listed = [index for index, device in enumerate(found) if device["hostapi"] == host]
    names = {found[index]["name"] for index in listed}
    hidden = _ALSA_CONVERTERS | (_SAME_AS_DEFAULT if "default" in names else frozenset())
    meant = [index for index in listed if found[index]["name"] not in hidden] or listed
    return [index for index in meant if not _only_hears_what_plays(found[index])] or meant


def _only_hears_what_plays(device: Any) -> bool:
    return device["name"].startswith(_WHAT_PLAYS) and not device["max_output_channels"]
