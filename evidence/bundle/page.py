"""`OPEN-ME-FIRST.html`: the whole bundle as one page that needs nothing else.

It runs no script and asks for nothing from anywhere: sounds and pictures are inside it. Every
word that a pupil or teacher wrote is put in as text, never as markup.
"""

import base64
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from evidence.bundle.bundled import BundledEntry, BundledSound, Heard
from evidence.bundle.card import descriptor_text
from evidence.bundle.contents import Contents
from evidence.bundle.receipt import BLANK
from evidence.bundle.schema import Facts
from evidence.coverage import CLASSES_CRITERION, Counts, coverage
from rubric.framework import LEVELS, Criterion, Framework
from studio.wording import count, date_in_words, length_in_words, listed

if TYPE_CHECKING:
    from jinja2 import Environment

RECORDED_LATER_DAYS = 14
"""More days than this between happening and recording are said, not punished."""
_SOUND_BLOCK = 3 * (1 << 16)
"""A multiple of three bytes, so that the pieces of base64 join without padding."""


def page_blocks(
    facts: Facts, framework: Framework, bundled: Sequence[BundledEntry], contents: Contents
) -> Iterator[bytes]:
    """The page, piece by piece, so that only one sound is in memory at a time."""
    template = _environment(contents).get_template("page.html")
    for piece in template.generate(**_shown(facts, framework, bundled)):
        yield piece.encode("utf-8", "replace")


def _shown(facts: Facts, framework: Framework, bundled: Sequence[BundledEntry]) -> dict[str, Any]:
    """Everything that the template shows."""
    entries = [one.entry for one in bundled]
    found = coverage(entries, framework)
    return {
        "facts": facts,
        "framework": framework,
        "receipt": BLANK,
        "levels": LEVELS,
        "areas": [(area, framework.criteria_of(area)) for area in framework.areas],
        "counts": found.criteria,
        "with_evidence": sum(any(counts.values()) for counts in found.criteria.values()),
        "without_evidence": [c for c in framework.criteria if not any(found.criteria[c.code].values())],
        "classes_criterion": _criterion(framework, CLASSES_CRITERION),
        "year_groups": found.mt1_year_groups,
        "bundled": bundled,
        "sound_count": sum(len(one.sounds) for one in bundled),
        "first_day": min((entry.date_happened for entry in entries), default=None),
        "last_day": max((entry.date_happened for entry in entries), default=None),
        "recorded_later_days": RECORDED_LATER_DAYS,
    }


def _criterion(framework: Framework, code: str) -> Criterion | None:
    return next((criterion for criterion in framework.criteria if criterion.code == code), None)


def _picture(sound: BundledSound, heard: Heard) -> str:
    """One version drawn at the scale that both share, so that louder looks louder."""
    from evidence.bundle.waveform import path_of, peak_of

    shapes = [version.shape for version in (sound.after, sound.before) if version]
    return path_of(heard.shape, peak=peak_of(*shapes))


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
        picture=_picture,
        picture_width=WIDTH,
        picture_height=HEIGHT,
        has_any=_has_any,
    )
    environment.filters.update(lasting=length_in_words, listed=lambda items: listed(list(items)))
    return environment


def _has_any(counts: Counts) -> bool:
    return any(counts.values())


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
