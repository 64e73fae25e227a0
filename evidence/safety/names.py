"""The key to the codes: which name belongs to which, in one file that never leaves the library's folder.

No backup, bundle, export, paper, log or record has it. It is read only in adult mode.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import orjson

from evidence.codes import NotACode, parse_code
from evidence.folder import NAMES, PATIENCE_SECONDS
from evidence.library import Library
from evidence.records.lock import turn_in
from evidence.records.store import LibraryUnwritable
from evidence.words import BadTitle, clean_title
from studio.disk import PART, read_whole, reason, write_whole
from studio.errors import StudioError

_FORMAT = "soundingboard names"
_LONGEST = 80


class BadName(StudioError):
    """A name that is empty or too long. It does not say which."""


class NamesDamaged(StudioError):
    """The key to the codes is not as it was left."""


class PinMissing(StudioError):
    """Names wanted in a library that has no PIN yet."""


class Names:
    """The names behind the codes; every use of it needs a PIN and an adult."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._path = library.folder / NAMES

    def all(self) -> dict[str, str]:
        """Every name by its code.

        Raises
        ------
        AdultsOnly, PinMissing, NamesDamaged
        """
        self._need_adult()
        return self._read()

    def of(self, code: str) -> str | None:
        """The name behind a code; `None` when nobody wrote one down."""
        return self.all().get(parse_code(code))

    def set(self, code: str, name: str) -> None:
        """Write the name behind a code down."""
        self._need_adult()
        code, clean = parse_code(code), _clean(name)
        with self._turn():
            self._write(self._read() | {code: clean})

    def remove(self, code: str) -> bool:
        """Take a name out of the key; says whether there was one."""
        self._need_adult()
        return self.forget(code)

    def forget(self, code: str) -> bool:
        """Take a name out for a withdrawal, which has asked for the adult already."""
        code = parse_code(code)
        with self._turn():
            (self._path.parent / f"{NAMES}{PART}").unlink(missing_ok=True)  # left by a killed program
            known = self._read()
            if code not in known:
                return False
            self._write({each: name for each, name in known.items() if each != code})
        return True

    def _need_adult(self) -> None:
        self._library.adults.need("see names")
        if not self._library.adults.has_pin:
            raise PinMissing(
                "Names need a PIN first, so that pupils do not see them.",
                "Set one: soundingboard people pin.",
            )

    def _read(self) -> dict[str, str]:
        try:
            plain = orjson.loads(read_whole(self._path))
            names = _checked(plain["names"])
            if plain["format"] != _FORMAT or plain.keys() != {"format", "names"}:
                raise ValueError("not a key to codes")
        except FileNotFoundError:
            return {}
        except (BadTitle, NotACode, AttributeError, KeyError, TypeError, ValueError):
            # From nothing: what was read must not stand in a report of the fault.
            raise NamesDamaged(
                f"The library's file {NAMES}, the key to the codes, is damaged.",
                "Move that file out of the folder and write the names down again; all else is as it was.",
            ) from None
        return names

    def _write(self, names: Mapping[str, str]) -> None:
        plain = {"format": _FORMAT, "names": dict(sorted(names.items()))}
        write_whole(self._path, orjson.dumps(plain, option=orjson.OPT_INDENT_2))

    @contextmanager
    def _turn(self) -> Iterator[None]:
        try:
            with turn_in(self._library.folder, patience=PATIENCE_SECONDS, now=self._library.now):
                yield
        except OSError as error:
            raise LibraryUnwritable(
                f"The key to the codes could not be written: {reason(error)}.",
                "Make room, or get the right to write in the library's folder, then try again.",
            ) from error


def _checked(names: Mapping[str, str]) -> dict[str, str]:
    for code, name in names.items():
        if parse_code(code) != code or clean_title(name) != name or len(name) > _LONGEST:
            raise ValueError("not as it is written")
    return dict(names)


def _clean(name: str) -> str:
    try:
        clean = clean_title(name)
    except BadTitle:
        clean = ""
    if not 0 < len(clean) <= _LONGEST:
        raise BadName("The name is empty or too long.", f"Give 1 to {_LONGEST} letters.")
    return clean
