import re

import pytest

from evidence.credit_card import CreditCard
from evidence.library import Library
from evidence.safety.people import People
from evidence.safety.withdrawal import withdraw
from rubric.load import shipped_framework
from studio.giving.chosen import choose
from studio.giving.showcase import by_words, give_programme, give_showcase
from studio.takes import add_sound
from studio.whose import say_whose
from tests.builders import a_sine, a_wav

HOSTILE = "[/bold] Ó'Néill <script>alert(1)</script>"


@pytest.fixture
def library(tmp_path):
    return Library.open(tmp_path / "library", create=True, school="St <b>Ann</b>'s")


@pytest.fixture
def sounds(library, tmp_path):
    player, crew = People(library).add("Y4", count=2)
    own = add_sound(library, a_wav(tmp_path / "a.wav", a_sine(1)), title=HOSTILE)
    card = CreditCard(title="Rain", author="<i>a maker</i>", licence="BY")
    found = add_sound(library, a_wav(tmp_path / "b.wav", a_sine(1)), title="Rain", card=card)
    jobs = (("edited", crew.code), ("played", player.code), ("recorded", crew.code))
    return say_whose(library, own, crew=jobs), found


def test_the_page_plays_every_piece_and_runs_and_asks_for_nothing(library, sounds, tmp_path):
    page = give_showcase(library, choose(library, sounds), tmp_path / "show.html").read_text()
    assert page.count("<audio controls") == 2
    assert page.count("data:audio/mpeg;base64,") == 2
    assert "<script" not in page
    assert "<i>a maker" not in page
    assert "default-src 'none'" in page
    assert not re.search(r'(src|href)="(?!data:)', page)
    assert {sound.id for sound in sounds} == set(re.search(r'keywords" content="([^"]*)"', page)[1].split())


def test_who_played_recorded_and_edited_is_said(sounds):
    own = sounds[0]
    (_, player), (_, recordist), _ = own.crew
    words = f"played by {player}, recorded by {recordist}, edited by {recordist}"
    assert by_words(own) == words
    assert own.makers == (player,)


def test_the_programme_tells_the_audience_what_comes(library, sounds, tmp_path):
    sheet = give_programme(
        library, choose(library, sounds), tmp_path / "p.txt", title="Spring show"
    ).read_text()
    assert "Spring show" in sheet
    assert HOSTILE in sheet
    assert "<i>a maker</i>" in sheet
    assert give_programme(library, choose(library, sounds), tmp_path / "p.pdf").read_bytes()[:4] == b"%PDF"


def test_who_only_recorded_is_forgotten_and_the_sound_stays(library, sounds):
    own = sounds[0]
    recordist = own.crew[1][1]
    library.adults.set_pin("482913")
    withdraw(library, code=recordist, framework=shipped_framework())
    left = library.sound(own.id)
    assert left.crew == own.crew[:1]
    assert library.original_path(left).is_file()
