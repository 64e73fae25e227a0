"""`bundle.json`: everything that the bundle tells, as data, and the schema that says how to read it."""

from collections.abc import Iterable, Sequence
from typing import Any

from evidence.award.figures import Asked
from evidence.bundle.award import NO_AWARD, Award
from evidence.bundle.bundled import BundledEntry, BundledSound
from evidence.bundle.credits import credit_lines
from evidence.bundle.names import entry_folder
from evidence.bundle.schema import Facts
from evidence.bundle.sounds import KBPS
from evidence.views.coverage import coverage
from rubric.audit import Snapshot
from rubric.framework import Framework
from rubric.plain import to_plain

SCHEMA_FILE = "bundle.schema.json"
_TOLD = (
    *("id", "title", "type", "status", "criteria", "key_for", "tags", "year_groups", "subject"),
    *("date_happened", "date_recorded", "before", "happened", "impact", "by", "people"),
    *("action_id", "feedback"),
)
"""What leaves the school of an entry; whatever is added to entries stays there until it is named here."""
_TOLD_OF_TARGET = ("level", "by_date", "decided_by", "phase")
_KEPT_OF_ACTION = ("framework", "made")
_TOLD_OF_STATEMENT = ("words", "role", "date", "questions")


def told(
    facts: Facts, framework: Framework, bundled: Sequence[BundledEntry], award: Award = NO_AWARD
) -> dict[str, Any]:
    """Everything as data.

    The salts of the log's commitments stay in the library: with them, and only with them, somebody
    could try out what an entry that was taken back had said.
    """
    return {
        **facts.as_plain(),
        "framework": {"id": framework.id, "version": framework.version, "title": framework.title},
        "sound_format": {"type": "audio/mpeg", "kbps": KBPS, "channels": 1},
        "coverage": coverage(
            (one.entry for one in bundled), framework, year_groups=award.year_groups
        ).as_json(),
        "award": _told_award(award, {one.entry.id for one in bundled}),
        "credits": credit_lines(award.credits_for(one.entry for one in bundled)),
        "entries": [_told_entry(one) for one in bundled],
    }


def schema_bytes() -> bytes:
    """The JSON schema of `bundle.json`."""
    from assets import asset

    return asset("schemas", SCHEMA_FILE).read_bytes().replace(b"\r\n", b"\n")


def _told_award(award: Award, here: set[str]) -> dict[str, Any]:
    return {
        "audits": [
            _told_audit(audit, here) for audit in (*award.school, *([award.hub] if award.hub else []))
        ],
        "target": _only(_TOLD_OF_TARGET, award.target),
        "gaps": [
            {
                "criterion": gap.criterion.code,
                "now": gap.now,
                "missing": [descriptor.level for descriptor in gap.missing],
            }
            for gap in award.gaps
        ],
        "actions": [
            {name: value for name, value in to_plain(action).items() if name not in _KEPT_OF_ACTION}
            for action in award.actions
        ],
        "figures": [_told_figure(each) for each in award.figures],
        "statement": _only(_TOLD_OF_STATEMENT, award.statement),
    }


def _told_figure(asked: Asked) -> dict[str, Any]:
    told: dict[str, Any] = {"claim": str(asked.claim), "name": asked.measure.name}
    if asked.figure and asked.found:
        figure = {"value": asked.figure.value, "of": asked.figure.of, "note": asked.figure.note}
        told |= figure | {"met": asked.found.met, "words": asked.found.words}
    return told


def _told_audit(audit: Snapshot, here: set[str]) -> dict[str, Any]:
    plain = to_plain(audit)
    del plain["framework"]
    for judgement in plain["judgements"]:
        judgement["evidence"] = [each for each in judgement["evidence"] if each in here]
    return plain


def _told_entry(one: BundledEntry) -> dict[str, Any]:
    plain = one.entry.as_plain()
    named = zip(one.entry.files, one.files, strict=True)
    folder = entry_folder(one.entry.id)
    return {name: plain[name] for name in _TOLD} | {
        "sounds": [_told_sound(sound) for sound in one.sounds],
        "files": [use.as_plain() | {"path": f"{folder}/{name}"} for use, (name, _) in named],
        # That an entry was put right is told; what it said before is not, since that may be why it was.
        "amendments": [{"when": made["when"], "by": made["by"]} for made in plain["amendments"]],
        "card": f"{folder}/card.txt",
    }


def _told_sound(sound: BundledSound) -> dict[str, Any]:
    return sound.use.as_plain() | {
        "steps": list(sound.steps),
        "after": sound.after.path,
        "before": sound.before.path if sound.before else None,
    }


def _only(names: Iterable[str], record: Any) -> dict[str, Any] | None:
    if record is None:
        return None
    plain = to_plain(record)
    return {name: plain[name] for name in names}


def json_bytes(plain: Any) -> bytes:
    """Plain values as JSON that a person can read too."""
    import orjson

    return orjson.dumps(plain, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
