"""Changes made to a ledger's text, each where it belongs, and nothing else.

The splices and the outcome of a change are worked out apart from each other: the text that comes
out is read again and has to say exactly what was meant, or the change is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from claimtrack.ledger.document import Document
from claimtrack.ledger.document.read import read
from claimtrack.ledger.edit import splice_list
from claimtrack.ledger.edit.changes import Add, Change, Edit, Put, Remove, spliced
from claimtrack.ledger.edit.expected import contents, outcome
from claimtrack.ledger.edit.splice_field import put
from claimtrack.ledger.errors import RefusedError
from claimtrack.ledger.format.entries import ENTRIES, names
from claimtrack.ledger.yaml.lines import Trouble
from claimtrack.ledger.yaml.nodes import Map

SCHEMA = "claims.schema.json"
"""The file beside a ledger from which an editor learns the ledger's format."""

HEADER = f"# yaml-language-server: $schema={SCHEMA}\nversion: 1\n"
"""How a new ledger starts."""

_SECTIONS = tuple(ENTRIES)


def changed(document: Document, changes: Sequence[Change]) -> Document:
    """The document after its changes; itself when nothing changes.

    Raises RefusedError when a comment would be lost, or when the new text would not say what was
    meant.
    """
    if not changes:
        return document
    if not document.text.strip():
        document = read(HEADER, document.file)
    _require_sure(document, changes)
    splices = list(edits(document, changes))
    if not splices:
        return document
    native = tuple(_native(splices, document.text))
    text = spliced(document.text, native)
    after = replace(read(text, document.file, document.known), edits=native)
    if contents(after) != outcome(contents(document), changes) or _worse(document, after):
        raise RefusedError(_why_not(document))
    return after


UNSURE = frozenset({"document", "line-break", "conflict"})
"""Troubles by which one tool sees other claims in a file than the next one, or none: what is
written beside the markers of a merge goes when one of its sides is taken whole."""


def _require_sure(document: Document, changes: Sequence[Change]) -> None:
    """Raises RefusedError where claims may be in the file that were not seen.

    That is a file that YAML tools cut or part in different ways, and a list that is missing beside
    something that could not be read.
    """
    new = any(
        isinstance(change, Add) and change.section not in document.sections for change in changes
    )
    for trouble in document.troubles:
        if trouble.code in UNSURE or (new and not _in_an_entry(document, trouble)):
            raise RefusedError(_stop(document, trouble))


def _in_an_entry(document: Document, trouble: Trouble) -> bool:
    sections = document.sections.values()
    return any(
        entry.start <= trouble.at < entry.end for section in sections for entry in section.entries
    )


def _why_not(document: Document) -> str:
    """What stands in the way of a change: what is broken, else an unusual way of writing."""
    if document.troubles:
        return _stop(document, document.troubles[0])
    return "the file is written in a way that cannot be edited safely"


def _stop(document: Document, trouble: Trouble) -> str:
    line, column = document.lines.at(trouble.at)
    place = f"{document.file}:{line}:{column}"
    return f"{place}: {trouble.message}; fix this first; nothing was written"


def _worse(before: Document, after: Document) -> bool:
    return len(after.troubles) > len(before.troubles)


def _native(splices: Iterable[Edit], text: str) -> Iterator[Edit]:
    """Edits with the line breaks of the file."""
    first = text.find("\n")
    crlf = first > 0 and text[first - 1] == "\r"
    for edit in splices:
        yield edit._replace(text=re.sub(r"\r?\n", "\r\n", edit.text)) if crlf else edit


def edits(document: Document, changes: Sequence[Change]) -> Iterator[Edit]:
    """The splices of some changes; where several come to one place, in the order of the file."""
    puts = sorted((change for change in changes if isinstance(change, Put)), key=_place)
    for _, of_item in groupby(puts, key=_item):
        together = list(of_item)
        leaving = frozenset(wanted.field for wanted in together if wanted.value is None)
        for wanted in together:
            yield from _put(document, wanted, leaving)
    leaves = [change for change in changes if isinstance(change, Remove)]
    for change in leaves:
        yield splice_list.remove(document, change.section, change.index)
    adds = [change for change in changes if isinstance(change, Add)]
    for (name, after), group in groupby(sorted(adds, key=_behind), key=_target):
        gone = [change.index for change in leaves if change.section == name]
        yield from splice_list.add(document, name, after, [add.fields for add in group], gone)


def _put(document: Document, change: Put, leaving: frozenset[str]) -> Iterator[Edit]:
    entry = document.sections[change.section].entries[change.index]
    if not isinstance(entry.node, Map) or not entry.sound:
        raise RefusedError("an entry that cannot be read")
    piece = document.text[entry.base : entry.end]
    for edit in put(piece, entry.node, change, leaving):
        yield Edit(edit.start + entry.base, edit.end + entry.base, edit.text)


def _item(change: Put) -> tuple[str, int]:
    return change.section, change.index


def _place(change: Put) -> tuple[Any, ...]:
    known = change.field in change.order
    at = change.order.index(change.field) if known else len(change.order)
    return (change.section, change.index, at)


def _behind(change: Add) -> tuple[int, bool, int]:
    """Sections in their order; within one, by place, the end last."""
    return (_SECTIONS.index(change.section), change.after is None, change.after or 0)


def _target(change: Add) -> tuple[str, int | None]:
    return change.section, change.after


def order(section: str) -> tuple[str, ...]:
    """The fields of a section's items, in the order in which they are written."""
    return names(ENTRIES[section])
