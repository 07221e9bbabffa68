"""What a number without a counted noun measures, by the other words of its clause.

"Das Schneebrett war 200 Meter breit" and "Sie legte 700 Meter zurück" are of two lengths; the words
that only give a number ("kommt auf", "beziffert den Schaden mit") tell nothing of what it is.
"""

from __future__ import annotations

import re
from functools import lru_cache

from claimtrack.about.roots import roots_of
from claimtrack.conflicts.statement.content import gist_of
from claimtrack.conflicts.statement.word_lists import measured
from claimtrack.lexicon.concepts import senses
from claimtrack.lexicon.stems import REMEMBERED, stem, words

_BREAK = re.compile(r"[;:!?„“»«\"]|\.(?=\s|$)|,(?!\d)|\s[–—-]\s")
_FEWEST = 2
"""A clause of fewer words of its own leaves open what is measured."""


def clause_subject(text: str, number: str, speakers: tuple[str, ...]) -> frozenset[str]:
    """The content words of a number's clause but the number, its speakers and words of measuring.

    ``text`` holds ``number``; without it nothing is known and the set is empty.
    """
    at = text.find(number)
    if at < 0:
        return frozenset()
    clause = _clause(text, at, at + len(number)).replace(number, " ")
    own = frozenset(gist_of(senses(clause))) - measured()
    return own - {stem(word) for name in speakers for word in words(name)}


def _clause(text: str, start: int, end: int) -> str:
    """The words around a number up to the next marks; commas and stops within it are its own."""
    first = max((mark.end() for mark in _BREAK.finditer(text) if mark.end() <= start), default=0)
    return text[first : next((mark.start() for mark in _BREAK.finditer(text, end)), len(text))]


def are_one(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two clauses share a word or a root that tells what is measured."""
    return bool(left & right or _roots(left) & _roots(right))


def are_other(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two clauses tell of other things: both say enough, and share no word and no root."""
    return min(len(left), len(right)) >= _FEWEST and not are_one(left, right)


@lru_cache(maxsize=REMEMBERED)
def _roots(subject: frozenset[str]) -> frozenset[str]:
    return roots_of(subject)
