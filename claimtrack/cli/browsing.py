"""Looking at the ledger: list, show, actors, articles, topics."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimtrack.cli import choosing, opening, options, output
from claimtrack.cli.failure import one_of
from claimtrack.model import Claim, Ledger
from claimtrack.query import Filters, Known, ordered, select

if TYPE_CHECKING:
    from claimtrack.render.listing import Listing

RECORDS = ("json", "jsonl", "yaml")
"""Formats that print all of a claim."""


def list_(
    actor: options.Actor = None,
    via: options.Via = None,
    article: options.Article = None,
    topic: options.Topic = None,
    stance: options.Stance = None,
    min_confidence: options.MinConfidence = None,
    kind: options.Kind = None,
    status: options.Status = None,
    tag: options.Tag = None,
    text: options.Text = None,
    since: options.Since = None,
    until: options.Until = None,
    state: options.State = None,
    reliability: options.Reliability = None,
    sort: options.Sort = "said",
    limit: options.Limit = None,
    columns: options.Columns = None,
    form: options.Format = "table",
    ledger: options.Ledger = None,
) -> None:
    """List claims, in the order of saying.

    A date in brackets is that of the report: the text names no day of saying.

    \b
    Examples:
      claimtrack list --actor Rutte
      claimtrack list --stance denies --stance doubts --since 2024-10-18
      claimtrack list --text Soldaten --min-confidence likely --sort -confidence
      claimtrack list --columns said,actor,figures --format csv > figures.csv
    """
    asked = choosing.filters(
        actor=actor, via=via, article=article, topic=topic, stance=stance, kind=kind,
        status=status, tag=tag, text=text, state=state, min_confidence=min_confidence,
        since=since, until=until, reliability=reliability,
    )  # fmt: skip
    names, key = choosing.columns(columns), choosing.sort_key(sort)
    found = opening.ledger(ledger)
    known = opening.known(found)
    matching = select(found.claims, asked, known)
    chosen = ordered(matching, key)[:limit]
    shown(found, chosen, asked, known, names=names, form=form, matching=len(matching))


def shown(
    found: Ledger,
    chosen: tuple[Claim, ...],
    asked: Filters,
    known: Known,
    *,
    names: Sequence[str],
    form: str,
    matching: int | None = None,
) -> None:
    """Write chosen claims; ``matching`` says how many match where a limit left some out."""
    from claimtrack.render import FORMATS
    from claimtrack.render.claims import claims

    one_of(form, FORMATS, "--format")
    about = _topics(chosen, known) if form in RECORDS or "topic" in names else {}
    links = {claim.id: opening.link(found, claim.id) for claim in chosen if output.linked()}
    whole = _quoted(found, known, chosen) if form in RECORDS else chosen
    output.show(claims(whole, output.glyphs(), columns=names, topics=about, links=links), form)
    if not chosen and not matching:
        choosing.say_why_none(found.claims, asked, known)
    elif form == "table":
        counted(chosen, matching or len(chosen), len(found.claims))


def _quoted(found: Ledger, known: Known, chosen: tuple[Claim, ...]) -> tuple[Claim, ...]:
    from claimtrack.cli.setting import quoted

    return tuple(quoted(found, known.sources, claim) for claim in chosen)


def _topics(claims: tuple[Claim, ...], known: Known) -> dict[str, str]:
    return {claim.id: topic for claim in claims if (topic := known.topic(claim))}


def counted(chosen: Sequence[Claim], matching: int, held: int) -> None:
    """Write how many claims were shown, and what the signs at their days mean."""
    glyphs = output.glyphs()
    of = f" of {held}" if held > len(chosen) else ""
    legend = [
        f"{sign} {meaning}"
        for sign, meaning in (
            ("(date)", "day of the report, no day of saying is named"),
            (f"{glyphs.until}date", "that day or before"),
        )
        if any(_bears(claim, sign) for claim in chosen)
    ]
    rest = f"; {matching - len(chosen)} more match" if matching > len(chosen) else ""
    output.below(f"{output.counted(len(chosen), 'claim')}{of}{rest}", "; ".join(legend))


def _bears(claim: Claim, sign: str) -> bool:
    if sign == "(date)":
        return not claim.said and bool(claim.reported)
    return (claim.said or claim.reported or "").startswith("../")


def show(
    ids: options.Ids,
    form: options.Format = "table",
    ledger: options.Ledger = None,
) -> None:
    """Show claims whole, their words marked in the sentence.

    \b
    Examples:
      claimtrack show rutte-7k2f9q
      claimtrack show 7k2f9q --format json
    """
    from claimtrack.cli.setting import setting
    from claimtrack.render import FORMATS
    from claimtrack.render.claims import USUAL, claims
    from claimtrack.render.show import view

    one_of(form, FORMATS, "--format")
    found = opening.ledger(ledger)
    chosen = tuple(choosing.one(found, typed) for typed in ids)
    known = opening.known(found)
    if form != "table":
        about = _topics(chosen, known)
        whole = _quoted(found, known, chosen)
        output.show(claims(whole, output.glyphs(), columns=USUAL, topics=about), form)
        return
    screen = output.screen()
    for number, claim in enumerate(chosen):
        output.write([""] if number else [])
        output.write(view(claim, setting(found, known.sources, claim, known.topic(claim)), screen))


def actors(form: options.Format = "table", ledger: options.Ledger = None) -> None:
    """Show who makes claims, how many, in how many articles.

    \b
    Examples:
      claimtrack actors
      claimtrack actors --format csv
    """
    from claimtrack.cli import holdings
    from claimtrack.render.claims import actors as listing

    found = opening.ledger(ledger)
    _held(listing(holdings.actors(found, opening.registry(found))), form, "actor")


def articles(form: options.Format = "table", ledger: options.Ledger = None) -> None:
    """Show the articles, each with the number of its claims.

    \b
    Examples:
      claimtrack articles
      claimtrack articles --format json
    """
    from claimtrack.cli import holdings
    from claimtrack.render.claims import articles as listing

    _held(listing(holdings.articles(opening.ledger(ledger))), form, "article")


def topics(form: options.Format = "table", ledger: options.Ledger = None) -> None:
    """Show what the claims are about.

    The analyst's topics, and those derived from what is counted or talked about.

    \b
    Examples:
      claimtrack topics
      claimtrack list --topic Soldaten
    """
    from claimtrack.cli import holdings
    from claimtrack.render.claims import topics as listing

    found = opening.ledger(ledger)
    _held(listing(holdings.topics(found, opening.known(found).topic)), form, "topic")


def _held(listing: Listing, form: str, what: str) -> None:
    from claimtrack.render import FORMATS

    output.show(listing, one_of(form, FORMATS, "--format"))
    if form == "table":
        output.below(output.counted(len(listing.rows), what))
