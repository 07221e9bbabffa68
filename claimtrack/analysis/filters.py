"""Choosing claims: every filter is a predicate, and a claim is chosen when all of them hold.

A filter with several values holds when one of them does; ``text`` wants all its words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date

from claimtrack import edtf
from claimtrack.model import CONFIDENCE, Claim, Source
from claimtrack.text import folded as folded
from claimtrack.text import searched

Predicate = Callable[[Claim], bool]
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked for. Empty or None asks for nothing. ``since`` and ``until`` count in.

    ``min_confidence`` is a number of `claimtrack.model.CONFIDENCE`, ``min_score`` one of 0 to 1;
    ``reliability`` a letter, the worst that will do.
    """

    actor: Words = ()
    via: Words = ()
    article: Words = ()
    topic: Words = ()
    stance: Words = ()
    min_confidence: int | None = None
    min_score: float | None = None
    kind: Words = ()
    status: Words = ()
    tag: Words = ()
    text: Words = ()
    since: date | None = None
    until: date | None = None
    state: Words = ()
    reliability: str | None = None


_CONFIDENCE_WORDS = {number: word for word, number in CONFIDENCE.items()}


def given(filters: Filters) -> Iterator[tuple[str, str]]:
    """The filters that were given, each name with each of its words in turn.

    A confidence is told by its word; a number that no word stands for as it was typed.
    """
    for field in fields(filters):
        value = getattr(filters, field.name)
        words = value if isinstance(value, tuple) else () if value is None else (value,)
        if field.name == "min_confidence":
            words = tuple(_CONFIDENCE_WORDS.get(number, number) for number in words)
        yield from ((field.name, str(word)) for word in words)


@dataclass(frozen=True, slots=True)
class Known:
    """What filters need to know beside the claims.

    ``same(asked, name)`` tells whether the words typed mean this actor; ``topic`` what a claim
    is about; ``reliability`` the letter of a claim's source; ``sources`` the articles by id.
    """

    same: Callable[[str, str], bool]
    topic: Callable[[Claim], str | None]
    reliability: Callable[[Claim], str | None]
    sources: Mapping[str, Source]


def select(claims: Iterable[Claim], filters: Filters, known: Known) -> tuple[Claim, ...]:
    """The claims for which every filter holds, in their order."""
    tests = tuple(predicates(filters, known).values())
    return tuple(claim for claim in claims if all(test(claim) for test in tests))


def predicates(filters: Filters, known: Known) -> dict[str, Predicate]:
    """A predicate for each filter that asks for something, by its name."""
    values = {field.name: getattr(filters, field.name) for field in fields(filters)}
    return {
        name: _MAKERS[name](value, known)
        for name, value in values.items()
        if value is not None and value != ()
    }


def alone(claims: Sequence[Claim], filters: Filters, known: Known) -> dict[str, int]:
    """How many claims each filter would let through on its own: what emptied an answer."""
    tests = predicates(filters, known)
    return {name: sum(map(test, claims)) for name, test in tests.items()}


def _named(get: Callable[[Claim], Words]) -> Callable[[Words, Known], Predicate]:
    """A filter on actors: names, aliases, cases and umlauts as the registry knows them."""

    def make(wanted: Words, known: Known) -> Predicate:
        verdicts: dict[str, bool] = {}

        def meant(name: str) -> bool:
            if name not in verdicts:
                verdicts[name] = any(known.same(typed, name) for typed in wanted)
            return verdicts[name]

        return lambda claim: any(meant(name) for name in get(claim))

    return make


def _among(get: Callable[[Claim], Iterable[str | None]]) -> Callable[[Words, Known], Predicate]:
    """A filter on a closed word, or on one that the analyst made up: equal but for case."""

    def make(words: Words, known: Known) -> Predicate:
        wanted = {folded(word) for word in words}
        return lambda claim: any(folded(word) in wanted for word in get(claim) if word)

    return make


def _article(words: Words, known: Known) -> Predicate:
    """Part of the article's id, or its outlet's name."""
    wanted = [folded(word) for word in words]
    chosen: dict[str | None, bool] = {None: False}

    def test(claim: Claim) -> bool:
        if claim.article not in chosen:
            source = known.sources.get(claim.article or "")
            outlet = folded(source.outlet or "") if source else ""
            name = folded(claim.article or "")
            chosen[claim.article] = any(word in name or word == outlet for word in wanted)
        return chosen[claim.article]

    return test


