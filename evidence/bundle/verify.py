"""Checking a bundle: everything that is not as it was sealed.

Reads a zip or an unpacked folder, writes nothing, and gathers every fault. A seal shows that
nothing changed since it was made; it does not show who made it. Only the receipt, kept
elsewhere, shows that this is the bundle that was announced.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from evidence.bundle.archive import Stored, central_directory, laid_out, local_header
from evidence.bundle.bag import PAYLOAD, BagInfo, bag_faults
from evidence.bundle.crew import Progress
from evidence.bundle.digest import Digest, digest_files
from evidence.bundle.log import head_of, log_faults
from evidence.bundle.receipt import SHOWING, read_words, receipt_words, without_words, words_in_slip
from evidence.bundle.schema import REQUIRED, Facts, evidence_in
from evidence.bundle.shared_file import SharedFile
from evidence.bundle.tree import MARKER, FolderTree, Tree, ZipTree
from evidence.bundle.verdict import Fault, FaultKind, Held, ReadingFault, Verdict, shown
from studio.disk import reason

__all__ = ["Fault", "FaultKind", "Verdict", "verify_bundle"]

SLIP, LOG, FACTS, INFO = "data/receipt.txt", "data/log.jsonl", "data/bundle.json", "bag-info.txt"
_LARGEST_TEXT = 256 << 20


def verify_bundle(
    path: Path | str, *, receipt: str | None = None, progress: Progress | None = None
) -> Verdict:
    """Check a bundle, zipped or unpacked; `receipt` is the eight words as somebody kept them.

    Never raises for anything that is in the bundle; `progress` may raise to stop.
    """
    path = Path(path)
    try:
        if path.is_dir():
            return _Check(FolderTree(path), path.name, progress).verdict(receipt)
        if not path.is_file():
            raise ReadingFault("unreadable", "There is no such file.")
        with path.open("rb") as opened:
            file = SharedFile(opened)
            tree = ZipTree(file)
            check = _Check(tree, path.name, progress)
            verdict = check.verdict(receipt)
            return verdict if check.stopped else _with_zip_faults(verdict, file, tree, check, path.name)
    except ReadingFault as fault:
        return Verdict((Fault(fault.kind, shown(path.name), fault.detail),))
    except OSError as error:
        detail = f"It cannot be read: {reason(error)}."
        return Verdict((Fault("unreadable", shown(path.name), detail),))


class _Check:
    """One pass over the files of a bundle, and what follows from it."""

    def __init__(self, tree: Tree, name: str, progress: Progress | None) -> None:
        self._tree = tree
        self._name = shown(name)
        self._progress = progress
        self._sizes = tree.sizes()
        self._faults: list[Fault] = list(tree.faults)
        self.digests: dict[str, Digest] = {}
        self._blanked: dict[str, str] = {}
        self._evidence: tuple[Held, ...] = ()
        self.info: BagInfo | None = None
        self.stopped = any(fault.kind == "unsafe" for fault in self._faults)

    def verdict(self, receipt: str | None) -> Verdict:
        """Every fault inside the bundle."""
        if MARKER not in self._sizes:
            self._faults.append(Fault("missing", MARKER, "Without this file it is not a bundle."))
            self.stopped = True
        if self.stopped:
            return Verdict(tuple(sorted(set(self._faults))))
        slip_words = words_in_slip(self._text(SLIP)) if SLIP in self._sizes else ()
        self._digest_all(slip_words)
        self._faults += bag_faults(self.digests, self._text)
        self._faults += [
            Fault("missing", path, "A bundle always has this file.")
            for path in REQUIRED
            if path not in self._sizes
        ]
        self.info = self._read_info()
        words = self._check_receipt(slip_words, receipt)
        unread = {fault.path for fault in self._faults if fault.kind == "unreadable"}
        faults = {f for f in self._faults if f.kind != "missing" or f.path not in unread}
        sealed, school = (self.info.sealed, shown(self.info.school)) if self.info else (None, "")
        return Verdict(tuple(sorted(faults)), words, sealed, len(self._sizes), school, self._evidence)

    def _digest_all(self, words: tuple[str, ...]) -> None:
        """Digest every file, those that show the words a second time without them; the largest first."""
        unread: dict[str, ReadingFault] = {}

        def blocks(way: tuple[str, bool]) -> Iterator[bytes]:
            path, blanked = way
            content = self._tree.blocks(path)
            try:
                yield from without_words(content, words) if blanked else content
            except ReadingFault as fault:
                unread[path] = fault

        ways = [(path, False) for path in self._sizes]
        ways += [(path, True) for path in SHOWING if words and path in self._sizes]
        ways.sort(key=lambda way: -self._sizes[way[0]])
        size = sum(self._sizes[path] for path, _ in ways)
        found = digest_files(ways, blocks, size=size, progress=self._progress)
        self._faults += [Fault(fault.kind, shown(path), fault.detail) for path, fault in unread.items()]
        self.digests = {path: found[path, False] for path in self._sizes if path not in unread}
        self._blanked = {
            path: found.get((path, True), digest).sha512 for path, digest in self.digests.items()
        }

    def _text(self, path: str) -> bytes:
        """A whole small file; empty when it cannot be read, which is reported where it is digested."""
        if self._sizes[path] > _LARGEST_TEXT:
            self._faults.append(Fault("unsafe", path, "It is far larger than in any bundle."))
            return b""
        try:
            return b"".join(self._tree.blocks(path))
        except ReadingFault:
            return b""

    def _read_info(self) -> BagInfo | None:
        if INFO not in self.digests:
            return None
        try:
            info = BagInfo.parse(self._text(INFO))
        except ReadingFault as fault:
            self._faults.append(Fault(fault.kind, INFO, fault.detail))
            return None
        payload = [digest for path, digest in self.digests.items() if path.startswith(PAYLOAD)]
        if (sum(digest.size for digest in payload), len(payload)) != (info.payload_bytes, info.payload_files):
            self._faults.append(Fault("changed", INFO, "It tells another number of files or bytes."))
        return info

    def _check_receipt(self, slip_words: tuple[str, ...], receipt: str | None) -> tuple[str, ...]:
        """Compare log, facts, slip and the words somebody kept; gives the words of this content."""
        log = self._text(LOG) if LOG in self.digests else b""
        head = head_of(log)
        if LOG in self.digests:
            self._faults += log_faults(LOG, log)
        if FACTS in self.digests:
            told = self._text(FACTS)
            self._check_facts(Facts.read(told), head)
            self._evidence = evidence_in(told)
        words = receipt_words(head, self._blanked)
        if SLIP in self.digests and slip_words != words:
            self._faults.append(Fault("changed", SLIP, "Its eight words do not belong to these files."))
        if receipt is not None and read_words(receipt) != words:
            self._faults.append(
                Fault("changed", self._name, "The eight words you have belong to another bundle.")
            )
        return words

    def _check_facts(self, facts: Facts | None, head: str) -> None:
        if facts is None:
            self._faults.append(Fault("changed", FACTS, "It is not what a bundle says of itself."))
            return
        if facts.head != head:
            self._faults.append(Fault("log-broken", LOG, "It does not end where the bundle says it ends."))
        info = self.info
        if info and (info.name, info.school, info.sealed) != (facts.name, facts.school, facts.sealed):
            self._faults.append(Fault("changed", INFO, "It does not say the same as bundle.json."))


def _with_zip_faults(
    verdict: Verdict, file: SharedFile, tree: ZipTree, check: _Check, zip_name: str
) -> Verdict:
    """The verdict, and whether the zip itself is byte for byte the one that was sealed."""
    if check.info is None or len(check.digests) != len(tree.sizes()):
        return verdict  # its exact form depends on what is missing, and that is already said
    top = f"{check.info.name}/"
    files = laid_out((top + path, digest.crc, digest.size) for path, digest in check.digests.items())
    difference = _first_difference(file, files, check)
    if difference is None:
        return verdict
    what = (
        "The files inside are intact, but the zip around them was changed or packed again"
        if verdict.valid
        else "The zip is not as it was sealed"
    )
    fault = Fault("changed", shown(zip_name), f"{what} (from byte {difference}).")
    return replace(verdict, faults=tuple(sorted({*verdict.faults, fault})))


def _first_difference(file: SharedFile, files: list[Stored], check: _Check) -> int | None:
    """The first byte, outside the contents, that is not as it must be."""
    assert check.info is not None
    sealed = check.info.sealed
    expected = [(stored.offset, local_header(stored, sealed)) for stored in files]
    expected.append((files[-1].end, central_directory(files, sealed)))
    for offset, wanted in expected:
        found = file.read_at(offset, len(wanted))
        if found != wanted:
            same = next(
                (i for i, (a, b) in enumerate(zip(found, wanted, strict=False)) if a != b), len(found)
            )
            return offset + same
    end = expected[-1][0] + len(expected[-1][1])
    return end if file.size() != end else None
