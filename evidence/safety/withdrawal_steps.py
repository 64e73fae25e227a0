"""The steps of a withdrawal after the records are empty; each may be done again after a kill."""

import os
import secrets
import shutil
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from evidence.backup.backup import back_up
from evidence.bundle.names import slug
from evidence.bundle.record import BundleRecord, SealedBundles
from evidence.library import Library
from evidence.safety.copies import backups_holding, copies_of_content
from evidence.safety.erasure import Erasure, Erasures
from evidence.safety.names import Names
from rubric.framework import Framework
from studio.disk import PART, patiently, sync_folder

HUB = "hub-bundle"


def erase_files(library: Library, erasure: Erasure) -> None:
    """Recordings, attachments, what was drawn from them, what killed programs left of them, and exports."""
    for sha256 in (*erasure.originals, *erasure.attachments):
        _erase(copies_of_content(library, sha256))
    _erase(library.exports / name for name in erasure.exports if _is_in_exports(library, name))


def forget_name(library: Library, erasure: Erasure) -> None:
    """The name behind a person's code goes from the key."""
    if erasure.is_of_person:
        Names(library).forget(erasure.subject)


def tell_bundles(library: Library, erasure: Erasure) -> None:
    """Every sealed bundle that holds it is one to be destroyed."""
    bundles = SealedBundles(library)
    for bundle in bundles_of(library, erasure):
        if not bundle.withdrawn:
            bundles.change(bundle.id, lambda stored: replace(stored, withdrawn=True), action="withdrawn")


def seal_anew(library: Library, erasure: Erasure, framework: Framework) -> None:
    """A new bundle for the hub, when one had gone out and there is still something to seal."""
    # Here, since sealing brings everything that writes pages and sounds.
    from evidence.bundle.issue import LogBroken, issue_bundle
    from evidence.bundle.seal import NothingToSeal
    from evidence.bundle.sounds import SoundLost

    out = library.exports / f"{slug(library.school)}_{erasure.id.lower()}.zip"
    paths = [Path(each.path) for each in SealedBundles(library).all() if not each.withdrawn]
    done = any(path.stem.startswith(out.stem) and os.path.exists(path) for path in paths)
    if done or not any(each.channel == HUB for each in bundles_of(library, erasure)):
        return
    try:
        issue_bundle(library, out, framework, channel=HUB, split=True, overwrite=True)
    except (NothingToSeal, SoundLost, LogBroken):
        return  # the letter says that nothing takes its place yet; what is lost must not hold that up
    Erasures(library).change(erasure.id, "sealed", lambda stored: replace(stored, bundle=str(out)))


def write_letter(library: Library, erasure: Erasure, framework: Framework) -> None:
    """The letter that asks the hub to destroy what it has."""
    from evidence.papers.write import write_paper  # brings python-docx

    if any(each.channel == HUB for each in bundles_of(library, erasure)):
        out = library.exports / f"letter-to-the-hub_{erasure.id.lower()}.docx"
        write_paper(library, "letter", out, framework, channel=HUB, overwrite=True)
        Erasures(library).change(erasure.id, "wrote", lambda stored: replace(stored, letter=str(out)))


def renew_backups(library: Library, erasure: Erasure) -> None:
    """If it was asked for: where backups hold it and can be reached, a new one takes their place."""
    if not erasure.backups:
        return
    old = [copy.path for copy in backups_holding(library, erasure.ids, erasure.id) if copy.made is not None]
    for folder in dict.fromkeys(path.parent for path in old if path.is_dir()):
        back_up(library, folder)
    for path in old:
        if path.is_dir():
            # Renamed first: a backup that is only half deleted must not look like a whole one.
            part = path.with_name(f"{path.name}.{secrets.token_hex(4)}{PART}")
            path.rename(part)
            shutil.rmtree(part)
        else:
            new = path.with_name(f"{path.stem}.{secrets.token_hex(4)}.zip")
            back_up(library, new)
            patiently(lambda new=new, path=path: new.replace(path))  # type: ignore[misc]


def bundles_of(library: Library, erasure: Erasure) -> tuple[BundleRecord, ...]:
    """The sealed bundles that hold what was withdrawn."""
    return tuple(each for each in SealedBundles(library).all() if each.id in erasure.bundles)


def _is_in_exports(library: Library, name: str) -> bool:
    """Whether a file lies where its name says: through a stranger's link another file of ours would go."""
    return (library.exports / name).parent.resolve() == (library.exports.resolve() / name).parent


def _erase(paths: Iterable[Path]) -> None:
    folders = set()
    for path in tuple(paths):
        patiently(lambda path=path: path.unlink(missing_ok=True))  # type: ignore[misc]
        folders.add(path.parent)
    for folder in folders:
        if folder.is_dir():
            sync_folder(folder)
