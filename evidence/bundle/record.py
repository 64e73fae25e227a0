"""The bundles that a school has sealed: what went out, when, and with which receipt."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from evidence.award.records import AwardRecords
from evidence.library import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleRecord:
    """One sealed bundle, as the school remembers it."""

    id: str
    name: str
    """The one folder inside the zip."""
    path: str
    """Where it was written."""
    sealed: datetime
    receipt: str
    """The eight words."""
    entries: tuple[str, ...]
    """Ids of the evidence in it."""
    version: int
    channel: str
    """What it was released for."""
    withdrawn: bool = False
    """Whether something in it was withdrawn later, so that every copy should be destroyed."""

    def __post_init__(self) -> None:
        if "\0" in self.path:
            raise ValueError(f"{self.path!r:.60} leads nowhere")


class SealedBundles:
    """The bundles of a library, oldest first."""

    def __init__(self, library: Library) -> None:
        self._records = AwardRecords(library, "bundle", "B", BundleRecord)

    def all(self) -> tuple[BundleRecord, ...]:
        """Every one."""
        return self._records.all()

    def add(self, made: BundleRecord) -> BundleRecord:
        """Remember one; its id is given here."""
        return self._records.add(lambda id_: replace(made, id=id_), who=None)

    def change(
        self, bundle_id: str, altered: Callable[[BundleRecord], BundleRecord], *, action: str
    ) -> BundleRecord:
        """Remember one differently, such as that it was withdrawn."""
        return self._records.change(bundle_id, altered, action=action, who=None)
