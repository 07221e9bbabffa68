"""Finding the ledger and opening it; what is broken in it is counted, the rest answers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.analysis.filters import (
    KEYS,
    Filters,
    Known,
    needs_sources,
    ordered,
    predicates,
    select,
)
from claimtrack.cli.console import output
from claimtrack.cli.failure import Failure
from claimtrack.model import Claim, Ledger, Problem

if TYPE_CHECKING:
    from claimtrack.conflicts.results.disputes import Disputes
    from claimtrack.ledger.index.alone import Alone
    from claimtrack.ledger.index.selection import Found
    from claimtrack.ledger.index.tally import Holding
    from claimtrack.registry import Registry

PLACES = ("claims.yaml", "data/claims.yaml")


def find(given: Path | None) -> Path | None:
    """The ledger that was named, else the nearest one here or in a folder above."""
    if given is not None:
        return given
    here = Path.cwd()
    places = (folder / place for folder in (here, *here.parents) for place in PLACES)
    return next((shortened(place) for place in places if place.is_file()), None)


def shortened(path: Path) -> Path:
    """A path as seen from here, if it is below."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def locate(given: Path | None) -> Path:
    """The ledger's path; a Failure that says where it was looked for when there is none."""
    path = find(given)
    if path is None:
        raise Failure(
            f"no ledger: neither {' nor '.join(PLACES)} is here or in a folder above",
            "create one with `claimtrack ingest ARTICLE…`, or name one with --ledger PATH",
        )
    if not path.exists():
        raise Failure(f"{path}: no such ledger", "create one with `claimtrack ingest ARTICLE…`")
    return path


def ledger(given: Path | None) -> Ledger:
    """The ledger, without its broken entries; standard error counts these."""
    from claimtrack.ledger import load

    opened, problems = load(locate(given))
    if not (opened.claims or opened.sources) and (errors := _errors(problems)):
        raise Failure(str(errors[0]), "`claimtrack check` shows every problem of the file")
    _tell(opened, problems)
    return opened


def head(given: Path | None) -> Ledger:
    """The ledger, where it can be without its claims; standard error counts what is broken."""
    from claimtrack.ledger import head as indexed

    narrow = indexed(locate(given))
    if narrow is None or not (narrow.count or narrow.ledger.sources):
        return ledger(given)
    _tell(narrow.ledger, narrow.problems)
    return narrow.ledger


def held(given: Path | None, *, with_topics: bool = False) -> tuple[Ledger, tuple[Holding, ...]]:
    """The ledger, and what is counted of each of its claims, which it need not have itself."""
    from claimtrack.cli import holdings
    from claimtrack.ledger import holdings as indexed

    topics = _topics if with_topics else None
    counted = indexed(locate(given), topics)
    if counted:
        return head(given), counted
    opened = ledger(given)
    return opened, holdings.of(opened, topics)


def of_articles(opened: Ledger, articles: Collection[str], ids: Collection[str] = ()) -> Ledger:
    """A ledger with all claims of some articles and those with these ids, whatever it has else."""
    from claimtrack.ledger import load
    from claimtrack.ledger import of_articles as indexed

    narrow = indexed(Path(opened.path), articles, ids)
    return narrow.ledger if narrow else load(Path(opened.path))[0]


def disputes(given: Path | None, *, quiet: bool) -> tuple[Disputes, Ledger]:
    """What does not go together, and the ledger: whole, or only with the lines of what is told.

    Without ``quiet`` those that are no contradiction may be counted, and not be looked at.
    Standard error counts what is broken.
    """
    from claimtrack import conflicts
    from claimtrack.conflicts.cache import survey
    from claimtrack.ledger.files.article_texts import texts_of

    surveyed = survey(locate(given), quiet=quiet)
    if surveyed is None:
        held = ledger(given)
        return conflicts.survey(held, texts=texts_of(Path(held.path))), held
    _tell(surveyed.ledger, surveyed.problems)
    return surveyed.disputes, surveyed.ledger


def event_names(path: Path, whole: Ledger | None = None) -> Mapping[str, str]:
    """What each article tells of, by its id: out of the index, else of the ``whole`` ledger.

    Without that the file is read once more; what is broken in it was told with its claims.
    """
    from claimtrack.conflicts import cache, event_names
    from claimtrack.ledger import load
    from claimtrack.ledger.files.article_texts import texts_of

    names = cache.event_names(path)
    return event_names(whole or load(path)[0], texts=texts_of(path)) if names is None else names


