"""The steps of a judge in words and as JSON: animals only, never the ids that tell the order of entry."""

from typing import TYPE_CHECKING, Any

from studio.wording import clock, listed

if TYPE_CHECKING:
    from lessons.competitions.competition import Competition
    from lessons.competitions.steps import Step
    from lessons.competitions.submission import Blind


def what_to_hear(step: "Step") -> "tuple[Blind, ...]":
    """What a step plays next."""
    from lessons.competitions.steps import Listen, PlayOff

    if isinstance(step, Listen):
        return (step.entry,)
    if isinstance(step, PlayOff):
        times = {each: step.heard.count(each.submission) for each in (step.left, step.right)}
        wanted = max(1, *times.values())
        return tuple(each for each, heard in times.items() if heard < wanted)
    return ()


def step_shape(step: "Step", known: "Competition") -> dict[str, Any]:
    """The JSON shape of a step."""
    from lessons.competitions.steps import Listen, PlayOff, Reasons, Star

    shape: dict[str, Any] = {"competition": known.id, "brief": known.brief.title}
    match step:
        case Listen():
            asks = [{"id": question.id, "words": question.words} for question in step.asks]
            return shape | {
                "step": "listen",
                "entry": _blind(step.entry),
                "number": step.number,
                "of": step.of,
                "times": step.times,
                "answers": step.answers,
                "asks": asks,
                "again": step.again,
            }
        case Star():
            return shape | {"step": "star", "entries": [_blind(e) for e in step.entries], "most": step.most}
        case PlayOff():
            return shape | {
                "step": "play-off",
                "left": _blind(step.left),
                "right": _blind(step.right),
                "number": step.number,
                "of": step.of,
                "heard": len(step.heard),
                "asks": step.asks,
                "more": step.more,
            }
        case Reasons():
            winners, kind = [_blind(e) for e in step.winners], [_blind(e) for e in step.kind_lines]
            return shape | {"step": "reasons", "winners": winners, "kind_lines": kind}
    return shape | {"step": type(step).__name__.lower(), "why": step.why}


def step_lines(step: "Step", known: "Competition") -> list[str]:
    """What a judge is asked to do now, a line each."""
    from lessons.competitions.criteria import criteria
    from lessons.competitions.steps import Listen, PlayOff, Reasons, Star

    words = ", ".join(f"{number} {word}" for number, word in enumerate(criteria().answers, 1))
    match step:
        case Listen():
            lines = [
                f"Listening {step.number} of {step.of}: {step.entry.animal}, {clock(step.entry.seconds)}"
            ]
            if step.again:
                return [*lines, "Hear it once more, so that all are heard as often."]
            if not step.times:
                return [*lines, "Hear it first."]
            return [*lines, f"Answers: {words}", *(f"  {each.id}: {each.words}" for each in step.asks)]
        case Star():
            return [
                f"You have heard everything. Give up to {step.most} stars to those that you like best.",
                f"You can choose from: {listed([each.animal for each in step.entries])}.",
            ]
        case PlayOff():
            again = "One more round. " if step.more else ""
            return [
                f"{again}Pair {step.number} of {step.of}: "
                f"{step.left.animal} (left), {step.right.animal} (right)",
                f"{step.asks} Hear both, then say left, right or same.",
            ]
        case Reasons():
            won = listed([f"the {each.animal}" for each in step.winners]) or "nobody this time"
            return [f"Judging has closed: {won}. Now write down why, and a kind line for everybody."]
    return [step.why]


def _blind(entry: "Blind") -> dict[str, Any]:
    return {"animal": entry.animal, "seconds": entry.seconds}
