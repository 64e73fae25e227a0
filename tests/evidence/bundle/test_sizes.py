import pytest

from evidence.bundle.sizes import MOST, UnknownPreset, preset, presets


def test_the_presets_rise():
    assert [(each.id, each.largest) for each in presets()] == [
        ("e-mail", 15_000_000),
        ("share", 250_000_000),
        ("usb", None),
    ]
    assert preset("usb").words == "a USB stick (at most 4.3 GB)"
    assert preset(" E-mail ").words == "an e-mail (at most 15.0 MB)"
    assert MOST < 1 << 32


def test_a_word_that_is_no_preset_is_told_with_the_nearest():
    with pytest.raises(UnknownPreset) as told:
        preset("email")
    assert "e-mail" in told.value.fix
