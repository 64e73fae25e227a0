"""The demo: the whole main job on the shipped sounds, told step by step."""

import time
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from importlib.resources import as_file
from pathlib import Path

from assets import asset
from evidence.bundle.issue import issue_bundle
from evidence.bundle.verify import verify_bundle
from evidence.entry import Entry
from evidence.library import Library
from evidence.sound import Sound
from evidence.views.coverage import coverage
from rubric.framework import Claim, Framework
from rubric.load import shipped_framework
from studio.audio.recipe import Step
from studio.errors import StudioError
from studio.make_evidence import make_evidence
from studio.takes import add_sound, check_sound, do, export, tidy_sound

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class DemoSound:
    """One shipped sound: what is done to it, and what that shows."""

    file: str
    title: str
    by: str
    steps: list[str]
    """Done after the tidy."""


@dataclass(frozen=True, slots=True)
class DemoEntry:
    """One piece of evidence: what happened, so many days ago, with which sounds."""

    title: str
    criteria: list[str]
    year_groups: list[str]
    days_ago: int
    happened: str
    impact: str
    sounds: list[str]


@dataclass(frozen=True, slots=True)
class Script:
    """What the demo shows, from `assets/demo.toml`."""

    school: str
    sounds: tuple[DemoSound, ...]
    entries: tuple[DemoEntry, ...]


def load_script() -> Script:
    """Read the demo's script."""
    with asset("demo.toml").open("rb") as file:
        data = tomllib.load(file)
    return Script(
        data["school"],
        tuple(DemoSound(**sound) for sound in data["sounds"]),
        tuple(DemoEntry(**entry) for entry in data["entries"]),
    )


def run_demo(folder: Path, say: Say) -> Path:
    """Do the whole job in a new library at `folder`; returns the sealed bundle.

    Raises
    ------
    StudioError
        If the folder is in use, or the bundle does not verify.
    """
    started = time.monotonic()
    if folder.exists() and any(folder.iterdir()):
        raise StudioError(
            f"There is something in {folder} already.",
            "Choose a new folder: soundingboard demo --library FOLDER.",
        )
    script = load_script()
    library = Library.open(folder, create=True, school=script.school)
    framework = shipped_framework()
    say("Soundingboard, from a sound to sealed evidence, in six steps. Nothing leaves this computer.")
    sounds = {demo.title: sound for demo, sound in _bring_in(library, script, say)}
    sounds = _shape(library, script, sounds, say)
    entries = _write_down(library, framework, script, sounds, say)
    _show_coverage(library, framework, say)
    sealed = _seal(library, framework, entries, say)
    say(f"\nAll done in {time.monotonic() - started:.1f} s. Next, try these:")
    for command in (f'soundingboard --library "{folder}"', f'soundingboard sound list --library "{folder}"'):
        say(f"   {command}")
    return sealed


def _bring_in(library: Library, script: Script, say: Say) -> list[tuple[DemoSound, Sound]]:
    say("\n1 Three sounds come in, as if pupils had just recorded them.")
    added = []
    for demo in script.sounds:
        with as_file(asset("sounds", demo.file)) as path:
            sound = add_sound(library, path, title=demo.title, by=demo.by, origin="shipped")
        say(f"   {sound.id}  {sound.title:<24} {sound.seconds:5.2f} s   {check_sound(library, sound).child}")
        added.append((demo, sound))
    return added


def _shape(library: Library, script: Script, sounds: dict[str, Sound], say: Say) -> dict[str, Sound]:
    say(
        "\n2 Tidy finds each sound in its room's noise; then a few steps by hand.\n"
        "   Each is a step that can be taken back: the original is never changed."
    )
    shaped = {}
    for demo in script.sounds:
        tidied, found = tidy_sound(library, sounds[demo.title])
        sound = do(library, tidied, *map(Step.parse, demo.steps)) if demo.steps else tidied
        shaped[demo.title] = sound
        sure = "" if found.sure else " (not sure: look at its lines)"
        say(f"   {sound.id}  {sound.seconds:.2f} s → {sound.seconds_after:.2f} s{sure}")
        for words in sound.recipe.words(sound.seconds):
            say(f"           {words}")
        export(library, sound, library.exports / f"{sound.id}.mp3")
    say(f"   MP3 copies for slides and newsletters: {library.exports}")
    return shaped


def _write_down(
    library: Library, framework: Framework, script: Script, sounds: dict[str, Sound], say: Say
) -> list[Entry]:
    say("\n3 What happened becomes dated evidence, with the criteria it shows.")
    today = library.now().date()
    entries = []
    for demo in script.entries:
        entry = make_evidence(
            library,
            title=demo.title,
            criteria=[Claim.parse(text) for text in demo.criteria],
            year_groups=demo.year_groups,
            date_happened=today - timedelta(days=demo.days_ago),
            happened=demo.happened,
            impact=demo.impact,
            sounds=[sounds[title] for title in demo.sounds],
            framework=framework,
        )
        say(f"   {entry.id}  {entry.date_happened}  {', '.join(demo.criteria):<22} {entry.title}")
        entries.append(entry)
    return entries


def _show_coverage(library: Library, framework: Framework, say: Say) -> None:
    say("\n4 What there is evidence for, and the gaps (numbers of entries, not a verdict).")
    counted = coverage(library.entries(), framework)
    shown = {code: levels for code, levels in counted.criteria.items() if any(levels.values())}
    for code, levels in shown.items():
        say(f"   {code:<5}" + "   ".join(f"{level} {count or '·'}" for level, count in levels.items()))
    years = [year for year, levels in counted.mt1_year_groups.items() if not any(levels.values())]
    say(f"   MT1 asks for all year groups; still to come: {', '.join(years)}.")


def _seal(library: Library, framework: Framework, entries: list[Entry], say: Say) -> Path:
    say("\n5 Everything is sealed into one file that anyone can open, hear and check.")
    out = library.exports / "evidence-bundle.zip"
    sealed = issue_bundle(library, out, framework, entries=entries).bundles[0]
    say(f"   {sealed.path} ({sealed.size / 1e6:.1f} MB)")
    say("   Unzip it and open OPEN-ME-FIRST.html: the sounds are inside the page.")
    say(f"   Receipt, to keep on paper: {' '.join(sealed.receipt_words)}")
    say("\n6 And a stranger checks it.")
    verdict = verify_bundle(sealed.path, receipt=" ".join(sealed.receipt_words))
    if not verdict.valid:
        raise StudioError(
            "The bundle we just sealed does not verify.", "Run the demo again in another folder."
        )
    say("   Sealed and as it was: nothing in it has been changed, added or taken away.")
    return sealed.path
