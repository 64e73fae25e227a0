"""Adds entries to a library and says each id that is stored: adding.py LIBRARY NAME COUNT [PAUSE].

Between two it waits PAUSE seconds; without, it leaves others hardly a turn.
"""

import sys
import time
from datetime import date

from evidence.entry import Draft
from evidence.library import Library
from rubric.framework import Claim


def main(folder: str, name: str, count: str, pause: str = "0") -> None:
    library = Library.open(folder, create=True, school="Oakfield School")
    print("ready", flush=True)
    for number in range(int(count)):
        draft = Draft(
            title=f"{name} {number}",
            criteria=(Claim("MT1", "gold"),),
            date_happened=date(2026, 1, 1),
            happened="We listened. " * 20,
        )
        print(library.add_entry(draft).id, flush=True)
        time.sleep(float(pause))


if __name__ == "__main__":
    main(*sys.argv[1:])
