"""The list of commands; each is imported when it is called, so that none pays for the others."""

from importlib import import_module
from pathlib import Path
from typing import Protocol

import click

from studio import __version__
from studio.cli.options import library_folder, library_option

COMMANDS = {
    "demo": ("studio.cli.demo", "See the whole job done, on sounds that come with the program."),
    "doctor": ("studio.cli.doctor", "Check this computer and library, and say what to do about each fault."),
    "devices": ("studio.cli.live", "List the microphones and speakers."),
    "record": ("studio.cli.record", "Record from a microphone."),
    "tidy": ("studio.cli.files", "Cut the silence off a sound file and make it loud enough."),
    "check": ("studio.cli.files", "Is this recording good? Too quiet, clipped, noisy?"),
    "listen": ("studio.cli.listen", "What is in a sound file? Notes, beat, loudness; a picture."),
    "edit": ("studio.cli.files", "Do steps to a sound file: trim, fade, louder ..."),
    "sound": ("studio.cli.sound", "The library's sounds."),
    "reader": ("studio.cli.reader", "Size of reader: how many keys a class has on the screen."),
    "board": ("studio.cli.board", "Sound buttons: giant keys with a sound on each, also for switches."),
    "film": ("studio.cli.film", "Sounds at moments of a film, and the film with its new sound."),
    "school": ("studio.cli.school", "Show or set the school's name, which stands on screens and bundles."),
    "rubric": ("studio.cli.rubric", "The award: its criteria, levels and ideas."),
    "audit": ("studio.cli.audit", "Judge where the school stands, one criterion at a time."),
    "target": ("studio.cli.target", "The level the school aims for, and the gaps to it."),
    "plan": ("studio.cli.plan", "What the school does about its gaps: actions, reflections, training."),
    "today": ("studio.cli.today", "What needs an adult now: club, competition, assembly, evidence."),
    "calendar": ("studio.cli.today", "What is when: half-terms, club, competitions, assemblies."),
    "report": ("studio.cli.today", "Reports to print: register, competitions, rota, coverage."),
    "register": ("studio.cli.register", "Lists around the award: partners, projects, awards, wishes."),
    "evidence": ("studio.cli.evidence", "Dated evidence for the award."),
    "coverage": ("studio.cli.coverage", "Which criteria have evidence, and where the gaps are."),
    "club": ("studio.cli.club", "The music technology club: sessions, register, seats, Ambassadors."),
    "competition": ("studio.cli.competition", "Competitions: set, hand in, judge blind, announce."),
    "assembly": ("studio.cli.assembly", "The assembly team: events, rota, lists, trouble, levels."),
    "people": ("studio.cli.people", "People by codes instead of names; the PIN; erasing all of a person."),
    "release": ("studio.cli.release", "Who may be heard where: in class, on the website ..."),
    "lesson": ("studio.cli.lesson", "Units of work with sound: find, print, teach, add your own."),
    "bundle": ("studio.cli.bundle", "Seal the evidence into one file for the award."),
    "bundles": ("studio.cli.bundles", "The bundles that were sealed, and a receipt's slip to print."),
    "verify": ("studio.cli.verify", "Check that a sealed bundle is as it was."),
    "paper": ("studio.cli.paper", "Papers for the hub, governors and others, as Word files or pages."),
    "backup": ("studio.cli.backup", "Copy the whole library to a safe place."),
    "restore": ("studio.cli.backup", "Make a library again from a backup."),
}


class OpenApp(Protocol):
    """Opens the app on a library's folder, returns the exit status; handed in: commands know no screens."""

    def __call__(self, library: Path, *, plain: bool, ascii_only: bool, size: str) -> int:
        """In lines or on the screen; with plain characters only; for one size of reader, if it is given."""


class LazyGroup(click.Group):
    """A group that imports a command's module only when that command runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order of the table, which is the order of the work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or nothing."""
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(COMMANDS[cmd_name][0]), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list from the table, without importing any command."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.group(
    cls=LazyGroup, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, prog_name="soundingboard")
@click.option("--plain", is_flag=True, help="Lines instead of a screen: for screen readers and pipes.")
@click.option("--ascii", "ascii_only", is_flag=True, help="A screen of plain characters only.")
@click.option("--size", default="", metavar="SIZE", help="Size of reader: little, middle or studio.")
@library_option
@click.pass_context
def commands(
    ctx: click.Context, library: Path | None, plain: bool, ascii_only: bool, size: str
) -> int | None:
    """Record, shape and keep classroom sounds, and turn them into dated evidence.

    Without a command it opens the app.
    """
    if ctx.invoked_subcommand is not None:
        return None
    open_app: OpenApp = ctx.obj
    return open_app(library_folder(library), plain=plain, ascii_only=ascii_only, size=size)
