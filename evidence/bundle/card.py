"""`card.txt`: what an entry says, as plain text beside its sounds."""

from evidence.bundle.bundled import BundledSound
from evidence.entry import Entry
from rubric.framework import Claim, Framework, UnknownCriterion
from studio.wording import date_in_words, length_in_words, listed


def card_text(
    entry: Entry, sounds: list[BundledSound], files: list[tuple[str, str]], framework: Framework
) -> bytes:
    """An entry as text; `files` are the names in the bundle and the names they had."""
    parts = [
        f"{entry.id}  {entry.title}",
        f"Happened on {date_in_words(entry.date_happened)}, "
        f"recorded on {date_in_words(entry.date_recorded.date())}.",
        f"Year groups: {listed(list(entry.year_groups)) or 'not told'}",
    ]
    parts += [f"{claim}\n  {descriptor_text(framework, claim)}" for claim in entry.criteria]
    parts += [f"What happened\n{entry.happened}"] if entry.happened else []
    parts += [f"What difference it made\n{entry.impact}"] if entry.impact else []
    parts += [_sound_text(sound) for sound in sounds]
    parts += [f"File {name}\n  It was called: {was}" for name, was in files]
    return ("\n\n".join(parts) + "\n").encode("utf-8", "replace")


def descriptor_text(framework: Framework, claim: Claim) -> str:
    """What a claim's level asks for; a plain remark when this framework has no such criterion."""
    try:
        return framework.descriptor(claim).text
    except UnknownCriterion:
        return "This criterion is not in the framework that was used for this bundle."


def _sound_text(sound: BundledSound) -> str:
    lines = [f"Sound {_name(sound.after.path)}: {sound.use.title}, {length_in_words(sound.after.seconds)}"]
    if sound.before:
        lines.append(f"  Before: {_name(sound.before.path)}, {length_in_words(sound.before.seconds)}")
    lines += [f"  {number}. {step}" for number, step in enumerate(sound.steps, 1)]
    lines.append(f"  SHA-256 of the original, which the school keeps: {sound.use.original_sha256}")
    return "\n".join(lines)


def _name(path: str) -> str:
    return path.rpartition("/")[2]
