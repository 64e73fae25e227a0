"""A competition's result as a page, in a real browser: it plays, asks for nothing, and words stay words."""

import base64
import io
import json
from typing import Any

import pypdf
import pytest

from lessons.look import Looks
from lessons.printing.results import results
from tests.evidence.given import a_library
from tests.lessons.printing.a_result import a_result, release
from tests.real_browser.contrast import BETWEEN

pytestmark = pytest.mark.real_browser

HOSTILE = '<img src="https://example.org/x.png" onerror="document.title=1"><script>document.title=2</script>'
LONG = "W" * 190
COLOURS = [("#1f4e79", "#e69f00"), ("maroon", "gold"), ("black", "yellow"), ("#8a6d00", "pink")]


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """A page in each pair of colours, and one without its sounds; the last pair of winners is hostile."""
    folder = tmp_path_factory.mktemp("results")
    library = a_library(folder)
    library.rename_school(HOSTILE[:90])
    said = a_result(
        library, titles=(HOSTILE[:199], LONG), others=(), title=HOSTILE[:199], reasons=(HOSTILE, LONG * 3)
    )
    plain = results(library, said, "page", folder / "without.html", leave_out=True)
    release(library, "website", "Y4-heron", "Y5-otter", "Y5-seal")
    made = {"without": plain}
    for place, pair in enumerate(COLOURS):
        Looks(library).set(*pair)
        made[str(place)] = results(library, said, "page", folder / f"{place}.html")
    return made


@pytest.fixture
def look(browser, pages):
    def opened(name: str) -> Any:
        browser.get("about:blank")
        browser.get_log("performance")
        browser.get_log("browser")
        browser.get(pages[name].as_uri())
        return browser

    yield opened
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


PLAY = """
const done = arguments[arguments.length - 1], player = arguments[0];
player.muted = true;
player.addEventListener('error', () => done({error: player.error && player.error.message}));
player.play().then(() => setTimeout(() => done({
  duration: player.duration, time: player.currentTime, paused: player.paused,
}), 150), problem => done({error: String(problem)}));
"""


def test_every_sound_plays_and_nothing_is_asked_for(look, pages):
    browser = look("0")
    players = browser.find_elements("tag name", "audio")
    assert len(players) == 2
    for player, seconds in zip(players, (1.5, 2.0), strict=True):
        heard = browser.execute_async_script(PLAY, player)
        assert "error" not in heard, heard
        assert heard["time"] > 0 or heard["paused"] is False
        assert heard["duration"] == pytest.approx(seconds, abs=0.11)
    messages = [json.loads(row["message"])["message"] for row in browser.get_log("performance")]
    asked = {
        message["params"]["request"]["url"]
        for message in messages
        if message["method"] == "Network.requestWillBeSent"
    }
    assert {url for url in asked if not url.startswith("data:")} == {pages["0"].as_uri()}
    assert browser.get_log("browser") == []


@pytest.mark.parametrize("name", ["0", "without"])
def test_words_of_pupils_stay_words(look, name):
    browser = look(name)
    assert HOSTILE[:60] in browser.title
    assert browser.find_elements("css selector", "script, img") == []
    assert HOSTILE in browser.find_element("css selector", "blockquote").text
    if name == "without":
        assert browser.find_elements("tag name", "audio") == []


FAULTS = """
const all = query => [...document.querySelectorAll(query)];
const said = element => element.outerHTML.slice(0, 120);
const levels = all('h1, h2, h3').map(h => Number(h.tagName[1]));
const ids = all('[id]').map(e => e.id);
const there = (e, name) => (e.getAttribute(name) || '').split(' ').every(id => ids.includes(id));
return {
  'one first heading': all('h1').length === 1 ? [] : ['h1'],
  'headings in steps': levels.filter((level, i) => i && level > levels[i - 1] + 1),
  'language': document.documentElement.lang === 'en-GB' ? [] : ['html'],
  'landmarks': ['body > header', 'main', 'body > footer'].filter(e => all(e).length !== 1),
  'sections with names': all('section').filter(e => !there(e, 'aria-labelledby')).map(said),
  'players with names and words': all('audio').filter(
    a => !a.getAttribute('aria-label') || !a.controls || !there(a, 'aria-describedby')).map(said),
  'pictures hidden': all('svg').filter(e => !e.matches('[aria-hidden=true]')).map(said),
  'ids once': ids.filter((id, i) => ids.indexOf(id) !== i),
};
"""


@pytest.mark.parametrize("name", ["0", "without"])
def test_a_screen_reader_finds_its_way(look, name):
    found = look(name).execute_script(FAULTS)
    assert {fault: where for fault, where in found.items() if where} == {}


@pytest.mark.parametrize("width", [320, 390, 1200])
def test_nothing_runs_off_the_side(look, width):
    browser = look("0")
    metrics = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 600}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width


LEAST = """
return Math.min(...[...document.querySelectorAll('body *')].filter(hasText).map(
  e => between(getComputedStyle(e).color, ground(e))));
"""


@pytest.mark.parametrize("name", [str(place) for place in range(len(COLOURS))])
def test_every_word_stands_out_in_the_colours_of_any_school(look, name):
    assert look(name).execute_script(BETWEEN + LEAST) >= 4.5


def test_it_prints_without_players(look):
    printed = look("0").execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
    pages = pypdf.PdfReader(io.BytesIO(base64.b64decode(printed["data"]))).pages
    assert [round(side) for side in pages[0].mediabox[2:]] in ([595, 842], [594, 842], [594, 841], [595, 841])
