"""What the YAML parser says is wrong, in the words of somebody who edits a ledger."""

from __future__ import annotations

import re
from typing import NamedTuple

import yaml


class _Fault(NamedTuple):
    """A pattern of the parser's own words (libyaml's, PyYAML's), ours, what to do about it.

    ``opening``: the place to show is where the construct began, not where the parser gave up.
    """

    pattern: str
    message: str
    hint: str | None = None
    opening: bool = False


_FAULTS = (
    _Fault(
        r"end of stream.*quoted|quoted.*end of stream|document (?:indicator|separator).*quoted"
        r"|quoted.*document",
        "a quotation mark that is never closed",
        'in single quotes an apostrophe is written twice, in double ones a mark is \\"',
        opening=True,
    ),
    _Fault(r"flow mapping", "a brace { that is not closed, or a comma missing in it", None, True),
    _Fault(
        r"flow sequence", "a bracket [ that is not closed, or a comma missing in it", None, True
    ),
    _Fault(r"flow node", "a bracket or a brace that is not closed"),
    _Fault(r"^tab ", "a tab", "YAML indents with blanks only"),
    _Fault(
        r"mapping values are not allowed", "a second “: ” on the line", "put the value in quotes"
    ),
    _Fault(
        r"could not find expected ':'|without.*':'",
        "a line that is no “field: value”",
        "indentation, or a colon and a blank are missing",
        opening=True,
    ),
    _Fault(
        r"escape",
        "no such escape in double quotes",
        "use single quotes, or write \\\\ for a backslash",
    ),
    _Fault(
        r"expected (?:key|<block end>|'-' indicator)|block (?:mapping|collection|sequence)",
        "this does not line up with what is above it",
        "check the indentation; a value that starts with a quotation mark must end with one",
    ),
    _Fault(r"not allowed here", "this cannot stand here", "a list starts on a line of its own"),
    _Fault(
        r"cannot start any token",
        "a value cannot start with this character",
        "put the value in quotes",
    ),
)


class Syntax(NamedTuple):
    """Where a text stops being YAML, and why."""

    at: int
    message: str
    hint: str | None


def explain(error: yaml.YAMLError, text: str) -> Syntax:
    """The place and the reason of a parser's error."""
    problem = str(getattr(error, "problem", None) or error)
    context = str(getattr(error, "context", None) or "")
    at = _index(error, "problem_mark", 0)
    tab = "tab " if text[at : at + 1] == "\t" else ""
    for fault in _FAULTS:
        if re.search(fault.pattern, f"{tab}{context} {problem}"):
            shown = _index(error, "context_mark", at) if fault.opening else at
            return Syntax(shown, fault.message, fault.hint)
    return Syntax(at, f"not YAML: {problem}", None)


def _index(error: yaml.YAMLError, mark: str, default: int) -> int:
    found = getattr(error, mark, None)
    return int(found.index) if found else default
