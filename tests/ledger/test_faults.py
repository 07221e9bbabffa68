"""A write stopped or failing at each of its file operations, one after the other.

Every operation on files raises an audit event in Python: one hook sees them all.
"""

from __future__ import annotations

import errno
import multiprocessing
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from claimtrack import ledger
from claimtrack.ledger import LedgerError, edit
from tests.ledger.test_index import TEXT

NEW = TEXT.replace("claim: no\n", "claim: yes: so\n").replace("yes: so", "'yes: so'")
EVENTS = ("open", "os.", "sqlite3.connect", "fcntl.flock", "tempfile.")
DIED, REFUSED, BROKEN = 9, 1, 3
MOST = 80
"""More operations than a write has."""


def die() -> None:
    os._exit(DIED)


def full() -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def forbidden() -> None:
    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def _write(path: Path, at: int, fault: Callable[[], None], whole: bool) -> None:
    """Sets a field in a process in which the operation number ``at`` meets a fault."""
    if whole:
        edit.quickly = lambda *_, **__: None  # type: ignore[attr-defined]
    seen = 0

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal seen
        if event.startswith(EVENTS) and any(_below(path, one) for one in arguments):
            seen += 1
            if seen == at + 1:
                fault()

    sys.addaudithook(hook)
    try:
        ledger.set_fields(path, ["b"], {"claim": "yes: so"})
    except LedgerError:
        os._exit(REFUSED)
    except BaseException:
        os._exit(BROKEN)
    os._exit(0 if seen > at else DIED + 1)


def _below(path: Path, argument: object) -> bool:
    """Whether an operation is one on the ledger, its index, its history or a handle."""
    if isinstance(argument, int):
        return True
    return isinstance(argument, str | bytes) and os.fsencode(path.parent) in os.fsencode(argument)


@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize("fault", [die, full, forbidden])
def test_the_old_file_or_the_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: Callable[[], None], whole: bool
) -> None:
    for name in ("XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "user" / name))
    path = tmp_path / "claims.yaml"
    path.write_text(TEXT, encoding="utf-8")
    ledger.set_fields(path, ["a"], {"note": "n"})
    ledger.undo(path)
    codes = []
    for at in range(MOST):
        path.write_text(TEXT, encoding="utf-8")
        run = multiprocessing.get_context("fork").Process(
            target=_write, args=(path, at, fault, whole)
        )
        run.start()
        run.join()
        codes.append(run.exitcode)
        after = path.read_text(encoding="utf-8")
        assert after in (TEXT, NEW)
        assert run.exitcode != 0 or after == NEW
        assert run.exitcode != REFUSED or after == TEXT
        assert [one.id for one in ledger.load(path)[0].claims] == ["a", "b", "c"]
        if run.exitcode == DIED + 1:
            break
        ledger.set_fields(path, ["c"], {"note": "n"})
        ledger.undo(path)
        assert path.read_text(encoding="utf-8") == after
        assert {one.name for one in tmp_path.iterdir()} == {"claims.yaml", "user"}
    assert BROKEN not in codes
    assert codes.pop() == DIED + 1
    assert len(codes) > 12
    if fault is die:
        assert set(codes) == {DIED}
    else:
        assert REFUSED in codes
