"""Which claims of a new reading are which of the ledger, and where a corrected text has them.

A claim is recognised by its words, not by its id: the parser may name another actor next time,
an analyst may have renamed it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from claimtrack.model import Claim, Span

SHARED = 0.5
"""More than this share of the longer one's words has to be common."""


_Pair = tuple[float, int, int]


def recognised(old: Sequence[Claim], new: Sequence[Claim]) -> dict[int, int]:
    """Which claim of ``new`` is which of ``old``, by index, one to one.

    First those whose stamps or words are the same, nearest first, then those that share more than
    half of their words, best first.
    """
    found: dict[int, int] = {}
    for pairs in (_alike(old, new, _stamp), _alike(old, new, _quoted), _similar(old, new)):
        for _, one, other in sorted(pairs):
            if one not in found and other not in found.values():
                found[one] = other
    return found


def _stamp(claim: Claim) -> str | None:
    return claim.read.stamp if claim.read else None


def _quoted(claim: Claim) -> str | None:
    return " ".join(claim.quote.text.split()) if claim.quote else None


def _start(claim: Claim) -> int:
    return claim.quote.spans[0].start if claim.quote and claim.quote.spans else 0


def _alike(
    old: Sequence[Claim], new: Sequence[Claim], key: Callable[[Claim], str | None]
) -> Iterator[_Pair]:
    places: dict[str, list[int]] = {}
    for index, claim in enumerate(old):
        if (value := key(claim)) is not None:
            places.setdefault(value, []).append(index)
    for index, claim in enumerate(new):
        for other in places.get(key(claim) or "", ()):
            yield abs(_start(claim) - _start(old[other])), index, other


def _similar(old: Sequence[Claim], new: Sequence[Claim]) -> Iterator[_Pair]:
    counted = [_words(claim) for claim in old]
    for index, claim in enumerate(new):
        words = _words(claim)
        for other, others in enumerate(counted):
            share = shared(words, others)
            if share > SHARED:
                yield (1 - share, index, other)


def _words(claim: Claim) -> Counter[str]:
    """The words of the quotation; without one, of what an analyst wrote instead."""
    text = claim.quote.text if claim.quote else claim.words
    return Counter(re.findall(r"\w+", text.lower()))


def shared(one: Counter[str], other: Counter[str]) -> float:
    """The share of the longer one's words that the two have in common, 0 to 1."""
    longer = max(one.total(), other.total())
    return (one & other).total() / longer if longer else 0.0


def anchored(pieces: Sequence[str], body: str, near: int) -> tuple[Span, ...] | None:
    """Where the pieces of a quotation stand in a text, in order; None when one does not.

    Of several places the first piece takes the one nearest to ``near``, the others follow it.
    White space may differ.
    """
    found: list[Span] = []
    for piece in pieces:
        places = [Span(*match.span()) for match in _pattern(piece).finditer(body)]
        if found:
            places = [place for place in places if place.start >= found[-1].end]
            near = found[-1].end
        if not places:
            return None
        found.append(min(places, key=lambda place: abs(place.start - near)))
    return tuple(found)


def _pattern(piece: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(re.escape(word) for word in piece.split()) or r"(?!)")
