"""A listing: rows under columns for people, and one JSON object a row for programs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

Record = Mapping[str, object]
Place = Literal["head", "body", "foot"]


class Cell(NamedTuple):
    """The text of a cell, the style it is shown in, where it leads."""

    text: str
    style: str = ""
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, the most cells it takes, where it goes when room is short.

    ``head`` columns stay side by side in a row's first line, the ``body`` is folded below them
    and the ``foot`` columns close the row. ``number`` columns are set to the right.
    """

    name: str
    most: int = 24
    place: Place = "head"
    number: bool = False

    @property
    def title(self) -> str:
        """The heading of the column."""
        return self.name.replace("_", " ").upper()


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows to be shown in any format; ``records`` holds what the JSON formats print for each."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    records: tuple[Record, ...]
