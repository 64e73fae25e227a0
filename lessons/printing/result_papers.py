"""A result as papers: the script for assembly in large print, and the paragraph for the newsletter."""

from dataclasses import replace

from evidence.library import Library
from evidence.papers.paper import Block, Grid, Heading, PageEnd, Paper, Quotation, Text
from lessons.printing.outcome import Outcome, Won
from lessons.printing.wording import heads, told
from studio.wording import clock, count, date_in_words, listed


def script(library: Library, outcome: Outcome) -> Paper:
    """What the announcers read aloud, with what is played when."""
    blocks: list[Block] = [*_play_order(outcome.won)]
    blocks += [
        Text(told("hello", leaders=outcome.leaders)),
        Text(told("challenge", title=outcome.title, hook=outcome.hook)),
        Text(" ".join([outcome.came_in, *([told("blind")] if outcome.said.entries else [])])),
    ]
    if outcome.won:
        number = len(outcome.won)
        blocks.append(Text(told("one_winner") if number == 1 else told("many_winners", number=number)))
    else:
        blocks += [Text(told("no_award")), Text(outcome.no_award)]
    for won in outcome.won:
        blocks += [
            Heading(told("play", number=won.number), 3),
            Text(told("that_was", title=won.title, makers=won.makers)),
            *([Text(told("why"))] if won.reasons else []),
            *(Quotation(reason, told("panel")) for reason in won.reasons),
        ]
    if outcome.said.entries:
        blocks.append(Text(" ".join([told("thanks"), told("good_thing")])))
    blocks.append(Text(told("last")))
    if outcome.good:
        rows = tuple((each.animal, each.makers, each.text) for each in outcome.good)
        head = heads("good_head")
        blocks += [PageEnd(), Heading(told("good_heading"))]
        blocks.append(Grid(told("good_caption"), head, rows, (20, 25, 55)))
    made = paper_of(
        library, told("script_over"), outcome.title, blocks, day=date_in_words(outcome.said.date), large=True
    )
    return replace(made, about=outcome.sounds)


def newsletter(library: Library, outcome: Outcome, *, titles: bool) -> Paper:
    """One paragraph, ready to be pasted; without `titles` it does not say what the winners are called."""
    said = outcome.said
    key = "titled" if titles else "untitled"
    winners = listed([told(key, title=won.title, makers=won.makers) for won in outcome.won])
    panel = count(len(said.panel), "pupil")
    sentences = [
        told("news_set", leaders=outcome.leaders, title=outcome.title, hook=outcome.hook),
        outcome.came_in,
        *([told("news_heard", panel=panel)] if said.entries else []),
    ]
    if not outcome.won:
        sentences.append(told("news_none", why=outcome.no_award))
    elif len(outcome.won) == 1:
        sentences.append(told("news_one", winners=winners))
    else:
        sentences.append(told("news_many", number=len(outcome.won), winners=winners))
    reasons = [reason for won in outcome.won for reason in won.reasons]
    sentences += [told("news_said", reasons=" ".join(reasons))] if reasons else []
    blocks: list[Block] = [Text(" ".join([*sentences, told("news_end")]))]
    title = told("news_title", title=outcome.title)
    made = paper_of(library, told("news_over"), title, blocks, day=date_in_words(said.date))
    return replace(made, about=outcome.sounds) if titles else made


def _play_order(won: tuple[Won, ...]) -> list[Block]:
    if not won:
        return []
    rows = tuple(
        (str(each.number), each.title, each.makers, clock(each.entry.seconds), each.entry.sound_id)
        for each in won
    )
    head = heads("play_head")
    return [Heading(told("play_heading")), Grid(told("play_caption"), head, rows, (8, 34, 26, 14, 18))]


def paper_of(
    library: Library, over: str, title: str, blocks: list[Block], *, day: str, large: bool = False
) -> Paper:
    """A paper of today, whose foot says the school and a day."""
    return Paper(
        over=over,
        title=title,
        school=library.school,
        made=library.now().replace(microsecond=0),
        foot=" · ".join(filter(None, [library.school, day])),
        blocks=tuple(blocks),
        large=large,
    )
