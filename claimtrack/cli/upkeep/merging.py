"""Two versions of a ledger merged for git, by claim and field; else, as git does, by lines."""

from __future__ import annotations

from pathlib import Path

from claimtrack.cli.console import output
from claimtrack.cli.console.programs import as_operand, git, said
from claimtrack.cli.failure import Failure, refusals
from claimtrack.ledger.errors import LedgerError


def merged(base: Path, ours: Path, theirs: Path, name: str) -> bool:
    """Write the merged ledger in place of ours; whether nothing is left to decide."""
    from claimtrack.ledger import merge_contents
    from claimtrack.ledger.files.paths import content

    old, own, new = map(content, (base, ours, theirs))
    try:
        result, conflicts = merge_contents(old, own, new, ("ours", "theirs"))
    except (LedgerError, UnicodeError) as error:
        output.remark(f"{name}: {error}; merged line by line")
        return _by_lines(base, ours, theirs)
    _write(ours, own, result)
    output.remark(*(f"{name}: both changed {place}" for place in conflicts))
    return not conflicts


def _write(file: Path, old: bytes, new: bytes) -> None:
    from claimtrack.ledger.files.atomic_write import Replacement, replace_all
    from claimtrack.ledger.files.write_session import writing

    with refusals(), writing(file) as folder:
        replace_all(folder, [Replacement(file, old, (new,))])


def _by_lines(base: Path, ours: Path, theirs: Path) -> bool:
    labels = ["-L", "ours", "-L", "base", "-L", "theirs"]
    old = ours.read_bytes()
    done = git("merge-file", "-p", *labels, *map(as_operand, (ours, base, theirs)))
    if done is None:
        raise Failure("git is not installed")
    if not 0 <= done.returncode < 128:
        raise Failure(f"git merge-file failed: {said(done)}")
    _write(ours, old, done.stdout)
    return done.returncode == 0
