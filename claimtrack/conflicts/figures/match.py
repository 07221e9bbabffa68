"""Which two figures are of one thing, by all the evidence; a better partner elsewhere counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claimtrack.conflicts.events import Links
from claimtrack.conflicts.figures.evidence import evidence
from claimtrack.conflicts.figures.setting import Seen
from claimtrack.conflicts.figures.side_by_side import side_by_side
from claimtrack.conflicts.weights import reason, scale, threshold, total

KIND = "figure"
_OTHER = frozenset({"other_fate", "other_state", "fate_on_one_side"})
_LONGEST_LEAD = 4.0
"""A better partner counts no more than this."""


class Match(NamedTuple):
    """Two figures, what speaks for and against their being of one thing, and what it comes to."""

    pair: tuple[Seen, Seen]
    pieces: dict[str, float]
    score: float

    @property
    def why(self) -> str:
        """What weighed most."""
        return reason(_scale(self.pair), self.pieces)


def matches(
    pairs: Iterable[tuple[Seen, Seen]], links: Links, least: float = float("-inf")
) -> list[Match]:
    """Pairs with their evidence, those that have a better partner elsewhere marked down.

    A better partner of a figure is one in the same article as the partner that it has. Pairs that
    do not come to ``least`` may be left out; nothing of the others hangs on them.
    """
    own = [_match(pair, evidence(*pair, links)) for pair in pairs]
    scores = [match.score for match in own]
    around = side_by_side([match.pair for match in own], scores, threshold(KIND))
    first = [
        _match(match.pair, {**match.pieces, **more}) if more else match
        for match, more in zip(own, around, strict=True)
    ]
    best: dict[tuple[int, str], float] = {}
    sides = [_sides(match) for match in first]
    for match, (left, right) in zip(first, sides, strict=True):
        score = match.score
        best[left] = max(best.get(left, score), score)
        best[right] = max(best.get(right, score), score)
    down = [
        _marked_down(match, max(best[left], best[right]))
        for match, (left, right) in zip(first, sides, strict=True)
    ]
    return list(_each_once(match for match in down if match.score >= least or _is_of_one(match)))


def _each_once(candidates: Iterable[Match]) -> Iterator[Match]:
    """Of two claims that list several figures each figure with one of the other's, the best.

    "Neun Beamte und acht Passanten" and "22 Passanten und zwei Beamte": who are not one group are
    not held against each other, since either has its partner.
    """
    taken: set[tuple[int, str]] = set()
    for match in sorted(candidates, key=_best_first):
        left, right = match.pair
        sides = {
            (id(left), right.count.statement.claim.id),
            (id(right), left.count.statement.claim.id),
        }
        if sides.isdisjoint(taken):
            yield match
            taken |= sides


def _best_first(match: Match) -> tuple[bool, float, str, int, str, int]:
    """Sort key: figures of one group, of which one thing is told, then by the evidence, by id."""
    left, right = match.pair[0].count, match.pair[1].count
    return (
        not _is_of_one(match), -match.score,
        left.statement.claim.id, left.index, right.statement.claim.id, right.index,
    )  # fmt: skip


def _is_of_one(match: Match) -> bool:
    """Whether two figures are of one group, of which one thing is told."""
    return "same_noun" in match.pieces and _OTHER.isdisjoint(match.pieces)


def _match(pair: tuple[Seen, Seen], pieces: dict[str, float]) -> Match:
    return Match(pair, pieces, total(_scale(pair), pieces))


def _scale(pair: tuple[Seen, Seen]) -> str:
    left, right = pair
    return scale(KIND, left.count.statement.place == right.count.statement.place)


def _sides(match: Match) -> tuple[tuple[int, str], tuple[int, str]]:
    """Each figure with the article in which its partner stands."""
    left, right = match.pair
    return (
        (id(left), right.count.statement.place),
        (id(right), left.count.statement.place),
    )


def _marked_down(match: Match, best: float) -> Match:
    lead = min(best - match.score, _LONGEST_LEAD)
    return _match(match.pair, {**match.pieces, "rival": lead}) if lead > 0 else match
