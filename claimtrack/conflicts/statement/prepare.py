"""A ledger's claims read in their context: what an earlier claim of the article fills in.

German leaves out what stood before: "rund 1.500 Soldaten" after "nordkoreanische Soldaten", "was
Moskau bestreitet" after the claim that is denied. So each article is read in the order of its text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from functools import cache

from claimtrack.about.matters import Matter, text_matters
from claimtrack.about.topics import analyst_topic
from claimtrack.conflicts.statement.course import is_stock
from claimtrack.conflicts.statement.ellipsis import carry, is_elliptic
from claimtrack.conflicts.statement.passage import NO_TEXT, Layout, Texts
from claimtrack.conflicts.statement.pointing import borrow, only_points
from claimtrack.conflicts.statement.statement import Statement, Who, read
from claimtrack.lexicon.nations import nation_of
from claimtrack.model import Claim, Ledger

Neighbours = Callable[[Collection[str]], Iterable[Claim]]
"""All claims of some articles, in the order of the ledger."""


def prepare(
    ledger: Ledger,
    who: Who,
    texts: Texts = NO_TEXT,
    wanted: Collection[str] | None = None,
    neighbours: Neighbours | None = None,
) -> tuple[Statement, ...]:
    """Every claim that was not rejected, ready to be compared, in the order of the ledger.

    ``texts`` finds the body of an article, where there still is one. With ``wanted``, only the
    claims of these ids are returned, and their neighbours are read only where one needs them;
    ``neighbours`` finds those that the ledger itself does not have.
    """
    sources = {source.id: source for source in ledger.sources}

    @cache
    def layout(place: str) -> Layout | None:
        source = sources.get(place)
        body = texts(source) if source else None
        return Layout.of(body) if body else None

    def alone(claim: Claim) -> Statement:
        place = _place(claim)
        return read(claim, sources.get(place), place, who, layout(place))

    articles = _by_article(ledger.claims)
    own = {
        place: [alone(claim) for claim in claims if wanted is None or claim.id in wanted]
        for place, claims in articles.items()
    }
    if wanted is not None:
        needing = [
            place for place, statements in own.items() if any(map(_needs_others, statements))
        ]
        if neighbours and needing:
            articles |= _by_article(neighbours(needing))
        for place in needing:
            there = {statement.claim.id: statement for statement in own[place]}
            own[place] = [there.get(claim.id) or alone(claim) for claim in articles[place]]
    done = {
        each.claim.id: each for statements in own.values() for each in _article(statements, ledger)
    }
    ids = (claim.id for claim in ledger.claims if wanted is None or claim.id in wanted)
    return tuple(done[ident] for ident in ids if ident in done)


def _by_article(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """The claims that are compared at all, by the article that they stand in."""
    articles: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.status != "rejected" and claim.within is None:
            articles[_place(claim)].append(claim)
    return articles


def _place(claim: Claim) -> str:
    """The article that a claim stands in; one that has none is a place of its own."""
    return claim.article or claim.id


def _needs_others(statement: Statement) -> bool:
    """Whether other claims of its article may fill something in."""
    return (
        only_points(statement)
        or is_elliptic(statement)
        or any(_is_ownerless(matter) for matter in _about(statement) if matter)
    )


def _article(own: Iterable[Statement], ledger: Ledger) -> list[Statement]:
    """The statements of an article in the order of its text, each filled in by those before."""
    owners: dict[str, frozenset[str]] = {}
    filled: list[Statement] = []
    ahead = sorted(own, key=lambda statement: statement.position)
    for at, statement in enumerate(ahead):
        completed = _inherit(carry(borrow(statement, filled, ahead[at + 1 :]), filled), owners)
        topic = _topic(completed, ledger)
        filled.append(replace(completed, topic=topic) if topic else completed)
    return filled


def _topic(statement: Statement, ledger: Ledger) -> str | None:
    about = [*(matter for matter in statement.counted if matter), *statement.matters]
    return analyst_topic(statement.claim, about, ledger.topics)


def _inherit(statement: Statement, owners: dict[str, frozenset[str]]) -> Statement:
    """Owners carried on within an article: "die Soldaten", "rund 1.500 Soldaten"."""
    if any(matter and _is_ownerless(matter) for matter in _about(statement)):
        statement = _filled_in(statement, _own(statement.claim) or owners)
    for matter in _about(statement):
        if matter and matter.owners and matter.sort == "forces" and not is_stock(matter.state):
            owners[matter.population] = matter.owners
    return statement


def _about(statement: Statement) -> tuple[Matter | None, ...]:
    return (*statement.matters, *statement.counted)


def _filled_in(statement: Statement, owners: Mapping[str, frozenset[str]]) -> Statement:
    """A statement whose ownerless forces have these owners; those of which it has a stock none."""
    stocks = {each.population for each in statement.counted if each and is_stock(each.state)}
    known = {whom: whose for whom, whose in owners.items() if whom not in stocks}
    matters = tuple(_owned(matter, known) for matter in statement.matters)
    counted = tuple(matter and _owned(matter, known) for matter in statement.counted)
    return replace(statement, matters=matters, counted=counted)


_SPEAKS_OF_ITSELF = re.compile(r"\b(?:es|wir|man|eigenen?|seinen?|unseren?)\b")


def _own(claim: Claim) -> Mapping[str, frozenset[str]]:
    """Everything bare is the actor's, where a state speaks of itself: "dass es Soldaten …"."""
    state = nation_of(claim.actors[0]) if len(claim.actors) == 1 else None
    if state is None or state != claim.actors[0] or not _SPEAKS_OF_ITSELF.search(claim.words):
        return {}
    return {matter.population: frozenset({state}) for matter in text_matters(claim.words)}


def _owned(matter: Matter, owners: Mapping[str, frozenset[str]]) -> Matter:
    if not _is_ownerless(matter):
        return matter
    return replace(matter, owners=owners.get(matter.population, frozenset()))


def _is_ownerless(matter: Matter) -> bool:
    """Whether forces are named without a word on whose they are."""
    bare = matter.bare and not matter.owners
    return bare and matter.sort == "forces" and not is_stock(matter.state)
