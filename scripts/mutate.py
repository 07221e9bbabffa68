"""Does a test notice when a decision of the program is changed? A sample of changes, each tried.

usage: mutate.py ROOM [--sample N] [--seed WORD] [--least PERCENT] [--jobs N] [--tests PATH…]

ROOM is a package or module of claimtrack ("conflicts", "ledger", "extract.ways"). One change at a
time (see ``mutants.py``) is made to one function or number, and the tests that run it are run, the
quick ones first, until one fails: the change is *killed*. What survives is printed with its line:
such a decision hangs on no test. Without ``--tests`` those are taken that lie in ``tests/ROOM`` or
name the package.

The sample is the same at every run with one ``--seed``: who has written tests against what survived
takes another to see where the room is. Every change is made in a fork of one process that has the
program and its tests loaded, so that hundreds fit in minutes. Tests that run the program as
another process do not see the change; those that take longer than ``SLOWEST`` are left out. Exits
with 1 where less than ``--least`` percent of the changes are killed.
"""

from __future__ import annotations

import argparse
import functools
import importlib
import os
import signal
import sys
import time
import types
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from mutants import Mutant, changed, sample

ROOT = Path(__file__).resolve().parent.parent
SLOWEST = 5.0
"""Seconds of CPU time that a test may take to be asked for every change."""
PATIENCE = 10
"""A change after which a test takes so many times its CPU time is noticed, too."""

USUAL = 80.0
LEAST = {"ledger": 85.0, "extract": 70.0}
"""Percent of the changes of a part that are to be killed; ``USUAL`` of the others."""

ALSO = {"ledger": ("importing",)}
"""Folders of tests whose commands run a part that they do not name."""

KILLED, SURVIVED, UNTESTED = "killed", "survived", "run by no test"


class Mutating:
    """A plugin of pytest that tries changes instead of running the tests once."""

    def __init__(self, room: Path, mutants: Sequence[Mutant], jobs: int) -> None:
        self.room, self.mutants, self.jobs = room, mutants, jobs
        self.failed = False
        self.seconds: dict[str, float] = {}
        self.tests_of: dict[tuple[str, str], list[Any]] = defaultdict(list)
        self.outcomes: dict[Mutant, str] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Remembers that a test failed."""
        self.failed = self.failed or report.failed

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Runs all tests once to see what they run, then tries each change in forks."""
        for item in session.items:
            self._look_on(item)
        waiting, running = list(reversed(self.mutants)), {}
        while waiting or running:
            while waiting and len(running) < self.jobs:
                mutant = waiting.pop()
                running[self._fork(mutant)] = mutant
            pid, status = os.wait()
            mutant = running.pop(pid)
            code = os.waitstatus_to_exitcode(status)
            self.outcomes[mutant] = {0: SURVIVED, 2: UNTESTED}.get(code, KILLED)
        return True

    def _look_on(self, item: Any) -> None:
        """Runs a test and notes which functions of the room it runs, and how long it takes."""
        _forget(self.room)
        ran: set[tuple[str, str]] = set()
        inside = str(self.room)

        def note(frame: types.FrameType, event: str, _: object) -> None:
            code = frame.f_code
            if event == "call" and code.co_filename.startswith(inside):
                ran.add((code.co_filename, _outer(code.co_qualname)))

        began = time.process_time()
        sys.setprofile(note)
        try:
            item.ihook.pytest_runtest_protocol(item=item, nextitem=None)
        finally:
            sys.setprofile(None)
        took = time.process_time() - began
        if self.failed:
            raise pytest.UsageError(f"{item.nodeid} fails before anything is changed")
        self.seconds[item.nodeid] = took
        for place in ran if took <= SLOWEST else ():
            self.tests_of[place].append(item)

    def _fork(self, mutant: Mutant) -> int:
        pid = os.fork()
        if pid == 0:
            code = 3
            try:
                nowhere = os.open(os.devnull, os.O_WRONLY)
                os.dup2(nowhere, 1)
                os.dup2(nowhere, 2)
                code = self._tried(mutant)
            finally:
                os._exit(code)
        return pid

    def _tried(self, mutant: Mutant) -> int:
        """Makes a change and runs the tests that may notice: 0 where none does, 2 without any."""
        _forget(self.room)
        functions = make(mutant)
        places = {(str(mutant.path), name) for name in functions}
        items = {item.nodeid: item for place in places for item in self.tests_of[place]}
        ordered = sorted(items.values(), key=lambda item: self.seconds[item.nodeid])
        if not ordered:
            return 2
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        for item, following in zip(ordered, [*ordered[1:], None], strict=True):
            signal.setitimer(signal.ITIMER_PROF, PATIENCE * self.seconds[item.nodeid] + 1)
            item.ihook.pytest_runtest_protocol(item=item, nextitem=following)
            if self.failed:
                return 1
        return 0


def make(mutant: Mutant) -> set[str]:
    """Changes the loaded program; the names of the functions that the change is in."""
    module = importlib.import_module(_name(mutant.path))
    tree, _ = changed(mutant)
    code = compile(tree, str(mutant.path), "exec")
    if mutant.target.startswith("= "):
        return _set_numbers(module, code, mutant.target.removeprefix("= "))
    new = next(part for part in _codes(code) if part.co_qualname == mutant.target)
    owner: Any = module
    *outer, name = mutant.target.split(".")
    for part in outer:
        owner = getattr(owner, part)
    function = _function(vars(owner)[name])
    if new == function.__code__:  # the change is in what a parameter is without an argument
        _set_defaults(function, mutant.target, code, module)
    function.__code__ = new
    return {mutant.target}


