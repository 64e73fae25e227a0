"""The way in: opens the app or runs a command, and the outermost handler of errors."""

import os
import sys
from errno import ENOSPC
from io import StringIO

# One thread for NumPy's linear algebra, which we do not use: starting its others costs 80 ms of CPU.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from typing import TYPE_CHECKING

from studio.errors import StudioError

if TYPE_CHECKING:
    from pathlib import Path

    from click import ClickException

INTERRUPTED = 130
"""The exit status shells give to a program stopped with Ctrl and C."""


def main() -> None:
    """Run `soundingboard` with the arguments of this process, and leave with its exit status."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command; 0 done, 1 it could not be done, 2 wrong usage."""
    _speak_utf8()
    import click

    from studio.cli.commands import commands

    try:
        result = commands.main(arguments, prog_name="soundingboard", standalone_mode=False, obj=open_app)
        sys.stdout.flush()
        return result if isinstance(result, int) else 0
    except click.ClickException as error:
        print(_wrong_usage(error), file=sys.stderr)
        return error.exit_code
    except StudioError as error:
        from studio.cli.options import in_commands
        from studio.cli.output import one_line

        print(one_line(in_commands(error)), file=sys.stderr)
        return 1
    except (click.Abort, KeyboardInterrupt):
        print("Stopped. Nothing half-done was kept.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone (`| head`): point stdout at nothing, so that Python's own
        # flush at exit does not complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        print(_unexpected(error), file=sys.stderr)
        return 1


def open_app(library: "Path", *, plain: bool = False, ascii_only: bool = False, size: str = "") -> int:
    """Open the app on a library's folder: on the screen, or in lines."""
    if plain:
        from studio.plain.run import run_lines

        return run_lines(library)
    if size:
        from lessons.readers import parse_size  # refused before the screen is taken

        size = parse_size(size)
    from studio.ui.app import run as run_app  # Textual, which no command needs

    return run_app(library, ascii_only=ascii_only, size=size)


def _wrong_usage(error: "ClickException") -> str:
    """What click would say, with nothing in it that was typed to steer the terminal."""
    from studio.cli.output import one_line

    said = StringIO()
    error.show(said)
    return "\n".join(map(one_line, said.getvalue().splitlines()))


def _unexpected(error: Exception) -> str:
    """Two sentences on a fault of ours, with the place but no values: they could hold a pupil's words."""
    import traceback  # 6 ms, which only a fault need pay

    if os.environ.get("SOUNDINGBOARD_DEBUG"):
        return "".join(traceback.format_exception(error))
    if isinstance(error, OSError) and error.errno == ENOSPC:
        return "The disk is full. Make some room, then try again."
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{type(error).__name__} in {os.path.basename(place.filename)}, line {place.lineno}"
    return (
        f"Something went wrong inside Soundingboard ({where}). "
        "Your sounds are safe: try again, and tell whoever looks after this computer."
    )


def _speak_utf8() -> None:
    """Print every letter a title can have, also on consoles that start with an old code page.

    A program that was started without standard input or output has them from here on: they lead nowhere.
    """
    sys.stdin = sys.stdin or StringIO()
    sys.stdout = sys.stdout or StringIO()
    sys.stderr = sys.stderr or StringIO()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    main()
