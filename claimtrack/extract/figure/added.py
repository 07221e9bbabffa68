"""The number that is added behind a frame to words that told of more, fewer or a number of things.

Shapes: "Es seien mehr Gäste gekommen, so X, nämlich 85"; "Die Zahl der Anzeigen sei gestiegen,
teilte X mit: auf 412". The noun is that of the words before the frame.
"""

from __future__ import annotations

import re

from claimtrack.extract.candidate import Candidate
from claimtrack.extract.figure.counted_noun import COUNTS
from claimtrack.extract.figure.figures import Placed
from claimtrack.german.document import Document
from claimtrack.lexicon.states import OTHER
from claimtrack.model import Figure, Span

_OF_MANY = re.compile(
    r"\b(?:[Mm]ehr|[Ww]eniger|(?:Zahl|Anzahl)\s(?:der|von|an))\s(?:[a-zäöüß]+e[nr]?\s)?([A-ZÄÖÜ][\w-]+)"
)


def with_added(
    document: Document, candidate: Candidate, figures: tuple[Placed, ...]
) -> tuple[Placed, ...]:
    """The figures of a candidate with the bare number that is added behind its frame, if any."""
    first, last = candidate.spans[0], candidate.spans[-1]
    if first == last or any(placed.span.start >= last.start for placed in figures):
        return figures
    numbers = document.quantities_in(last)
    nouns = _OF_MANY.findall(document.text, *first)
    if len(numbers) != 1 or not nouns:
        return figures
    (number,) = numbers
    ends = not document.text[number.end : last.end].strip(" .")
    if number.kind not in COUNTS or number.kind == "fraction" or not ends:
        return figures
    figure = Figure(number.text, nouns[-1], OTHER, number.value, number.near, number.far)
    return (*figures, Placed(figure, Span(number.start, number.end)))
