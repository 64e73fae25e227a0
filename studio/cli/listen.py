"""What is in a sound: its notes, beat, starts and loudness, and what they say, in words and as JSON."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from studio.cli.options import json_option, library_option, open_library
from studio.cli.output import print_columns, print_json

if TYPE_CHECKING:
    from studio.audio.analysis.findings import Findings
    from studio.audio.analysis.glance import Glance
    from studio.listening import Told
    from studio.listening_words import Said

_A_PATH = click.Path(path_type=Path)
_picture_option = click.option(
    "--picture", metavar="OUT.png", type=_A_PATH, help="Draw its spectrogram and loudness into a PNG file."
)


@click.command()
@click.argument("source", metavar="IN", type=_A_PATH)
@_picture_option
@json_option
def listen(source: Path, picture: Path | None, as_json: bool) -> None:
    """Say what is in a sound file: notes, beat, loudness, in the words of music lessons."""
    from studio.listening import listen_to_file, write_picture

    seen, found = listen_to_file(source, _tell_waiting())
    if picture is not None:
        write_picture(seen, found, picture)
    _tell(seen, found, picture, as_json)


@click.command(name="listen", short_help="What is in a sound: notes, beat, loudness.")
@click.argument("id_", metavar="ID")
@_picture_option
@library_option
@json_option
def listen_to_sound(id_: str, picture: Path | None, library: Path | None, as_json: bool) -> None:
    """Say what is in a sound as it is now; the picture is for adults to make."""
    from studio.listening import glance, listen, save_picture

    opened = open_library(library, adult=picture is not None)
    sound = opened.sound(id_)
    seen, found = glance(opened, sound), listen(opened, sound, _tell_waiting())
    if picture is not None:
        save_picture(opened, seen, found, picture)
    _tell(seen, found, picture, as_json)


def _tell_waiting() -> "Told":
    """Say once, beside the results, that the first time takes long."""
    from studio.audio.analysis.apart import FIRST_TIME

    said: list[str] = []

    def told(stage: str, share: float) -> None:
        if stage == FIRST_TIME and not said:
            said.append(stage)
            click.echo("Getting ready to listen. The first time takes up to a minute.", err=True)

    return told


def _tell(seen: "Glance", found: "Findings", picture: Path | None, as_json: bool) -> None:
    from lessons.vocabulary import dimension_titles
    from studio.heard import told

    sentences = told(seen, found)
    if as_json:
        print_json({**_shape(seen, found, sentences), "picture": str(picture) if picture else None})
        return
    titles = dimension_titles(tuple(each.dimension for each in sentences))
    print_columns([(title, each.words) for title, each in zip(titles, sentences, strict=True)])
    if seen.listened_seconds < seen.seconds:
        click.echo(f"This is about the first {seen.listened_seconds / 60:.0f} minutes.")
    if picture is not None:
        click.echo(f"Made {picture}.")


def _shape(seen: "Glance", found: "Findings", sentences: "Sequence[Said]") -> dict[str, Any]:
    from studio.audio.listening.moments import MOMENT_SECONDS

    main, beat = found.main_note(), found.beat
    return {
        "seconds": round(seen.seconds, 6),
        "listened_seconds": round(seen.listened_seconds, 6),
        "words": [{"dimension": each.dimension, "say": each.words} for each in sentences],
        "main_note": None
        if main is None
        else {"note": main.name, "cents": round(main.cents, 1), "hertz": round(main.hertz, 2)},
        "notes": [
            {
                "start": round(note.start, 3),
                "stop": round(note.stop, 3),
                "note": note.pitch.name,
                "cents": round(note.pitch.cents, 1),
                "hertz": round(note.pitch.hertz, 2),
                "steady": note.is_steady,
            }
            for note in found.notes
        ],
        "tempo": None
        if beat is None
        else {
            "bpm": round(beat.bpm, 1),
            "or_bpm": round(beat.other_bpm, 1),
            "sureness": round(beat.sureness, 2),
        },
        "onsets": [round(start, 3) for start in seen.starts],
        "loudness": {
            "every_seconds": MOMENT_SECONDS,
            "levels_dbfs": [round(level, 1) for level in seen.levels_dbfs],
        },
        "brightness_hertz": _rounded(seen.spectra.brightness_hertz, 0),
        "roughness": _rounded(seen.spectra.roughness, 4),
    }


def _rounded(number: float | None, digits: int) -> float | None:
    return None if number is None else round(number, digits)
