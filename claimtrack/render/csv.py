"""``--format csv``: RFC 4180, a line of column names first, no cell that runs as a formula.

Days are EDTF, numbers have a point and nothing else. ``--locale de`` is for spreadsheets in German
settings: semicolons, a byte-order mark, CRLF, a decimal comma, German headings, and a day that is
exactly known as ``14.10.2024``.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator

from claimtrack.lexicon import column_names
from claimtrack.render import safe
from claimtrack.render.contract import number
from claimtrack.render.listing import Cell, Flow, Sort
from claimtrack.render.safe import SafeText
from claimtrack.render.screen import Screen

_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MONTH = r"(?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[kc]t|nov|de[zc])[a-z]*"
_LIKE_A_NUMBER = re.compile(
    rf"[\d.,/:+-]+(?:e[+-]?\d+)?|{_MONTH}[-./]?\d+|\d+[-./]?{_MONTH}(?:[-./]?\d+)?", re.I
)
"""What a spreadsheet takes for a number or a day: ``10-12``, ``1e5``, ``mai-24``."""


def render(listing: Flow, screen: Screen) -> Iterator[SafeText]:
    """The lines of the file; every cell stands on one line."""
    yield _line((column.name for column in listing.columns), ",")
    for row in listing.rows:
        yield _line(map(_plain, row), ",")


def german(listing: Flow, screen: Screen) -> Iterator[SafeText]:
    """The lines of the file for German settings, each with a CR at its end."""
    titles = (column_names.german(column.name) for column in listing.columns)
    yield SafeText(f"{_BOM}{_line(titles, ';')}\r")
    writers = [_GERMAN[column.sort] for column in listing.columns]
    for row in listing.rows:
        cells = (write(cell) for write, cell in zip(writers, row, strict=True))
        yield SafeText(f"{_line(cells, ';')}\r")


def _line(cells: Iterable[str], delimiter: str) -> SafeText:
    """The door to CSV."""
    text = io.StringIO()
    csv.writer(text, lineterminator="", delimiter=delimiter).writerow(cells)
    return SafeText(text.getvalue())


def _plain(cell: Cell) -> str:
    """A number as it is; any other text without power."""
    if isinstance(cell.value, float | int):
        return str(number(cell.value))
    return safe.csv_cell(cell.text if cell.value is None else cell.value)


def _german(cell: Cell) -> str:
    plain = _plain(cell)
    return plain.replace(".", ",") if isinstance(cell.value, float | int) else plain


def _german_day(cell: Cell) -> str:
    plain = _plain(cell)
    match = _DAY.fullmatch(plain)
    return f"{match[3]}.{match[2]}.{match[1]}" if match else plain


def _key(cell: Cell) -> str:
    """An id that stays a text."""
    plain = _plain(cell)
    return f"'{plain}" if _LIKE_A_NUMBER.fullmatch(plain) else plain


_GERMAN: dict[Sort, Callable[[Cell], str]] = {"text": _german, "day": _german_day, "key": _key}
