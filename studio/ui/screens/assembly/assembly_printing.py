"""Printing for the wall: a rota, a trouble, a list, a card, as one file that a printer takes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from studio.ui.free_name import free_name
from studio.ui.screens.writing import WritingScreen
from studio.ui.text import literal
from studio.ui.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from evidence.library import Library
    from lessons.assembly.card import Card
    from lessons.assembly.checklist import Checklist
    from lessons.assembly.rota import Rota
    from lessons.assembly.tree import Tree

_FORMS = {".pdf": "a PDF, ready to print", ".docx": "a Word file", ".html": "a page for any browser"}


@dataclass(frozen=True, slots=True)
class Print:
    """Something that can be printed."""

    title: str
    about: str
    stem: str
    """How its file is called, without the day."""
    write: Callable[[Library, Path], Path]


def rota_print(rota: Rota) -> Print:
    """The rota, with codes only."""
    from lessons.assembly.sheet import print_rota

    about = "One page for the wall: codes only, the stand-ins, and the day it was changed."
    return Print(
        f"Rota {rota.title}", about, f"rota-{rota.id.lower()}", lambda at, out: print_rota(at, rota.id, out)
    )


def poster_of_trouble(tree: Tree) -> Print:
    """The checks about one trouble."""
    from lessons.assembly.posters import print_tree

    about = "The checks in order, with what your children found themselves."
    return Print(
        tree.symptom, about, f"trouble-{tree.id.lower()}", lambda at, out: print_tree(at, tree.id, out)
    )


def list_print(checklist: Checklist) -> Print:
    """A list with boxes to tick."""
    from lessons.assembly.posters import print_list

    about = "The steps with boxes to tick, for a day without a laptop."
    return Print(
        checklist.title, about, f"list-{checklist.id}", lambda at, out: print_list(at, checklist.id, out)
    )


def card_print(card: Card) -> Print:
    """A card, with the school's inputs."""
    from lessons.assembly.posters import print_card

    about = "The card as it stands on the screen, big enough to read from a step away."
    return Print(card.title, about, f"card-{card.id}", lambda at, out: print_card(at, card.id, out))


class PrintingScreen(WritingScreen):
    """What it is, where it goes; Enter writes it."""

    HELP_PAGE = "assembly_printing"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "write", "write it", key_display="Enter", id="print.write", tooltip="Make the file"),
        Binding("f", "form", "PDF, Word or page", id="print.form", tooltip="What kind of file it is"),
        Binding("w", "where", "where to", id="print.where", tooltip="Another folder, or a USB stick"),
    ]

    form: reactive[str] = reactive(".pdf", init=False)

    def __init__(self, what: Print) -> None:
        super().__init__()
        self.what = what

    def compose_middle(self) -> Iterable[Widget]:
        """What it is, and how far it is."""
        yield Static(id="about")
        yield ProgressLine(id="bar")

    def on_mount(self) -> None:
        """Say what it is."""
        self.title_is(f"Print: {self.what.title}")
        self.show_about()

    def out_path(self) -> Path:
        """The file it will be: what, the day, and a number when that is there already."""
        stem = f"{self.what.stem}-{self.studio.clock().date().isoformat()}"
        return free_name(self.folder, stem, self.form)

    def show_about(self) -> None:
        """What it is for, and what it will be."""
        lines = [self.what.about, "", f"It will be {_FORMS[self.form]}:", str(self.out_path())]
        self.query_one("#about", Static).update(Content("\n").join(map(literal, lines)))

    def read_library(self) -> None:
        """Another name, when this one is taken now."""
        self.show_about()

    def action_write(self) -> None:
        """Write it."""
        self.write_to(self.out_path(), partial(self.what.write, self.library))

    def action_form(self) -> None:
        """The next kind of file."""
        forms = list(_FORMS)
        self.form = forms[(forms.index(self.form) + 1) % len(forms)]
        self.show_about()
