"""A claim out of a table, on its way into a ledger; and what importing some comes to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from claimtrack.ledger.document import Document
from claimtrack.ledger.reingest.report import Result
from claimtrack.model import Problem


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim as a row says it.

    ``fields`` are those of a claim as `add` takes them, and ``words``: a quotation of the article
    where there is one, else the claim's own. ``line``, ``column`` and ``cell`` say where they
    stand. ``article`` is what a reading says of an article that the ledger need not have; its
    places are those of that reading, and not looked up.
    """

    file: str
    line: int
    column: int
    cell: str
    fields: Mapping[str, Any]
    article: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Imported:
    """The files that change, what became of each draft, and what was wrong with others."""

    documents: tuple[Document, ...] = ()
    results: tuple[Result, ...] = ()
    problems: tuple[Problem, ...] = ()
