"""The library's log inside a bundle: whether it is whole, and where it ends."""

from evidence.bundle.verdict import Fault, shown
from evidence.records.journal import BEGINNING, check_journal


def head_of(log: bytes) -> str:
    """The hash of the newest line; the beginning's for an empty log, nothing when it cannot be read."""
    import orjson

    lines = log.splitlines()
    if not lines:
        return BEGINNING
    try:
        line = orjson.loads(lines[-1])
    except ValueError:
        return ""
    told = line.get("hash") if isinstance(line, dict) else None
    return told if isinstance(told, str) else ""


def log_faults(path: str, log: bytes) -> list[Fault]:
    """Every place where the chain of hashes is broken."""
    return [Fault("log-broken", path, shown(fault.detail)) for fault in check_journal(log)]
