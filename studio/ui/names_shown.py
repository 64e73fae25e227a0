"""The names behind codes, for a screen of adults."""

from evidence.library import Library


def names_shown(library: Library) -> dict[str, str]:
    """Every name by its code; none in pupil mode, nor before there is a PIN to keep them behind."""
    if not (library.adults.has_pin and library.adults.is_adult):
        return {}
    from evidence.safety.names import Names

    return Names(library).all()
