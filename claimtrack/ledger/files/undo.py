"""The last change that the tool made, taken back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from claimtrack.ledger.errors import SaveError, UndoError
from claimtrack.ledger.files.atomic_write import Replacement, replace_all
from claimtrack.ledger.files.contents import checksum
from claimtrack.ledger.files.history import Patch, Step, steps
from claimtrack.ledger.files.line_diff import differences
from claimtrack.ledger.files.paths import reason
from claimtrack.ledger.files.write_session import writing

_Stretch = tuple[int, int, bytes]


@dataclass(frozen=True, slots=True)
class Undone:
    """A file as it is before a change is taken back, and how it is taken back."""

    file: Path
    old: bytes
    patch: Patch

    @property
    def checksums(self) -> tuple[str, str | None]:
        """Those of the file before and after, the second None for one that goes."""
        return self.patch.after, self.patch.before

    def lines(self) -> Iterator[str]:
        """The lines that go and come when it is taken back, marked by ``-`` and ``+``.

        Only the lines around the stretches are looked at: a large file differs in few.
        """
        if self.patch.before is None:
            return differences(_lines(self.old), [])
        gone: list[bytes] = []
        come: list[bytes] = []
        for first, last, stretches in self._regions():
            gone.append(self.old[first:last])
            at = first
            for start, end, instead in stretches:
                come += [self.old[at:start], instead]
                at = end
            come.append(self.old[at:last])
        return differences(_lines(b"".join(gone)), _lines(b"".join(come)))

    def _regions(self) -> list[tuple[int, int, list[_Stretch]]]:
        """The whole lines that stretches touch, from their start to behind their end."""
        regions: list[tuple[int, int, list[_Stretch]]] = []
        for stretch in self.patch.stretches():
            start, end, instead = stretch
            first = self.old.rfind(b"\n", 0, start) + 1
            whole_lines = self.old[max(0, end - 1) : end] in (b"", b"\n") and instead[-1:] in (
                b"",
                b"\n",
            )
            stop = end if whole_lines else self.old.find(b"\n", end) + 1
            last = stop or len(self.old)
            if regions and first < regions[-1][1]:
                first, before, together = regions.pop()
                regions.append((first, max(before, last), [*together, stretch]))
            else:
                regions.append((first, last, [stretch]))
        return regions


def undo(path: Path, *, dry_run: bool = False, only: Path | None = None) -> tuple[Undone, ...]:
    """Takes back the last change that was written to a ledger; again, the one before it.

    ``only`` is the note of the change that is meant. Raises UndoError when nothing is noted, when
    another change than that is the last one, or when a file changed since, by whatever hand.
    """
    try:
        with writing(path) as folder:
            step, contents = _last(path)
            if only is not None and step.note != only:
                raise UndoError(f"{path}: another change followed this one")
            if not dry_run:
                _write(folder, contents)
                with suppress(OSError):  # what is taken back already is passed over next time
                    step.note.unlink()
    except OSError as error:
        raise SaveError(f"{path}: {reason(error)}") from error
    return contents


def _last(path: Path) -> tuple[Step, tuple[Undone, ...]]:
    """The last change that was really written: a process may have died before it was."""
    for step in steps(path):
        undone = tuple(filter(None, map(_undone, step.patches)))
        if undone:
            return step, undone
    raise UndoError(f"{path}: nothing to undo")


def _content(patch: Patch) -> bytes | None:
    try:
        return Path(patch.file).read_bytes()
    except FileNotFoundError:
        return None


def _undone(patch: Patch) -> Undone | None:
    """A file with its change taken back; None where the change was never written.

    Raises UndoError where the file was changed since.
    """
    now = _content(patch)
    is_now = None if now is None else checksum(now)
    if is_now == patch.before:
        return None
    if now is None or is_now != patch.after:
        raise UndoError(f"{patch.file}: changed since; undo it by hand")
    return Undone(Path(patch.file), now, patch)


def _write(folder: Path, undone: Sequence[Undone]) -> None:
    replacements = [
        Replacement(
            each.file, each.old, each.patch.undone(each.old),
            (each.patch.after, each.patch.before or ""),
        )
        for each in undone
    ]  # fmt: skip
    replace_all(folder, replacements)


def _lines(content: bytes) -> list[str]:
    return content.decode("utf-8", "replace").splitlines()
