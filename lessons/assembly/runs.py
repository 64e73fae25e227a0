"""The lists as they were ticked at the events of a library."""

from dataclasses import replace
from datetime import datetime

from evidence.award.records import AwardRecords
from evidence.codes import parse_code, parse_role
from evidence.library import Library
from lessons.assembly.checklist import Step
from lessons.assembly.events import EventRefused, Events
from lessons.assembly.lists import Checklists, ListRefused
from lessons.assembly.run import Run, Signature, Tick
from rubric.plain import to_plain
from studio.wording import did_you_mean


class Runs:
    """The runs of a library. Pupils tick and sign; an adult signs beside them."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._events = Events(library)
        self._records = AwardRecords(library, "run", "RN", Run)

    def all(self) -> tuple[Run, ...]:
        """Every run, oldest first."""
        return self._records.all()

    def one(self, run_id: str) -> Run:
        """One of them; UnknownRecord if there is none of this id."""
        return self._records.one(run_id)

    def of(self, event_id: str) -> tuple[Run, ...]:
        """The runs at one event, in the order they were begun."""
        wanted = self._events.one(event_id).id
        # The records themselves first: five years of runs need not all be read for the one.
        found = (each.id for each in self._library.store.all("run") if each.fields.get("event") == wanted)
        return tuple(map(self._records.one, found))

    def begin(self, event_id: str, list_id: str) -> Run:
        """Begin a list at an event, with its steps as they are now; a second time goes on where it was."""
        event, steps = self._events.one(event_id), Checklists(self._library).now(list_id)
        if not event.is_on:
            raise EventRefused(f"{event.title} is cancelled.", "Choose another event.")
        with self._library.store.turn() as turn:
            for run in self.of(event.id):  # in the turn, for another program may have begun it meanwhile
                if run.list == steps.id:
                    return run
            id_ = turn.new_id("run", "RN")
            made = Run(id=id_, event=event.id, list=steps.id, steps=steps.steps, begun=self._library.now())
            turn.put("run", id_, to_plain(made), action="begun", who=None)
        return made

    def tick(self, run_id: str, step_id: str, code: str = "") -> Run:
        """A step is done; ticked twice, the first tick stays."""
        by = (parse_code(code),) if code else ()
        now = self._library.now()

        def ticked(run: Run) -> Run:
            step = _step(run, step_id)
            if step.id in run.done:
                return run
            return replace(run, ticks=(*run.ticks, Tick(step=step.id, by=by, when=now)))

        return self._records.change(run_id, ticked, action="ticked", who=by[0] if by else None)

    def untick(self, run_id: str, step_id: str) -> Run:
        """Take a tick back."""

        def unticked(run: Run) -> Run:
            gone = _step(run, step_id).id
            return replace(run, ticks=tuple(tick for tick in run.ticks if tick.step != gone))

        return self._records.change(run_id, unticked, action="unticked", who=None)

    def sign(self, run_id: str, code: str = "", *, adult: str = "") -> Run:
        """Sign a run off: a pupil by code, an adult by role, or both at once.

        Raises
        ------
        AdultsOnly, ListRefused
            If an adult should sign in pupil mode, or nobody signs.
        """
        if adult:
            self._library.adults.need("sign as an adult")
        by: tuple[str, ...] = (parse_code(code),) if code else ()
        role = parse_role(adult) if adult else ""
        if not by and not role:
            raise ListRefused("Nobody signs.", "Give a pupil's code, the role of an adult, or both.")
        made = Signature(by=by, adult=role, when=self._library.now())
        return self._records.change(
            run_id, lambda run: replace(run, signed=(*run.signed, made)), action="signed", who=role or by[0]
        )

    def unsign(self, run_id: str) -> Run:
        """Take the last signature back."""
        if any(each.adult for each in self.one(run_id).signed[-1:]):
            self._library.adults.need("take an adult's signature back")
        return self._records.change(
            run_id, lambda run: replace(run, signed=run.signed[:-1]), action="unsigned", who=None
        )

    def starts(self, run: Run) -> datetime:
        """The moment that the run's event begins."""
        return self._events.one(run.event).starts(self._library.now())

    def late(self, run: Run) -> tuple[Step, ...]:
        """The steps that should be done by now."""
        return run.late(self.starts(run), self._library.now())


def _step(run: Run, step_id: str) -> Step:
    known = {step.id: step for step in run.steps}
    word = step_id.strip().upper()
    if word not in known:
        raise ListRefused(f"The list has no step “{step_id[:20]}”.", did_you_mean(word, known))
    return known[word]
