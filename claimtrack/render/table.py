"""``--format table``: columns on a wide terminal, stacked rows on a narrow one, lines in a pipe.

In a pipe every row is one line with nothing cut off, so that ``grep`` finds whole claims.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from claimtrack.render import safe
from claimtrack.render.listing import Cell, Column, Listing
from claimtrack.render.screen import Piece, Screen, line
from claimtrack.render.text_columns import fold, pad, shorten, width

GAP = 2
BODY_AT_LEAST = 44
BODY_LINES = 3
INDENT = 2

Row = Sequence[Cell]


def render(listing: Listing, screen: Screen) -> Iterator[str]:
    """The lines of the table, its headings first; nothing at all without rows."""
    if not listing.rows:
        return
    columns: Sequence[Column] = listing.columns
    rows: Sequence[Row] = [
        [cell._replace(text=safe.terminal(cell.text)) for cell in row] for row in listing.rows
    ]
    if screen.width is None:
        yield from _lines(columns, rows, _natural(columns, rows), screen)
    else:
        columns, rows = _filled(columns, rows)
        yield from _fitted(columns, rows, _natural(columns, rows), screen, screen.width)


def _natural(columns: Sequence[Column], rows: Sequence[Row]) -> list[int]:
    """The widths that need no folding."""
    return [
        max(width(column.title), *(width(row[i].text) for row in rows))
        for i, column in enumerate(columns)
    ]


def _filled(
    columns: Sequence[Column], rows: Sequence[Row]
) -> tuple[Sequence[Column], Sequence[Row]]:
    """Without the columns in which no row has anything: room is short on a terminal."""
    filled = [i for i in range(len(columns)) if any(row[i].text for row in rows)] or [0]
    return [columns[i] for i in filled], [[row[i] for i in filled] for row in rows]


def _lines(
    columns: Sequence[Column], rows: Sequence[Row], widths: Sequence[int], screen: Screen
) -> Iterator[str]:
    """Everything side by side, the body last, each row on one line."""
    order = sorted(range(len(columns)), key=lambda i: columns[i].place == "body")
    heads = [Cell(column.title, "heading") for column in columns]
    for row in (heads, *rows):
        cells = [_padded(row[i], widths[i], columns[i]) for i in order]
        yield _joined(cells, screen)


def _fitted(
    columns: Sequence[Column],
    rows: Sequence[Row],
    natural: Sequence[int],
    screen: Screen,
    cells: int,
) -> Iterator[str]:
    widths = [min(n, c.most) for n, c in zip(natural, columns, strict=True)]
    rest = [w for w, c in zip(widths, columns, strict=True) if c.place != "body"]
    body = next((i for i, c in enumerate(columns) if c.place == "body"), None)
    room = cells - sum(rest) - GAP * len(rest)
    if body is None:
        yield from _grid(columns, rows, _shrunk(widths, cells), screen)
    elif room >= min(BODY_AT_LEAST, natural[body]):
        widths[body] = min(room, natural[body])
        yield from _grid(columns, rows, widths, screen)
    else:
        yield from _stack(columns, rows, widths, screen, cells)


def _grid(
    columns: Sequence[Column], rows: Sequence[Row], widths: Sequence[int], screen: Screen
) -> Iterator[str]:
    """Columns side by side, each cell folded in its own."""
    yield from _row([Cell(c.title, "heading") for c in columns], columns, widths, screen)
    for row in rows:
        yield from _row(row, columns, widths, screen)


def _row(
    row: Row, columns: Sequence[Column], widths: Sequence[int], screen: Screen
) -> Iterator[str]:
    folded = [
        [cell._replace(text=text) for text in fold(cell.text, cells, _depth(column))]
        for cell, column, cells in zip(row, columns, widths, strict=True)
    ]
    for texts in zip_longest(*folded, fillvalue=Cell("")):
        padded = [_padded(*given) for given in zip(texts, widths, columns, strict=True)]
        yield _joined(padded, screen)


def _depth(column: Column) -> int:
    return BODY_LINES if column.place == "body" else 2


def _stack(
    columns: Sequence[Column], rows: Sequence[Row], widths: list[int], screen: Screen, cells: int
) -> Iterator[str]:
    """The head columns on the first line, the body folded below, the foot on the last."""
    place: dict[str, list[int]] = {"head": [], "body": [], "foot": []}
    for index, column in enumerate(columns):
        place[column.place].append(index)
    heads = [columns[i] for i in place["head"]]
    sizes = _shrunk([widths[i] for i in place["head"]], cells)
    yield from _row([Cell(c.title, "heading") for c in heads], heads, sizes, screen)
    for number, row in enumerate(rows):
        if number:
            yield ""
        yield from _row([row[i] for i in place["head"]], heads, sizes, screen)
        yield from _below(row, place, screen, cells)


def _below(row: Row, place: dict[str, list[int]], screen: Screen, cells: int) -> Iterator[str]:
    for cell in (row[i] for i in place["body"] if row[i].text):
        for text in fold(cell.text, cells - INDENT, BODY_LINES):
            yield line(screen, " " * INDENT, Piece(text, cell.style, cell.link))
    foot = [row[i] for i in place["foot"] if row[i].text]
    if foot:
        yield line(screen, " " * INDENT, *_footer(foot, screen, cells - INDENT))


def _footer(foot: Sequence[Cell], screen: Screen, cells: int) -> list[Piece]:
    mark = f" {screen.glyphs.sep} "
    room = cells - len(mark) * (len(foot) - 1)
    widths = _shrunk([width(cell.text) for cell in foot], room, gap=0)
    shown = [
        Piece(shorten(cell.text, most), cell.style or "faint", cell.link)
        for cell, most in zip(foot, widths, strict=True)
    ]
    return [piece for cell in shown for piece in (Piece(mark, "faint"), cell)][1:]


def _shrunk(widths: Sequence[int], cells: int, gap: int = GAP) -> list[int]:
    """The widths made to fit by taking from the widest, one cell at a time."""
    shrunk = list(widths)
    while sum(shrunk) + gap * (len(shrunk) - 1) > cells and max(shrunk) > 4:
        shrunk[shrunk.index(max(shrunk))] -= 1
    return shrunk


def _padded(cell: Cell, cells: int, column: Column) -> Cell:
    text = cell.text
    if column.number:
        return cell._replace(text=" " * max(0, cells - width(text)) + text)
    return cell._replace(text=pad(text, cells))


def _joined(cells: Sequence[Cell], screen: Screen) -> str:
    """Cells parted by a gap; blanks at the end of the line are left out."""
    last = max((i for i, cell in enumerate(cells) if cell.text.strip()), default=-1)
    shown = [*cells[:last], cells[last]._replace(text=cells[last].text.rstrip())] if cells else []
    pieces = [piece for cell in shown[: last + 1] for piece in (" " * GAP, *_pieces(cell))]
    return line(screen, *pieces[1:])


def _pieces(cell: Cell) -> tuple[Piece | str, ...]:
    """The cell in its style, the blanks around it in none (underlined blanks are ugly)."""
    text = cell.text.strip()
    if not text:
        return (cell.text,)
    before, _, after = cell.text.partition(text)
    return before, Piece(text, cell.style, cell.link), after
