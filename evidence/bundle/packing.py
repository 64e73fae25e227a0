"""From the files of a bundle to its sealed zip, written whole or not at all."""

from pathlib import Path

from evidence.bundle.archive import laid_out
from evidence.bundle.bag import DECLARATION, MANIFEST, PAYLOAD, TAG_MANIFEST, BagInfo, manifest_text
from evidence.bundle.contents import Contents
from evidence.bundle.crew import Progress
from evidence.bundle.receipt import SHOWING, receipt_words, with_words
from evidence.bundle.schema import Facts
from evidence.bundle.write_archive import write_archive
from studio.disk import reason, replacing
from studio.errors import StudioError


class BundleExists(StudioError):
    """A file of this name is there already."""


class BundleNotWritten(StudioError):
    """The bundle could not be put where it was to go."""


def make_bag(contents: Contents, facts: Facts, guide: bytes) -> tuple[str, ...]:
    """Turn a payload into a bag: the receipt's words, the tag files, the manifests. Gives the words."""
    contents.add("VERIFY.txt", guide)
    contents.add("bagit.txt", DECLARATION)
    words = receipt_words(facts.head, _hashes(contents))
    for path in SHOWING:
        contents.add(path, with_words(contents.blocks(path), words))
    sizes = [digest.size for path, digest in contents.digests().items() if path.startswith(PAYLOAD)]
    contents.add(
        "bag-info.txt", BagInfo(facts.name, facts.school, facts.sealed, sum(sizes), len(sizes)).text()
    )
    hashes = _hashes(contents)
    payload = {path: sha512 for path, sha512 in hashes.items() if path.startswith(PAYLOAD)}
    contents.add(MANIFEST, manifest_text(payload))
    tags = {path: sha512 for path, sha512 in _hashes(contents).items() if path not in payload}
    contents.add(TAG_MANIFEST, manifest_text(tags))
    return words


def _hashes(contents: Contents) -> dict[str, str]:
    return {path: digest.sha512 for path, digest in contents.digests().items()}


def write_zip(contents: Contents, facts: Facts, out: Path, *, progress: Progress | None = None) -> int:
    """Write the zip beside its place, then move it in; gives its size in bytes."""
    top = f"{facts.name}/"
    digests = contents.digests()
    files = laid_out((top + path, digest.crc, digest.size) for path, digest in digests.items())
    with replacing(out) as part:
        return write_archive(
            part,
            files,
            lambda file: contents.blocks(file.name.removeprefix(top)),
            facts.sealed,
            progress=progress,
        )


def not_written(out: Path, error: OSError) -> BundleNotWritten:
    """What to tell a person when the system refuses to write."""
    return BundleNotWritten(
        f"“{out.name}” could not be written: {reason(error)}.",
        "Choose another place with enough room, then try again.",
    )
