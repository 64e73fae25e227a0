"""A screen with something to talk about: questions for the tool that it is, one with each press of a key."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding

from studio.ui.screens.base import StudioScreen

QUESTION_KEY = Binding("q", "question", "question", id="question", tooltip="Something to talk about")


class TalkingScreen(StudioScreen):
    """Q asks the next question of `TOOL`, as the club's list of questions has them."""

    TOOL: ClassVar[str] = "listen"
    _asked = 0

    def action_question(self) -> None:
        """Ask the next one; after the last comes the first."""
        from lessons.club.prompts import questions_for

        questions = questions_for(self.TOOL)
        self.say(questions[self._asked % len(questions)])
        self._asked += 1
