"""Which two sounds are compared, and what becomes of what was noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.reactive import reactive

from lessons.comparing import Comparison, Comparisons, Piece
from lessons.comparing_sound import HeardFiles
from studio.ui.screens.hearing import HearingScreen

if TYPE_CHECKING:
    from collections.abc import Callable


class TwoSoundsChosenScreen(HearingScreen):
    """A comparison of the library, or a new one that is stored once something is noted."""

    comparison: reactive[Comparison | None] = reactive(None, init=False, bindings=True)
    earlier: reactive[tuple[Comparison, ...]] = reactive((), init=False, bindings=True)
    """What it was before each change of this visit, for undo."""

    def __init__(self) -> None:
        super().__init__()
        self._files: HeardFiles | None = None

    @property
    def files(self) -> HeardFiles:
        """The files that are heard and not kept."""
        if self._files is None:
            self._files = HeardFiles(self.library)
        return self._files

    def show_all(self) -> None:
        """Show it as it is now; the screen says."""
        raise NotImplementedError

    def begin(self) -> None:
        """Choose the sounds, when there are two at least."""
        if self.comparison is None and self.is_current:
            self.action_choose_sounds()

    def read_library(self) -> None:
        """Another program may have gone on with it."""
        if self.comparison is not None and self.comparison.id:
            self.comparison = Comparisons(self.library).one(self.comparison.id)
            self.show_all()

    # Choosing

    def action_choose_sounds(self) -> None:
        """First A, then B."""
        self.hush()
        self._choose("A", lambda a: self._choose("B", lambda b: self._compare(a, b), other=a))

    def _choose(self, side: str, then: Callable[[Piece], None], *, other: Piece | None = None) -> None:
        from studio.ui.screens.lessons.two_sounds_lists import ChoosePieceScreen

        self.app.push_screen(ChoosePieceScreen(side, self.files, then, other=other))

    def _compare(self, a: Piece, b: Piece) -> None:
        self._open_one(Comparisons(self.library).begin(a, b))
        self.say("A plays the first, B the second. Then choose words with numbers.")

    def _open_one(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.earlier = ()
        self.show_all()

    def action_earlier(self) -> None:
        """Comparisons that were kept."""
        from studio.ui.screens.lessons.two_sounds_kept import EarlierScreen

        self.hush()
        self.app.push_screen(EarlierScreen(self._open_one))

    # Keeping

    def did(self, before: Comparison) -> None:
        """Remember what it was."""
        self.earlier = (*self.earlier, before)

    def action_undo(self) -> None:
        """As it was before the last change."""
        *rest, last = self.earlier
        self.comparison = Comparisons(self.library).keep(last, "undid")
        self.earlier = tuple(rest)
        self.show_all()
        self.say("Taken back.")

    def action_happened(self) -> None:
        """It becomes something that took place, of which evidence is proposed."""
        assert self.comparison is not None
        if self.comparison.occasion:
            self.say(f"It is written down already, as {self.comparison.occasion}.")
            return
        self.ask("Which year groups listened? Such as Y3 Y4", self._happened)

    def _happened(self, typed: str) -> None:
        assert self.comparison is not None
        years = tuple(typed.replace(",", " ").split())
        self.comparison = Comparisons(self.library).happened(self.comparison.id, year_groups=years)
        self.earlier = ()  # what happened is not undone here
        self.show_all()
        self.say(f"Written down as {self.comparison.occasion}. An adult finds it among what to accept.")

    def action_print(self) -> None:
        """The filled sheet, for adults."""
        self.studio.door.pass_through(self, self._open_page)

    def _open_page(self) -> None:
        from studio.ui.screens.lessons.two_sounds_kept import TwoSoundsPageScreen

        assert self.comparison is not None
        self.hush()
        self.app.push_screen(TwoSoundsPageScreen(self.comparison))

    def leave(self) -> None:
        """Nothing of a file that was only heard stays."""
        self._let_go()
        super().leave()

    def on_unmount(self) -> None:
        """Also when the program ends."""
        self._let_go()

    def _let_go(self) -> None:
        if self._files is not None:
            self._files.close()
            self._files = None
