"""Codes of people, as somebody types several of them on one line."""

from evidence.codes import parse_code


def typed_codes(text: str) -> tuple[str, ...]:
    """The codes in a line such as `Y4-heron and Y5-otter`, each once.

    Raises
    ------
    NotACode
    """
    words = text.replace(",", " ").replace("+", " ").split()
    return tuple(dict.fromkeys(parse_code(word) for word in words if word.lower() != "and"))
