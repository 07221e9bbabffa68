"""How a text was read: its blocks and sentences, and under each what was found in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from claimtrack.model import Span
from claimtrack.render.listing import Record
from claimtrack.render.marked import fold
from claimtrack.render.screen import Piece, Screen, line

LABEL = 10
PLACE = 11


@dataclass(frozen=True, slots=True)
class Note:
    """One thing found: what it is (clause, date, claim …), its words, what they come to.

    ``at`` is where it stands in the body. ``facts`` are what programs are told of it; a note
    whose label is indented belongs to the one before and is for people alone.
    """

    label: str
    text: str
    value: str = ""
    at: Span | None = None
    facts: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A block that is not read, or a sentence that is, with what was found in it."""

    kind: str
    span: Span
    text: str
    notes: tuple[Note, ...] = ()


def view(title: str, steps: Iterable[Step], screen: Screen) -> Iterator[str]:
    """The lines of the explanation; numbers are characters of the body, the end exclusive."""
    yield line(screen, Piece(title, "heading"))
    for step in steps:
        read = step.kind == "sentence"
        place = f"{step.span.start}-{step.span.end}"
        pieces = [Piece(step.text, "" if read else "faint")]
        if not read:
            pieces.insert(0, Piece(f"[{step.kind}] ", "faint"))
        yield from _folded(f"{place:<{PLACE}} ", pieces, screen)
        for note in step.notes:
            yield from _note(note, screen)


def record(article: str, steps: Iterable[Step]) -> Record:
    """The explanation of an article as ``claimtrack.explanation/1``."""
    return {
        "schema": "claimtrack.explanation/1",
        "article": article,
        "steps": [
            {
                "kind": step.kind,
                "at": list(step.span),
                "text": step.text,
                "notes": [_fact(note) for note in step.notes if note.label[0] != " "],
            }
            for step in steps
        ],
    }


def _fact(note: Note) -> Record:
    at = list(note.at) if note.at else None
    return {"what": note.label, "text": note.text, "at": at, **(note.facts or {})}


def _note(note: Note, screen: Screen) -> Iterator[str]:
    style = "actor" if note.label == "claim" else ""
    pieces = [Piece(note.text, style), Piece(f" = {note.value}" if note.value else "", "number")]
    yield from _folded(f"{'':<{PLACE}} {note.label:<{LABEL}}", pieces, screen)


def _folded(lead: str, pieces: list[Piece], screen: Screen) -> Iterator[str]:
    for number, folded in enumerate(fold(pieces, max(screen.columns - len(lead), 20))):
        yield line(screen, Piece(" " * len(lead) if number else lead, "faint"), *folded)
