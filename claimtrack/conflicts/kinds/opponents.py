"""Who can be against whom: both take a side, and they are not of one camp."""

from __future__ import annotations

import re

from claimtrack.conflicts.kinds.voices import voices
from claimtrack.conflicts.statement.content import proposition
from claimtrack.conflicts.statement.statement import Statement
from claimtrack.lexicon.stems import stem, words

_ALSO = re.compile(r"\b(?:auch|ebenfalls|ebenso|gleichfalls)\b", re.I)
_EITHER = re.compile(r"ob\b.*\boder\b", re.I | re.S)
"""Either of two things: who doubts that does not say which."""


def can_clash(left: Statement, right: Statement) -> bool:
    """Whether two statements can be two sides of one matter of fact."""
    return takes_side(left) and takes_side(right) and not is_one_camp(left, right)


def takes_side(statement: Statement) -> bool:
    """Whether somebody says how it is.

    A demand is met or refused, and is no fact; a question that is open, or that nobody in
    particular answers, has no answer that could be denied; nor is either of two things doubted by
    who does not say which ("ob in Wien oder in Graz").
    """
    claim = statement.claim
    if claim.stance == "withholds" and _EITHER.match(claim.words):
        return False
    if claim.stance in ("withholds", "doubts"):
        return bool(statement.actors)
    if claim.stance == "denies" and not (statement.actors or statement.meant):
        return False
    return claim.stance != "demands" and not (statement.side == 0 and claim.confidence == "unclear")


def is_one_camp(left: Statement, right: Statement) -> bool:
    """One actor, or two of whom one repeats the other ("Dies bestätigte auch …").

    Or a body and who belongs to it, on different days: it may have thought again.
    """
    if set(left.actors) & set(right.actors) or voices(left) & voices(right):
        return True
    if _one_sentence(left, right) or _seconds(left, right) or _seconds(right, left):
        return True
    return are_related(left, right) and left.days.last != right.days.last


def _seconds(backer: Statement, backed: Statement) -> bool:
    """Whether one confirms what the other says.

    By the other's name ("bestätigten die Darstellung der Demonstranten"), or joining in right
    behind it ("Auch andere bestätigten das").
    """
    claim = backer.claim
    if claim.stance != "confirms" or claim.kind != "reported":
        return False
    spoken = {stem(word) for word in words(proposition(claim))}
    if any(spoken.issuperset(map(stem, words(name))) for name in backed.actors):
        return True
    behind = backer.place == backed.place and (backer.sentence or 0) - (backed.sentence or 0) == 1
    return behind and bool(_ALSO.search(claim.words))


def _one_sentence(left: Statement, right: Statement) -> bool:
    """Whether both are told with the same words of one article."""
    left_spans, right_spans = (
        each.claim.quote.spans if each.claim.quote else () for each in (left, right)
    )
    return left.place == right.place and any(
        a.start < b.end and b.start < a.end for a in left_spans for b in right_spans
    )


def are_related(left: Statement, right: Statement) -> bool:
    """Whether one side is the body that the other belongs to."""
    return bool(left.bodies & set(right.actors) or right.bodies & set(left.actors))
