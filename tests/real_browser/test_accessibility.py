"""The page of a bundle for everybody: WCAG 2.2 AA, as far as a program can look."""

import pytest

from tests.real_browser.contrast import BETWEEN

pytestmark = pytest.mark.real_browser

FAULTS = """
const all = query => [...document.querySelectorAll(query)];
const said = element => element.tagName + ' ' + element.outerHTML.slice(0, 120);
const named = e => e.getAttribute('aria-label') || document.getElementById(e.getAttribute('aria-labelledby'));
const levels = all('h1, h2, h3, h4, h5, h6').map(h => Number(h.tagName[1]));
const ids = all('[id]').map(e => e.id);
const only = (parent, children) => all(parent).filter(e => [...e.children].some(c => !c.matches(children)));
return {
  'one first heading': all('h1').length === 1 ? [] : ['h1'],
  'headings in steps': levels.filter((level, i) => i && level > levels[i - 1] + 1),
  'headings with words': all('h1, h2, h3, h4, h5, h6').filter(h => !h.textContent.trim()).map(said),
  'language': document.documentElement.lang === 'en-GB' ? [] : ['html'],
  'landmarks': ['body > header', 'main', 'body > footer', 'header nav'].filter(e => all(e).length !== 1),
  'sections with names': all('section, nav, article, [role=group]').filter(e => !named(e)).map(said),
  'ids once': ids.filter((id, i) => ids.indexOf(id) !== i),
  'links that lead': all('a').filter(a => !ids.includes(a.hash.slice(1)) || !a.textContent.trim()).map(said),
  'tables with captions': all('table').filter(t => !t.caption || !t.caption.textContent.trim()).map(said),
  'heads of columns': all('thead th').filter(h => h.scope !== 'col').map(said),
  'heads of rows': all('tbody tr').filter(r => !r.querySelector('th[scope=row]')).map(said),
  'full rows': all('tbody tr').filter(
    r => r.cells.length !== r.closest('table').tHead.rows[0].cells.length).map(said),
  'players with names': all('audio').filter(a => !a.getAttribute('aria-label') || !a.controls).map(said),
  'pictures hidden or named': all('svg, img').filter(e => !e.matches('[aria-hidden=true], [alt]')),
  'lists of items': only('ul, ol', 'li').map(said),
  'terms with meanings': only('dl', 'div').concat(only('dl > div', 'dt, dd')).map(said),
  'nothing hidden to reach': all('[aria-hidden=true] :is(a, audio, summary)').map(said),
  'the order of the page': all('[tabindex]:not([tabindex="-1"])').map(said),
  'nothing moves': all('*').filter(e => getComputedStyle(e).animationName !== 'none').map(said),
};
"""


def test_a_screen_reader_finds_its_way(opened):
    assert {name: found for name, found in opened.execute_script(FAULTS).items() if found} == {}


LEAST = """
const least = pairs => pairs.reduce((a, b) => a[0] < b[0] ? a : b, [99, '']);
return [
  least([...document.querySelectorAll('body *')].filter(hasText).map(
    e => [between(getComputedStyle(e).color, ground(e)), e.outerHTML.slice(0, 120)])),
  least([...document.querySelectorAll('svg path')].map(
    e => [between(getComputedStyle(e).fill, ground(e)), e.parentElement.parentElement.className])),
];
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_and_picture_stands_out_from_its_ground(opened, scheme):
    media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    opened.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    (words, word), (pictures, picture) = opened.execute_script(BETWEEN + LEAST)
    opened.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    assert words >= 4.5, word
    assert pictures >= 3, picture


SPACED = """
const style = document.createElement('style');
style.textContent = '* { line-height: 1.5 !important; letter-spacing: .12em !important; '
  + 'word-spacing: .16em !important } p { margin-bottom: 2em !important }';
document.head.append(style);
return [document.documentElement.scrollWidth,
  [...document.querySelectorAll('p, li, dd, dt, th, td, h1, h2, h3')].filter(
    e => !e.matches('.vh') && e.clientWidth && e.scrollWidth > e.clientWidth + 1).map(e => e.outerHTML)];
"""


def test_words_may_be_set_wider_without_a_loss(opened):
    metrics = {"width": 640, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    opened.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    width, cut = opened.execute_script(SPACED)
    assert width <= 640
    assert cut == []


TARGETS = """
return [...document.querySelectorAll('nav a, summary, audio')].map(
  e => e.getBoundingClientRect()).filter(box => box.width && (box.height < 24 || box.width < 24)).length;
"""


def test_what_is_pressed_is_large_enough(opened):
    assert opened.execute_script(TARGETS) == 0


def test_motion_stops_when_it_is_not_wanted(opened):
    scroll = "return getComputedStyle(document.documentElement).scrollBehavior"
    media = {"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]}
    opened.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    assert opened.execute_script(scroll) == "auto"
    opened.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
