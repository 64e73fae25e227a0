import hashlib
import io
import random
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidence.bundle.archive import laid_out
from evidence.bundle.verify import Fault, verify_bundle
from evidence.bundle.write_archive import write_archive

NAME = "oak_2026-07-10_v1"


def kinds(verdict):
    return {fault.kind for fault in verdict.faults}


def files_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def repack(files: dict[str, bytes], out: Path, *, method: int = zipfile.ZIP_STORED) -> Path:
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out


def pack_as_we_do(files: dict[str, bytes], out: Path, *, sealed) -> Path:
    laid = laid_out((name, zlib.crc32(content), len(content)) for name, content in files.items())
    write_archive(out, laid, lambda file: [files[file.name]], sealed)
    return out


def unpack(path: Path, folder: Path) -> Path:
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder)
    return folder / NAME


def test_a_fresh_bundle_is_valid_and_tells_its_words(sealed):
    verdict = verify_bundle(sealed.path)
    assert verdict.faults == ()
    assert verdict.valid
    assert verdict.receipt == sealed.words
    assert verdict.sealed.isoformat() == "2026-07-10T14:30:08+00:00"


def test_the_receipt_is_compared_as_a_person_types_it(sealed):
    typed = " ".join(sealed.words[:4]).upper() + ",\n" + "-".join(sealed.words[4:])
    assert verify_bundle(sealed.path, receipt=typed).valid


def test_another_receipt_is_refused(sealed):
    wrong = " ".join(reversed(sealed.words))
    assert verify_bundle(sealed.path, receipt=wrong).faults == (
        Fault("changed", "oak.zip", "The eight words you have belong to another bundle."),
    )
    assert not verify_bundle(sealed.path, receipt="").valid


def contents_of(path: Path) -> set[int]:
    """The positions in a zip that belong to what its files hold."""
    with zipfile.ZipFile(path) as archive:
        starts = [
            (info.header_offset + 30 + len(info.filename), info.file_size) for info in archive.infolist()
        ]
    return {position for start, size in starts for position in range(start, start + size)}


def test_a_changed_byte_is_found_wherever_it_is(sealed):
    whole = sealed.path.read_bytes()
    contents = contents_of(sealed.path)
    # Every byte around the contents; in the contents, which are all hashed alike, one in six.
    positions = [place for place in range(len(whole)) if place not in contents or place % 6 == 0]
    assert len(positions) > 2000
    for position in positions:
        data = bytearray(whole)
        data[position] ^= 1 << position % 8
        verdict = verify_bundle(sealed.changed_to(bytes(data)))
        assert not verdict.valid, f"byte {position} changed and nothing was said"


def test_every_value_of_the_bytes_around_the_contents_is_found(sealed):
    whole = sealed.path.read_bytes()
    choose = random.Random(1)
    edges = [*range(0, 90), *range(len(whole) - 130, len(whole))]
    for position in edges:
        data = bytearray(whole)
        data[position] = choose.choice([value for value in range(256) if value != data[position]])
        assert not verify_bundle(sealed.changed_to(bytes(data))).valid


@pytest.mark.parametrize("cut", [1, 5, 21, 22, 23, 60, 400, 3000])
def test_a_bundle_cut_short_is_found(sealed, cut):
    assert not verify_bundle(sealed.changed_to(sealed.path.read_bytes()[:-cut])).valid
    assert not verify_bundle(sealed.changed_to(sealed.path.read_bytes()[:cut])).valid
    assert not verify_bundle(sealed.changed_to(sealed.path.read_bytes()[cut:])).valid


@pytest.mark.parametrize("extra", [b"\0", b"PK\x05\x06", b"x" * 70_000])
def test_bytes_put_before_or_after_are_found(sealed, extra):
    whole = sealed.path.read_bytes()
    assert not verify_bundle(sealed.changed_to(whole + extra)).valid
    assert not verify_bundle(sealed.changed_to(extra + whole)).valid


def test_a_gap_between_two_files_is_found(sealed, tmp_path):
    data = io.BytesIO(sealed.path.read_bytes())
    with zipfile.ZipFile(data, "a") as archive:
        archive.comment = b""
        archive.fp.seek(archive.start_dir)
        archive.fp.write(b"hidden between")
        archive.start_dir = archive.fp.tell()
        archive._didModify = True
    verdict = verify_bundle(sealed.changed_to(data.getvalue()))
    assert [fault.kind for fault in verdict.faults] == ["changed"]
    assert "intact" in verdict.faults[0].detail


def test_a_changed_file_is_named(sealed, tmp_path):
    files = files_of(sealed.path)
    files[f"{NAME}/data/summary.csv"] += b"EV-2026-0009\r\n"
    verdict = verify_bundle(repack(files, tmp_path / "other.zip"))
    assert (
        Fault("changed", "data/summary.csv", "It is not the same as when the bundle was sealed.")
        in verdict.faults
    )


