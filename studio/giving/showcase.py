"""A showcase: pieces on one page that plays anywhere, and the programme sheet for the audience."""

import base64
from dataclasses import dataclass
from pathlib import Path

from evidence.bundle.credits import credits_of
from evidence.library import Library
from evidence.papers.document import check_name, put_file, write_document
from evidence.papers.paper import Grid, Paper, Text
from evidence.papers.web import page_templates
from evidence.sound import Sound
from lessons.look import Looks
from lessons.printing.page_look import BARS, HIGH, STEP, PageColours, bars
from studio.giving.chosen import Chosen, Progress, opened
from studio.giving.folder import part_of_all
from studio.wording import clock, count, date_in_words, length_in_words, listed

FORMS = (".html",)
_KBPS = 128
_JOB_WORDS = {"played": "played by", "recorded": "recorded by", "edited": "edited by"}


@dataclass(frozen=True, slots=True)
class _Piece:
    """One of them as the page shows it."""

    sound: Sound
    seconds: float
    by: str
    done: str
    credit: str
    bars: list[tuple[int, float, float, bool]]
    uri: str


def by_words(sound: Sound) -> str:
    """Who made it, by code, with their jobs where they had any; else its year group."""
    if sound.crew:
        jobs: dict[str, list[str]] = {}
        for job, code in sound.crew:
            jobs.setdefault(job, []).append(code)
        words = [f"{_JOB_WORDS[job]} {listed(codes)}" for job, codes in jobs.items()]
        return ", ".join(words)
    return listed(list(sound.makers)) or sound.year or ""


def give_showcase(
    library: Library,
    chosen: Chosen,
    out: Path,
    *,
    title: str = "Our showcase",
    level: bool = True,
    overwrite: bool = False,
    progress: Progress | None = None,
) -> Path:
    """Write one page with every sound inside it: it needs no network and runs no script.

    Raises
    ------
    PaperExists, PaperNotWritten
    """
    check_name(out, FORMS, overwrite=overwrite)
    pieces = [
        _piece(library, chosen, sound, level, part_of_all(progress, done, len(chosen.sounds)))
        for done, sound in enumerate(chosen.sounds)
    ]
    templates = page_templates("printing")
    templates.filters["lasting"] = length_in_words
    page = templates.get_template("showcase.html").render(
        title=title,
        school=library.school,
        summary=f"{count(len(pieces), 'piece')}, {length_in_words(sum(each.seconds for each in pieces))}.",
        day=date_in_words(library.now().date()),
        pieces=pieces,
        look=PageColours(Looks(library).now()),
        width=BARS * STEP,
        high=HIGH,
    )
    return put_file(out, page.encode("utf-8", "replace"))


def _piece(library: Library, chosen: Chosen, sound: Sound, level: bool, progress: Progress | None) -> _Piece:
    from studio.audio.files.encode import mp3_bytes  # NumPy, and an encoder

    credit = credits_of((sound,)).get(sound.id)
    with opened(library, sound, level=level) as source:
        lows, highs = source.columns(0, source.length, 2 * BARS)
        peaks = tuple(max(-float(low), float(high)) for low, high in zip(lows, highs, strict=True))
        made = mp3_bytes(source, kbps=_KBPS, mono=False)
        seconds = source.seconds
    if progress is not None:
        progress(1.0)
    return _Piece(
        sound,
        seconds,
        by_words(sound),
        _sentence(sound.recipe.words(sound.seconds)),
        credit.words(sound.title) if credit else "",
        bars(peaks),
        "data:audio/mpeg;base64," + base64.b64encode(made).decode("ascii"),
    )


def _sentence(phrases: list[str]) -> str:
    words = listed(phrases)
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def give_programme(
    library: Library, chosen: Chosen, out: Path, *, title: str = "Our showcase", overwrite: bool = False
) -> Path:
    """Write the sheet for the audience: what comes, who made it, how long it is, and whom to thank.

    Raises
    ------
    AdultsOnly, PaperExists, PaperNotWritten
    """
    return write_document(library, programme(library, chosen, title), out, overwrite=overwrite)


def programme(library: Library, chosen: Chosen, title: str) -> Paper:
    """The sheet as a paper."""
    rows = tuple(
        (str(number), sound.title, by_words(sound), clock(sound.seconds_after))
        for number, sound in enumerate(chosen.sounds, 1)
    )
    thanks = [Text(f"With thanks: {' '.join(chosen.credits)}")] if chosen.credits else []
    day = date_in_words(library.now().date())
    return Paper(
        over="Programme",
        title=title,
        school=library.school,
        made=library.now(),
        foot=f"{title}, {day}",
        about=tuple(sound.id for sound in chosen.sounds),
        blocks=(
            Grid("What you will hear", ("", "Piece", "By", "Length"), rows, (6, 46, 34, 14)),
            *thanks,
            Text("Codes stand for pupils. Please do not record or share what you hear."),
        ),
    )
