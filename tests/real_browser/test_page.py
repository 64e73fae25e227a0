"""The page of a bundle in a real browser: alone, offline, with the keyboard, on paper."""

import base64
import io
import json
from typing import Any

import pypdf
import pytest

from tests.real_browser.hostile_page import HOSTILE

pytestmark = pytest.mark.real_browser

TITLE = "Oakfield School: music evidence, 21 November 2026"


def requests(browser: Any) -> set[str]:
    """Every address that the browser asked for, but for what lies in the page itself."""
    messages = (json.loads(row["message"])["message"] for row in browser.get_log("performance"))
    asked = {
        message["params"]["request"]["url"]
        for message in messages
        if message["method"] == "Network.requestWillBeSent"
    }
    return {url for url in asked if not url.startswith("data:")}


PLAY = """
const done = arguments[arguments.length - 1], player = arguments[0];
player.muted = true;
player.addEventListener('error', () => done({error: player.error && player.error.message}));
player.play().then(() => setTimeout(() => done({
  duration: player.duration, ready: player.readyState, time: player.currentTime, paused: player.paused,
}), 150), problem => done({error: String(problem)}));
"""


def test_the_page_opens_alone_and_every_sound_plays(opened, page):
    assert opened.title == TITLE
    players = opened.find_elements("tag name", "audio")
    assert len(players) == 3 + 2 + 3 + 3
    lengths = []
    for player in players:
        heard = opened.execute_async_script(PLAY, player)
        assert "error" not in heard, heard
        assert heard["ready"] >= 2
        assert heard["time"] > 0 or heard["paused"] is False
        lengths.append(round(heard["duration"], 1))
    known = (0.1, 1.0, 1.5)
    assert {min(known, key=lambda each: abs(each - length)) for length in lengths} == set(known)
    assert all(min(abs(each - length) for each in known) <= 0.11 for length in lengths)
    assert requests(opened) == {page.as_uri()}
    assert opened.get_log("browser") == []


def test_words_of_pupils_stay_words(opened):
    assert opened.title == TITLE
    assert opened.find_elements("tag name", "script") == []
    assert opened.find_elements("tag name", "img") == []
    assert HOSTILE[:200] in [
        heading.text for heading in opened.find_elements("css selector", "article .title")
    ]


FOCUS = """
const e = document.activeElement, players = [...document.querySelectorAll('audio:not(details audio)')];
return [e.tagName, e.textContent, players.indexOf(e), getComputedStyle(e).outlineStyle];
"""


def test_the_tab_key_reaches_every_player_and_shows_where_it_is(opened):
    from selenium.webdriver.common.keys import Keys

    players = set(range(len(opened.find_elements("css selector", "audio:not(details audio)"))))
    reached, words = set(), []
    for _ in range(400):
        opened.switch_to.active_element.send_keys(Keys.TAB)
        tag, text, player, outline = opened.execute_script(FOCUS)
        words.append(text)
        reached.add(player)
        assert outline != "none" or tag == "AUDIO", f"{tag} {text} does not show that it has the focus"
        if players <= reached:
            break
    assert words[0] == "Skip to the evidence"
    assert players <= reached


@pytest.mark.parametrize("width", [320, 390, 1200])
def test_nothing_runs_off_the_side(opened, width):
    metrics = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 600}
    opened.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    assert opened.execute_script("return document.documentElement.scrollWidth") <= width


def test_at_twice_the_size_nothing_runs_off_the_side(opened):
    metrics = {"width": 640, "height": 450, "deviceScaleFactor": 2, "mobile": False}
    opened.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    assert opened.execute_script("return document.documentElement.scrollWidth") <= 640


def test_it_prints_with_a_line_to_sign_and_without_players(opened):
    printed = base64.b64decode(opened.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})["data"])
    pages = pypdf.PdfReader(io.BytesIO(printed)).pages
    words = " ".join(page.extract_text() for page in pages)
    assert "Signed" in words
    assert "Where the school stands" in words
    assert "Skip to the evidence" not in words
    assert [round(side) for side in pages[0].mediabox[2:]] in ([595, 842], [612, 792])


def test_a_recording_can_be_unfolded_with_the_keyboard(opened):
    from selenium.webdriver.common.keys import Keys

    summary = opened.find_element("css selector", "details summary")
    player = opened.find_element("css selector", "details audio")
    assert not player.is_displayed()
    summary.send_keys(Keys.ENTER)
    assert player.is_displayed()
