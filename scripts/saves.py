"""An editor that saves every few milliseconds beside writes of the ledger: is a save ever lost?

``python scripts/saves.py [WRITES] [SECONDS BETWEEN SAVES]``, 500 and 0.005 without numbers. The
editor reads the file, numbers its save in a comment, and writes the file back in each of the ways
in which editors do. When it looks again, its last number has to be there. A write that is refused
because of a save is tried again.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import re
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import NamedTuple

from claimtrack import ledger
from claimtrack.ledger.errors import LedgerError

CLAIMS = 20
PATIENCE = 2.0
"""Seconds after which a save that is not there is lost; while it is given back it may be away."""


def in_place(file: Path, content: bytes) -> None:
    """Writes into the file."""
    file.write_bytes(content)


def slowly(file: Path, content: bytes) -> None:
    """Writes into the file in two parts, with a pause between them."""
    with file.open("wb") as stream:
        stream.write(content[:40])
        stream.flush()
        time.sleep(0.002)
        stream.write(content[40:])


def opened_before(file: Path, content: bytes) -> None:
    """Opens the file, and only later empties and writes it."""
    with file.open("r+b") as stream:
        time.sleep(0.002)
        stream.truncate()
        stream.write(content)


def by_rename(file: Path, content: bytes) -> None:
    """Writes a new file and renames it."""
    new = file.with_name("#editor#")
    new.write_bytes(content)
    new.replace(file)


def with_backup(file: Path, content: bytes) -> None:
    """Renames the old file away before it writes the new one."""
    with suppress(FileNotFoundError):
        file.replace(file.with_name("backup~"))
    file.write_bytes(content)


WAYS = (in_place, slowly, opened_before, by_rename, with_backup)
MARK = re.compile(rb"# save (\d+)\n")


class Saved(NamedTuple):
    """How many saves there were, and the numbers of those that went."""

    count: int
    lost: list[int]


def edits(file: Path, save: Callable[[Path, bytes], None], pause: float, ended: Event) -> Saved:
    """Saves until the writes have ended."""
    chance, number, lost = random.Random(save.__name__), 0, []
    while not ended.is_set():
        content = seen(file, number)
        if content is None:
            lost.append(number)
            content = file.read_bytes()
        number += 1
        save(file, MARK.sub(b"", content) + b"# save %d\n" % number)
        longer = 20 if chance.random() < 0.1 else 1  # a thought, in which a write gets through
        time.sleep(longer * pause * 2 * chance.random())
    if seen(file, number) is None:
        lost.append(number)
    return Saved(number, lost)


def seen(file: Path, number: int) -> bytes | None:
    """The file with the save of this number in it; None when that does not come back."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with suppress(FileNotFoundError):
            content = file.read_bytes()
            if b"# save %d\n" % number in content or not number:
                return content
    return None


class Written(NamedTuple):
    """How many writes were done, and how many were refused."""

    done: int
    refused: int


def writes(file: Path, count: int) -> Written:
    """Sets fields, and takes some of it back, until so many writes are done."""
    done = refused = 0
    while done < count:
        try:
            if (done + refused) % 7 == 3:
                ledger.undo(file)
            else:
                ledger.set_fields(file, [f"c{done % CLAIMS}"], {"note": f"n{done}-{refused}"})
        except LedgerError:
            refused += 1
        else:
            done += 1
    return Written(done, refused)


def run(save: Callable[[Path, bytes], None], count: int, pause: float) -> tuple[Saved, Written]:
    """Saves in one process, writes in this one."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_STATE_HOME"] = os.environ["XDG_CACHE_HOME"] = f"{folder}/user"
        file = Path(folder) / "claims.yaml"
        claims = "".join(f"- id: c{number}\n  claim: x\n" for number in range(CLAIMS))
        file.write_text(f"claims:\n{claims}")
        context = multiprocessing.get_context("fork")
        ended, answer = context.Event(), context.SimpleQueue()
        editor = context.Process(
            target=lambda: answer.put(edits(file, save, pause, ended)), daemon=True
        )
        editor.start()
        written = writes(file, count)
        ended.set()
        saved = answer.get()
        editor.join()
        left = [path.name for path in Path(folder).glob(".claims*")]
        print(f"left behind: {left}\n" if left else "", end="")
        return saved, written


def main() -> None:
    """Runs all ways of saving; exits with 1 when a save was lost."""
    if "--help" in sys.argv:
        sys.exit(__doc__)
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    pause = float(sys.argv[2]) if len(sys.argv) > 2 else 0.005
    total = 0
    for save in WAYS:
        start = time.monotonic()
        saved, written = run(save, count, pause)
        total += len(saved.lost)
        print(
            f"{save.__name__:14} {saved.count:6} saves, {len(saved.lost)} lost;"
            f" {written.done} writes done, {written.refused} refused;"
            f" {time.monotonic() - start:.0f} s",
            flush=True,
        )
    sys.exit(total > 0)


if __name__ == "__main__":
    main()
