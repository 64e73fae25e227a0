"""Agenda and minutes of the half-termly meeting, made from what was done."""

from evidence.library import Library
from evidence.papers.paper import Block, Bullets, Grid, Heading, Paper, Quotation, Text, ToFillIn
from lessons.competitions.announcement import winning
from lessons.competitions.competition import Competition
from lessons.competitions.docket import Docket, Dockets
from lessons.competitions.meeting import meeting
from lessons.competitions.reasons import KIND, WINNER, Reasons
from lessons.competitions.result import HOW
from studio.wording import begun, count, date_in_words, listed

_OVER = "Music technology competition"


def agenda(library: Library) -> Paper:
    """What the meeting is about, with where each thing stands; it says no code and no name."""
    blocks: list[Block] = []
    for number, item in enumerate(meeting(library).items, 1):
        done = " (nothing left to do)" if item.done else ""
        blocks += [Heading(f"{number} {item.title}{done}"), Bullets(item.told)]
    return _paper(library, "Agenda", blocks)


def minutes(library: Library, competition_id: str) -> Paper:
    """What was done about a competition, from the brief to the announcement.

    Raises
    ------
    AdultsOnly, UnknownRecord
    """
    library.adults.need("print the minutes")
    docket = Dockets(library).one(competition_id)
    known = docket.competition
    following = [each for each in Dockets(library).competitions.all() if each.opens > known.opens]
    blocks = [
        *_set(known),
        *_judged(docket),
        *_chosen(library, docket),
        Heading("The next brief"),
        Text(_next_words(following)) if following else ToFillIn("Which brief was chosen next."),
        Heading("The announcement"),
        *_announced(docket),
    ]
    return _paper(library, f"Minutes: {known.title}", blocks)


def _set(known: Competition) -> list[Block]:
    brief = known.brief
    who = f"Set by {listed(list(known.led_by))}. " if known.led_by else ""
    dates = f"Open from {date_in_words(known.opens)} to {date_in_words(known.closes)}."
    moved = [
        f"The closing date was moved from {date_in_words(each.was)} to {date_in_words(each.now)}: {each.why}"
        for each in known.moves
    ]
    asked = [question.words for question in known.questions]
    return [
        Heading("The brief"),
        Text(f"{brief.title}. {brief.make} ({brief.length})"),
        Text(f"{who}{dates}"),
        *([Bullets(tuple(moved))] if moved else []),
        Text(f"Judges were asked: {' '.join(asked)}"),
    ]


def _judged(docket: Docket) -> list[Block]:
    known = docket.competition
    if not known.panel:
        return [Heading("The judging"), ToFillIn("Who judged, and when.")]
    told = [
        f"{count(len(docket.live), 'entry', 'entries')}, known to the judges by animals only.",
        f"Panel: {listed(list(known.panel))}, with an adult ({known.opened_by}).",
        "Only those count who heard everything equally often; nobody heard their own.",
    ]
    gone = [each for each in docket.submissions if each.withdrawn]
    told += [f"The {each.animal or 'entry'} was taken out: {each.withdrawn}" for each in gone]
    told += [f"{each.code} was away for a part: {each.why or 'no reason given'}." for each in known.away]
    told += [f"{count(len(known.rounds), 'round')} of pairs."] if known.rounds else []
    return [Heading("The judging"), Bullets(tuple(told))]


def _chosen(library: Library, docket: Docket) -> list[Block]:
    known = docket.competition
    blocks: list[Block] = [Heading("The result and the reasons")]
    if known.status == "cancelled":
        return [*blocks, Text(f"The competition was cancelled: {known.why}")]
    if known.result is None:
        return [*blocks, ToFillIn("Who was chosen, and why.")]
    won = winning(docket)
    if known.no_award:
        blocks.append(Text(f"No award this time: {known.no_award}"))
    elif not won:
        blocks.append(Text(HOW["gone"]))
    else:
        named = begun(listed([f"the {each.animal} ({listed(list(each.makers))})" for each in won]))
        blocks.append(Text(f"{named}, chosen by the panel. {HOW[known.result.how]}"))
    said = {(each.submission, each.kind): each for each in Reasons(library, known.id).all()}
    for entry in won:
        reason = said.get((entry.id, WINNER))
        if reason is not None:
            blocks.append(Quotation(reason.text, listed(list(reason.codes))))
    kind = [(each, said.get((each.id, KIND))) for each in sorted(docket.live, key=lambda each: each.animal)]
    rows = tuple((each.animal, reason.text) for each, reason in kind if reason is not None)
    return [
        *blocks,
        *([Grid("A kind line for everybody", ("Entry", "Kind line"), rows, (25, 75))] * bool(rows)),
    ]


def _next_words(following: list[Competition]) -> str:
    first = min(following, key=lambda each: (each.opens, each.id))
    return f"“{first.brief.title}”, open until {date_in_words(first.closes)}."


def _announced(docket: Docket) -> list[Block]:
    known = docket.competition
    by = f" by {listed(list(known.announcers))}" if known.announcers else ""
    if known.announced is None:
        return [ToFillIn("Who announces it, and where.")]
    return [Text(f"Announced on {date_in_words(known.announced.date())}{by}.")]


def _paper(library: Library, title: str, blocks: list[Block]) -> Paper:
    now = library.now()
    return Paper(
        over=_OVER,
        title=title,
        school=library.school,
        made=now,
        foot=", ".join(filter(None, (library.school, date_in_words(now.date())))),
        blocks=tuple(blocks),
    )
