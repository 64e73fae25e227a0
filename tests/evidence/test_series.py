"""Ids: every kind of record has a series of its own, or two kinds would count one another's records."""

import ast
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[2]
OURS = [path for room in ("studio", "evidence", "lessons") for path in (ROOT / room).rglob("*.py")]


def test_no_two_kinds_of_record_share_a_series():
    kinds: dict[str, set[str]] = defaultdict(set)
    for path in OURS:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "AwardRecords":
                named = [each.value for each in node.args[1:3] if isinstance(each, ast.Constant)]
                if len(named) == 2:
                    kinds[named[1]].add(named[0])
    assert len(kinds) > 20
    assert {series: found for series, found in kinds.items() if len(found) > 1} == {}
