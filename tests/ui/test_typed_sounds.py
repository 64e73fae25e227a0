"""Sounds typed into a form, by name or by id."""

import pytest

from studio.takes import bin_sound
from studio.ui.typed_sounds import NoSuchSound, sounds_typed
from tests.ui.fakes import a_sound


def test_names_and_ids_are_both_understood(library):
    rain, laser = a_sound(library, "Rain, on the roof"[:4]), a_sound(library, "Saucepan  Laser")
    assert sounds_typed(library, "") == []
    assert sounds_typed(library, " , ") == []
    assert sounds_typed(library, "rain, saucepan laser") == [rain.id, laser.id]
    assert sounds_typed(library, f"{rain.id} {laser.id}") == [rain.id, laser.id]
    assert sounds_typed(library, f"{laser.id.lower()}; Rain") == [laser.id, rain.id]


def test_what_nobody_recorded_is_refused_with_what_may_be_meant(library):
    rain = a_sound(library, "Rain [/bold]")
    with pytest.raises(NoSuchSound) as refused:
        sounds_typed(library, "Rian [/bold]")
    assert refused.value.fix == "Did you mean “Rain [/bold]”?"
    with pytest.raises(NoSuchSound, match="no sound called “Thunder”"):
        sounds_typed(library, "Thunder")
    bin_sound(library, rain)
    with pytest.raises(NoSuchSound):
        sounds_typed(library, "Rain [/bold]")
