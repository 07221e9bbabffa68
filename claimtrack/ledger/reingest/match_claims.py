"""Which claims of a new reading are which of the ledger, and where a corrected text has them.

A claim is recognised by its words, not by its id: the parser may name another actor next time,
an analyst may have renamed it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from claimtrack.model import Claim

SHARED = 0.5
"""More than this share of the longer one's words has to be common."""


_Pair = tuple[float, int, int]
"""How unlike two claims are, the number of the new one, that of the old one."""

_Numbered = Sequence[tuple[int, Claim]]


def recognised(old: Sequence[Claim], new: Sequence[Claim]) -> dict[int, int]:
    """Which claim of ``new`` is which of ``old``, by index, one to one.

    First those whose stamps or words are the same, nearest first, then those that share more than
    half of their words, best first.
    """
    pairs: dict[int, int] = {}
    for alike in (_same(_stamp), _same(_quoted), _similar):
        left = [(n, claim) for n, claim in enumerate(old) if n not in pairs.values()]
        right = [(n, claim) for n, claim in enumerate(new) if n not in pairs]
        for _, at_left, at_right in sorted(alike(left, right)):
            if at_left not in pairs and at_right not in pairs.values():
                pairs[at_left] = at_right
    return pairs


def _stamp(claim: Claim) -> str | None:
    return claim.read.stamp if claim.read else None


def _quoted(claim: Claim) -> str | None:
    return " ".join(claim.quote.text.split()) if claim.quote else None


def _start(claim: Claim) -> int:
    return claim.quote.spans[0].start if claim.quote and claim.quote.spans else 0


def _same(key: Callable[[Claim], str | None]) -> Callable[[_Numbered, _Numbered], Iterator[_Pair]]:
    """Pairs that agree in a key, the nearer the better."""

    def pairs(old: _Numbered, new: _Numbered) -> Iterator[_Pair]:
        places: dict[str | None, list[tuple[int, Claim]]] = {}
        for number, claim in old:
            places.setdefault(key(claim), []).append((number, claim))
        places.pop(None, None)
        for number, claim in new:
            for right, there in places.get(key(claim), ()):
                yield abs(_start(claim) - _start(there)), number, right

    return pairs


def _similar(old: _Numbered, new: _Numbered) -> Iterator[_Pair]:
    """Pairs that share more than half of their words, the more the better."""
    counted = [(number, _words(claim)) for number, claim in old]
    for number, claim in new:
        words = _words(claim)
        for right, their_words in counted:
            share = shared(words, their_words)
            if share > SHARED:
                yield 1 - share, number, right


def _words(claim: Claim) -> Counter[str]:
    """The words of the quotation; without one, of what an analyst wrote instead."""
    return Counter(re.findall(r"\w+", claim.quoted.lower()))


def shared(words: Counter[str], their_words: Counter[str]) -> float:
    """The share of the longer one's words that the two have in common, 0 to 1."""
    longer = max(words.total(), their_words.total())
    return (words & their_words).total() / longer if longer else 0.0
