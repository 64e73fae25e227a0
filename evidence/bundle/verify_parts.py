"""Checking all the parts of a bundle by the list that names them."""

from pathlib import Path

from evidence.bundle.crew import Progress
from evidence.bundle.parts_list import ListedPart, read_list
from evidence.bundle.receipt import read_words
from evidence.bundle.stages import Stages
from evidence.bundle.verdict import Fault, ReadingFault, Verdict, shown
from evidence.bundle.verify import verify_bundle
from studio.disk import reason

_LARGEST = 1 << 20


def verify_parts(
    path: Path | str, *, receipt: str | None = None, progress: Progress | None = None
) -> Verdict:
    """Check the list and every part in its folder; `receipt` is the list's own eight words.

    Never raises for anything that is in the files; `progress` may raise to stop.
    """
    path = Path(path)
    try:
        with path.open("rb") as file:
            parts, words = read_list(file.read(_LARGEST))
    except ReadingFault as fault:
        return Verdict((Fault(fault.kind, shown(path.name), fault.detail),))
    except OSError as error:
        detail = f"It cannot be read: {reason(error)}."
        return Verdict((Fault("unreadable", shown(path.name), detail),))
    faults: list[Fault] = []
    if receipt is not None and read_words(receipt) != words:
        faults.append(Fault("changed", shown(path.name), "The eight words you have belong to another list."))
    stages = Stages(progress, [part.size for part in parts])
    verdicts = [_verdict(path.with_name(part.file), part, stages.begin()) for part in parts]
    for part, verdict in zip(parts, verdicts, strict=True):
        faults += [_in_part(fault, part) for fault in verdict.faults]
    read = [verdict for verdict in verdicts if verdict.sealed]
    return Verdict(
        tuple(sorted(set(faults))),
        words,
        read[0].sealed if read else None,
        sum(verdict.files for verdict in read),
        read[0].school if read else "",
        tuple(held for verdict in read for held in verdict.evidence),
    )


def _verdict(path: Path, part: ListedPart, progress: Progress) -> Verdict:
    if not path.is_file():
        return Verdict((Fault("missing", part.file, "The list names it, and it is not beside the list."),))
    return verify_bundle(path, receipt=" ".join(part.receipt), progress=progress)


def _in_part(fault: Fault, part: ListedPart) -> Fault:
    inside = "" if fault.path == part.file else f"/{fault.path}"
    return Fault(fault.kind, f"{part.file}{inside}", fault.detail)
