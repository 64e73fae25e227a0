"""Makes `corpus/`, one small good file of every kind that we read: python -m tests.fuzz.make_corpus.

What is there stays: take a folder away to have it made again.
"""

import shutil
import tempfile
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

import numpy as np

from assets import asset
from evidence.award.audits import Audits
from evidence.award.diary import Diary
from evidence.award.figures import Figures
from evidence.award.plans import Plans
from evidence.award.statement import Statements
from evidence.backup.backup import back_up
from evidence.bundle.contents import Contents
from evidence.bundle.packing import make_bag, write_zip
from evidence.bundle.parts_list import ListedPart, list_text
from evidence.bundle.receipt import BLANK
from evidence.bundle.record import BundleRecord, SealedBundles
from evidence.bundle.schema import Facts
from evidence.bundle.seal import seal_bundle
from evidence.entry import Draft, Feedback, SoundUse
from evidence.library import Library
from evidence.receipt_words import word_list
from evidence.safety.names import Names
from evidence.safety.people import People
from evidence.safety.releases import Releases
from lessons.occasion import Occasions
from rubric.framework import Claim
from rubric.load import shipped_framework
from rubric.own import COLUMNS as OWN_COLUMNS
from rubric.own import framework_from_rows, framework_toml, template
from rubric.sheet import parse_sheet, sheet_text
from studio.audio.clip import Clip
from studio.audio.overview import overview_of
from studio.audio.recipe import Recipe
from tests.builders import a_sine, a_wav
from tests.sound_files import by_libav, by_libsndfile

CORPUS = Path(__file__).parent / "corpus"
FRAMEWORK = shipped_framework()
PIN = "246810"


def main() -> None:
    """Make what is not there."""
    for name, make in MAKERS.items():
        folder = CORPUS / name
        if not folder.exists():
            folder.mkdir(parents=True)
            make(folder)
            print(f"{name}: {sum(path.stat().st_size for path in folder.rglob('*') if path.is_file())} bytes")


def sounds(folder: Path) -> None:
    clip = Clip(a_sine(0.02, channels=2).frames, 48000)
    for name, kind, codec, sample in (
        ("a.mp3", "mp3", "libmp3lame", "fltp"),
        ("b.m4a", "ipod", "aac", "fltp"),
        ("c.mka", "matroska", "flac", "s16"),
        ("d.avi", "avi", "mp2", "s16"),
    ):
        by_libav(folder / name, clip, kind=kind, codec=codec, sample=sample)
    for name, kind, subtype in (
        ("e.wav", "WAV", "PCM_16"),
        ("f.wav", "WAVEX", "PCM_24"),
        ("g.wav", "WAV", "IMA_ADPCM"),
        ("h.aiff", "AIFF", "PCM_16"),
        ("i.flac", "FLAC", "PCM_16"),
        ("j.ogg", "OGG", "VORBIS"),
        ("k.opus", "OGG", "OPUS"),
    ):
        by_libsndfile(folder / name, np.asarray(clip.frames), 48000, kind=kind, subtype=subtype)


def wavs(folder: Path) -> None:
    for name, subtype in (("a.wav", "PCM_16"), ("b.wav", "PCM_24"), ("c.wav", "FLOAT")):
        a_wav(folder / name, a_sine(0.01), subtype=subtype)


def overviews(folder: Path) -> None:
    from studio.audio.files.wav import WavFile

    with WavFile(CORPUS / "wavs" / "a.wav") as sound:
        overview_of(sound).save(folder / "a.peaks")


def recipes(folder: Path) -> None:
    texts = ["trim 0.05 1.2", "fade-in 0.5", "fade-out 0.05", "normalise -1", "gain 3", "reverse"]
    (folder / "a.txt").write_text("\n".join(texts), encoding="utf-8")
    texts = ["fade-in 0.5 gentle", "fade-out 2 quick", "pause 1 0.5", "cut 1 2", "loudness -18 3.25"]
    texts += ["pitch -7", "stutter 0.2 4", "echo 0.25 0.4", "hush 12"]
    (folder / "b.txt").write_text("\n".join(texts), encoding="utf-8")


