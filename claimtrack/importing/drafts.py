"""Rows turned into drafts: what each cell says, as `add` makes it of what is typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from claimtrack import edtf
from claimtrack.article.intake import UnfitError, day
from claimtrack.fields import BY_NAME, Field
from claimtrack.importing.row import Cell, Row, problem
from claimtrack.ledger.reingest.draft import Draft
from claimtrack.lexicon import column_names
from claimtrack.model import Figure, Interval, Problem

ReadFigures = Callable[[str], Sequence[Figure]]
"""The figures that a text names; raises ValueError where it names none."""

FIELDS = (
    "id", "actor", "via", "cites", "words", "claim", "said", "about", "stance", "confidence",
    "hedge", "answers", "figures", "kind", "source", "at", "topic", "status", "credibility",
    "tags", "note", "figure", "value", "what", "state", "scope",
)  # fmt: skip
"""What a column can be: fields of a claim, its words, the id of its article, parts of a figure."""

SILENT = "-"
"""What a heading is mapped to that is not to be read."""

_DERIVED = frozenset(
    {"said_first", "said_last", "about_first", "about_last", "reported", "score", "rule", "event"}
    | {"min", "max", "far_min", "far_max", "outlet", "title", "agencies", "author", "reliability"}
    | {"url"}
)
"""Columns of our own tables that follow from others, or are the article's."""

_FIGURE = ("figure", "value", "what", "state", "scope")
_GUARD = re.compile(r"(^|;)'(?=[\s\"]*[=+\-@＝＋－＠]|[\d.,/:+-]+(?:e[+-]?\d+)?$)", re.I)


class Columns:
    """Which field each heading means; headings that mean none are counted."""

    def __init__(self, given: Mapping[str, str]) -> None:
        self._known: dict[str, str | None] = {**given}
        self.unknown: dict[str, None] = {}

    def field(self, heading: str) -> str | None:
        """The field of a heading; None for one that is not read."""
        if heading not in self._known:
            name = column_names.field_of(heading)
            self._known[heading] = name if name in FIELDS else None
            if name not in FIELDS and name not in _DERIVED and heading != "schema":
                self.unknown[heading] = None
        field = self._known[heading]
        return None if field == SILENT else field


def drafts(
    rows: Iterable[Row | Problem], columns: Columns, read: ReadFigures
) -> Iterator[Draft | Problem]:
    """A draft for each row, or what is wrong with it, cell by cell.

    Rows that follow each other with one id and a figure each are one claim.
    """
    held: Draft | None = None
    for row in rows:
        if isinstance(row, Problem):
            yield row
            continue
        cells = {field: cell for name, cell in row.cells.items() if (field := columns.field(name))}
        made, wrong = _made(row, cells, read)
        if made and held and "figure" in cells and _is_one(held, made):
            held = _joined(held, made)
            continue
        if held:
            yield held
        held = made
        yield from wrong
    if held:
        yield held


def _is_one(draft: Draft, following: Draft) -> bool:
    ident = draft.fields.get("id")
    return ident is not None and ident == following.fields.get("id")


def _joined(draft: Draft, following: Draft) -> Draft:
    figures = [*draft.fields.get("figures", ()), *following.fields.get("figures", ())]
    return replace(draft, fields={**draft.fields, "figures": figures})


def _made(
    row: Row, cells: Mapping[str, Cell], read: ReadFigures
) -> tuple[Draft | None, list[Problem]]:
    fields: dict[str, Any] = {}
    wrong: list[Problem] = []
    for name, cell in cells.items():
        if name in _FIGURE:
            continue
        try:
            if value := _value(name, cell.value, read):
                fields[name] = value
        except ValueError as why:
            wrong.append(problem(row.file, row.line, cell, str(why)))
    try:
        if figure := _figure(cells, read):
            fields["figures"] = [figure]
    except ValueError as why:
        at = cells.get("figure") or cells.get("value")
        wrong.append(problem(row.file, row.line, at, str(why)))
    wrong += _days_between(row, fields)
    if not wrong and not any(name in fields for name in ("words", "claim", "id", "at")):
        wrong.append(problem(row.file, row.line, None, "a claim needs its words"))
    if wrong:
        return None, wrong
    if article := fields.pop("source", None):
        fields["article"] = article
    place = cells.get("words") or cells.get("claim") or Cell(None)
    return Draft(row.file, row.line, place.column, place.name, fields, row.article), []


def _value(name: str, value: Any, read: ReadFigures) -> Any:
    """The value of a cell as the ledger has it; raises ValueError with the reason."""
    field = BY_NAME.get(name)
    sort = field.sort if field else "text"
    if sort in ("names", "ids"):
        return _names(name, value)
    if sort == "figures":
        return _figures(value, read)
    if sort == "ranges":
        return _ranges(value)
    if sort == "day":
        return _day(value)
    text = _text(value)
    return _word(field, text) if field and field.choices else text


