"""Papers as pages, in a real browser: read, printed, and quiet."""

import base64
import json
from io import BytesIO

import pytest
from pypdf import PdfReader

from evidence.papers.kinds import PAPERS
from evidence.papers.write import write_paper
from tests.evidence.papers.school import MARK, a_school, withdraw_a_bundle

pytestmark = pytest.mark.real_browser

FAULTS = """
const all = query => [...document.querySelectorAll(query)];
const said = element => element.outerHTML.slice(0, 120);
const levels = all('h1, h2, h3').map(h => Number(h.tagName[1]));
return {
  'one first heading': all('h1').length === 1 ? [] : ['h1'],
  'headings in steps': levels.filter((level, i) => i && level > levels[i - 1] + 1),
  'headings with words': all('h1, h2, h3').filter(h => !h.textContent.trim()).map(said),
  'language': document.documentElement.lang === 'en-GB' ? [] : ['html'],
  'landmarks': ['body > header', 'main', 'body > footer'].filter(e => all(e).length !== 1),
  'tables with captions': all('table').filter(t => !t.caption || !t.caption.textContent.trim()).map(said),
  'heads of columns': all('thead th').filter(h => h.scope !== 'col' || !h.textContent.trim()).map(said),
  'heads of rows': all('table:not(.write) tbody tr').filter(r => !r.querySelector('th[scope=row]')).map(said),
  'regions with names': all('[role=region]').filter(r => !r.getAttribute('aria-label')).map(said),
  'nothing wider than the page': document.documentElement.scrollWidth > innerWidth ? ['body'] : [],
};
"""


@pytest.fixture(scope="module")
def papers(tmp_path_factory):
    folder = tmp_path_factory.mktemp("papers")
    library = a_school(folder)
    withdraw_a_bundle(library)
    for kind in PAPERS.values():
        about = "AC-0003" if kind.needs_about else None
        write_paper(library, kind.id, folder / f"{kind.id}.html", MARK, about=about)
    return folder


@pytest.fixture
def look(browser, papers):
    def opened(kind: str):
        browser.get("about:blank")
        browser.get_log("performance")
        browser.get_log("browser")
        browser.get((papers / f"{kind}.html").as_uri())
        return browser

    yield opened
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


@pytest.mark.parametrize("kind", PAPERS)
def test_a_screen_reader_finds_its_way(look, kind):
    found = look(kind).execute_script(FAULTS)
    assert {name: faults for name, faults in found.items() if faults} == {}


@pytest.mark.parametrize("kind", ["conversation", "governors"])
def test_on_a_phone_or_much_enlarged_nothing_is_cut_off(look, kind):
    browser = look(kind)
    metrics = {"width": 320, "height": 640, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    assert browser.execute_script(FAULTS)["nothing wider than the page"] == []


@pytest.mark.parametrize(("kind", "pages"), [("conversation", 2), ("governors", 1), ("letter", 1)])
def test_it_prints_on_its_pages(look, kind, pages):
    printed = look(kind).execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
    assert len(PdfReader(BytesIO(base64.b64decode(printed["data"]))).pages) == pages


def test_it_asks_for_nothing_and_complains_of_nothing(look):
    browser = look("conversation")
    messages = [json.loads(line["message"])["message"] for line in browser.get_log("performance")]
    asked = [
        message["params"]["request"]["url"]
        for message in messages
        if message["method"] == "Network.requestWillBeSent"
    ]
    assert [url for url in asked if not url.startswith(("file:", "about:"))] == []
    assert browser.get_log("browser") == []
