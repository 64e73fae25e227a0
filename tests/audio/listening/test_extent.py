import numpy as np
import pytest

from studio.audio.listening.bands import BANDS
from studio.audio.listening.extent import find_core, find_extent


def rows_with(*bursts, rows=600, loud=1e-2, room=1e-6, seed=2):
    """Energies of a steady room with loud bursts `(first, last)` in every band."""
    energies = room * np.random.default_rng(seed).gamma(8, 1 / 8, (rows, BANDS))
    for first, last in bursts:
        energies[first:last] += loud
    return energies


def test_the_core_runs_from_the_first_burst_to_the_last():
    assert find_core(rows_with((200, 220), (300, 350))) == pytest.approx((200, 350), abs=2)


def test_a_steady_room_has_no_core():
    assert find_core(rows_with()) is None
    assert find_core(np.zeros((100, BANDS))) is None


@pytest.mark.parametrize("click", [(5, 15), (580, 592)])
def test_a_click_at_either_end_is_left_out(click):
    assert find_core(rows_with((200, 350), click)) == pytest.approx((200, 350), abs=2)


@pytest.mark.parametrize("clap", [(60, 70), (20, 45)])
def test_a_clap_further_in_or_a_longer_sound_is_not_a_click(clap):
    assert find_core(rows_with(clap, (200, 350))) == pytest.approx((clap[0], 350), abs=2)


def test_an_only_click_is_the_sound():
    assert find_core(rows_with((5, 15))) == pytest.approx((5, 15), abs=2)


def test_a_fading_end_is_followed_down_to_the_room():
    energies = rows_with((200, 300))
    energies[300:] += 1e-2 * 10 ** (-np.arange(300)[:, None] / 50)  # 1 dB each 5 rows: 40 dB in 200
    extent = find_extent(energies, (200, 300))
    assert 198 <= extent.start <= 200
    assert 480 <= extent.stop <= 540
    assert extent.prominence_db == pytest.approx(40, abs=1)
    assert extent.restlessness_db < 6
    assert extent.room_heard


def test_a_room_too_short_to_learn_from_is_said():
    assert not find_extent(rows_with((15, 590)), (15, 590)).room_heard
