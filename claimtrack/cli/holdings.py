"""What a ledger holds, counted: its articles, actors and topics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from claimtrack.analysis import filters
from claimtrack.analysis.filters import Filters, Known
from claimtrack.ledger.index.alone import NAMED, Alone
from claimtrack.ledger.index.facets import FACETS
from claimtrack.ledger.index.tally import Holding
from claimtrack.model import Actor, Claim, Ledger, Source

if TYPE_CHECKING:
    from claimtrack.ledger.index.facets import Topics
    from claimtrack.registry import Registry


def of(ledger: Ledger, topics: Topics | None = None) -> tuple[Holding, ...]:
    """What is counted of each claim of a ledger; ``topics`` derives what they are about."""
    about = topics(ledger) if topics else lambda _: None
    return tuple(Holding(claim.actors, claim.article, about(claim)) for claim in ledger.claims)


def alone(claims: Sequence[Claim], wanted: Filters, known: Known) -> Alone:
    """What each filter finds by itself among all claims of a ledger."""
    names: dict[str, Callable[[Claim], Iterable[str | None]]] = {
        **{name: facet.words for name, facet in FACETS.items()},
        "topic": lambda claim: (known.topic(claim),),
    }
    passing = filters.alone(claims, wanted, known)
    words = {
        name: sorted({word for claim in claims for word in names[name](claim) if word})
        for name in NAMED
        if passing.get(name) == 0
    }
    return Alone(len(claims), passing, words)


def articles(ledger: Ledger, held: Sequence[Holding]) -> list[tuple[Source, int]]:
    """The articles in the order of the ledger, each with the number of its claims."""
    counts = Counter(each.article for each in held)
    return [(source, counts[source.id]) for source in ledger.sources]


def actors(
    ledger: Ledger, held: Sequence[Holding], registry: Registry
) -> list[tuple[Actor, int, int]]:
    """Who makes claims, most first, with the number of claims and of articles.

    Names that mean one actor ("NIS", "südkoreanische Geheimdienste") are one row.
    Actors that the ledger declares and that make no claim come last.
    """
    written = {name for each in held for name in each.actors}
    written.update(actor.name for actor in ledger.actors)
    meant = {name: registry.find(name) or Actor(name) for name in sorted(written)}
    places: dict[Actor, list[str | None]] = {actor: [] for actor in meant.values()}
    for each in held:
        for actor in {meant[name] for name in each.actors}:
            places[actor].append(each.article)
    rows = [(actor, len(own), len(set(own))) for actor, own in places.items()]
    return sorted(rows, key=lambda row: (-row[1], row[0].name))


def topics(ledger: Ledger, held: Sequence[Holding]) -> list[tuple[str, Sequence[str], int, int]]:
    """What claims are about, most first: name, the analyst's words, claims, actors."""
    words = {topic.name: topic.words for topic in ledger.topics}
    claims: dict[str, list[Holding]] = {name: [] for name in words}
    for each in held:
        if each.topic:
            claims.setdefault(each.topic, []).append(each)
    rows = [
        (name, words.get(name, ()), len(own), len({who for each in own for who in each.actors}))
        for name, own in claims.items()
    ]
    return sorted(rows, key=lambda row: (-row[2], row[0]))