def frameworks(folder: Path) -> None:
    rows = parse_sheet(template(), "template.csv", OWN_COLUMNS)
    made = framework_from_rows(rows, framework_id="ours", title="Ours", source="A school")
    (folder / "a.toml").write_text(framework_toml(made), encoding="utf-8")
    (folder / "b.toml").write_bytes(asset("frameworks", "music-mark-membership.toml").read_bytes())


def own_tables(folder: Path) -> None:
    (folder / "a.csv").write_bytes(template())
    (folder / "b.tsv").write_bytes(template().replace(b",", b"\t"))


def wordings(folder: Path) -> None:
    rows = [
        ("MT1", "gold", "Music technology", "Access", "Everybody records."),
        ("C6", "silver", "", "", "x"),
    ]
    (folder / "a.csv").write_bytes(sheet_text(("criterion", "level", "area", "title", "descriptor"), rows))


def ideas(folder: Path) -> None:
    _beginning(asset("lessons", "ideas.toml").read_text(encoding="utf-8"), "[[ideas]]", folder / "a.toml")


def units(folder: Path) -> None:
    for name in ("ey-a", "y3-b"):
        (folder / f"{name}.toml").write_bytes(asset("lessons", "units", f"{name}.toml").read_bytes())


def rules(folder: Path) -> None:
    text = asset("rules.toml").read_text(encoding="utf-8")
    rows = [part for part in text.split("\n[[") if part.startswith(("rules]]", "changes]]"))]
    some = [*rows[:4], *[row for row in rows if row.startswith("changes")][:1]]
    (folder / "a.toml").write_text("\n".join(f"[[{row}" for row in some), encoding="utf-8")


def library(folder: Path) -> None:
    """One with every kind of record, and with what a killed program leaves."""
    ticks = count()
    made = Library.open(folder, create=True, school="Oak School", clock=lambda: _clock(next(ticks)))
    made.adults.set_pin(PIN)
    (person, _) = People(made).add("Y4", count=2)
    Names(made).set(person.code, "A Child")
    wav = a_wav(folder / "takes" / "cow.wav", a_sine(0.01))
    sound = made.add_sound(wav, title="A cow", origin="recorded", by=person.code, year="Y4", move=True)
    use = SoundUse.of(sound.with_recipe(Recipe.parse(["reverse"])))
    note = folder / "takes" / "notes.txt"
    note.write_bytes(b"We listened.\n")
    entry = made.add_entry(
        Draft(
            title="Robots",
            criteria=(Claim("MT1", "gold"), Claim("C6", "silver")),
            year_groups=("Y4",),
            date_happened=date(2026, 7, 1),
            happened="We made them.",
            by="staff-1",
            sounds=(SoundUse.of(sound), use),
            files=(made.add_file(note),),
            tags=("CU1",),
            key_for=("MT1",),
            feedback=Feedback(works="The voice", next="Slower", by="Y4-otter"),
        ),
        framework=FRAMEWORK,
    )
    note.unlink()
    _award(made, entry.id, person.code)
    _remember(made, entry.id)
    shutil.rmtree(folder / "overviews", ignore_errors=True)
    (folder / "lock").unlink(missing_ok=True)


def _award(made: Library, entry_id: str, code: str) -> None:
    Releases(made).set(code, "newsletter", "yes")
    audits, plans, diary = Audits(made), Plans(made), Diary(made)
    audits.start("baseline", view="school", framework=FRAMEWORK, by="lead")
    audits.judge("MT1", "silver", view="school", framework=FRAMEWORK, reason="Heard", evidence=[entry_id])
    audits.lock(view="school", framework=FRAMEWORK.id)
    audits.set_target(
        "gold", by_date=date(2027, 7, 1), decided_by="head", phase="primary", framework=FRAMEWORK
    )
    action = plans.add_action("A club", framework=FRAMEWORK, criteria=["MT1"], owner="lead")
    diary.reflect("It went well.")
    diary.talk("hub", "The audit", agreed="A visit", actions=[action.id], day=date(2026, 7, 2))
    diary.add_training("Microphones", by="lead", answers=["A", "B", "C"], day=date(2026, 7, 3))
    Figures(made).add(Claim("O1", "gold"), "", 13, framework=FRAMEWORK)
    Statements(made).add("We stand by it.", questions=["What next?"])
    Occasions(made).add("club-session", day=date(2026, 7, 4), year_groups=["Y4"], people=[code])


