"""Makes `library-N/`, a small library of today's schema: python -m tests.golden.make_library.

When the schema changes, run it again first with the program as it was: the folder it makes then is
what the migration is tested on. A folder that is there is never made again.
"""

import os
import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from itertools import count
from pathlib import Path
from random import Random
from unittest import mock

from evidence.award.audits import Audits
from evidence.award.diary import Diary
from evidence.award.figures import Figures
from evidence.award.plans import Plans
from evidence.award.records import AwardRecords
from evidence.award.register_lines import RegisterLines
from evidence.award.statement import Statements
from evidence.backup.places import BackupPlaces
from evidence.bundle.record import BundleRecord, SealedBundles
from evidence.card import SCHEMA
from evidence.credit_card import CreditCard
from evidence.entry import Draft, Feedback, SoundUse
from evidence.inheritance import inherited
from evidence.label import Label
from evidence.library import Library
from evidence.records.lock import LOCK
from evidence.safety.people import People
from evidence.safety.releases import Releases
from evidence.sound import Sound
from lessons.assembly.did_it import log_done
from lessons.assembly.events import Events
from lessons.assembly.passport import Passports
from lessons.assembly.rotas import Rotas
from lessons.assembly.runs import Runs
from lessons.assembly.skill import team_rules
from lessons.assembly.trouble import Troubles
from lessons.club.ambassadors import name_ambassadors
from lessons.club.apart import Aparts
from lessons.club.club import Clubs
from lessons.club.member import Members
from lessons.club.profile import Profiles
from lessons.club.session import Seat
from lessons.club.sessions import Sessions
from lessons.club.skills import Skills
from lessons.comparing import Comparisons, Piece
from lessons.competitions.announcing import announce
from lessons.competitions.briefs import Briefs
from lessons.competitions.competitions import Competitions
from lessons.competitions.judging import Judging
from lessons.competitions.panel import Panel
from lessons.competitions.reasons import Reasons
from lessons.competitions.submissions import Submissions
from lessons.listening import listening_sheet
from lessons.look import Looks
from lessons.occasion import Occasions
from lessons.readers import Readers
from lessons.rhythm.kept import Rhythms
from lessons.rhythm.pattern import Row
from lessons.rhythm.shipped import start_named
from lessons.soundboard.boards import Boards
from lessons.units.own import unit_named
from lessons.units.taught import teach
from rubric.framework import Claim
from rubric.load import shipped_framework
from studio.audio.recipe import Recipe, Step
from studio.editing.favourites import Favourites
from studio.film.films import Cue, Film
from studio.incoming.arrivals import Arrivals
from studio.incoming.watched import WatchedFolder
from tests.builders import a_sine, a_wav

HERE = Path(__file__).parent


def main() -> None:
    """Make the library, with times and salts that are the same on every run."""
    ticks, salts = count(), count()

    def clock() -> datetime:
        return datetime(2026, 11, 21, 15, 30, tzinfo=UTC) + timedelta(minutes=next(ticks))

    def token_hex(length: int) -> str:
        return sha256(f"{next(salts)}".encode()).hexdigest()[: 2 * length]

    folder = HERE / f"library-{SCHEMA}"
    if folder.exists():
        raise SystemExit(f"{folder} is there already.")
    with mock.patch("secrets.token_hex", token_hex), mock.patch("uuid.uuid4") as uuid4:
        uuid4.return_value.hex = token_hex(16)
        fill(Library.open(folder, create=True, school="Oakfield Škola 学校", clock=clock))
    (folder / LOCK).unlink(missing_ok=True)


def fill(library: Library) -> None:
    """One of everything that a library can hold."""
    with tempfile.TemporaryDirectory() as folder:
        wav = a_wav(Path(folder) / "a.wav", a_sine(0.25, samplerate=8000))
        cow = library.add_sound(wav, title="A cow", origin="recorded", year="Y4", by="Y4-heron", kept=True)
        a_wav(Path(folder) / "b.wav", a_sine(0.1, hertz=300, samplerate=8000))
        dog = library.add_sound(Path(folder) / "b.wav", title="A dog", origin="imported")
        (Path(folder) / "plan.txt").write_text("We listened.\n", newline="\n")
        plan = library.add_file(Path(folder) / "plan.txt")
    edited = cow.with_recipe(Recipe.parse(["trim 0.05", "reverse", "fade-out 0.05", "normalise -1"]))
    library.save_sound(edited, "edited", who="Y4-heron", was=cow)
    library.save_sound(replace(dog, binned=True), "binned")
    happened = date(2026, 11, 20)
    first = library.add_entry(
        Draft(
            title="Robots in Year 4",
            criteria=(Claim("MT1", "gold"), Claim("C6", "silver")),
            year_groups=("Y3", "Y4"),
            date_happened=happened,
            happened="We made a cow into a robot.\nThen we listened.",
            by="Y4-heron",
            sounds=(SoundUse.of(edited),),
            files=(plan,),
        )
    )
    library.save_entry(replace(first, impact="They asked for more."), "amended", who="staff-1")
    claims = (Claim("MT3", "bronze"),)
    library.add_entry(Draft(title="=Proposed", criteria=claims, date_happened=happened, status="proposed"))
    library.note("sealed", "bundle", "oakfield.zip", who="staff-1")
    award(library, first.id)
    people(library, first.id)
    club(library)
    competition(library, cow.id)
    assembly(library)
    sounds_of_the_studio(library, edited)
    made_in_the_studio(library, edited)


