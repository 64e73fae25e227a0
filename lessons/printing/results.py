"""What goes out of a competition's result: script, newsletter, poster, web page and certificates."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from evidence.library import Library
from evidence.papers.document import FORMS, check_name, put_file, write_document
from lessons.competitions.announcement import Announcement
from lessons.printing.certificate import Certificate, certificate
from lessons.printing.outcome import CODE, HAND, WHO, Good, Teller, Won, outcome_of
from lessons.printing.poster import Poster, poster
from lessons.printing.release import reasons_against, refuse_unreleased
from lessons.printing.result_papers import newsletter, script
from lessons.printing.result_sound import peaks_of
from lessons.printing.wording import told
from studio.errors import StudioError
from studio.wording import did_you_mean


class UnknownPrint(StudioError):
    """A word that is nothing that can be made of a result."""


class NoWinner(StudioError):
    """A poster of a winner where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is asked of it beside its kind."""

    out: Path
    who: str = CODE
    """One of `WHO`; names never go on posters and pages."""
    leave_out: bool = False
    """Whether what is not released is left out, instead of refusing it all."""
    overwrite: bool = False


def results(
    library: Library,
    announcement: Announcement,
    kind: str,
    out: Path | str,
    *,
    who: str = CODE,
    leave_out: bool = False,
    overwrite: bool = False,
) -> Path:
    """Write one of `RESULTS` about a result.

    Raises
    ------
    AdultsOnly, UnknownPrint, NotReleased, NoWinner, PinMissing, SoundLost, PaperExists, PaperNotWritten
    """
    library.adults.need("print the result of a competition")
    for word, known in ((kind, tuple(RESULTS)), (who, WHO)):
        if word not in known:
            raise UnknownPrint(f"“{word[:30]}” is not known here.", did_you_mean(word, known))
    forms, make = RESULTS[kind]
    check_name(Path(out), forms, overwrite=overwrite)
    wish = Wish(out=Path(out), who=who, leave_out=leave_out, overwrite=overwrite)
    return make(library, announcement, wish)


def _script(library: Library, said: Announcement, wish: Wish) -> Path:
    paper = script(library, outcome_of(library, said, who=wish.who))
    return write_document(library, paper, wish.out, overwrite=wish.overwrite)


def _newsletter(library: Library, said: Announcement, wish: Wish) -> Path:
    hidden = _hidden(library, said, "newsletter", wish, what="the title and whose it is")
    paper = newsletter(
        library, outcome_of(library, said, who=wish.who, public=True, hidden=hidden), titles=not hidden
    )
    return write_document(library, paper, wish.out, overwrite=wish.overwrite)


def _poster(library: Library, said: Announcement, wish: Wish) -> Path:
    hidden = _hidden(library, said, "display", wish, what="the title and whose it is")
    outcome = outcome_of(library, said, public=True, hidden=hidden)
    if not outcome.won:
        raise NoWinner(
            "There is no award, so there is no winner's poster.", "The script and the page say why."
        )
    key = "poster_one" if len(outcome.won) == 1 else "poster_many"
    posters = [
        Poster(
            title=told(key, title=outcome.title),
            big=outcome.title if hidden else won.title,
            lines=won.reasons,
            by=told("poster_by", makers=won.makers),
            peaks=peaks_of(library, won.entry),
            about=won.entry.sound_id,
        )
        for won in outcome.won
    ]
    return poster(library, posters, wish.out, overwrite=wish.overwrite)


def _page(library: Library, said: Announcement, wish: Wish) -> Path:
    from lessons.printing.result_page import page_bytes  # only a page needs a template engine

    hidden = _hidden(library, said, "website", wish, what="the sound")
    outcome = outcome_of(library, said, public=True, hidden=hidden)
    return put_file(wish.out, page_bytes(library, outcome, sounds=not hidden))


def _certificates(library: Library, said: Announcement, wish: Wish) -> Path:
    outcome = outcome_of(library, said)
    key = "certificate_one" if len(outcome.won) == 1 else "certificate_many"
    line, thanks = told(key, title=outcome.title), told("thank_line", title=outcome.title)
    given: list[tuple[Won | Good, str, str, str]] = [
        (each, line, " ".join(each.reasons), "") for each in outcome.won
    ]
    given += [(each, thanks, each.text, told("thank_you")) for each in outcome.good]
    teller = Teller(library, who=wish.who, public=False, hidden=False)
    by_hand = wish.who == HAND
    made = [
        Certificate(
            to="" if by_hand else teller.person(code),
            line=line,
            reason=reason,
            signed_by=(outcome.leaders, told("signed")),
            date=said.date,
            over=over,
            mark=code if by_hand else "",
            peaks=peaks_of(library, each.entry),
            about=each.entry.sound_id,
        )
        for each, line, reason, over in given
        for code in each.codes
    ]
    return certificate(library, made, wish.out, overwrite=wish.overwrite)


def _hidden(library: Library, said: Announcement, channel: str, wish: Wish, *, what: str) -> bool:
    """Whether something must be left out; refused when that is not wished."""
    if wish.leave_out:
        return bool(reasons_against(library, said, channel))
    refuse_unreleased(library, said, channel, what=what)
    return False


_Make = Callable[[Library, Announcement, Wish], Path]
RESULTS: Mapping[str, tuple[tuple[str, ...], _Make]] = {
    "script": (FORMS, _script),
    "newsletter": (FORMS, _newsletter),
    "poster": ((".pdf",), _poster),
    "page": ((".html",), _page),
    "certificates": ((".pdf",), _certificates),
}
"""What can be made of a result: the ends of names that it can have, and what makes it."""
