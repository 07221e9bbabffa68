"""What a ledger holds, counted: its articles, actors and topics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from claimtrack.model import Actor, Claim, Ledger, Source

if TYPE_CHECKING:
    from claimtrack.registry import Registry


def articles(found: Ledger) -> list[tuple[Source, int]]:
    """The articles in the order of the ledger, each with the number of its claims."""
    counts = Counter(claim.article for claim in found.claims)
    return [(source, counts[source.id]) for source in found.sources]


def actors(found: Ledger, registry: Registry) -> list[tuple[Actor, int, int]]:
    """Who makes claims, most first, with the number of claims and of articles.

    Names that mean one actor ("NIS", "südkoreanische Geheimdienste") are one row.
    Actors that the ledger declares and that make no claim come last.
    """
    written = {name for claim in found.claims for name in claim.actors}
    written.update(actor.name for actor in found.actors)
    meant = {name: registry.find(name) or Actor(name) for name in sorted(written)}
    held: dict[Actor, list[Claim]] = {actor: [] for actor in meant.values()}
    for claim in found.claims:
        for actor in {meant[name] for name in claim.actors}:
            held[actor].append(claim)
    rows = [(actor, len(own), len({one.article for one in own})) for actor, own in held.items()]
    return sorted(rows, key=lambda row: (-row[1], row[0].name))


def topics(
    found: Ledger, topic_of: Callable[[Claim], str | None]
) -> list[tuple[str, Sequence[str], int, int]]:
    """What claims are about, most first: name, the analyst's words, claims, actors."""
    words = {topic.name: topic.words for topic in found.topics}
    claims: dict[str, list[Claim]] = {name: [] for name in words}
    for claim in found.claims:
        if topic := topic_of(claim):
            claims.setdefault(topic, []).append(claim)
    rows = [
        (name, words.get(name, ()), len(held), len({who for one in held for who in one.actors}))
        for name, held in claims.items()
    ]
    return sorted(rows, key=lambda row: (-row[2], row[0]))
