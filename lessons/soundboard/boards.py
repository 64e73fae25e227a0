"""The boards of a library: named, several, each change taken back with the board as it was."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from evidence.award.records import AwardRecords
from evidence.library import Library, UnknownRecord
from lessons.soundboard.board import (
    MOST_BUTTONS,
    Board,
    clean_many,
    clean_name,
    clean_pace,
    clean_pause,
    clean_scanning,
)
from studio.wording import did_you_mean

_CLEAN: dict[str, Callable[[Any], Any]] = {
    "name": clean_name,
    "many": clean_many,
    "scanning": clean_scanning,
    "pace": clean_pace,
    "pause": clean_pause,
    "big_words": bool,
}


class Boards:
    """Every board; pupils may make and change them, and nothing of it is ever gone."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._records = AwardRecords(library, "board", "BT", Board)

    def all(self) -> tuple[Board, ...]:
        """Those that were not taken out, oldest first."""
        return tuple(board for board in self._records.all() if not board.struck)

    def one(self, name: str) -> Board:
        """One by its id or its name, also when it was taken out.

        Raises
        ------
        UnknownRecord
        """
        wanted = name.strip().casefold()
        boards = sorted(self._records.all(), key=lambda board: (board.struck, board.id))
        for board in boards:
            if wanted in (board.id.casefold(), board.name.casefold()):
                return board
        names = [board.name for board in boards]
        fix = did_you_mean(name, names) if names else "Make one: soundingboard board set --name Farm."
        raise UnknownRecord(f"There is no board “{name[:40]}”.", fix)

    def now(self) -> Board | None:
        """The one that was chosen last; `None` while there is none."""
        return max(self.all(), key=lambda board: (board.chosen, board.id), default=None)

    def ready(self) -> Board:
        """The one that was chosen last, or one without an id and without sounds, not kept yet."""
        return self.now() or Board(chosen=self._library.now())

    def set(self, board: Board, **fields: Any) -> Board:
        """Change these fields of a board, as a person gives them; one not kept yet is kept from here on.

        Raises
        ------
        BadBoard, BadTitle
        """
        return self._changed(board, {name: _CLEAN[name](value) for name, value in fields.items()})

    def put(self, board: Board, place: int, sound_id: str) -> Board:
        """Put a sound of the library on a button, or nothing when the id is empty.

        Raises
        ------
        BadBoard, UnknownRecord
        """
        known = self._library.sound(sound_id).id if sound_id else ""
        return self._changed(board, {"buttons": board.with_sound(place, known).buttons})

    def fill(self, board: Board, sound_ids: Sequence[str]) -> Board:
        """Put sounds on the first buttons, and show at least as many as there are sounds for."""
        filled = board
        for place, sound_id in enumerate(sound_ids[:MOST_BUTTONS], 1):
            filled = filled.with_sound(place, self._library.sound(sound_id).id)
        many = max(board.many, min(MOST_BUTTONS, len(sound_ids)))
        return self._changed(board, {"buttons": filled.buttons, "many": many})

    def add(self, name: str) -> Board:
        """Another board, chosen from now on."""
        made = Board(name=clean_name(name), chosen=self._moment())
        return self._records.add(lambda id_: replace(made, id=id_), who=None)

    def choose(self, board: Board) -> Board:
        """Open this one from now on."""
        return self._changed(board, {}, action="chosen")

    def strike(self, board: Board, *, struck: bool = True) -> Board:
        """Take a board out, or put it back."""
        action = "struck" if struck else "put-back"
        return self._records.change(
            board.id, lambda stored: replace(stored, struck=struck), action=action, who=None
        )

    def put_back(self, before: Board, now: Board) -> Board:
        """Make a board again what it was before a change; one that was not there before is taken out."""
        if not before.id:
            return self.strike(now)
        return self._records.change(before.id, lambda _: before, action="put-back", who=None)

    def _moment(self) -> datetime:
        """Now, and later than any other was chosen: clocks of school computers are put back at times."""
        last = max((each.chosen for each in self._records.all()), default=None)
        now = self._library.now()
        return now if last is None else max(now, last + timedelta(microseconds=1))

    def _changed(self, board: Board, fields: Mapping[str, Any], *, action: str = "edited") -> Board:
        given = {**fields, "chosen": self._moment()}
        if not board.id:
            return self._records.add(lambda id_: replace(board, id=id_, **given), who=None)
        return self._records.change(
            board.id, lambda stored: replace(stored, **given), action=action, who=None
        )
