"""The `assembly` commands about how loud it is: readings against last time, and safe test sounds."""

from pathlib import Path

import click

from studio.cli.assembly_shapes import event_meant, team_library, tell, tell_all
from studio.cli.codes import known_codes
from studio.cli.live import LOOK_EVERY_SECONDS
from studio.cli.options import json_option, library_option
from studio.cli.output import print_columns

_by_option = click.option("--by", metavar="CODE", multiple=True, help="Who, by code.")


@click.command(short_help="How loud was it, against last time?")
@click.argument("place", metavar="[PLACE]", required=False)
@click.argument("setup", metavar="[SET-UP]", required=False)
@click.option("--listen", "seconds", type=click.FloatRange(1, 60), help="Listen so many seconds.")
@click.option("--recording", type=click.Path(path_type=Path), help="Or a recording from the room.")
@click.option("--talk", default="", metavar="yes|no", help="Could two people talk in a normal voice?")
@click.option("--back-row", default="", metavar="yes|no", help="Were the words clear at the back?")
@click.option("--ears", default="", metavar="yes|no", help="Did anybody cover their ears?")
@click.option("--meter", default="", help="What a calibrated sound level meter shows, as you read it.")
@click.option("--event", default="", help="At this event: an ID, today or next.")
@click.option("--undo", metavar="ID", help="Take this reading out.")
@_by_option
@library_option
@json_option
def level(
    place: str | None,
    setup: str | None,
    seconds: float | None,
    recording: Path | None,
    talk: str,
    back_row: str,
    ears: str,
    meter: str,
    event: str,
    undo: str | None,
    by: tuple[str, ...],
    library: Path | None,
    as_json: bool,
) -> None:
    """Keep how loud it was in a PLACE with a SET-UP, and compare it with last time; without them, list.

    It says quieter, about the same or louder than last time; it never says decibels in the room. What it
    listens to is not kept.
    """
    from lessons.assembly.levels import Levels

    opened = team_library(library)
    levels = Levels(opened)
    if undo is not None:
        gone = levels.strike(undo)
        return tell(gone, as_json, f"Taken out: {gone.id}.")
    if place is None or setup is None:
        found = levels.all(place)
        if not tell_all(found, as_json):
            print_columns((r.id, f"{r.date}", r.place, r.setup, levels.against_last_time(r)) for r in found)
        return
    made = levels.add(
        place,
        setup,
        level=_level_of(recording) if recording else _level_now(seconds) if seconds else None,
        talk=talk,
        back_row=back_row,
        ears=ears,
        meter=meter,
        event=event_meant(opened, event).id if event else "",
        by=known_codes(opened, by),
    )
    tell(made, as_json, f"{levels.against_last_time(made)} Kept as {made.id}.")


def _level_of(wav: Path) -> float:
    from lessons.assembly.room import room_level
    from studio.audio.files.wav import WavFile
    from studio.loose_files import as_wav

    with as_wav(wav) as path, WavFile(path) as sound:
        return room_level(sound)


def _level_now(seconds: float) -> float:
    """Listen with the usual microphone; nothing of it is kept."""
    import tempfile
    import time

    from studio.audio.live.recorder import Recorder

    with tempfile.TemporaryDirectory(prefix="soundingboard-") as folder:
        recorder = Recorder(Path(folder))
        recorder.start()
        while (status := recorder.poll()).state in ("starting", "recording") and status.seconds < seconds:
            time.sleep(LOOK_EVERY_SECONDS)
        return _level_of(recorder.stop().path)


@click.command(short_help="Play a safe test sound.")
@click.option("--noise", is_flag=True, help="Pink noise instead of a tone.")
@click.option("--seconds", type=click.FloatRange(6, 120), default=20.0, show_default=True, help="How long.")
def tone(noise: bool, seconds: float) -> None:
    """Play a test sound: it begins from nothing and is never loud. Faders down first; Ctrl and C stops it."""
    from studio.audio.source import ClipSource
    from studio.audio.tone import pink_noise, steady_tone
    from studio.cli.live import play_to_the_end

    click.echo("Faders down first. The sound grows for five seconds. Ctrl and C stops it.")
    play_to_the_end(ClipSource(pink_noise(seconds) if noise else steady_tone(seconds)))
