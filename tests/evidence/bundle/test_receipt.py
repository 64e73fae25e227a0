import hashlib
import json
import re
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from evidence.bundle.receipt import (
    BLANK,
    read_words,
    receipt_words,
    slip_text,
    with_words,
    without_words,
    words_in_slip,
)
from evidence.receipt_words import word_list

HASHES = {"data/a": "a" * 128, "VERIFY.txt": "b" * 128}
WORDS = receipt_words("0" * 64, HASHES)


def test_the_words_are_many_short_plain_and_in_order():
    words = word_list()
    assert len(set(words)) == 1024
    assert all(re.fullmatch(r"[a-z]{3,8}", word) for word in words)
    assert list(words) == sorted(words)


def test_no_two_words_differ_by_one_slip_of_the_pen():
    def slips(word):
        yield word
        for place in range(len(word)):
            yield word[:place] + word[place + 1 :]

    seen: dict[str, str] = {}
    for word in word_list():
        for slip in set(slips(word)):
            other = seen.setdefault(slip, word)
            # Two words that lose the same letter may still differ in where it stood: tame enough.
            assert other == word or len(other) == len(word), (other, word)


def test_the_receipt_is_always_the_same_eight_words():
    assert len(WORDS) == 8
    assert receipt_words("0" * 64, dict(reversed(HASHES.items()))) == WORDS


def test_the_receipt_follows_the_log_and_every_file_but_the_manifests():
    assert receipt_words("1" * 64, HASHES) != WORDS
    assert receipt_words("0" * 64, HASHES | {"data/b": "c" * 128}) != WORDS
    assert receipt_words("0" * 64, HASHES | {"VERIFY.txt": "c" * 128}) != WORDS
    assert receipt_words("0" * 64, HASHES | {"manifest-sha512.txt": "c" * 128}) == WORDS


def test_words_are_read_as_people_write_them():
    assert read_words(" Apple, BANANA-cake\n1. drum ") == ("apple", "banana", "cake", "drum")


def test_the_slip_shows_the_words():
    slip = slip_text(school="Oak\nSchool", date="10 July 2026", entries="3 pieces")
    assert words_in_slip(b"".join(with_words([slip], WORDS))) == WORDS
    assert words_in_slip(slip) == ()
    assert words_in_slip(b"\xff\xfe") == ()


@given(st.lists(st.sampled_from([" ".join(WORDS), BLANK, "x", WORDS[0], " ", "("])), st.integers(1, 30))
def test_words_are_swapped_alike_however_the_text_is_cut(parts, size):
    text = "".join(parts).encode()
    cut = [text[place : place + size] for place in range(0, len(text), size)]
    assert b"".join(without_words(cut, WORDS)) == text.replace(" ".join(WORDS).encode(), BLANK.encode())
    assert b"".join(with_words(cut, WORDS)) == text.replace(BLANK.encode(), " ".join(WORDS).encode())


def test_the_guide_in_the_bundle_is_enough_to_work_the_words_out(sealed):
    """The steps of VERIFY.txt, done with nothing of ours but the list of words."""
    files = {}
    with zipfile.ZipFile(sealed.path) as archive:
        for name in archive.namelist():
            files[name.split("/", 1)[1]] = archive.read(name)
    for name in ("data/OPEN-ME-FIRST.html", "data/receipt.txt"):
        files[name] = files[name].replace(" ".join(sealed.words).encode(), b"(the eight words)")
    head = json.loads(files["data/log.jsonl"].splitlines()[-1])["hash"]
    lines = ["soundingboard receipt 1", head]
    for name in sorted(files.keys() - {"bag-info.txt", "manifest-sha512.txt", "tagmanifest-sha512.txt"}):
        lines.append(f"{hashlib.sha512(files[name]).hexdigest()}  {name}")
    text = "".join(f"{line}\n" for line in lines)
    bits = "".join(f"{byte:08b}" for byte in hashlib.sha256(text.encode()).digest())[:80]
    numbers = [int(bits[place : place + 10], 2) for place in range(0, 80, 10)]
    assert tuple(word_list()[number] for number in numbers) == sealed.words
