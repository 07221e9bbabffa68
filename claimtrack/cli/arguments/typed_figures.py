"""Figures as a user types them: a number, what it counts, its state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from claimtrack.cli.failure import Failure, did_you_mean
from claimtrack.model import Figure, Span

if TYPE_CHECKING:
    from claimtrack.german.document import Document

_FRAME = "Es wurden "
_FORM = 'write the number, what it counts and its state: "rund 300 Soldaten killed"'


def figures(typed: str) -> tuple[Figure, ...]:
    """The figures that were typed, with semicolons between: ``12.000 Menschen killed``.

    The state is one of the ledger's words at the end, or what German words say: "300 Menschen
    getötet". Raises Failure for what is no figure, and for a state that may be misspelt.
    """
    return tuple(_figure(part.strip()) for part in typed.split(";") if part.strip())


def read_in(body: str, spans: Sequence[Span]) -> tuple[Figure, ...]:
    """The figures that stand within some spans of a text, in characters."""
    from claimtrack.extract.figure.figures import read_figures

    return read_figures(_document(body), spans)


@lru_cache(maxsize=64)
def _document(body: str) -> Document:
    """A text read, once for all the claims of its article."""
    from claimtrack.german.document import read

    return read(body)


def is_as_in_the_file(typed: str) -> bool:
    """True for figures that are written as YAML."""
    return typed.lstrip().startswith(("[", "{"))


def _figure(typed: str) -> Figure:
    from claimtrack.german.numbers import find_quantities
    from claimtrack.lexicon.states import OTHER, states

    known = {*states(), OTHER}
    words, _, last = typed.rpartition(" ")
    state = last if last in known else None
    said = words if state else typed
    # In a sentence, so that "getötet" is read as what was done to those who are counted.
    read = read_in(f"{_FRAME}{said}.", [Span(len(_FRAME), len(_FRAME) + len(said))])
    named = read[0] if len(read) == 1 and said.startswith(read[0].text) else None
    state_told = state or (named.state if named and named.state != OTHER else None)
    if not state_told and last[:1].islower() and (near := did_you_mean(last, known)):
        raise Failure(f"{last!r} is not a state of a figure", near)
    if named:
        return replace(named, state=state_told or named.state)
    number = next((quantity for quantity in find_quantities(said) if quantity.start == 0), None)
    if number is None:
        raise Failure(f"{typed!r} is not a figure", _FORM)
    what = said[number.end :].strip() or None
    return Figure(said[: number.end], what, state_told, number.value, number.near, number.far)