def _errors(problems: Iterable[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.severity == "error"]


def _tell(opened: Ledger, problems: Iterable[Problem]) -> None:
    """Count on standard error what is broken."""
    if errors := _errors(problems):
        aside = output.counted(opened.aside, "entry", "entries")
        output.remark(
            f"{opened.path}: {output.counted(len(errors), 'problem')}, {aside} left out; "
            "`claimtrack check` shows them",
            f"  {errors[0]}",
        )


def named(given: Path | None, typed: Sequence[str]) -> Ledger:
    """The ledger with the claims alone that were typed, if it is clear which these are.

    Standard error counts what is broken.
    """
    from claimtrack.ledger import named as indexed

    narrow = indexed(locate(given), typed)
    if narrow is None:
        return ledger(given)
    _tell(narrow.ledger, narrow.problems)
    return narrow.ledger


class Answer(NamedTuple):
    """Claims that match, and their ledger: whole, or with these claims alone.

    ``held`` is how many the ledger has in all, ``matching`` how many of them match.
    """

    ledger: Ledger
    claims: tuple[Claim, ...]
    held: int
    matching: int


def matching(given: Path | None, filters: Filters) -> Answer:
    """The claims that pass all filters; standard error counts what is broken."""
    narrow = _indexed(locate(given), filters)
    if narrow and (narrow.count or narrow.ledger.sources):
        _tell(narrow.ledger, narrow.problems)
        count = len(narrow.ledger.claims)
        return Answer(narrow.ledger, narrow.ledger.claims, narrow.count, count)
    opened = ledger(given)
    chosen = select(opened.claims, filters, known(opened))
    return Answer(opened, chosen, len(opened.claims), len(chosen))


def among(opened: Ledger, filters: Filters) -> tuple[Claim, ...]:
    """The claims of an opened ledger that pass all filters, whether or not it has them all."""
    from claimtrack.ledger import load

    narrow = _indexed(Path(opened.path), filters)
    if narrow:
        return narrow.ledger.claims
    whole, _ = load(Path(opened.path))
    return select(whole.claims, filters, known(whole))


def _indexed(path: Path, filters: Filters) -> Found | None:
    from claimtrack.ledger import select

    return select(
        path,
        lambda head: predicates(filters, known(head)),
        every_source=needs_sources(filters),
        text=filters.text,
        topics=_topics,
    )


def alone(opened: Ledger, filters: Filters) -> Alone:
    """What each filter finds by itself in the ledger of some claims, and what there is instead."""
    from claimtrack.cli import holdings
    from claimtrack.ledger import alone as indexed
    from claimtrack.ledger import load

    path = Path(opened.path)
    counted = indexed(path, lambda head: predicates(filters, known(head)), filters.text, _topics)
    if counted:
        return counted
    whole, _ = load(path)
    return holdings.alone(whole.claims, filters, known(whole))


def listed(given: Path | None, filters: Filters, sort: str, limit: int | None) -> Answer:
    """The claims that pass all filters in an order of `ORDERS`, the first ``limit`` of them."""
    from claimtrack.ledger import first as indexed

    key = sort.removeprefix("-")
    if filters == Filters() and limit is not None and key == "said":
        backwards = sort.startswith("-")
        first = indexed(locate(given), limit, KEYS[key], backwards=backwards)
        if first and first.count:
            _tell(first.ledger, first.problems)
            claims = ordered(first.ledger.claims, sort)
            return Answer(first.ledger, claims, first.count, first.count)
    answer = matching(given, filters)
    return answer._replace(claims=ordered(answer.claims, sort)[:limit])


def registry(opened: Ledger | None = None) -> Registry:
    """Who is who: the shipped register, widened by the ledger's actors and topics."""
    from claimtrack.registry import Registry

    shipped = Registry.shipped()
    return shipped.widen(opened.actors, opened.topics) if opened else shipped


def known(opened: Ledger) -> Known:
    """What filters need to know of a ledger; the register is read when an actor is asked for."""
    sources = {source.id: source for source in opened.sources}
    who = cache(lambda: registry(opened))
    letters = {actor.name: actor.reliability for actor in opened.actors}

    def reliability(claim: Claim) -> str | None:
        from claimtrack.cli.settings import heeded

        source = sources.get(claim.article or "")
        actor = next((letters[name] for name in claim.actors if letters.get(name)), None)
        own = (
            source.reliability or heeded(Path(opened.path)).reliability(source.outlet)
            if source
            else None
        )
        return own or actor

    return Known(
        same=lambda name_typed, name: who().matches(name_typed, name),
        topic=topics(opened),
        reliability=reliability,
        sources=sources,
    )


def topics(opened: Ledger) -> Callable[[Claim], str | None]:
    """What a claim is about: as the analyst named it, else as its words say."""
    return cache(_topics(opened))


def _topics(opened: Ledger) -> Callable[[Claim], str | None]:
    def topic(claim: Claim) -> str | None:
        from claimtrack.about.topics import topic_of

        return claim.topic or topic_of(claim, opened.topics)

    return topic