def _figures(value: Any, read: ReadFigures) -> list[Figure]:
    """The figures of a record, or those that a text names."""
    if isinstance(value, list):
        return [_recorded(figure) for figure in value]
    return list(read(_text(value)))


def _ranges(value: Any) -> Any:
    """``46-55``, or a list of such, of a text with commas between or of a record's spans."""
    if isinstance(value, list):
        spans = [span if isinstance(span, str) else "-".join(map(str, span)) for span in value]
    else:
        spans = [part.strip() for part in _text(value).split(",")]
    return spans[0] if len(spans) == 1 else spans


def _text(value: Any) -> str:
    """A cell as text: without the apostrophe that keeps a spreadsheet from running it."""
    if isinstance(value, bool | list | dict):
        raise ValueError(f"expected a text, not {value}")
    if isinstance(value, float | int):
        return f"{value:g}" if value == int(value) and abs(value) < 1e15 else f"{value}"
    if isinstance(value, date):
        return value.isoformat()
    return _GUARD.sub(r"\1", str(value)).strip()


def _names(name: str, value: Any) -> Any:
    """Several values in one cell, with semicolons between, of all but actors also commas."""
    if isinstance(value, list):
        names = [_text(each) for each in value]
    else:
        names = re.split(";" if name == "actor" else "[;,]", _text(value))
    parts = [each.strip() for each in names if each.strip()]
    return parts[0] if len(parts) == 1 and name == "actor" else parts


def _day(value: Any) -> str:
    text = _text(value)
    try:
        return day(text)
    except UnfitError as why:
        raise ValueError(f"“{text}” is not a day: write 14.10.2024 or 2024-10") from why


def _word(field: Field, text: str) -> str:
    word = column_names.word_of(field.name, text)
    if word is None:
        raise ValueError(f"“{text}” is none of {', '.join(field.choices)}")
    return word


def _recorded(record: Any) -> Figure:
    """A figure as claimtrack prints it."""
    if not isinstance(record, Mapping) or not isinstance(record.get("text"), str):
        raise ValueError(f"expected a figure with its text, not {record}")
    near = Interval(record["min"], record.get("max")) if record.get("min") is not None else None
    low, high = record.get("far") or (None, None)
    return Figure(
        record["text"], record.get("what"), record.get("state"), record.get("value"), near,
        Interval(low, high) if low is not None else None, scope=tuple(record.get("scope") or ()),
    )  # fmt: skip


_PLAIN = re.compile(r"-?\d+(\.\d+)?")
_THOUSANDS = re.compile(r"-?\d{1,3}(\.\d{3})+")


def _figure(cells: Mapping[str, Cell], read: ReadFigures) -> Figure | None:
    """The figure whose parts stand in columns of their own."""
    parts = {name: cells[name].value for name in _FIGURE if name in cells}
    number = parts.get("figure", parts.get("value"))
    if number is None:
        if parts:
            raise ValueError("a figure needs its number")
        return None
    text = _german(number)
    figures = tuple(read(text))
    if len(figures) != 1:
        raise ValueError(f"“{text}” is not one figure")
    figure, texts = figures[0], {name: _text(value) for name, value in parts.items()}
    scope = tuple(part.strip() for part in texts.get("scope", "").split(";") if part.strip())
    return replace(
        figure,
        what=texts.get("what") or figure.what,
        state=texts.get("state") or figure.state,
        scope=scope or figure.scope,
    )


def _german(value: Any) -> str:
    """A number as German writes it: 1500.5 as ``1500,5``. „1.500“ is German already."""
    text = _text(value)
    if _PLAIN.fullmatch(text) and (isinstance(value, float) or not _THOUSANDS.fullmatch(text)):
        return text.replace(".", ",")
    return text


def _days_between(row: Row, fields: dict[str, Any]) -> Iterator[Problem]:
    """Fills in the days from ``said_first`` to ``said_last``, where ``said`` is left out."""
    ends = {
        name: cell
        for heading, cell in row.cells.items()
        if (name := column_names.field_of(heading)) in ("said_first", "said_last")
    }
    if "said" in fields or not ends:
        return
    try:
        first, last = (
            edtf.parse(_day(ends[name].value)) if name in ends else edtf.When(None, None)
            for name in ("said_first", "said_last")
        )
        fields["said"] = edtf.write(edtf.When(first.first, last.last))
    except ValueError as why:
        yield problem(row.file, row.line, next(iter(ends.values())), str(why))
