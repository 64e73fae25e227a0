"""Facts: what is known about a sound or an occasion, laid beside the rules."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from evidence.entry import Entry, SoundUse
from evidence.entry_types import entry_type
from evidence.sound import Sound
from evidence.years import YEAR_GROUPS, in_order
from lessons.occasion import Occasion
from lessons.occasion_kind import occasion_kind
from lessons.rule import OCCASION, SOUND, Rule, Rules
from rubric.framework import Claim
from studio.audio.recipe import Recipe
from studio.wording import listed

_TYPES = ("recording", "edited-sound")


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundFacts:
    """A sound that was kept, and the occasions that it belongs to."""

    sound: Sound
    made_on: date
    occasions: tuple[Occasion, ...] = ()

    @property
    def id(self) -> str:
        """Where a proposal comes from."""
        return self.sound.id

    @property
    def used(self) -> tuple[Sound, ...]:
        """The sounds that a proposal has in it."""
        return (self.sound,)

    @property
    def year_groups(self) -> tuple[str, ...]:
        """Whose it is; where that is not known, those of the occasion that names it."""
        return years_of_sound(self.sound) or in_order(
            year for occasion in self.occasions for year in occasion.year_groups
        )

    @property
    def origin(self) -> str:
        """In the words of the rules."""
        if self.sound.is_found:
            return "found"
        return self.sound.origin if self.sound.origin in ("recorded", "made") else "brought-in"

    def with_recipe(self, recipe: Recipe) -> "SoundFacts":
        """The same of the sound as it was with another recipe."""
        return replace(self, sound=self.sound.with_recipe(recipe))

    def fits(self, rule: Rule, did: Sequence[str]) -> bool:
        """Whether everything that a rule asks for is so."""
        return (
            rule.looks_at == SOUND
            and (not rule.origin or self.origin in rule.origin)
            and (not rule.changed or bool(did))
            and (not rule.during or any(each.kind in rule.during for each in self.occasions))
        )

    def claims(self, rules: Rules) -> tuple[Claim, ...]:
        """What the rules say that it shows."""
        return _claims(self._fitting(rules))

    def why(self, rules: Rules) -> str:
        """Why, in a sentence."""
        did = list(rules.did_to(self.sound))
        words = {"years": [listed(list(self.year_groups))], "did": did}
        return sentence((rule.why for rule in self._fitting(rules)), words)

    def _fitting(self, rules: Rules) -> list[Rule]:
        did = rules.did_to(self.sound)
        return [rule for rule in rules.rules if self.fits(rule, did)]

    def drafted(self) -> dict[str, Any]:
        """What a new proposal says, but for what it shows."""
        taught = next((each.subject for each in self.occasions if each.subject), "")
        return {
            "title": self.sound.title,
            "type": self._type,
            "date_happened": self.made_on,
            "year_groups": self.year_groups,
            "subject": self.sound.subject or taught,
            "by": self.sound.by,
            "sounds": (SoundUse.of(self.sound),),
            "source": self.id,
        }

    @property
    def _type(self) -> str:
        recorded, edited = _TYPES
        return edited if self.sound.recipe.steps or len(self.sound.made_of) > 1 else recorded

    def renewed(self, entry: Entry, *, more: bool) -> dict[str, Any]:
        """What an open proposal says now: the sound as it is; a title that an adult gave stays."""
        use = SoundUse.of(self.sound)
        was = entry.sounds[0] if entry.sounds else use
        return {
            "title": self.sound.title if entry.title == was.title else entry.title,
            "sounds": (use, *entry.sounds[1:]),
            "type": self._type if entry.type in _TYPES else entry.type,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class OccasionFacts:
    """An occasion, the sounds that it names, and how many of its kind there were in the school year."""

    occasion: Occasion
    sounds: tuple[Sound, ...] = ()
    number: int = 1
    """The how-manieth of its kind it is in the school year."""

    @property
    def id(self) -> str:
        """Where a proposal comes from."""
        return self.occasion.id

    @property
    def used(self) -> tuple[Sound, ...]:
        """The sounds that a proposal has in it."""
        return self.sounds

    @property
    def leaders(self) -> tuple[str, ...]:
        """The pupils among those who led."""
        return tuple(code for code in self.occasion.led_by if years_of([code]))

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody who is named, by code."""
        return tuple(dict.fromkeys((*self.occasion.led_by, *self.occasion.people)))

    @property
    def year_groups(self) -> tuple[str, ...]:
        """Who took part; where that is not said, the year groups of those who led."""
        return self.occasion.year_groups or years_of(self.people)

    def fits(self, rule: Rule, rules: Rules) -> bool:
        """Whether everything that a rule asks for is so."""
        return (
            rule.looks_at == OCCASION
            and self.occasion.kind in rule.happened
            and (not rule.leaders or bool(self.leaders))
            and (not rule.people or bool(self.people))
            and (not rule.tools or bool(self.occasion.tools))
            and (not rule.did or rule.did in self.occasion.did)
            and (not rule.sounds or any(_is(sound, rule.sounds, rules) for sound in self.sounds))
            and (not rule.times or rule.times == self.number)
        )

    def claims(self, rules: Rules) -> tuple[Claim, ...]:
        """What the rules say that it shows."""
        return _claims(self._fitting(rules))

    def why(self, rules: Rules) -> str:
        """Why, in a sentence."""
        words = {
            "years": [listed(list(self.year_groups)) or "Pupils"],
            "kind": [occasion_kind(self.occasion.kind).a],
            "leaders": [listed(list(self.leaders))],
            "people": [listed(list(self.people))],
            "tools": [self.occasion.tools],
            "count": [str(self.number)],
        }
        return sentence((rule.why for rule in self._fitting(rules)), words)

    def _fitting(self, rules: Rules) -> list[Rule]:
        return [rule for rule in rules.rules if self.fits(rule, rules)]

    def drafted(self) -> dict[str, Any]:
        """What a new proposal says, but for what it shows."""
        occasion, kind = self.occasion, occasion_kind(self.occasion.kind)
        tools = f"With: {occasion.tools}." if occasion.tools else ""
        return {
            "title": occasion.title,
            "type": kind.type,
            "sensitivity": entry_type(kind.type).sensitivity,
            "date_happened": occasion.date,
            "year_groups": self.year_groups,
            "subject": occasion.subject,
            "people": self.people,
            "happened": "\n".join(filter(None, (_ended(occasion.note), tools))),
            "sounds": tuple(map(SoundUse.of, self.sounds)),
            "source": self.id,
        }

    def renewed(self, entry: Entry, *, more: bool) -> dict[str, Any]:
        """What an open proposal says now: when it shows more, with those and the sounds that were added."""
        if not more:
            return {}
        return {
            "year_groups": (*entry.year_groups, *self.year_groups),
            "people": (*entry.people, *self.people),
            "sounds": tuple(map(SoundUse.of, self.sounds)) or entry.sounds,
        }


