"""Announcing: the result goes out, and what was done becomes evidence that is waiting for an adult."""

from evidence.library import Library
from evidence.years import in_order
from lessons.competitions.announcement import Announcement, announcement
from lessons.competitions.competition import Competition
from lessons.competitions.docket import Docket, Dockets
from lessons.facts import years_of
from lessons.occasion import Occasions
from lessons.occasion_turn import take_back
from studio.wording import count, date_in_words, listed


def announce(library: Library, competition_id: str) -> Competition:
    """Announce a competition whose words were all checked; it is kept as an occasion, once.

    Raises
    ------
    NotNow, ReasonMissing
    """
    said = announcement(library, competition_id)
    dockets = Dockets(library)

    def announced(docket: Docket) -> Docket:
        known = docket.competition
        known.need(library.now().date(), "judged", "announced", to="be announced")
        return docket.with_competition(status="announced", announced=known.announced or library.now())

    known = dockets.change(said.competition, announced, action="announced").competition
    if known.occasion:  # it had been announced before, and its evidence was accepted
        return known
    occasion = _occasion(library, said)
    return dockets.change(
        known.id, lambda docket: docket.with_competition(occasion=occasion), action="kept"
    ).competition


def take_announcement_back(library: Library, competition_id: str) -> Competition:
    """Take an announcement back before it went out, with the occasion and what is proposed from it.

    Where an adult accepted evidence of it, that and the occasion stay for an adult to decide.
    """
    library.adults.need("take an announcement back")
    dockets = Dockets(library)
    occasion = dockets.one(competition_id).competition.occasion
    settled = {entry.source for entry in library.entries() if entry.status == "accepted"}
    gone = bool(occasion) and occasion not in settled

    def back(docket: Docket) -> Docket:
        docket.competition.need(library.now().date(), "announced", to="be taken back")
        kept = "" if gone else docket.competition.occasion
        return docket.with_competition(status="judged", announced=None, occasion=kept)

    known = dockets.change(competition_id, back, action="took-back").competition
    if gone:
        with library.store.turn() as turn:
            take_back(library, turn, "occasion", occasion)
    return known


def _occasion(library: Library, said: Announcement) -> str:
    kept = {sound.id for sound in library.sounds()}
    makers = tuple(dict.fromkeys(code for winner in said.winners for code in winner.makers))
    leaders = tuple(dict.fromkeys((*said.led_by, *said.panel, *said.announcers)))
    made = Occasions(library).add(
        "competition",
        said.title,
        year_groups=in_order((*years_of(leaders), *years_of(makers))) or said.years,
        led_by=leaders,
        people=makers,
        tools=", ".join(said.brief.tools),
        note=occasion_note(said),
        sounds=[winner.sound_id for winner in said.winners if winner.sound_id in kept],
        scope=said.scope,
    )
    return made.id


def occasion_note(said: Announcement) -> str:
    """Brief, panel, reasons and announcement in a few lines; no code and no name."""
    lines = [
        f"Brief: {said.brief.title}. {said.brief.make}",
        f"{count(said.entries, 'entry', 'entries')}, judged blind by a panel of "
        f"{count(len(said.panel), 'pupil')} with an adult.",
    ]
    if said.winners:
        lines.append(f"Chosen by the panel: {listed([f'the {each.animal}' for each in said.winners])}.")
        several = len(said.winners) > 1
        lines += [
            f"Why{f' the {each.animal}' if several else ''}: {text}"
            for each in said.winners
            for text in each.reasons
        ]
    else:
        lines.append(f"No award this time: {said.no_award}")
    if said.kind_lines:
        lines.append("Every other entry got a kind line.")
    lines.append(f"Announced on {date_in_words(said.date)}.")
    return "\n".join(lines)
