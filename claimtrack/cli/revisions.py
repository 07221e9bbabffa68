"""A ledger as it was in a revision of git: ``HEAD~3:data/claims.yaml``, or ``HEAD~3`` alone."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from claimtrack.cli.failure import Failure
from claimtrack.model import Ledger

_REVISION = re.compile(r"[^\s:]*:[^:]+\.ya?ml")


def named(typed: str) -> bool:
    """Whether what was typed is a revision and a ledger in it; a drive letter is none."""
    return bool(_REVISION.fullmatch(typed)) and typed[1:2] != ":"


def ledger(typed: str) -> Ledger:
    """The ledger that git shows for a revision and a path, seen from the repository's root."""
    done = _git(Path.cwd(), "show", typed)
    if done is None:
        raise Failure("git is not installed")
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip()
        raise Failure(told.removeprefix("fatal: ") or f"git show {typed} failed")
    return _read(done.stdout, typed)


def earlier(typed: str, path: Path) -> Ledger | None:
    """A ledger's file as it was in a revision; None where git knows no such revision of it."""
    target = path.resolve()
    if typed.startswith("-") or not target.is_file():
        return None
    known = _git(target.parent, "rev-parse", "--verify", "--quiet", f"{typed}^{{commit}}")
    if known is None or known.returncode:
        return None
    done = _git(target.parent, "show", f"{typed}:./{target.name}")
    if done is None or done.returncode:
        raise Failure(f"{path} is not in the revision {typed}")
    return _read(done.stdout, f"{typed}:{path}")


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes] | None:
    """What git did in a folder; None where there is no git."""
    try:
        return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Failure(f"git: {error.strerror}") from error


def _read(raw: bytes, name: str) -> Ledger:
    from claimtrack.ledger import read_text
    from claimtrack.ledger.store import decode

    return read_text(decode(raw), name)[0]
