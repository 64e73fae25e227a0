"""`card.txt`: what an entry says, as plain text beside its sounds."""

from evidence.bundle.bundled import BundledSound
from evidence.entry import Entry
from evidence.entry_types import UnknownType, entry_type
from rubric.framework import Claim, Framework, UnknownCriterion
from studio.wording import date_in_words, length_in_words, listed


def card_text(
    entry: Entry, sounds: list[BundledSound], files: list[tuple[str, str]], framework: Framework
) -> bytes:
    """An entry as text; `files` are the names in the bundle and the names they had."""
    parts = [
        f"{entry.id}  {entry.title}",
        f"{type_title(entry)}{f' in {entry.subject}' if entry.subject else ''}",
        f"Happened on {date_in_words(entry.date_happened)}, "
        f"recorded on {date_in_words(entry.date_recorded.date())}.",
        f"Year groups: {listed(list(entry.year_groups)) or 'not told'}",
    ]
    parts += [
        f"{claim}{'  * key piece' if claim.criterion in entry.key_for else ''}\n"
        f"  {descriptor_text(framework, claim)}"
        for claim in entry.criteria
    ]
    parts += [f"{label}\n{text}" for label, text in lines_of_travel(entry)]
    if entry.feedback:
        parts.append(
            f"What pupils said of version 1\n  What works: {entry.feedback.works}\n"
            f"  Try next: {entry.feedback.next}"
        )
    parts += [_sound_text(sound) for sound in sounds]
    parts += [f"File {name}\n  It was called: {was}" for name, was in files]
    return ("\n\n".join(parts) + "\n").encode("utf-8", "replace")


def type_title(entry: Entry) -> str:
    """What kind of evidence it is, in words."""
    try:
        return entry_type(entry.type).title
    except UnknownType:
        return entry.type.replace("-", " ").capitalize()


def lines_of_travel(entry: Entry) -> list[tuple[str, str]]:
    """The three lines that show a way gone, as far as they were written."""
    lines = [("Before", entry.before), ("What we did", entry.happened), ("Now", entry.impact)]
    return [(label, text) for label, text in lines if text]


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
