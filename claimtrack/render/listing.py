"""A listing: rows under columns for people, and one JSON object a row for programs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, NamedTuple, TypeVar, overload

Record = Mapping[str, object]
S = TypeVar("S")
T = TypeVar("T")
Place = Literal["head", "body", "foot"]
Sort = Literal["text", "day", "key"]


class Cell(NamedTuple):
    """The text of a cell, the style it is shown in, where it leads.

    ``value`` is what a spreadsheet gets where the text is for people alone: a number, a day in
    EDTF, nothing ("") for what is not known.
    """

    text: str
    style: str = ""
    link: str | None = None
    value: str | float | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, the most cells it takes, where it goes when room is short.

    ``head`` columns stay side by side in a row's first line, the ``body`` is folded below them
    and the ``foot`` columns close the row. ``number`` columns are set to the right. ``sort`` tells
    a spreadsheet what is in it: days in EDTF, or ids, which never are a number or a day.
    """

    name: str
    most: int = 24
    place: Place = "head"
    number: bool = False
    sort: Sort = "text"

    @property
    def title(self) -> str:
        """The heading of the column."""
        return self.name.replace("_", " ").upper()


@dataclass(frozen=True, slots=True)
class Flow:
    """Rows to be shown as they come; ``records`` holds what the JSON formats print for each.

    Both may be made of one source, which only one of them can use up: a format reads either.
    """

    columns: tuple[Column, ...]
    rows: Iterable[tuple[Cell, ...]]
    records: Iterable[Record]


@dataclass(frozen=True, slots=True)
class Listing(Flow):
    """Rows that are all there, to be shown in any format."""

    rows: Sequence[tuple[Cell, ...]]
    records: Sequence[Record]


def flow(columns: tuple[Column, ...], parts: Iterable[Listing]) -> Flow:
    """The rows of many listings with the same columns, each listing made when its turn comes."""
    source = iter(parts)
    return Flow(
        columns,
        (row for part in source for row in part.rows),
        (record for part in source for record in part.records),
    )


class Made(Sequence[T], Generic[S, T]):
    """Things that are made of others, each when it is asked for: very many need little room."""

    def __init__(self, make: Callable[[S], T], of: Sequence[S]) -> None:
        self._make = make
        self._of = of

    def __len__(self) -> int:
        return len(self._of)

    def __iter__(self) -> Iterator[T]:
        return map(self._make, self._of)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Made[S, T]: ...
    def __getitem__(self, at: int | slice) -> T | Made[S, T]:
        if isinstance(at, slice):
            return Made(self._make, self._of[at])
        return self._make(self._of[at])
