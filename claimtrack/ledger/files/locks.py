"""Folders locked against other claimtrack processes that write."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from claimtrack.ledger.errors import SaveError

PATIENCE = 10.0
"""Seconds to wait for another process that writes."""


@contextmanager
def locked(*folders: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Keeps other claimtrack processes from writing in these folders; not to be nested.

    The system lets go of the locks when the process dies. Raises SaveError when another process
    holds one for longer than ``patience`` seconds. Where folders cannot be locked (Windows, some
    network drives) only the look at what comes out of an exchange protects.
    """
    with ExitStack() as stack:
        for folder in sorted(set(folders)):  # in one order, so that no two wait for each other
            stack.enter_context(_locked(folder, patience))
        yield


@contextmanager
def _locked(folder: Path, patience: float) -> Iterator[None]:
    try:
        import fcntl

        handle = os.open(folder, os.O_RDONLY)
    except (ImportError, OSError):
        yield
        return
    try:
        _wait(lambda: fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB), folder, patience)
        yield
    finally:
        os.close(handle)


def _wait(lock: Callable[[], None], folder: Path, patience: float) -> None:
    deadline = time.monotonic() + patience
    while True:
        try:
            lock()
        except BlockingIOError:
            if time.monotonic() >= deadline:
                raise SaveError(f"{folder}: another claimtrack is writing here") from None
            time.sleep(0.02)
        except OSError:
            return
        else:
            return
