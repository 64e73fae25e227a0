from dataclasses import replace

import pytest

from evidence.review import set_key
from evidence.safety.people import People
from evidence.safety.releases import Releases
from rubric.framework import Claim
from rubric.load import shipped_framework
from studio.make_evidence import make_evidence
from studio.ui.screens.long_job import Stopped
from tests.ui.fakes import Keyboard, a_sound, an_entry


@pytest.fixture
def entries(library):
    sound = a_sound(library, "Laser")
    return [an_entry(library, title, "MT1:gold", sounds=(sound,)) for title in ("One [1]", "Two", "Three")]


async def test_without_evidence_it_says_what_to_press(app):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "b")
        assert "There is no evidence yet. Press Esc, then open a sound and press E." in keys.screen()
        assert "Enter seal" not in keys.screen()


async def test_what_goes_in_is_chosen_with_space_and_a(app, entries):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "b")
        assert "Going in: 3 of 3 entries" in keys.screen()
        await keys.press("space")
        assert "Going in: 2 of 3 entries" in keys.screen()
        await keys.press("a", "a")
        assert "Going in: 0 of 3 entries" in keys.screen()
        assert "Enter seal" not in keys.screen()


async def test_the_receipt_is_shown_and_verify_finds_it_whole(app, library, entries):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "b", "enter")
        sealed = app.screen.sealed
        assert " ".join(sealed.receipt_words) in " ".join(keys.screen().split())
        await keys.press("v")
        assert "It is as it was sealed: nothing changed, added or taken away." in keys.screen()


async def test_a_changed_bundle_is_named_when_it_is_verified(app, library, entries):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "b", "enter")
        path = app.screen.sealed.bundles[0].path
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 1
        path.write_bytes(content)
        await keys.press("v")
        assert "! It is not as it was sealed" in keys.screen()


async def test_a_typed_folder_is_where_it_goes(app, entries, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    async with app.run_test(size=(120, 40)) as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "b", "w")
        await keys.type(str(stick))
        await keys.press("enter", "enter")
    assert [path.name for path in stick.glob("*.zip")] == ["oak-school_2026-11-24_v1.zip"]


async def test_a_folder_that_is_not_there_is_said(app, entries, tmp_path):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "b", "w")
        await keys.type(str(tmp_path / "no" / "stick"))
        await keys.press("enter")
        assert "! That folder is not there. Plug the stick in, or type another folder." in keys.screen()


async def test_a_second_bundle_of_the_day_has_a_name_of_its_own(app, library, entries):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "b", "enter", "enter")
    names = sorted(path.name for path in library.exports.glob("*.zip"))
    assert names == ["oak-school_2026-11-24_v1.zip", "oak-school_2026-11-24_v2.zip"]


async def test_sealing_that_is_stopped_leaves_nothing(app, library, entries, monkeypatch):
    def stopped(*args, **kwargs):
        raise Stopped("The bundle was not made.", "Press Enter to seal it after all.")

    monkeypatch.setattr("evidence.bundle.issue.issue_bundle", stopped)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "b", "enter")
        assert "! The bundle was not made. Press Enter to seal it after all." in keys.screen()
        assert "Enter seal" in keys.screen()


@pytest.mark.parametrize("place", ["l", "b"])
async def test_an_entry_that_shows_much_keeps_to_its_line(app, library, place):
    shows = [f"{code}:silver" for code in ("MT1", "MT2", "MT3", "C1", "C2", "C6", "TLA1", "LM1")]
    for title in ("A long title " * 8, "Short"):
        an_entry(library, title, *shows)
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", place)
        assert app.screen.query_one("#entries").virtual_size.height == 2
        assert "…" in keys.screen()


async def test_what_may_not_leave_stays_and_says_why(app, library):
    (person,) = People(library).add("Y4")
    sound = library.save_sound(replace(a_sound(library, "Duet"), by=person.code), "edited")
    an_entry(library, "Duet", "MT1:silver", sounds=(sound,))
    an_entry(library, "Rain", "MT1:silver")
    Releases(library).set(person.code, "hub-bundle", "no")
    async with app.run_test(size=(120, 40)) as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "b")
        assert "Going in: 1 of 2 entries" in keys.screen()
        assert "1 may not leave" in keys.screen()
        await keys.press("down", "up", "down", "space")
        assert (
            f"It may not leave. There is a “no” for the bundle for the hub: {person.code}." in keys.screen()
        )
        await keys.press("enter")
        assert len(app.screen.sealed.bundles[0].entries) == 1
        await keys.press("r")
        assert "Releases" in keys.screen()


async def test_only_key_pieces_and_the_size_of_an_e_mail(app, library, entries):
    async with app.run_test(size=(120, 40)) as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "b", "k")
        assert "no key pieces yet" in keys.screen()
        set_key(library, entries[1].id, "MT1", True)
        await keys.press("escape", "b", "k")
        assert "Going in: 1 of 3 entries" in keys.screen()
        assert "* " in keys.screen()
        await keys.press("p")
        assert "For an e-mail (at most 15.0 MB)." in keys.screen()
        assert "S in parts" not in keys.screen()


async def test_what_is_too_large_is_sealed_in_parts(app, library, tmp_path):
    for number, claim in enumerate(("MT1:silver", "C6:silver")):
        film = tmp_path / f"film{number}.mp4"
        film.write_bytes(bytes([number]) * 9_000_000)
        make_evidence(library, title=claim, criteria=[Claim.parse(claim)], year_groups=["Y4"], files=[film],
                      framework=shipped_framework())  # fmt: skip
    async with app.run_test(size=(120, 40)) as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "b", "p")
        assert "Too large: K key pieces only, or S in parts." in keys.screen()
        assert "Enter seal" not in keys.screen()
        await keys.press("s", "enter")
        assert "2 parts, listed in" in keys.screen()
        await keys.press("v")
        assert "It is as it was sealed" in keys.screen()
