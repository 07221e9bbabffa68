"""The timeline: claims in the order of their days, and one topic's figures as a picture."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.analysis.filters import Filters, select
from claimtrack.analysis.timeline import Row
from claimtrack.cli import browsing, choosing, drawing, opening, options, output
from claimtrack.cli.failure import one_of
from claimtrack.model import Claim, Ledger

if TYPE_CHECKING:
    from claimtrack.analysis.timeline_figures import Series
    from claimtrack.render.screen import Screen


def timeline(
    actor: options.Actor = None,
    article: options.Article = None,
    topic: options.Topic = None,
    stance: options.Stance = None,
    text: options.Text = None,
    since: options.Since = None,
    until: options.Until = None,
    by: Annotated[
        str,
        typer.Option("--by", metavar="said|about", help="Days of saying, or of what is told of."),
    ] = "said",
    svg: Annotated[
        Path | None,
        typer.Option("--svg", metavar="FILE", help="Draw the figures of a topic into FILE."),
    ] = None,
    form: options.Format = "table",
    ledger: options.Ledger = None,
) -> None:
    """Show who said what in the order of saying, one line each.

    With --topic, its figures follow as bars: what is ordinarily meant, the most that the words
    allow, and who changed sides.

    \b
    Examples:
      claimtrack timeline --topic Soldaten
      claimtrack timeline --topic Soldaten --svg soldaten.svg
      claimtrack timeline --actor NIS --since 2024-10-01 --format md
    """
    from claimtrack.analysis import timeline as line
    from claimtrack.render.claims import TIMELINE

    asked = choosing.filters(
        actor=actor, article=article, topic=topic, stance=stance, text=text, since=since,
        until=until,
    )  # fmt: skip
    day = {"said": line.by_saying, "about": line.by_event}[one_of(by, ("said", "about"), "--by")]
    if svg:
        drawing.allowed(svg, topic or (), opening.head(ledger))
    # What a topic's figures are told beside hangs on the whole ledger; all else is in the index.
    answer = None if topic or asked == Filters() else opening.matching(ledger, asked)
    found = answer.ledger if answer else opening.ledger(ledger)
    known = opening.known(found)
    rows = line.rows(answer.claims if answer else select(found.claims, asked, known), day)
    held = answer.held if answer else len(found.claims)
    others = select(found.claims, replace(asked, topic=()), known) if topic else ()
    told = _figures(found, rows, others) if topic else None
    if told and told.points and svg:
        drawing.draw(told, svg)
    if form != "table" or not rows:
        chosen = tuple(row.claim for row in rows)
        names = (by, *TIMELINE)
        browsing.shown(found, chosen, asked, known, names=names, form=form, held=held)
    else:
        _write(found, rows, by, held)
    if topic:
        _picture(told, form)


def _write(found: Ledger, rows: tuple[Row, ...], by: str, held: int) -> None:
    """One line a claim; those without a day are counted where days of events are asked for."""
    from claimtrack.render.timeline import lines

    dated = [row for row in rows if row.when.text] if by == "about" else rows
    linked = output.linked()
    link = partial(_address, found) if linked else _nowhere
    output.write(lines(dated, by, link, output.screen()))
    browsing.counted([row.claim for row in dated], len(dated), held)
    if len(dated) < len(rows):
        rest = output.counted(len(rows) - len(dated), "claim")
        output.remark(f"{rest} more tell of no dated event")


def _address(found: Ledger, claim: Claim) -> str | None:
    return opening.link(found, claim.id)


def _nowhere(_: Claim) -> str | None:
    return None


def _figures(found: Ledger, rows: tuple[Row, ...], others: tuple[Claim, ...]) -> Series | None:
    """The whole topic's figures in ``others``, whatever part of its name chose the rows."""
    from claimtrack.analysis.timeline_figures import series
    from claimtrack.runtime import no_collection

    ids, among = {row.claim.id for row in rows}, {claim.id for claim in others}
    with no_collection():
        return series(found, ids, opening.registry(found), among) if rows else None


def _picture(told: Series | None, form: str) -> None:
    if told and form == "table":
        from claimtrack.render.timeline import plot

        output.write(["", *plot(told, output.screen())])
    if told is None or not told.points:
        output.remark("no figures to draw")
        return
    if form == "table":
        output.remark(*_legend(output.screen()))
    if told.elsewhere:
        rest = output.counted(told.elsewhere, "figure")
        output.remark(f"{rest} of other events not drawn: --article, --text or --since chooses")


def _legend(screen: Screen) -> list[str]:
    """What the signs of a plot say, on as many lines as it takes without a break in a word."""
    from claimtrack.render.layout import folds

    glyphs = screen.glyphs
    meant = f"{glyphs.left}{glyphs.line}{glyphs.right} what is ordinarily meant"
    allowed = f"{glyphs.soft} the most that the words allow"
    told = f"{glyphs.dot} the number named; {meant}; {allowed}; {glyphs.arrow_right} no upper end"
    return [told[start:end].strip() for start, end in folds(told, screen.columns)]