def test_a_file_taken_out_is_missing(sealed, tmp_path):
    files = files_of(sealed.path)
    del files[f"{NAME}/data/evidence/EV-2026-0001/card.txt"]
    verdict = verify_bundle(repack(files, tmp_path / "other.zip"))
    assert ("missing", "data/evidence/EV-2026-0001/card.txt") in {(f.kind, f.path) for f in verdict.faults}


def test_a_file_put_in_is_unexpected(sealed, tmp_path):
    files = files_of(sealed.path)
    for extra in ("data/extra.txt", "index.html"):
        verdict = verify_bundle(repack(files | {f"{NAME}/{extra}": b"!"}, tmp_path / "other.zip"))
        assert ("unexpected", extra) in {(f.kind, f.path) for f in verdict.faults}


def test_a_file_outside_the_bundles_folder_is_unexpected(sealed, tmp_path):
    verdict = verify_bundle(repack(files_of(sealed.path) | {"README.txt": b"!"}, tmp_path / "other.zip"))
    assert ("unexpected", "README.txt") in {(f.kind, f.path) for f in verdict.faults}


def test_a_renamed_file_is_missing_and_unexpected(sealed, tmp_path):
    files = files_of(sealed.path)
    files[f"{NAME}/data/evidence/EV-2026-0001/S-0002.mp3"] = files.pop(
        f"{NAME}/data/evidence/EV-2026-0001/S-0001.mp3"
    )
    verdict = verify_bundle(repack(files, tmp_path / "other.zip"))
    assert {"missing", "unexpected"} <= kinds(verdict)


def test_a_renamed_folder_in_the_zip_is_found(sealed, tmp_path):
    files = {name.replace(NAME, "elm_2026-07-10_v1"): data for name, data in files_of(sealed.path).items()}
    out = pack_as_we_do(files, tmp_path / "other.zip", sealed=verify_bundle(sealed.path).sealed)
    assert kinds(verify_bundle(out)) == {"changed"}


def test_files_in_another_order_are_found(sealed, tmp_path):
    files = files_of(sealed.path)
    out = repack(dict(reversed(files.items())), tmp_path / "other.zip")
    assert kinds(verify_bundle(out)) == {"changed"}


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_zip_packed_again_says_that_the_files_are_intact(sealed, tmp_path, method):
    verdict = verify_bundle(repack(files_of(sealed.path), tmp_path / "again.zip", method=method))
    (fault,) = verdict.faults
    assert (fault.kind, fault.path) == ("changed", "again.zip")
    assert "The files inside are intact" in fault.detail
    assert verdict.receipt == sealed.words


def test_an_unpacked_bundle_is_valid_under_any_folder_name(sealed, tmp_path):
    folder = unpack(sealed.path, tmp_path / "unpacked")
    assert verify_bundle(folder).faults == ()
    assert verify_bundle(tmp_path / "unpacked").valid
    assert verify_bundle(folder.rename(tmp_path / "From the school")).valid


def test_an_unpacked_bundle_with_changes_is_not(sealed, tmp_path):
    folder = unpack(sealed.path, tmp_path / "unpacked")
    (folder / "data" / "log.jsonl").unlink()
    (folder / "data" / "receipt.txt").write_bytes(b"none")
    (folder / "Thumbs.db").write_bytes(b"")
    found = {(fault.kind, fault.path) for fault in verify_bundle(folder).faults}
    assert {
        ("missing", "data/log.jsonl"),
        ("changed", "data/receipt.txt"),
        ("unexpected", "Thumbs.db"),
    } <= found


def test_a_link_in_an_unpacked_bundle_is_unsafe_and_not_followed(sealed, tmp_path):
    folder = unpack(sealed.path, tmp_path / "unpacked")
    card = folder / "data" / "evidence" / "EV-2026-0001" / "card.txt"
    (tmp_path / "secret.txt").write_bytes(card.read_bytes())
    card.unlink()
    try:
        card.symlink_to(tmp_path / "secret.txt")
    except OSError:
        card.mkdir()  # no rights to make links here: a folder in a file's place is as wrong
        assert "missing" in kinds(verify_bundle(folder))
        return
    assert kinds(verify_bundle(folder)) == {"unsafe"}


def test_the_log_is_checked_even_when_the_manifests_are_made_again(reseal):
    def change_a_line(payload):
        payload["data/log.jsonl"] = payload["data/log.jsonl"].replace(b"EV-2026-0002", b"EV-2026-0007")

    assert kinds(verify_bundle(reseal(change_a_line).path)) == {"log-broken"}


