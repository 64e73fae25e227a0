from textual.binding import Binding

from studio.ui.widgets.key_table import columns_of


def group(title, keys):
    return title, [Binding(key, "do", "word") for key in keys]


def shape(columns):
    return [[cell if isinstance(cell, str) else cell.key for cell in column] for column in columns]


def test_groups_stay_whole_and_in_order_and_columns_as_low_as_they_can():
    groups = [group("one", "abc"), group("two", "d"), group("three", "ef")]
    assert shape(columns_of(groups, 2)) == [["one", "a", "b", "c"], ["two", "d", "three", "e", "f"]]
    assert shape(columns_of(groups, 1)) == [["one", "a", "b", "c", "two", "d", "three", "e", "f"]]
    assert len(columns_of(groups, 9)) == 3


def test_no_groups_need_no_lines():
    assert [cell for column in columns_of([], 3) for cell in column] == []
