"""Everything of ours that reads what somebody else may have written, each given bytes.

A parser takes them, refuses them with a `StudioError`, or tells a verdict. Anything else is a fault of ours.
"""

import json
import zipfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from random import Random

from evidence.backup.card import BACKUP_CARD
from evidence.records.journal import canonical
from tests.fuzz import readers as read
from tests.fuzz.mutate import mutated, mutated_json
from tests.fuzz.readers import CORPUS, bundles, seeds, unpacked
from tests.fuzz.room_records import a_record, kept
from tests.fuzz.tables import TABLES, a_file_name

Parse = Callable[[bytes, Path], object]


@dataclass(frozen=True)
class Parser:
    """One of them, with good examples of what it reads."""

    parse: Parse
    """Given the bytes, and an empty folder for what it needs on the disk."""
    seeds: tuple[bytes, ...]
    times: int
    """How many damaged files it is given on every run of the tests."""
    is_json: bool = False

    def damaged(self, random: Random) -> bytes:
        """A damaged example; JSON is still JSON more often than not, with the hash that belongs to it."""
        if not self.is_json or random.random() < 0.4:
            return mutated(random, self.seeds)
        plain = mutated_json(random, json.loads(random.choice(self.seeds)))
        if isinstance(plain, dict) and "hash" in plain:
            with suppress(TypeError):
                rest = {key: value for key, value in plain.items() if key != "hash"}
                return canonical(plain | {"hash": sha256(canonical(rest)).hexdigest()}) + b"\n"
        return json.dumps(plain).encode()


@cache
def parsers() -> Mapping[str, Parser]:
    """Every parser by its name."""
    found = {
        "sound": Parser(read.a_sound, seeds("sounds"), 150),
        "wav": Parser(read.a_wav, seeds("wavs"), 400),
        "take": Parser(read.a_take, seeds("wavs"), 150),
        "overview": Parser(read.an_overview, seeds("overviews"), 300),
        "recipe": Parser(read.a_recipe, seeds("recipes"), 400),
        "framework": Parser(read.a_framework, seeds("frameworks"), 300),
        "own table": Parser(read.an_own_table, seeds("own-tables"), 300),
        "wording": Parser(read.a_wording, seeds("wordings"), 200),
        "ideas": Parser(read.some_ideas, seeds("ideas"), 200),
        "unit": Parser(read.a_unit, seeds("units"), 200),
        "rules": Parser(read.some_rules, seeds("rules"), 200),
        "file name": Parser(a_file_name, (b"7__an_ann__rain-on-tin.wav", b"a cow.wav"), 300),
        "typed words": Parser(
            read.typed_words, (b"MT1:gold", b"Y4-heron", "£1,250.50".encode(), b"a b-c, d"), 400
        ),
        "log": Parser(read.a_log, (_of_library("log.jsonl"),), 300),
        "backup": Parser(read.a_backup, seeds("backups"), 60),
        "backup card": Parser(read.a_backup_card, (_backup_card(),), 100, is_json=True),
        "bundle": Parser(read.a_bundle, bundles(), 200),
        "parts list": Parser(read.a_parts_list, seeds("parts-lists"), 300),
        "slip": Parser(read.a_slip, (unpacked()["data/receipt.txt"],), 300),
    }
    for name, (shipped, parse) in TABLES.items():
        found[name] = Parser(parse, (shipped.read_bytes(),), 150)
    for kind, examples in kept().items():
        found[f"record, {kind}"] = Parser(partial(a_record, kind), examples, 100, is_json=True)
    for name in ("bag-info.txt", "manifest-sha512.txt", "tagmanifest-sha512.txt", "data/receipt.txt"):
        found[f"bundle, {name}"] = Parser(partial(read.in_a_bundle, name), (unpacked()[name],), 40)
    for name, is_json in (("data/bundle.json", True), ("data/log.jsonl", False)):
        found[f"bundle, {name}"] = Parser(partial(read.in_a_bundle, name), (unpacked()[name],), 60, is_json)
    for path in sorted((CORPUS / "library").glob("**/*.json*")):
        name = path.relative_to(CORPUS / "library").as_posix()
        seed = (path.read_bytes(),)
        found[f"library, {name}"] = Parser(
            partial(read.in_a_library, name), seed, 25, is_json=name != "log.jsonl"
        )
    found["library, pending.json"] = Parser(
        partial(read.in_a_library, "pending.json"), (_pending(),), 40, is_json=True
    )
    return found


def _of_library(name: str) -> bytes:
    return (CORPUS / "library" / name).read_bytes()


def _backup_card() -> bytes:
    with zipfile.ZipFile(CORPUS / "backups" / "a.zip") as archive:
        (name,) = [name for name in archive.namelist() if name.endswith(BACKUP_CARD)]
        return archive.read(name)


def _pending() -> bytes:
    """What is left by a program that was killed while it wrote the last line of the log."""
    log = _of_library("log.jsonl")
    last = log.splitlines(keepends=True)[-1]
    records = json.loads(_of_library("records/bundles-0001.json"))
    (record,) = next(iter(records.values())).values()
    plain = {
        "log_size": len(log) - len(last),
        "lines": last.decode(),
        "records": [record | {"kind": "bundle"}],
    }
    return canonical(plain | {"hash": sha256(canonical(plain)).hexdigest()})
