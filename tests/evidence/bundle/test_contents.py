import hashlib
import zlib

from evidence.bundle import contents as module
from evidence.bundle.contents import Contents
from evidence.bundle.digest import Digest


def test_a_file_comes_back_as_it_was_put_in(tmp_path):
    data = bytes(range(256)) * 3000
    with Contents(tmp_path) as contents:
        digest = contents.add("a", [data[:1000], data[1000:]])
        contents.add("b", b"other")
        assert b"".join(contents.blocks("a")) == data
    assert digest == Digest(hashlib.sha512(data).hexdigest(), zlib.crc32(data), len(data))


def test_a_file_may_be_made_from_others_while_they_are_read(tmp_path):
    data = bytes(module.BLOCK * 2 + 5)
    with Contents(tmp_path) as contents:
        contents.add("a", data)
        contents.add("b", (block + b"!" for block in contents.blocks("a")))
        assert len(b"".join(contents.blocks("b"))) == len(data) + 3
        assert b"".join(contents.blocks("a")) == data


def test_a_file_put_in_again_is_replaced(tmp_path):
    with Contents(tmp_path) as contents:
        contents.add("a", b"one")
        contents.add("a", b"other")
        assert b"".join(contents.blocks("a")) == b"other"
        assert contents.digests().keys() == {"a"}


def test_nothing_of_it_stays_in_the_folder(tmp_path):
    with Contents(tmp_path) as contents:
        contents.add("a", b"children's voices")
    assert list(tmp_path.iterdir()) == []
