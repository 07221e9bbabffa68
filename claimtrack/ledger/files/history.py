"""What the tool changed in a ledger, kept so that it can be taken back.

Each change of a ledger is one small file in the user's state folder: for every file of the ledger
its hash after the change, and the bytes that the change replaced. Only the bytes between the first
and the last difference are kept. Without such a folder nothing can be taken back; a warning says
so.
"""

from __future__ import annotations

import contextlib
import json
import os
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from claimtrack.ids import digest
from claimtrack.ledger.errors import LedgerWarning
from claimtrack.ledger.files.paths import reason
from claimtrack.ledger.files.user_folder import key_of, user_folder
from claimtrack.ledger.yaml.common_bytes import common_end, common_start

KEPT = 500
"""How many changes of a ledger can be taken back: an hour of deciding, claim by claim."""

_OWN: dict[Path, Path] = {}
"""By the folder of a ledger's notes, the last note that this process made."""


@dataclass(frozen=True, slots=True)
class Patch:
    """One file's change, backwards: the bytes from ``start`` to ``end`` were ``old``.

    ``before`` and ``after`` are hashes of the whole file; ``before`` is None when there was none.
    ``more`` are further stretches behind the first, in order, all counted in the file as it is.
    """

    file: str
    before: str | None
    after: str
    start: int
    end: int
    old: str
    more: Sequence[tuple[int, int, str]] = ()

    def stretches(self) -> Iterator[tuple[int, int, bytes]]:
        """What is taken back: start and end in the file as it is, and the bytes that were there."""
        for start, end, old in ((self.start, self.end, self.old), *self.more):
            yield start, end, old.encode("latin-1")

    def undone(self, content: bytes) -> tuple[bytes | memoryview, ...] | None:
        """The file as it was before, in parts; None when it was not there."""
        if self.before is None:
            return None
        whole, at = memoryview(content), 0
        parts: list[bytes | memoryview] = []
        for start, end, old in self.stretches():
            parts += [whole[at:start], old]
            at = end
        return (*parts, whole[at:])


@dataclass(frozen=True, slots=True)
class Step:
    """A change that was noted: in which file of the state folder, and what it did."""

    note: Path
    patches: tuple[Patch, ...]


def patch(file: Path, old: bytes | None, new: bytes) -> Patch:
    """How ``new`` is turned back into ``old``."""
    before, old = None if old is None else digest(old), old or b""
    start = common_start(old, new)
    end = common_end(old, new, start)
    middle = old[start : len(old) - end].decode("latin-1")
    return Patch(os.path.realpath(file), before, digest(new), start, len(new) - end, middle)


def patch_of(file: Path, hashes: tuple[str, str], back: Sequence[tuple[int, int, bytes]]) -> Patch:
    """How a file is turned back: stretches of it as it is now, with the bytes that were there.

    ``hashes`` are those of the whole file before and after.
    """
    (start, end, old), *more = ((a, b, raw.decode("latin-1")) for a, b, raw in back)
    return Patch(os.path.realpath(file), *hashes, start, end, old, tuple(more))


def note(ledger: Path, patches: Sequence[Patch]) -> None:
    """Notes a change that is about to be written; warns where it could not be taken back then."""
    try:
        folder = _folder(ledger)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        earlier = sorted(folder.glob("*.json"))
        number = int(earlier[-1].stem) + 1 if earlier else 1
        made = folder / f"{number:08d}.json"
        _write(made, json.dumps([asdict(patch) for patch in patches]))
        _OWN[folder] = made
    except OSError as error:
        warning = f"`claimtrack undo` cannot undo this: {reason(error)}"
        warnings.warn(LedgerWarning(f"{ledger}: {warning}"), stacklevel=2)
    else:
        for old in earlier[: max(0, len(earlier) + 1 - KEPT)]:
            old.unlink(missing_ok=True)


def own_step(ledger: Path) -> Step | None:
    """The last change of a ledger that this process noted; None where its note is gone."""
    note = _OWN.get(_folder(ledger))
    return next((step for step in steps(ledger) if step.note == note), None) if note else None


def _write(file: Path, text: str) -> None:
    """Writes a note whole or not at all; what a kill left of an earlier one is written over."""
    part = file.with_suffix(".part")
    try:
        part.touch(mode=0o600)
        part.write_text(text, encoding="ascii")
        part.replace(file)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def steps(ledger: Path) -> Iterator[Step]:
    """The changes that were noted for a ledger, the last one first; damaged notes are none."""
    for file in sorted(_folder(ledger).glob("*.json"), reverse=True):
        with contextlib.suppress(OSError, ValueError, TypeError):
            patches = tuple(Patch(**fields) for fields in json.loads(file.read_text("ascii")))
            yield Step(file, patches)


def is_own(ledger: Path, file: Path, content: bytes) -> bool:
    """Whether this is what the last noted change of a file made of it, no hand having changed it.

    A file whose change is noted no more counts as somebody else's.
    """
    name, checksum = os.path.realpath(file), digest(content)
    noted = (patch for step in steps(ledger) for patch in step.patches if patch.file == name)
    last = next(noted, None)
    return last is not None and last.after == checksum


def _folder(ledger: Path) -> Path:
    return user_folder("state") / "history" / key_of(ledger)
