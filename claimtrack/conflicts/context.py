"""A ledger's claims read in their context: what an earlier claim of the article fills in.

German leaves out what stood before: "rund 1.500 Soldaten" after "nordkoreanische Soldaten", "was
Moskau bestreitet" after the claim that is denied. So each article is read in the order of its text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from claimtrack.concepts import senses
from claimtrack.conflicts.courses import is_stock
from claimtrack.conflicts.sides import is_on_a_claim
from claimtrack.conflicts.statements import (
    Statement,
    Who,
    acts_of,
    gist_of,
    proposition,
    read,
)
from claimtrack.model import Claim, Ledger, Source
from claimtrack.nations import nation_of
from claimtrack.topics import Matter, analyst_topic, text_matters
from claimtrack.wording import stem, words


def prepare(ledger: Ledger, who: Who) -> tuple[Statement, ...]:
    """Every claim that was not rejected, ready to be compared, in the order of the ledger."""
    sources = {source.id: source for source in ledger.sources}
    articles: dict[str, list[Claim]] = defaultdict(list)
    for claim in ledger.claims:
        if claim.status != "rejected" and claim.within is None:
            articles[claim.article or claim.id].append(claim)
    done: dict[str, Statement] = {}
    for place, claims in articles.items():
        source = sources.get(place)
        ordered = sorted(claims, key=_position)
        for statement in _article(ordered, source, ledger, place, who):
            done[statement.claim.id] = statement
    return tuple(done[claim.id] for claim in ledger.claims if claim.id in done)


def _position(claim: Claim) -> int:
    return claim.quote.spans[0].start if claim.quote and claim.quote.spans else 1 << 60


def _article(
    claims: Iterable[Claim], source: Source | None, ledger: Ledger, place: str, who: Who
) -> list[Statement]:
    owners: dict[str, frozenset[str]] = {}
    told: list[Statement] = []
    for claim in claims:
        statement = _inherit(_borrow(read(claim, source, place, who), told), owners)
        topic = _topic(statement, ledger)
        told.append(replace(statement, topic=topic) if topic else statement)
    return told


def _topic(statement: Statement, ledger: Ledger) -> str | None:
    about = [*(matter for matter in statement.counted if matter), *statement.matters]
    return analyst_topic(statement.claim, about, ledger.topics)


_POINTS_BACK = re.compile(
    r"^(?:was|dies|das|es|diese?[ns]?|alles?)\b|"
    r"\b(?:die|diese[nr]?|den|der|das|alle|solche) (?:\w+e[nr]? )?"
    r"(?:Nachricht|Vorw[uü]rfe?n?|Berichte?n?|Meldung(?:en)?|Darstellung|Angaben?|Behauptung(?:en)?|"
    r"Anschuldigung(?:en)?|Aussagen?|Information(?:en)?|Ger[uü]chten?|Spekulation(?:en)?|"
    r"Vermutung(?:en)?|Verd[aä]cht(?:igung(?:en)?)?)\b(?! über| von| zu[mr]? |, dass)",
    re.I,
)
_ALL_TOLD = re.compile(
    r"\b(?:die|den|alle|allen|solche) (?:\w+en )?"
    r"(?:Berichten?|Meldungen|Vorwürfen?|Anschuldigungen|Spekulationen|Gerüchten?)\b",
    re.I,
)


def _borrow(statement: Statement, told: Sequence[Statement]) -> Statement:
    """The proposition of an earlier claim, for words that only point back to it.

    "was Moskau bestreitet", "bestätigte die Nachricht" and "diese Berichte" mean the claim just
    before; "die Berichte" in the plural mean what the title tells, else most of the claims.
    """
    text = proposition(statement.claim).strip()
    if statement.matters or statement.acts or not _POINTS_BACK.search(text):
        return statement
    if not is_on_a_claim(statement.claim):
        return statement
    told_most = _ALL_TOLD.search(text)
    found = _headline(statement) or _main(told) if told_most else _last(statement, told)
    if found is None:
        return statement
    return replace(
        statement, matters=found.matters, gist=found.gist, acts=found.acts,
        places=found.places, borrowed=True,
    )  # fmt: skip


def _headline(statement: Statement) -> Statement | None:
    """The title as a proposition, where it says what is done with or to whom."""
    title = statement.source.title if statement.source else None
    if not title:
        return None
    line, about = senses(title), text_matters(title)
    acts = frozenset(acts_of(line))
    if not about or not acts:
        return None
    return replace(statement, matters=about, gist=frozenset(gist_of(line)), acts=acts)


def _last(statement: Statement, told: Sequence[Statement]) -> Statement | None:
    """The last claim of somebody else; of the one whom the words name, if they do."""
    others = [one for one in told if one.side and one.actors and one.actors != statement.actors]
    named = [one for one in others if _names(statement, one)]
    return next(reversed(named or others), None)


def _names(statement: Statement, other: Statement) -> bool:
    """Whether the words name the actor of another claim: "die Aussage der Gewerkschaft"."""
    own = {stem(word) for name in statement.actors for word in words(name)}
    theirs = {stem(word) for name in other.actors for word in words(name) if word[:1].isupper()}
    return bool((theirs - own) & statement.wording)


def _main(told: Sequence[Statement]) -> Statement | None:
    """The claim that shares most with the title and the other claims, with something done in it."""
    able = [one for one in told if one.matters and one.acts and one.side]
    source = told[0].source if told else None
    title = gist_of(senses(source.title)) if source and source.title else ()
    weights: dict[str, int] = defaultdict(int, {word: len(told) for word in title})
    for one in told:
        for word in one.gist:
            weights[word] += 1
    scores = [(sum(weights[word] for word in one.gist) / (len(one.gist) + 4), one) for one in able]
    return max(scores, key=lambda pair: pair[0])[1] if scores else None


def _inherit(statement: Statement, owners: dict[str, frozenset[str]]) -> Statement:
    """Owners carried on within an article: "die Soldaten", "rund 1.500 Soldaten"."""
    stocks = {each.population for each in statement.counted if each and is_stock(each.state)}
    told = _own(statement.claim) or owners
    known = {whom: whose for whom, whose in told.items() if whom not in stocks}
    matters = tuple(_owned(matter, known) for matter in statement.matters)
    counted = tuple(matter and _owned(matter, known) for matter in statement.counted)
    for matter in (*matters, *counted):
        if matter and matter.owners and matter.sort == "forces" and not is_stock(matter.state):
            owners[matter.population] = matter.owners
    if (matters, counted) == (statement.matters, statement.counted):
        return statement
    return replace(statement, matters=matters, counted=counted)


_SPEAKS_OF_ITSELF = re.compile(r"\b(?:es|wir|man|eigenen?|seinen?|unseren?)\b")


def _own(claim: Claim) -> Mapping[str, frozenset[str]]:
    """Everything bare is the actor's, where a state speaks of itself: "dass es Soldaten …"."""
    state = nation_of(claim.actors[0]) if len(claim.actors) == 1 else None
    if state is None or state != claim.actors[0] or not _SPEAKS_OF_ITSELF.search(claim.words):
        return {}
    return {matter.population: frozenset({state}) for matter in text_matters(claim.words)}


def _owned(matter: Matter, owners: Mapping[str, frozenset[str]]) -> Matter:
    if matter.owners or not matter.bare or matter.sort != "forces" or is_stock(matter.state):
        return matter
    return replace(matter, owners=owners.get(matter.population, frozenset()))
