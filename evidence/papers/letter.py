"""The letter to the hub after a withdrawal: please destroy what you have, and take this in its place."""

from evidence.bundle.record import BundleRecord, SealedBundles
from evidence.papers.facts import Facts
from evidence.papers.measure import Room
from evidence.papers.paper import Block, Grid, Heading, Paper, Text, WriteIn
from evidence.records.read_back import UnknownRecord
from studio.errors import StudioError
from studio.wording import date_in_words


class NothingToDestroy(StudioError):
    """A letter about bundles, when none was withdrawn."""


def letter(facts: Facts, room: Room) -> Paper:
    """Which versions to destroy, which one takes their place, and a slip to send back."""
    old, new = bundles_of(facts)
    said = facts.words
    blocks: list[Block] = [
        Text(said("place_date", date=date_in_words(facts.today))),
        Text(said("dear")),
        Text(said("why")),
        Heading(said("destroy")),
        Text(said("destroy_text")),
        _grid(facts, "destroy_caption", old),
    ]
    blocks.append(Heading(said("replace")))
    if new:
        blocks += [Text(said("replace_text")), _grid(facts, "replace_caption", new)]
    else:
        blocks.append(Text(said("no_replace")))
    return facts.paper([*blocks, *_closing(facts)], title=said("heading"))


def bundles_of(facts: Facts) -> tuple[tuple[BundleRecord, ...], tuple[BundleRecord, ...]]:
    """The bundles to destroy, all withdrawn ones unless one is named, and what takes their place.

    Raises
    ------
    UnknownRecord, NothingToDestroy
        If there is no bundle of the id asked for, or none that was withdrawn.
    """
    every = [each for each in SealedBundles(facts.library).all() if each.channel == facts.channel]
    about = (facts.wish.about or "").strip().upper()
    old = tuple(each for each in every if (each.id == about if about else each.withdrawn))
    if about and not old:
        raise UnknownRecord(
            f"No bundle for the hub is “{about[:40]}”.", "Leave it out for all that were withdrawn."
        )
    if not old:
        raise NothingToDestroy(
            "No bundle has been withdrawn.", "Withdraw a piece of evidence or a person first."
        )
    last = max(each.version for each in old)
    after = [each for each in every if each.version > last and not each.withdrawn]
    newest = max((each.version for each in after), default=None)
    return old, tuple(each for each in after if each.version == newest)  # in parts when it is big


def _grid(facts: Facts, caption: str, bundles: tuple[BundleRecord, ...]) -> Grid:
    said = facts.words
    rows = tuple(
        (
            f"{each.name} ({said('version', number=each.version)})",
            date_in_words(each.sealed.date()),
            each.receipt,
        )
        for each in sorted(bundles, key=lambda each: (each.version, each.name))
    )
    return Grid(said(caption), said.all("bundle_head"), rows, (38, 20, 42))


def _closing(facts: Facts) -> list[Block]:
    said = facts.words
    slip = WriteIn(said("slip_caption"), said.all("slip_head"), (40, 30, 30), lines=2)
    return [
        Text(said("check")),
        Text(said("thanks")),
        WriteIn(said("sign_caption"), said.all("sign_head"), (40, 40, 20), lines=1),
        Heading(said("slip")),
        Text(said("slip_text")),
        slip,
    ]
