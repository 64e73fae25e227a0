"""Commands that use the sound card: devices, and playing to the end."""

import time
from typing import TYPE_CHECKING

import click

from studio.cli.options import json_option
from studio.cli.output import print_columns, print_json

if TYPE_CHECKING:
    from studio.audio.source import SoundSource

LOOK_EVERY_SECONDS = 0.1


@click.command()
@json_option
def devices(as_json: bool) -> None:
    """List the microphones and speakers."""
    from studio.audio.live.devices import list_devices

    found = list_devices()
    if as_json:
        print_json(
            [
                {
                    "index": d.index,
                    "name": d.name,
                    "host": d.host,
                    "inputs": d.inputs,
                    "outputs": d.outputs,
                    "samplerate": d.samplerate,
                    "default_input": d.is_default_input,
                    "default_output": d.is_default_output,
                }
                for d in found
            ]
        )
    elif found:
        print_columns((_kind(d.inputs, d.outputs), f"{d.samplerate} Hz", d.name) for d in found)
    else:
        click.echo("No microphone and no speakers were found. Plug one in, then look again.")


def play_to_the_end(source: "SoundSource") -> None:
    """Play a sound and return when it has been heard; Ctrl and C stops it."""
    from studio.audio.live.player import Player

    player = Player()
    player.play(source)
    try:
        while player.is_playing:
            time.sleep(LOOK_EVERY_SECONDS)
    finally:
        player.stop()
    if player.problem is not None:
        raise player.problem


def _kind(inputs: int, outputs: int) -> str:
    return {(True, True): "both", (True, False): "microphone", (False, True): "speakers"}.get(
        (inputs > 0, outputs > 0), "none"
    )
