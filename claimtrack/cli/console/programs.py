"""Other programs, called so that no name from outside is taken for an option of theirs."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from claimtrack.cli.failure import Failure


def as_operand(file: Path) -> str:
    """A file's name as no program takes it for an option or, as vi does with ``+``, a command."""
    name = str(file)
    return f"./{name}" if name[:1] in ("-", "+") else name


def git(*arguments: str, folder: Path | None = None) -> subprocess.CompletedProcess[bytes] | None:
    """What git did in a folder, and what it said; None where there is no git."""
    try:
        return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Failure(f"git: {error.strerror}") from error


def pager(command: Sequence[str], environment: Mapping[str, str]) -> subprocess.Popen[str] | None:
    """A pager that reads what is written to it; None where there is no such program."""
    try:
        return subprocess.Popen(
            command, stdin=subprocess.PIPE, env=environment, encoding="utf-8", errors="replace"
        )
    except OSError:
        return None


def said(done: subprocess.CompletedProcess[bytes]) -> str:
    """What git said was wrong."""
    return done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
