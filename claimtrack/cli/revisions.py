"""A ledger as it was in a revision of git: ``HEAD~3:data/claims.yaml``."""

from __future__ import annotations

import re
import subprocess

from claimtrack.cli.failure import Failure
from claimtrack.model import Ledger

_REVISION = re.compile(r"[^\s:]*:[^:]+\.ya?ml")


def named(typed: str) -> bool:
    """Whether what was typed is a revision and a ledger in it; a drive letter is none."""
    return bool(_REVISION.fullmatch(typed)) and typed[1:2] != ":"


def ledger(typed: str) -> Ledger:
    """The ledger that git shows for a revision and a path, seen from the repository's root."""
    from claimtrack.ledger import read_text
    from claimtrack.ledger.store import decode

    try:
        done = subprocess.run(["git", "show", typed], capture_output=True, check=False)
    except OSError as error:
        raise Failure(f"git: {error.strerror}") from error
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip()
        raise Failure(told.removeprefix("fatal: ") or f"git show {typed} failed")
    return read_text(decode(done.stdout), typed)[0]
