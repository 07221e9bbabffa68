"""A random walk of commands, hand edits and kills over ledgers that are files and folders.

``python -m tests.ledger.walking [STEPS] [SEED]`` from the project's folder. A hand edits at any
moment, also before any file operation of a command, and any command may be killed before any of
them. After each step nothing that the hand typed is gone, nothing that it deleted is back, each
command is there as a whole or not at all, and the ledger reads without a problem.
"""

from __future__ import annotations

import os
import random
import re
import sys
import tempfile
import time
import warnings
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from claimtrack import ledger
from claimtrack.ledger.errors import LedgerError, LedgerWarning
from claimtrack.ledger.files.write_session import restore
from tests.ledger.readings import BODY, article, claims
from tests.ledger.stopping import at_operations, killed_at

FRESH = 200
"""After so many steps the ledgers are new ones, so that they stay small."""
OPERATIONS = 90
"""Kills and saves come before one of so many operations; a write takes fewer or more."""

HAND = re.compile(r"# hand \d+$", re.M)


def in_place(file: Path, text: str) -> None:
    """Saves as editors do that write into the file."""
    file.write_text(text)


def by_rename(file: Path, text: str) -> None:
    """Saves as editors do that write a new file and rename it."""
    new = file.with_name("#editor#")
    new.write_text(text)
    new.replace(file)


def with_backup(file: Path, text: str) -> None:
    """Saves as editors do that rename the old file away first."""
    with suppress(FileNotFoundError):
        file.replace(file.with_name("backup~"))
    file.write_text(text)
    file.with_name("backup~").unlink(missing_ok=True)


SAVES = (in_place, by_rename, with_backup)


@dataclass
class Walk:
    """One ledger on its way: what hands typed and deleted, how often what was done."""

    path: Path
    chance: random.Random
    counts: Counter[str]
    typed: set[str] = field(default_factory=set)
    deleted: set[str] = field(default_factory=set)

    @property
    def folder(self) -> Path:
        """The folder of the ledger."""
        return self.path if self.path.is_dir() else self.path.parent

    def files(self) -> list[Path]:
        """The files of the ledger, by name."""
        return sorted(self.folder.glob("*.yaml"))

    def text(self) -> str:
        """All that the files hold, and what was saved twice at one time."""
        rescued = self.folder.glob("*.rescued*")
        return "".join(file.read_text() for file in (*self.files(), *rescued))

    def number(self, name: str) -> int:
        """Counts something; how often it was."""
        self.counts[name] += 1
        return self.counts[name]


def lay_out(folder: Path, *, several: bool) -> Path:
    """A new ledger, as a file or as a folder of three."""
    folder.mkdir()
    for name in ("a", "b", "c") if several else ("claims",):
        items = "".join(f"- id: {name}{number}\n  claim: x\n" for number in range(4))
        (folder / f"{name}.yaml").write_text(f"claims:\n{items}")
    return folder if several else folder / "claims.yaml"


def types(walk: Walk, name: str) -> None:
    """A hand types a comment at the end of a file and saves."""
    if files := walk.files():
        file = walk.chance.choice(files)
        walk.chance.choice(SAVES)(file, f"{file.read_text()}{name}\n")
        (walk.folder / "saved").write_text(name)


def deletes(walk: Walk) -> None:
    """A hand deletes a comment that it typed before, and saves."""
    for file in walk.chance.sample(walk.files(), len(walk.files())):
        if found := HAND.findall(file.read_text()):
            gone = walk.chance.choice(found)
            walk.chance.choice(SAVES)(file, file.read_text().replace(f"{gone}\n", ""))
            walk.typed.discard(gone)
            walk.deleted.add(gone)
            walk.number("deletions by hand")
            return


class Command(NamedTuple):
    """A command to run, the word that it writes and how often; none for one that writes no word."""

    run: partial[object]
    token: str = ""
    times: int = 0


def command(walk: Walk) -> Command:
    """One of the commands, for a few claims."""
    token = f"token-{walk.number('commands')}-"
    ids = [claim.id for claim in ledger.load(walk.path)[0].claims]
    some = walk.chance.sample(ids, min(len(ids), walk.chance.randint(1, 6)))
    return walk.chance.choice(
        (
            Command(partial(ledger.set_fields, walk.path, some, {"note": token}), token, len(some)),
            Command(partial(ledger.add_note, walk.path, some, token), token, len(some)),
            Command(partial(ledger.tag, walk.path, some, [token]), token, len(some)),
            Command(partial(ledger.add, walk.path, {"claim": token}), token, 1),
            Command(partial(merges, walk, token)),
            Command(partial(ledger.undo, walk.path)),
            Command(partial(ledger.undo, walk.path)),
        )
    )


