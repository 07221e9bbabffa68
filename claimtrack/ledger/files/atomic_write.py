"""Files replaced, made and removed: all or none, and none that changed since it was read."""

from __future__ import annotations

import contextlib
import os
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from claimtrack.ledger.errors import LedgerWarning, SaveError
from claimtrack.ledger.files import journal, staging, steps
from claimtrack.ledger.files.staging import NONE, Staged, holds, short


class Replacement(NamedTuple):
    """A file's content as it was read, and as it is to be, in parts; None stands for no file.

    ``checksums`` are SHA-256 of both in hexadecimal, from whoever has them already.
    """

    path: Path
    old: bytes | None
    new: tuple[bytes | memoryview, ...] | None
    checksums: tuple[str, str] | None = None


def replace_all(folder: Path, files: Sequence[Replacement]) -> None:
    """Replaces the contents of files; where one cannot be written, none is.

    Symbolic links are followed; owner, group, mode, extended attributes and access lists are
    kept as far as the system lets this user. To be called under the lock of ``folder`` (and of
    the files' own), where the journal is kept that :func:`recovery.recover` reads after a kill.

    Raises SaveError when a file does not hold what was read any more, when it may not be written,
    or when the disk takes no more; all files are then as they were, or as their user saved them.
    """
    for file in files:
        with _errors_of(file.path):
            _check(file)
    changes = [file for file in files if _differs(file)]
    staged = [_named(change) for change in changes]
    try:
        _stage_all(folder, changes, staged)
        _put_all(changes, staged)
    except BaseException:
        _take_back(folder, staged)
        raise
    with contextlib.suppress(OSError):  # else the next command does it
        journal.end(folder)
        for each in staged:
            each.path.unlink(missing_ok=True)
        journal.remove(folder)


def _stage_all(folder: Path, changes: Sequence[Replacement], staged: Sequence[Staged]) -> None:
    """Stages the new contents; a journal is kept where more than a file of the folder changes."""
    listed = len(staged) > 1 or any(file.target.parent != folder for file in staged)
    with _errors_of(folder):
        if listed:
            journal.write(folder, staged)
    for change, file in zip(changes, staged, strict=True):
        with _errors_of(change.path):
            if change.new is not None:
                staging.write(file, change.new)
    with _errors_of(folder):
        if listed:
            journal.begin(folder)


def _put_all(changes: Sequence[Replacement], staged: Sequence[Staged]) -> None:
    """Puts all files in their places, and looks at what came out, again at the very end.

    An editor that opened a file right before the exchange shows only a moment later.
    """
    for change, file in zip(changes, staged, strict=True):
        with _errors_of(change.path):
            _put(change, file)
    for parent in {file.target.parent for file in staged}:
        _sync(parent)
    for change, file in zip(changes, staged, strict=True):
        with _errors_of(change.path):
            _look(change, file)


def _put(change: Replacement, file: Staged) -> None:
    try:
        steps.put(file)
    except (FileExistsError, FileNotFoundError):
        raise _changed(change.path) from None
    _look(change, file)


def _look(change: Replacement, file: Staged) -> None:
    if not steps.is_untouched(file, change.old):
        raise _changed(change.path)


def _take_back(folder: Path, staged: Sequence[Staged]) -> None:
    """Restores all files. What cannot be restored now is left to the next command."""
    with contextlib.suppress(OSError):
        for file in reversed(staged):
            steps.take_back(file)
        journal.end(folder)
        for file in staged:
            steps.discard(file)
        journal.remove(folder)


def _named(change: Replacement) -> Staged:
    """The name of a file that is staged for a change."""
    old, new = change.checksums or (short(change.old or b""), short(*change.new or ()))
    old = NONE if change.old is None else old[: len(NONE)]
    new = NONE if change.new is None else new[: len(NONE)]
    return staging.named(_target(change), old, new)


def _differs(change: Replacement) -> bool:
    """Whether anything changes; no file (None) stays no file.

    What comes in several parts was put together because it changes. It is not compared: a view of a
    large file and the file are compared byte by byte, in seconds.
    """
    if change.new is None:
        return change.old is not None
    return len(change.new) != 1 or change.new[0] != change.old


def _target(change: Replacement) -> Path:
    return Path(os.path.realpath(change.path))


def _check(file: Replacement) -> None:
    """Refuses early what would be refused in the end, before anything is touched."""
    target = _target(file)
    try:
        same = file.old is not None and holds(target, file.old)
        status = target.stat()
    except FileNotFoundError:
        if file.old is not None:
            raise _changed(file.path) from None
        return
    if not same:
        raise _changed(file.path)
    if not os.access(target, os.W_OK):
        raise SaveError(f"{file.path}: read-only; nothing was written")
    if status.st_nlink > 1 and _differs(file):
        warning = "has a second name (a hard link), which keeps the old content"
        warnings.warn(LedgerWarning(f"{file.path}: {warning}"), stacklevel=3)


def _changed(path: Path) -> SaveError:
    return SaveError(
        f"{path}: changed since it was read; nothing was written, run the command again"
    )


@contextmanager
def _errors_of(path: Path) -> Iterator[None]:
    """Gives what the system says the name of a file."""
    try:
        yield
    except OSError as error:
        raise SaveError(f"{path}: not written: {error.strerror or error}") from error


def _sync(folder: Path) -> None:
    """Makes new names last; where a folder cannot be opened the system sees to it itself."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
