import pytest

from evidence.printing.runs import begins_right, runs_of


def seen(text: str) -> list[tuple[str, bool]]:
    runs = runs_of(text, ["font"] * len(text), begins_right(text))
    return [(run.text, run.backwards) for run in runs]


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("", []),
        ("a cow", [("a cow", False)]),
        ("שלום", [("שלום", True)]),
        ("a שלום b", [("a ", False), ("שלום", True), (" b", False)]),
        ("שלום a 1", [("a 1", False), ("שלום ", True)]),
        ("שלום (3)", [(")", True), ("3", False), ("שלום (", True)]),
        ("סוס 12 פרה", [(" פרה", True), ("12", False), ("סוס ", True)]),
    ],
)
def test_a_line_is_put_in_the_order_in_which_it_is_seen(text, order):
    assert seen(text) == order


def test_a_run_ends_where_its_font_ends():
    runs = runs_of("ab學", ["plain", "plain", "han"], False)
    assert [(run.text, run.face) for run in runs] == [("ab", "plain"), ("學", "han")]


@pytest.mark.parametrize(("text", "right"), [("", False), ("1 (", False), ("1 ש a", True), ("EV-1 ש", False)])
def test_a_paragraph_begins_where_its_first_letter_says(text, right):
    assert begins_right(text) is right
