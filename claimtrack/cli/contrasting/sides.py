"""The two sides of a diff, and what holding them beside each other shows.

A side is an article, an outlet, a ledger file, or what filters choose: ``outlet=X``,
``actor=Russland,until=2024-12``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimtrack.analysis.filters import Filters, folded, select
from claimtrack.cli import locations, opening
from claimtrack.cli.arguments import choosing, options
from claimtrack.cli.console import output
from claimtrack.cli.contrasting import revisions
from claimtrack.cli.failure import Failure, did_you_mean, one_of
from claimtrack.model import Claim, Ledger, Source

if TYPE_CHECKING:
    from claimtrack.analysis.diff import Diff
    from claimtrack.conflicts.statement.prepare import Neighbours
    from claimtrack.conflicts.statement.statement import Statement
    from claimtrack.registry import Registry

OF_ARTICLES = ("outlet", "agency")
OF_CLAIMS = tuple(options.FILTERS)
"""What a side can be chosen by: what its articles are, and every filter of claims."""
_PARTED = re.compile(r",(?=\s*[\w-]+\s*=)")


@dataclass(frozen=True, slots=True)
class SideOf:
    """One side: what it is called, its claims, the articles they stand in, their ledger.

    ``neighbours`` finds the claims of some articles where the ledger has those of the side alone.
    """

    name: str
    claims: tuple[Claim, ...]
    sources: tuple[Source, ...]
    ledger: Ledger
    neighbours: Neighbours | None = None


def show(a: str, b: str, given: Path | None, form: str) -> None:
    """Write what two sides share and what they do not, in one of the formats."""
    from claimtrack.analysis.diff import shared_agencies
    from claimtrack.render.diff_view import summary, views
    from claimtrack.render.diffrows import listing

    first, second = side(a, given), side(b, given)
    difference = compared(first, second)
    if form != "table":
        output.show(listing(difference, output.glyphs()), form)
        return
    output.write(views(difference, first.name, second.name, output.screen(), _links(first, second)))
    output.remark(summary(difference, first.name, second.name))
    agencies = shared_agencies(first.sources, second.sources)
    if agencies:
        output.remark(f"both draw on {output.listed(agencies)}: what both have may be one report")


def _links(first: SideOf, second: SideOf) -> Callable[[Claim], str | None]:
    """The address of a claim's line; of two versions of a ledger the second tells where it is now.

    None where links cannot be shown, and for what stands in no file of today.
    """
    sides = [side for side in (first, second) if Path(side.ledger.path).exists()]
    homes = {claim.id: side.ledger for side in sides for claim in side.claims}

    def link(claim: Claim) -> str | None:
        home = homes.get(claim.id)
        return locations.link(home, claim.id) if home else None

    return link if output.linked() else lambda claim: None


def compared(first: SideOf, second: SideOf) -> Diff:
    """What two sides share, and where they count the same thing."""
    from claimtrack.analysis.diff import copied, diff, face
    from claimtrack.analysis.facing import across

    who = _registry(first, second)
    shared = copied(diff(first.claims, second.claims, who.canonical), first.sources, second.sources)
    events = dict.fromkeys((*first.ledger.events, *second.ledger.events))
    return face(shared, across(_statements(first, who), _statements(second, who), tuple(events)))


def _registry(first: SideOf, second: SideOf) -> Registry:
    """Who is who in both ledgers."""
    who = opening.registry(first.ledger)
    if second.ledger is first.ledger:
        return who
    return who.widen(second.ledger.actors, second.ledger.topics)


def _statements(chosen: SideOf, who: Registry) -> Sequence[Statement]:
    """The claims of a side, read with the articles that they stand in."""
    from claimtrack.conflicts import prepared

    ids, articles = ({claim.id for claim in chosen.claims}, {entry.id for entry in chosen.sources})
    near = (entry for entry in chosen.ledger.claims if entry.id in ids or entry.article in articles)
    ledger = replace(chosen.ledger, claims=tuple(near))
    return prepared(ledger, who, wanted=ids, neighbours=chosen.neighbours)


def side(typed: str, given: Path | None) -> SideOf:
    """The side that was typed: filters, a ledger file, an article by its id, an outlet, a revision.

    A revision of git means this ledger as it was then.
    """
    if "=" in typed:
        return _filtered(typed, given)
    path = Path(typed)
    if path.suffix in (".yaml", ".yml") or path.is_dir():
        ledger = revisions.ledger(typed) if revisions.named(typed) else opening.ledger(path)
        return SideOf(typed, ledger.claims, ledger.sources, ledger)
    ledger = opening.head(given)
    sources = _sources(ledger, typed)
    if not sources:
        before = revisions.earlier(typed, Path(ledger.path))
        if before is None:
            raise _unknown(ledger, typed)
        return SideOf(typed, before.claims, before.sources, before)
    ids = {source.id for source in sources}
    ledger = opening.of_articles(ledger, ids)
    claims = tuple(claim for claim in ledger.claims if claim.article in ids)
    is_outlet = any(folded(source.outlet or "") == folded(typed) for source in sources)
    return SideOf(typed if is_outlet else sources[0].id, claims, sources, ledger)


def _filtered(typed: str, given: Path | None) -> SideOf:
    """The claims that filters choose, and the articles in which they stand."""
    by_name = _asked(typed)
    filters = choosing.filters(**_options(by_name))
    neighbours = None
    if filters == Filters():
        head = opening.head(given)
        ledger = opening.of_articles(
            head, {source.id for source in head.sources if _is_of(source, by_name)}
        )
        claims = _within(ledger, ledger.claims, by_name)
    else:
        answer = opening.matching(given, filters)
        ledger = answer.ledger
        claims = _within(ledger, answer.claims, by_name)
        if len(ledger.claims) < answer.held:
            neighbours = _neighbours(ledger)
    if not claims:
        raise Failure(
            f"no claim matches {typed}", "`claimtrack list` with the same filters says why"
        )
    articles = {claim.article for claim in claims if claim.article}
    own = tuple(source for source in ledger.sources if source.id in articles)
    return SideOf(typed, claims, own, ledger, neighbours)


def _neighbours(ledger: Ledger) -> Neighbours:
    """What finds the claims that some articles have beside those that filters chose."""
    return lambda places: opening.of_articles(ledger, places, places).claims


def chooser(typed: str) -> Callable[[Ledger], tuple[Claim, ...]]:
    """What filters choose of a ledger: ``actor=Russland,since=2025``; a name twice means either.

    A comma belongs to the value before it where no ``NAME=`` follows. Raises Failure for words
    that are no filters.
    """
    by_name = _asked(typed, "filter")
    filters = choosing.filters(**_options(by_name))

    def chosen(ledger: Ledger) -> tuple[Claim, ...]:
        return select(_within(ledger, ledger.claims, by_name), filters, opening.known(ledger))

    return chosen


def _asked(typed: str, what: str = "a side") -> dict[str, list[str]]:
    by_name: dict[str, list[str]] = {}
    for part in _PARTED.split(typed):
        name, sign, value = (piece.strip() for piece in part.partition("="))
        if not sign or not value:
            raise Failure(f"{part!r}: expected NAME=VALUE", "for example outlet=Welt or actor=NATO")
        known_as = one_of(name.replace("-", "_"), (*OF_ARTICLES, *OF_CLAIMS), what)
        by_name.setdefault(known_as, []).append(value)
    return by_name


def _within(
    ledger: Ledger, claims: Sequence[Claim], by_name: dict[str, list[str]]
) -> tuple[Claim, ...]:
    """The claims of the articles that are asked for; all where none are."""
    if not _by_article(by_name):
        return tuple(claims)
    articles = {source.id for source in ledger.sources if _is_of(source, by_name)}
    return tuple(claim for claim in claims if claim.article in articles)


def _by_article(by_name: dict[str, list[str]]) -> bool:
    return any(name in by_name for name in OF_ARTICLES)


def _is_of(source: Source, by_name: dict[str, list[str]]) -> bool:
    names = {"outlet": [source.outlet or ""], "agency": source.agencies}
    return all(
        {folded(word) for word in names[name]} & {folded(word) for word in by_name[name]}
        for name in OF_ARTICLES
        if name in by_name
    )


_SINGLE = frozenset(field.name for field in fields(Filters) if field.default is None)
"""The filters that take one value; of several the last counts."""


def _options(by_name: dict[str, list[str]]) -> dict[str, Any]:
    return {
        name: typed[-1] if name in _SINGLE else typed
        for name, typed in by_name.items()
        if name in OF_CLAIMS
    }


def _sources(ledger: Ledger, typed: str) -> tuple[Source, ...]:
    """The article with this id, those of this outlet, the only one whose id holds it; or none."""
    wanted = folded(typed)
    exact = tuple(source for source in ledger.sources if source.id == typed)
    outlet = tuple(source for source in ledger.sources if folded(source.outlet or "") == wanted)
    part = tuple(source for source in ledger.sources if wanted and wanted in source.id)
    if exact or outlet:
        return exact or outlet
    if len(part) == 1:
        return part
    if part:
        ids = ", ".join(source.id for source in part[:5])
        raise Failure(f"{typed!r} matches {len(part)} articles: {ids}", "type more of the id")
    return ()


def _unknown(ledger: Ledger, typed: str) -> Failure:
    names = [name for source in ledger.sources for name in (source.id, source.outlet) if name]
    hint = did_you_mean(typed, names) or "`claimtrack articles` shows what there is"
    return Failure(f"{typed!r} is not an article, outlet, ledger file or revision", hint)
