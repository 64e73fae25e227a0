"""What leaves as data: told by name, never more, and as the published schema says."""

import json
from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from assets import asset
from evidence.bundle.data import schema_bytes
from evidence.bundle.schema import Facts
from evidence.bundle.seal import seal_bundle
from evidence.library import Library
from rubric.load import shipped_framework
from tests.evidence.full_library import a_full_library
from tests.evidence.given import a_draft, a_library

FRAMEWORK = shipped_framework()
SCHEMA: dict[str, Any] = json.loads(schema_bytes())
HOSTILE = ["=HYPERLINK(0)", "<img src=x onerror=alert(1)>", "\u202eevil", "x" * 200, "../../x", "CON"]


def sealed_data(library: Library) -> dict[str, Any]:
    """The `bundle.json` of all that a library has."""
    from zipfile import ZipFile

    out = library.exports / "oak.zip"
    seal_bundle(library, out, FRAMEWORK, overwrite=True)
    with ZipFile(out) as archive:
        files = {name.partition("/")[2]: name for name in archive.namelist()}
        assert archive.read(files["data/bundle.schema.json"]) == schema_bytes()
        told: dict[str, Any] = json.loads(archive.read(files["data/bundle.json"]))
    return told


def strict(schema: Any) -> Any:
    """The schema, but refusing whatever it does not name."""
    if isinstance(schema, dict):
        closed = {name: strict(part) for name, part in schema.items()}
        return (
            {"additionalProperties": False, **closed}
            if "properties" in schema and "type" in schema
            else closed
        )
    return [strict(part) for part in schema] if isinstance(schema, list) else schema


def test_the_schema_is_one():
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"].endswith("2020-12/schema")


def test_a_bundle_with_everything_is_as_the_schema_says(tmp_path):
    told = sealed_data(a_full_library(tmp_path))
    Draft202012Validator(SCHEMA).validate(told)
    named = deepcopy(strict(SCHEMA))
    named["additionalProperties"] = True  # what a bundle says of itself grows
    Draft202012Validator(named).validate(told)


def test_a_bundle_with_nothing_but_a_note_is_as_the_schema_says(tmp_path):
    library = a_library(tmp_path)
    library.add_entry(a_draft())
    told = sealed_data(library)
    Draft202012Validator(SCHEMA).validate(told)
    assert (told["award"]["audits"], told["award"]["target"], told["award"]["statement"]) == ([], None, None)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_as_the_schema_says(tmp_path, words):
    library = a_library(tmp_path)
    library.add_entry(a_draft(words, happened=words, impact=words, before=words, subject=words))
    Draft202012Validator(SCHEMA).validate(sealed_data(library))


def test_a_wrong_bundle_is_not(tmp_path):
    told = sealed_data(a_full_library(tmp_path))
    told["entries"][0]["status"] = "proposed"
    assert not Draft202012Validator(SCHEMA).is_valid(told)


def test_the_award_is_told(tmp_path):
    award = sealed_data(a_full_library(tmp_path))["award"]
    assert [audit["kind"] for audit in award["audits"]] == ["baseline", "closing"]
    assert award["audits"][1]["judgements"][0]["evidence"] == ["EV-2026-0001"]
    assert award["target"]["level"] == "gold"
    assert award["gaps"][-3]["criterion"] == "MT1"
    assert award["actions"][0]["title"] == "Buy microphones"
    assert award["figures"][0]["words"].startswith("13 ")
    assert award["statement"]["questions"] == ["What would gold need?"]


def test_what_stays_in_the_school_is_nowhere(tmp_path):
    library = a_full_library(tmp_path)
    entry = library.entries()[0]
    library.save_entry(replace(entry, happened="Said better."), "amended", who="lead")
    told = sealed_data(library)
    text = json.dumps(told)
    for kept in ("A secret reason", "OC-0001", "names_spoken", "sensitivity", '"why"', "They made it louder"):
        assert kept not in text
    (amendment,) = told["entries"][0]["amendments"]
    assert amendment.keys() == {"when", "by"}


def test_evidence_that_is_not_in_the_bundle_is_not_named(tmp_path):
    library = a_full_library(tmp_path)
    kept_out = library.entries()[0]
    library.add_entry(a_draft("Another"))
    library.save_entry(replace(kept_out, status="withdrawn"), "withdrawn")
    told = sealed_data(library)
    assert kept_out.id not in json.dumps(told)


def test_the_facts_are_read_back(tmp_path):
    told = sealed_data(a_full_library(tmp_path))
    assert Facts.read(json.dumps(told).encode()) is not None
    assert asset("schemas", "bundle.schema.json").is_file()
