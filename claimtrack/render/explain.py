"""How a text was read: its blocks and sentences, and under each what was found in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimtrack.model import Span
from claimtrack.render.marked import fold
from claimtrack.render.screen import Piece, Screen, line

LABEL = 10
PLACE = 11


@dataclass(frozen=True, slots=True)
class Note:
    """One thing found: what it is (date, figure, claim, rule …), its words, what they come to."""

    label: str
    text: str
    value: str = ""


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


def _note(note: Note, screen: Screen) -> Iterator[str]:
    style = "actor" if note.label == "claim" else ""
    pieces = [Piece(note.text, style), Piece(f" = {note.value}" if note.value else "", "number")]
    yield from _folded(f"{'':<{PLACE}} {note.label:<{LABEL}}", pieces, screen)


def _folded(lead: str, pieces: list[Piece], screen: Screen) -> Iterator[str]:
    for number, folded in enumerate(fold(pieces, max(screen.columns - len(lead), 20))):
        yield line(screen, Piece(" " * len(lead) if number else lead, "faint"), *folded)
