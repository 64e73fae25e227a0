"""The one thing to do next towards the award, in a line, with the key for it."""

from evidence.award.standing import Standing, music_technology
from rubric.framework import Framework
from studio.wording import count


def next_step(now: Standing, framework: Framework) -> str:
    """What waits comes first, then the first thing that was never done, then the first gap."""
    if now.proposed:
        return f"{count(now.proposed, 'entry', 'entries')} to accept (E)"
    if now.due:
        return f"ask what came of “{now.due[0].title}” (D)"
    if now.late:
        return f"“{now.late[0].title}” should be done by now (P)"
    if now.snapshot is None:
        return "a first audit (A), with M for music technology only"
    if now.target is None:
        return "choose what to aim for (T)"
    if not now.gaps:
        return f"no gaps to {now.target.level} in your own eyes; seal a bundle (B)"
    # Music technology first: it is what the program helps with most.
    gap = min(now.gaps, key=lambda each: not music_technology(each.criterion))
    level = gap.missing[0].level
    if not now.found.criteria[gap.criterion.code].get(level):
        return f"{gap.criterion.code} {level} has no evidence yet (G shows ideas)"
    shown = sum(bool(now.found.criteria[each.criterion.code].get(level)) for each in now.gaps)
    return f"{count(len(now.gaps), 'gap')} to {now.target.level}, {shown} with evidence (G)"
