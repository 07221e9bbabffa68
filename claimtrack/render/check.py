"""Problems of a ledger: for people with the line and a caret, as JSON, as SARIF for code hosts."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from urllib.parse import quote

from claimtrack.model import Problem
from claimtrack.render import contract, safe
from claimtrack.render.json import dumps
from claimtrack.render.screen import Piece, Screen, line
from claimtrack.render.text_columns import width

FORMATS = ("text", "json", "sarif")
_STYLES = {"error": "bad", "warning": "warn"}
_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"


def render(problems: Sequence[Problem], form: str, screen: Screen) -> Iterator[str]:
    """The lines of a report in one of `FORMATS`."""
    if form == "text":
        for problem in problems:
            yield from view(problem, screen)
    else:
        report = (
            sarif(problems) if form == "sarif" else list(map(contract.problem_record, problems))
        )
        yield dumps(report, indent=2)


def view(problem: Problem, screen: Screen) -> Iterator[str]:
    """Place, severity and message; the line with a caret below it; what would help."""
    place = f"{problem.file}:{problem.line}:{problem.column}" if problem.line else problem.file
    severity = Piece(problem.severity, _STYLES[problem.severity])
    yield line(screen, Piece(place, "heading"), ": ", severity, f": {problem.message}")
    if problem.source is not None and problem.line:
        yield from _pointed(problem.source, problem.column - 1, screen)
    if problem.hint:
        yield line(screen, "    ", Piece(problem.hint, "faint"))


def _pointed(source: str, column: int, screen: Screen) -> Iterator[str]:
    """The part of a line around a column, a caret under it."""
    room = max(screen.columns - 6, 20)
    start = max(0, column - room // 2) if len(source) > room else 0
    mark = screen.glyphs.ellipsis
    left = mark if start else ""
    right = mark if len(source) > start + room else ""
    before = left + safe.terminal(source[start:column])
    yield line(screen, "    ", before + safe.terminal(source[column : start + room]) + right)
    yield line(screen, "    ", " " * width(before), Piece("^", "bad"))


def sarif(problems: Sequence[Problem]) -> dict[str, object]:
    """The problems in the static analysis results interchange format, 2.1.0."""
    rules = sorted({problem.code or "ledger" for problem in problems})
    driver = {"name": "claimtrack", "rules": [{"id": rule} for rule in rules]}
    results = [_result(problem) for problem in problems]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": _SARIF, "version": "2.1.0", "runs": [run]}


def _uri(file: str) -> str:
    """A path as the reference that SARIF asks for (RFC 3986): blanks and umlauts are encoded."""
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))


def _result(problem: Problem) -> dict[str, object]:
    place: dict[str, object] = {"artifactLocation": {"uri": _uri(problem.file)}}
    if problem.line:
        place["region"] = {"startLine": problem.line, "startColumn": problem.column}
    text = f"{problem.message}; {problem.hint}" if problem.hint else problem.message
    return {
        "ruleId": problem.code or "ledger",
        "level": problem.severity,
        "message": {"text": text},
        "locations": [{"physicalLocation": place}],
    }
