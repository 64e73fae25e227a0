"""A withdrawal in sentences: before anybody says yes, and after it."""

from collections.abc import Iterator

from evidence.safety.withdrawal import Preview, Withdrawal
from studio.wording import count


def lines_before(seen: Preview) -> Iterator[str]:
    """What would go, to be read before anybody says yes."""
    yield f"This would erase {seen.reach.subject}:"
    for entry in seen.reach.entries:
        yield f"  {entry.id}  {entry.title}"
    for sound in seen.reach.sounds:
        yield f"  {sound.id}  {sound.title}"
    for name in seen.exports:
        yield f"  exports/{name}"
    yield from seen.reach.stays
    if seen.bundles:
        yield f"It is in {count(len(seen.bundles), 'sealed bundle')}, which somebody must destroy."
    if seen.backups:
        yield f"It is, or may be, in {count(len(seen.backups), 'backup')}."


def lines_after(done: Withdrawal) -> Iterator[str]:
    """What went, and what people still have to do."""
    yield f"Withdrew {done.subject}: {', '.join(done.ids) or 'the code'}."
    yield from done.stays
    for bundle in done.bundles:
        yield f"Destroy every copy of {bundle.name} (sealed {bundle.sealed:%Y-%m-%d} as {bundle.path})."
        yield f"  Receipt: {bundle.receipt}"
    if done.bundle:
        yield f"A new bundle for the hub: {done.bundle}"
    if done.letter:
        yield f"A letter to the hub: {done.letter}"
    for copy in done.backups:
        if copy.made is None:
            yield f"May be in backups in {copy.path}, which is not there now. Delete those from before today."
        else:
            yield f"Still in the backup {copy.path}. Make a new backup, then delete that one."
    yield "Sounds and papers saved in other folders are not remembered: look in slides and newsletters."
