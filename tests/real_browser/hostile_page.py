"""A bundle's page with all there is to tell, and with hostile words in every place."""

from datetime import date
from pathlib import Path
from zipfile import ZipFile

from evidence.award.audits import Audits
from evidence.award.plans import Plans
from evidence.award.statement import Statements
from evidence.bundle.seal import seal_bundle
from evidence.entry import Feedback, SoundUse
from evidence.library import Library
from rubric.load import shipped_framework
from studio.audio.recipe import Recipe
from tests.builders import a_sine, a_wav
from tests.evidence.full_library import a_full_library
from tests.evidence.given import a_draft

FRAMEWORK = shipped_framework()
HOSTILE = '<img src="https://example.org/x.png" onerror="document.title=1"><script>document.title=2</script>'
LONG = "W" * 10_000
WORDS = (HOSTILE, LONG, "\u202eright to left\u202c \u05e9\u05dc\u05d5\u05dd")


def add_hostile(library: Library) -> None:
    """Words that would do harm wherever words can be."""
    wav = a_wav(library.takes / "sound.wav", a_sine(1.5))
    sound = library.add_sound(wav, title=f"Siren {HOSTILE}", origin="imported", by="Y4-heron")
    changed = SoundUse.of(sound.with_recipe(Recipe.parse(["trim 0.5", "fade-out 0.2"])))
    for number, text in enumerate(WORDS, 1):
        library.add_entry(
            a_draft(
                text[:200],
                year_groups=("Y4",),
                date_happened=date(2026, 6, number),
                before=text,
                happened=text,
                impact=text,
                subject=text[:100],
                key_for=("MT1",) if number == 1 else (),
                feedback=Feedback(works=text, next=text) if number > 1 else None,
                sounds=(changed, SoundUse.of(sound))[:number],
            )
        )
        Plans(library).add_action(
            text[:200], framework=FRAMEWORK, criteria=["MT2"], owner="lead", success=text
        )
    audits = Audits(library)
    audits.start("review", view="hub", framework=FRAMEWORK)
    audits.judge("MT2", "bronze", view="hub", framework=FRAMEWORK, reason=HOSTILE)
    audits.start("review", view="school", framework=FRAMEWORK, carry_on=True)
    for code, text in zip(("MT2", "MT3", "C6"), WORDS, strict=True):
        audits.judge(code, "bronze", view="school", framework=FRAMEWORK, reason=text, sure="unsure")
    Statements(library).add(LONG, questions=WORDS)


def a_hostile_page(folder: Path) -> Path:
    """The page, alone in a folder."""
    library = a_full_library(folder)
    add_hostile(library)
    sealed = seal_bundle(library, folder / "oak.zip", FRAMEWORK)
    with ZipFile(sealed.path) as archive:
        (inside,) = [name for name in archive.namelist() if name.endswith("OPEN-ME-FIRST.html")]
        alone = folder / "alone" / "OPEN-ME-FIRST.html"
        alone.parent.mkdir()
        alone.write_bytes(archive.read(inside))
    return alone
