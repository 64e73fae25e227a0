import shutil
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from evidence.bundle.issue import LogBroken, issue_bundle, next_name
from evidence.bundle.packing import BundleExists, BundleNotWritten
from evidence.bundle.record import SealedBundles
from evidence.bundle.seal import NothingToSeal, NotReleased, seal_bundle
from evidence.bundle.sizes import TooLarge
from evidence.bundle.verify import verify_bundle
from evidence.bundle.verify_parts import verify_parts
from evidence.entry import Draft
from evidence.library import Library
from evidence.records.store import LibraryUnwritable
from evidence.safety.adults import AdultsOnly
from evidence.safety.releases import Releases
from rubric.framework import Claim
from rubric.load import shipped_framework
from tests.evidence.given import a_draft, a_library, again

FRAMEWORK = shipped_framework()
SHOWN = (("MT1",), ("C2",), ("O1", "MT1"))
MEGA = 1_000_000


def a_clock():
    return datetime(2026, 7, 10, 14, 30, 8, tzinfo=UTC)


@pytest.fixture(scope="module")
def _template(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("issue")
    library = Library.open(folder / "library", create=True, school="Oak School", clock=a_clock)
    for number, criteria in enumerate(SHOWN, 1):
        film = folder / f"{number}.mp4"
        film.write_bytes(bytes([number]) * 2 * MEGA)
        library.add_entry(
            Draft(
                title=f"Piece {number}",
                criteria=tuple(Claim(criterion, "gold") for criterion in criteria),
                year_groups=("Y4",),
                date_happened=date(2026, 7, number),
                files=(library.add_file(film),),
                people=("Y4-heron",) if number == 2 else (),
                key_for=("MT1",) if number == 1 else (),
            )
        )
    return library.folder


@pytest.fixture
def library(_template, tmp_path) -> Library:
    return Library.open(shutil.copytree(_template, tmp_path / "library"), clock=a_clock)


def left_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != "library")


def test_every_seal_is_the_next_version_and_is_remembered_with_its_receipt(library, tmp_path):
    first = issue_bundle(library, tmp_path / "one.zip", FRAMEWORK)
    second = issue_bundle(library, tmp_path / "two.zip", FRAMEWORK)
    assert [issued.bundles[0].name for issued in (first, second)] == [
        "oak-school_2026-07-10_v1",
        "oak-school_2026-07-10_v2",
    ]
    assert SealedBundles(library).all() == (*first.records, *second.records)
    (record,) = second.records
    assert record.receipt == " ".join(verify_bundle(tmp_path / "two.zip").receipt)
    assert (record.path, record.version) == (str(tmp_path / "two.zip"), 2)
    assert record.entries == ("EV-2026-0001", "EV-2026-0002", "EV-2026-0003")
    assert library.journal.lines()[-1].kind == "bundle"
    assert left_in(tmp_path) == ["one.zip", "two.zip"]


def test_in_a_folder_it_has_its_own_name(library, tmp_path):
    (tmp_path / "stick").mkdir()
    assert next_name(library) == "oak-school_2026-07-10_v1.zip"
    issued = issue_bundle(library, tmp_path / "stick", FRAMEWORK)
    assert issued.bundles[0].path == tmp_path / "stick" / "oak-school_2026-07-10_v1.zip"


def test_key_pieces_alone_can_go(library, tmp_path):
    issued = issue_bundle(library, tmp_path / "key.zip", FRAMEWORK, key_only=True)
    assert issued.bundles[0].entries == ("EV-2026-0001",)
    library.save_entry(replace(library.entry("EV-2026-0001"), key_for=()), "amended")
    with pytest.raises(NothingToSeal, match="key pieces"):
        issue_bundle(library, tmp_path / "none.zip", FRAMEWORK, key_only=True)


# What may leave


def test_what_may_not_leave_stays_out_and_it_is_said_why(library, tmp_path):
    Releases(library).set("Y4-heron", "hub-bundle", "no")
    issued = issue_bundle(library, tmp_path / "oak.zip", FRAMEWORK)
    assert issued.bundles[0].entries == ("EV-2026-0001", "EV-2026-0003")
    (blocked,) = issued.left_out
    assert blocked.entry.id == "EV-2026-0002"
    assert "Y4-heron" in blocked.reason
    assert b"EV-2026-0002/" not in (tmp_path / "oak.zip").read_bytes()
    assert seal_bundle(library, tmp_path / "b.zip", FRAMEWORK).left_out == issued.left_out


def test_what_was_asked_for_and_may_not_leave_is_refused(library, tmp_path):
    Releases(library).set("Y4-heron", "hub-bundle", "no")
    for sealing in (issue_bundle, seal_bundle):
        with pytest.raises(NotReleased, match="EV-2026-0002 may not go") as told:
            sealing(library, tmp_path / "oak.zip", FRAMEWORK, entries=[library.entry("EV-2026-0002")])
        assert "Y4-heron" in told.value.what
    assert left_in(tmp_path) == []
    assert SealedBundles(library).all() == ()


