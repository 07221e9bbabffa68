"""The two sides of a diff: articles, outlets or ledger files, and what holding them shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from claimtrack.cli import opening, output
from claimtrack.cli.failure import Failure, did_you_mean
from claimtrack.model import Claim, Ledger, Source
from claimtrack.query import folded


@dataclass(frozen=True, slots=True)
class SideOf:
    """One side: what it is called, its claims, the articles they stand in."""

    name: str
    claims: tuple[Claim, ...]
    sources: tuple[Source, ...]


def show(a: str, b: str, given: Path | None, form: str) -> None:
    """Write what two sides share and what they do not, in one of the formats."""
    from claimtrack.diff import diff, shared_agencies
    from claimtrack.render.diff import listing, views

    one, other = side(a, given), side(b, given)
    found = diff(one.claims, other.claims, _names(a, b, given))
    if form != "table":
        output.show(listing(found, output.glyphs()), form)
        return
    output.write(views(found, one.name, other.name, output.screen()))
    output.remark(found.summary(one.name, other.name))
    copied = shared_agencies(one.sources, other.sources)
    if copied:
        output.remark(f"both rest on {output.listed(copied)}: what both have may be one report")


def side(typed: str, given: Path | None) -> SideOf:
    """The side that was typed: a ledger file, else an article by its id, else an outlet."""
    path = Path(typed)
    if path.suffix in (".yaml", ".yml") or path.is_dir():
        found = opening.ledger(path)
        return SideOf(typed, found.claims, found.sources)
    found = opening.ledger(given)
    sources = _sources(found, typed)
    ids = {source.id for source in sources}
    claims = tuple(claim for claim in found.claims if claim.article in ids)
    return SideOf(sources[0].id if len(sources) == 1 else typed, claims, sources)


def _sources(found: Ledger, typed: str) -> tuple[Source, ...]:
    """The article with this id, those of this outlet, or the only one whose id holds it."""
    wanted = folded(typed)
    exact = tuple(source for source in found.sources if source.id == typed)
    outlet = tuple(source for source in found.sources if folded(source.outlet or "") == wanted)
    part = tuple(source for source in found.sources if wanted and wanted in source.id)
    if exact or outlet:
        return exact or outlet
    if len(part) == 1:
        return part
    if part:
        ids = ", ".join(source.id for source in part[:5])
        raise Failure(f"{typed!r} may be {len(part)} articles: {ids}", "type more")
    names = [name for source in found.sources for name in (source.id, source.outlet) if name]
    hint = did_you_mean(typed, names) or "`claimtrack articles` shows what there is"
    raise Failure(f"{typed!r} is no article, outlet or ledger file", hint)


def _names(a: str, b: str, given: Path | None) -> Callable[[str], str]:
    """A name to the one name of its actor, as the register of the ledger has it."""
    path = opening.find(given)
    who = opening.registry(opening.ledger(path) if path and path.exists() else None)
    return who.canonical
