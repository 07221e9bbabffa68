"""A ledger as it was in a revision of git: ``HEAD~3:data/claims.yaml``, or ``HEAD~3`` alone."""

from __future__ import annotations

import re
from pathlib import Path

from claimtrack.cli.console.programs import git, said
from claimtrack.cli.failure import Failure
from claimtrack.model import Ledger

_REVISION = re.compile(r"[^\s:]*:[^:]+\.ya?ml")


def named(typed: str) -> bool:
    """Whether what was typed is a revision and a ledger in it; a drive letter is none."""
    return bool(_REVISION.fullmatch(typed)) and typed[1:2] != ":"


def ledger(typed: str) -> Ledger:
    """The ledger that git has for a revision and a path, seen from the repository's root."""
    if _is_option(typed):
        raise Failure(f"{typed!r} is not a revision: a revision does not begin with a hyphen")
    done = git("cat-file", "blob", typed)
    if done is None:
        raise Failure("git is not installed")
    if done.returncode:
        raise Failure(said(done) or f"git has no {typed}")
    return _read(done.stdout, typed)


def earlier(typed: str, path: Path) -> Ledger | None:
    """A ledger's file as it was in a revision; None where git knows no such revision of it."""
    target = path.resolve()
    if _is_option(typed) or not target.is_file():
        return None
    folder = target.parent
    known = git("rev-parse", "--verify", "--quiet", f"{typed}^{{commit}}", folder=folder)
    if known is None or known.returncode:
        return None
    done = git("cat-file", "blob", f"{typed}:./{target.name}", folder=folder)
    if done is None or done.returncode:
        raise Failure(f"{path} is not in the revision {typed}")
    return _read(done.stdout, f"{typed}:{path}")


def _is_option(typed: str) -> bool:
    """Whether git would take it for an option: ``--output=FILE`` would write a file."""
    return typed.startswith("-")


def _read(raw: bytes, name: str) -> Ledger:
    from claimtrack.ledger import read_text
    from claimtrack.ledger.files.paths import decode

    return read_text(decode(raw), name)[0]
