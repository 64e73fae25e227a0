"""What is printed of the Ambassadors: badges, certificates, and the display of their profiles."""

from collections.abc import Sequence
from pathlib import Path

from evidence.library import Library
from evidence.safety.names import Names
from evidence.safety.people import People
from lessons.club.ambassadors import ambassadors
from lessons.club.club import Clubs
from lessons.club.profile import Profiles
from lessons.printing.badge import Badge, badge
from lessons.printing.certificate import Certificate, certificate
from lessons.printing.display import Card, display
from studio.errors import StudioError


class NobodyToPrint(StudioError):
    """A print of Ambassadors where there are none, or of profiles where none is shown."""


def print_badges(
    library: Library,
    out: Path | str,
    codes: Sequence[str] = (),
    *,
    names: bool = False,
    overwrite: bool = False,
) -> Path:
    """Write badges, eight to a sheet, for these or for every Ambassador; with `names`, first names.

    Raises
    ------
    AdultsOnly, NoClub, NobodyToPrint, UnknownPerson, PinMissing, PaperExists, PaperNotWritten
    """
    library.adults.need("print badges")
    title = Clubs(library).need().ambassador_title
    badges = [Badge(code=to, title=title) for to in _shown(library, codes, names=names)]
    return badge(library, badges, out, overwrite=overwrite)


def print_certificates(
    library: Library,
    out: Path | str,
    codes: Sequence[str] = (),
    *,
    reason: str = "",
    names: bool = False,
    overwrite: bool = False,
) -> Path:
    """Write a certificate for each of these, or for every Ambassador."""
    library.adults.need("print certificates")
    club, today = Clubs(library).need(), library.now().date()
    made = [
        Certificate(
            to=to,
            line=f"is a {club.ambassador_title} of {club.name}",
            reason=reason,
            signed_by=("Music lead", "Headteacher"),
            date=today,
        )
        for to in _shown(library, codes, names=names)
    ]
    return certificate(library, made, out, overwrite=overwrite)


def print_display(library: Library, out: Path | str, *, overwrite: bool = False) -> Path:
    """Write “Meet the leaders”: a page for each profile that an adult lets be shown."""
    library.adults.need("print a display")
    here = {person.code for person in ambassadors(library)}
    cards = [
        Card(
            code=each.code,
            title=each.title,
            genres=each.genres,
            artists=each.artists,
            instrument=each.instrument,
            software=each.software,
            tip=each.tip,
        )
        for each in Profiles(library).all()
        if each.shown and each.code in here
    ]
    if not cards:
        raise NobodyToPrint(
            "No profile is shown yet.", "Read one, then: soundingboard club profile CODE --show."
        )
    return display(library, cards, out, overwrite=overwrite)


def _shown(library: Library, codes: Sequence[str], *, names: bool) -> list[str]:
    """The code, or the first name where there is one and it is wanted, of each."""
    people = People(library)
    found = [people.one(code).code for code in codes] or [person.code for person in ambassadors(library)]
    if not found:
        raise NobodyToPrint("There are no Ambassadors yet.", "Name some: soundingboard club name CODE.")
    known = Names(library).all() if names else {}
    return [known[code].split()[0] if code in known else code for code in found]
