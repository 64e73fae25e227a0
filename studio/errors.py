"""The root of every error that is meant for a person."""


class StudioError(Exception):
    """Something a person can put right: what happened, and what to try.

    Both parts are whole sentences in plain words, written to be shown as they stand
    on a screen or on standard error.
    """

    def __init__(self, what: str, fix: str) -> None:
        super().__init__(what, fix)
        self.what = what
        self.fix = fix

    def __str__(self) -> str:
        return f"{self.what} {self.fix}"
