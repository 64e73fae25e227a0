"""An occasion written together with other records, in one turn: what happened, and taking it back."""

from dataclasses import replace

from evidence.library import Library
from evidence.records.store import Turn
from evidence.safety.tombstone import tombstone
from lessons.occasion import Occasion
from rubric.plain import to_plain


def put_occasion(turn: Turn, occasion: Occasion) -> Occasion:
    """Store something that happened: with a new id, or as it is now under the id that it has."""
    action = "edited" if occasion.id else "added"
    kept = replace(occasion, id=occasion.id or turn.new_id("occasion", "OC"))
    turn.put("occasion", kept.id, to_plain(kept), action=action, who=None)
    return kept


def take_back(library: Library, turn: Turn, kind: str, record_id: str) -> None:
    """Empty a record of something that never was; proposals from it that nobody accepted are binned."""
    turn.put(kind, record_id, tombstone(record_id, library.now().date()), action="taken-back", who=None)
    for entry in library.entries():
        if entry.source == record_id and entry.status == "proposed":
            binned = replace(entry, status="binned")
            turn.put("entry", entry.id, binned.as_plain(), action="binned", who=None)
