import pytest

from evidence.library import Library
from studio import takes
from studio.audio.listening.tidy import Tidied
from studio.audio.live.devices import NoSpeakers
from studio.audio.loudness import loudness_lufs
from studio.audio.recipe import Recipe, Step
from studio.ui.app import StudioApp
from studio.ui.widgets.waveform import Waveform
from tests.ui.fakes import NOW, FakeSoundIO, Keyboard, a_sound


@pytest.fixture
def take(library):
    return a_sound(library, "Take")


def steps(library, take):
    return [step.name for step in library.sound(take.id).recipe.steps]


async def test_tidy_shows_what_it_cut_away_and_z_takes_it_all_back(app, library, take, sound_io):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "enter", "t")
        assert steps(library, take)[:3] == ["trim", "fade-in", "fade-out"]
        assert "3.0 s → 1." in keys.screen()
        wave = app.screen.query_one(Waveform)
        assert wave.picture.length == 3 * 48000  # the whole sound, with the ends greyed
        assert wave.picture.kept is not None
        await keys.press("z")
        assert steps(library, take) == []
        assert sound_io.the_player.played[-1] == (3.0, 0)
        await keys.press("y")
        assert "trim" in steps(library, take)


async def test_tidy_that_is_not_sure_only_shows_its_lines(app, library, take, monkeypatch):
    unsure = Tidied(1.0, 2.0, 3.0, False, "There was a lot of noise.", Recipe((Step("trim", (1.0, 2.0)),)))
    monkeypatch.setattr("studio.audio.listening.tidy.tidy", lambda source: unsure)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "enter", "t")
        assert "Look at my lines. There was a lot of noise." in keys.screen()
        assert steps(library, take) == []
        assert app.screen.query_one(Waveform).markers == (48000, 96000)
        await keys.press("c")
        assert library.sound(take.id).recipe.texts() == ["trim 1 2"]


async def test_silence_is_said_and_nothing_changes(app, library, sound_io, monkeypatch):
    import numpy as np

    sound_io.hears = lambda: np.zeros((48000, 1), np.float32)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("1", "enter", "enter", "t")
        assert "\n ! " in keys.screen()
    assert library.sounds()[0].recipe == Recipe()


async def test_lines_are_put_at_the_cursor_and_c_keeps_what_is_between(app, library, take):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "enter", "2", "[", "5", "]", "c")
    assert library.sound(take.id).recipe.texts() == ["trim 0.6 1.5"]


async def test_cutting_without_lines_says_what_to_press(app, library, take):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "enter", "c")
        assert "There are no lines to cut to. Move with ← and →, then press [ or ]." in keys.screen()


async def test_while_it_plays_a_line_is_put_where_it_sounds(app, library, take, sound_io):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "enter", "space")
        sound_io.the_player.position = 96000
        app.screen._tick()
        await keys.press("]", "c")
    assert library.sound(take.id).recipe.texts() == ["trim 0 2"]


async def test_each_change_plays_itself_and_is_said(app, library, take, sound_io):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "enter")
        for key, words in (
            ("i", "Fade in over"),
            ("o", "Fade out over"),
            ("l", "Louder by"),
            ("r", "Play it backwards"),
        ):
            played = len(sound_io.the_player.played)
            await keys.press(key)
            assert len(sound_io.the_player.played) == played + 1
            assert words in keys.screen()
    assert steps(library, take) == ["fade-in", "fade-out", "gain", "reverse"]


async def test_a_second_fade_replaces_the_first_and_z_still_leaves_none(app, library, take):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "enter", "o", "o")
        assert library.sound(take.id).recipe.texts() == ["fade-out 1.5"]
        await keys.press("z")
    assert steps(library, take) == []


async def test_louder_ends_with_a_sentence_when_it_cannot_be_louder(app, library, take):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "enter", "l", "l", "l")
        assert "This is as loud as it can be." in keys.screen()
    assert steps(library, take) == ["gain", "gain", "limit"]


