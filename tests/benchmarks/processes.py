"""Whole processes run in turn, and what the system says they cost. Needs a Unix (os.wait4)."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run of a process, or the median of several, took."""

    wall_ms: float
    cpu_ms: float
    peak_mib: float


Commands = Sequence[Sequence[str]]
"""One peer's processes, run one after the other."""


def run_in_turn(peers: Mapping[str, Commands], out: Path, runs: int) -> dict[str, Cost]:
    """Medians of so many runs of each peer, A B C A B C ..., after one that is not counted.

    `out` is removed before every run. This process stays small, because the system counts its memory
    as the least that a child had.
    """
    with tempfile.TemporaryDirectory() as bytecode:
        environment = dict(os.environ, PYTHONPYCACHEPREFIX=bytecode)
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
        costs: dict[str, list[Cost]] = {name: [] for name in peers}
        for turn in range(runs + 1):
            for name, commands in peers.items():
                out.unlink(missing_ok=True)
                cost = _run(commands, environment)
                if turn:
                    costs[name].append(cost)
    return {name: _median(list_) for name, list_ in costs.items()}


def print_table(costs: Mapping[str, Cost], against: Sequence[str]) -> None:
    """One line a peer, with its ratio to some of them."""
    against = [name for name in against if name in costs]
    print(f"{'':26}{'wall ms':>9}{'CPU ms':>9}{'peak MiB':>9}" + "".join(f"{'x ' + n:>12}" for n in against))
    for name, cost in costs.items():
        ratios = "".join(f"{cost.wall_ms / costs[other].wall_ms:12.3f}" for other in against)
        print(f"{name:26}{cost.wall_ms:9.0f}{cost.cpu_ms:9.0f}{cost.peak_mib:9.1f}{ratios}")


def _run(commands: Commands, environment: Mapping[str, str]) -> Cost:
    wall = cpu = peak = 0.0
    for command in commands:
        before = time.perf_counter()
        process = subprocess.Popen(
            command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        _, status, used = os.wait4(process.pid, 0)
        wall += time.perf_counter() - before
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"exit {process.returncode}: {' '.join(command)}")
        cpu += used.ru_utime + used.ru_stime
        peak = max(peak, used.ru_maxrss / (2**20 if sys.platform == "darwin" else 1024))
    return Cost(wall * 1000, cpu * 1000, peak)


def _median(costs: Sequence[Cost]) -> Cost:
    return Cost(
        median(cost.wall_ms for cost in costs),
        median(cost.cpu_ms for cost in costs),
        median(cost.peak_mib for cost in costs),
    )
