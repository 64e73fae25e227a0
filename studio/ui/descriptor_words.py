"""What a level asks for, with the words that are not for this kind of school set apart."""

from textual.content import Content

from rubric.framework import Descriptor
from studio.ui.text import literal


def descriptor_words(descriptor: Descriptor, phase: str | None) -> Content:
    """The text; words for other kinds of school stand quiet in square brackets, and the end says so."""
    others = [each.text for each in descriptor.clauses if phase is not None and phase not in each.phases]
    parts: list[Content] = []
    rest = descriptor.text
    for words in sorted((each for each in others if each in rest), key=rest.index):
        before, _, rest = rest.partition(words)
        parts += [literal(before), literal(f"[{words}]", "$quiet")]
    parts.append(literal(rest))
    if others:
        parts.append(literal(f" [ ] is not for {phase} schools.", "$quiet"))
    return Content("").join(parts)
