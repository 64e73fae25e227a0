"""What is read while somebody looks at Home."""

import sys

from lessons.units.load import shipped_units
from studio.ui.app import StudioApp
from studio.ui.places import PLACES, file_of, screen_of
from studio.ui.prepared import prepare
from tests.ui.fakes import Keyboard


async def test_the_places_of_home_are_ready_when_somebody_goes_there(app: StudioApp) -> None:
    async with app.run_test() as pilot:
        await Keyboard(pilot).settle()
        await app.run_worker(prepare, thread=True).wait()
        for place in ("club", "competition", "assembly", "lessons", "today", "quality_mark"):
            assert file_of(place) in sys.modules
        assert "studio.ui.screens.sounds.one_sound" in sys.modules
        assert shipped_units.cache_info().currsize == 1


def test_the_file_of_a_place_has_its_screen() -> None:
    for place in PLACES:
        assert type(screen_of(place)).__module__ == file_of(place)
