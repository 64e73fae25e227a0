"""Commands that use the sound card: devices, record, and playing to the end."""

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from studio.cli.options import json_option, library_option, open_library
from studio.cli.output import one_line, print_columns, print_json
from studio.cli.shapes import sound_shape
from studio.wording import clock

if TYPE_CHECKING:
    from studio.audio.live.recorder import Recorder
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


@click.command()
@click.option(
    "--seconds", type=click.FloatRange(0.1, 24 * 3600), help="How long; without it, until Ctrl and C."
)
@click.option("--device", metavar="NAME", help="Part of the microphone's name.")
@click.option("--title", help="What the sound is called; it then counts as kept.")
@click.option("--year", help="Year group, such as EYFS or Y4.")
@click.option("--by", metavar="CODE", help="Who made it, as a code such as Y4-heron; never a name.")
@library_option
@json_option
def record(
    seconds: float | None,
    device: str | None,
    title: str | None,
    year: str | None,
    by: str | None,
    library: Path | None,
    as_json: bool,
) -> None:
    """Record from a microphone into the library."""
    from evidence.safety.people import parse_code
    from evidence.years import parse_year
    from studio.audio.live.recorder import Recorder
    from studio.takes import keep_take

    year, by = year and parse_year(year), by and parse_code(by)  # before anybody has made a sound
    opened = open_library(library)
    recorder = Recorder(opened.takes, device=device)
    recorder.start()
    try:
        _watch(recorder, seconds)
    except KeyboardInterrupt:
        click.echo(err=True)
    take = recorder.stop()
    status = recorder.poll()
    if status.problem is not None:
        click.echo(one_line(str(status.problem)), err=True)
    sound = keep_take(opened, take, title=title, year=year, by=by)
    if as_json:
        print_json(sound_shape(sound))
    else:
        click.echo(f"Recorded {sound.id}: {sound.title}, {clock(sound.seconds)}.")


def _watch(recorder: "Recorder", seconds: float | None) -> None:
    """Show the level until the time is up or the microphone is gone."""
    while True:
        status = recorder.poll()
        if sys.stderr.isatty():
            click.echo(
                f"\r{clock(status.seconds)}  {max(status.peak_dbfs, -99):5.1f} dBFS ", nl=False, err=True
            )
        if status.state != "recording" and status.state != "starting":
            return
        if seconds is not None and status.seconds >= seconds:
            return
        time.sleep(LOOK_EVERY_SECONDS)


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
