"""The second page of the form: what kind it is, who is in it, who may see it, and two versions of a sound."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from textual import on
from textual.containers import VerticalScroll
from textual.events import DescendantFocus
from textual.widget import Widget
from textual.widgets import Static

from evidence.remarks import Feedback
from studio.ui.entry_facts import SENSITIVITY_WORDS
from studio.ui.form_start import Offered
from studio.ui.text import literal
from studio.ui.widgets.choice_row import ChoiceRow, Option
from studio.ui.widgets.field_row import FieldRow
from studio.wording import clock

if TYPE_CHECKING:
    from evidence.entry_types import EntryType
    from evidence.uses import SoundUse

_HINTS = {
    "subject": "The school subject, such as English or Computing.",
    "people": "Who is heard or seen: codes with spaces between them. Never names.",
    "names_spoken": "With a name in it, it stays out of newsletters, the website and streams.",
    "action_id": "The action of the plan that it shows the impact of.",
    "file": "A photograph or document: type where it is. It is copied into the library.",
    "first": "The sound as it is at this moment. Later changes of it do not reach the evidence.",
    "second": "Choose a second sound, and the two stand side by side as version 1 and version 2.",
    "works": "What pupils said of version 1: what works in it.",
    "next": "What pupils said to try next; version 2 shows what came of it.",
    "said_by": "Who said it, by code; empty when it was the whole class.",
}
_YES = "yes"


class WhatElse(VerticalScroll, can_focus=False):
    """Its lines, and below them a word about the one that has the keys."""

    def __init__(
        self,
        start: Mapping[str, Any],
        offered: Offered,
        types: tuple[EntryType, ...],
        *,
        id: str,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self._start = start
        self._offered = offered
        self._types = {kind.id: kind for kind in types}

    def compose(self) -> Iterable[Widget]:
        """The lines."""
        start, feedback = self._start, self._start["feedback"]
        yield ChoiceRow("Type", self._type_choices(), value=start["type"], id="type")
        yield FieldRow("Subject", id="subject", value=start["subject"])
        codes = " ".join(start["people"])
        yield FieldRow("Who is in it", id="people", value=codes, placeholder="codes such as Y4-heron")
        names = [("", "none is said"), (_YES, "somebody says one")]
        yield ChoiceRow("Names", names, value=_YES if start["names_spoken"] else "", id="names_spoken")
        as_usual = [] if start["sensitivity"] else [("", "as is usual for its type")]
        seen = [*as_usual, *SENSITIVITY_WORDS.items()]
        yield ChoiceRow("Seen by", seen, value=start["sensitivity"], id="sensitivity")
        actions = [("", "none"), *((key, f"{key} {title}") for key, title in self._offered.actions)]
        yield ChoiceRow("Action", actions, value=start["action_id"], id="action_id")
        tags = " ".join(start["tags"])
        yield FieldRow("Also shows", id="tags", value=tags, placeholder="codes such as CU2 OUT1")
        yield FieldRow("File", id="file", placeholder="a photograph or document")
        for number, (row, label) in enumerate((("first", "Sound"), ("second", "Version 2"))):
            used = start["sounds"][number : number + 1]
            now = str(self._offered.sounds.index(used[0])) if used else ""
            yield ChoiceRow(label, self._sound_choices(), value=now, id=row)
        yield FieldRow("What works", id="works", value=feedback.works if feedback else "")
        yield FieldRow("Try next", id="next", value=feedback.next if feedback else "")
        said_by = feedback.by or "" if feedback else ""
        yield FieldRow("Said by", id="said_by", value=said_by, placeholder="the code of a pupil")
        yield Static(id="hint")

    def _type_choices(self) -> list[Option]:
        return [("", "by itself, from what goes with it"), *((k.id, k.title) for k in self._types.values())]

    def _sound_choices(self) -> list[Option]:
        titles = [f"{use.title}  {clock(use.seconds_after)}" for use in self._offered.sounds]
        return [("", "none"), *((str(number), title) for number, title in enumerate(titles))]

    def start_at(self) -> Widget:
        """The first line."""
        return self.query_one("#type")

    def values(self) -> dict[str, Any]:
        """What was filled in."""
        return {
            "type": self._chosen("type"),
            "names_spoken": self._chosen("names_spoken") == _YES,
            "sensitivity": self._chosen("sensitivity") or None,
            "action_id": self._chosen("action_id") or None,
            "subject": self._typed("subject"),
            "people": tuple(code.strip(",;") for code in self._typed("people").split()),
            "tags": tuple(code.strip(",;").upper() for code in self._typed("tags").split()),
            "sounds": self._sounds(),
            "feedback": self._feedback(),
        }

    @property
    def file(self) -> str:
        """Where a file is that is to go with it."""
        return self._typed("file")

    def _sounds(self) -> tuple[SoundUse, ...]:
        two = [self._chosen(row) for row in ("first", "second")]
        used = [self._offered.sounds[int(number)] for number in two if number]
        return tuple(dict.fromkeys((*used, *self._start["sounds"][2:])))

    def _feedback(self) -> Feedback | None:
        works, following, said_by = self._typed("works"), self._typed("next"), self._typed("said_by")
        is_new = self._start["feedback"] is None and self._has_new_version()
        if not (works or following or is_new):
            return None
        return Feedback(works=works, next=following, by=said_by or None)

    def _has_new_version(self) -> bool:
        """Two sounds that an entry had without pupils' words are not two versions of one."""
        return bool(self._chosen("second")) and len(self._start["sounds"]) < 2

    def _typed(self, row: str) -> str:
        return self.query_one(f"#{row}", FieldRow).value

    def _chosen(self, row: str) -> str:
        return self.query_one(f"#{row}", ChoiceRow).value

    @on(ChoiceRow.Chosen, "#type")
    def _type_changed(self) -> None:
        self._say("type")

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """A word about the line that has the keys."""
        row = event.widget if event.widget.id else event.widget.parent
        self._say(getattr(row, "id", None) or "")

    def _say(self, row: str) -> None:
        words = _HINTS.get(row, "")
        if row == "type" and (kind := self._types.get(self._chosen("type"))):
            words = kind.asks
        if row == "tags":
            words = "; ".join(f"{code} {title}" for code, title in self._offered.tags.items())
        self.query_one("#hint", Static).update(literal(words))
