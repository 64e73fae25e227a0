"""Papers as plain text."""

from evidence.papers.paper import Grid, Paper, Text
from evidence.papers.plain_text import text_bytes
from tests.evidence.given import NOW


def test_a_table_is_told_row_by_row_with_the_heads_of_its_columns():
    grid = Grid(
        "Who leads", ("Part", "Who", "When"), (("starter", "Y6-heron", ""), ("plenary", "", "")), (1, 1, 1)
    )
    blocks = (Text("Hello."), grid)
    paper = Paper(over="Sound Lab", title="Minutes", school="Oak", made=NOW, foot="Oak", blocks=blocks)
    assert text_bytes(paper).decode() == (
        "Sound Lab\n\nMinutes\n=======\n\nHello.\n\nWho leads\n\n- starter. Who: Y6-heron\n- plenary\n\nOak\n"
    )
