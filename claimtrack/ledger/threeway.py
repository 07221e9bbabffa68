"""Two people's ledgers merged into one, by item and field, as git asks for it.

A file is cut into parts: the items of its lists, and the text that stands before and between
these. A part that one person changed is taken as that person left it, comments and all. Where both
changed one item, the fields of theirs that changed are put into ours; where both changed one field,
or one changed what the other deleted, both versions stand there between conflict markers.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from claimtrack.ledger import LedgerError
from claimtrack.ledger.changes import Put
from claimtrack.ledger.nodes import Data
from claimtrack.ledger.parts import Key, Part, Parts, UnmergeableError, parts
from claimtrack.ledger.reader import read
from claimtrack.ledger.splice import changed, order

SETS = frozenset({"tags", "agencies", "aliases", "words", "via", "cites"})
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

    Raises UnmergeableError when one of the three is broken.
    """
    old, mine, other = (parts(one) for one in (base, ours, theirs))
    labels = _Labels(*names)
    found: list[str] = []
    for key in _sequence(mine, other):
        text = _part(key, old.get(key), mine.get(key), other.get(key), labels)
        if text and found and not found[-1].endswith("\n"):
            found[-1] += "\r\n" if "\r\n" in ours else "\n"
        found += [text] if text else []
    merged = Merged("".join(found), tuple(labels.conflicts))
    if not merged.conflicts:
        _require_all(merged.text, old, mine, other)
    return merged


def _sequence(mine: Parts, other: Parts) -> Iterator[Key]:
    """Our order; what only they have follows what it follows in theirs, in its section."""
    behind: dict[Key | None, list[Key]] = {}
    last: Key | None = None
    for key in other:
        if key not in mine:
            section = Key(key.section)
            anchor = last if last and last.section == key.section else section
            behind.setdefault(anchor if key.name is not None else None, []).append(key)
        last = key
    for key in mine:
        yield from _followed(key, behind)
    for key in behind.pop(None, []):
        yield from _followed(key, behind)


def _followed(key: Key, behind: dict[Key | None, list[Key]]) -> Iterator[Key]:
    pending = [key]
    while pending:
        one = pending.pop()
        yield one
        pending += reversed(behind.pop(one, []))


def _part(
    key: Key, old: Part | None, mine: Part | None, other: Part | None, labels: _Labels
) -> str:
    """The text of one part after the merge."""
    base, ours, theirs = (one.text if one else "" for one in (old, mine, other))
    if theirs == base or ours == theirs:
        return ours
    if ours == base:
        return theirs
    if not (mine and other and mine.fields is not None and other.fields is not None):
        labels.conflicts.append(_told(key))
        return _marked(ours, theirs, labels)
    return _item(key, old or Part("", {}), mine, other, labels)


def _told(key: Key, name: str | None = None) -> str:
    return ": ".join(filter(None, (key.name or key.section or "the beginning", name)))


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


def _require_all(text: str, old: Parts, mine: Parts, other: Parts) -> None:
    """Raises UnmergeableError unless the text has every item that neither of the two deleted."""
    there = parts(text)
    for key in {*mine, *other}:
        deleted = key in old and (key not in mine or key not in other)
        if key.name is not None and key not in there and not deleted:
            raise UnmergeableError(f"“{key.name}” would be lost")