def _set_defaults(
    function: Any, target: str, code: types.CodeType, module: types.ModuleType
) -> None:
    owner: Any = types.SimpleNamespace(**_executed(code, module))
    for name in target.split("."):
        owner = vars(owner)[name]
    fresh = _function(owner)
    function.__defaults__, function.__kwdefaults__ = fresh.__defaults__, fresh.__kwdefaults__


def _executed(code: types.CodeType, module: types.ModuleType) -> dict[str, Any]:
    """What a changed module holds, run beside the one that is loaded."""
    fresh: dict[str, Any] = {**vars(module), "__name__": module.__name__}
    exec(code, fresh)
    return fresh


def _set_numbers(module: types.ModuleType, code: types.CodeType, target: str) -> set[str]:
    """Sets numbers of a module wherever they were imported; the functions of it that use them."""
    fresh = _executed(code, module)
    names = target.strip("()").split(", ")
    loaded = [vars(each) for name, each in [*sys.modules.items()] if name.startswith("claimtrack")]
    for name in names:
        old = vars(module)[name]
        for holder in loaded:
            if holder.get(name) is old:
                holder[name] = fresh[name]
    own = (part for part in _codes(code) if {*names} & {*part.co_names})
    return {_outer(part.co_qualname) for part in own}


def _function(thing: Any) -> Any:
    """The plain function inside a property, a class method or a cache."""
    if isinstance(thing, property):
        return thing.fget
    thing = getattr(thing, "__func__", thing)
    thing = getattr(thing, "func", thing)
    kept = _kept_by_word(thing)
    thing = thing if kept is None else kept
    while hasattr(thing, "__wrapped__"):
        thing = thing.__wrapped__
    return thing


def _kept_by_word(thing: Any) -> Any:
    """The answers that ``claimtrack.lexicon.by_word`` keeps of a function; None for other ones."""
    owner = getattr(thing, "__self__", None)
    return owner if isinstance(owner, dict) and hasattr(owner, "__wrapped__") else None


def _codes(code: types.CodeType) -> Iterator[types.CodeType]:
    for part in code.co_consts:
        if isinstance(part, types.CodeType):
            yield part
            yield from _codes(part)


def _outer(qualname: str) -> str:
    """The function or method that a piece of code lies in."""
    return qualname.partition(".<locals>")[0]


def _name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _forget(room: Path) -> None:
    """Empties the caches of a room, so that each test runs what it hangs on."""
    for module in list(sys.modules.values()):
        if str(getattr(module, "__file__", None) or "").startswith(str(room)):
            for thing in vars(module).values():
                if isinstance(thing, functools._lru_cache_wrapper):
                    thing.cache_clear()
                elif kept := _kept_by_word(thing):
                    kept.clear()


def tests_of(room: str) -> list[str]:
    """The test files of a room: those in its folder, and those that name the package."""
    part, _, _ = room.partition(".")
    folders = [ROOT / "tests" / name for name in (room.replace(".", "/"), *ALSO.get(part, ()))]
    inside = {path for folder in folders for path in folder.rglob("test_*.py")}
    naming = {
        path
        for path in (ROOT / "tests").rglob("test_*.py")
        if f"claimtrack.{room}" in path.read_text(encoding="utf-8")
    }
    return [str(path.relative_to(ROOT)) for path in sorted(inside | naming)]


def main() -> int:
    """Tries a sample of changes and says what survived."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("room")
    arguments.add_argument("--sample", type=int, default=200)
    arguments.add_argument("--seed", default="")
    arguments.add_argument("--least", type=float)
    arguments.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    arguments.add_argument("--tests", nargs="*")
    typed = arguments.parse_args()
    room = ROOT / "claimtrack" / typed.room.replace(".", "/")
    paths = sorted(room.rglob("*.py")) if room.is_dir() else [room.with_suffix(".py")]
    plugin = Mutating(room, sample(paths, typed.sample, typed.seed), typed.jobs)
    tests = typed.tests or tests_of(typed.room)
    code = pytest.main(["-qq", "-p", "no:xdist", "-p", "no:cacheprovider", "-s", *tests], [plugin])
    if code:
        return int(code)
    part, _, _ = typed.room.partition(".")
    least = LEAST.get(part, USUAL) if typed.least is None else typed.least
    return report(plugin.outcomes, least)


def report(outcomes: dict[Mutant, str], least: float) -> int:
    """Prints what survived, and the share killed by module and in all."""
    all_of: Counter[Path] = Counter(mutant.path for mutant in outcomes)
    killed = Counter(mutant.path for mutant, outcome in outcomes.items() if outcome == KILLED)
    print()
    for mutant, outcome in sorted(outcomes.items()):
        if outcome != KILLED:
            place = f"{mutant.path.relative_to(ROOT)}:{mutant.line}"
            print(f"{outcome:<15}{place} {mutant.before}  →  {changed(mutant)[1]}")
    for path, count in sorted(all_of.items()):
        print(f"{killed[path]:>5} of {count:<4} {path.relative_to(ROOT)}")
    share = 100 * killed.total() / max(all_of.total(), 1)
    print(
        f"{killed.total()} of {all_of.total()} changes killed: {share:.0f} % (wanted {least:g} %)"
    )
    return int(share < least)


if __name__ == "__main__":
    sys.exit(main())
