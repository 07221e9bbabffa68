"""Checking a ledger, and mending what has one right answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from claimtrack.cli.console import output
from claimtrack.cli.failure import refusals
from claimtrack.model import Problem


def problems(path: Path, *, fix: bool, coverage: bool = False) -> tuple[Problem, ...]:
    """Every problem of the ledger; with ``fix`` those that are left after mending.

    With ``coverage`` also what of the articles no claim accounts for.
    """
    from claimtrack import ledger

    if fix:
        with refusals():
            output.remark(*(f"mended: {line}" for line in ledger.fix(path)))
    return (*ledger.check(path), *(_gaps(path) if coverage else ()))


def _gaps(path: Path) -> list[Problem]:
    """The open gaps; of articles that cannot be read the check has told."""
    from claimtrack import ledger
    from claimtrack.cli.looking import gaps

    return [problem for problem in gaps.problems(ledger.load(path)[0]) if problem.code]


def summary(path: Path, problems: Sequence[Problem]) -> str:
    """``claims.yaml: 2 errors, 1 warning``."""
    counts = Counter(problem.severity for problem in problems)
    counted = [
        output.counted(counts[severity], severity)
        for severity in ("error", "warning")
        if counts[severity]
    ]
    return f"{path}: {', '.join(counted) or 'no problems'}"
