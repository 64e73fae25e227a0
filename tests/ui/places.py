"""The places of the program and the keys that lead there from Home."""

PLACES = {
    "home": (),
    "record": ("1",),
    "recording": ("1", "enter"),
    "my sounds": ("2",),
    "the bin": ("2", "v"),
    "one sound": ("2", "enter"),
    "tidied": ("2", "enter", "t"),
    "a question": ("2", "enter", "n"),
    "make evidence": ("2", "enter", "e"),
    "quality mark": ("3",),
    "audit": ("3", "a"),
    "a reason": ("3", "a", "1"),
    "how sure": ("3", "a", "1", "enter"),
    "two audits": ("3", "a", "1", "enter", "1", "v", "1", "enter", "1", "c"),
    "a level": ("3", "enter"),
    "evidence": ("4",),
    "an entry": ("4", "enter"),
    "bundle": ("5",),
    "help": ("h",),
}
