"""One claim of a ledger read by itself, and all of a ledger but its claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from claimtrack.ledger import convert
from claimtrack.ledger.book import Book, open_book, value_of
from claimtrack.ledger.cutting import Cut
from claimtrack.ledger.document import Entry
from claimtrack.ledger.format import ClaimEntry
from claimtrack.ledger.nodes import Items
from claimtrack.ledger.places import Lines, problem
from claimtrack.ledger.reader import read_by_pieces
from claimtrack.ledger.yamltext import Trouble, compose
from claimtrack.model import Claim, Problem


class Piece(NamedTuple):
    """What an item of ``claims`` says.

    ``claim`` is None for one that breaks a rule, and has an empty id if it has none. ``line`` is
    where its fields start, counted from 0 at the start of the item, as are the ``problems``.
    """

    claim: Claim | None
    line: int
    problems: tuple[Problem, ...]


def read_piece(raw: bytes) -> Piece | None:
    """An item; None when it is no YAML by itself, so that the whole file has to be asked."""
    text = raw.decode("utf-8", "surrogateescape")
    composed = compose(text)
    troubles = list(composed.troubles)
    if composed.broken:
        return None
    items = composed.root
    if not isinstance(items, Items) or len(items) != 1:
        return Piece(None, 0, _problems(text, troubles)) if troubles else None
    node = items[0]
    entry = Entry(node, 0, 0, len(text))
    value = value_of(entry, ClaimEntry, troubles) if not troubles else None
    claim = convert.claim(value, value.id or "") if isinstance(value, ClaimEntry) else None
    return Piece(claim, text.count("\n", 0, node.start), _problems(text, troubles))


def _problems(text: str, troubles: list[Trouble]) -> tuple[Problem, ...]:
    if not troubles:
        return ()
    lines = Lines(text)
    return tuple(problem("", lines, one) for one in troubles)


def read_rest(raw: bytes) -> Book | None:
    """A ledger without its claims; None when it cannot be read piece by piece."""
    document = read_by_pieces(raw.decode("utf-8", "surrogateescape"))
    return open_book("", [document]) if document else None


def problems_of_rest(book: Book, cut: Cut) -> Iterator[Problem]:
    """The problems of all but the claims, where they stand in the file as a whole."""
    above = cut.rest[0].count(b"\n")
    between = cut.raw.count(b"\n", cut.starts[0], cut.starts[-1])
    for one in book.problems:
        yield moved(one, between if one.line > above else 0)


def moved(problem: Problem, lines: int) -> Problem:
    """A problem some lines further down."""
    return replace(problem, line=problem.line + lines)
