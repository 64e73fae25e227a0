"""Each thing of ours that reads what somebody else may have written, as a function of bytes.

The second argument is an empty folder, for what it needs on the disk.
"""

import shutil
import zipfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache, partial
from pathlib import Path

from evidence.award.audits import Audits
from evidence.award.diary import Diary
from evidence.award.figures import Figures
from evidence.award.plans import Plans
from evidence.award.statement import Statements
from evidence.backup.card import BACKUP_CARD, BackupCard
from evidence.backup.places import BackupPlaces
from evidence.backup.restore import restore
from evidence.backup.source import check_backup
from evidence.bundle.receipt import read_words, words_in_slip
from evidence.bundle.record import SealedBundles
from evidence.bundle.verify import verify_bundle
from evidence.bundle.verify_parts import verify_parts
from evidence.check import check_library
from evidence.library import Library
from evidence.records.journal import check_journal
from evidence.safety.names import Names
from evidence.safety.people import People, parse_code
from evidence.safety.releases import Releases
from evidence.views.coverage import coverage
from lessons.idea import IdeaFault, ideas_of
from lessons.occasion import Occasions
from lessons.rule import RuleFault, rules_of
from lessons.units.faults import faults_in
from lessons.units.find import Wish
from lessons.units.load import parse_unit
from lessons.units.paper import lesson_blocks
from rubric.framework import Claim
from rubric.load import FrameworkFault, framework_of, shipped_framework
from rubric.own import COLUMNS as OWN_COLUMNS
from rubric.own import framework_from_rows, framework_toml
from rubric.plan import parse_pounds
from rubric.sheet import parse_sheet
from rubric.tables import parse_table
from rubric.wording import COLUMNS, OPTIONAL, worded, wording_of
from studio.audio.files.decode import import_sound
from studio.audio.files.riff import read_layout
from studio.audio.live.recovery import find_unfinished, recover
from studio.audio.overview import Overview
from studio.audio.recipe import Recipe
from studio.errors import StudioError

CORPUS = Path(__file__).parent / "corpus"
PIN = "246810"


# Sounds


def a_sound(data: bytes, folder: Path) -> None:
    (folder / "in").write_bytes(data)
    import_sound(folder / "in", folder / "out.wav")


def a_wav(data: bytes, folder: Path) -> None:
    (folder / "a.wav").write_bytes(data)
    read_layout(folder / "a.wav")


def a_take(data: bytes, folder: Path) -> None:
    (folder / "take.part.wav").write_bytes(data)
    (folder / "take.wav").write_bytes(data)
    for take in find_unfinished(folder):
        recover(take)


def an_overview(data: bytes, folder: Path) -> None:
    (folder / "a.peaks").write_bytes(data)
    Overview.load(folder / "a.peaks")


def a_recipe(data: bytes, _: Path) -> None:
    recipe = Recipe.parse(_text(data).split("\n"))
    recipe.words(1.0)
    assert Recipe.parse(recipe.texts()) == recipe


# Content and tables


def a_framework(data: bytes, _: Path) -> None:
    made = framework_of(parse_table(data, "a.toml", FrameworkFault))
    list(made.claims())


def an_own_table(data: bytes, _: Path) -> None:
    rows = parse_sheet(data, "a.csv", OWN_COLUMNS[:3] + OWN_COLUMNS[4:], optional=OWN_COLUMNS[3:4])
    made = framework_from_rows(rows, framework_id="ours", title="Ours", source="A school")
    assert framework_of(parse_table(framework_toml(made).encode(), "a.toml", FrameworkFault)) == made


def a_wording(data: bytes, _: Path) -> None:
    rows = parse_sheet(data, "a.csv", COLUMNS, optional=OPTIONAL)
    worded(shipped_framework(), wording_of(rows, shipped_framework()))


def some_ideas(data: bytes, _: Path) -> None:
    ideas_of(parse_table(data, "a.toml", IdeaFault))


