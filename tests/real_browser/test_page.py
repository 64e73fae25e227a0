"""The page of a bundle in a real browser: alone, offline, with the keyboard, on paper."""

import base64
import json
import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from evidence.bundle.seal import seal_bundle
from evidence.entry import Draft, SoundUse
from evidence.library import Library
from rubric.framework import Claim
from rubric.load import shipped_framework
from studio.audio.recipe import Recipe
from tests.builders import a_sine, a_wav
from tests.outside import need

pytestmark = pytest.mark.real_browser

HOSTILE = '<img src="https://example.org/x.png" onerror="document.title=1"><script>document.title=2</script>'
LONG = "W" * 10_000


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bundle's page, alone in a folder."""
    folder = tmp_path_factory.mktemp("page")
    library = Library.open(
        folder / "library", create=True, school="Oak School", clock=lambda: datetime(2026, 7, 10, tzinfo=UTC)
    )
    wav = a_wav(folder / "sound.wav", a_sine(1.5))
    sound = library.add_sound(wav, title=f"Siren {HOSTILE}", origin="imported", by="Y4-heron")
    changed = SoundUse.of(sound.with_recipe(Recipe.parse(["trim 0.5", "fade-out 0.2"])))
    for number, text in enumerate((HOSTILE, LONG, "\u202eright to left\u202c \u05e9\u05dc\u05d5\u05dd"), 1):
        library.add_entry(
            Draft(
                title=text[:200],
                criteria=(Claim("MT1", "silver"),),
                year_groups=("Y4",),
                date_happened=date(2026, 6, number),
                happened=text,
                sounds=(changed, SoundUse.of(sound))[:number],
            )
        )
    from zipfile import ZipFile

    sealed = seal_bundle(library, folder / "oak.zip", shipped_framework())
    with ZipFile(sealed.path) as archive:
        (inside,) = [name for name in archive.namelist() if name.endswith("OPEN-ME-FIRST.html")]
        alone = folder / "alone" / "OPEN-ME-FIRST.html"
        alone.parent.mkdir()
        alone.write_bytes(archive.read(inside))
    return alone


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    need("chromium", "chromedriver")
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for argument in (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--autoplay-policy=no-user-gesture-required",
        "--window-size=1200,900",
    ):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(
        options=options, service=webdriver.ChromeService(executable_path=shutil.which("chromedriver"))
    )
    yield driver
    driver.quit()


@pytest.fixture
def opened(browser: Any, page: Path) -> Any:
    """The page, opened afresh from the disk."""
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    browser.get("about:blank")
    browser.get_log("performance")
    browser.get(page.as_uri())
    return browser


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
    assert opened.title == "Oak School: music evidence, 10 July 2026"
    players = opened.find_elements("tag name", "audio")
    assert len(players) == 8
    lengths = []
    for player in players:
        heard = opened.execute_async_script(PLAY, player)
        assert "error" not in heard, heard
        assert heard["ready"] >= 2
        assert heard["time"] > 0 or heard["paused"] is False
        lengths.append(round(heard["duration"], 1))
    assert lengths[:2] == [pytest.approx(1.5, abs=0.11), pytest.approx(1.0, abs=0.11)]
    assert requests(opened) == {page.as_uri()}
    assert opened.get_log("browser") == []


def test_words_of_pupils_stay_words(opened):
    assert opened.title == "Oak School: music evidence, 10 July 2026"
    assert opened.find_elements("tag name", "script") == []
    assert opened.find_elements("tag name", "img") == []
    assert HOSTILE[:200] in [heading.text for heading in opened.find_elements("css selector", "article h3")]


FOCUS = """
const e = document.activeElement, players = [...document.querySelectorAll('audio')];
return [e.tagName, e.textContent, players.indexOf(e), getComputedStyle(e).outlineStyle];
"""


def test_the_tab_key_reaches_every_player_and_shows_where_it_is(opened):
    from selenium.webdriver.common.keys import Keys

    players = set(range(len(opened.find_elements("tag name", "audio"))))
    reached, words = set(), []
    for _ in range(120):
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


def test_it_prints(opened):
    printed = base64.b64decode(opened.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})["data"])
    assert printed.startswith(b"%PDF-")
    assert len(printed) > 20_000


NAMES = """
const all = query => [...document.querySelectorAll(query)];
const levels = all('h1, h2, h3, h4').map(h => Number(h.tagName[1]));
const ids = all('[id]').map(e => e.id);
return {
  first: levels[0],
  jumps: levels.filter((level, i) => i && level > levels[i - 1] + 1).length,
  lang: document.documentElement.lang,
  doubles: ids.length - new Set(ids).size,
  lost: all('a[href^="#"]').filter(a => !ids.includes(a.hash.slice(1))).length,
  tables: all('table').filter(t => !t.caption || !t.querySelector('th[scope=col]')).length,
  nameless: all('audio').filter(a => !a.getAttribute('aria-label')).length,
};
"""


def test_headings_tables_and_links_are_in_order(opened):
    assert opened.execute_script(NAMES) == {
        "first": 1,
        "jumps": 0,
        "lang": "en-GB",
        "doubles": 0,
        "lost": 0,
        "tables": 0,
        "nameless": 0,
    }


CONTRAST = """
const linear = v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
const light = colour => {
  const [r, g, b] = colour.match(/[0-9.]+/g).map(v => linear(Number(v) / 255));
  return .2126 * r + .7152 * g + .0722 * b;
};
const ground = e => {
  for (; e; e = e.parentElement) {
    const colour = getComputedStyle(e).backgroundColor;
    if (!colour.endsWith(', 0)')) return colour;
  }
  return 'rgb(255, 255, 255)';
};
const hasText = e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
return Math.min(...[...document.querySelectorAll('body *')].filter(hasText).map(e => {
  const [a, b] = [light(getComputedStyle(e).color), light(ground(e))];
  return (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
}));
"""


def test_every_word_stands_out_from_its_ground(opened):
    assert opened.execute_script(CONTRAST) >= 4.5
