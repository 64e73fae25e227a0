"""What a person can put right: our own errors, and a disk or share that is not there any more."""

from studio.errors import StudioError

FAULTS = (StudioError, OSError)
"""What a screen catches and says; anything else is a bug."""


class DiskGone(StudioError):
    """The library's folder went away, or stopped answering."""


def in_words(error: StudioError | OSError) -> StudioError:
    """The error as what happened and what to try."""
    if isinstance(error, StudioError):
        return error
    reason = (error.strerror or type(error).__name__).lower()
    return DiskGone(
        f"A file of the library did not answer: {reason}.",
        "Is its disk, stick or network still there? Then try again.",
    )
