"""`bundle.json`: everything that the bundle tells, as data."""

from collections.abc import Sequence
from typing import Any

from evidence.bundle.bundled import BundledEntry, BundledSound
from evidence.bundle.names import entry_folder
from evidence.bundle.schema import Facts
from evidence.bundle.sounds import KBPS
from evidence.coverage import coverage
from rubric.framework import Framework


def told(facts: Facts, framework: Framework, bundled: Sequence[BundledEntry]) -> dict[str, Any]:
    """Everything as data.

    The salts of the log's commitments stay in the library: with them, and only with them, somebody
    could try out what an entry that was taken back had said.
    """
    return {
        **facts.as_plain(),
        "framework": {"id": framework.id, "version": framework.version, "title": framework.title},
        "sound_format": {"type": "audio/mpeg", "kbps": KBPS, "channels": 1},
        "coverage": coverage((one.entry for one in bundled), framework).as_json(),
        "entries": [_told_entry(one) for one in bundled],
    }


def _told_entry(one: BundledEntry) -> dict[str, Any]:
    plain = one.entry.as_plain()
    # That an entry was put right is told; what it said before is not, since that may be why it was.
    plain["amendments"] = [{"when": made["when"], "by": made["by"]} for made in plain["amendments"]]
    for kept_home in ("why", "source", "sensitivity", "names_spoken"):
        del plain[kept_home]
    plain["sounds"] = [_told_sound(sound) for sound in one.sounds]
    named = zip(one.entry.files, one.files, strict=True)
    plain["files"] = [
        use.as_plain() | {"path": f"{entry_folder(one.entry.id)}/{name}"} for use, (name, _) in named
    ]
    return plain | {"card": f"{entry_folder(one.entry.id)}/card.txt"}


def _told_sound(sound: BundledSound) -> dict[str, Any]:
    return sound.use.as_plain() | {
        "steps": list(sound.steps),
        "after": sound.after.path,
        "before": sound.before.path if sound.before else None,
    }


def json_bytes(plain: Any) -> bytes:
    """Plain values as JSON that a person can read too."""
    import orjson

    return orjson.dumps(plain, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
