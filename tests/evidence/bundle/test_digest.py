import hashlib

import pytest

from evidence.bundle.digest import Digests, digest_files

LARGE = {f"{number}": bytes([number]) * 1_500_000 for number in range(6)}


def test_every_file_gets_its_own_digest():
    for files in (LARGE, {"a": b"a", "b": b""}, {}):
        size = sum(map(len, files.values()))
        found = digest_files(tuple(files), lambda name, f=files: [f[name]], size=size)
        assert list(found) == list(files)
        assert all(found[name].sha512 == hashlib.sha512(files[name]).hexdigest() for name in files)


@pytest.mark.parametrize("size", [10, 9_000_000])
def test_hashing_in_the_background_is_waited_for_and_can_be_given_up(size):
    digests = Digests(tuple(LARGE), lambda name: [LARGE[name]], size=size)
    digests.start()
    assert len(digests.finish()) == 6
    digests.stop()

    def for_ever(_):
        while True:
            yield b"x"

    digests = Digests(tuple(LARGE), for_ever, size=size)
    digests.start()
    digests.stop()
