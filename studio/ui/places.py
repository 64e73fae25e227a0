"""The places of the program, by the names that screens use for them."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.screen import Screen

PLACES = {
    "record": "sounds.record.RecordScreen",
    "my_sounds": "sounds.my_sounds.MySoundsScreen",
    "tools": "tools.ToolsScreen",
    "clinic": "sounds.clinic.ClinicScreen",
    "pulse": "lessons.pulse.PulseScreen",
    "two_sounds": "lessons.two_sounds.TwoSoundsScreen",
    "films": "films.films.FilmsScreen",
    "buttons": "little.buttons.ButtonsScreen",
    "little": "little.little.LittleScreen",
    "classes": "little.classes.ClassesScreen",
    "tuner": "sounds.tuner.TunerScreen",
    "club": "club.club.ClubScreen",
    "quality_mark": "award.quality_mark.QualityMarkScreen",
    "audit": "award.audit.AuditScreen",
    "target": "award.target.TargetScreen",
    "gaps": "award.gaps.GapsScreen",
    "plan": "award.plan.PlanScreen",
    "diary": "award.diary.DiaryScreen",
    "evidence_list": "award.evidence_list.EvidenceListScreen",
    "proposals": "award.proposals.ProposalsScreen",
    "happened": "award.happened.HappenedScreen",
    "timeline": "award.timeline.TimelineScreen",
    "years_grid": "award.years_grid.YearsGridScreen",
    "bundle": "award.bundle.BundleScreen",
    "assembly": "assembly.assembly.AssemblyScreen",
    "competition": "competition.competition.CompetitionScreen",
    "lessons": "lessons.lessons.LessonsScreen",
    "today": "office.today.TodayScreen",
    "calendar": "award.calendar.CalendarScreen",
    "dates": "award.dates.DatesScreen",
    "office": "office.office.OfficeScreen",
    "people": "office.people.PeopleScreen",
    "releases": "office.releases.ReleasesScreen",
    "retention": "office.retention.RetentionScreen",
    "registers": "office.registers.RegistersScreen",
    "papers": "office.papers.PapersScreen",
    "school": "office.school.SchoolScreen",
    "backup": "office.backup.BackupScreen",
}
"""Place -> file in `screens/` and class in it."""

PUPILS_PLACES = frozenset(
    {
        "record",
        "my_sounds",
        "tools",
        "clinic",
        "tuner",
        "buttons",
        "little",
        "classes",
        "pulse",
        "two_sounds",
        "films",
        "club",
        "competition",
        "assembly",
    }
)
"""All others need the PIN, when the library has one."""


def file_of(place: str) -> str:
    """The name that the file of a place's screen is imported by."""
    return f"studio.ui.screens.{PLACES[place].rpartition('.')[0]}"


def screen_of(place: str) -> Screen[None]:
    """A new screen for a place; its file is imported now, so that starting pays for Home alone."""
    kind = PLACES[place].rpartition(".")[2]
    screen: Screen[None] = getattr(import_module(file_of(place)), kind)()
    return screen
