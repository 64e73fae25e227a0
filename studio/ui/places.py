"""The places of the program, by the names that screens use for them."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.screen import Screen

PLACES = {
    "record": "record.RecordScreen",
    "my_sounds": "my_sounds.MySoundsScreen",
    "tools": "tools.ToolsScreen",
    "clinic": "clinic.ClinicScreen",
    "pulse": "pulse.PulseScreen",
    "two_sounds": "two_sounds.TwoSoundsScreen",
    "films": "films.FilmsScreen",
    "buttons": "buttons.ButtonsScreen",
    "little": "little.LittleScreen",
    "classes": "classes.ClassesScreen",
    "tuner": "tuner.TunerScreen",
    "club": "club.ClubScreen",
    "quality_mark": "quality_mark.QualityMarkScreen",
    "audit": "audit.AuditScreen",
    "target": "target.TargetScreen",
    "gaps": "gaps.GapsScreen",
    "plan": "plan.PlanScreen",
    "diary": "diary.DiaryScreen",
    "evidence_list": "evidence_list.EvidenceListScreen",
    "proposals": "proposals.ProposalsScreen",
    "happened": "happened.HappenedScreen",
    "timeline": "timeline.TimelineScreen",
    "years_grid": "years_grid.YearsGridScreen",
    "bundle": "bundle.BundleScreen",
    "assembly": "assembly.AssemblyScreen",
    "competition": "competition.CompetitionScreen",
    "lessons": "lessons.LessonsScreen",
    "today": "today.TodayScreen",
    "calendar": "calendar.CalendarScreen",
    "dates": "dates.DatesScreen",
    "office": "office.OfficeScreen",
    "people": "people.PeopleScreen",
    "releases": "releases.ReleasesScreen",
    "retention": "retention.RetentionScreen",
    "registers": "registers.RegistersScreen",
    "papers": "papers.PapersScreen",
    "school": "school.SchoolScreen",
    "backup": "backup.BackupScreen",
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
