"""A corpus of hostile zips: each is refused before anything in it is read, and nothing is written."""

import io
import struct
import zipfile

import pytest

from evidence.bundle.listing import read_listing, read_member
from evidence.bundle.shared_file import SharedFile
from evidence.bundle.verdict import ReadingFault
from evidence.bundle.verify import verify_bundle

TOP = "oak_2026-07-10_v1"


def a_zip(*names: str, content: bytes = b"x", method: int = zipfile.ZIP_STORED, change=None) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name in (f"{TOP}/bagit.txt", *names):
            info = zipfile.ZipInfo("placeholder")
            info.filename = name
            info.compress_type = method
            if change and name in names:
                change(info)
            archive.writestr(info, content)
    return data.getvalue()


def check(tmp_path, data: bytes):
    path = tmp_path / "inner" / "hostile.zip"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    verdict = verify_bundle(path)
    assert [item.name for item in tmp_path.rglob("*")] == ["inner", "hostile.zip"], "something was written"
    return verdict


def kinds(verdict) -> set[str]:
    return {fault.kind for fault in verdict.faults}


@pytest.mark.parametrize(
    "name",
    [
        "../evil.txt",
        f"{TOP}/../../evil.txt",
        f"{TOP}/data/..",
        "/etc/evil.txt",
        "C:/evil.txt",
        "c:evil.txt",
        f"{TOP}\\evil.txt",
        "\\\\server\\share\\evil.txt",
        f"{TOP}/CON",
        f"{TOP}/data/nul.txt",
        f"{TOP}/data/Com1.mp3",
        f"{TOP}/data/evil.",
        f"{TOP}/data/evil ",
        f"{TOP}/data//evil",
        f"{TOP}/./evil",
        f"{TOP}/data/a:stream",
        f"{TOP}/data/\u202egnp.exe",
        f"{TOP}/data/caf\u00e9.txt",
        f"{TOP}/data/new\nline",
        f"{TOP}/data/\x1b[31mred",
        f"{TOP}/data/{'a' * 61}",
        f"{TOP}/{'abcdefghi/' * 11}x",
        f"{TOP}/a/b/c/d/e/f/g",
    ],
)
def test_a_name_that_leads_elsewhere_or_cannot_be_kept_is_unsafe(tmp_path, name):
    verdict = check(tmp_path, a_zip(name))
    assert kinds(verdict) == {"unsafe"}
    assert all(fault.path.isprintable() for fault in verdict.faults)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("twin", [f"{TOP}/data/a.txt", f"{TOP}/data/A.TXT"])
def test_two_files_of_one_name_are_unsafe(tmp_path, twin):
    assert kinds(check(tmp_path, a_zip(f"{TOP}/data/a.txt", twin))) == {"unsafe"}


def test_names_that_differ_only_in_how_a_letter_is_made_up_are_unsafe(tmp_path):
    assert kinds(check(tmp_path, a_zip(f"{TOP}/data/\u00e9", f"{TOP}/data/e\u0301"))) == {"unsafe"}


@pytest.mark.parametrize("mode", [0o120777, 0o020666, 0o060666, 0o010666, 0o140777])
def test_links_and_devices_are_unsafe(tmp_path, mode):
    def make(info):
        info.create_system = 3
        info.external_attr = mode << 16

    assert kinds(check(tmp_path, a_zip(f"{TOP}/data/link", content=b"/etc/passwd", change=make))) == {
        "unsafe"
    }


@pytest.mark.parametrize("flag", [0x0001, 0x0041, 0x2000])
def test_a_locked_file_is_unsafe(tmp_path, flag):
    data = bytearray(a_zip(f"{TOP}/data/a.txt"))
    place = data.rfind(b"PK\x01\x02")
    struct.pack_into("<H", data, place + 8, flag)
    assert kinds(check(tmp_path, bytes(data))) == {"unsafe"}


def test_a_bomb_is_unsafe_by_its_ratio(tmp_path):
    data = a_zip(f"{TOP}/data/bomb", content=bytes(5_000_000), method=zipfile.ZIP_DEFLATED)
    assert len(data) < 50_000
    assert kinds(check(tmp_path, data)) == {"unsafe"}


def test_many_entries_are_refused_before_they_are_read(tmp_path):
    data = bytearray(a_zip())
    struct.pack_into("<HH", data, len(data) - 14, 60_000, 60_000)
    assert kinds(check(tmp_path, bytes(data))) == {"unsafe"}


def test_a_bomb_that_lies_about_its_size_is_stopped_at_the_size_it_tells(tmp_path):
    data = bytearray(a_zip(f"{TOP}/data/bomb", content=bytes(500_000), method=zipfile.ZIP_DEFLATED))
    place = data.rfind(b"PK\x01\x02")
    struct.pack_into("<L", data, place + 24, 1_000)
    assert kinds(check(tmp_path, bytes(data))) >= {"unsafe"}
    file = SharedFile(io.BytesIO(bytes(data)))
    member = read_listing(file).members[-1]
    taken = []
    with pytest.raises(ReadingFault, match="more than it says"):
        taken.extend(read_member(file, member))
    assert sum(map(len, taken)) <= 1_000


