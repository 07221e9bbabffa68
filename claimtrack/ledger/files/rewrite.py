"""Files of a ledger in which some stretches change, written without a copy of the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from claimtrack.ids import digest
from claimtrack.ledger.files import contents
from claimtrack.ledger.files.atomic_write import Replacement, replace_all
from claimtrack.ledger.files.history import Patch, note, patch_of


class Stretch(NamedTuple):
    """Bytes of a file as it was (end exclusive), and what stands there instead."""

    start: int
    end: int
    new: bytes


@dataclass(frozen=True)
class Rewrite:
    """A file as it was, its checksum, and what changes in it, in order and nowhere twice."""

    path: Path
    raw: bytes
    checksum: str
    stretches: tuple[Stretch, ...]

    @cached_property
    def parts(self) -> tuple[bytes | memoryview, ...]:
        """The file as it is to be, in parts: what stays, what changes, what stays."""
        return tuple(self._parts())

    def _parts(self) -> Iterator[bytes | memoryview]:
        whole, at = memoryview(self.raw), 0
        for start, end, new in self.stretches:
            yield whole[at:start]
            yield new
            at = end
        yield whole[at:]

    def patch(self) -> Patch:
        """How it is taken back."""
        shift, back = 0, []
        for start, end, new in self.stretches:
            back.append((start + shift, start + shift + len(new), self.raw[start:end]))
            shift += len(new) - (end - start)
        after = digest(*self.parts)
        contents.note(after, *self.parts)
        return patch_of(self.path, (self.checksum, after), back)


def write(
    path: Path,
    folder: Path,
    rewrites: Sequence[Rewrite],
    beside: Sequence[Replacement] = (),
    patches: Sequence[Patch] = (),
) -> None:
    """Writes changes of a ledger, noted before so that they can be taken back; all or none.

    ``beside`` are other files that are written with it, with their ``patches``. To be called under
    the locks of ``folder`` and of the files' own. Raises SaveError as :func:`replace_all` does.
    """
    own = [rewrite.patch() for rewrite in rewrites]
    if own or patches:
        note(path, [*own, *patches])
    replaced = [
        Replacement(rewrite.path, rewrite.raw, rewrite.parts, (rewrite.checksum, noted.after))
        for rewrite, noted in zip(rewrites, own, strict=True)
    ]
    replace_all(folder, [*replaced, *beside])