async def test_undo_survives_a_restart(library, take):
    async with StudioApp(library, sound_io=FakeSoundIO(), clock=lambda: NOW).run_test() as pilot:
        await Keyboard(pilot).press("2", "enter", "r", "i")
    again = Library.open(library.folder, clock=lambda: NOW)
    async with StudioApp(again, sound_io=FakeSoundIO(), clock=lambda: NOW).run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "enter", "z")
        assert steps(again, take) == ["reverse"]
        await keys.press("y", "z", "z")
        assert steps(again, take) == []


async def test_before_and_after_are_heard_in_turn(app, library, take, sound_io):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "enter", "5", "]", "c", "b")
        assert sound_io.the_player.played[-1][0] == 3.0
        assert "Before" in keys.screen()
        await keys.press("b")
        assert sound_io.the_player.played[-1][0] == 1.5


async def test_zooming_keeps_the_cursor_in_sight(app, library, take):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "enter", "9", "+", "+", "+")
        wave = app.screen.query_one(Waveform)
        assert wave.view.span == 3 * 48000 // 8
        assert wave.view.column(wave.cursor, 78) is not None
        await keys.press("-", "-", "-")
        assert wave.view.is_whole


async def test_keep_asks_for_a_name_once(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("1", "enter", "enter", "k")
        await keys.type("moo [1] [/")
        await keys.press("enter")
        assert library.sounds()[0].title == "moo [1] [/"
        await keys.press("k")
        assert "It is kept already" in keys.screen()


async def test_escape_leaves_the_question_before_it_leaves_the_screen(app, library, take):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "enter", "n")
        assert "What is it called?" in keys.screen()
        await keys.press("escape")
        assert "What is it called?" not in keys.screen()
        assert "Esc back" in keys.screen()
    assert library.sound(take.id).title == "Take"


async def test_a_binned_sound_can_only_be_taken_out(app, library, take):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "enter", "d")
        assert library.sound(take.id).binned
        assert "T tidy" not in keys.screen()
        await keys.press("z")
    assert not library.sound(take.id).binned


async def test_a_playhead_in_the_tidied_picture_starts_at_the_line(app, library, take, sound_io):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "enter", "t")
        app.screen._tick()
        wave = app.screen.query_one(Waveform)
        assert wave.playhead == wave.markers[0]


async def test_lines_of_another_picture_never_cut_the_sound(app, library, take):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "enter", "t", "c")  # the lines tidy shows lie in the sound before it
        assert "There are no lines to cut to." in keys.screen()
        tidied = library.sound(take.id).recipe
        await keys.press("b", "9", "]", "c")  # nine tenths of the sound as it is, not as it was
        added = library.sound(take.id).recipe.steps[len(tidied.steps) :]
        assert [step.name for step in added] == ["trim"]
        assert added[0].values[1] == pytest.approx(0.9 * tidied.seconds_after(3.0), abs=0.01)


async def test_w_says_the_figures_for_adults(app, library, take):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "enter", "w")
        assert "dBFS" in keys.screen()


async def test_without_speakers_it_is_said_once_and_again_when_one_asks_to_hear(app, take, sound_io):
    sound_io.missing = NoSpeakers("There are no speakers.", "Look again.")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "enter", "r")
        assert "Plug some in or switch them on, then press Space." in " ".join(keys.screen().split())
        await keys.press("i")
        assert "Z takes it back." in keys.screen()
        await keys.press("space")
        assert "! There are no speakers." in keys.screen()
        sound_io.missing = None
        await keys.press("space")
        assert sound_io.the_player.is_playing


async def test_lines_that_cut_nothing_are_not_offered(app, library, take, monkeypatch):
    def unsure(source):
        return Tidied(0.0, 3.0, 0.0, False, "Other noises were going on.", Recipe())

    monkeypatch.setattr("studio.audio.listening.tidy.tidy", unsure)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "enter", "t")
        assert "I found nothing to cut." in keys.screen()


