"""A write stopped or failing at each of its file operations, one after the other.

Every operation on files raises an audit event in Python: one hook sees them all.
"""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from unittest.mock import patch

import pytest

from claimtrack import ledger
from claimtrack.cli.failure import Failure
from claimtrack.cli.upkeep import keeping
from claimtrack.ledger import rule
from claimtrack.ledger.errors import LedgerError
from claimtrack.ledger.index import fast_edit
from claimtrack.model import Ruling
from tests.forks import small_exit_code, warm_up
from tests.ledger.index.test_index import TEXT
from tests.ledger.readings import article, claims

EVENTS = ("open", "os.", "sqlite3.connect", "fcntl.flock", "tempfile.")
DIED, REFUSED, BROKEN = 9, 1, 3
MOST = 120
"""More operations than a write has."""


def die() -> None:
    os._exit(DIED)


def full() -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def forbidden() -> None:
    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


FAULTS = [die, full, forbidden]

LEDGER = {"claims.yaml": TEXT}
BASE = "claims:\n- {id: a, claim: x}  # mine\n- {id: b, claim: y}\n"
SIDES = {
    "claims.yaml": BASE.replace("claim: x", "claim: ours"),
    "base": BASE,
    "theirs": BASE.replace("claim: y", "claim: theirs"),
}
FOLDER = {f"{name}.yaml": f"claims:\n- {{id: {name}, claim: x}}  # {name}\n" for name in "ab"}


def sets(folder: Path) -> None:
    ledger.set_fields(folder / "claims.yaml", ["b"], {"claim": "yes: so"})


def sets_in_a_whole_file(folder: Path) -> None:
    with patch.object(fast_edit, "quickly", return_value=None):
        sets(folder)


def sets_in_a_folder(folder: Path) -> None:
    ledger.tag(folder, ["a", "b"], ["t"])


def adds(folder: Path) -> None:
    ledger.add(folder / "claims.yaml", {"claim": "neu"})


def makes(folder: Path) -> None:
    ledger.merge(folder / "claims.yaml", [(article(), claims())])


def ingests(folder: Path) -> None:
    ledger.merge(folder / "claims.yaml", [(article(), claims())])


def rules(folder: Path) -> None:
    rule(folder / "claims.yaml", Ruling(("a", "b"), "update", "zwei Wellen"))


def undoes(folder: Path) -> None:
    ledger.undo(folder / "claims.yaml")


def undoes_in_a_folder(folder: Path) -> None:
    ledger.undo(folder)


def merges(folder: Path) -> None:
    try:
        keeping._merged(folder / "base", folder / "claims.yaml", folder / "theirs", "claims.yaml")
    except OSError as error:  # as the command line takes it: a version that cannot be read
        raise Failure(str(error)) from error


Act = Callable[[Path], None]

WRITES: dict[str, tuple[dict[str, str], Act | None, Act]] = {
    "set": (LEDGER, None, sets),
    "set, the whole file read": (LEDGER, None, sets_in_a_whole_file),
    "set in a folder": (FOLDER, None, sets_in_a_folder),
    "add": (LEDGER, None, adds),
    "a new ledger": ({}, None, makes),
    "ingest": (LEDGER, None, ingests),
    "rule": (LEDGER, None, rules),
    "undo": (LEDGER, sets, undoes),
    "undo in a folder": (FOLDER, sets_in_a_folder, undoes_in_a_folder),
    "merge-file": (SIDES, None, merges),
}
"""Per kind of write the files before, what is done to them first, and the write."""


def contents(folder: Path) -> dict[str, str]:
    """The files of a folder; the schema, which is put beside a new ledger, is no part of it."""
    names = sorted(one for one in folder.iterdir() if one.is_file())
    return {one.name: one.read_text("utf-8") for one in names if one.suffix != ".json"}


def _write(folder: Path, act: Act, at: int, fault: Callable[[], None]) -> None:
    """A write in a process in which the operation number ``at`` meets a fault."""
    seen = 0

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal seen
        if event.startswith(EVENTS) and arguments and _below(folder, arguments[0]):
            seen += 1
            if seen == at + 1:
                fault()

    sys.addaudithook(hook)
    try:
        act(folder)
    except (LedgerError, Failure):
        os._exit(REFUSED)
    except BaseException:
        os._exit(BROKEN)
    os._exit(0 if seen > at else DIED + 1)


def _below(folder: Path, argument: object) -> bool:
    """Whether an operation is one on the ledger, its index, its history or a handle."""
    if isinstance(argument, int):
        return True
    return isinstance(argument, str | bytes) and os.fsencode(folder.parent) in os.fsencode(argument)


def run(folder: Path, act: Act, at: int, fault: Callable[[], None]) -> int:
    """The exit code of a process that writes and meets a fault."""
    return small_exit_code(partial(_write, folder, act, at, fault))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the ledger is; index and history are beside it."""
    for name in ("XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "user" / name))
    return tmp_path / "ledger"


def prepare(folder: Path, kind: str) -> dict[str, str]:
    """The files before a write, with an index that a process finds there.

    Made once, and copied from then on: the index is as good beside a copy with the same content.
    """
    kept = folder.with_name("kept")
    if kept.is_dir():
        for name in ("ledger", "user"):
            shutil.rmtree(folder.with_name(name), ignore_errors=True)
        shutil.copytree(kept, folder.parent, dirs_exist_ok=True)
    else:
        lay_out(folder, kind)
        shutil.copytree(folder.parent, kept, ignore=lambda *_: ["kept"])
    return contents(folder)


def lay_out(folder: Path, kind: str) -> None:
    """Writes the files, does what is done first, and makes the index."""
    before, first, _ = WRITES[kind]
    folder.mkdir()
    for name, text in before.items():
        (folder / name).write_text(text, encoding="utf-8")
    if first:
        first(folder)
    if before:
        ledger.load(folder if before is FOLDER else folder / "claims.yaml")


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("kind", WRITES)
def test_the_old_files_or_the_new(folder: Path, kind: str, fault: Callable[[], None]) -> None:
    _, first, act = WRITES[kind]
    old = prepare(folder, kind)
    warm_up(partial(act, folder))
    new = contents(folder)
    assert old != new
    codes = []
    for at in range(MOST):
        prepare(folder, kind)
        codes.append(run(folder, act, at, fault))
        after = {name: text for name, text in contents(folder).items() if name[0] != "."}
        assert_whole(after, old, new, codes[-1])
        if codes[-1] == DIED + 1:
            break
        if fault is die and not first:
            act(folder)  # again, by somebody whom nothing stops: what was left behind goes
            assert contents(folder).keys() == new.keys()
    assert codes.pop() == DIED + 1
    assert len(codes) > 8
    assert {*codes} == {DIED} if fault is die else {REFUSED} <= {*codes} <= {REFUSED, 0}


def assert_whole(
    after: dict[str, str], old: dict[str, str], new: dict[str, str], code: int
) -> None:
    """Each file is the old one or the new one; all are as the process said when it ended."""
    assert {*after} <= {*old, *new}
    assert all(after.get(name) in (old.get(name), new.get(name)) for name in {*old, *new})
    if code == REFUSED:
        assert after == old
    if code in (0, DIED + 1):
        assert after == new
