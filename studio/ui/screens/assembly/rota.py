"""The rota: adults draft, publish and fill it; pupils see it, ask for swaps, and the stand-in comes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from studio.errors import StudioError
from studio.ui.rota_words import RotaRow, swaps_at
from studio.ui.screens.assembly.rota_shown import RotaChanged, RotaShownScreen

if TYPE_CHECKING:
    from lessons.assembly.rota import Rota
    from lessons.assembly.swaps import Swaps

_OF_ADULTS = frozenset({"draft", "publish", "fill", "away", "answer", "print_it", "undo"})


class RotaScreen(RotaShownScreen):
    """Arrows walk; what is said below is about the marked place."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "s", "swap", "swap", id="rota.swap", tooltip="Somebody else takes this place; an adult says yes"
        ),
        Binding("i", "stand_in", "stand-in comes", id="rota.stand_in", tooltip="Who stands in does it"),
        Binding(
            "u", "away", "cannot come", id="rota.away", tooltip="Whoever has this place is away that day"
        ),
        Binding("y", "answer(True)", "yes", id="rota.yes", tooltip="Say yes to the swap asked for here"),
        Binding("n", "answer(False)", "no", id="rota.no", tooltip="Say no to it"),
        Binding("g", "go_on", "next open", id="rota.go", tooltip="To the next place that is not right"),
        Binding("d", "draft", "draft", id="rota.draft", tooltip="Make one for a term; again for another"),
        Binding("p", "publish", "publish", id="rota.publish", tooltip="From now on it holds"),
        Binding("f", "fill", "fill", id="rota.fill", tooltip="Fill what is empty; nobody else is moved"),
        Binding("w", "print_it", "print", id="rota.print", tooltip="One page A4 for the wall"),
        Binding("c", "counts", "turns", id="rota.counts", tooltip="How often everybody has a turn"),
        Binding("l", "log", "changes", id="rota.log", tooltip="What was changed since it was published"),
        Binding("o", "other", "other rota", id="rota.other", tooltip="Another term"),
        Binding("z", "undo", "undo", id="rota.undo", tooltip="As it was before the last key"),
    ]

    @property
    def swaps(self) -> Swaps:
        """Changes of single places."""
        from lessons.assembly.swaps import Swaps

        return Swaps(self.library)

    # What becomes of it

    def action_draft(self) -> None:
        """Ask for which term, then make it."""
        from evidence.award.plans import Plans
        from lessons.assembly.terms import span_of

        now = span_of(Plans(self.library).calendar(), None, self.library.now().date())
        self.ask("A rota for which term or half-term?", self._draft, value=now.code)

    def _draft(self, term: str) -> None:
        if not term:
            return
        from evidence.award.plans import Plans
        from lessons.assembly.events import Events
        from lessons.assembly.terms import span_of

        span = span_of(Plans(self.library).calendar(), term, self.library.now().date())
        if not any(each.is_on for each in Events(self.library).between(span.first, span.last)):
            raise StudioError(
                f"There are no events planned in {span.title}.", "Press Esc, then E to plan them."
            )
        same = [each for each in self.rotas.all() if (each.first, each.last) == (span.first, span.last)]
        drafts = [each for each in same if each.status == "draft"]
        seed = drafts[0].seed + 1 if drafts else 1 + len(same)
        words = f"A draft for {span.title}. D makes another as fair; P publishes it."
        self.do(
            words,
            lambda: self.rotas.draft(span.code, seed=seed),
            # There is nothing to go back to before the first.
            back=(lambda _: self.rotas.draft(span.code, seed=seed - 1)) if drafts else None,
        )

    def action_publish(self) -> None:
        """From now on it holds."""
        rota = self._need()
        words = "Published. Changes go into its log from now on. W prints it."
        self.do(words, lambda: self.rotas.publish(rota.id), back=self.rotas.unpublish)

    def action_fill(self) -> None:
        """Fill what is empty."""
        rota = self._need()
        words = "Filled, as far as somebody could. G goes to what is still open."
        self.do(words, lambda: self.rotas.fill(rota.id), back=self.rotas.undo)

    def action_swap(self) -> None:
        """Choose who takes the marked place."""
        from studio.ui.screens.assembly.rota_offers import OffersScreen

        rota, row, cell = self._need(), self.table.row, self.table.cell
        assert row is not None
        assert cell is not None
        self.app.push_screen(OffersScreen(rota, row.event, cell.role, kept=self._swapped))

    def _swapped(self, words: str, back: Callable[[], object] | None) -> None:
        if back is not None:
            self.remember(back)
        self.say(words)

    def action_stand_in(self) -> None:
        """Who stands in does it."""
        rota, row, cell = self._need(), self.table.row, self.table.cell
        assert row is not None
        assert cell is not None
        words = "The stand-in does it. The rota says so."
        by = "" if self.studio.door.is_locked else "staff"
        self.do(
            words,
            lambda: self.swaps.stand_in(rota.id, row.event.id, cell.role, adult=by),
            back=self.rotas.undo,
        )

    def action_away(self) -> None:
        """Whoever has the marked place cannot come on that day; the rota then says what to do."""
        from lessons.assembly.away import Aways

        row, cell = self.table.row, self.table.cell
        assert row is not None
        assert cell is not None
        aways = Aways(self.library)
        away = aways.add(cell.code, row.event.date)
        self.remember(partial(aways.strike, away.id))
        self.read_library()
        self.say(f"{cell.code} cannot come that day. I: the stand-in comes. F fills what is empty.")

    def action_answer(self, yes: bool) -> None:
        """Yes or no to the swap asked for at the marked event."""
        rota, row = self._need(), self.table.row
        assert row is not None
        asked = swaps_at(rota, row.event.id)[0]
        words = "Swapped. The rota says so." if yes else "The swap is refused; the rota stays as it was."

        def change() -> Rota:
            return self.swaps.answer(rota.id, asked.number, yes=yes)

        if yes:
            self.do(words, change, back=self.rotas.undo)
        else:
            change()
            self.changed(RotaChanged(words, rota.id))

    def _need(self) -> Rota:
        assert self.rota is not None  # else the key does nothing
        return self.rota

    # Elsewhere

    def action_print_it(self) -> None:
        """One page for the wall."""
        from studio.ui.screens.assembly.assembly_printing import PrintingScreen, rota_print

        self.app.push_screen(PrintingScreen(rota_print(self._need())))

    def action_counts(self) -> None:
        """How often everybody has a turn."""
        from studio.ui.screens.assembly.rota_pages import TurnsScreen

        self.app.push_screen(TurnsScreen(self._need().id))

    def action_log(self) -> None:
        """What was changed."""
        from studio.ui.screens.assembly.rota_pages import RotaLogScreen

        self.app.push_screen(RotaLogScreen(self._need()))

    def action_other(self) -> None:
        """The rota after this one, round and round."""
        assert self.read is not None
        ids = [each.id for each in self.read.rotas]
        self.wanted = ids[(ids.index(self._need().id) + 1) % len(ids)]
        self.read_library()

    def can_do(self, action: str) -> bool:
        """What fits the rota, the marked place, and who is here."""
        if action in _OF_ADULTS and self.studio.door.is_locked:
            return False
        if action in ("draft", "back", "help"):
            return True
        if not self.is_mounted or self.rota is None or self.read is None:
            return False
        of_the_whole = {
            "undo": bool(self.before),
            "publish": self.rota.status == "draft",
            "go_on": bool(self.read.wrong or self.rota.open_swaps),
            "other": len(self.read.rotas) > 1,
            "counts": True,
            "log": True,
        }
        return of_the_whole[action] if action in of_the_whole else self._can_here(action, self.rota)

    def _can_here(self, action: str, rota: Rota) -> bool:
        """What fits the marked place."""
        row, cell = self.table.row, self.table.cell
        if row is None or cell is None:
            return False
        if action == "answer":
            return bool(swaps_at(rota, row.event.id))
        if action in ("swap", "stand_in", "away"):
            return self._may_change(rota, row, cell.needed) and (action != "away" or bool(cell.code))
        return True

    def _may_change(self, rota: Rota, row: RotaRow, needed: bool) -> bool:
        coming = row.event.status == "planned" and row.event.date >= self.library.now().date()
        published = rota.status == "published" or not self.studio.door.is_locked
        return coming and needed and published
