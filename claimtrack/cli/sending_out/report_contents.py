"""What a report is made of, gathered: chosen claims, their disputes, texts, gaps, timelines."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from claimtrack.analysis.filters import Filters, given, select
from claimtrack.analysis.timeline_figures import Surroundings, Turn, series, surroundings
from claimtrack.cli import opening
from claimtrack.cli.contrasting import dispute_filters, disputes
from claimtrack.cli.looking import article_gaps
from claimtrack.conflicts import Conflict, prepared
from claimtrack.conflicts.cache import event_links
from claimtrack.conflicts.results.disputes import Disputes
from claimtrack.conflicts.results.outcome import Outcome
from claimtrack.conflicts.statement.statement import Statement
from claimtrack.coverage import Surveyed, survey
from claimtrack.coverage.article_survey import Accounts
from claimtrack.ledger.files.article_texts import texts_of
from claimtrack.ledger.files.reach import reach
from claimtrack.model import Article, Claim, Ledger, Source
from claimtrack.render.overview import heading_of
from claimtrack.render.screen import UNICODE
from claimtrack.report.page_contents import Contents, Timeline, Uncovered

MOST_TIMELINES = 12
"""So many matters are drawn, those of the worst questions first."""
FEW_FIGURES = 3
"""A topic that nobody disputes is drawn from so many claims with figures on."""
MOST_CLAIMS = 150
"""A topic of more claims than that is no one matter; of a dispute so many are looked at."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the page is to have: so many questions; quiet pairs, whole texts, notes."""

    limit: int = 300
    quiet: bool = False
    whole_texts: bool = False
    notes: bool = True


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Disputes by how they are told, and how many are left out by verdict."""

    open: tuple[Conflict, ...]
    settled: tuple[Conflict, ...]
    quiet: tuple[Conflict, ...]
    unshown: Mapping[str, int]
    not_compared: tuple[Conflict, ...]
    more: int

    def __iter__(self) -> Iterator[Conflict]:
        yield from (*self.open, *self.settled, *self.quiet)


def gathered(ledger: Ledger, filters: Filters, wanted: Wanted) -> Contents:
    """The contents of a report on the claims of a ledger that pass the filters."""
    known = opening.known(ledger)
    chosen = select(ledger.claims, filters, known)
    ids = {claim.id for claim in chosen}
    every, _ = opening.disputes(Path(ledger.path), quiet=wanted.quiet)
    pairs = _pairs(every, None if filters == Filters() else ids, wanted)
    shown = ids.union(*(pair.ids for pair in (*pairs, *pairs.not_compared)))
    claims = tuple(claim for claim in ledger.claims if claim.id in shown)
    sources = _sources(ledger, claims, everything=filters == Filters())
    texts, unread, uncovered = _read(ledger, sources)
    topics = {claim.id: topic for claim in claims if (topic := known.topic(claim))}
    timelines, undrawn = _timelines(ledger, claims, topics, pairs.open)
    return Contents(
        ledger=Path(ledger.path).name,
        sources=sources,
        claims=claims,
        chosen=len(chosen),
        held=len(ledger.claims),
        filters=tuple((f"--{name.replace('_', '-')}", word) for name, word in given(filters)),
        open=pairs.open,
        more=pairs.more,
        settled=pairs.settled,
        quiet=pairs.quiet,
        unshown=pairs.unshown,
        not_compared=pairs.not_compared,
        topics=topics,
        texts=texts,
        unread=unread,
        uncovered=uncovered,
        timelines=timelines,
        undrawn=undrawn,
        whole_texts=wanted.whole_texts,
        with_notes=wanted.notes,
    )


def _pairs(every: Disputes, ids: Collection[str] | None, wanted: Wanted) -> _Pairs:
    """The disputes in which one of these claims is, or all."""
    outcomes = [
        outcome for outcome in every.outcomes if ids is None or not outcome.ids.isdisjoint(ids)
    ]
    shown = [outcome for outcome in outcomes if every.is_shown(outcome)]
    first = dispute_filters.first_questions(shown, every, wanted.limit)
    hidden = [outcome for outcome in outcomes if not every.is_shown(outcome)]
    settled = [outcome for outcome in hidden if every.told_as(outcome) == "ruled"]
    quiet = [outcome for outcome in hidden if every.told_as(outcome) != "ruled"]
    return _Pairs(
        _whole(every, first),
        _whole(every, settled),
        _whole(every, quiet) if wanted.quiet else (),
        {} if wanted.quiet else Counter(map(every.verdict, quiet)),
        tuple(disputes.not_compared(every, first)),
        _questions(every, shown) - _questions(every, first),
    )


def _questions(every: Disputes, outcomes: Iterable[Outcome]) -> int:
    return len({every.block(outcome) or outcome.pair for outcome in outcomes})


def _whole(every: Disputes, outcomes: Iterable[Outcome]) -> tuple[Conflict, ...]:
    return tuple(map(every.conflict, outcomes))


def _sources(ledger: Ledger, claims: Iterable[Claim], *, everything: bool) -> tuple[Source, ...]:
    named = {claim.article for claim in claims}
    return tuple(source for source in ledger.sources if everything or source.id in named)


def _read(
    ledger: Ledger, sources: Sequence[Source]
) -> tuple[dict[str, Article], dict[str, str], tuple[Uncovered, ...]]:
    """The texts of articles, why others could not be read, what claims do not account for."""
    texts: dict[str, Article] = {}
    unread: dict[str, str] = {}
    accounts: list[Uncovered] = []
    accounted = Accounts(Path(ledger.path))
    surveyed = survey(ledger, sources, reach(Path(ledger.path)).read, accounted)
    for source, article in zip(sources, surveyed, strict=True):
        if isinstance(article, Surveyed):
            texts[source.id] = article.article
            accounts.append(_uncovered(article))
        else:
            unread[source.id] = article.message
    accounted.keep()
    return texts, unread, tuple(accounts)


def _uncovered(article: Surveyed) -> Uncovered:
    account, body = article.account, article.article.body
    waiting = tuple((gap, article_gaps.context(body, gap)) for gap in account.open())
    return Uncovered(account.article, account.counts, waiting)


def _timelines(
    ledger: Ledger,
    claims: Sequence[Claim],
    topics: Mapping[str, str],
    open_pairs: Sequence[Conflict],
) -> tuple[tuple[Timeline, ...], int]:
    """The matters that are disputed, then the topics with most figures; how many are left out."""
    by_id = {claim.id: claim for claim in claims}
    wanted = [*_disputed(open_pairs, by_id, topics), *_counted(claims, topics)]
    matters: dict[str, tuple[Claim, ...]] = {}
    seen: set[str] = set()
    for title, own in wanted:
        if title not in matters and not {claim.id for claim in own} <= seen:
            matters[title] = own
            seen.update(claim.id for claim in own)
    around = _surroundings(ledger)
    drawn = [*matters.items()][:MOST_TIMELINES]
    turns = [pair for pair in open_pairs if pair.kind == "reversal"]
    shown = tuple(_timeline(title, own, around, turns) for title, own in drawn)
    return shown, len(matters) - len(drawn)


def _timeline(
    title: str, claims: tuple[Claim, ...], around: Surroundings, reversals: Iterable[Conflict]
) -> Timeline:
    """A matter with its figures, and who changed sides on it as comparing found out."""
    ids = {claim.id for claim in claims}
    turning = series(around, ids)
    turns = (Turn(*(side.claim for side in pair.sides)) for pair in reversals if pair.ids & ids)
    return Timeline(title, claims, replace(turning, turns=tuple(turns)) if turning else None)


Matter = tuple[str, tuple[Claim, ...]]
"""A title, and the claims on it."""


def _disputed(
    pairs: Sequence[Conflict], claims: Mapping[str, Claim], topics: Mapping[str, str]
) -> Iterator[Matter]:
    """What pairs are about, with all claims of that topic in their articles."""
    by_place: dict[tuple[str | None, str | None], list[Claim]] = defaultdict(list)
    for claim in claims.values():
        by_place[claim.article, topics.get(claim.id)].append(claim)
    for title, own in groupby(pairs, lambda pair: heading_of(pair, UNICODE)):
        sides = {ident: claims[ident] for pair in own for ident in sorted(pair.ids)}
        own_topics = {topics.get(ident) for ident in sides} - {None}
        for article in sorted({claim.article or "" for claim in sides.values()}):
            for topic in sorted(filter(None, own_topics)):
                sides |= {claim.id: claim for claim in by_place[article, topic]}
        yield title, tuple(sides.values())[:MOST_CLAIMS]


def _counted(claims: Iterable[Claim], topics: Mapping[str, str]) -> list[Matter]:
    """The topics on which several claims have figures, the largest first."""
    by_topic: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.id in topics and claim.status != "rejected":
            by_topic[topics[claim.id]].append(claim)
    counts = {name: sum(bool(claim.figures) for claim in own) for name, own in by_topic.items()}
    names = [name for name in by_topic if FEW_FIGURES <= counts[name] <= MOST_CLAIMS]
    return [(name, tuple(by_topic[name])) for name in sorted(names, key=lambda n: (-counts[n], n))]


def _surroundings(ledger: Ledger) -> Surroundings:
    """What figures of some claims hang on: their articles alone, where the index knows events.

    Changes of side are known already, so none are looked for.
    """
    path = Path(ledger.path)
    texts, who, links = texts_of(path), opening.registry(ledger), event_links(path)
    if links is None:
        return replace(surroundings(ledger, who, texts), articles=_none)
    by_place: dict[str, list[Claim]] = defaultdict(list)
    places = {claim.id: claim.article or claim.id for claim in ledger.claims}
    for claim in ledger.claims:
        by_place[places[claim.id]].append(claim)

    def of_claims(ids: Collection[str]) -> Sequence[Statement]:
        near = sorted({places[ident] for ident in ids})
        claims = tuple(claim for place in near for claim in by_place[place])
        return prepared(replace(ledger, claims=claims), who, texts, wanted=ids)

    return Surroundings(of_claims, _none, links, ledger)


def _none(_: Collection[str]) -> Sequence[Statement]:
    return ()
