"""The claims of a ledger compared with each other: every kind of conflict searched for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache as remembered

from claimtrack.conflicts.events import Links, link
from claimtrack.conflicts.finding import Finding
from claimtrack.conflicts.kinds import KINDS
from claimtrack.conflicts.results.disputes import Disputes, arranged, citing
from claimtrack.conflicts.results.event_names import events_of
from claimtrack.conflicts.results.event_titles import named
from claimtrack.conflicts.results.outcome import Outcome
from claimtrack.conflicts.results.outcomes import present
from claimtrack.conflicts.results.values import Conflict
from claimtrack.conflicts.statement.passage import NO_TEXT, Texts
from claimtrack.conflicts.statement.prepare import Neighbours, prepare
from claimtrack.conflicts.statement.statement import Statement, Who, by_day
from claimtrack.model import Actor, Ledger
from claimtrack.registry import Registry
from claimtrack.runtime import no_collection


def find(
    ledger: Ledger, registry: Registry | None = None, texts: Texts = NO_TEXT
) -> tuple[Conflict, ...]:
    """All that does not go together in a ledger, topic by topic, in each figures first.

    Topics come by their worst, as do the conflicts of one kind within a topic. What is no
    contradiction (``update``, ``different phase``, ``same origin``, a pair that an analyst ruled
    on) comes last, with ``shown`` false. Without a register the shipped one is taken, widened by
    the ledger's actors. ``texts`` finds the text of an article, for what stands around its claims.
    """
    with no_collection():
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
