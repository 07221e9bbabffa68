"""The rows of the tables of a database: each refers to others by their keys, sorted by its own."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import chain

from claimtrack import edtf
from claimtrack.conflicts import Conflict
from claimtrack.export.exported import Contents
from claimtrack.ids import ascii_fold
from claimtrack.model import CONFIDENCE, Claim, Mention
from claimtrack.render import contract
from claimtrack.render.contract import number

Value = str | int | float | None
Row = tuple[Value, ...]


def articles(contents: Contents) -> Iterator[Row]:
    """The articles, also those that only a claim names."""
    for source in contents.sources:
        yield (
            source.id, source.title, source.outlet, source.author, "; ".join(source.agencies),
            source.published, *_days(source.published), contents.events.get(source.id),
            source.reliability, source.url, source.retrieved, source.archive, source.file,
            source.sha256,
        )  # fmt: skip


def actors(contents: Contents) -> Iterator[Row]:
    """Who makes, carries or stands behind a claim, and whom the ledger knows besides."""
    known = {actor.name: actor for actor in contents.ledger.actors}
    named = {name for claim in contents.ledger.claims for _, name in _persons(claim)}
    for name in sorted(named | known.keys()):
        actor = known.get(name)
        if actor is None:
            yield (name, None, None, None, "")
        else:
            yield (name, actor.kind, actor.of, actor.reliability, "; ".join(actor.aliases))


def topics(contents: Contents) -> Iterator[Row]:
    """What claims are about: the analyst's topics, and those that were derived."""
    words = {topic.name: "; ".join(topic.words) for topic in contents.ledger.topics}
    about = {topic for claim in contents.ledger.claims if (topic := contents.topic(claim))}
    for name in sorted(words.keys() | about):
        yield (name, words.get(name, ""), int(name in words))


def claims(contents: Contents) -> Iterator[Row]:
    """The claims, each also whole as a record."""
    for claim in contents.claims:
        ledger, topic = contents.ledger, contents.topic(claim)
        record = contract.claim_record(claim, topic)
        yield (
            claim.id, claim.article, claim.actor, claim.kind, claim.stance, claim.confidence,
            CONFIDENCE.get(claim.confidence), claim.hedge, claim.said, *_days(claim.said),
            claim.reported, *_days(claim.reported), claim.about, *_days(claim.about),
            claim.words, claim.claim, claim.quote.text if claim.quote else None, topic,
            claim.status, claim.credibility, claim.note,
            claim.read.rule if claim.read else None, claim.read.score if claim.read else None,
            ledger.files.get(claim.id, ledger.path), ledger.lines.get(claim.id),
            _search(claim, topic), json.dumps(record, ensure_ascii=False),
        )  # fmt: skip


def claim_actors(contents: Contents) -> Iterator[Row]:
    """Who has which part in a claim: actor, via, cites; in order."""
    for claim in contents.claims:
        counts = {"actor": 0, "via": 0, "cites": 0}
        for role, name in _persons(claim):
            yield (claim.id, role, counts[role], name)
            counts[role] += 1


def claim_tags(contents: Contents) -> Iterator[Row]:
    """The tags of claims."""
    for claim in contents.claims:
        yield from ((claim.id, tag) for tag in sorted(set(claim.tags)))


def claim_answers(contents: Contents) -> Iterator[Row]:
    """The claims that a claim speaks to, as far as the ledger has them."""
    known = {claim.id for claim in contents.ledger.claims}
    for claim in contents.claims:
        for position, ident in enumerate(filter(known.__contains__, claim.answers)):
            yield (claim.id, position, ident)


def spans(contents: Contents) -> Iterator[Row]:
    """Where the words of claims stand in their articles."""
    for claim in contents.claims:
        for part, mention in (
            ("quote", claim.quote), ("speaker", claim.speaker), ("cue", claim.cue),
        ):  # fmt: skip
            yield from ((claim.id, part, *place) for place in _places(mention))


def figures(contents: Contents) -> Iterator[Row]:
    """The figures of claims; an open bound is NULL."""
    for claim in contents.claims:
        for position, figure in enumerate(claim.figures):
            near, far = figure.near, figure.far
            yield (
                claim.id, position, figure.text, number(figure.value),
                *((number(near.low), number(near.high)) if near else (None, None)),
                *((number(far.low), number(far.high)) if far else (None, None)),
                figure.what, figure.state, "; ".join(figure.scope),
            )  # fmt: skip


def conflicts(contents: Contents) -> Iterator[Row]:
    """The pairs that were found, in the order in which they are shown."""
    for at, conflict in enumerate(contents.conflicts):
        first, second = conflict.sides
        difference, ratio = conflict.gap or (None, None)
        yield (
            at, conflict.kind, conflict.told, int(conflict.shown), conflict.topic, conflict.phase,
            conflict.event, conflict.block, first.claim.id, second.claim.id,
            *(side.figure.text if side.figure else None for side in (first, second)),
            *(side.origins for side in (first, second)),
            number(difference), number(ratio), conflict.reason, *_ruling(conflict),
            json.dumps(contract.conflict_record(conflict), ensure_ascii=False),
        )  # fmt: skip


def rulings(contents: Contents) -> Iterator[Row]:
    """What analysts decided on two claims, as far as the ledger has these; the last on each."""
    known = {claim.id for claim in contents.ledger.claims}
    last = {tuple(sorted(ruling.claims)): ruling for ruling in contents.ledger.rulings}
    for pair in sorted(last):
        ruling = last[pair]
        if known.issuperset(pair):
            yield (*pair, ruling.verdict, ruling.why, ruling.by, ruling.on)


def _search(claim: Claim, topic: str | None) -> str:
    """What a search finds besides the claim's own columns: all names, and ä spelled as ae."""
    names = [name for _, name in _persons(claim)]
    spelled = (ascii_fold(part) for part in (*names, claim.words, topic or "", claim.note or ""))
    return " ".join(filter(None, (*names, *spelled)))


def _persons(claim: Claim) -> Iterator[tuple[str, str]]:
    """Everybody who has a part in a claim, with the part; each once."""
    named = chain(
        (("actor", name) for name in claim.actors),
        (("via", name) for name in claim.via),
        (("cites", name) for name in claim.cites),
    )
    yield from dict.fromkeys(named)


def _places(mention: Mention | None) -> Iterator[tuple[int, int, int]]:
    for position, span in enumerate(mention.spans if mention else ()):
        yield position, span.start, span.end


def _days(text: str | None) -> Sequence[Value]:
    when = edtf.days(text)
    return [day.isoformat() if day else None for day in (when.first, when.last)]


def _ruling(conflict: Conflict) -> Sequence[Value]:
    ruling = conflict.ruling
    if ruling is None:
        return (None, None, None)
    return (ruling.verdict, ruling.why, int(conflict.stale))
