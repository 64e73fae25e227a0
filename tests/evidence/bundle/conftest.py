import hashlib
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from evidence.bundle.contents import Contents
from evidence.bundle.packing import make_bag, write_zip
from evidence.bundle.receipt import BLANK
from evidence.bundle.schema import Facts
from evidence.records.journal import BEGINNING, canonical

SEALED = datetime(2026, 7, 10, 14, 30, 8, tzinfo=UTC)
NAME = "oak_2026-07-10_v1"


@dataclass(frozen=True)
class Sealed:
    """A small bundle, sealed without a library."""

    path: Path
    words: tuple[str, ...]

    def changed_to(self, data: bytes) -> Path:
        """Another file beside it, with other bytes."""
        other = self.path.with_name("changed.zip")
        other.write_bytes(data)
        return other


def a_log(lines: int = 3) -> list[dict[str, object]]:
    """A whole log, made by the rule that the log states and not by its own code."""
    log: list[dict[str, object]] = []
    before = BEGINNING
    for number in range(1, lines + 1):
        line: dict[str, object] = {
            "seq": number,
            "when": SEALED.isoformat(),
            "who": None,
            "action": "added",
            "kind": "entry",
            "id": f"EV-2026-{number:04d}",
            "commitment": "",
            "prev": before,
        }
        before = hashlib.sha256(canonical(line)).hexdigest()
        log.append(line | {"hash": before})
    return log


def a_payload(log: list[dict[str, object]]) -> dict[str, bytes]:
    """The files of a bundle, each as short as can be."""
    import orjson

    facts = Facts(NAME, "Oak School", SEALED, str(log[-1]["hash"]))
    return {
        "data/OPEN-ME-FIRST.html": f"<p>{BLANK}</p>".encode(),
        "data/bundle.json": orjson.dumps(facts.as_plain()),
        "data/evidence/EV-2026-0001/card.txt": b"A cow\n",
        "data/evidence/EV-2026-0001/S-0001.mp3": bytes(range(256)),
        "data/framework.json": b"{}",
        "data/log.jsonl": b"".join(canonical(line) + b"\n" for line in log),
        "data/receipt.txt": f"Receipt\n\n    {BLANK}\n".encode(),
        "data/summary.csv": b"\xef\xbb\xbfid\r\n",
    }


def seal_payload(payload: dict[str, bytes], out: Path, *, head: str, name: str = NAME) -> Sealed:
    """Seal any payload."""
    facts = Facts(name, "Oak School", SEALED, head)
    with Contents(out.parent) as contents:
        for path, content in payload.items():
            contents.add(path, content)
        words = make_bag(contents, facts, b"How to check this bundle.\n")
        write_zip(contents, facts, out)
    return Sealed(out, words)


@pytest.fixture(scope="session")
def _template(tmp_path_factory: pytest.TempPathFactory) -> Sealed:
    log = a_log()
    out = tmp_path_factory.mktemp("bundle") / "oak.zip"
    return seal_payload(a_payload(log), out, head=str(log[-1]["hash"]))


@pytest.fixture
def sealed(_template: Sealed, tmp_path: Path) -> Sealed:
    """A small sealed bundle of one's own."""
    return Sealed(Path(shutil.copy(_template.path, tmp_path / "oak.zip")), _template.words)


@pytest.fixture
def reseal(tmp_path: Path) -> Callable[..., Sealed]:
    """Seal a payload that a forger changed, with everything worked out anew."""

    def do(change: Callable[[dict[str, bytes]], None]) -> Sealed:
        log = a_log()
        payload = a_payload(log)
        change(payload)
        return seal_payload(payload, tmp_path / "forged.zip", head=str(log[-1]["hash"]))

    return do
