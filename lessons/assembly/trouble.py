"""Trouble in a library: the trees with what the children found themselves, and every trouble they met."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from evidence.award.records import AwardRecords
from evidence.codes import parse_code
from evidence.library import Library
from evidence.safety.tombstone import is_tombstone
from evidence.words import clean_title
from lessons.assembly.events import Events
from lessons.assembly.fix import OWN, Fix, Tip
from lessons.assembly.talk import ENDED_FIXED, Talk
from lessons.assembly.tree import NEXT, Tree, TreeStep, shipped_tree, shipped_trees
from studio.errors import StudioError

LONGEST_MINUTES = 600


class TroubleRefused(StudioError):
    """A trouble or a check that cannot be written down."""


class Troubles:
    """The trouble of a library. Everybody may use and write it; an adult may take things out."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._fixes = AwardRecords(library, "fix", "FX", Fix)
        self._tips = AwardRecords(library, "tip", "TP", Tip)

    def trees(self) -> tuple[Tree, ...]:
        """Every tree, with the children's own checks after ours."""
        tips = self.tips()
        return tuple(
            tree.with_steps(tuple(_step(tip) for tip in tips if tip.tree == tree.id))
            for tree in shipped_trees()
        )

    def tree(self, tree_id: str) -> Tree:
        """One tree; UnknownTrouble if there is none of this id."""
        ours = shipped_tree(tree_id)
        return ours.with_steps(tuple(map(_step, self.tips(ours.id))))

    def begin(self, tree_id: str) -> Talk:
        """Begin the conversation about a trouble."""
        return Talk({tree.id: tree for tree in self.trees()}, shipped_tree(tree_id).id)

    def keep(
        self, talk: Talk, *, minutes: int, event: str = "", by: Sequence[str] = (), fixed_by: str = ""
    ) -> Fix:
        """Write down how a conversation ended; `fixed_by` says what helped when it was something else.

        Raises
        ------
        TroubleRefused
            If it has not ended, or the minutes cannot be.
        """
        end = talk.next()
        if not end.is_end and not fixed_by:
            raise TroubleRefused("The trouble is not over yet.", "Answer on, or say what fixed it.")
        if not 0 <= minutes <= LONGEST_MINUTES:
            raise TroubleRefused(f"{minutes} minutes cannot be.", f"Give 0 to {LONGEST_MINUTES}.")
        tree = shipped_tree(talk.tree)
        made = Fix(
            id="",
            tree=tree.id,
            symptom=tree.symptom,
            tried=end.tried,
            fixed=bool(fixed_by) or end.kind == ENDED_FIXED,
            fixed_by=clean_title(fixed_by) if fixed_by else end.fixed_by,
            minutes=minutes,
            event=Events(self._library).one(event).id if event else "",
            by=tuple(dict.fromkeys(map(parse_code, by))),
            when=self._library.now(),
        )
        return self._fixes.add(lambda id_: replace(made, id=id_), who=made.by[0] if made.by else None)

    def fixes(
        self, *, tree: str | None = None, event: str | None = None, since: date | None = None
    ) -> tuple[Fix, ...]:
        """Every trouble that was written down, oldest first; of one tree, one event, or from a day on."""
        wanted = shipped_tree(tree).id if tree else None
        from_ = since.isoformat() if since else ""
        # The records themselves first: years of them need not all be read for this term's.
        ids = [
            each.id
            for each in self._library.store.all("fix")
            if not is_tombstone(each.fields)
            and not each.fields["struck"]
            and wanted in (None, each.fields["tree"])
            and event in (None, each.fields["event"])
            and each.fields["when"][:10] >= from_
        ]
        return tuple(map(self._fixes.one, ids))

    def strike(self, fix_id: str, *, struck: bool = True) -> Fix:
        """Take a trouble out of the log, or put it back."""
        action = "struck" if struck else "put-back"
        return self._fixes.change(fix_id, lambda each: replace(each, struck=struck), action=action, who=None)

    def tips(self, tree: str | None = None) -> tuple[Tip, ...]:
        """The children's own checks that hold, oldest first; of one tree."""
        wanted = shipped_tree(tree).id if tree else None
        return tuple(each for each in self._tips.all() if not each.struck and wanted in (None, each.tree))

    def add_tip(self, tree: str, text: str, do: str, *, by: Sequence[str] = ()) -> Tip:
        """Add a check of the children's own: a question, and what to do when the answer is no."""
        ours, ask = shipped_tree(tree), clean_title(text)
        if not ask.endswith("?"):
            raise TroubleRefused("A check is a question.", "Ask something that is answered with yes or no.")
        made = Tip(
            id="",
            tree=ours.id,
            text=ask,
            do=clean_title(do),
            by=tuple(dict.fromkeys(map(parse_code, by))),
            when=self._library.now(),
        )
        return self._tips.add(lambda id_: replace(made, id=id_), who=made.by[0] if made.by else None)

    def strike_tip(self, tip_id: str, *, struck: bool = True) -> Tip:
        """Take a check of the children's own out of its tree, or put it back."""
        action = "struck" if struck else "put-back"
        return self._tips.change(tip_id, lambda each: replace(each, struck=struck), action=action, who=None)


def _step(tip: Tip) -> TreeStep:
    return TreeStep(id=f"{OWN}{tip.id.lower()}", text=tip.text, if_yes=NEXT, if_no=tip.do)
