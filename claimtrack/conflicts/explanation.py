"""Why two claims do, or do not, contradict each other, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from claimtrack.conflicts.comparison import find, prepared
from claimtrack.conflicts.event_profiles import Profile, profiles
from claimtrack.conflicts.event_reasons import event_reason
from claimtrack.conflicts.events import Links, link
from claimtrack.conflicts.figures.apart import apart
from claimtrack.conflicts.figures.comparable import barrier
from claimtrack.conflicts.figures.counts import counts
from claimtrack.conflicts.figures.match import matches
from claimtrack.conflicts.figures.setting import setting
from claimtrack.conflicts.kinds import figure, stance
from claimtrack.conflicts.propositions.match import of_one_actor, stances
from claimtrack.conflicts.propositions.utterance import utterances_of
from claimtrack.conflicts.results.values import Conflict
from claimtrack.conflicts.statement.passage import NO_TEXT, Texts
from claimtrack.conflicts.statement.statement import Count, Statement
from claimtrack.conflicts.weights import threshold
from claimtrack.model import Event, Ledger
from claimtrack.registry import Registry

_OF_ONE_ACTOR = {"reversal": "as a change of mind", "retelling": "as one statement told twice"}
_STOOD_FOR = (
    "they are on two sides of one matter, and a plainer pair of the same actors stands for it"
)


class Comparison(NamedTuple):
    """What comparing two claims came to: what was found, and reasons where nothing was."""

    conflicts: tuple[Conflict, ...]
    reasons: tuple[str, ...]


def why(
    ledger: Ledger,
    first_id: str,
    second_id: str,
    registry: Registry | None = None,
    texts: Texts = NO_TEXT,
) -> Comparison:
    """Why two claims do, or do not, contradict each other. Raises KeyError for an unknown id."""
    known = {claim.id for claim in ledger.claims}
    for name in (first_id, second_id):
        if name not in known:
            raise KeyError(name)
    statements = prepared(ledger, registry, texts)
    conflicts = tuple(
        each for each in find(ledger, registry, texts) if each.ids == {first_id, second_id}
    )
    pair = [each for each in statements if each.claim.id in (first_id, second_id)]
    around = Around(link(statements, ledger.events), profiles(statements), ledger.events)
    return explained(pair, conflicts, around)


class Around(NamedTuple):
    """What two claims are explained by besides themselves.

    For each article those that tell of its event, what decides that, and what an analyst says.
    """

    links: Links
    profiles: Mapping[str, Profile]
    events: Sequence[Event]


def explained(
    pair: Sequence[Statement], conflicts: tuple[Conflict, ...], around: Around
) -> Comparison:
    """Why two statements do, or do not, contradict each other; ``conflicts`` are theirs.

    Fewer than two where a claim was rejected, or both are one.
    """
    if len(pair) < 2:
        return Comparison(conflicts, ("one of them was rejected, or is the same claim",))
    links = around.links
    event = event_reason(pair[0], pair[1], around.profiles, around.events)
    reasons = [*_reasons(pair, links), *_weighed(pair, links)] or (
        [] if conflicts else [_STOOD_FOR]
    )
    return Comparison(conflicts, (*reasons, *filter(None, [event])))


def _weighed(pair: Sequence[Statement], links: Links) -> Iterator[str]:
    """What speaks for and against a pair whose texts are there; better partners are left out."""
    if not all(statement.layout for statement in pair):
        return
    for figures in matches(figure.candidates(pair, links), links):
        left, right = (seen.count.figure.text for seen in figures.pair)
        yield f"„{left}“ and „{right}“: {_sum('figure', figures.score)}; {figures.why}"
    own = utterances_of(pair)
    for sides in stances(own, links):
        yield f"as two sides: {_sum('stance', sides.score)}; {sides.why}"
    for kind, as_what in _OF_ONE_ACTOR.items():
        for match in of_one_actor(kind, own, links):
            yield f"{as_what}: {_sum(kind, match.score)}; {match.why}"


def _sum(kind: str, score: float) -> str:
    return f"the evidence comes to {score:.1f}, shown from {threshold(kind):.1f}"


def _both_right(left: Count, right: Count) -> str | None:
    """Why two figures of articles whose texts are there can both be right, in words."""
    if not (left.statement.layout and right.statement.layout):
        return None
    return apart((left, setting(left)), (right, setting(right)))


def _reasons(pair: Sequence[Statement], links: Links) -> Iterator[str]:
    """For each two figures of a pair what kept them apart, or what the table says."""
    lefts, rights = ([*counts([each])] for each in pair)
    for left in lefts:
        for right in rights:
            stop = _both_right(left, right) or barrier(left, right, links)
            text = stop or figure.judgement(left, right).reason
            outcome = "not compared" if stop else "compared"
            yield f"„{left.figure.text}“ and „{right.figure.text}“: {outcome}: {text}"
    yield from stance.reasons(pair[0], pair[1], links)
