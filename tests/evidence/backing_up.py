"""Backs a library up again and again and says the name of each backup: python backing_up.py LIBRARY TO."""

import sys
from pathlib import Path

from evidence.backup.backup import back_up
from evidence.library import Library


def main(folder: str, to: str) -> None:
    library = Library.open(folder)
    print("ready", flush=True)
    while True:
        print(back_up(library, Path(to)).path, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
