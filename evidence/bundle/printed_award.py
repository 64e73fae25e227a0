"""The pages of `summary.pdf` on the award: profile, key pieces, gaps, plan, numbers, questions, statement."""

from evidence.bundle.profile import Outcome, Profile, Row
from evidence.bundle.story import MET_SIGNS, Story
from evidence.printing.paper import Paper
from rubric.plan import pounds
from studio.wording import count, date_in_words, listed

_TO_SIGN = "_" * 42


def add_award(paper: Paper, story: Story) -> None:
    """All that there is of it; what there is not leaves no heading."""
    if story.profile:
        _add_profile(paper, story.profile)
    if story.pieces.by_criterion:
        _add_key_pieces(paper, story)
    if story.award.gaps:
        _add_gaps(paper, story)
    if story.plan:
        _add_plan(paper, story)
    if story.award.figures:
        _add_figures(paper, story)
    if story.award.questions or story.unsure:
        _add_questions(paper, story)
    if story.award.statement:
        _add_statement(paper, story)


def _add_profile(paper: Paper, profile: Profile) -> None:
    paper.heading("Where the school stands")
    for column in profile.columns:
        totals = "   ".join(f"{number} {_outcome(shown)}" for shown, number in column.totals)
        paper.text(f"{column.title}, {column.when}, {column.judged_by}", bold=True)
        paper.text(totals)
    titles = [column.title for column in profile.columns]
    widths = (46, *[54 // len(titles)] * len(titles))
    for area, rows in profile.judged:
        shown = [(f"{row.criterion.code}  {row.criterion.title}", *_outcomes(row)) for row in rows]
        paper.table((area.title, *titles), shown, widths=widths)
    paper.text("A picture of the school as people judged it; it awards no level.", soft=True)


def _outcomes(row: Row) -> list[str]:
    words = [_outcome(shown) for shown in row.outcomes]
    if row.move:
        words[1] += " ↑" if row.move > 0 else " ↓"
    return words


def _outcome(shown: Outcome) -> str:
    return f"{shown.sign} {shown.word}".strip()


def _add_key_pieces(paper: Paper, story: Story) -> None:
    paper.heading("Key pieces")
    for criterion, entries in story.pieces.by_criterion:
        paper.text(f"{criterion.code}  {criterion.title}", bold=True)
        for entry in entries:
            paper.text(f"{entry.id}  {entry.title}")


def _add_gaps(paper: Paper, story: Story) -> None:
    paper.heading("What the school still works on")
    for told in story.gaps:
        criterion = told.gap.criterion
        paper.text(f"{criterion.code}  {criterion.title}: {_outcome(told.now)}", bold=True)
        for descriptor in told.gap.missing:
            paper.text(f"{descriptor.level.capitalize()} asks: {descriptor.text}")
        if told.reason:
            paper.text(f"The school says: {told.reason}")
        if told.actions:
            paper.text(f"In the plan: {'; '.join(action.title for action in told.actions)}.", soft=True)
        paper.line()
    if story.not_judged:
        paper.text(f"Not judged yet: {listed(story.not_judged)}.")


def _add_plan(paper: Paper, story: Story) -> None:
    paper.heading("The plan and what came of it")
    for planned in story.plan:
        action = planned.action
        paper.text(f"{planned.sign} {action.title}", bold=True)
        cost = f", {pounds(action.cost_pence)}" if action.cost_pence else ""
        paper.text(
            f"{action.status.capitalize()}: {planned.when}, by the {action.owner}, "
            f"for {listed(list(action.criteria))}{cost}.",
            soft=True,
        )
        if action.success:
            paper.text(f"It works when: {action.success}")
        if action.impact:
            paper.text(f"What is different now: {action.impact}")
        if planned.pieces:
            paper.text(f"Evidence: {listed([entry.id for entry in planned.pieces])}.", soft=True)
        paper.line()


def _add_figures(paper: Paper, story: Story) -> None:
    paper.heading("Numbers that the award asks for")
    for asked in story.award.figures:
        if asked.found:
            name = asked.measure.name
            paper.text(f"{MET_SIGNS[asked.found.met]} {asked.claim}, {name}: {asked.found.words}")
    paper.text("Counted by the school; what they mean is for people to judge.", soft=True)


def _add_questions(paper: Paper, story: Story) -> None:
    paper.heading("Questions for the hub")
    for number, question in enumerate(story.award.questions, 1):
        paper.text(f"{number}.  {question}")
    if story.unsure:
        these = count(len(story.unsure), "criterion", "criteria")
        paper.text(f"The school is not sure how to judge {these}:", bold=True)
    for told in story.unsure:
        reason = f". {told.judgement.reason}" if told.judgement.reason else ""
        paper.text(f"{told.criterion.code}  {told.criterion.title}: {_outcome(told.now)}{reason}")


def _add_statement(paper: Paper, story: Story) -> None:
    statement = story.award.statement
    if statement is None:
        return
    paper.heading("Statement of the school")
    paper.text(statement.words)
    paper.text(f"{statement.role.capitalize()}, {date_in_words(statement.date)}", bold=True)
    paper.text(f"\n\n{_TO_SIGN}\nSigned")
