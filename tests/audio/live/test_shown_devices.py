from typing import Any

import pytest

from studio.audio.live.shown_devices import shown_devices, shown_host


def hosts(*names: str) -> list[dict[str, Any]]:
    return [{"name": name} for name in names]


def device(name: str, host: int = 0, *, inputs: int = 1, outputs: int = 0) -> dict[str, Any]:
    return {"name": name, "hostapi": host, "max_input_channels": inputs, "max_output_channels": outputs}


def names_of(the_hosts: list[dict[str, Any]], *found: dict[str, Any]) -> list[str]:
    return [found[index]["name"] for index in shown_devices(the_hosts, found)]


@pytest.mark.parametrize(
    ("there", "best"),
    [
        (("MME", "Windows DirectSound", "Windows WASAPI", "Windows WDM-KS"), "Windows WASAPI"),
        (("MME", "Windows DirectSound", "Windows WDM-KS"), "Windows DirectSound"),
        (("MME", "Windows WDM-KS"), "MME"),
        (("ALSA", "OSS", "JACK Audio Connection Kit"), "ALSA"),
        (("ALSA", "PulseAudio"), "PulseAudio"),
        (("Something new", "Another"), "Something new"),
    ],
)
def test_one_sound_system_is_shown_and_it_is_the_best(there: tuple[str, ...], best: str) -> None:
    found = [device(f"Microphone {host}", host) for host in range(len(there))]
    assert names_of(hosts(*there), *found) == [f"Microphone {there.index(best)}"]


def test_a_better_sound_system_without_devices_hides_no_other() -> None:
    there = hosts("MME", "Windows WASAPI")
    assert names_of(there, device("Microphone (Classroom USB Audi", 0)) == ["Microphone (Classroom USB Audi"]
    assert shown_host(there, []) is None
    assert shown_devices(there, []) == []


def test_alsas_own_parts_are_no_microphones() -> None:
    found = [
        device(name)
        for name in ("USB Audio: - (hw:2,0)", "sysdefault", "samplerate", "pulse", "upmix", "default")
    ]
    assert names_of(hosts("ALSA"), *found) == ["USB Audio: - (hw:2,0)", "default"]


def test_without_a_default_the_sound_server_stands_for_it() -> None:
    found = [device(name) for name in ("USB Audio: - (hw:2,0)", "pipewire", "lavrate")]
    assert names_of(hosts("ALSA"), *found) == ["USB Audio: - (hw:2,0)", "pipewire"]
    assert names_of(hosts("ALSA"), device("dmix")) == ["dmix"]  # better than nothing


def test_what_the_speakers_play_is_no_microphone() -> None:
    found = [
        device("Monitor of Built-in Audio"),
        device("Built-in Audio", inputs=0, outputs=2),
        device("USB microphone"),
    ]
    assert names_of(hosts("PulseAudio"), *found) == ["Built-in Audio", "USB microphone"]
    assert names_of(hosts("PulseAudio"), found[0]) == ["Monitor of Built-in Audio"]


def test_two_microphones_of_one_name_are_both_shown() -> None:
    assert names_of(hosts("ALSA"), device("USB microphone"), device("USB microphone")) == [
        "USB microphone",
        "USB microphone",
    ]
