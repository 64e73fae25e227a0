"""Whether winners may be shown by a channel: by what is written down about them and about their sounds."""

from collections.abc import Iterable

from evidence.library import Library
from evidence.safety.releases import Releases
from lessons.competitions.announcement import Announcement
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
    return [*found, *_of_evidence(library, releases, {winner.sound_id for winner in said.winners}, channel)]


def _of_evidence(library: Library, releases: Releases, sounds: set[str], channel: str) -> Iterable[str]:
    """What evidence with the same sound says against it; others may be heard beside its makers."""
    for entry in library.entries():
        used = {use.sound_id for use in entry.sounds}
        if entry.status == "withdrawn" or not used & sounds:
            continue
        if used <= sounds:
            for blocked in releases.gate([entry], channel).blocked:
                yield f"{entry.id}: {blocked.reason}"
        elif entry.names_spoken and releases.rule(channel).channel.public:
            yield f"{entry.id}: Somebody says a name in it."