def test_a_file_that_holds_less_than_it_says_is_unreadable(tmp_path):
    data = bytearray(a_zip(f"{TOP}/data/short", content=b"abc" * 50, method=zipfile.ZIP_DEFLATED))
    struct.pack_into("<L", data, data.rfind(b"PK\x01\x02") + 24, 200)
    assert "unreadable" in kinds(check(tmp_path, bytes(data)))


def test_a_stored_file_with_two_sizes_is_unsafe(tmp_path):
    data = bytearray(a_zip(f"{TOP}/data/a.txt"))
    struct.pack_into("<L", data, data.rfind(b"PK\x01\x02") + 24, 2)
    assert kinds(check(tmp_path, bytes(data))) == {"unsafe"}


def test_files_that_share_their_bytes_are_unsafe(tmp_path):
    data = bytearray(a_zip(f"{TOP}/data/a.txt", f"{TOP}/data/b.txt"))
    first = data.find(b"PK\x01\x02")
    place = data.rfind(b"PK\x01\x02")
    struct.pack_into("<L", data, place + 42, struct.unpack_from("<L", data, first + 42)[0])
    assert kinds(check(tmp_path, bytes(data))) == {"unsafe"}


def test_a_file_that_reaches_into_the_table_of_contents_is_unsafe(tmp_path):
    data = bytearray(a_zip(f"{TOP}/data/a.txt"))
    place = data.rfind(b"PK\x01\x02")
    struct.pack_into("<LL", data, place + 20, 50, 50)
    assert kinds(check(tmp_path, bytes(data))) == {"unsafe"}


def test_two_names_for_one_file_are_unsafe(tmp_path):
    data = a_zip(f"{TOP}/data/a.txt").replace(b"data/a.txt", b"data/b.exe", 1)
    assert kinds(check(tmp_path, data)) == {"unsafe"}


@pytest.mark.parametrize("place", [20, 24, 42])
def test_the_long_form_is_unsafe(tmp_path, place):
    data = bytearray(a_zip(f"{TOP}/data/a.txt"))
    struct.pack_into("<L", data, data.rfind(b"PK\x01\x02") + place, 0xFFFFFFFF)
    assert kinds(check(tmp_path, bytes(data))) == {"unsafe"}
    data = bytearray(a_zip(f"{TOP}/data/a.txt"))
    struct.pack_into("<L", data, len(data) - 6, 0xFFFFFFFF)
    assert kinds(check(tmp_path, bytes(data))) == {"unsafe"}


def test_an_unknown_packing_is_unreadable(tmp_path):
    data = a_zip(f"{TOP}/data/a.txt", method=zipfile.ZIP_BZIP2)
    assert "unreadable" in kinds(check(tmp_path, data))


def test_a_zip_in_a_zip_is_only_a_file(tmp_path):
    line = f"{'0' * 128}  data/other.zip\n".encode()
    data = a_zip(f"{TOP}/data/inner.zip", f"{TOP}/manifest-sha512.txt", content=a_zip() + line)
    assert "unsafe" not in kinds(check(tmp_path, data))


def test_a_list_of_files_to_fetch_is_unsafe(tmp_path):
    assert "unsafe" in kinds(check(tmp_path, a_zip(f"{TOP}/fetch.txt", content=b"http://x/ 1 data/x\n")))


def test_a_manifest_that_names_files_elsewhere_is_unsafe(tmp_path):
    line = f"{'0' * 128}  ../../../etc/passwd\n".encode()
    assert "unsafe" in kinds(check(tmp_path, a_zip(f"{TOP}/manifest-sha512.txt", content=line)))


def test_a_comment_with_a_second_table_of_contents_is_not_valid(tmp_path, sealed):
    data = sealed.path.read_bytes()
    other = sealed.changed_to(data[:-2] + struct.pack("<H", 22) + data[-22:])
    assert not verify_bundle(other).valid


def test_two_whole_zips_one_after_the_other_are_not_valid(sealed):
    data = sealed.path.read_bytes()
    assert not verify_bundle(sealed.changed_to(a_zip() + data)).valid
    assert not verify_bundle(sealed.changed_to(data + a_zip())).valid


@pytest.mark.parametrize("content", [b"", b"PK", b"PK\x05\x06", b"%PDF-1.7", b"\0" * 100, b"PK\x05\x06" * 30])
def test_what_is_not_a_zip_is_unreadable(tmp_path, content):
    assert kinds(check(tmp_path, content)) == {"unreadable"}
