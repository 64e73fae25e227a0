"""Trees, lists and cards on paper, to hang beside the mixer."""

from pathlib import Path

from evidence.library import Library
from evidence.papers.document import write_document
from evidence.papers.paper import Bullets, Grid, Heading, Paper, Text
from lessons.assembly.checklist import whose
from lessons.assembly.fix import OWN
from lessons.assembly.inputs import Inputs
from lessons.assembly.lists import Checklists
from lessons.assembly.tree import NEXT, STOP, Tree, TreeStep, is_tree_id, shipped_tree
from lessons.assembly.trouble import Troubles
from studio.wording import date_in_words, listed


def tree_paper(library: Library, tree_id: str) -> Paper:
    """A tree as a table: check, what then when it is so, what then when not."""
    library.adults.need("print a poster")
    tree = Troubles(library).tree(tree_id)
    rows = tuple(
        (f"{n} {step.text}", _then(step.if_yes), _then(step.if_no)) for n, step in enumerate(tree.steps, 1)
    )
    grid = Grid("Stop as soon as it works", ("Look", "Yes", "No"), rows, (5, 4, 4))
    return _paper(library, tree.symptom, (grid, Text(tree.stop), *_found_by(library, tree)))


def list_paper(library: Library, list_id: str) -> Paper:
    """A list as it is now, with empty boxes."""
    library.adults.need("print a poster")
    kept = Checklists(library).now(list_id)
    rows = tuple((step.t, whose(step.who), step.words, step.why, "") for step in kept.steps)
    grid = Grid(kept.title, ("When", "Who", "What", "Why", "Done"), rows, (2, 3, 8, 5, 2))
    return _paper(library, kept.title, (Text(kept.about), grid))


def card_paper(library: Library, card_id: str) -> Paper:
    """A card, with the school's own inputs where it asks for them."""
    library.adults.need("print a poster")
    made = Inputs(library).card(card_id)
    blocks: list[Heading | Bullets | Text] = [Text(made.say)]
    for part in made.parts:
        blocks += [Heading(part.title), Bullets(part.lines)]
    return _paper(library, made.title, tuple(blocks))


def print_tree(library: Library, tree_id: str, out: Path | str, *, overwrite: bool = False) -> Path:
    """Write a tree: as a poster in the school's colours when the name ends in .pdf, else as a paper.

    Raises
    ------
    AdultsOnly, UnknownTrouble, PaperExists, PaperNotWritten
    """
    library.adults.need("print a poster")
    if Path(out).suffix.lower() != ".pdf":
        return write_document(library, tree_paper(library, tree_id), out, overwrite=overwrite)
    from lessons.printing.steps_poster import PosterStep, steps_poster  # draws, which the rest does not need

    tree = Troubles(library).tree(tree_id)
    steps = [
        PosterStep(
            text=step.text,
            yes="" if step.if_yes == NEXT else _then(step.if_yes),
            no="" if step.if_no == NEXT else _then(step.if_no),
            why=_whose(library, step),
        )
        for step in tree.steps
    ]
    steps.append(PosterStep(text=tree.stop, stop=True))
    return steps_poster(library, tree.symptom, steps, out, foot=tree.id, overwrite=overwrite)


def print_list(library: Library, list_id: str, out: Path | str, *, overwrite: bool = False) -> Path:
    """Write a list, with boxes to tick: as a poster when the name ends in .pdf, else as a paper."""
    library.adults.need("print a poster")
    if Path(out).suffix.lower() != ".pdf":
        return write_document(library, list_paper(library, list_id), out, overwrite=overwrite)
    from lessons.printing.steps_poster import PosterStep, steps_poster

    kept = Checklists(library).now(list_id)
    steps = [
        PosterStep(text=step.words, label=f"{step.t} {whose(step.who)}".strip(), why=step.why, tick=True)
        for step in kept.steps
    ]
    return steps_poster(library, kept.title, steps, out, overwrite=overwrite)


def print_card(library: Library, card_id: str, out: Path | str, *, overwrite: bool = False) -> Path:
    """Write a card: with big steps when the name ends in .pdf and it has one part, else as a paper."""
    library.adults.need("print a poster")
    made = Inputs(library).card(card_id)
    if Path(out).suffix.lower() != ".pdf" or len(made.parts) > 1:
        return write_document(library, card_paper(library, card_id), out, overwrite=overwrite)
    from lessons.printing.steps_poster import steps_poster

    return steps_poster(library, made.title, made.parts[0].lines, out, overwrite=overwrite)


def _paper(library: Library, title: str, blocks: tuple[Grid | Text | Bullets | Heading, ...]) -> Paper:
    return Paper(
        over="Assembly team",
        title=title,
        school=library.school,
        made=library.now(),
        foot=title,
        blocks=blocks,
        large=True,
    )


def _then(leads: str) -> str:
    if is_tree_id(leads):
        return f"Go on with “{shipped_tree(leads).symptom}”."
    return {NEXT: "Go on.", STOP: "STOP. Fetch an adult."}.get(leads, leads)


def _whose(library: Library, step: TreeStep) -> str:
    """Who found a check, and when; empty for ours."""
    for tip in Troubles(library).tips():
        if step.id == f"{OWN}{tip.id.lower()}":
            who = f"Found by {listed(list(tip.by))}" if tip.by else "Found"
            return f"{who}, {date_in_words(tip.when.date())}"
    return "With an adult" if step.adult else ""


def _found_by(library: Library, tree: Tree) -> tuple[Text, ...]:
    own = [(step, _whose(library, step)) for step in tree.steps if step.id.startswith(OWN)]
    return tuple(Text(f"“{step.text}” {found}.", soft=True) for step, found in own)