def test_a_log_cut_at_its_end_is_broken_even_when_the_manifests_are_made_again(reseal):
    def cut(payload):
        lines = payload["data/log.jsonl"].splitlines(keepends=True)
        payload["data/log.jsonl"] = b"".join(lines[:-1])

    assert "log-broken" in kinds(verify_bundle(reseal(cut).path))


def test_a_forger_who_makes_everything_again_meets_the_receipt(reseal, sealed):
    def lie(payload):
        payload["data/OPEN-ME-FIRST.html"] += b"Outstanding!"

    forged = reseal(lie)
    assert verify_bundle(forged.path).valid
    assert kinds(verify_bundle(forged.path, receipt=" ".join(sealed.words))) == {"changed"}


def test_a_forger_who_keeps_the_old_words_is_found_without_the_receipt(reseal, sealed):
    def keep_the_words(payload):
        payload["data/summary.csv"] += b"EV-2026-0009\r\n"
        for path in ("data/OPEN-ME-FIRST.html", "data/receipt.txt"):
            payload[path] = payload[path].replace(b"(the eight words)", " ".join(sealed.words).encode())

    verdict = verify_bundle(reseal(keep_the_words).path)
    assert [(fault.kind, fault.path) for fault in verdict.faults] == [("changed", "data/receipt.txt")]


def test_a_bundle_of_nothing_but_a_bag_is_missing_its_files(tmp_path, reseal):
    verdict = verify_bundle(reseal(lambda payload: payload.pop("data/framework.json")).path)
    assert ("missing", "data/framework.json") in {(fault.kind, fault.path) for fault in verdict.faults}


@pytest.mark.parametrize(
    "when", ["0001-01-01T00:00:00+23:00", "9999-12-31T23:59:59-23:00", "2026-07-10T14:30:08"]
)
def test_a_forged_date_that_no_zip_can_tell_is_found(sealed, tmp_path, when):
    files = files_of(sealed.path)
    info, tags = f"{NAME}/bag-info.txt", f"{NAME}/tagmanifest-sha512.txt"
    old = hashlib.sha512(files[info]).hexdigest().encode()
    files[info] = files[info].replace(b"2026-07-10T14:30:08+00:00", when.encode())
    files[tags] = files[tags].replace(old, hashlib.sha512(files[info]).hexdigest().encode())
    verdict = verify_bundle(repack(files, tmp_path / "other.zip"))
    assert ("changed", "bag-info.txt") in {(fault.kind, fault.path) for fault in verdict.faults}


def test_what_is_not_there_is_unreadable(tmp_path):
    assert kinds(verify_bundle(tmp_path / "none.zip")) == {"unreadable"}


def test_an_empty_folder_is_missing_everything(tmp_path):
    assert kinds(verify_bundle(tmp_path)) == {"missing"}


def test_progress_rises_to_the_end_and_may_stop_the_check(sealed):
    seen = []
    verify_bundle(sealed.path, progress=seen.append)
    assert seen == sorted(seen)
    assert seen[-1] == 1.0

    def stop(_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        verify_bundle(sealed.path, progress=stop)


def test_checking_writes_nothing(sealed, tmp_path):
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    verify_bundle(sealed.path)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


ANY = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@ANY
@given(data=st.binary(max_size=400))
def test_random_bytes_are_never_valid_and_never_raise(tmp_path, data):
    path = tmp_path / "random.zip"
    path.write_bytes(data)
    assert not verify_bundle(path).valid


@ANY
@given(
    edits=st.lists(
        st.tuples(st.integers(0, 1 << 16), st.binary(min_size=1, max_size=8)), min_size=1, max_size=4
    )
)
def test_mutated_bundles_are_never_valid_and_never_raise(sealed, edits):
    whole = sealed.path.read_bytes()
    data = bytearray(whole)
    for position, new in edits:
        place = position % len(data)
        data[place : place + len(new)] = new
    if bytes(data) != whole:
        assert not verify_bundle(sealed.changed_to(bytes(data))).valid


@ANY
@given(
    name=st.sampled_from(
        [
            "bag-info.txt",
            "manifest-sha512.txt",
            "tagmanifest-sha512.txt",
            "data/bundle.json",
            "data/log.jsonl",
        ]
    ),
    content=st.one_of(
        st.binary(max_size=300), st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace"))
    ),
)
def test_any_content_of_a_file_that_is_read_never_raises(sealed, tmp_path, name, content):
    folder = tmp_path / NAME
    if not folder.exists():
        unpack(sealed.path, tmp_path)
    kept = (folder / name).read_bytes()
    (folder / name).write_bytes(content)
    assert verify_bundle(folder).valid is (content == kept)
    (folder / name).write_bytes(kept)
