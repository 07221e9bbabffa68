"""What the YAML parser says is wrong, in the words of somebody who edits a ledger."""

from __future__ import annotations

import re
from typing import NamedTuple

import yaml

from claimtrack.ledger.yaml.characters import separating


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
    _Fault(r"^tab ", "a tab", "YAML indents with spaces only"),
    _Fault(
        r"^dash .*(?:expected|block collection|block mapping|not allowed)",
        "a list item that does not line up with those above it",
        "all dashes of a list must be in one column",
    ),
    _Fault(
        r"mapping values are not allowed", "a second “: ” on the line", "put the value in quotes"
    ),
    _Fault(
        r"could not find expected ':'|without.*':'",
        "a line that is not “field: value”",
        "the indentation, or a colon and a space, is missing",
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
    _Fault(r"not allowed here", "this is not allowed here", "a list starts on a line of its own"),
    _Fault(
        r"incompatible YAML document|directive",
        "a directive (%) that YAML does not know, or without “---” below it",
        "a ledger needs none",
    ),
    _Fault(
        r"expected <document start>",
        "this is further left than what is above it",
        "indent the content of an item more than its dash",
    ),
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
    opening = _index(error, "context_mark", at)
    if seen := _seen(text, opening, at, context):
        return seen
    for fault in _FAULTS:
        if re.search(fault.pattern, f"{_near(text, at)}{context} {problem}"):
            return Syntax(opening if fault.opening else at, fault.message, fault.hint)
    return Syntax(at, f"not YAML: {problem}", None)


def _index(error: yaml.YAMLError, mark: str, default: int) -> int:
    place = getattr(error, mark, None)
    return int(place.index) if place else default


def _near(text: str, at: int) -> str:
    """What stands where the parser gave up, as a word before its own."""
    if text[at : at + 1] == "\t":
        return "tab "
    if re.match(r"-(?=\s|\Z)", text[at : at + 2]):
        return "dash "
    return "directive " if re.search(r"^%", text[:at], re.M) else ""


def _seen(text: str, opening: int, at: int, context: str) -> Syntax | None:
    """What can be seen in the lines where the parser gave up, of which it does not speak."""
    start = text.rfind("\n", 0, min(opening, at)) + 1
    end = text.find("\n", at)
    if hidden := separating(text, start, len(text) if end < 0 else end):
        return Syntax(hidden.at, hidden.message, hidden.hint)
    return _swallowed(text[:at]) if "flow" in context else None


_CLOSED_BY_COMMENT = re.compile(r"^([^\n#]*[ \t])(#[^\n]*[\]}])", re.M)


def _swallowed(text: str) -> Syntax | None:
    """The last comment of a text that takes the end of a list in brackets with it."""
    for comment in reversed([*_CLOSED_BY_COMMENT.finditer(text)]):
        before = comment[1]
        if before.count("[") + before.count("{") > before.count("]") + before.count("}"):
            message = "a comment begins here and swallows the closing bracket"
            return Syntax(comment.start(2), message, "put a value that begins with # in quotes")
    return None
