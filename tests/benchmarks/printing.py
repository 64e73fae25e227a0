"""How long it takes to print, each as a process of its own: `python -m tests.benchmarks.printing`.

A school waits at most two seconds for a PDF.
"""

import sys
import tempfile
from pathlib import Path

from lessons.look import Looks
from tests.benchmarks.processes import print_table, run_in_turn
from tests.evidence.given import a_library

MOST_MS = 2000
BEGIN = """
import sys
from datetime import date, datetime, UTC
from evidence.library import Library
from evidence.papers.document import write_document
from evidence.papers.paper import Bullets, Grid, Heading, Paper, Text
from lessons.printing.badge import Badge, badge
from lessons.printing.certificate import Certificate, certificate
from lessons.printing.display import Card, display
from lessons.printing.poster import Poster, poster
from lessons.printing.rota_sheet import rota_sheet
from lessons.printing.steps_poster import PosterStep, steps_poster
library, out, day = Library.open(sys.argv[1]), sys.argv[2], date(2026, 11, 20)
"""
PRINTS = {
    "30 certificates": """certificate(library, [Certificate(to=f"Y4-{n}", line="for winning", date=day,
        reason="It fitted the brief. " * 8, signed_by=("Ambassadors", "Lead")) for n in range(30)], out)""",
    "64 badges": 'badge(library, [Badge(f"Y4-{n}", "Music Tech Ambassador") for n in range(64)], out)',
    "12 leaders": """display(library, [Card(code=f"Y4-{n}", title="Ambassador", genres="Jazz and grime",
        instrument="Cello", tip="Record it twice. " * 4) for n in range(12)], out)""",
    "a poster": """poster(library, Poster(title="Our winner", big="Voice of a villain", code="Y4-1",
        lines=("One tune comes back. ",) * 3), out)""",
    "a poster in four scripts": """poster(library, Poster(title="الفائز", big="صوت 音楽 👻 हिन्दी",
        lines=("音楽の時間 " * 9, "مرحبا " * 20)), out)""",
    "20 steps": """steps_poster(library, "No sound", [PosterStep(text="Is it on?", yes="Go on.", no="Do it.")
        for _ in range(20)], out)""",
    "a rota of 40": """rota_sheet(library, "Team", ("When", "Picture", "Sound", "Cues"),
        [(f"Friday {n}", "Y4-1", "Y5-2", "Y6-3") for n in range(40)], "", out)""",
    "a paper of 9 pages": """write_document(library, Paper(over="Unit", title="Robots", school="Oak",
        foot="Oak", made=datetime(2026, 11, 20, tzinfo=UTC), blocks=(Heading("x"), Text("words " * 900),
        Bullets(("more words " * 20,) * 40), Grid("g", ("a", "b"), (("1", "two " * 20),) * 90, (1, 2)))),
        out)""",
}


def main() -> int:
    """Print the table; the exit status says whether any took too long."""
    with tempfile.TemporaryDirectory() as folder:
        library, out = a_library(Path(folder)), Path(folder, "out.pdf")
        Looks(library).set("navy", "gold")
        peers = {
            name: [[sys.executable, "-c", BEGIN + code, str(library.folder), str(out)]]
            for name, code in PRINTS.items()
        }
        costs = run_in_turn(peers, out, 3)
    print_table(costs, [])
    return int(any(cost.wall_ms > MOST_MS for cost in costs.values()))


if __name__ == "__main__":
    sys.exit(main())
