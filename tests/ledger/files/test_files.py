"""Writes that are killed, fail, or meet an editor's save, before each of their file operations."""

from __future__ import annotations

import errno
import fcntl
import itertools
import os
import stat
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from unittest.mock import patch

import pytest

from claimtrack import ledger
from claimtrack.ledger.errors import LedgerError, LedgerWarning
from claimtrack.ledger.files import exchange
from claimtrack.ledger.files.atomic_write import Replacement, replace_all
from claimtrack.ledger.files.write_session import restore, writing
from tests.forks import small_exit_code, warm_up
from tests.ledger.stopping import at_operations, killed_at, operations_of

NEW = b"claims: []\n"
OLD = b"claims:  # mine\n- id: a\n  claim: x\n"
SAVED = OLD + b"# what the user typed\n"
TWO_STEPS = "in two steps"


def no_call() -> None:
    """The call that exchanges names, on a system that has none."""


def no_sync(_: int) -> None:
    """Processes are killed here, not machines."""


@pytest.fixture(params=["exchanged", TWO_STEPS])
def folder(tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for ledgers, on a system that exchanges names and on one that does not."""
    if request.param == TWO_STEPS:
        monkeypatch.setattr(exchange, "_system_call", no_call)
    monkeypatch.setattr(os, "fsync", no_sync)
    (tmp_path / "ledger").mkdir()
    return tmp_path / "ledger"


@pytest.fixture
def path(folder: Path) -> Path:
    file = folder / "claims.yaml"
    file.write_bytes(OLD)
    return file


def in_place(file: Path, content: bytes) -> None:
    """Saves as editors do that write into the file."""
    file.write_bytes(content)


def by_rename(file: Path, content: bytes) -> None:
    """Saves as editors do that write a new file and rename it."""
    new = file.with_name("#editor#")
    new.write_bytes(content)
    new.replace(file)


def with_backup(file: Path, content: bytes) -> None:
    """Saves as editors do that rename the old file away first."""
    backup = file.with_name("backup~")
    with suppress(FileNotFoundError):
        file.replace(backup)
    file.write_bytes(content)
    backup.unlink(missing_ok=True)


SAVES = (in_place, by_rename, with_backup)


def content(file: Path) -> bytes | None:
    return file.read_bytes() if file.exists() else None


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def sets_a_note(path: Path) -> None:
    ledger.set_fields(path, ["a"], {"note": "new"})


def takes_back(path: Path) -> None:
    ledger.undo(path)


def replaces(path: Path) -> None:
    with writing(path) as folder:
        replace_all(folder, [Replacement(path, OLD, (NEW,))])


def removes(path: Path) -> None:
    with writing(path) as folder:
        replace_all(folder, [Replacement(path, OLD, None)])


def as_here(call: Callable[[], object], work: Callable[[], object]) -> None:
    """Some work in another process, on the system that this one has before it."""
    with patch.object(exchange, "_system_call", call), patch.object(os, "fsync", no_sync):
        work()


def killed(
    number: int, work: Callable[[], object], acts: Mapping[int, Callable[[], None]] | None = None
) -> bool:
    """Whether a process that is killed before an operation came so far; see ``killed_at``."""
    there = partial(as_here, exchange._system_call, work)
    return killed_at(number, there, acts, small_exit_code)


def warm_up_here(work: Callable[[], object]) -> None:
    """Does some work, so that what is looked up only once is not counted."""
    work()


def warm_up_there(work: Callable[[], object]) -> None:
    """The same in the process whose copies are killed."""
    warm_up(partial(as_here, exchange._system_call, partial(operations_of, work)))


WRITES = (replaces, removes)
COMMANDS = (sets_a_note, takes_back)


def prepared(path: Path, write: Callable[[Path], None]) -> None:
    """The ledger before a write, with something to take back."""
    path.write_bytes(OLD)
    if write is takes_back:
        sets_a_note(path)


def every_operation(path: Path, write: Callable[[Path], None]) -> Iterator[int]:
    """The numbers of all operations of a write; before each the ledger is as ever."""
    for start in (warm_up_here, warm_up_there):
        prepared(path, write)
        start(partial(write, path))
    prepared(path, write)
    count = operations_of(lambda: write(path))
    assert count > 10
    for number in range(1, count + 1):
        prepared(path, write)
        yield number


def lost_saves(
    path: Path, write: Callable[[Path], None], save: Callable[[Path, bytes], None]
) -> list[int]:
    """The operations of a write before which a save would not be in the file afterwards."""
    lost = []
    for number in every_operation(path, write):
        with suppress(LedgerError), at_operations({number: lambda: save(path, SAVED)}) as count:
            write(path)
        if count[0] < number:
            break
        if not path.exists() or b"# what the user typed" not in path.read_bytes():
            lost.append(number)
        assert names(path.parent) == ["claims.yaml"][: path.exists()], number
    return lost


@pytest.mark.parametrize("save", SAVES)
@pytest.mark.parametrize("write", WRITES)
def test_a_save_at_any_moment_of_a_write_stays(
    path: Path,
    write: Callable[[Path], None],
    save: Callable[[Path, bytes], None],
    request: pytest.FixtureRequest,
) -> None:
    lost = lost_saves(path, write, save)
    # Without an exchange one moment stays open, between the last look and the rename after it.
    open_moments = 1 if TWO_STEPS in request.node.name and save is not in_place else 0
    assert len(lost) <= open_moments, lost


@pytest.mark.parametrize("write", COMMANDS)
def test_a_save_at_any_moment_of_a_command_stays(
    path: Path, write: Callable[[Path], None], request: pytest.FixtureRequest
) -> None:
    if TWO_STEPS not in request.node.name:
        assert lost_saves(path, write, by_rename) == []


@pytest.mark.skipif(not hasattr(fcntl, "F_SETLEASE"), reason="a system without leases")
@pytest.mark.parametrize("write", WRITES)
def test_an_editor_that_has_the_file_open_saves_into_it(
    path: Path, write: Callable[[Path], None]
) -> None:
    """It opens the file at some moment of a write and writes into it when the write is over."""
    for number in every_operation(path, write):
        opened: list[int] = []

        def opens() -> None:
            opened.append(os.open(path, os.O_WRONLY | os.O_CREAT))  # noqa: B023

        with suppress(LedgerError), at_operations({number: opens}):
            write(path)
        os.ftruncate(opened[0], 0)
        os.write(opened[0], SAVED)
        os.close(opened[0])
        restore(path)
        assert path.read_bytes() == SAVED, number
        assert names(path.parent) == ["claims.yaml"], number


@pytest.mark.filterwarnings("ignore:.*saved twice")
@pytest.mark.parametrize("save", SAVES)
def test_of_two_saves_the_later_stays(
    path: Path, save: Callable[[Path, bytes], None], request: pytest.FixtureRequest
) -> None:
    for first, between in itertools.product(every_operation(path, replaces), (1, 3, 6, 11, 17)):
        path.write_bytes(OLD)
        acts = {
            first: lambda: save(path, OLD + b"# first\n"),
            first + between: lambda: save(path, SAVED),
        }
        with suppress(LedgerError), at_operations(acts) as count:
            replaces(path)
        if count[0] >= first + between and TWO_STEPS not in request.node.name:
            assert b"# what the user typed" in path.read_bytes(), (first, between)
        for rescued in path.parent.glob("*.rescued*"):
            rescued.unlink()
        assert names(path.parent) == ["claims.yaml"]


@pytest.mark.parametrize("write", WRITES)
def test_a_process_that_is_killed_leaves_the_old_file_or_the_new(
    path: Path, write: Callable[[Path], None]
) -> None:
    prepared(path, write)
    old = content(path)
    write(path)
    new = content(path)
    for number in every_operation(path, write):
        assert killed(number, partial(write, path))
        found = content(path)
        assert found in (old, new), number
        restore(path)
        assert content(path) == found
        assert names(path.parent) == ["claims.yaml"][: path.exists()], number


@pytest.mark.parametrize("save", [in_place, by_rename])
def test_a_save_before_a_kill_stays(
    path: Path, save: Callable[[Path, bytes], None], request: pytest.FixtureRequest
) -> None:
    """The process is killed soon after a save: also before it could give that back."""
    lost = set()
    for number, between in itertools.product(every_operation(path, replaces), (1, 3)):
        path.write_bytes(OLD)
        acts = {number: partial(save, path, SAVED)}
        if killed(number + between, partial(replaces, path), acts):
            restore(path)
            if b"# what the user typed" not in path.read_bytes():
                lost.add(number)
    assert len(lost) <= (TWO_STEPS in request.node.name and save is not in_place)


def content_of_all(folder: Path) -> dict[str, bytes]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def changes_three(folder: Path) -> None:
    """One file is replaced, one is made in another folder, one goes."""
    changes = [
        Replacement(folder / "a.yaml", OLD, (NEW,)),
        Replacement(folder / "texts" / "b.txt", None, (NEW,)),
        Replacement(folder / "c.yaml", OLD, None),
    ]
    with writing(folder):
        replace_all(folder, changes)


BEFORE = {"a.yaml": OLD, "c.yaml": OLD}
AFTER = {"a.yaml": NEW, "texts/b.txt": NEW}


def laid_out(folder: Path) -> None:
    (folder / "texts").mkdir(exist_ok=True)
    for name in content_of_all(folder):
        (folder / name).unlink()
    for name, text in BEFORE.items():
        (folder / name).write_bytes(text)


def operations_of_three(folder: Path) -> range:
    for start in (warm_up_here, warm_up_there):
        laid_out(folder)
        start(partial(changes_three, folder))
    laid_out(folder)
    count = operations_of(lambda: changes_three(folder))
    assert content_of_all(folder) == AFTER
    return range(1, count + 1)


def test_a_kill_at_any_moment_leaves_all_files_changed_or_none(folder: Path) -> None:
    seen = set()
    for number in operations_of_three(folder):
        laid_out(folder)
        assert killed(number, partial(changes_three, folder))
        restore(folder)
        found = content_of_all(folder)
        assert found in (BEFORE, AFTER), number
        seen.add(found == AFTER)
    assert seen == {True, False}


def test_a_kill_while_it_is_restored_changes_nothing(folder: Path) -> None:
    for number in operations_of_three(folder):
        laid_out(folder)
        killed(number, partial(changes_three, folder))
        killed(1 + number % 23, partial(restore, folder))
        restore(folder)
        assert content_of_all(folder) in (BEFORE, AFTER), number


def test_an_edit_after_a_kill_stays_and_the_rest_is_finished_or_taken_back(folder: Path) -> None:
    edited = OLD + b"# by hand\n"
    for number in operations_of_three(folder):
        laid_out(folder)
        killed(number, partial(changes_three, folder))
        (folder / "a.yaml").write_bytes(edited)
        restore(folder)
        found = content_of_all(folder)
        assert found in ({**BEFORE, "a.yaml": edited}, {**AFTER, "a.yaml": edited}), number


@pytest.mark.parametrize("save", SAVES)
def test_a_save_while_files_change_together_takes_all_of_them_back(
    folder: Path, save: Callable[[Path, bytes], None], request: pytest.FixtureRequest
) -> None:
    lost = []
    for number in operations_of_three(folder):
        laid_out(folder)
        acts = {number: lambda: save(folder / "a.yaml", SAVED)}
        with suppress(LedgerError), at_operations(acts):
            changes_three(folder)
        found = content_of_all(folder)
        if found not in ({**BEFORE, "a.yaml": SAVED}, {**AFTER, "a.yaml": SAVED}):
            lost.append(number)
    assert len(lost) <= (TWO_STEPS in request.node.name and save is not in_place), lost


def test_a_file_that_comes_meanwhile_is_not_replaced(folder: Path) -> None:
    for number in operations_of_three(folder):
        laid_out(folder)
        acts = {number: lambda: (folder / "texts" / "b.txt").write_bytes(SAVED)}
        with suppress(LedgerError), at_operations(acts):  # type: ignore[dict-item]
            changes_three(folder)
        assert (folder / "texts" / "b.txt").read_bytes() == SAVED, number


@pytest.mark.parametrize("operation", ["open", "fsync", "rename", "fchmod", "scandir"])
def test_a_write_that_fails_leaves_the_old_file(
    path: Path, operation: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path if operation in ("rename", "open") else os, operation, full)
    with pytest.raises(LedgerError, match="No space left"):
        sets_a_note(path)
    monkeypatch.undo()
    assert path.read_bytes() == OLD
    assert names(path.parent) == ["claims.yaml"]


def test_files_of_others_stay(path: Path) -> None:
    others = (".claims.yaml.mine.tmp", ".claims.yaml.tmp", ".claims.yaml.claimtrack-notes", "~x")
    for name in others:
        (path.parent / name).write_text("mine")
    sets_a_note(path)
    assert names(path.parent) == sorted([*others, "claims.yaml"])


def test_what_is_no_regular_file_is_passed_over(path: Path) -> None:
    name = f".claims.yaml.claimtrack-{'0' * 12}-{'1' * 12}-{'2' * 8}"
    os.mkfifo(path.parent / name)
    sets_a_note(path)
    assert names(path.parent) == [name, "claims.yaml"]


def test_owner_mode_and_attributes_stay(path: Path) -> None:
    path.chmod(0o640)
    root = os.geteuid() == 0
    if root:
        os.chown(path, 1234, 4321)
    with suppress(OSError):
        os.setxattr(path, "user.origin", b"desk")
    with suppress(OSError):  # user 7 may read, by an access list
        os.setxattr(path, "system.posix_acl_access", ACCESS)
    attributes = {name: os.getxattr(path, name) for name in os.listxattr(path)}
    sets_a_note(path)
    status = path.stat()
    assert b"note: new" in path.read_bytes()
    assert {name: os.getxattr(path, name) for name in os.listxattr(path)} == attributes
    assert stat.S_IMODE(status.st_mode) & 0o700 == 0o600
    assert not root or (status.st_uid, status.st_gid) == (1234, 4321)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root")
@pytest.mark.parametrize(
    ("mode", "group_stays", "told", "kept"),
    [
        (0o640, True, True, 0o640),
        (0o660, True, False, 0o660),  # as in a folder that a group shares
        (0o644, True, True, 0o644),
        (0o440, True, False, 0o440),
        (0o660, False, True, 0o600),
        (0o666, False, False, 0o666),
    ],
)
def test_an_owner_who_cannot_be_kept_is_named_where_they_lose(
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
    mode: int,
    group_stays: bool,
    told: bool,
    kept: int,
) -> None:
    os.chown(path, 1234, 4321)
    path.chmod(mode)

    def fchown(handle: int, owner: int, group: int) -> None:
        if owner != -1 or not group_stays:
            raise PermissionError
        original(handle, owner, group)

    original = os.fchown
    monkeypatch.setattr(os, "fchown", fchown)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        sets_a_note(path)
    assert ["now belongs to you" in str(each.message) for each in caught] == [True] * told
    assert stat.S_IMODE(path.stat().st_mode) == kept


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root")
def test_an_access_list_opens_the_file_to_no_other_group(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fchown(handle: int, owner: int, group: int) -> None:
        raise PermissionError

    os.chown(path, 1234, 4321)
    try:
        os.setxattr(path, "system.posix_acl_access", ACCESS)
    except (OSError, AttributeError):
        pytest.skip("no access lists here")
    monkeypatch.setattr(os, "fchown", fchown)
    with pytest.warns(LedgerWarning, match="now belongs to you"):
        sets_a_note(path)
    of_group = b"\x04\x00\x04\x00"
    assert os.getxattr(path, "system.posix_acl_access") == ACCESS.replace(
        of_group, b"\x04\x00\x00\x00"
    )


ACCESS = b"\x02\x00\x00\x00" + b"".join(
    tag.to_bytes(2, "little") + mode.to_bytes(2, "little") + ident.to_bytes(4, "little")
    for tag, mode, ident in (
        (1, 6, 2**32 - 1), (2, 4, 7), (4, 4, 2**32 - 1), (16, 4, 2**32 - 1), (32, 0, 2**32 - 1),
    )
)  # fmt: skip
"""An access list as the system keeps it: owner 6, user 7 4, group 4, mask 4, others 0."""


def test_a_new_file_is_what_the_process_gives_to_new_files(folder: Path) -> None:
    mask = os.umask(0o027)
    try:
        ledger.add(folder / "claims.yaml", {"claim": "x"})
    finally:
        os.umask(mask)
    assert stat.S_IMODE((folder / "claims.yaml").stat().st_mode) == 0o640


def test_a_hard_link_keeps_what_it_held_and_is_named(path: Path) -> None:
    link = path.with_name("link")
    link.hardlink_to(path)
    with pytest.warns(LedgerWarning, match="second name"):
        sets_a_note(path)
    assert link.read_bytes() == OLD
    assert b"note: new" in path.read_bytes()
