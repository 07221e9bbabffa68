"""In what two claims differ that are one: field by field, and word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from claimtrack.fields import FIELDS, Field, as_text
from claimtrack.model import Claim, Figure, Span

WORD = r"\w+(?:[-.,:/]\w+)*"
"""A word as a pattern: "10.000" and "US-Soldaten" are one each; signs and marks are none."""

_DATES = ("said", "about")
"""Where one article names no day, it does not differ from one that does."""


class Difference(NamedTuple):
    """A field in which two matched claims differ, with what each has; "" for nothing."""

    field: str
    a: str
    b: str


def differences(a: Claim, b: Claim) -> Iterator[Difference]:
    """The fields in which two claims differ, the wording last.

    Of one claim in two ledgers (its id and article are the same) a day that only one has counts,
    and what an analyst noted.
    """
    same = is_one(a, b)
    for field in FIELDS:
        if field.differs == "no" or (field.differs == "one entry" and not same):
            continue
        left, right = _shown(field, a), _shown(field, b)
        unnamed = field.name in _DATES and not same and not (left and right)
        if left != right and not unnamed:
            yield Difference(field.name, left, right)
    if a.words != b.words:
        yield Difference("wording", a.words, b.words)


def _shown(field: Field, claim: Claim) -> str:
    if field.name == "actor":
        return claim.actor or ""
    return _counted(claim) if field.name == "figures" else as_text(field, claim)


def is_one(a: Claim, b: Claim) -> bool:
    """Whether two claims are one entry of a ledger, as it stands in two of its versions."""
    return a.id == b.id and a.article == b.article


def _counted(claim: Claim) -> str:
    return "; ".join(map(_told, claim.figures))


def _told(figure: Figure) -> str:
    """The figure with what it counts, once (a unit of money stands in its text), and its scope."""
    what = figure.what or ""
    counted = figure.text if figure.text.endswith(what) else f"{figure.text} {what}"
    return ", ".join((counted, *figure.scope))


def differing_words(a: str, b: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The stretches of two texts whose words the other has not there, in characters of each.

    >>> differing_words("rund 300 Tote", "etwa 300 Tote in Krems")
    ((Span(start=0, end=4),), (Span(start=0, end=4), Span(start=14, end=22)))
    """
    words_a, words_b = (list(re.finditer(WORD, text)) for text in (a, b))
    changed = [
        stretch
        for stretch in stretches([w[0] for w in words_a], [w[0] for w in words_b])
        if not stretch.same
    ]
    return (
        tuple(_span(words_a[each.of_a]) for each in changed if words_a[each.of_a]),
        tuple(_span(words_b[each.of_b]) for each in changed if words_b[each.of_b]),
    )


class Stretch(NamedTuple):
    """A part of each of two lists of words, and whether they are the same there."""

    same: bool
    of_a: slice
    of_b: slice


def stretches(a: Sequence[str], b: Sequence[str]) -> Iterator[Stretch]:
    """Two lists of words cut where they begin or cease to be the same, in order."""
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        yield Stretch(kind == "equal", slice(start, end), slice(other_start, other_end))


def _span(words: Sequence[re.Match[str]]) -> Span:
    return Span(words[0].start(), words[-1].end())
