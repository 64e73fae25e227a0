"""An assembly today, with a published rota, for the commands that need one."""

from evidence.library import Library
from lessons.assembly.events import Events
from lessons.assembly.passport import Passports
from lessons.assembly.rotas import Rotas
from lessons.assembly.swaps import Swaps
from lessons.assembly.team import Team
from tests.lessons.assembly.a_team import add_pupil

HOLDER = "Y5-newt"


def some_assembly(library: Library, code: str) -> None:
    """AE-0001 is today and needs Sound: `HOLDER` does it, somebody stands in, and `code` could do it too."""
    Team(library).join(code)
    for skill in ("power-order", "volume"):
        Passports(library).tick(code, skill)
    for other in (HOLDER, "Y6-seal"):
        add_pupil(library, other, trained=("sound",))
    today = library.now().date()
    event = Events(library).add("assembly", today, begins="23:59", roles=("sound",))
    rotas = Rotas(library)
    rota = rotas.draft(first=today, last=today, title="Our rota")
    if rota.who(event.id, "sound") != HOLDER:
        Swaps(library).swap(rota.id, event.id, "sound", HOLDER)
    rotas.publish(rotas.fill(rota.id).id)
