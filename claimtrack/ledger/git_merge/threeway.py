"""Two people's ledgers merged into one, by item and field, as git asks for it.

A file is cut into parts: its items and the heads of its lists, each with the comments above it. A
part that one person changed is taken as that person left it, comments and all. Where both changed
one item, the fields of theirs that changed are put into ours; where both changed one field,
or one changed what the other deleted, both versions stand there between conflict markers.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from claimtrack.ledger.document import Document
from claimtrack.ledger.document.read import read
from claimtrack.ledger.edit.changes import Put
from claimtrack.ledger.edit.splice import changed, order
from claimtrack.ledger.errors import LedgerError, UnmergeableError
from claimtrack.ledger.git_merge.indentation import indented_as
from claimtrack.ledger.git_merge.order import left_standing, sequence
from claimtrack.ledger.git_merge.parts import END, Key, Part, Parts, parts_of
from claimtrack.ledger.yaml.nodes import Data

SETS = frozenset({"tags", "agencies", "aliases", "words", "via", "cites", "answers", "passed"})
"""Fields with several words, to which both may add."""


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged text, and where two people did not agree: item and field."""

    text: str
    conflicts: tuple[str, ...]


@dataclass(slots=True)
class _Labels:
    """How the two versions are called in conflict markers, and what was found so far."""

    ours: str
    theirs: str
    conflicts: list[str] = field(default_factory=list)


def merge_texts(base: str, ours: str, theirs: str, names: tuple[str, str]) -> Merged:
    """Ours with what they changed since the base. ``names`` are for the conflict markers.

    Line breaks and the indentation of lists are ours. Raises UnmergeableError when one of the
    three is broken.
    """
    first = read(_broken_as(ours, base))
    second = read(ours, known=first.known)  # what was read of one need not be read of another
    third = read(_broken_as(ours, theirs), known=second.known)
    old, mine, other = (parts_of(indented_as(second, one)) for one in (first, second, third))
    mine, other = left_standing(old, mine), left_standing(old, other)
    labels = _Labels(*names)
    found: list[str] = []
    for key in sequence(old, mine, other):
        text = _part(key, old.get(key), mine.get(key), other.get(key), labels)
        if text and found and not found[-1].endswith("\n"):
            found[-1] += "\r\n" if "\r\n" in ours else "\n"
        found += [text] if text else []
    merged = Merged("".join(found), tuple(labels.conflicts))
    if not merged.conflicts:
        _require_all(read(merged.text, known=third.known), old, mine, other)
    return merged


def _broken_as(pattern: str, text: str) -> str:
    """A text with the line breaks of another, if that has but one kind."""
    crlf = pattern.count("\r\n")
    if pattern.count("\n") not in (0, crlf) and crlf:
        return text
    return re.sub(r"\r?\n", "\r\n" if crlf else "\n", text)


def _part(
    key: Key, old: Part | None, mine: Part | None, other: Part | None, labels: _Labels
) -> str:
    """The text of one part after the merge."""
    base, ours, theirs = (one.whole if one else "" for one in (old, mine, other))
    if theirs == base or ours == theirs:
        return ours
    if ours == base:
        return theirs
    if mine is None or other is None:
        labels.conflicts.append(_told(key))
        return _marked(ours, theirs, labels)
    above = _above(key, old, mine, other, labels)
    return above + _text(key, old or Part(""), mine, other, labels)


def _above(key: Key, old: Part | None, mine: Part, other: Part, labels: _Labels) -> str:
    """The comments and blank lines above a part."""
    base = old.above if old else ""
    if _stripped(other.above) == _stripped(base):
        return mine.above
    if mine.above == base or not _added(other.above, mine.above):
        return other.above
    if not _added(mine.above, other.above):
        return mine.above
    labels.conflicts.append(_told(key, "what stands above it"))
    return _marked(mine.above, other.above, labels)


def _stripped(text: str) -> list[str]:
    """The lines of a text, whatever their indentation."""
    return [line.strip() for line in text.split("\n")]


def _added(text: str, other: str) -> Counter[str]:
    """The lines, blank ones left out, that the other text has beyond those of this one."""
    return _lines(other) - _lines(text)


def _lines(text: str) -> Counter[str]:
    return Counter(filter(None, _stripped(text)))