def award(library: Library, entry_id: str) -> None:
    """Everything that is judged, planned, counted and said."""
    framework = shipped_framework()
    audits, plans, diary = Audits(library), Plans(library), Diary(library)
    audits.start("baseline", view="school", framework=framework, by="lead")
    audits.judge(
        "MT1", "silver", view="school", framework=framework, reason="Y4 record.", evidence=[entry_id]
    )
    audits.lock(view="school", framework=framework.id)
    audits.set_target(
        "gold", by_date=date(2027, 7, 1), decided_by="head", phase="primary", framework=framework
    )
    plans.set_dates("2026-autumn-1", date(2026, 9, 7), date(2026, 10, 23))
    action = plans.add_action(
        "Buy microphones", framework=framework, criteria=["MT1"], owner="lead", cost_pence=4000
    )
    diary.reflect("The robots worked.", by="lead")
    diary.talk("mentor", "The club.", agreed="Six sessions.", actions=[action.id], by="lead")
    diary.add_training("Sound in class", by="lead", answers=["All of it.", "", "A club."])
    Figures(library).add(Claim("MT3", "bronze"), "", 6, note="Counted.", framework=framework, who="lead")
    Statements(library).add("We stand by it.", questions=["What would gold need?"])
    RegisterLines(library).add("partners", {"who": "Brass band", "cost": "120"})
    entry = library.entry(entry_id)
    feedback = Feedback(works="The end.", next="Try it louder.", by="Y4-heron")
    told = {"before": "It was quiet.", "subject": "Science", "tags": ("CU1",), "key_for": ("MT1",)}
    changed = replace(entry, **told, action_id=action.id, sensitivity="school", feedback=feedback)
    library.save_entry(changed, "edited", who="lead")


def people(library: Library, entry_id: str) -> None:
    """Somebody with a code, what was decided about them, what happened with them, and what went out."""
    (person,) = People(library, chance=Random(8493)).add("Y5", role="helper")
    Releases(library).set(person.code, "website", "no", note="Asked on paper.")
    Releases(library).set(entry_id, "newsletter", "yes", until=date(2027, 7, 31))
    Occasions(library).add("club-session", "Sound Lab", year_groups=["Y5"], led_by=[person.code])
    SealedBundles(library).add(
        BundleRecord(
            id="",
            name="oakfield_2026-11-21_v1",
            path="oakfield.zip",
            sealed=library.now(),
            receipt="abacus walrus nature jumper walrus caravan paint dairy",
            entries=(entry_id,),
            version=1,
            channel="hub-bundle",
        )
    )
    BackupPlaces(library).remember(Path("/backups"))


def club(library: Library) -> None:
    """A session that was held, with a register, seats and words; an Ambassador, and who is kept apart."""
    Clubs(library).set(name="Sound Lab", weekday=1, seats=3)
    codes = [person.code for person in People(library, chance=Random(1)).add("Y4", count=3)]
    Members(library).join_all(codes)
    Aparts(library).add(codes[0], codes[1])
    name_ambassadors(library, codes[:1])
    Profiles(library).write(codes[0], instrument="Cornet", tip="Press undo.")
    Skills(library).tick(codes[0], "record")
    sessions = Sessions(library)
    (session,) = sessions.plan_term(dates=[library.now().date()])
    sessions.marks(session.id, dict.fromkeys(codes, "here"))
    sessions.seat(session.id, [Seat(number=1, codes=tuple(codes[:2])), Seat(number=2, codes=(codes[2],))])
    sessions.lead(session.id, "starter", codes[:1])
    sessions.say(session.id, "plenary", "It rings like a bell.")
    sessions.hold(session.id)
    teach(library, unit_named(library, "Y3-B"), did=["changed"], year_groups=["Y3"])


