"""The title line: what gives way where there is little room."""

import pytest

from studio.ui.widgets.title_line import shortened
from tests.ui.fakes import Keyboard

WHOSE = "St Bartholomew-the-Great Primary · Tue 24 Nov · adult"


@pytest.mark.parametrize(
    ("room", "words"),
    [
        (80, WHOSE),
        (40, "St Bartholomew-the… · Tue 24 Nov · adult"),
        (30, "St Barth… · Tue 24 Nov · adult"),
        (24, "Tue 24 Nov · adult"),
    ],
)
def test_the_day_and_adult_are_seen_before_the_whole_name(room, words):
    assert shortened(WHOSE, room) == words


def test_what_has_no_parts_stays():
    assert shortened("", 10) == ""
    assert shortened("Somebody with a very long name", 10) == "Somebody with a very long name"


async def test_adult_mode_is_seen_with_a_long_name(app, library):
    library.rename_school("St Bartholomew-the-Great Church of England Voluntary Aided Primary")
    library.adults.set_pin("482913")
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        assert "… · Tue 24 Nov · adult" in keys.screen()
