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
from claimtrack.ledger.git_merge.ledger_parts import END, Key, Part, Parts, parts_of
from claimtrack.ledger.git_merge.merged_order import left_standing, sequence
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
    old, our_parts, their_parts = (
        parts_of(indented_as(second, document)) for document in (first, second, third)
    )
    our_parts, their_parts = left_standing(old, our_parts), left_standing(old, their_parts)
    labels = _Labels(*names)
    lines: list[str] = []
    for key in sequence(old, our_parts, their_parts):
        text = _part(key, old.get(key), our_parts.get(key), their_parts.get(key), labels)
        if text and lines and not lines[-1].endswith("\n"):
            lines[-1] += "\r\n" if "\r\n" in ours else "\n"
        lines += [text] if text else []
    merged = Merged("".join(lines), tuple(labels.conflicts))
    if not merged.conflicts:
        _require_all(read(merged.text, known=third.known), old, our_parts, their_parts)
    return merged


def _broken_as(pattern: str, text: str) -> str:
    """A text with the line breaks of another, if that has but one kind."""
    crlf = pattern.count("\r\n")
    if pattern.count("\n") not in (0, crlf) and crlf:
        return text
    return re.sub(r"\r?\n", "\r\n" if crlf else "\n", text)


def _part(
    key: Key, old: Part | None, our_part: Part | None, their_part: Part | None, labels: _Labels
) -> str:
    """The text of one part after the merge."""
    base, ours, theirs = (part.whole if part else "" for part in (old, our_part, their_part))
    if theirs == base or ours == theirs:
        return ours
    if ours == base:
        return theirs
    if our_part is None or their_part is None:
        labels.conflicts.append(_told(key))
        return _marked(ours, theirs, labels)
    above = _above(key, old, our_part, their_part, labels)
    return above + _text(key, old or Part(""), our_part, their_part, labels)


def _above(key: Key, old: Part | None, our_part: Part, their_part: Part, labels: _Labels) -> str:
    """The comments and blank lines above a part."""
    base = old.above if old else ""
    if _stripped(their_part.above) == _stripped(base):
        return our_part.above
    if our_part.above == base or not _added(their_part.above, our_part.above):
        return their_part.above
    if not _added(our_part.above, their_part.above):
        return our_part.above
    labels.conflicts.append(_told(key, "what stands above it"))
    return _marked(our_part.above, their_part.above, labels)


def _stripped(text: str) -> list[str]:
    """The lines of a text, whatever their indentation."""
    return [line.strip() for line in text.split("\n")]


def _added(text: str, longer: str) -> Counter[str]:
    """The lines, blank ones left out, that the other text has beyond those of this one."""
    return _lines(longer) - _lines(text)


def _lines(text: str) -> Counter[str]:
    return Counter(filter(None, _stripped(text)))


def _text(key: Key, old: Part, our_part: Part, their_part: Part, labels: _Labels) -> str:
    """A part without what stands above it."""
    if their_part.text in (old.text, our_part.text):
        return our_part.text
    if our_part.text == old.text:
        return their_part.text
    if our_part.fields is None or their_part.fields is None:
        return _undecided(_told(key), our_part, their_part, labels)
    return _item(key, old, our_part, their_part, labels)


def _told(key: Key, name: str | None = None) -> str:
    part = key.name or key.section or ("the end" if key == END else "the beginning")
    return ": ".join(filter(None, (part, name)))


def _item(key: Key, old: Part, our_part: Part, their_part: Part, labels: _Labels) -> str:
    """An item that both changed: field by field."""
    put, both = _fieldwise(old.fields or {}, our_part.fields or {}, their_part.fields or {})
    try:
        text = _with(key.section, our_part.text, put)
        alternative = _with(key.section, text, both)
    except LedgerError:  # a comment stands in the way
        return _undecided(_told(key), our_part, their_part, labels)
    if _comments(their_part.text) - _comments(old.text) - _comments(text):
        return _undecided(_told(key), our_part, their_part, labels)
    labels.conflicts += (_told(key, name) for name in both)
    return _marked(text, alternative, labels)


def _undecided(place: str, our_part: Part, their_part: Part, labels: _Labels) -> str:
    labels.conflicts.append(place)
    return _marked(our_part.text, their_part.text, labels)


def _fieldwise(
    before: Mapping[str, Any], ours: Mapping[str, Any], theirs: Mapping[str, Any]
) -> tuple[dict[str, Data | None], dict[str, Data | None]]:
    """What is to be put into ours, and what of theirs stands against a change of ours."""
    put: dict[str, Data | None] = {}
    both: dict[str, Data | None] = {}
    for name in dict.fromkeys((*ours, *theirs, *before)):
        was, here, there = before.get(name), ours.get(name), theirs.get(name)
        if there in (was, here):
            continue
        if here == was:
            put[name] = there
        elif name == "wrote":
            put[name] = " ".join(_union(*(str(each or "").split() for each in (was, here, there))))
        elif name in SETS:
            put[name] = _union(*map(_listed, (was, here, there))) or None
        else:
            both[name] = there
    return put, both


def _listed(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value or [])


def _union(was: Sequence[str], here: Sequence[str], there: Sequence[str]) -> list[str]:
    left = [word for word in here if word in there or word not in was]
    return [*left, *(word for word in there if word not in was and word not in here)]


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
    return Counter(comment.strip() for comment in _COMMENT.findall(text))


def _marked(ours: str, theirs: str, labels: _Labels) -> str:
    """Both texts, with markers around the lines in which they differ."""
    our_lines, their_lines = ours.splitlines(keepends=True), theirs.splitlines(keepends=True)
    end = "\r\n" if "\r\n" in ours + theirs else "\n"
    lines: list[str] = []
    for kind, a, b, c, d in difflib.SequenceMatcher(
        None, our_lines, their_lines, autojunk=False
    ).get_opcodes():
        if kind == "equal":
            lines += our_lines[a:b]
            continue
        lines += (f"<<<<<<< {labels.ours}{end}", _closed(our_lines[a:b], end), f"======={end}")
        lines += (_closed(their_lines[c:d], end), f">>>>>>> {labels.theirs}{end}")
    return "".join(lines)


def _closed(lines: Sequence[str], end: str) -> str:
    text = "".join(lines)
    return text if not text or text.endswith("\n") else text + end


def _require_all(merged: Document, old: Parts, our_parts: Parts, their_parts: Parts) -> None:
    """Raises UnmergeableError unless every item is there that neither of the two deleted."""
    there = parts_of(merged)
    for key in {*our_parts, *their_parts}:
        held = all(key in side and side[key].text for side in (our_parts, their_parts))
        if key.name is not None and key not in there and not (key in old and not held):
            raise UnmergeableError(f"“{key.name}” would be lost")