def merges(walk: Walk, token: str) -> None:
    """An article is read again: its claims, and its text in a file beside the ledger."""
    place = walk.folder / "texts" / "pegel.txt"
    old = place.read_bytes() if place.exists() else None
    body = f"{BODY} {token}"
    of = replace(article(body), file=str(place))
    ledger.merge(walk.path, [(of, claims(body))], texts={place: (old, body.encode())})


def step(walk: Walk) -> None:
    """A hand edits, or a command runs: undisturbed, beside a hand that saves, or until a kill."""
    what = walk.chance.choice(("type", "delete", "run", "save", "kill", "save and kill"))
    walk.number(what)
    before = ids_of(walk)
    if what == "delete":
        return deletes(walk)
    name = f"# hand {walk.number('numbers')}"
    if what == "type":
        types(walk, name)
        return None
    chosen = command(walk)
    saved, killed = (walk.chance.randint(1, OPERATIONS) for _ in range(2))
    acts = {saved: lambda: types(walk, name)} if "save" in what else {}
    if "kill" in what:
        walk.counts["killed"] += killed_at(killed, chosen.run, acts)
        done = None  # it may have been refused, or come to its end
    else:
        done = runs(chosen.run, acts)
        walk.counts["refused"] += not done
    return assert_whole(walk, chosen, done, before)


def runs(run: Callable[[], object], acts: dict[int, Callable[[], None]]) -> bool:
    """Whether a command was done, not refused."""
    try:
        with at_operations(acts):
            run()
    except LedgerError:
        return False
    return True


def ids_of(walk: Walk) -> set[str]:
    """The ids of all claims; a stopped write is restored by reading."""
    found, problems = ledger.load(walk.path)
    assert not [problem for problem in problems if problem.severity == "error"], problems
    return {claim.id for claim in found.claims}


def assert_whole(walk: Walk, chosen: Command, done: bool | None, before: set[str]) -> None:
    """A command is there as a whole or not at all; ``done`` is None after a kill."""
    after = ids_of(walk)
    text = walk.text()
    times = text.count(chosen.token) if chosen.token else 0
    allowed = (0, chosen.times) if done is None else (chosen.times,) if done else (0,)
    assert not chosen.token or times in allowed, (chosen, done, times)
    if chosen.run.func is not ledger.undo:
        assert before <= after, before - after


def assert_nothing_lost(walk: Walk) -> None:
    """What hands typed is there, what they deleted is not, and a text is that of its claims."""
    restore(walk.path)
    saved = walk.folder / "saved"
    if saved.exists():
        walk.typed.add(saved.read_text())
        saved.unlink()
    text = walk.text()
    there = set(HAND.findall(text))
    assert walk.typed <= there, walk.typed - there
    assert not walk.deleted & there, walk.deleted & there
    place = walk.folder / "texts" / "pegel.txt"
    checksums = re.findall(r"sha256: (\w+)", text)
    held = [sha256(place.read_bytes()).hexdigest()] if place.exists() else []
    assert held == checksums, (held, checksums)
    left = [file.name for file in walk.folder.rglob("*claimtrack*")]
    assert not left, left


def walked(steps: int, seed: int, *, several: bool) -> Counter[str]:
    """Walks so many steps; what was done, and how often. Raises AssertionError for what is lost."""
    counts: Counter[str] = Counter()
    for start in range(0, steps, FRESH):
        with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
            warnings.simplefilter("ignore", LedgerWarning)
            chance = random.Random(f"{seed} {start} {several}")
            walk = Walk(lay_out(Path(folder) / "ledger", several=several), chance, counts)
            for number in range(start, min(start + FRESH, steps)):
                try:
                    step(walk)
                    assert_nothing_lost(walk)
                except AssertionError as error:
                    error.add_note(walk.text())
                    error.add_note(f"at step {number} of seed {seed}, {walk.path}")
                    raise
                counts["steps"] += 1
            counts["rescued"] += len(list(walk.folder.glob("*.rescued*")))
    return counts


def main() -> None:
    """Walks over a folder and over a file, half of the steps each, and says what was done."""
    steps = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    for several in (False, True):
        with tempfile.TemporaryDirectory() as user:
            os.environ["XDG_STATE_HOME"] = os.environ["XDG_CACHE_HOME"] = user
            start = time.monotonic()
            counts = walked(steps // 2, seed, several=several)
            told = ", ".join(f"{count} {name}" for name, count in counts.most_common())
            print(f"{'folder' if several else 'file'}: {told}; {time.monotonic() - start:.0f} s")


if __name__ == "__main__":
    main()
