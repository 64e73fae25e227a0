import threading

from studio.audio.files import offsets
from studio.audio.files.offsets import OffsetFile


def test_the_way_of_windows_reads_and_writes_the_same(tmp_path, monkeypatch):
    monkeypatch.setattr(offsets, "_POSITIONAL", False)
    path = tmp_path / "bytes"
    file = OffsetFile(path, "xb")
    file.write(b"world", 6)
    file.write(b"hello ", 0)
    file.sync()
    assert file.size() == 11
    file.close()
    assert path.read_bytes() == b"hello world"
    file = OffsetFile(path)
    buffer = bytearray(20)
    assert file.read_into(buffer, 6) == 5
    assert bytes(buffer[:5]) == b"world"
    file.close()


def test_threads_do_not_disturb_each_other_in_the_way_of_windows(tmp_path, monkeypatch):
    monkeypatch.setattr(offsets, "_POSITIONAL", False)
    file = OffsetFile(tmp_path / "bytes", "xb")

    def write(letter):
        for place in range(letter, 1000, 4):
            file.write(bytes([letter]), place)

    threads = [threading.Thread(target=write, args=(letter,)) for letter in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    file.close()
    assert (tmp_path / "bytes").read_bytes() == bytes(range(4)) * 250