def _ended(note: str) -> str:
    """A note as a sentence of its own, for more words follow it."""
    return f"{note}." if note and note[-1].isalnum() else note


def years_of(codes: Iterable[str]) -> tuple[str, ...]:
    """The year groups of pupils; adults have none."""
    return in_order(year for year in (code.partition("-")[0] for code in codes) if year in YEAR_GROUPS)


def years_of_sound(sound: Sound) -> tuple[str, ...]:
    """The year group that is said with a sound, or that the code of its maker says."""
    if sound.year is not None:
        return (sound.year,)
    return years_of(sound.makers)


def _is(sound: Sound, wanted: str, rules: Rules) -> bool:
    if wanted == "found":
        return sound.is_found
    return not sound.is_found and (wanted == "own" or bool(rules.did_to(sound)))


def _claims(fitting: Iterable[Rule]) -> tuple[Claim, ...]:
    return tuple(dict.fromkeys(claim for rule in fitting for claim in rule.claims))


def sentence(reasons: Iterable[str], words: dict[str, list[str]]) -> str:
    """Reasons as one sentence: those that begin with the same `{word}` share it."""
    told: dict[str, list[str]] = {}
    for reason in reasons:
        subject, brace, rest = reason.partition("}") if reason.startswith("{") else ("", "", reason)
        rest = rest.strip()
        phrases = words[rest[1:-1]] if rest[1:-1] in words else [_filled(rest, words)]
        told.setdefault(_filled(subject + brace, words), []).extend(phrases)
    parts = [f"{subject} {listed(phrases)}".strip() for subject, phrases in told.items()]
    whole = "; ".join(dict.fromkeys(parts))
    return f"{whole[0].upper()}{whole[1:]}." if whole else ""


def _filled(text: str, words: dict[str, list[str]]) -> str:
    for name, phrases in words.items():
        text = text.replace(f"{{{name}}}", listed(phrases))
    return text
