"""Figures as a listing: one row per figure, with numeric bounds and the fields of its claim."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from claimtrack.model import Claim, Figure
from claimtrack.render import claims, contract
from claimtrack.render.listing import Cell, Column, Listing
from claimtrack.render.screen import Glyphs
from claimtrack.text import number as shown


class FigureRow(NamedTuple):
    """A figure, its claim, what the claim is about, and the event that its article tells of."""

    figure: Figure
    claim: Claim
    topic: str | None = None
    event: str | None = None


_OWN: dict[str, Column] = {
    "figure": Column("figure", 18),
    "value": Column("value", 14, number=True),
    "min": Column("min", 14, number=True),
    "max": Column("max", 14, number=True),
    "far_min": Column("far_min", 14, number=True),
    "far_max": Column("far_max", 14, number=True),
    "what": Column("what", 24),
    "state": Column("state", 12),
    "scope": Column("scope", 20),
    "event": Column("event", 24),
}

COLUMNS: dict[str, Column] = {**claims.COLUMNS, **_OWN}
"""Every column that a list of figures can have."""

USUAL = ("id", "said", "actor", "figure", "min", "max", "what", "state", "scope", "event", "source")
"""The columns on a terminal when none are asked for."""

IN_A_FILE = (
    "id", *_OWN, "topic", "said", "said_first", "said_last", "reported", "about", "actor", "via",
    "stance", "confidence", "source", "words",
)  # fmt: skip
"""The columns of a spreadsheet."""

_NUMBERS: dict[str, Callable[[Figure], float | None]] = {
    "value": lambda figure: figure.value,
    "min": lambda figure: figure.near.low if figure.near else None,
    "max": lambda figure: figure.near.high if figure.near else None,
    "far_min": lambda figure: figure.far.low if figure.far else None,
    "far_max": lambda figure: figure.far.high if figure.far else None,
}

_TEXTS: dict[str, Callable[[FigureRow], str | None]] = {
    "figure": lambda row: row.figure.text,
    "what": lambda row: row.figure.what,
    "state": lambda row: row.figure.state,
    "scope": lambda row: "; ".join(row.figure.scope),
    "event": lambda row: row.event,
    "topic": lambda row: row.topic,
}


def figures(
    rows: Sequence[FigureRow],
    glyphs: Glyphs,
    *,
    columns: Sequence[str] = USUAL,
    links: Mapping[str, str] | None = None,
) -> Listing:
    """A listing of figures; ``columns`` are names out of `COLUMNS`, ``links`` go by claim id."""
    cells = tuple(tuple(_cell(name, row, glyphs, links or {}) for name in columns) for row in rows)
    return Listing(tuple(COLUMNS[name] for name in columns), cells, tuple(map(_record, rows)))


def _cell(name: str, row: FigureRow, glyphs: Glyphs, links: Mapping[str, str]) -> Cell:
    if name in _NUMBERS:
        number = _NUMBERS[name](row.figure)
        return Cell("") if number is None else Cell(shown(number), "number", value=number)
    if name in _TEXTS:
        return Cell(_TEXTS[name](row) or "")
    return claims.cell(name, row.claim, glyphs, {}, links)


def _record(row: FigureRow) -> contract.Json:
    return contract.figure_row_record(row.figure, row.claim, row.topic, row.event)
