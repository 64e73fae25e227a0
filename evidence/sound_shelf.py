"""The sounds of a library: taken in once by their content, changed by their recipes."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Protocol, TypedDict, Unpack

from evidence.contents import keep_copy, keep_linked, place_beside
from evidence.credit_card import CreditCard
from evidence.label import Label
from evidence.records.read_back import Values, read_back
from evidence.records.store import LibraryUnwritable, Record, Store
from evidence.safety.tombstone import is_tombstone
from evidence.sound import Sound
from studio.audio.recipe import Recipe
from studio.disk import reason
from studio.errors import StudioError

_FIXED = ("id", "sha256", "seconds", "samplerate", "channels", "made", "origin")
"""Facts of a sound's original."""


class ChangedMeanwhile(StudioError):
    """Another program changed the same record first."""


class HasOriginal(Protocol):
    """A sound, or a sound as an entry used it."""

    @property
    def sha256(self) -> str:
        """Of the original."""


class Facts(TypedDict, total=False):
    """What else may be known of a sound that comes in, as `Sound` has it."""

    year: str | None
    by: str | None
    partners: tuple[str, ...]
    session: str
    kept: bool
    recipe: Recipe
    made_of: tuple[str, ...]
    labels: tuple[Label, ...]
    credit: str
    card: CreditCard | None
    crew: tuple[tuple[str, str], ...]
    subject: str
    dimensions: tuple[str, ...]


class SoundShelf:
    """A library says where its folder, its clock and its records are."""

    folder: Path
    values: Values
    _store: Store

    def now(self) -> datetime:
        """The time on the library's clock."""
        raise NotImplementedError

    def _found(self, kind: str, record_id: str) -> Record:
        raise NotImplementedError

    @property
    def originals(self) -> Path:
        """Where every original lies, named by its content."""
        return self.folder / "originals"

    @property
    def overviews(self) -> Path:
        """Where small pictures of them lie."""
        return self.folder / "overviews"

    def sounds(self) -> tuple[Sound, ...]:
        """Every sound, oldest first, those in the bin too."""
        records = self._store.all("sound")
        return tuple(self.values.of(record, Sound) for record in records if not is_tombstone(record.fields))

    def sound(self, sound_id: str) -> Sound:
        """One sound.

        Raises
        ------
        UnknownRecord
            If there is none of this id.
        """
        return self.values.of(self._found("sound", sound_id), Sound)

    def add_sound(
        self,
        wav: Path,
        *,
        title: str,
        origin: str,
        overview_path: Path | None = None,
        move: bool = False,
        **facts: Unpack[Facts],
    ) -> Sound:
        """Take a clean WAV file in as an original, by its content, with its overview.

        With `move` the files given are gone afterwards, but not before the sound is safe in the library.
        """
        # Here, since reading sound loads NumPy, which a list of evidence does not need.
        from studio.audio.files.wav import read_layout

        layout = read_layout(wav)
        sound = Sound(
            id="",
            title=title,
            sha256="",
            seconds=layout.length / layout.samplerate,
            samplerate=layout.samplerate,
            channels=layout.channels,
            made=self.now(),
            origin=origin,
            **facts,
        )
        content, _ = self._keep(wav, self.originals, ".wav", move=move)
        if overview_path is not None:
            place_beside(overview_path, self.overviews / f"{content}.peaks")
        with self._store.turn() as turn:
            sound = replace(sound, id=turn.new_id("sound", "S"), sha256=content)
            turn.put("sound", sound.id, sound.as_plain(), action="added", who=sound.by)
        if move:
            for moved in filter(None, (wav, overview_path)):
                moved.unlink(missing_ok=True)
        return sound

    def save_sound(
        self, sound: Sound, action: str, *, who: str | None = None, was: Sound | None = None
    ) -> Sound:
        """Store a sound that was changed; `action` is the word for the log, such as `edited` or `binned`.

        Raises
        ------
        ChangedMeanwhile
            If `was`, the sound that the change began with, is no longer what the library has.
        """
        with self._store.turn() as turn:
            stored = read_back(turn.get("sound", sound.id), sound.id, Sound)
            if was is not None and stored != was:
                raise ChangedMeanwhile(
                    f"“{stored.title}” was changed by another program meanwhile.",
                    "Look at it again, then try again.",
                )
            if any(getattr(stored, name) != getattr(sound, name) for name in _FIXED):
                raise ValueError(f"the facts of {sound.id}'s original cannot change")
            turn.put("sound", sound.id, sound.as_plain(), action=action, who=who)
        return sound

    def original_path(self, sound: HasOriginal) -> Path:
        """Where the original of a sound is, or of a sound as an entry used it."""
        return self.originals / f"{sound.sha256}.wav"

    def overview_path(self, sound: HasOriginal) -> Path:
        """Where the overview of a sound's original is."""
        return self.overviews / f"{sound.sha256}.peaks"

    def _keep(self, source: Path, folder: Path, suffix: str, *, move: bool = False) -> tuple[str, int]:
        try:
            folder.mkdir(exist_ok=True)
            return keep_linked(source, folder, suffix) if move else keep_copy(source, folder, suffix)
        except OSError as error:
            raise LibraryUnwritable(
                f"“{source.name}” could not be taken into the library: {reason(error)}.",
                "Make room on the disk, or get the right to write there, then try again.",
            ) from error