def test_on_a_channel_that_nobody_said_yes_to_nothing_leaves(library, tmp_path):
    with pytest.raises(NothingToSeal, match="EV-2026-0001 and 2 others"):
        issue_bundle(library, tmp_path / "oak.zip", FRAMEWORK, channel="website")


def test_what_is_for_the_staff_stays_in_school(library, tmp_path):
    entry = library.entry("EV-2026-0003")
    library.save_entry(replace(entry, sensitivity="staff"), "amended")
    issued = issue_bundle(library, tmp_path / "oak.zip", FRAMEWORK)
    assert [blocked.entry.id for blocked in issued.left_out] == ["EV-2026-0003"]


def test_pupils_cannot_seal(library, tmp_path):
    library.adults.set_pin("246810")
    library.adults.lock()
    for sealing in (issue_bundle, seal_bundle):
        with pytest.raises(AdultsOnly, match="seal a bundle"):
            sealing(library, tmp_path / "oak.zip", FRAMEWORK)
    assert left_in(tmp_path) == []


# Sizes and parts


def test_more_than_it_may_have_is_refused_before_the_work(library, tmp_path):
    with pytest.raises(TooLarge, match="more than the 5"):
        issue_bundle(library, tmp_path / "oak.zip", FRAMEWORK, largest=5 * MEGA)
    assert left_in(tmp_path) == []


def test_parts_are_whole_bundles_that_a_list_holds_together(library, tmp_path):
    issued = issue_bundle(library, tmp_path / "oak.zip", FRAMEWORK, largest=5 * MEGA, split=True)
    assert left_in(tmp_path) == ["oak_part1.zip", "oak_part2.zip", "oak_part3.zip", "oak_parts.txt"]
    for bundle, record in zip(issued.bundles, issued.records, strict=True):
        assert bundle.size <= 5 * MEGA
        verdict = verify_bundle(bundle.path, receipt=record.receipt)
        assert verdict.faults == ()
        assert verdict.receipt == bundle.receipt_words
    assert [record.version for record in issued.records] == [1, 1, 1]
    assert issued.parts_list == tmp_path / "oak_parts.txt"
    told = issued.parts_list.read_text()
    assert all(record.receipt in told for record in issued.records)
    verdict = verify_parts(issued.parts_list, receipt=" ".join(issued.receipt_words))
    assert verdict.faults == ()
    assert [held.id for held in verdict.evidence] == ["EV-2026-0003", "EV-2026-0002", "EV-2026-0001"]


def test_a_part_tells_of_evidence_that_lies_in_another(library, tmp_path):
    import zipfile

    issue_bundle(library, tmp_path / "oak.zip", FRAMEWORK, largest=5 * MEGA, split=True)
    with zipfile.ZipFile(tmp_path / "oak_part3.zip") as archive:
        (name,) = [name for name in archive.namelist() if name.endswith("data/parts.txt")]
        text = archive.read(name).decode()
    assert "This is part 3 of 3: Music technology" in text
    assert "EV-2026-0003  Piece 3 (part 1)" in text


def test_parts_that_come_out_larger_than_expected_are_shared_out_again(library, tmp_path, monkeypatch):
    from evidence.bundle import parts, sizes

    monkeypatch.setattr(sizes, "_ENTRY_BYTES", -1_000_000)
    issued = issue_bundle(library, tmp_path / "oak.zip", FRAMEWORK, largest=round(4.2 * MEGA), split=True)
    assert parts.entry_size(library.entry("EV-2026-0001")) < 2 * MEGA
    assert len(issued.bundles) > 1
    assert all(bundle.size <= 4.2 * MEGA for bundle in issued.bundles)


def test_what_fits_is_not_split(library, tmp_path):
    issued = issue_bundle(library, tmp_path / "oak.zip", FRAMEWORK, largest=15 * MEGA, split=True)
    assert left_in(tmp_path) == ["oak.zip"]
    assert issued.parts_list is None


def test_a_part_that_is_there_already_is_not_replaced(library, tmp_path):
    for name in ("oak_part2.zip", "oak_parts.txt"):
        (tmp_path / name).write_bytes(b"kept")
        with pytest.raises(BundleExists, match=name):
            issue_bundle(library, tmp_path / "oak.zip", FRAMEWORK, largest=5 * MEGA, split=True)
        assert left_in(tmp_path) == [name]
        (tmp_path / name).unlink()


