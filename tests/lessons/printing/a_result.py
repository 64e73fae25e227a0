"""A competition that was judged, as far as what is printed of it needs."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from evidence.award.records import AwardRecords
from evidence.library import Library
from evidence.safety.releases import Releases
from lessons.competitions.announcement import Announcement, KindLine, Winner
from lessons.competitions.brief import Brief
from lessons.competitions.submission import Submission
from tests.builders import a_sine, a_wav
from tests.evidence.given import NOW

BRIEF = Brief(
    id="villain",
    title="Voice of a villain",
    hook="Make a voice that gives us shivers!",
    make="A theme and one changed voice line.",
    must=("repeat one idea",),
    shortest=1,
    longest=40,
)
REASONS = ("We chose it because the tune comes back three times. The laugh goes backwards at the end.",)


def an_entry(library: Library, title: str, makers: Sequence[str], animal: str, seconds: float) -> Submission:
    """A sound that was handed in, faded so that its picture has a shape."""
    wav = a_wav(library.takes / f"{animal}.wav", a_sine(seconds, hertz=200 + 10 * len(animal)))
    sound = library.add_sound(wav, title=title, by=makers[0], partners=tuple(makers[1:]), origin="recorded")
    made = Submission(
        id="",
        competition="CO-0001",
        sound_id=sound.id,
        sha256=sound.sha256,
        recipe_texts=("fade-out 0.5",),
        seconds=seconds,
        makers=tuple(makers),
        animal=animal,
        handed_in=NOW,
    )
    records = AwardRecords(library, "submission", "SB", Submission)
    return records.add(lambda id_: replace(made, id=id_), who=None)


def a_result(
    library: Library,
    *,
    titles: Sequence[str] = ("Saucepan laser",),
    others: Sequence[str] = ("Rain on the roof", "Robot lunch"),
    makers: Sequence[Sequence[str]] = (("Y4-heron",), ("Y5-otter", "Y5-seal"), ("Y6-wren",), ("Y3-mole",)),
    reasons: tuple[str, ...] = REASONS,
    **given: Any,
) -> Announcement:
    """Winners with these titles, and others."""
    animals = ("red fox", "grey owl", "blue newt", "green frog")
    entries = [
        an_entry(library, title, who, animal, 1.0 + number / 2)
        for number, (title, who, animal) in enumerate(
            zip((*titles, *others), makers, animals, strict=False), 1
        )
    ]
    won, rest = entries[: len(titles)], entries[len(titles) :]
    fields: dict[str, Any] = {
        "competition": "CO-0001",
        "title": BRIEF.title,
        "brief": BRIEF,
        "winners": tuple(Winner(e.animal, e.id, e.sound_id, e.makers, reasons) for e in won),
        "no_award": "",
        "kind_lines": tuple(
            KindLine(e.animal, e.id, e.makers, "We liked the part where it rains.") for e in rest
        ),
        "panel": ("Y5-bat", "Y6-elk", "Y6-fox"),
        "led_by": ("Y6-fox",),
        "announcers": ("Y6-elk",),
        "date": date(2026, 11, 20),
        "play_order": tuple(e.id for e in won),
        "entries": len(entries),
        "years": ("Y3", "Y4", "Y5", "Y6"),
        "scope": "school",
    }
    return Announcement(**(fields | given))


def release(library: Library, channel: str, *codes: str, answer: str = "yes") -> None:
    """Write a decision down for each."""
    for code in codes:
        Releases(library).set(code, channel, answer)


def add_evidence(library: Library, sound_id: str, **given: Any) -> None:
    """Evidence that uses the sound."""
    from evidence.uses import SoundUse
    from tests.evidence.given import a_draft

    library.add_entry(a_draft(sounds=(SoundUse.of(library.sound(sound_id)),), **given))


def only(folder: Path) -> list[str]:
    """Names of the files in a folder, but for the library."""
    return sorted(path.name for path in folder.iterdir() if path.name != "library")
