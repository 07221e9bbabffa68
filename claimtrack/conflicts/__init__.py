"""Where the claims of a ledger contradict each other, and why.

A kind of conflict is a module with a ``find(statements, links)`` that yields findings, and one
line in ``KINDS`` (``kinds.py``).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache as remembered
from typing import NamedTuple

from claimtrack.conflicts.event_profiles import Profile, profiles
from claimtrack.conflicts.event_reasons import event_reason
from claimtrack.conflicts.events import Links, link
from claimtrack.conflicts.figures.apart import apart
from claimtrack.conflicts.figures.comparable import barrier
from claimtrack.conflicts.figures.counts import counts
from claimtrack.conflicts.figures.match import matches
from claimtrack.conflicts.figures.setting import setting
from claimtrack.conflicts.figures.verdict import VERDICTS
from claimtrack.conflicts.finding import Finding
from claimtrack.conflicts.kinds import KINDS, figure, stance
from claimtrack.conflicts.propositions.match import of_one_actor, stances
from claimtrack.conflicts.propositions.utterance import utterances_of
from claimtrack.conflicts.results.disputes import Disputes, arranged, citing
from claimtrack.conflicts.results.event_names import events_of, named
from claimtrack.conflicts.results.outcome import Outcome
from claimtrack.conflicts.results.outcomes import present
from claimtrack.conflicts.results.values import Conflict, Side
from claimtrack.conflicts.statement.passage import NO_TEXT, Texts
from claimtrack.conflicts.statement.prepare import Neighbours, prepare
from claimtrack.conflicts.statement.statement import Count, Statement, Who, by_day
from claimtrack.conflicts.weights import threshold
from claimtrack.model import Actor, Event, Ledger
from claimtrack.registry import Registry
from claimtrack.runtime import no_collection

__all__ = [
    "KINDS",
    "VERDICTS",
    "Comparison",
    "Conflict",
    "Side",
    "disputes",
    "event_names",
    "find",
    "prepared",
    "why",
]


_OF_ONE_ACTOR = {"reversal": "as a change of mind", "retelling": "as one statement told twice"}
_STOOD_FOR = (
    "they are on two sides of one matter, and a plainer pair of the same actors stands for it"
)


class Comparison(NamedTuple):
    """What comparing two claims came to: what was found, and reasons where nothing was."""

    conflicts: tuple[Conflict, ...]
    reasons: tuple[str, ...]


def find(
    ledger: Ledger, registry: Registry | None = None, texts: Texts = NO_TEXT
) -> tuple[Conflict, ...]:
    """All that does not go together in a ledger, topic by topic, in each figures first.

    Topics come by their worst, as do the conflicts of one kind within a topic. What is no
    contradiction (``update``, ``different phase``, ``same origin``, a pair that an analyst ruled
    on) comes last, with ``shown`` false. Without a register the shipped one is taken, widened by
    the ledger's actors. ``texts`` finds the text of an article, for what stands around its claims.
    """
    return tuple(survey(ledger, registry, texts))


def survey(ledger: Ledger, registry: Registry | None = None, texts: Texts = NO_TEXT) -> Disputes:
    """The same, each made whole when it is asked for."""
    with no_collection():
        statements = prepared(ledger, registry, texts)
        return disputes(statements, link(statements, ledger.events), ledger)


def disputes(statements: Sequence[Statement], links: Links, ledger: Ledger) -> Disputes:
    """What does not go together in some statements, sorted by day, of a ledger."""
    outcomes = compare(statements, links)
    return arranged(outcomes, ledger, citing(statements, ledger.lines))


def compare(statements: Sequence[Statement], links: Links) -> list[Outcome]:
    """What comparing statements, sorted by day, comes to, in no order."""
    return present([*_findings(statements, links)], statements, links)


def prepared(
    ledger: Ledger,
    registry: Registry | None = None,
    texts: Texts = NO_TEXT,
    wanted: Collection[str] | None = None,
    neighbours: Neighbours | None = None,
) -> tuple[Statement, ...]:
    """The statements of a ledger by day and id: what is found does not hang on the file's order.

    Without a register the shipped one is taken, widened by the ledger's actors and topics.
    ``wanted`` are the ids of claims, all when left out; ``neighbours`` finds the claims of their
    articles that the ledger does not have.
    """
    who = acquainted(registry or Registry.shipped().widen(ledger.actors, ledger.topics))
    return tuple(sorted(prepare(ledger, who, texts, wanted, neighbours), key=by_day))


def event_names(
    ledger: Ledger, registry: Registry | None = None, texts: Texts = NO_TEXT
) -> dict[str, str]:
    """What each article tells of, by its id: as an analyst named it, else as headings have it.

    An event that no word names is called by the id of its first article. Articles without a claim
    that stands are left out.
    """
    with no_collection():
        statements = prepared(ledger, registry, texts)
        places = dict.fromkeys(
            statement.place for statement in statements if statement.claim.article
        )
        events = events_of(statements, places, link(statements, ledger.events))
    articles = {place: event for place, event in events.items() if place in places}
    return named(articles, ledger.events)


def acquainted(registry: Registry) -> Who:
    """How to find out who is meant by a name; one that nobody knows is somebody, too."""

    @remembered
    def who(name: str) -> Actor:
        return registry.find(name) or Actor(name)

    return who


def _findings(statements: Sequence[Statement], links: Links) -> Iterator[Finding]:
    taken: set[frozenset[str]] = set()
    for kind in KINDS.values():
        findings = [each for each in kind.find(statements, links) if each.ids not in taken]
        taken.update(each.ids for each in findings)
        yield from findings


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
