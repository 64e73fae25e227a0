"""Records as a stranger may have written them: told as damage, and nothing is done that they ask for."""

from datetime import date

import pytest

from evidence.award.figures import Figures
from evidence.award.plans import Plans
from evidence.award.records import AwardRecords
from evidence.award.register_lines import Line, RegisterLines
from evidence.award.registers import register
from evidence.backup.places import BackupPlaces
from evidence.bundle.record import SealedBundles
from evidence.entry import SoundUse
from evidence.records.store import LibraryDamaged
from evidence.views.timeline import by_half_term
from rubric.plain import to_plain
from tests.evidence.given import NOW, a_draft, a_library, add_a_sound

FIGURE = {"id": "FG-0001", "criterion": "MT3", "level": "bronze", "name": "", "when": NOW.isoformat()}
BUNDLE = {"id": "B-0001", "name": "", "receipt": "", "entries": [], "version": 1, "channel": "class"}
READERS = {
    "figure": lambda library: Figures(library).all(),
    "bundle": lambda library: SealedBundles(library).all(),
}
READERS["place"] = lambda library: BackupPlaces(library).all()


def plant(library, kind: str, fields: dict) -> None:
    with library.store.turn() as turn:
        turn.put(kind, fields["id"], fields, action="added", who=None)


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("figure", FIGURE | {"value": -1.0}),
        ("figure", FIGURE | {"value": 1e300}),
        ("figure", FIGURE | {"value": 1.0, "level": "platinum"}),
        ("figure", FIGURE | {"value": 1.0, "when": "2026-01-01T00:00:00"}),
        ("bundle", BUNDLE | {"path": "\0", "sealed": NOW.isoformat()}),
        ("bundle", BUNDLE | {"path": "x", "sealed": "2026-01-01T00:00:00"}),
        ("place", {"id": "PL-0001", "path": "\0"}),
        ("place", {"id": "PL-0001", "path": "x", "daily_keep": -1}),
    ],
)
def test_what_cannot_be_is_damage(tmp_path, kind, fields):
    library = a_library(tmp_path)
    plant(library, kind, fields)
    with pytest.raises(LibraryDamaged):
        READERS[kind](library)


@pytest.mark.parametrize(
    "planted",
    [
        {"source": {}},
        {"type": 1.5},
        {"action_id": [None]},
        {"sounds": [{"sound_id": ["x"]}]},
        {"sounds": [{"recipe_texts": [1]}]},
        {"amendments": [{"when": NOW.isoformat(), "by": None, "earlier": {"criteria": 5}}]},
        {"amendments": [{"when": NOW.isoformat(), "by": None, "earlier": {"criteria": ["x"]}}]},
    ],
)
def test_an_entry_with_a_part_of_the_wrong_kind_is_damage(tmp_path, planted):
    library = a_library(tmp_path)
    entry = library.add_entry(a_draft(sounds=(SoundUse.of(add_a_sound(library, "Rain")),)))
    fields = entry.as_plain()
    if "sounds" in planted:
        planted = {"sounds": [fields["sounds"][0] | planted["sounds"][0]]}
    plant(library, "entry", fields | planted)
    with pytest.raises(LibraryDamaged):
        library.entries()


def test_a_cell_whose_column_had_another_kind_is_shown_as_it_is_to_the_school_alone(tmp_path):
    library = a_library(tmp_path)
    kind = register("partners")
    field = kind.field("review")
    line = Line(id="LN-0001", register=kind.id, cells=(), when=NOW)
    plant(library, "line", to_plain(line) | {"cells": [{"field": field.id, "text": "in May"}]})
    (kept,) = RegisterLines(library).of(kind.id)
    assert field.shown(kept.values) == "in May"
    assert field.shown(kept.values, to_others=True) == ""


@pytest.mark.parametrize("day", [date.min, date(1926, 5, 1), date.max])
def test_a_date_of_another_century_does_not_stop_the_timeline(tmp_path, day):
    library = a_library(tmp_path)
    entry = library.add_entry(a_draft())
    plant(library, "entry", entry.as_plain() | {"date_happened": day.isoformat()})
    stretches = by_half_term(library.entries(), Plans(library).calendar())
    assert sum(len(stretch.entries) for stretch in stretches) == 1


def test_a_record_with_the_id_of_another_is_damage(tmp_path):
    library = a_library(tmp_path)
    with library.store.turn() as turn:
        turn.put("line", "LN-0001", {"id": "LN-0002"}, action="added", who=None)
    with pytest.raises(LibraryDamaged):
        AwardRecords(library, "line", "LN", Line).all()
