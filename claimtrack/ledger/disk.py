"""Files replaced whole or not at all.

The new content goes to a temporary file in the same folder, is forced to the disk and then takes
the old one's name, so that a reader, or a machine that stops, sees the old file or the new one.
A lock on the folder, let go by the system when a process dies, keeps a second writer waiting; a
program that knows no locks, an editor, is noticed by the bytes.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple

from claimtrack.ledger import LedgerError

PATIENCE = 10.0
"""Seconds to wait for another process that writes."""


class SaveError(LedgerError):
    """A file could not be written, or must not be."""


class Replacement(NamedTuple):
    """A file's content as it was read (None: there was no file), and as it is to be, in parts."""

    path: Path
    old: bytes | None
    new: tuple[bytes | memoryview, ...]


def replace(path: Path, old: bytes | None, new: bytes) -> None:
    """Replaces a file's content, see :func:`replace_all`."""
    replace_all([Replacement(path, old, (new,))])


def replace_all(files: Sequence[Replacement]) -> None:
    """Replaces the contents of files; where one cannot be written, none is.

    Modes and symbolic links stay. To be called under :func:`locked`. Raises SaveError when a file
    does not hold what was read any more, when it may not be written, or when the disk takes no
    more; all files are then as they were.
    """
    for one in files:
        with _told(one.path):
            _unchanged(_target(one), one.old)
    staged: list[tuple[Path, Replacement]] = []
    done: list[Replacement] = []
    try:
        for one in files:
            if one.new != (one.old,):
                with _told(one.path):
                    staged.append((_staged(_target(one), one.new), one))
        for temporary, one in staged:
            with _told(one.path):
                temporary.replace(_target(one))
            done.append(one)
    except BaseException:
        for temporary, _ in staged:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
        _take_back(done)
        raise
    for folder in {_target(one).parent for one in done}:
        _sync_folder(folder)


def _take_back(done: Sequence[Replacement]) -> None:
    """Puts the old contents back where files were replaced before another one could not be."""
    for one in done:
        with contextlib.suppress(OSError):
            if one.old is None:
                _target(one).unlink()
            else:
                _staged(_target(one), (one.old,)).replace(_target(one))


def _target(one: Replacement) -> Path:
    return Path(os.path.realpath(one.path))


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """What the system says, with the file's name."""
    try:
        yield
    except OSError as error:
        raise SaveError(f"{path}: not written: {error.strerror or error}") from error


def _unchanged(target: Path, old: bytes | None) -> None:
    try:
        with target.open("rb") as file:
            same = old is not None and _holds(file, old)
            writable = os.access(target, os.W_OK)
    except FileNotFoundError:
        same, writable = old is None, True
    if not same:
        raise SaveError(f"{target}: changed since it was read; nothing written, run it again")
    if not writable:
        raise SaveError(f"{target}: read-only; nothing written")


def _holds(file: BinaryIO, content: bytes) -> bool:
    """Whether a file's bytes are these."""
    at = 0
    while part := file.read(_AT_ONCE):
        if content[at : at + _AT_ONCE] != part:
            return False
        at += len(part)
    return at == len(content)


_AT_ONCE = 1 << 20


def _staged(target: Path, new: Iterable[bytes | memoryview]) -> Path:
    """A temporary file beside the target that holds the new content, safe on the disk."""
    _sweep(target)
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(new)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(_mode(target))
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
    return Path(name)


def _sweep(target: Path) -> None:
    """Removes what a process that died while writing left behind; the lock says that none is."""
    for stale in target.parent.iterdir():
        if stale.name.startswith(f".{target.name}.") and stale.suffix == ".tmp":
            with contextlib.suppress(OSError):
                stale.unlink()


def _mode(target: Path) -> int:
    """The file's own permissions; for a new one what the process gives to new files."""
    try:
        return target.stat().st_mode & 0o7777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _sync_folder(folder: Path) -> None:
    """Makes the new name last; where a folder cannot be opened the system sees to it itself."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keeps other claimtrack processes from writing in a folder; not to be nested.

    Raises SaveError when another one holds it for longer than ``PATIENCE``. Where folders cannot
    be locked (Windows, some network drives) only the comparison of bytes protects.
    """
    try:
        import fcntl

        handle = os.open(folder, os.O_RDONLY)
    except (ImportError, OSError):
        yield
        return
    try:
        _wait(lambda: fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB), folder)
        yield
    finally:
        os.close(handle)


def _wait(lock: Callable[[], None], folder: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            lock()
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise SaveError(f"{folder}: another claimtrack is writing here") from None
            time.sleep(0.02)
        except OSError:
            return
        else:
            return
