"""What the tool changed in a ledger, kept so that it can be taken back.

Each change of a ledger is one small file in the user's state folder: for every file of the ledger
its hash after the change, and the bytes that the change replaced. Only the bytes between the first
and the last difference are kept. Without such a folder nothing can be taken back, no more.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from claimtrack.ledger.userfolder import key_of, user_folder

KEPT = 50
"""How many changes of a ledger can be taken back."""


@dataclass(frozen=True, slots=True)
class Patch:
    """One file's change, backwards: the bytes from ``start`` to ``end`` were ``old``.

    ``before`` and ``after`` are hashes of the whole file; ``before`` is None when there was none.
    """

    file: str
    before: str | None
    after: str
    start: int
    end: int
    old: str

    def undone(self, content: bytes) -> bytes | None:
        """The file as it was before; None when it was not there."""
        if self.before is None:
            return None
        return content[: self.start] + self.old.encode("latin-1") + content[self.end :]


@dataclass(frozen=True, slots=True)
class Step:
    """A change that was noted: in which file of the state folder, and what it did."""

    note: Path
    patches: tuple[Patch, ...]


def patch(file: Path, old: bytes | None, new: bytes, head: int = 0, tail: int = 0) -> Patch:
    """How ``new`` is turned back into ``old``.

    So many bytes at their ``head`` and ``tail`` are known to be the same.
    """
    was = old or b""
    one, other = was[head : len(was) - tail], new[head : len(new) - tail]
    start = _common(one, other)
    rest = min(len(one), len(other)) - start
    end = _common(one[len(one) - rest :][::-1], other[len(other) - rest :][::-1])
    before = None if old is None else digest(old)
    middle = one[start : len(one) - end].decode("latin-1")
    until = len(new) - tail - end
    return Patch(os.path.realpath(file), before, digest(new), head + start, until, middle)


def digest(content: bytes) -> str:
    """A hash of a file's content."""
    return sha256(content).hexdigest()


def _common(one: bytes, other: bytes) -> int:
    """How many bytes two texts have in common at their start."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def note(ledger: Path, patches: Sequence[Patch]) -> None:
    """Notes a change that is about to be written; quietly not where nothing can be noted."""
    with contextlib.suppress(OSError):
        folder = _folder(ledger)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        earlier = sorted(folder.glob("*.json"))
        number = int(earlier[-1].stem) + 1 if earlier else 1
        new = folder / f"{number:08d}.json"
        new.touch(mode=0o600)
        new.write_text(json.dumps([asdict(one) for one in patches]), encoding="ascii")
        for old in earlier[: max(0, len(earlier) + 1 - KEPT)]:
            old.unlink()


def steps(ledger: Path) -> Iterator[Step]:
    """The changes that were noted for a ledger, the last one first; damaged notes are none."""
    for one in sorted(_folder(ledger).glob("*.json"), reverse=True):
        with contextlib.suppress(OSError, ValueError, TypeError):
            patches = tuple(Patch(**fields) for fields in json.loads(one.read_text("ascii")))
            yield Step(one, patches)


def _folder(ledger: Path) -> Path:
    return user_folder("state") / "history" / key_of(ledger)
