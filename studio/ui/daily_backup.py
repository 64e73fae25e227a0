"""The daily backup, made by itself while somebody works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.ui.faults import FAULTS
from studio.ui.messages import ProblemMet

if TYPE_CHECKING:
    from studio.ui.app import StudioApp


def back_up_today(app: StudioApp) -> None:
    """Make today's backup if there is a place for it and it is not there yet; for a thread of its own.

    Nothing is said when all is well: it is nobody's work. A place that cannot be reached is told.
    """
    from evidence.backup.places import BackupPlaces

    try:
        BackupPlaces(app.library).back_up_if_due()
    except FAULTS as error:
        app.screen.post_message(ProblemMet(error))
