"""The `record` command: from a microphone into the library."""

import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from studio.cli.live import LOOK_EVERY_SECONDS
from studio.cli.options import json_option, library_option, open_library
from studio.cli.output import one_line, print_json
from studio.cli.shapes import sound_shape
from studio.wording import clock

if TYPE_CHECKING:
    from studio.audio.live.recorder import FinishedTake, Recorder, RecorderStatus


@click.command()
@click.option(
    "--seconds", type=click.FloatRange(0.1, 24 * 3600), help="How long; without it, until Ctrl and C."
)
@click.option("--count-in", type=click.IntRange(1, 60), metavar="SECONDS", help="Count down before.")
@click.option("--wait-for-sound", is_flag=True, help="Begin with the first sound, and half a second before.")
@click.option("--hear-yourself", is_flag=True, help="Play what the microphone hears: with headphones only.")
@click.option("--stereo", is_flag=True, help="Two channels, where the microphone has them.")
@click.option("--device", metavar="NAME", help="Part of the microphone's name.")
@click.option("--title", help="What the sound is called; it then counts as kept.")
@click.option("--year", help="Year group, such as EYFS or Y4.")
@click.option("--by", metavar="CODE", help="Who made it, as a code such as Y4-heron; never a name.")
@library_option
@json_option
def record(
    seconds: float | None,
    count_in: int | None,
    wait_for_sound: bool,
    hear_yourself: bool,
    stereo: bool,
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
    from studio.audio.live.monitor import Monitor
    from studio.audio.live.recorder import Recorder
    from studio.takes import keep_take

    year, by = year and parse_year(year), by and parse_code(by)  # before anybody has made a sound
    opened = open_library(library)
    recorder = Recorder(
        opened.takes,
        device=device,
        channels=2 if stereo else 1,
        longest_seconds=seconds,
        waits_for_sound=wait_for_sound,
        monitor=Monitor if hear_yourself else None,
    )
    take = _take(recorder, count_in or 0)
    _tell_faults(take)
    sound = keep_take(opened, take, title=title, year=year, by=by)
    if as_json:
        print_json(sound_shape(sound))
    else:
        click.echo(f"Recorded {sound.id}: {sound.title}, {clock(sound.seconds)}.")


def _tell_faults(take: "FinishedTake") -> None:
    """Say what ended it early, and what is wrong with its level."""
    from studio.audio.live.recorder_problem import level_fault

    for fault in (take.problem, level_fault(take.overview.peak(0, take.overview.length), take.clipped)):
        if fault is not None:
            click.echo(one_line(str(fault)), err=True)


def _take(recorder: "Recorder", count_in: int) -> "FinishedTake":
    """Count in, and record until the time is up, something ends it, or Ctrl and C are pressed."""
    from studio.audio.live.recorder import NothingRecorded

    try:
        if count_in:
            recorder.listen()  # so that it is open when the counting ends
            _count(count_in)
        recorder.start()
        _watch(recorder)
    except KeyboardInterrupt:
        click.echo(err=True)
        if recorder.poll().state == "listening":
            recorder.leave()
            raise NothingRecorded("Nothing was recorded.", "Let it count to the end next time.") from None
    return recorder.stop()


def _count(seconds: int) -> None:
    """Count down on the screen; a sound would be recorded."""
    for left in range(seconds, 0, -1):
        click.echo(f"{left} ", nl=left == 1, err=True)
        time.sleep(1)


def _watch(recorder: "Recorder") -> None:
    """Show the level until something ends the take; say once what is wrong meanwhile."""
    said = None
    for status in _looks(recorder):
        if sys.stderr.isatty():
            words = "waiting" if status.state == "waiting" else clock(status.seconds)
            click.echo(f"\r{words}  {max(status.peak_dbfs, -99):5.1f} dBFS ", nl=False, err=True)
        wrong = status.problem or status.notice
        if wrong is not None and type(wrong) is not said and not status.is_over:
            click.echo(one_line(str(wrong)), err=True)
        said = type(wrong)


def _looks(recorder: "Recorder") -> "Iterator[RecorderStatus]":
    while True:
        status = recorder.poll()
        yield status
        if status.is_over:
            return
        time.sleep(LOOK_EVERY_SECONDS)
