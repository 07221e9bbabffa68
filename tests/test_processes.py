"""Several processes: results in order, work taken when needed, nobody left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor
from itertools import islice
from pathlib import Path

import pytest

from claimtrack.runtime import spread

_GIVEN: list[int] = []


def _begin(*given: int) -> None:
    _GIVEN[:] = given


def _sum(piece: int) -> int:
    return sum(_GIVEN, piece)


def _die(piece: int) -> int:
    os._exit(1)


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_results_come_in_the_order_of_the_work(processes: int) -> None:
    found = spread(_sum, range(50), processes, _begin, 100, 1000)
    assert list(found) == [(piece, piece + 1100) for piece in range(50)]


def test_work_is_taken_as_it_is_needed() -> None:
    taken: list[int] = []

    def endless() -> Iterator[int]:
        while True:
            taken.append(len(taken))
            yield taken[-1]

    assert list(islice(spread(_sum, endless(), 2, _begin), 3)) == [(0, 0), (1, 1), (2, 2)]
    assert len(taken) < 20


def test_a_process_that_dies_is_told() -> None:
    with pytest.raises(BrokenExecutor):
        list(spread(_die, range(5), 2, _begin))


PARENT = """
import os, sys, time
from claimtrack.runtime import spread

def begin(): os.write(1, b"%d\\n" % os.getpid())  # in one piece, beside what the other writes

def wait(piece): time.sleep(60)

list(spread(wait, range(9), 2, begin))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked there alone")
def test_none_outlives_a_process_that_is_killed() -> None:
    parent = subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE)
    assert parent.stdout
    workers = [int(parent.stdout.readline()) for _ in range(2)]
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    assert parent.stdout.read() == b""  # they held it open, too
    assert not [one for one in workers if _lives(one)]
    parent.stdout.close()


def _lives(process: int) -> bool:
    """Whether a process is still there when some time has gone by."""
    for _ in range(200):
        try:
            told = Path(f"/proc/{process}/stat").read_text()
        except OSError:
            return False
        if told.rpartition(")")[2].split()[0] == "Z":
            return False
        time.sleep(0.02)
    return True
