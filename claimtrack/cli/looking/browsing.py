"""Looking at the ledger: list, show, actors, articles, topics."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.analysis.filters import Filters, Known
from claimtrack.cli import locations, opening
from claimtrack.cli.arguments import choosing, options
from claimtrack.cli.console import output
from claimtrack.cli.failure import Failure, one_of
from claimtrack.cli.settings import heeded
from claimtrack.model import Claim, Figure, Ledger

if TYPE_CHECKING:
    from claimtrack.render.listing import Listing

RECORDS = ("json", "jsonl", "yaml")
"""Formats that print all of a claim."""


def shown(
    ledger: Ledger,
    chosen: tuple[Claim, ...],
    filters: Filters,
    known: Known,
    *,
    names: Sequence[str],
    form: str,
    locale: str = "en",
    matching: int | None = None,
    held: int | None = None,
) -> None:
    """Write chosen claims.

    ``matching`` says how many match where a limit left some out, ``held`` how many there are in
    all where ``ledger`` does not have them all.
    """
    from claimtrack.render.claims import claims

    about = _topics(chosen, known) if form in RECORDS or "topic" in names else {}
    links = {claim.id: locations.link(ledger, claim.id) for claim in chosen if output.linked()}
    whole = _quoted(ledger, known, chosen) if form in RECORDS else chosen
    listing = claims(whole, output.glyphs(), columns=names, topics=about, links=links)
    output.show(listing, form, locale)
    if not chosen and not matching:
        choosing.say_why_none(opening.alone(ledger, filters), filters)
    elif form == "table":
        counted(chosen, matching or len(chosen), held or len(ledger.claims))


def _quoted(ledger: Ledger, known: Known, chosen: tuple[Claim, ...]) -> tuple[Claim, ...]:
    from claimtrack.cli.looking.claim_place import quoted

    return tuple(quoted(ledger, known.sources, claim) for claim in chosen)


def _topics(claims: tuple[Claim, ...], known: Known) -> dict[str, str]:
    return {claim.id: topic for claim in claims if (topic := known.topic(claim))}


def counted(chosen: Sequence[Claim], matching: int, held: int) -> None:
    """Write how many claims were shown, and what the signs at their days mean."""
    glyphs = output.glyphs()
    of = f" of {held}" if held > len(chosen) else ""
    legend = [
        f"{sign} {meaning}"
        for sign, meaning in (
            ("(date)", "date of the report; the text names no other"),
            (f"{glyphs.until}date", "on or before that day"),
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
    """Show claims in full, their words marked in the sentence.

    \b
    Examples:
      claimtrack show rutte-7k2f9q
      claimtrack show 7k2f9q --format json
    """
    from claimtrack.cli.contrasting.occasions import told_of
    from claimtrack.cli.looking.claim_place import setting
    from claimtrack.render.claims import USUAL, claims
    from claimtrack.render.show import view

    opened = opening.named(ledger, ids)
    chosen = tuple(choosing.one(opened, typed) for typed in ids)
    known = opening.known(opened)
    if form != "table":
        about = _topics(chosen, known)
        whole = _quoted(opened, known, chosen)
        output.show(claims(whole, output.glyphs(), columns=USUAL, topics=about), form)
        return
    screen, events = output.screen(), told_of(opened, {claim.article or "" for claim in chosen})
    for number, claim in enumerate(chosen):
        output.write([""] if number else [])
        event = events.get(claim.article or "")
        place = setting(opened, known.sources, claim, known.topic(claim), event)
        output.write(view(claim, place, screen))


def actors(form: options.Format = "table", ledger: options.Ledger = None) -> None:
    """Show who makes claims, how many, and in how many articles.

    \b
    Examples:
      claimtrack actors
      claimtrack actors --format csv
    """
    from claimtrack.cli import holdings
    from claimtrack.render.claims import actors as listing

    opened, held = opening.held(ledger)
    _held(listing(holdings.actors(opened, held, opening.registry(opened))), form, "actor")


def articles(form: options.Format = "table", ledger: options.Ledger = None) -> None:
    """Show the articles and the number of claims in each.

    \b
    Examples:
      claimtrack articles
      claimtrack articles --format json
    """
    from claimtrack.cli import holdings
    from claimtrack.render.claims import articles as listing

    _held(listing(holdings.articles(*opening.held(ledger))), form, "article")


def topics(form: options.Format = "table", ledger: options.Ledger = None) -> None:
    """Show what the claims are about.

    These are the topics that you named, and those derived from what claims count or talk about.

    \b
    Examples:
      claimtrack topics
      claimtrack list --topic Soldaten
    """
    from claimtrack.cli import holdings
    from claimtrack.render.claims import topics as listing

    held = opening.held(ledger, with_topics=True)
    _held(listing(holdings.topics(*held)), form, "topic")


def _held(listing: Listing, form: str, what: str) -> None:
    output.show(listing, form)
    if form == "table":
        output.below(output.counted(len(listing.rows), what))


@choosing.filtered
def list_(
    filters: Filters,
    sort: options.Sort = "said",
    limit: options.Limit = None,
    columns: options.Columns = None,
    rows: options.Rows = "claims",
    form: options.Format = "table",
    locale: options.Locale = "en",
    ledger: options.Ledger = None,
) -> None:
    """List claims, in the order in which they were made.

    A date in brackets is the date of the report: the text doesn't say when the words were spoken.
    --rows figures prints a row for each figure, with its bounds, what it counts, and the event.

    \b
    Examples:
      claimtrack list --actor Rutte
      claimtrack list --stance denies --stance doubts --since 2024-10-18
      claimtrack list --text Soldaten --min-confidence likely --sort -confidence
      claimtrack list --rows figures --state killed --format csv > figures.csv
      claimtrack list --format csv --locale de > aussagen.csv
    """
    one_of(rows, ("claims", "figures"), "--rows")
    if one_of(locale, ("en", "de"), "--locale") != "en" and form != "csv":
        raise Failure("--locale is for spreadsheets", "add --format csv")
    own = heeded(ledger).text("columns") if form == "table" and rows == "claims" else None
    names = choosing.columns(columns, form, own, rows=rows)
    answer = opening.listed(ledger, filters, choosing.sort_key(sort), limit)
    if rows == "figures":
        _show_figures(ledger, answer, filters, names=names, form=form, locale=locale)
        return
    shown(
        answer.ledger, answer.claims, filters, opening.known(answer.ledger), names=names, form=form,
        locale=locale, matching=answer.matching, held=answer.held,
    )  # fmt: skip


def _show_figures(
    given: Path | None,
    answer: opening.Answer,
    filters: Filters,
    *,
    names: Sequence[str],
    form: str,
    locale: str,
) -> None:
    """Write the figures of claims; of those that were asked for by a state only these."""
    from claimtrack.render.figure_table import FigureRow, figures

    wants_events = answer.claims and ("event" in names or form in RECORDS)
    events = opening.event_names(opening.locate(given)) if wants_events else {}
    known = opening.known(answer.ledger)
    rows = [
        FigureRow(figure, claim, known.topic(claim), events.get(claim.article or ""))
        for claim in answer.claims
        for figure in _of_state(claim, filters.state)
    ]
    links = {
        row.claim.id: locations.link(answer.ledger, row.claim.id) for row in rows if output.linked()
    }
    output.show(figures(rows, output.glyphs(), columns=names, links=links), form, locale)
    if not answer.claims:
        choosing.say_why_none(opening.alone(answer.ledger, filters), filters)
    elif form == "table":
        count = output.counted(len(rows), "figure")
        output.below(f"{count} in {output.counted(len(answer.claims), 'claim')}")


def _of_state(claim: Claim, states: Sequence[str]) -> Iterator[Figure]:
    wanted = {word.casefold() for word in states}
    return (
        figure
        for figure in claim.figures
        if not wanted or (figure.state or "").casefold() in wanted
    )
