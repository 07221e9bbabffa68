"""Work in a process of its own that may be killed: a copy of this one, or of one that is small.

A copy costs the more the more memory the process has that is copied, and one that runs thousands of
tests has hundreds of megabytes. Where very many copies are needed they are those of a small process
beside it, which has loaded what the work needs and nothing else.
"""

from __future__ import annotations

import gc
import os
import pickle
import subprocess
import sys
import traceback
from collections.abc import Callable
from functools import cache
from pathlib import Path

BROKEN = 99
"""The exit code of work that raises something."""

_SMALL = "from tests.forks import _serve; _serve()"


def exit_code(work: Callable[[], object]) -> int:
    """The exit code of a copy of this process that does some work; 0 if that comes to its end."""
    process = os.fork()
    if process == 0:
        gc.disable()  # looking at everything that is loaded would copy it
        os._exit(_done(work))
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def small_exit_code(work: Callable[[], object]) -> int:
    """The same for a copy of the small process. The work has to be one that pickle can pass on."""
    return _asked(work, copied=True)


def warm_up(work: Callable[[], object]) -> None:
    """Does some work in the small process itself: what is loaded once is there in its copies."""
    assert _asked(work, copied=False) == 0


def _done(work: Callable[[], object]) -> int:
    try:
        work()
    except BaseException:
        traceback.print_exc()
        return BROKEN
    return 0


def _asked(work: Callable[[], object], copied: bool) -> int:
    process = _small_process()
    assert process.stdin and process.stdout
    pickle.dump((dict(os.environ), work, copied), process.stdin)
    process.stdin.flush()
    return int(process.stdout.readline())


@cache
def _small_process() -> subprocess.Popen[bytes]:
    """The small process of this one; it ends when this one does."""
    return subprocess.Popen(
        [sys.executable, "-c", _SMALL],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )


def _serve() -> None:
    """Does what is asked for, in this process or in a copy, and says how that ended."""
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    while True:
        try:
            environment, work, copied = pickle.load(sys.stdin.buffer)
        except EOFError:
            return
        os.environ.clear()
        os.environ.update(environment)
        print(exit_code(work) if copied else _done(work), file=answers, flush=True)