def _remember(made: Library, entry_id: str) -> None:
    record = BundleRecord(
        id="",
        name="oak-school_2026-07-10_v1",
        path="E:\\oak.zip",
        sealed=_clock(0),
        receipt=" ".join(word_list()[:8]),
        entries=(entry_id,),
        version=1,
        channel="hub-bundle",
    )
    SealedBundles(made).add(record)


def backup(folder: Path) -> None:
    opened = Library.open(CORPUS / "library")
    opened.adults.unlock(PIN)
    back_up(opened, folder / "a.zip")


def bundles(folder: Path) -> None:
    """A whole bundle, but the page, the PDF and the workbook, which nobody parses, are a few letters long."""
    with tempfile.TemporaryDirectory() as place:
        opened = Library.open(Path(place) / "library", create=True, school="Oak", clock=lambda: _clock(0))
        sound = opened.add_sound(CORPUS / "wavs" / "a.wav", title="A cow", origin="recorded")
        opened.add_entry(
            Draft(
                title="A cow",
                criteria=(Claim("MT1", "gold"),),
                date_happened=date(2026, 7, 1),
                sounds=(SoundUse.of(sound),),
            )
        )
        sealed = seal_bundle(opened, Path(place) / "oak.zip", FRAMEWORK)
        with zipfile.ZipFile(sealed.path) as archive, Contents(folder) as contents:
            for name in archive.namelist():
                path = name.removeprefix(f"{sealed.name}/")
                if path.startswith("data/"):
                    contents.add(path, archive.read(name))
            words = " ".join(sealed.receipt_words).encode()
            slip = b"".join(contents.blocks("data/receipt.txt")).replace(words, BLANK.encode())
            facts = Facts(sealed.name, "Oak", sealed.sealed, opened.journal.head().hash)
            short = {path: b"short" for path in contents.digests() if "summary" in path or "schema" in path}
            short |= {"data/OPEN-ME-FIRST.html": BLANK.encode(), "data/receipt.txt": slip}
            short |= {"data/framework.json": b"{}"}
            for path, content in short.items():
                contents.add(path, content)
            make_bag(contents, facts, b"How to check this bundle.\n")
            write_zip(contents, facts, folder / "oak.zip")


def parts_lists(folder: Path) -> None:
    words = word_list()
    parts = [ListedPart(f"Area {n}", f"oak_part{n}.zip", n, words[n : n + 8]) for n in (1, 2)]
    (folder / "oak_parts.txt").write_bytes(list_text("oak_parts.txt", "Oak School", _clock(0), parts)[0])


MAKERS: dict[str, Callable[[Path], None]] = {
    "wavs": wavs,
    "sounds": sounds,
    "overviews": overviews,
    "recipes": recipes,
    "frameworks": frameworks,
    "own-tables": own_tables,
    "wordings": wordings,
    "ideas": ideas,
    "units": units,
    "rules": rules,
    "library": library,
    "backups": backup,
    "bundles": bundles,
    "parts-lists": parts_lists,
}


def _clock(minutes: int) -> datetime:
    return datetime(2026, 7, 10, 14, 30, tzinfo=UTC) + timedelta(minutes=minutes)


def _beginning(text: str, mark: str, path: Path, rows: int = 2) -> None:
    parts = text.split(f"\n{mark}")[1:]
    path.write_text("".join(f"{mark}{part}\n" for part in parts[:rows]), encoding="utf-8")


if __name__ == "__main__":
    main()