async def test_a_sound_that_another_program_changed_is_shown_as_it_is_then(app, library, take):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "enter")
        takes.do(library, take, Step("reverse"))
        await keys.press("i")
        assert "changed by another program" in keys.screen()
        assert "1 play it backwards" in keys.screen()
        await keys.press("i")
    assert steps(library, take) == ["reverse", "fade-in"]


async def test_an_empty_name_leaves_the_old_one(app, library, take):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "enter", "n")
        await keys.type("   ")
        await keys.press("enter")
        assert "A name needs a letter, so the old one stays." in keys.screen()
    assert library.sound(take.id).title == "Take"


async def test_g_says_whose_it_is_and_offers_the_year_group_of_the_day(app, library, take):
    a_sound(library, "Rain", year="Y3")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "down", "enter", "g", "enter")
        assert "Kept with it: Y3." in keys.screen()
        assert library.sound(take.id).year == "Y3"
        await keys.press("g", *"y4-heron", "enter")
    said = library.sound(take.id)
    assert (said.year, said.by) == ("Y4", "Y4-heron")


async def test_a_name_is_not_taken_for_a_code(app, library, take):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "enter", "g", *"amelia", "enter")
        assert "not a year group" in keys.screen()
        await keys.press("g", *"y4-Amelia Jones", "enter")
        assert "not a code" in keys.screen()
    assert (library.sound(take.id).year, library.sound(take.id).by) == (None, None)


async def test_what_a_year_group_made_waits_for_an_adult_with_its_reason(app, library, take):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "enter", "r", "g", *"y4", "enter", "escape", "escape", "6", "e")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "Y4 recorded this themselves and turned it backwards." in keys.screen()
        assert [entry.status for entry in library.entries()] == ["proposed"]


async def test_before_and_after_are_heard_equally_loud_when_asked(app, library, take, sound_io, monkeypatch):
    heard = []
    player = sound_io.the_player
    play = player.play

    def listen(source, **at):
        heard.append(loudness_lufs(source))
        play(source, **at)

    monkeypatch.setattr(player, "play", listen)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "enter", "l", "q", "b")
        assert "Before: as it was recorded, at its own level, so both are equally loud." in keys.screen()
        await keys.press("b")
        assert "dB quieter, so both are equally loud." in keys.screen()
        assert heard[-2] == pytest.approx(heard[-1], abs=0.1)
        await keys.press("q", "b", "b")
        assert "After: as it is now." in keys.screen()
        assert heard[-1] > heard[-2] + 6
    assert steps(library, take) == ["gain"]


@pytest.mark.parametrize(
    ("key", "screen"),
    [
        ("x", "ChangeScreen"),
        ("s", "StepsScreen"),
        ("v", "ListenScreen"),
        ("p", "GiveScreen"),
        ("m", "MoreScreen"),
    ],
)
async def test_each_of_the_other_pages_is_a_key_away_and_esc_leads_back(app, take, key, screen):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "enter", "4", key)
        assert type(app.screen).__name__ == screen
        await keys.press("escape")
        while type(app.screen).__name__ == screen:
            await keys.press("escape")  # where it stops something first
        assert type(app.screen).__name__ == "OneSoundScreen"
        assert app.screen.query_one(Waveform).cursor == round(1.2 * 48000)


async def test_what_another_page_did_is_shown_on_the_way_back(app, library, take):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "enter", "x")
        takes.do(library, take, Step("reverse"))
        await keys.press("escape")
        assert "1 play it backwards" in keys.screen()


async def test_the_keys_of_one_sound_take_three_lines(app, library, take):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "enter", "r", "r", "z")
        lines = keys.screen().splitlines()
        assert lines[20].startswith("──")
        assert lines[-1].rstrip().endswith("Esc back")