def competition(library: Library, sound_id: str) -> None:
    """One that was judged and announced."""
    competitions = Competitions(library, chance=Random(2))
    made = competitions.set(Briefs(library).all()[0].id, years=("Y4", "Y5"), title="Villain")
    Submissions(library).enter(made.id, sound_id)
    competitions.close(made.id)
    Panel(library).open(made.id, ["Y5-newt"])
    judging = Judging(library, made.id, "Y5-newt")
    (entry,) = judging.entries()
    judging.heard(entry.submission)
    for question in made.questions:
        judging.answer(entry.submission, question.id, 4)
    Panel(library).close(made.id)
    reasons = Reasons(library, made.id)
    for blind, _ in reasons.wanted():
        reasons.say_why(
            blind.submission, quality="It is clear", where="At the end", brief="We hear him", by=["Y5-newt"]
        )
    for reason in reasons.all():
        reasons.okay(reason.id)
    announce(library, made.id)


def assembly(library: Library) -> None:
    """An event with its rota, list, trouble and level."""
    (person,) = People(library, chance=Random(3)).add("Y6", role="crew")
    for skill in team_rules().skills:
        Passports(library).tick(person.code, skill.id)
    day = library.now().date()
    event = Events(library).add("assembly", day, begins="23:00")
    rotas = Rotas(library)
    rotas.publish(rotas.draft(first=day, last=day).id)
    run = Runs(library).begin(event.id, "set-up")
    Runs(library).tick(run.id, run.steps[0].id, person.code)
    Runs(library).sign(run.id, person.code, adult="staff")
    Troubles(library).add_tip("T3", "Is it the right film?", "Choose the right one.", by=[person.code])
    log_done(library, event.id)
    Looks(library).set("bottle green", "gold")


def sounds_of_the_studio(library: Library, cow: Sound) -> None:
    """A found one with its card, one that was put together, and steps that were written anew."""
    card = CreditCard(title="Rain", author="Ann", licence="BY", link="Freesound, sound 7")
    with tempfile.TemporaryDirectory() as folder:
        file = a_wav(Path(folder) / "7__ann__rain.wav", a_sine(0.2, hertz=500, samplerate=8000))
        os.utime(file, (1_800_000_000, 1_800_000_000))
        rain = library.add_sound(file, title="Rain", origin="imported", card=card)
        Arrivals(library).note(file, rain)
        storm = a_wav(Path(folder) / "storm.wav", a_sine(0.3, hertz=200, samplerate=8000))
        sound = library.add_sound(
            storm,
            title="Cow in the rain",
            made_of=(cow.id, rain.id),
            labels=(Label(0.1, "The cow"), Label(0.2, "Rain 雨")),
            kept=True,
            **inherited([cow, rain]).fields("Y5-newt"),
        )
    crew = (("played", "Y4-heron"), ("recorded", "Y5-newt"), ("edited", "Y5-newt"))
    told = replace(sound, crew=crew, subject="Science", dimensions=("pitch", "timbre"))
    steps = ["fade-in 0.1 gentle", "loudness -18 3.25", "echo 0.25 0.4", "pitch 3"]
    recipe = Recipe.parse(steps).moved(0, 2).without(1).changed(1, Step.parse("fade-in 0.2 quick"))
    library.save_sound(told.with_recipe(recipe.undo()), "rewritten", who="Y5-newt", was=sound)


def made_in_the_studio(library: Library, cow: Sound) -> None:
    """A board, a rhythm, a comparison, a film, a favourite, a folder and the sizes of reader."""
    boards = Boards(library)
    boards.put(boards.set(boards.add("Farm"), scanning="one-key", pace=3, pause=0.5), 2, cow.id)
    march = start_named("march").pattern
    rows = (*march.rows[:1], Row(cow.id, march.rows[0].hits))
    Rhythms(library).keep(replace(march, title="Cow march", rows=rows), sound="S-0004")
    comparisons = Comparisons(library)
    begun = comparisons.begin(Piece.of(cow), Piece("A file from home"))
    line = listening_sheet().lines[0]
    noted = begun.with_word(line.dimension, "A", line.words[0]).with_said("A is rounder.")
    comparisons.happened(comparisons.keep(noted).id, year_groups=("Y4",))
    film = Film(
        id="FM-0001",
        title="Our cartoon",
        file="E:\\cartoon.mp4",
        size=123_456,
        start="1/90000",
        length="1001/30",
        rate="30000/1001",
        pictures=1000,
        is_even=True,
        has_sound=True,
        keeps_sound=True,
        cues=(Cue(cow.id, 1.5, -6.0, "The door opens"),),
        made=library.now(),
    )
    AwardRecords(library, "film", "FM", Film).add(lambda _: film, who=None)
    favourites = Favourites(library)
    favourites.keep("Giant", Recipe.parse(["pitch -7", "room 1.5 0.4"]).steps)
    favourites.forget(favourites.keep("Ghost", Recipe.parse(["reverse"]).steps).id)
    folder = WatchedFolder(id="WF-0001", path="E:\\DCIM")
    AwardRecords(library, "inbox", "WF", WatchedFolder).add(lambda _: folder, who=None)
    Readers(library).set_size("middle")


if __name__ == "__main__":
    main()
