import base64
import re
from html.parser import HTMLParser

import pytest

from lessons.look import Looks
from lessons.printing.release import NotReleased
from lessons.printing.result_page import bars
from lessons.printing.results import results
from tests.lessons.printing.a_result import a_result, only, release


class Tags(HTMLParser):
    """Every element of a page with what it says of itself."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def page_of(library, tmp_path, said=None, **given) -> str:
    out = results(library, said or a_result(library), "page", tmp_path / "p.html", **given)
    return out.read_text(encoding="utf-8")


def test_the_sound_is_inside_the_page_with_words_for_who_cannot_hear_it(library, tmp_path):
    release(library, "website", "Y4-heron")
    page = page_of(library, tmp_path)
    (player,) = [attributes for tag, attributes in Tags(page).found if tag == "audio"]
    kind, _, content = player["src"].partition(";base64,")
    assert kind == "data:audio/mpeg"
    assert len(base64.b64decode(content)) > 2000
    assert player["aria-label"] == "Saucepan laser, 1.5 seconds of sound"
    assert f'id="{player["aria-describedby"]}"' in page
    assert "The laugh goes backwards at the end." in page


def test_it_runs_nothing_and_asks_for_nothing(library, tmp_path):
    release(library, "website", "Y4-heron")
    found = Tags(page_of(library, tmp_path)).found
    assert not {"script", "link", "img", "iframe", "a"} & {tag for tag, _ in found}
    assert not [name for _, attributes in found for name in attributes if name.startswith("on")]
    (rule,) = [each["content"] for tag, each in found if tag == "meta" and "http-equiv" in each]
    assert rule == "default-src 'none'; media-src data:; style-src 'unsafe-inline'"


def test_without_a_release_it_is_refused_or_goes_without_the_sound(library, tmp_path):
    said = a_result(library)
    with pytest.raises(NotReleased) as caught:
        page_of(library, tmp_path, said)
    assert "Y4-heron" in caught.value.what
    assert "leave out the sound" in caught.value.fix
    assert only(tmp_path) == []
    page = page_of(library, tmp_path, said, leave_out=True)
    assert "<audio" not in page
    assert "Saucepan laser" not in page
    assert "Y4-heron" not in page
    assert "A pupil in Y4" in page


def test_a_title_is_only_words(library, tmp_path):
    release(library, "website", "Y4-heron")
    said = a_result(library, titles=('<script>alert(1)</script>" onload="x',), title="<b>{{ school }}</b>")
    page = page_of(library, tmp_path, said)
    assert "<script" not in page
    assert "<b>" not in page
    assert "&lt;script&gt;" in page


def test_it_has_the_colours_of_the_school(library, tmp_path):
    release(library, "website", "Y4-heron")
    Looks(library).set("maroon", "gold")
    assert re.search(r"--main: #6e1528; --bar: #6e1528; --second: #d9a520", page_of(library, tmp_path))


def test_the_picture_has_its_loudest_part_in_the_second_colour():
    drawn = bars([0.1] * 30 + [1.0] + [0.2] * 30)
    bright = [place for place, bar in enumerate(drawn) if bar[3]]
    assert len(drawn) == 64
    assert len(bright) == 3
    assert drawn[bright[1]][2] == 120
