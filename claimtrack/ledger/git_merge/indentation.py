"""A ledger's lists at the indentation of another ledger, so that their items can be compared.

Some tools write the dashes of a list in the first column, others two or four further; what an item
says is the same.
"""

from __future__ import annotations

import re

from claimtrack.ledger.document import Document, Section
from claimtrack.ledger.document.read import read
from claimtrack.ledger.edit.changes import Edit, spliced
from claimtrack.ledger.edit.expected import contents
from claimtrack.ledger.edit.splice_list import item_end


def indented_as(pattern: Document, document: Document) -> Document:
    """The document with the dashes of its lists in the columns in which another one has them.

    A list that the other one lacks follows the first that it has. What stands below a dash keeps
    its place beside it. The document itself where nothing has to move, where it is broken, or where
    it would say something else then.
    """
    wanted, own = _columns(pattern), _columns(document)
    usual = next(iter(wanted.values()), None)
    moves = {
        name: wanted.get(name, column if usual is None else usual) - column
        for name, column in own.items()
    }
    if not any(moves.values()) or document.troubles or document.root is not None:
        return document
    edits = [_moved(document, document.sections[name], by) for name, by in moves.items() if by]
    after = read(spliced(document.text, edits), document.file)
    return document if after.troubles or contents(after) != contents(document) else after


def _columns(document: Document) -> dict[str, int]:
    """Where the dashes of each list stand, by the list's name."""
    columns = (
        (name, section.column) for name, section in document.sections.items() if section.entries
    )
    return {name: column for name, column in columns if column is not None}


def _moved(document: Document, section: Section, by: int) -> Edit:
    """The lines of a list, comments between its items included, ``by`` columns further right."""
    start = document.lines.after(section.after)
    end = item_end(document, section, section.entries[-1])
    text = document.text[start:end]
    if by > 0:
        return Edit(start, end, re.sub(r"^(?=[^\r\n])", " " * by, text, flags=re.M))
    return Edit(start, end, re.sub(rf"^ {{1,{-by}}}", "", text, flags=re.M))
