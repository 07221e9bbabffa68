"""Which claims and articles of a ledger a change is about, asked of its index.

What a change is not about it never sees: so each of these has to name all that could matter to it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from claimtrack.ledger.index.ledger_index import Index
from claimtrack.ledger.index.tables import among
from claimtrack.model import Article, Source

MANY = 5000
"""From so many claims on, a change is quicker with the whole ledger read."""


class Needed(NamedTuple):
    """The claims that a change is about, by their rows in the index, and articles, by their ids.

    The articles of these claims are needed, too. ``articles`` are None where it needs them all.
    What ``adds`` claims is told the ids of all others.
    """

    rows: Set[int]
    articles: Set[str] | None
    adds: bool = False


Ask = Callable[[Index], Needed | None]
"""What a change is about; None where the whole ledger has to be read."""


def entries_of(articles: Iterable[str]) -> Ask:
    """Articles with these ids, without their claims."""
    ids = frozenset(articles)
    return lambda _: Needed(frozenset(), ids)


def claims_of(articles: Sequence[str]) -> Ask:
    """Articles with these ids and their claims; where none are named, no claims either."""
    return lambda index: Needed(set(index.rows_of("article", articles)), frozenset(articles), True)


def claims_with(ids: Sequence[str]) -> Ask:
    """The claims with these ids."""

    def needed(index: Index) -> Needed:
        where, values = among("id", ids)
        rows = index.db.execute(f"SELECT row FROM claims WHERE {where}", values)
        return Needed({row for (row,) in rows}, frozenset())

    return needed


def known_of(articles: Sequence[Article], *, prune: bool) -> Ask:
    """What the reading of some articles is about: the claims of each that the ledger may know.

    By its id, its file, its text, its title and day. Who ``prune``s asks which claims are answered.
    """

    def needed(index: Index) -> Needed | None:
        if len(articles) > MANY:
            return None
        known = set(_known(_near(index, articles), articles))
        rows = set(index.rows_of("article", known))
        if prune:
            answering = "SELECT row FROM claims WHERE instr(record, '\"answers\":')"
            rows |= {row for (row,) in index.db.execute(answering)}
        return Needed(rows, known, adds=True)

    return needed


def near_drafts(drafts: Sequence[Mapping[str, object]]) -> Ask:
    """The claims that drafts may be: those of their articles, and those with their ids.

    A draft without an article is none of those that have one. All articles are needed to say what
    is nearest to one that the ledger does not have.
    """

    def needed(index: Index) -> Needed:
        articles = {str(draft.get("article") or "") for draft in drafts}
        rows = set(index.rows_of("article", articles))
        rows |= set(index.rows_without("article")) if "" in articles else set()
        for ident in {str(draft["id"]) for draft in drafts if draft.get("id")}:
            rows |= {row for (row,) in index.db.execute(_OF_ID, (ident,))}
        named = articles - {""}
        where, values = among("id", named)
        known = {source.id for source in index.tables.sources(where, values)}
        return Needed(rows, named if named <= known else None, adds=True)

    return needed


_OF_ID = "SELECT row FROM claims WHERE id = ?"


_FEW = 20
"""Of so many articles each is sought in the articles of a ledger, as they are kept."""


def _near(index: Index, articles: Sequence[Article]) -> Sequence[Source]:
    """The articles of a ledger that may be some of these; all where these are many."""
    if len(articles) > _FEW:
        return index.tables.sources()
    words = {
        json.dumps(word, ensure_ascii=False)[1:-1]
        for article in articles
        for word in (_basename(article.file), article.sha256, article.title)
        if word
    }
    where, ids = among("id", [article.id for article in articles])
    kept = " OR ".join([where, *("instr(record, ?)" for _ in words)])
    return index.tables.sources(f"({kept})", [*ids, *words])


def _basename(file: str | None) -> str:
    return os.path.basename(file or "")  # noqa: PTH119 - of fifty thousand articles


def _known(sources: Iterable[Source], articles: Sequence[Article]) -> Iterator[str]:
    ids = {article.id for article in articles}
    names = {_basename(article.file) for article in articles if article.file}
    sums = {article.sha256 for article in articles if article.sha256}
    heads = {(article.title, article.published) for article in articles if article.title}
    for source in sources:
        if (
            source.id in ids
            or (source.file and _basename(source.file) in names)
            or source.sha256 in sums
            or (source.title, source.published) in heads
        ):
            yield source.id
    yield from ids