def test_the_list_finds_parts_that_are_missing_changed_or_swapped(library, tmp_path):
    issue_bundle(library, tmp_path / "oak.zip", FRAMEWORK, largest=5 * MEGA, split=True)
    one, two, three = (tmp_path / f"oak_part{number}.zip" for number in (1, 2, 3))
    one.rename(tmp_path / "swap")
    two.rename(one)
    (tmp_path / "swap").rename(two)
    three.unlink()
    found = {(fault.kind, fault.path) for fault in verify_parts(tmp_path / "oak_parts.txt").faults}
    assert found == {("changed", one.name), ("changed", two.name), ("missing", three.name)}


@pytest.mark.parametrize("change", [(b"part2", b"part3"), (b"Curriculum", b"Everything"), (b"Oak ", b"Elm ")])
def test_a_changed_list_is_found(library, tmp_path, change):
    issued = issue_bundle(library, tmp_path / "oak.zip", FRAMEWORK, largest=5 * MEGA, split=True)
    issued.parts_list.write_bytes(issued.parts_list.read_bytes().replace(*change))
    assert [fault.kind for fault in verify_parts(issued.parts_list).faults] == ["changed"]


def test_a_list_that_went_through_the_mail_is_still_whole(library, tmp_path):
    issued = issue_bundle(library, tmp_path / "oak.zip", FRAMEWORK, largest=5 * MEGA, split=True)
    issued.parts_list.write_bytes(issued.parts_list.read_bytes().replace(b"\n", b"\r\n"))
    assert verify_parts(issued.parts_list).valid


def test_a_text_that_is_no_list_is_unreadable(tmp_path):
    (tmp_path / "notes.txt").write_bytes(b"\xff\x00 notes")
    for name in ("notes.txt", "none.txt"):
        assert [fault.kind for fault in verify_parts(tmp_path / name).faults] == ["unreadable"]


# Stopped and failing


@pytest.mark.parametrize("after", [0.05, 0.4, 0.7, 0.95])
def test_stopping_between_or_in_parts_leaves_nothing(library, tmp_path, after):
    class Stop(Exception):
        pass

    seen = []

    def stop(share):
        seen.append(share)
        if share > after:
            raise Stop

    with pytest.raises(Stop):
        issue_bundle(library, tmp_path / "oak.zip", FRAMEWORK, largest=5 * MEGA, split=True, progress=stop)
    assert seen == sorted(seen)
    assert left_in(tmp_path) == []
    assert SealedBundles(library).all() == ()


def test_a_library_that_cannot_remember_lets_nothing_out(library, tmp_path, monkeypatch):
    def unwritable(*_, **__):
        raise LibraryUnwritable("The disk is full.", "Make room.")

    monkeypatch.setattr(SealedBundles, "add", unwritable)
    (tmp_path / "oak.zip").write_bytes(b"kept")
    with pytest.raises(LibraryUnwritable):
        issue_bundle(library, tmp_path / "oak.zip", FRAMEWORK, overwrite=True)
    assert left_in(tmp_path) == ["oak.zip"]
    assert (tmp_path / "oak.zip").read_bytes() == b"kept"


def test_a_library_that_may_only_be_read_says_so_before_the_work(library, tmp_path, monkeypatch):
    def unwritable():
        raise LibraryUnwritable("The library may only be read.", "Ask for the right to write.")

    monkeypatch.setattr(library.store, "turn", unwritable)
    with pytest.raises(LibraryUnwritable):
        issue_bundle(library, tmp_path / "oak.zip", FRAMEWORK, progress=lambda _: pytest.fail("it began"))


def test_a_place_that_cannot_be_written_is_said(library, tmp_path):
    with pytest.raises(BundleNotWritten):
        issue_bundle(library, tmp_path / "none" / "oak.zip", FRAMEWORK)
    (tmp_path / "oak.zip").write_bytes(b"kept")
    with pytest.raises(BundleExists):
        issue_bundle(library, tmp_path / "oak.zip", FRAMEWORK)


def test_a_name_that_no_disk_takes_is_told(library, tmp_path):
    with pytest.raises(BundleNotWritten):
        issue_bundle(library, tmp_path / ("a" * 5000), FRAMEWORK)


def test_a_log_that_somebody_changed_is_not_sealed(library, tmp_path):
    log = library.journal.path
    log.write_bytes(log.read_bytes().replace(b'"action":"added"', b'"action":"edited"', 1))
    with pytest.raises(LogBroken, match="Line 1 ") as told:
        issue_bundle(library, tmp_path / "oak.zip", FRAMEWORK)
    assert "backup" in told.value.fix
    assert left_in(tmp_path) == []


def test_a_library_whose_records_were_changed_behind_its_log_is_not_sealed(tmp_path):
    library = a_library(tmp_path)
    library.add_entry(a_draft("Robots"))
    (records,) = (library.folder / "records").glob("entries*")
    records.write_text(records.read_text().replace("Robots", "Rebots"))
    with pytest.raises(LogBroken, match="EV-2026-0001 was changed without the program"):
        issue_bundle(again(library), tmp_path / "b.zip", shipped_framework())
    assert not (tmp_path / "b.zip").exists()