def a_unit(data: bytes, folder: Path) -> None:
    told = faults_in(data, "a.toml")
    unit = parse_unit(data, "a.toml")
    assert told == ()
    assert Wish(text=unit.title).fits(unit)
    list(lesson_blocks(unit))


def some_rules(data: bytes, _: Path) -> None:
    rules_of(parse_table(data, "a.toml", RuleFault))


def typed_words(data: bytes, _: Path) -> None:
    """What people type into a command or a field."""
    for read in (Claim.parse, parse_code, parse_pounds, read_words):
        with suppress(StudioError):
            read(_text(data))


# The library

_NEEDING_A_PIN = ("adult.json", "names.json")


def a_log(data: bytes, _: Path) -> None:
    check_journal(data)


def in_a_library(name: str, data: bytes, folder: Path) -> None:
    """A library in which one file is damaged: whatever can be read of it still can."""
    place = shutil.copytree(CORPUS / "library", folder / "library")
    (place / name).write_bytes(data)
    if name not in _NEEDING_A_PIN:
        (place / "adult.json").unlink()  # checking a PIN is slow on purpose
    library = Library.open(place)
    if name in _NEEDING_A_PIN:
        with suppress(StudioError):
            library.adults.unlock(PIN)
    plans, diary = Plans(library), Diary(library)
    for read in (
        *(library.entries, library.sounds, library.records, library.journal.lines),
        *(Names(library).all, People(library).all),
        *(Audits(library).all, plans.actions, plans.calendar, diary.reflections, diary.conversations),
        *(diary.trainings, Figures(library).all, Statements(library).all, Occasions(library).all),
        *(Releases(library).all, SealedBundles(library).all, BackupPlaces(library).all),
        lambda: coverage(library.entries(), shipped_framework()),
        lambda: Releases(library).gate(library.entries(), "hub-bundle"),
        lambda: check_library(library),
        *([partial(library.note, "looked", "library", "x")] if name in ("log.jsonl", "pending.json") else []),
    ):
        with suppress(StudioError):
            read()


def a_backup(data: bytes, folder: Path) -> None:
    (folder / "a.zip").write_bytes(data)
    with suppress(StudioError):
        check_backup(folder / "a.zip")
    restore(folder / "a.zip", folder / "again")


def a_backup_card(data: bytes, folder: Path) -> None:
    with suppress(ValueError):
        BackupCard.parse(data)
    with (
        zipfile.ZipFile(CORPUS / "backups" / "a.zip") as whole,
        zipfile.ZipFile(folder / "a.zip", "w") as made,
    ):
        for name in whole.namelist():
            made.writestr(name, data if name.endswith(BACKUP_CARD) else whole.read(name))
    check_backup(folder / "a.zip")


# Bundles


def a_bundle(data: bytes, folder: Path) -> None:
    (folder / "a.zip").write_bytes(data)
    assert data in bundles() or not verify_bundle(folder / "a.zip").valid


def in_a_bundle(name: str, data: bytes, folder: Path) -> None:
    """An unpacked bundle in which one file is damaged."""
    for path, content in unpacked().items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data if path == name else content)
    assert verify_bundle(folder).valid == (data == unpacked()[name])


def a_slip(data: bytes, _: Path) -> None:
    words_in_slip(data)
    read_words(_text(data))


def a_parts_list(data: bytes, folder: Path) -> None:
    (folder / "oak_parts.txt").write_bytes(data)
    assert not verify_parts(folder / "oak_parts.txt").valid, "no part is there"


# Good examples


def seeds(*folders: str) -> tuple[bytes, ...]:
    """Every file in some folders of the corpus."""
    paths: Sequence[Path] = [path for folder in folders for path in sorted((CORPUS / folder).iterdir())]
    return tuple(path.read_bytes() for path in paths)


@cache
def bundles() -> tuple[bytes, ...]:
    """Whole bundles."""
    return seeds("bundles")


@cache
def unpacked() -> Mapping[str, bytes]:
    """The files of one."""
    with zipfile.ZipFile(CORPUS / "bundles" / "oak.zip") as archive:
        return {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")