def _text(key: Key, old: Part, mine: Part, other: Part, labels: _Labels) -> str:
    """A part without what stands above it."""
    if other.text in (old.text, mine.text):
        return mine.text
    if mine.text == old.text:
        return other.text
    if mine.fields is None or other.fields is None:
        return _undecided(_told(key), mine, other, labels)
    return _item(key, old, mine, other, labels)


def _told(key: Key, name: str | None = None) -> str:
    part = key.name or key.section or ("the end" if key == END else "the beginning")
    return ": ".join(filter(None, (part, name)))


def _item(key: Key, old: Part, mine: Part, other: Part, labels: _Labels) -> str:
    """An item that both changed: field by field."""
    put, both = _fieldwise(old.fields or {}, mine.fields or {}, other.fields or {})
    try:
        text = _with(key.section, mine.text, put)
        alternative = _with(key.section, text, both)
    except LedgerError:  # a comment stands in the way
        return _undecided(_told(key), mine, other, labels)
    if _comments(other.text) - _comments(old.text) - _comments(text):
        return _undecided(_told(key), mine, other, labels)
    labels.conflicts += (_told(key, name) for name in both)
    return _marked(text, alternative, labels)


def _undecided(told: str, mine: Part, other: Part, labels: _Labels) -> str:
    labels.conflicts.append(told)
    return _marked(mine.text, other.text, labels)


def _fieldwise(
    before: Mapping[str, Any], ours: Mapping[str, Any], theirs: Mapping[str, Any]
) -> tuple[dict[str, Data | None], dict[str, Data | None]]:
    """What is to be put into ours, and what of theirs stands against a change of ours."""
    put: dict[str, Data | None] = {}
    both: dict[str, Data | None] = {}
    for name in dict.fromkeys((*ours, *theirs, *before)):
        was, one, two = before.get(name), ours.get(name), theirs.get(name)
        if two in (was, one):
            continue
        if one == was:
            put[name] = two
        elif name == "wrote":
            put[name] = " ".join(_union(*(str(each or "").split() for each in (was, one, two))))
        elif name in SETS:
            put[name] = _union(*map(_listed, (was, one, two))) or None
        else:
            both[name] = two
    return put, both


def _listed(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value or [])


def _union(was: Sequence[str], one: Sequence[str], two: Sequence[str]) -> list[str]:
    kept = [word for word in one if word in two or word not in was]
    return [*kept, *(word for word in two if word not in was and word not in one)]


def _with(section: str, text: str, fields: Mapping[str, Data | None]) -> str:
    """An item's text with some fields set. Raises LedgerError where a comment is in the way."""
    if not fields:
        return text
    line_break = "\r\n" if "\r\n" in text else "\n"
    head = f"{section}:{line_break}"
    document = read(head + text)
    if document.troubles or len(document.entries(section)) != 1:
        raise UnmergeableError("an item that cannot be told apart")
    puts = [Put(section, 0, name, value, order(section)) for name, value in fields.items()]
    return changed(document, puts).text.removeprefix(head)


_COMMENT = re.compile(r"(?:^|\s)#[^\r\n]*", re.M)


def _comments(text: str) -> Counter[str]:
    return Counter(found.strip() for found in _COMMENT.findall(text))


def _marked(ours: str, theirs: str, labels: _Labels) -> str:
    """Both texts, with markers around the lines in which they differ."""
    one, two = ours.splitlines(keepends=True), theirs.splitlines(keepends=True)
    end = "\r\n" if "\r\n" in ours + theirs else "\n"
    found: list[str] = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        if kind == "equal":
            found += one[a:b]
            continue
        found += (f"<<<<<<< {labels.ours}{end}", _closed(one[a:b], end), f"======={end}")
        found += (_closed(two[c:d], end), f">>>>>>> {labels.theirs}{end}")
    return "".join(found)


def _closed(lines: Sequence[str], end: str) -> str:
    text = "".join(lines)
    return text if not text or text.endswith("\n") else text + end


def _require_all(merged: Document, old: Parts, mine: Parts, other: Parts) -> None:
    """Raises UnmergeableError unless every item is there that neither of the two deleted."""
    there = parts_of(merged)
    for key in {*mine, *other}:
        held = all(key in side and side[key].text for side in (mine, other))
        if key.name is not None and key not in there and not (key in old and not held):
            raise UnmergeableError(f"“{key.name}” would be lost")
