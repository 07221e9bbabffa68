"""A second number for what was just counted: "die Veranstalter sprachen von 10.000 Menschen".

German leaves out what was counted when a second speaker gives another number for it: "… seien
sechs Menschen gewesen. Der Betreiber sprach von acht", "die Zahl bezifferte er auf 90".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.about.matters import Matter, unit_of
from claimtrack.conflicts.statement.content import gist_of
from claimtrack.conflicts.statement.statement import Statement
from claimtrack.conflicts.statement.word_lists import measured
from claimtrack.lexicon.concepts import senses
from claimtrack.model import Figure

_NEXT = 150
"""So many characters lie at most between the two numbers' sentences."""
_ANYBODY = "people"


def carry(statement: Statement, earlier: Sequence[Statement]) -> Statement:
    """A statement whose one figure counts nothing of its own, with what was counted just before.

    Nothing but the number, "Menschen" or "Personen" and words of measuring may stand in it.
    """
    if len(statement.claim.figures) != 1:
        return statement
    before = _before(statement, earlier)
    if before is None or not is_elliptic(statement):
        return statement
    figure, own = statement.claim.figures[0], statement.counted[0]
    matter = next((each for each in before.counted if each and _fits(figure, own, each)), None)
    if matter is None:
        return statement
    return replace(
        statement, counted=(matter,), gist=before.gist, wording=before.gist, acts=before.acts,
        places=statement.places or before.places, periods=statement.periods or before.periods,
    )  # fmt: skip


def is_elliptic(statement: Statement) -> bool:
    """Whether a statement is but a number, of mere people or of nothing that it names."""
    if len(statement.claim.figures) != 1 or _tells_more(statement):
        return False
    own = statement.counted[0]
    return own is None or (own.population == _ANYBODY and own.state is None)


def _before(statement: Statement, earlier: Sequence[Statement]) -> Statement | None:
    """The last claim that counts something, where it stands right before in the article."""
    for candidate in reversed(earlier):
        end = candidate.position + len(candidate.claim.words)
        if statement.position - end > _NEXT:
            return None
        if any(candidate.counted) and candidate.actors != statement.actors:
            return candidate
    return None


def _tells_more(statement: Statement) -> bool:
    figure = statement.claim.figures[0]
    counted = frozenset(gist_of(senses(figure.what or "")))
    return bool(statement.gist - counted - measured() - {_ANYBODY})


def _fits(figure: Figure, own: Matter | None, matter: Matter) -> bool:
    """Whether a figure with no matter of its own, or of mere people, can be of another's."""
    if own is None:
        return unit_of(figure) == matter.unit
    return matter.sort == "people"
