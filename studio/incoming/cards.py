"""Filling the credit card of a found sound."""

from dataclasses import replace

from evidence.credit_card import CreditCard
from evidence.library import Library
from evidence.sound import Sound


def fill_card(
    library: Library,
    sound: Sound,
    *,
    title: str | None = None,
    author: str | None = None,
    licence: str | None = None,
    link: str | None = None,
) -> Sound:
    """Write down what is given, and leave the rest of the card as it was -> the sound with its card.

    A sound that pupils made becomes a found one by this, so for such a sound it takes an adult.
    """
    if sound.makers and not sound.is_found:
        library.adults.need("say that a sound is somebody else's")
    given = {"title": title, "author": author, "licence": licence, "link": link}
    known = {name: value for name, value in given.items() if value is not None}
    filled = replace(sound.card or CreditCard(), **known)
    return library.save_sound(replace(sound, card=filled, credit=filled.words), "credited", was=sound)
