"""`OPEN-ME-FIRST.html`: the whole bundle as one page that needs nothing else.

It runs no script and asks for nothing from anywhere: sounds and pictures are inside it. Every
word that a pupil or teacher wrote is put in as text, never as markup.
"""

import base64
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from evidence.bundle.award import NO_AWARD, Award
from evidence.bundle.bundled import BundledEntry, Heard
from evidence.bundle.card import descriptor_text, lines_of_travel, type_title
from evidence.bundle.contents import Contents
from evidence.bundle.parts import PARTS_FILE
from evidence.bundle.profile import outcome_of
from evidence.bundle.receipt import BLANK
from evidence.bundle.schema import Facts
from evidence.bundle.story import MET_SIGNS, MET_WORDS, Story, hints, term_title
from evidence.entry_types import is_late, is_old, keeping
from evidence.views.coverage import Counts
from rubric.framework import LEVELS, Framework
from rubric.plan import pounds
from studio.wording import count, date_in_words, length_in_words, listed

if TYPE_CHECKING:
    from jinja2 import Environment


def page_blocks(
    facts: Facts,
    framework: Framework,
    bundled: Sequence[BundledEntry],
    contents: Contents,
    award: Award = NO_AWARD,
) -> Iterator[bytes]:
    """The page, piece by piece, so that only one sound is in memory at a time."""
    template = _environment(contents).get_template("page.html")
    shown = _shown(Story(facts, framework, bundled, award)) | {"part": _part_in(contents)}
    for piece in template.generate(**shown):
        yield piece.encode("utf-8", "replace")


def _shown(story: Story) -> dict[str, Any]:
    """Everything that the template shows."""
    return {
        "story": story,
        "facts": story.facts,
        "framework": story.framework,
        "award": story.award,
        "bundled": story.bundled,
        "found": story.found,
        "contents": _contents(story),
        "questions": story.award.questions,
        "receipt": BLANK,
        "levels": LEVELS,
        "signs": {level: outcome_of(level, story.framework).sign for level in LEVELS},
        "old_after": keeping().old_after_months,
        "most_key_pieces": keeping().key_pieces,
    }


def _part_in(contents: Contents) -> str:
    """Which part of several this bundle is, in a line; empty when it is the only one."""
    if PARTS_FILE not in contents.digests():
        return ""
    return b"".join(contents.blocks(PARTS_FILE)).decode("utf-8").partition("\n")[0] + "."


def _contents(story: Story) -> list[tuple[str, str, bool]]:
    """The links at the top: where to, what they say, and whether there is such a place."""
    has_key = bool(story.pieces.key)
    return [
        ("profile", "Where the school stands", story.profile is not None),
        ("key-pieces", "Key pieces", has_key),
        ("gaps", "Still to work on", bool(story.award.gaps)),
        ("plan", "The plan", bool(story.plan)),
        ("figures", "Numbers", bool(story.award.figures)),
        ("questions", "Questions for the hub", bool(story.award.questions or story.unsure)),
        ("statement", "Statement", story.award.statement is not None),
        ("glance", "At a glance", True),
        ("years", "Year groups", story.classes_criterion is not None),
        ("evidence", "The rest of the evidence" if has_key else "The evidence", bool(story.pieces.parts)),
        ("check", "How to check it", True),
    ]


def _picture(heard: Heard, *others: Heard | None) -> str:
    """One version drawn at the scale that all share, so that louder looks louder."""
    from evidence.bundle.waveform import path_of, peak_of

    return path_of(heard.shape, peak=peak_of(*(other.shape for other in others if other)))


def _environment(contents: Contents) -> "Environment":
    # Here, since only sealing needs a template engine.
    from jinja2 import Environment, FunctionLoader, StrictUndefined
    from markupsafe import Markup

    from evidence.bundle.waveform import HEIGHT, WIDTH

    def sound_uri(path: str) -> Markup:
        """A sound of the bundle, written out inside the page."""
        encoded = (base64.b64encode(block) for block in _in_threes(contents.blocks(path)))
        return Markup("data:audio/mpeg;base64,") + Markup(b"".join(encoded).decode("ascii"))

    environment = Environment(
        autoescape=True,
        loader=FunctionLoader(_template),
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.globals.update(
        sound_uri=sound_uri,
        count=count,
        date_in_words=date_in_words,
        descriptor_text=descriptor_text,
        is_late=is_late,
        is_old=is_old,
        lines_of_travel=lines_of_travel,
        moved=_moved,
        pounds=pounds,
        term_title=term_title,
        type_title=type_title,
        picture=_picture,
        picture_width=WIDTH,
        picture_height=HEIGHT,
        has_any=_has_any,
        hints=hints,
        met_sign=MET_SIGNS.__getitem__,
        met_word=MET_WORDS.__getitem__,
    )
    environment.filters.update(lasting=length_in_words, listed=lambda items: listed(list(items)))
    return environment


def _has_any(counts: Counts) -> bool:
    return any(counts.values())


def _moved(levels: int) -> str:
    return f"{'up' if levels > 0 else 'down'} {count(abs(levels), 'level')}"


def _template(name: str) -> str:
    from assets import asset

    return asset("templates", name).read_text(encoding="utf-8")


def _in_threes(blocks: Iterator[bytes]) -> Iterator[bytes]:
    """The same bytes in pieces whose lengths are multiples of three, but for the last."""
    kept = b""
    for block in blocks:
        kept += block
        cut = len(kept) - len(kept) % 3
        yield kept[:cut]
        kept = kept[cut:]
    yield kept
