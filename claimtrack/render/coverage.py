"""Gaps of articles as a listing: place, kind, words, and why they need a claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimtrack.coverage.gaps import Gap
from claimtrack.render.listing import Cell, Column, Listing, Record

_STYLES = {"open": "warn", "declined": "faint", "passed": "faint"}


@dataclass(frozen=True, slots=True)
class PlacedGap:
    """A gap: its words, these as people read them, its sentence, its line in the article's file.

    ``line`` counts from 1; 0 where the file holds the text in another form.
    """

    gap: Gap
    words: str
    context: str
    sentence: str
    file: str
    line: int

    @property
    def place(self) -> str:
        """``articles/a.md:12``, the file alone without a line."""
        return f"{self.file}:{self.line}" if self.line else self.file


def gaps(placed: Sequence[PlacedGap]) -> Listing:
    """A listing of gaps."""
    columns = (
        Column("place", 60),
        Column("kind", 9),
        Column("state", 8),
        Column("words", place="body"),
        Column("why", 60, place="foot"),
        Column("nearest", 32, place="foot"),
    )
    return Listing(columns, tuple(map(_row, placed)), tuple(map(gap_record, placed)))


def _row(placed: PlacedGap) -> tuple[Cell, ...]:
    gap = placed.gap
    return (
        Cell(placed.place, "faint"),
        Cell(gap.stretch.kind),
        Cell(gap.state, _STYLES[gap.state]),
        Cell(placed.context),
        Cell(gap.stretch.why, "faint"),
        Cell(gap.claim or "", "id"),
    )


def gap_record(placed: PlacedGap) -> Record:
    """A gap as ``claimtrack.gap/1``; ``at`` are characters of the article's body."""
    gap, stretch = placed.gap, placed.gap.stretch
    return {
        "schema": "claimtrack.gap/1",
        "article": gap.article,
        "file": placed.file,
        "line": placed.line or None,
        "kind": stretch.kind,
        "state": gap.state,
        "brief": stretch.brief,
        "at": list(gap.at),
        "text": placed.words,
        "sentence": {"text": placed.sentence, "span": list(stretch.sentence)},
        "why": stretch.why,
        "rule": stretch.rule,
        "rival": stretch.rival,
        "nearest": gap.claim,
    }
