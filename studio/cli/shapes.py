"""The JSON shapes of sounds and evidence, which scripts rely on however the library keeps them."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from evidence.entry import Entry
    from evidence.sound import Sound


def sound_shape(sound: "Sound") -> dict[str, Any]:
    """The JSON shape of a sound; `seconds` is its length as it is now."""
    return {
        "id": sound.id,
        "title": sound.title,
        "seconds": round(sound.seconds_after, 6),
        "samplerate": sound.samplerate,
        "channels": sound.channels,
        "sha256": sound.sha256,
        "year": sound.year,
        "by": sound.by,
        "partners": list(sound.partners),
        "session": sound.session or None,
        "made": sound.made.isoformat(),
        "origin": sound.origin,
        "kept": sound.kept,
        "binned": sound.binned,
        "recipe": sound.recipe.texts(),
        "words": sound.recipe.words(sound.seconds),
        "credit": sound.credit,
        "card": sound.card.as_plain() if sound.card else None,
        "crew": [{"job": job, "code": code} for job, code in sound.crew],
        "subject": sound.subject,
        "dimensions": list(sound.dimensions),
        "labels": [label.as_plain() for label in sound.labels],
        "made_of": list(sound.made_of),
    }


def entry_shape(entry: "Entry") -> dict[str, Any]:
    """The JSON shape of an entry."""
    return {
        "id": entry.id,
        "title": entry.title,
        "criteria": [str(claim) for claim in entry.criteria],
        "year_groups": list(entry.year_groups),
        "date_happened": entry.date_happened.isoformat(),
        "date_recorded": entry.date_recorded.isoformat(),
        "status": entry.status,
        "happened": entry.happened,
        "impact": entry.impact,
        "by": entry.by,
        "sounds": [use.as_plain() for use in entry.sounds],
        "files": [file.as_plain() for file in entry.files],
        "type": entry.type,
        "subject": entry.subject,
        "before": entry.before,
        "action_id": entry.action_id,
        "tags": list(entry.tags),
        "sensitivity": entry.sensitivity,
        "people": list(entry.people),
        "names_spoken": entry.names_spoken,
        "key_for": list(entry.key_for),
        "feedback": entry.feedback.as_plain() if entry.feedback else None,
        "source": entry.source,
        "why": entry.why,
    }