_PLACED = re.compile(r"(.+) \((.+)\)")


def needs_sources(filters: Filters) -> bool:
    """Whether a filter asks for something that the article of a claim tells, not the claim."""
    return bool(filters.article or filters.reliability or any(map(_PLACED.match, filters.topic)))


def _topic(words: Words, known: Known) -> Predicate:
    """Part of the topic's name, the one written or the one derived.

    "Tote (Hatay)", as conflicts are headed, are those of whom the claim or its article's title
    names the place.
    """
    names = [folded(word) for word in words]
    placed = [match.groups() for name in names if (match := _PLACED.fullmatch(name))]

    def test(claim: Claim) -> bool:
        topic = folded(known.topic(claim) or "")
        return any(name in topic for name in names) or any(
            what == topic and _can_be_at(place, claim, known) for what, place in placed
        )

    return test


def _can_be_at(place: str, claim: Claim, known: Known) -> bool:
    """Whether the claim or its article's title names a place; of one without either, who knows."""
    if not claim.words and not claim.article:
        return True
    source = known.sources.get(claim.article or "")
    return place in folded(f"{claim.words} {source.title if source else ''}")


def _text(words: Words, known: Known) -> Predicate:
    """Every word asked for stands in the claim's words, wording, hedge or note."""
    wanted = [folded(word) for word in words]

    def test(claim: Claim) -> bool:
        text = searched(claim)
        return all(word in text for word in wanted)

    return test


def _min_confidence(least: int, known: Known) -> Predicate:
    """As sure as that or surer; ``unclear`` never is."""
    return lambda claim: (CONFIDENCE.get(claim.confidence) or -1) >= least


def _min_score(least: float, known: Known) -> Predicate:
    """Read by the parser, and as surely as that; what a person wrote has no score."""
    return lambda claim: claim.read is not None and claim.read.score >= least


def days(claim: Claim) -> edtf.When | None:
    """The days on which a claim was said; those of the report where no day of saying is known."""
    text = claim.said or claim.reported
    return edtf.parse(text) if text else None


def _since(first: date, known: Known) -> Predicate:
    """May have been said on that day or later."""

    def test(claim: Claim) -> bool:
        when = days(claim)
        return when is not None and (when.last or date.max) >= first

    return test


def _until(last: date, known: Known) -> Predicate:
    """May have been said on that day or earlier; an open beginning counts by its end."""

    def test(claim: Claim) -> bool:
        when = days(claim)
        return when is not None and (when.first or when.last or date.min) <= last

    return test


def _reliability(worst: str, known: Known) -> Predicate:
    """The source has this letter or a better one."""
    return lambda claim: (known.reliability(claim) or "Z") <= worst.upper()


_MAKERS: dict[str, Callable[..., Predicate]] = {
    "actor": _named(lambda claim: claim.actors),
    "via": _named(lambda claim: claim.via),
    "article": _article,
    "topic": _topic,
    "stance": _among(lambda claim: (claim.stance,)),
    "min_confidence": _min_confidence,
    "min_score": _min_score,
    "kind": _among(lambda claim: (claim.kind,)),
    "status": _among(lambda claim: (claim.status,)),
    "tag": _among(lambda claim: claim.tags),
    "text": _text,
    "since": _since,
    "until": _until,
    "state": _among(lambda claim: (figure.state for figure in claim.figures)),
    "reliability": _reliability,
}

KEYS: dict[str, Callable[[Claim], tuple[object, ...]]] = {
    "said": lambda claim: edtf.order(claim.said or claim.reported),
    "reported": lambda claim: edtf.order(claim.reported),
    "actor": lambda claim: (folded(claim.actor or "~"),),
    "article": lambda claim: (claim.article or "~",),
    "confidence": lambda claim: (CONFIDENCE.get(claim.confidence) or -1,),
    "stance": lambda claim: (claim.stance,),
    "score": lambda claim: (claim.read.score if claim.read else 2.0,),
    "id": lambda claim: (claim.id,),
    "file": lambda claim: (),
}
"""What claims are sorted by."""
ORDERS = tuple(KEYS)
"""What claims can be sorted by; ``file`` keeps the order of the ledger."""


def ordered(claims: Iterable[Claim], key: str = "said") -> tuple[Claim, ...]:
    """The claims sorted by one of `ORDERS`, from behind with a ``-`` in front; ties stay put."""
    name = key.removeprefix("-")
    return tuple(sorted(claims, key=KEYS[name], reverse=key.startswith("-")))
