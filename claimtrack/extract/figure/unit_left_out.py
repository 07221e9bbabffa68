"""Large sums that leave out the currency of the sum before them in the sentence.

Shapes: "Der Bund zahle 50 Millionen Euro, das Land 20 Millionen"; "von 80 Millionen Dollar auf 65
Millionen". A number that counts something of its own has its noun already.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from claimtrack.extract.figure.figures import Placed
from claimtrack.german.document import Document

_LEAST = 100_000
_FARTHEST = 120
"""Characters from a sum to the one that leaves out its currency."""

_SENTENCE_END = re.compile(r"[.!?]\s|[;:]")
_NOTHING_BEHIND = re.compile(r"(?:\s[a-zäöüß]+)*\s*(?:[.,;:!?“«»–-]|\Z)")


def with_units(document: Document, figures: tuple[Placed, ...]) -> tuple[Placed, ...]:
    """The figures of a claim, those without a noun counting the money that the one before does."""
    known = all(placed.figure.what for placed in figures)
    return figures if known else tuple(_filled(document, figures))


def _filled(document: Document, figures: tuple[Placed, ...]) -> Iterator[Placed]:
    before: Placed | None = None
    for placed in figures:
        own = placed
        if before is not None and _leaves_out(document, before, placed):
            own = Placed(replace(placed.figure, what=before.figure.what), placed.span)
        yield own
        before = own


def _leaves_out(document: Document, before: Placed, placed: Placed) -> bool:
    """Whether a figure is a large bare number behind a sum of money in its sentence."""
    figure, text = placed.figure, document.text
    if figure.what or not before.figure.what or (figure.value or 0) < _LEAST:
        return False
    near = placed.span.start - before.span.end <= _FARTHEST
    apart = _SENTENCE_END.search(text, before.span.end, placed.span.start)
    money = any(number.kind == "money" for number in document.quantities_in(before.span))
    bare = _NOTHING_BEHIND.match(text, placed.span.end) is not None
    return near and money and bare and apart is None
