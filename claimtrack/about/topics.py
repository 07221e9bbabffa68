"""What a claim is about: the analyst's topic, else what is counted or talked about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from claimtrack.about.matters import Matter, figure_matter, text_matters
from claimtrack.lexicon.stems import stem, words
from claimtrack.model import Claim, Topic


def matters(claim: Claim) -> tuple[Matter, ...]:
    """What a claim is about, figures first, then the rest of its words."""
    counted = (figure_matter(figure, claim.words) for figure in claim.figures)
    return (*(matter for matter in counted if matter), *text_matters(claim.words))


def analyst_topic(claim: Claim, about: Iterable[Matter], topics: Sequence[Topic]) -> str | None:
    """The ledger's topic of a claim: the one it carries, else the first that its words match.

    A topic matches when all stems of one of its ``words`` stand in the claim, or when what they
    count is what the claim is about, owner included.
    """
    if claim.topic or not topics:
        return claim.topic
    counted = [figure.what for figure in claim.figures if figure.what]
    stems = {stem(word) for word in words(" ".join([claim.words, *counted]))}
    seen = {(matter.population, owner) for matter in about for owner in matter.owners}
    for topic in topics:
        for phrase in (topic.name, *topic.words):
            key = _phrase(phrase)
            if key.stems <= stems or key.matters & seen:
                return topic.name
    return None


class _Phrase(NamedTuple):
    stems: frozenset[str]
    matters: frozenset[tuple[str, str]]


@lru_cache(maxsize=10_000)
def _phrase(text: str) -> _Phrase:
    about = text_matters(text)
    owned = {(matter.population, owner) for matter in about for owner in matter.owners}
    return _Phrase(frozenset(stem(word) for word in words(text)), frozenset(owned))


def topic_of(claim: Claim, ledger_topics: Sequence[Topic]) -> str | None:
    """A claim's topic: the analyst's, else what it counts or talks about; None if neither."""
    about = matters(claim)
    named = analyst_topic(claim, about, ledger_topics)
    return named or next((matter.name for matter in about), None)


def topics_of(claims: Iterable[Claim], ledger_topics: Sequence[Topic]) -> dict[str, str]:
    """The topics of claims by their ids; of a claim about nothing known there is none."""
    topics = ((claim.id, topic_of(claim, ledger_topics)) for claim in claims)
    return {ident: topic for ident, topic in topics if topic}
