"""What comparing the claims of a ledger's file comes to, out of its index.

What the claims of an article tell, and what a group of articles came to, is kept under a digest of
all that it hangs on; so only groups in which something is new are compared again. Where no index
can be kept there is no answer, and the ledger has to be compared as a whole.

What compares is loaded where something is new: it needs all that reads German, which takes longer
than to show what was kept.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.conflicts.results.disputes import Cite, Cited, Disputes, arranged
from claimtrack.conflicts.results.event_titles import Event, named
from claimtrack.conflicts.results.packing import unpacked
from claimtrack.conflicts.stored import EVENTS, FACTS, LINKS, OUTCOMES, mark_of
from claimtrack.conflicts.verdicts import NOT_COMPARED
from claimtrack.ledger.files.article_texts import Texts, texts_of
from claimtrack.ledger.index.claim_ids import has_equal_ids, is_nameless
from claimtrack.ledger.index.derived import (
    Derived,
    Excerpt,
    articles,
    excerpt,
)
from claimtrack.ledger.index.ledger_index import Index, from_index
from claimtrack.ledger.index.sync import Unusual
from claimtrack.ledger.index.tables import among
from claimtrack.model import Ledger, Problem
from claimtrack.runtime import no_collection

if TYPE_CHECKING:
    from claimtrack.conflicts.events import Links
    from claimtrack.conflicts.explanation import Around, Comparison
    from claimtrack.conflicts.regrouping import StoredComparison
    from claimtrack.conflicts.statement.statement import Statement


class Survey(NamedTuple):
    """The disputes of a ledger, and the ledger without its articles and claims."""

    disputes: Disputes
    ledger: Ledger
    problems: tuple[Problem, ...]


def survey(path: Path, *, quiet: bool) -> Survey | None:
    """What comparing comes to, out of the index; None when only the file can tell.

    Only with ``quiet`` can those be made whole, too, that are no contradiction.
    """
    with no_collection():
        return from_index(path, lambda index: _survey(index, texts_of(path), quiet))


def event_links(path: Path) -> Links | None:
    """For each article those that tell of its event, out of the index; None without one."""
    with no_collection():
        return from_index(path, lambda index: _event_links(index, texts_of(path)))


def _event_links(index: Index, texts: Texts) -> Links:
    head, cached, mark = index.without_claims().ledger, Derived(index.db), mark_of(index)
    if cached.is_of(mark, LINKS):
        (line,) = cached.values(LINKS).values()
        return {place: frozenset(near) for place, near in json.loads(line).items()}
    reading = _comparison(index, head, articles(index), texts).facts_and_links(cached)
    cached.keep(mark, reading.lines)
    return reading.links


def event_names(path: Path, most: int | None = None) -> dict[str, str] | None:
    """What each article tells of, by its id, out of the index; None when only the file can tell.

    Nothing where more claims than ``most`` had to be read for it.
    """
    with no_collection():
        return from_index(path, lambda index: _event_names(index, texts_of(path), most))


def _event_names(index: Index, texts: Texts, most: int | None) -> dict[str, str]:
    head, cached, mark = index.without_claims().ledger, Derived(index.db), mark_of(index)
    if cached.is_of(mark, EVENTS):
        lines = cached.values(EVENTS)
    elif most is not None and index.count() > most and _is_new(index, cached):
        return {}  # told without a look at each claim, of which there may be a million
    else:
        new = _comparison(index, head, articles(index), texts).events(cached, most)
        if new is None:
            return {}
        cached.keep(mark, new)
        lines = new[EVENTS]
    read = (
        (Event(*event), articles_told) for event, articles_told in map(json.loads, lines.values())
    )
    return named(
        {article: event for event, articles_told in read for article in articles_told}, head.events
    )


def _is_new(index: Index, cached: Derived) -> bool:
    """Whether all claims of a ledger have to be read, and can be, each by its own id."""
    if cached.has(FACTS) or is_nameless(index.tables):
        return False
    return not has_equal_ids(index.tables)


def why(path: Path, first_id: str, second_id: str) -> Comparison | None:
    """Why two claims do, or do not, contradict each other; None when only the file can tell."""
    from claimtrack.conflicts.explanation import explained

    held = survey(path, quiet=True)
    if held is None:
        return None
    every = held.disputes
    conflicts = tuple(
        every.conflict(each) for each in every.outcomes if each.ids == {first_id, second_id}
    )
    with no_collection():
        pair = from_index(path, lambda index: _pair(index, texts_of(path), (first_id, second_id)))
    return pair and explained(pair.statements, conflicts, pair.around)


class _Pair(NamedTuple):
    """The statements of two claims, and what they are explained by."""

    statements: tuple[Statement, ...]
    around: Around


def _pair(index: Index, texts: Texts, ids: Sequence[str]) -> _Pair:
    from claimtrack.conflicts.explanation import Around

    head, cached = index.without_claims().ledger, Derived(index.db)
    comparison = _comparison(index, head, articles(index), texts)
    profiles = {place: each.profile for place, each in comparison.facts(cached).items()}
    own = (each.claim for each in index.claims(*among("id", ids)))
    near = comparison.statements({claim.article or claim.id for claim in own})
    statements = tuple(each for each in near if each.claim.id in ids)
    return _Pair(statements, Around(_event_links(index, texts), profiles, head.events))


def _survey(index: Index, texts: Texts, quiet: bool) -> Survey:
    bare, known, cached = index.without_claims(), articles(index), Derived(index.db)
    if not bare.count:
        raise Unusual("no claims that could be compared")
    head, mark = bare.ledger, mark_of(index)
    is_kept = cached.is_of(mark, OUTCOMES)
    new = None if is_kept else _comparison(index, head, known, texts).lines(cached)
    lines = new[OUTCOMES] if new else cached.values(OUTCOMES)
    outcomes = [outcome for line in lines.values() for outcome in unpacked(line)]
    every = quiet or bool(head.events)  # the names of events are sought by the claims of all pairs
    wanted = {
        ident
        for outcome in outcomes
        if every or outcome.contradicts or outcome.verdict == NOT_COMPARED
        for ident in outcome.claims
    }
    held = excerpt(index, wanted.union(*(outcome.claims for outcome in head.rulings)), known)
    if new:
        cached.keep(mark, new)
    files = {ident: index.file(name) for ident, name in held.names.items()} if index.folder else {}
    return Survey(
        arranged(outcomes, head, _citing(held)),
        replace(head, lines=held.lines, files=files),
        bare.problems,
    )


def _comparison(
    index: Index, head: Ledger, known: dict[str, str], texts: Texts
) -> StoredComparison:
    from claimtrack.conflicts.regrouping import StoredComparison

    return StoredComparison(index, head, known, texts)


def _citing(held: Excerpt) -> Cite:
    def cite(ident: str) -> Cited:
        claim = held.claim(ident)
        return Cited(claim, held.lines[ident], held.source(claim.article or ident))

    return cite
