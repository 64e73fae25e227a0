"""What to ask and to agree on: questions for each tool, and the rules that keep it safe and fair."""

from dataclasses import dataclass
from functools import cache

from assets import asset
from rubric.tables import ContentFault, read_table
from studio.errors import StudioError
from studio.wording import did_you_mean

TOOLS = {
    "record": "recording",
    "tidy": "tidying",
    "change": "changing sounds",
    "pads": "pads",
    "beat": "beats",
    "join": "joining sounds",
    "listen": "listening",
}
"""The tools that a session can use, as they are said inside a sentence."""


class PromptFault(ContentFault):
    """A file of the club's questions, names or rules that cannot be used as it stands."""


class UnknownTool(StudioError):
    """A word that is no tool."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """Questions to talk about while a tool is used."""

    tool: str
    ask: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """One rule of the room."""

    title: str
    text: str


def parse_tool(text: str) -> str:
    """Read the name of a tool."""
    word = text.strip().lower()
    if word not in TOOLS:
        raise UnknownTool(f"“{text[:30]}” is no tool.", did_you_mean(word, TOOLS))
    return word


@cache
def prompts() -> tuple[Prompt, ...]:
    """The questions for each tool."""
    table = read_table(asset("club", "prompts.toml"), PromptFault)
    found = []
    for row in table.tables("prompts"):
        found.append(Prompt(row.choice("tool", TOOLS), row.texts("ask")))
        row.expect_nothing_else()
    table.refuse_twins("prompts", (each.tool for each in found))
    table.expect_nothing_else()
    return tuple(found)


def questions_for(tool: str) -> tuple[str, ...]:
    """What to ask while a tool is used; nothing where there are no questions for it."""
    wanted = parse_tool(tool)
    return next((each.ask for each in prompts() if each.tool == wanted), ())


@cache
def club_names() -> tuple[str, ...]:
    """Names that a club could have, to choose from or to think further."""
    table = read_table(asset("club", "names.toml"), PromptFault)
    names = table.texts("names")
    table.expect_nothing_else()
    return names


@cache
def safe_and_fair() -> tuple[Agreement, ...]:
    """The rules of the room, to read out once a term."""
    table = read_table(asset("club", "safe-and-fair.toml"), PromptFault)
    found = []
    for row in table.tables("rules"):
        found.append(Agreement(row.text("title", longest=60), row.text("text", longest=400)))
        row.expect_nothing_else()
    table.expect_nothing_else()
    return tuple(found)
