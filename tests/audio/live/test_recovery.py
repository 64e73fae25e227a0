import os
from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studio.audio.files import riff
from studio.audio.files.wav import WavFile, WavWriter, read_layout
from studio.audio.live.recovery import RecoveryFault, UnfinishedTake, discard, find_unfinished, recover
from studio.audio.live.take_file import LOCK_SUFFIX, TakeBusy, TakeFile
from tests.sound_card import RATE, counter

NAME = "2026-03-02_10-15-30-abc123.wav.part"


def a_dead_take(folder: Path, *, name: str = NAME, frames: int = 1000, open_ended: bool = True) -> Path:
    """What a killed recorder leaves: the part, and a lock's file that nobody holds."""
    part = folder / name
    with WavWriter(part, samplerate=RATE, channels=1, open_ended=open_ended) as wav:
        wav.write(counter(frames / RATE)[:, None])
    part.with_name(name + LOCK_SUFFIX).touch()
    return part


def test_a_dead_take_is_offered_and_becomes_a_finished_one(tmp_path: Path) -> None:
    part = a_dead_take(tmp_path)
    (found,) = find_unfinished(tmp_path)
    assert (found.path, found.seconds) == (part, 1000 / RATE)
    assert found.started.strftime("%d %H:%M:%S") == "02 10:15:30"
    take = recover(found)
    assert take.path == tmp_path / "2026-03-02_10-15-30-abc123.wav"
    assert list(tmp_path.iterdir()) == [take.path]
    assert take.overview.length == 1000
    assert take.started == found.started
    with WavFile(take.path) as file:
        assert np.array_equal(file.read(0, 1000)[:, 0], counter(1)[:1000])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(cut=st.integers(9, 3000), header_knows=st.booleans(), open_ended=st.booleans())
def test_every_whole_frame_before_the_cut_comes_back(
    tmp_path: Path, cut: int, header_knows: bool, open_ended: bool
) -> None:
    (tmp_path / NAME).unlink(missing_ok=True)
    part = a_dead_take(tmp_path, open_ended=open_ended)
    header = 80 if open_ended else 44
    os.truncate(part, header + cut)
    if not header_knows:
        with part.open("r+b") as file:
            for place in (4, header - 4):
                file.seek(place)
                file.write(b"\0\0\0\0")
    (found,) = find_unfinished(tmp_path)
    take = recover(found)
    frames = cut // 3
    assert take.overview.length == frames
    assert take.path.stat().st_size == header + 3 * frames + frames % 2
    with WavFile(take.path) as file:
        assert np.array_equal(file.read(0, frames)[:, 0], counter(1)[:frames])
    take.path.unlink()


def test_the_oldest_is_offered_first(tmp_path: Path) -> None:
    names = [f"2026-0{month}-02_10-15-30-{month}.wav.part" for month in (3, 1, 2)]
    for name in names:
        a_dead_take(tmp_path, name=name)
    assert [take.path.name for take in find_unfinished(tmp_path)] == sorted(names)


def test_a_take_that_is_being_written_is_left_alone(tmp_path: Path) -> None:
    part = a_dead_take(tmp_path)
    holder = TakeFile(part)
    assert find_unfinished(tmp_path) == ()
    unfinished = UnfinishedTake(part, holder.started, 1.0)
    with pytest.raises(TakeBusy):
        recover(unfinished)
    with pytest.raises(TakeBusy):
        discard(unfinished)
    holder.release()
    assert len(find_unfinished(tmp_path)) == 1


@pytest.mark.parametrize("content", [b"", b"RIFF", b"no sound at all", None])
def test_parts_without_sound_are_neither_offered_nor_deleted(tmp_path: Path, content: bytes | None) -> None:
    part = a_dead_take(tmp_path, frames=0)
    if content is not None:
        part.write_bytes(content)
    assert find_unfinished(tmp_path) == ()
    assert part.exists()


def test_a_finished_take_that_nobody_took_from_the_folder_is_offered_as_it_is(tmp_path: Path) -> None:
    wav = a_dead_take(tmp_path, name="done.wav")
    (found,) = find_unfinished(tmp_path)
    assert recover(found).path == wav
    assert list(tmp_path.iterdir()) == [wav]


def test_other_files_and_a_missing_folder_are_no_takes(tmp_path: Path) -> None:
    a_dead_take(tmp_path, name="done.flac")
    assert find_unfinished(tmp_path) == ()
    assert find_unfinished(tmp_path / "nowhere") == ()


def test_a_take_that_went_meanwhile_is_said(tmp_path: Path) -> None:
    a_dead_take(tmp_path)
    (found,) = find_unfinished(tmp_path)
    found.path.unlink()
    with pytest.raises(RecoveryFault):
        recover(found)
    assert list(tmp_path.iterdir()) == []


def test_a_take_is_deleted_only_when_asked(tmp_path: Path) -> None:
    a_dead_take(tmp_path)
    (found,) = find_unfinished(tmp_path)
    discard(found)
    assert list(tmp_path.iterdir()) == []


def test_a_part_with_another_name_is_dated_by_its_file(tmp_path: Path) -> None:
    part = a_dead_take(tmp_path, name="brass.wav.part")
    os.utime(part, (1_700_000_000, 1_700_000_000))
    (found,) = find_unfinished(tmp_path)
    assert found.started.timestamp() == 1_700_000_000


def test_a_wav_of_another_program_is_left_alone(tmp_path: Path) -> None:
    part = a_dead_take(tmp_path, name="from-a-phone.wav")
    whole = part.read_bytes()
    told = b"LIST" + (4000).to_bytes(4, "little") + bytes(4000)
    foreign = whole[:36] + told + whole[36:]
    part.write_bytes(foreign[:4] + (len(foreign) - 8).to_bytes(4, "little") + foreign[8:])
    assert read_layout(part).length == 1000
    assert find_unfinished(tmp_path) == ()


def test_a_link_is_no_take(tmp_path: Path) -> None:
    (tmp_path / "takes").mkdir()
    mine = a_dead_take(tmp_path, name="mine.wav")
    try:
        (tmp_path / "takes" / NAME).symlink_to(mine)
    except OSError:
        return  # Windows gives this right to few
    assert find_unfinished(tmp_path / "takes") == ()


def test_a_dead_take_of_more_than_four_gibibytes_is_brought_back_as_rf64(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(riff, "_LARGEST_PLAIN", 1000)
    part = a_dead_take(tmp_path)
    with part.open("r+b") as file:
        file.seek(20)
        file.write(bytes(24))  # the power went before the sizes were on the disk
    (found,) = find_unfinished(tmp_path)
    take = recover(found)
    assert take.path.read_bytes()[:4] == b"RF64"
    assert soundfile.info(take.path).frames == 1000
