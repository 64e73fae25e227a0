import errno
import io
import json
import shutil
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import bagit
import pypdf
import pytest

from evidence.bundle.seal import (
    BundleExists,
    BundleNotWritten,
    NothingToSeal,
    SoundLost,
    expected_size,
    seal_bundle,
)
from evidence.bundle.verify import verify_bundle
from evidence.entry import Draft, SoundUse
from evidence.library import Library
from rubric.framework import Claim
from rubric.load import shipped_framework
from studio import disk
from studio.audio.recipe import Recipe
from tests.builders import a_sine, a_wav

FRAMEWORK = shipped_framework()
TOP = "oak-school_2026-07-10_v1"


def a_clock():
    return datetime(2026, 7, 10, 14, 30, 8, 123456, tzinfo=UTC)


@pytest.fixture(scope="module")
def _template(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("seal")
    library = Library.open(folder / "library", create=True, school="Oak School", clock=a_clock)
    sound = library.add_sound(
        a_wav(folder / "a.wav", a_sine(1, peak=0.1)), title="Siren", origin="imported", by="Y4-heron"
    )
    edited = SoundUse.of(sound.with_recipe(Recipe.parse(["trim 0.2", "reverse", "normalise -1"])))
    (folder / "plan.pdf").write_bytes(b"%PDF-1.7 a plan")
    (folder / "=run.html").write_text("<script>alert(1)</script>")
    files = tuple(library.add_file(folder / name) for name in ("plan.pdf", "=run.html"))
    for number, uses in enumerate([(edited,), (edited, SoundUse.of(sound))], 1):
        library.add_entry(
            Draft(
                title=f"=Siren {number}",
                criteria=(Claim("MT1", "gold"), Claim("C6", "silver")),
                year_groups=("Y4",),
                date_happened=date(2026, 7, number),
                happened="@We made it.",
                impact="They asked for more.",
                sounds=uses,
                files=files[: number - 1] + files[:number],
            )
        )
    library.add_entry(
        Draft(
            title="Only proposed",
            criteria=(Claim("MT1", "gold"),),
            date_happened=date(2026, 7, 1),
            status="proposed",
        )
    )
    return library.folder


@pytest.fixture
def library(_template, tmp_path) -> Library:
    return Library.open(shutil.copytree(_template, tmp_path / "library"), clock=a_clock)


def read(path: Path, name: str) -> bytes:
    with zipfile.ZipFile(path) as archive:
        return archive.read(f"{TOP}/{name}")


def printed(path: Path) -> str:
    pages = pypdf.PdfReader(io.BytesIO(read(path, "data/summary.pdf"))).pages
    return "\n".join(page.extract_text() for page in pages)


def test_a_sealed_bundle_is_valid_and_tells_its_words(library, tmp_path):
    sealed = seal_bundle(library, tmp_path / "oak.zip", FRAMEWORK)
    assert sealed.entries == ("EV-2026-0001", "EV-2026-0002")
    assert sealed.sounds == 3
    assert sealed.size == sealed.path.stat().st_size
    assert sealed.page_size == len(read(sealed.path, "data/OPEN-ME-FIRST.html"))
    verdict = verify_bundle(sealed.path, receipt=" ".join(sealed.receipt_words))
    assert verdict.faults == ()
    assert verdict.receipt == sealed.receipt_words


def test_the_library_of_congress_validator_accepts_a_whole_bundle(library, tmp_path):
    seal_bundle(library, tmp_path / "oak.zip", FRAMEWORK)
    with zipfile.ZipFile(tmp_path / "oak.zip") as archive:
        archive.extractall(tmp_path / "out")
    assert bagit.Bag(str(tmp_path / "out" / TOP)).validate()


def test_it_holds_these_files(library, tmp_path):
    seal_bundle(library, tmp_path / "oak.zip", FRAMEWORK)
    with zipfile.ZipFile(tmp_path / "oak.zip") as archive:
        assert [name.removeprefix(f"{TOP}/") for name in archive.namelist()] == [
            "VERIFY.txt",
            "bag-info.txt",
            "bagit.txt",
            "data/OPEN-ME-FIRST.html",
            "data/bundle.json",
            "data/bundle.schema.json",
            "data/evidence/EV-2026-0001/01-S-0001-before.mp3",
            "data/evidence/EV-2026-0001/01-S-0001.mp3",
            "data/evidence/EV-2026-0001/F-01.pdf",
            "data/evidence/EV-2026-0001/card.txt",
            "data/evidence/EV-2026-0002/01-S-0001-before.mp3",
            "data/evidence/EV-2026-0002/01-S-0001.mp3",
            "data/evidence/EV-2026-0002/02-S-0001.mp3",
            "data/evidence/EV-2026-0002/F-01.pdf",
            "data/evidence/EV-2026-0002/F-02.pdf",
            "data/evidence/EV-2026-0002/F-03.dat",
            "data/evidence/EV-2026-0002/card.txt",
            "data/framework.json",
            "data/log.jsonl",
            "data/receipt.txt",
            "data/summary.csv",
            "data/summary.pdf",
            "data/summary.xlsx",
            "manifest-sha512.txt",
            "tagmanifest-sha512.txt",
        ]


def test_its_sounds_are_real_mp3_of_the_right_length(library, tmp_path):
    import soundfile

    seal_bundle(library, tmp_path / "oak.zip", FRAMEWORK)
    for name, seconds in (("01-S-0001-before.mp3", 1.0), ("01-S-0001.mp3", 0.8)):
        content = io.BytesIO(read(tmp_path / "oak.zip", f"data/evidence/EV-2026-0001/{name}"))
        info = soundfile.info(content)
        assert info.channels == 1
        assert info.duration == pytest.approx(seconds, abs=0.1)


def test_paths_stay_short_on_a_deep_share(library, tmp_path):
    seal_bundle(library, tmp_path / "oak.zip", FRAMEWORK)
    with zipfile.ZipFile(tmp_path / "oak.zip") as archive:
        assert max(90 + len(name) for name in archive.namelist()) < 240


def test_the_same_library_entries_and_clock_give_the_same_bytes(library, tmp_path):
    first = seal_bundle(library, tmp_path / "one.zip", FRAMEWORK)
    second = seal_bundle(library, tmp_path / "two.zip", FRAMEWORK, entries=reversed(library.entries()))
    assert first.path.read_bytes() == second.path.read_bytes()
    assert first.receipt_words == second.receipt_words


def test_any_change_in_the_library_gives_another_receipt(library, tmp_path):
    first = seal_bundle(library, tmp_path / "one.zip", FRAMEWORK)
    library.note("looked", "bundle", "one.zip")
    assert seal_bundle(library, tmp_path / "two.zip", FRAMEWORK).receipt_words != first.receipt_words


def test_only_the_chosen_entries_go_in(library, tmp_path):
    sealed = seal_bundle(library, tmp_path / "oak.zip", FRAMEWORK, entries=[library.entry("EV-2026-0002")])
    assert sealed.entries == ("EV-2026-0002",)
    assert b"EV-2026-0001/" not in read(sealed.path, "manifest-sha512.txt")


def test_what_is_only_proposed_is_not_sealed(library, tmp_path):
    proposed = [entry for entry in library.entries() if entry.status == "proposed"]
    assert proposed
    with pytest.raises(NothingToSeal):
        seal_bundle(library, tmp_path / "oak.zip", FRAMEWORK, entries=proposed)
    assert not (tmp_path / "oak.zip").exists()


def test_the_data_tells_everything_but_salts_and_earlier_words(library, tmp_path):
    from dataclasses import replace

    entry = library.entry("EV-2026-0001")
    library.save_entry(replace(entry, happened="Without the name."), "amended", who="staff-1")
    seal_bundle(library, tmp_path / "oak.zip", FRAMEWORK)
    data = read(tmp_path / "oak.zip", "data/bundle.json")
    told = json.loads(data)
    assert (told["schema"], told["schema_version"]) == ("soundingboard-bundle", 1)
    assert told["log"]["head"] == library.journal.head().hash
    first = told["entries"][0]
    assert first["sounds"][0]["steps"] == [
        "cut 0.20 s from the start",
        "play it backwards",
        "bring the loudest moment to -1.0 dBFS",
    ]
    assert first["sounds"][0]["recipe_texts"] == ["trim 0.2", "reverse", "normalise -1"]
    assert first["amendments"] == [{"when": "2026-07-10T14:30:08.123456+00:00", "by": "staff-1"}]
    assert told["coverage"]["criteria"]["MT1"] == {"bronze": 0, "silver": 0, "gold": 2}
    with zipfile.ZipFile(tmp_path / "oak.zip") as archive:
        everything = b"".join(map(archive.read, archive.namelist()))
    for record in library.records():
        assert record.salt.encode() not in everything
    places = "page, card, table, workbook, data"
    assert everything.count(b"@We made it.") == 5, f"only the other entry may say it: {places}"
    assert printed(tmp_path / "oak.zip").count("@We made it.") == 1


def test_the_framework_is_told_in_full(library, tmp_path):
    seal_bundle(library, tmp_path / "oak.zip", FRAMEWORK)
    told = json.loads(read(tmp_path / "oak.zip", "data/framework.json"))
    assert len(told["criteria"]) == 29
    assert told["criteria"][0]["descriptors"][0]["text"] == FRAMEWORK.criteria[0].descriptors[0].text


def test_the_card_is_plain_text(library, tmp_path):
    seal_bundle(library, tmp_path / "oak.zip", FRAMEWORK)
    card = read(tmp_path / "oak.zip", "data/evidence/EV-2026-0002/card.txt").decode()
    assert "EV-2026-0002  =Siren 2" in card
    assert FRAMEWORK.descriptor(Claim("MT1", "gold")).text in card
    assert "File F-03.dat\n  It was called: =run.html" in card


def test_a_bundle_that_is_there_is_not_overwritten(library, tmp_path):
    out = tmp_path / "oak.zip"
    out.write_bytes(b"kept")
    with pytest.raises(BundleExists):
        seal_bundle(library, out, FRAMEWORK)
    assert out.read_bytes() == b"kept"
    assert verify_bundle(seal_bundle(library, out, FRAMEWORK, overwrite=True).path).valid


def test_a_folder_is_never_overwritten(library, tmp_path):
    (tmp_path / "oak.zip").mkdir()
    with pytest.raises(BundleExists):
        seal_bundle(library, tmp_path / "oak.zip", FRAMEWORK, overwrite=True)


@pytest.mark.parametrize("name", ["oak", "oak.tar", "oak.zip.txt"])
def test_the_name_must_end_in_zip(library, tmp_path, name):
    with pytest.raises(BundleNotWritten):
        seal_bundle(library, tmp_path / name, FRAMEWORK)


def test_a_folder_that_is_not_there_is_said(library, tmp_path):
    with pytest.raises(BundleNotWritten):
        seal_bundle(library, tmp_path / "none" / "oak.zip", FRAMEWORK)


def test_a_lost_original_is_said_and_nothing_is_left(library, tmp_path):
    for original in library.originals.iterdir():
        original.unlink()
    with pytest.raises(SoundLost, match="Siren"):
        seal_bundle(library, tmp_path / "oak.zip", FRAMEWORK)
    assert [path.name for path in tmp_path.iterdir()] == ["library"]


def test_a_lost_overview_does_not_matter(library, tmp_path):
    for overview in library.overviews.iterdir():
        overview.write_bytes(b"damaged")
    assert verify_bundle(seal_bundle(library, tmp_path / "oak.zip", FRAMEWORK).path).valid


def test_progress_rises_to_the_end(library, tmp_path):
    seen: list[float] = []
    seal_bundle(library, tmp_path / "oak.zip", FRAMEWORK, progress=seen.append)
    assert seen == sorted(seen)
    assert seen[-1] == 1.0


def test_a_long_sound_can_be_stopped_in_its_middle(tmp_path):
    library = Library.open(tmp_path / "library", create=True, school="Oak", clock=a_clock)
    wav = a_wav(tmp_path / "long.wav", a_sine(30, samplerate=16000))
    sound = library.add_sound(wav, title="Long", origin="imported", move=True)
    library.add_entry(
        Draft(
            title="Long",
            criteria=(Claim("MT1", "gold"),),
            date_happened=date(2026, 7, 1),
            sounds=(SoundUse.of(sound),),
        )
    )
    seen: list[float] = []
    sealed = seal_bundle(library, tmp_path / "oak.zip", FRAMEWORK, progress=seen.append)
    assert expected_size(library.entries()) == pytest.approx(sealed.size, rel=0.05)
    assert len([share for share in seen if share < 0.8]) > 5
    assert seen == sorted(seen)


def test_progress_is_told_in_the_thread_that_asked_for_it(library, tmp_path, monkeypatch):
    import threading

    from evidence.bundle import crew

    monkeypatch.setattr(crew, "_WORTH_IT", 0)
    threads = set()
    seal_bundle(
        library, tmp_path / "a.zip", FRAMEWORK, progress=lambda _: threads.add(threading.current_thread())
    )
    assert threads == {threading.current_thread()}


def test_sounds_encoded_side_by_side_give_the_same_bytes(library, tmp_path, monkeypatch):
    from evidence.bundle import crew

    first = seal_bundle(library, tmp_path / "one.zip", FRAMEWORK)
    monkeypatch.setattr(crew, "_WORTH_IT", 0)
    assert seal_bundle(library, tmp_path / "two.zip", FRAMEWORK).path.read_bytes() == first.path.read_bytes()


@pytest.mark.parametrize("after", [0.1, 0.85, 0.95])
def test_stopping_on_the_way_leaves_nothing(library, tmp_path, after):
    class Stop(Exception):
        pass

    def stop(share):
        if share > after:
            raise Stop

    (tmp_path / "oak.zip").write_bytes(b"kept")
    with pytest.raises(Stop):
        seal_bundle(library, tmp_path / "oak.zip", FRAMEWORK, progress=stop, overwrite=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["library", "oak.zip"]
    assert (tmp_path / "oak.zip").read_bytes() == b"kept"


@pytest.mark.parametrize("place", ["sync", "publish"])
def test_a_full_disk_is_said_and_leaves_nothing(library, tmp_path, monkeypatch, place):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(disk, place, full)
    with pytest.raises(BundleNotWritten, match="no space left"):
        seal_bundle(library, tmp_path / "oak.zip", FRAMEWORK)
    assert [path.name for path in tmp_path.iterdir()] == ["library"]


def test_a_disk_that_is_full_while_gathering_is_said(library, tmp_path, monkeypatch):
    from evidence.bundle.contents import Contents

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Contents, "add", full)
    with pytest.raises(BundleNotWritten, match="no space left"):
        seal_bundle(library, tmp_path / "oak.zip", FRAMEWORK)
    assert [path.name for path in tmp_path.iterdir()] == ["library"]


def test_a_school_with_a_name_in_any_letters_can_seal(tmp_path):
    library = Library.open(
        tmp_path / "library",
        create=True,
        school="\u0128r\u012bs \u5b66\u6821 \u0627\u0644\u0645\u062f\u0631\u0633\u0629",
        clock=a_clock,
    )
    library.add_entry(
        Draft(
            title="\u041a\u043e\u0440\u043e\u0432\u0430",
            criteria=(Claim("MT1", "gold"),),
            date_happened=date(2026, 7, 1),
        )
    )
    sealed = seal_bundle(library, tmp_path / "b.zip", FRAMEWORK)
    assert verify_bundle(sealed.path).faults == ()


def test_a_criterion_of_another_framework_is_shown_and_does_not_stop(tmp_path):
    library = Library.open(tmp_path / "library", create=True, school="Oak", clock=a_clock)
    library.add_entry(Draft(title="Old", criteria=(Claim("ZZ9", "gold"),), date_happened=date(2026, 7, 1)))
    assert verify_bundle(seal_bundle(library, tmp_path / "b.zip", FRAMEWORK).path).valid
