"""A ledger's folders while it is written, and after a write that was stopped.

What writing needs is loaded when something is written, or was stopped: most commands only read.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from claimtrack.ledger.errors import SaveError
from claimtrack.ledger.files.paths import files, folder_of, of_a_write


@contextmanager
def writing(path: Path) -> Iterator[Path]:
    """Locks the folders of a ledger's files and restores what was stopped in them before.

    Yields the folder of the ledger. Raises SaveError when another process writes there.
    """
    from claimtrack.ledger.files.locks import locked
    from claimtrack.ledger.files.recovery import recover

    folder = folder_of(path)
    parents = {folder, *(folder_of(file) for file in files(path))}
    with locked(*parents):
        for parent in sorted(parents, key=lambda parent: parent != folder):
            recover(parent)
        yield folder


def restore(path: Path) -> None:
    """Finishes or takes back a write to a ledger that was stopped, if one was.

    It is left to a later command while somebody writes, or where nothing can be written.
    """
    with suppress(OSError, SaveError):
        folder = folder_of(path)
        if of_a_write(folder):
            from claimtrack.ledger.files.locks import locked
            from claimtrack.ledger.files.recovery import recover

            with locked(folder, patience=0):
                recover(folder)
