"""Whether winners may be shown by a channel: by what is written down about them and about their sounds."""

from collections.abc import Iterable

from evidence.award.records import AwardRecords
from evidence.library import Library
from evidence.safety.gate import Rule
from evidence.safety.releases import Releases
from lessons.competitions.announcement import Announcement
from lessons.competitions.competition import Competition
from studio.errors import StudioError
from studio.wording import listed


class NotReleased(StudioError):
    """A result that may not go out by a channel as it is."""


def refuse_unreleased(library: Library, said: Announcement, channel: str, *, what: str) -> None:
    """Refuse when somebody whose sound won has no yes for a channel; `what` may be left out instead.

    Raises
    ------
    NotReleased
    """
    reasons = reasons_against(library, said, channel)
    if reasons:
        raise NotReleased(
            " ".join(reasons), f"Ask, and write the answer down under Releases; or leave out {what}."
        )


def reasons_against(library: Library, said: Announcement, channel: str) -> list[str]:
    """Why the winners may not be shown by a channel, as sentences; none when they may."""
    releases = Releases(library)
    rule = releases.rule(channel)
    makers = dict.fromkeys(code for winner in said.winners for code in winner.makers)
    refused = [code for code in makers if rule.answer(code) != "yes"]
    found = [f"There is no “yes” for {rule.channel.title}: {listed(refused)}."] if refused else []
    return [*found, *_of_evidence(library, said, rule, set(refused))]


def _of_evidence(library: Library, said: Announcement, rule: Rule, refused: set[str]) -> Iterable[str]:
    """What evidence with the same sound says against it; others may be heard beside its makers.

    In the evidence of the competition itself stands the panel, which is not heard.
    """
    sounds = {winner.sound_id for winner in said.winners}
    known = AwardRecords(library, "competition", "CO", Competition).all()
    own = next((each.occasion for each in known if each.id == said.competition), "")
    for entry in library.entries():
        used = {use.sound_id for use in entry.sounds}
        if entry.status == "withdrawn" or not used & sounds or (own and entry.source == own):
            continue
        heard = [code for code in entry.heard if code not in refused]
        if used <= sounds and (heard or not entry.heard):
            yield from (f"{entry.id}: {reason}" for reason in rule.reasons(entry, heard))
        elif entry.names_spoken and rule.channel.public:
            yield f"{entry.id}: Somebody says a name in it."
