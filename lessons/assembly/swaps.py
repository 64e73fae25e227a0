"""Swaps and stand-ins: pupils ask, an adult says yes; the stand-in on the sheet may just step in."""

from dataclasses import replace
from datetime import datetime

from evidence.codes import parse_code, parse_role
from evidence.library import Library
from lessons.assembly.event import Event
from lessons.assembly.events import Events
from lessons.assembly.rota import CREW, STAND_IN, Duty, Rota, SwapAsked
from lessons.assembly.rota_log import altered
from lessons.assembly.rota_maker import Facts
from lessons.assembly.rotas import RotaRefused, Rotas
from lessons.assembly.skill import team_role
from lessons.assembly.team import Team

YES, NO = "yes", "no"


class Swaps:
    """Changes of single duties in the rotas of a library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._events = Events(library)
        self._rotas = Rotas(library)

    def ask(
        self,
        rota_id: str,
        event: str,
        role: str,
        with_code: str,
        *,
        other_event: str = "",
        other_role: str = "",
    ) -> Rota:
        """Ask for a swap: whoever has the duty gives it to `with_code`, and may take one of theirs for it.

        Raises
        ------
        RotaRefused
            If it could not be: somebody is not trained, away, or busy at that event.
        """
        asked = self._asked(event, role, with_code, other_event, other_role)

        def added(rota: Rota) -> Rota:
            full = replace(asked, number=1 + len(rota.swaps), code=_holder(rota, asked.event, asked.role))
            self._swapped(rota, full, by="")  # only to see whether it could be
            return replace(rota, swaps=(*rota.swaps, full))

        return self._rotas.records.change(rota_id, added, action="swap-asked", who=None)

    def answer(self, rota_id: str, number: int, *, yes: bool, adult: str = "staff") -> Rota:
        """An adult says yes or no to a swap that was asked for."""
        self._library.adults.need("say yes to a swap")
        by = parse_role(adult)

        def answered(rota: Rota) -> Rota:
            asked = next((each for each in rota.open_swaps if each.number == number), None)
            if asked is None:
                raise RotaRefused(f"No swap {number} waits for an answer.", "Look at the rota again.")
            said = replace(asked, answer=YES if yes else NO)
            rota = replace(rota, swaps=tuple(said if each is asked else each for each in rota.swaps))
            return self._swapped(rota, asked, by=by) if yes else rota

        return self._rotas.records.change(
            rota_id, answered, action="swapped" if yes else "swap-refused", who=by
        )

    def swap(
        self,
        rota_id: str,
        event: str,
        role: str,
        with_code: str,
        *,
        other_event: str = "",
        other_role: str = "",
        adult: str = "staff",
    ) -> Rota:
        """An adult swaps at once, without asking."""
        self._library.adults.need("say yes to a swap")
        by, asked = parse_role(adult), self._asked(event, role, with_code, other_event, other_role)

        def swapped(rota: Rota) -> Rota:
            whole = replace(asked, code=_holder(rota, asked.event, asked.role))
            return self._swapped(rota, whole, by=by)

        return self._rotas.records.change(rota_id, swapped, action="swapped", who=by)

    def stand_in(
        self, rota_id: str, event: str, role: str, code: str = "", *, why: str = "", adult: str = ""
    ) -> Rota:
        """The stand-in of the sheet does the duty; anybody else, or a role given, needs an adult.

        Raises
        ------
        AdultsOnly, RotaRefused
            If there is no stand-in, or they cannot do it.
        """
        job, at = team_role(role).id, self._events.one(event)
        now, by = self._library.now(), parse_role(adult) if adult else ""

        def stood_in(rota: Rota) -> Rota:
            named = rota.who(at.id, job, STAND_IN)
            comes = parse_code(code) if code else named
            if not comes:
                raise RotaRefused(
                    f"Nobody stands in for {team_role(job).title} at {at.title}.", "Name somebody."
                )
            if by or comes != named or rota.status == "draft":
                self._library.adults.need("put somebody else on a rota")
            return self._replaced(rota, at, job, comes, when=now, why=why, by=by)

        return self._rotas.records.change(rota_id, stood_in, action="stood-in", who=by or None)

    def _asked(self, event: str, role: str, with_code: str, other_event: str, other_role: str) -> SwapAsked:
        return SwapAsked(
            number=0,
            event=self._events.one(event).id,
            role=team_role(role).id,
            code="",
            with_code=parse_code(with_code),
            other_event=self._events.one(other_event).id if other_event else "",
            other_role=team_role(other_role).id if other_role else "",
            asked=self._library.now(),
        )

    def _swapped(self, rota: Rota, asked: SwapAsked, *, by: str) -> Rota:
        """The rota with the swap done."""
        event = self._events.one(asked.event)
        if asked.with_code == asked.code:
            raise RotaRefused(f"{asked.code} has this job already.", "Choose somebody else.")
        took = [_duty(rota, asked.event, asked.role, asked.code)]
        gave = [replace(took[0], code=asked.with_code)]
        if asked.other_event:
            took.append(_duty(rota, asked.other_event, asked.other_role, asked.with_code))
            gave.append(replace(took[1], code=asked.code))
        left = tuple(duty for duty in rota.duties if duty not in took)
        for duty in gave:
            _refuse(duty, left, self._events.one(duty.event), self._facts(duty.event))
        took += [duty for duty in left if any(_stands_in_at(duty, each) for each in gave)]
        return altered(
            rota,
            "swapped",
            when=self._library.now(),
            took=tuple(took),
            gave=tuple(gave),
            event=event.id,
            role=asked.role,
            by=by,
        )

    def _replaced(
        self, rota: Rota, event: Event, role: str, comes: str, *, when: datetime, why: str, by: str
    ) -> Rota:
        gave = Duty(event=event.id, role=role, code=comes)
        took = [duty for duty in rota.duties if (duty.event, duty.role, duty.part) == (event.id, role, CREW)]
        left = tuple(duty for duty in rota.duties if duty not in took)
        _refuse(gave, left, event, self._facts(event.id))
        took += [duty for duty in left if _stands_in_at(duty, gave)]
        return altered(
            rota,
            "stood-in",
            when=when,
            took=tuple(took),
            gave=(gave,),
            event=event.id,
            role=role,
            why=why,
            by=by,
        )

    def _facts(self, event: str) -> Facts:
        return Team(self._library).facts([self._events.one(event)])


def _holder(rota: Rota, event: str, role: str) -> str:
    code = rota.who(event, role)
    if not code:
        raise RotaRefused(
            f"Nobody has {team_role(role).title} there to give away.", "Fill the gap in the rota instead."
        )
    return code


def _duty(rota: Rota, event: str, role: str, code: str) -> Duty:
    wanted = Duty(event=event, role=role, code=code)
    if wanted not in rota.duties:
        raise RotaRefused(
            f"{code} does not have {team_role(role).title} there.", "Look at the rota: it was changed."
        )
    return wanted


def _stands_in_at(duty: Duty, gave: Duty) -> bool:
    """Whether somebody who now does a duty was down to stand in at that event."""
    return (duty.part, duty.event, duty.code) == (STAND_IN, gave.event, gave.code)


def _refuse(duty: Duty, others: tuple[Duty, ...], event: Event, facts: Facts) -> None:
    title = team_role(duty.role).title
    if not event.is_on:
        raise RotaRefused(f"{event.title} is cancelled.", "Choose another event.")
    if duty.role not in facts.trained.get(duty.code, ()):
        raise RotaRefused(f"{duty.code} is not trained for {title}.", "Choose somebody who is.")
    if not facts.can(duty.code, duty.event):
        raise RotaRefused(f"{duty.code} is away at {event.title}.", "Choose somebody who can come.")
    if any((each.event, each.code) == (duty.event, duty.code) and each.part != STAND_IN for each in others):
        raise RotaRefused(f"{duty.code} has another job at {event.title}.", "Choose somebody who is free.")
