"""The timeline: claims in the order of their days, and one topic's figures as a picture."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.analysis.filters import Filters, select
from claimtrack.analysis.timeline import Row
from claimtrack.cli import locations, opening
from claimtrack.cli.arguments import choosing, options
from claimtrack.cli.console import output
from claimtrack.cli.failure import Failure, one_of
from claimtrack.cli.looking import browsing
from claimtrack.model import Claim, Ledger

if TYPE_CHECKING:
    from claimtrack.analysis.timeline_figures import Series, Surroundings
    from claimtrack.conflicts.statement.statement import Statement
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
        typer.Option(
            "--by", metavar="said|about", help="Order by when it was said, or by when it happened."
        ),
    ] = "said",
    svg: Annotated[
        Path | None,
        typer.Option("--svg", metavar="FILE", help="Draw the figures of a topic in FILE."),
    ] = None,
    form: options.Format = "table",
    ledger: options.Ledger = None,
) -> None:
    """Show who said what when, one line per claim.

    With --topic, its figures follow as bars (what the words usually mean, and the most that they
    allow), then who changed sides.

    \b
    Examples:
      claimtrack timeline --topic Soldaten
      claimtrack timeline --topic Soldaten --svg soldaten.svg
      claimtrack timeline --actor NIS --since 2024-10-01 --format md
    """
    from claimtrack.analysis import timeline as line
    from claimtrack.render.claims import TIMELINE

    filters = choosing.filters(
        actor=actor, article=article, topic=topic, stance=stance, text=text, since=since,
        until=until,
    )  # fmt: skip
    day = {"said": line.by_saying, "about": line.by_event}[one_of(by, ("said", "about"), "--by")]
    if svg:
        _require_drawable(svg, topic or (), opening.head(ledger))
    # the index tells what some filters choose; a topic alone is told of out of the whole ledger
    beside = replace(filters, topic=())
    answer = opening.matching(ledger, filters) if beside != Filters() else None
    opened = answer.ledger if answer else opening.ledger(ledger)
    known = opening.known(opened)
    rows = line.rows(answer.claims if answer else select(opened.claims, filters, known), day)
    held = answer.held if answer else len(opened.claims)
    series = _figures(opened, rows, beside) if topic and rows else None
    if series and series.points and svg:
        _draw(series, svg)
    if form != "table" or not rows:
        chosen = tuple(row.claim for row in rows)
        names = (by, *TIMELINE)
        browsing.shown(opened, chosen, filters, known, names=names, form=form, held=held)
    else:
        _write(opened, rows, by, held)
    if topic:
        _picture(series, form)


def _write(ledger: Ledger, rows: tuple[Row, ...], by: str, held: int) -> None:
    """One line a claim; those without a day are counted where days of events are asked for."""
    from claimtrack.render.timeline_view import lines

    dated = [row for row in rows if row.when.text] if by == "about" else rows
    linked = output.linked()

    def link(claim: Claim) -> str | None:
        return locations.link(ledger, claim.id) if linked else None

    output.write(lines(dated, by, link, output.screen()))
    browsing.counted([row.claim for row in dated], len(dated), held)
    if len(dated) < len(rows):
        rest = output.counted(len(rows) - len(dated), "claim")
        output.remark(f"{rest} more are about no dated event")


def _figures(ledger: Ledger, rows: tuple[Row, ...], beside: Filters) -> Series | None:
    """The whole topic's figures in what other filters choose, whatever part of its name was typed.

    ``ledger`` is the whole ledger where there are no other filters.
    """
    from claimtrack.analysis.timeline_figures import series
    from claimtrack.runtime import no_collection

    chosen = opening.among(ledger, beside) if beside != Filters() else ledger.claims
    with no_collection():
        around = _surroundings(ledger, chosen)
        return series(around, {row.claim.id for row in rows}, {claim.id for claim in chosen})


def _surroundings(ledger: Ledger, claims: tuple[Claim, ...]) -> Surroundings:
    """What a series of some claims hangs on: out of the index, else of the ledger as a whole."""
    from claimtrack.analysis.timeline_figures import Surroundings, surroundings
    from claimtrack.conflicts import prepared
    from claimtrack.conflicts.cache import event_links
    from claimtrack.ledger import load
    from claimtrack.ledger.files.article_texts import texts_of

    path = Path(ledger.path)
    texts, who, links = texts_of(path), opening.registry(ledger), event_links(path)
    if links is None:
        return surroundings(load(path)[0], who, texts)
    articles = {claim.id: claim.article for claim in claims}

    def of_claims(ids: Collection[str]) -> Sequence[Statement]:
        near = {article for ident in ids if (article := articles[ident])}
        return prepared(opening.of_articles(ledger, near, ids), who, texts, wanted=ids)

    def of_articles(places: Collection[str]) -> Sequence[Statement]:
        return prepared(opening.of_articles(ledger, places, places), who, texts)

    return Surroundings(of_claims, of_articles, links, ledger)


def _picture(series: Series | None, form: str) -> None:
    if series and form == "table":
        from claimtrack.render.timeline_view import plot

        output.write(["", *plot(series, output.screen())])
    if series is None or not series.points:
        output.remark("no figures to draw")
        return
    if form == "table":
        output.remark(*_legend(output.screen()))
    if series.elsewhere:
        rest = output.counted(series.elsewhere, "figure")
        output.remark(f"{rest} of other events not drawn: choose with --article, --text or --since")


def _legend(screen: Screen) -> list[str]:
    """What the signs of a plot say, on as many lines as it takes without a break in a word."""
    from claimtrack.render.text_columns import folds

    glyphs = screen.glyphs
    meant = f"{glyphs.left}{glyphs.line}{glyphs.right} what the words usually mean"
    allowed = f"{glyphs.soft} the most that the words allow"
    text = f"{glyphs.dot} the number named; {meant}; {allowed}; {glyphs.arrow_right} no upper end"
    return [text[start:end].strip() for start, end in folds(text, screen.columns)]


def _require_drawable(file: Path, topics: Sequence[str], ledger: Ledger) -> None:
    """A Failure unless one topic is asked for and the file is free to be written."""
    if len(topics) != 1:
        given = f", not {len(topics)}" if topics else ""
        hint = "name it with --topic; `claimtrack topics` lists them"
        raise Failure(f"--svg draws one topic{given}", hint)
    from claimtrack.cli import signed_files

    signed_files.check_free(file, "--svg", ledger)


def _draw(series: Series, file: Path) -> None:
    from claimtrack.cli import signed_files
    from claimtrack.render.chart import chart

    signed_files.write(file, "--svg", chart(series).encode())
    output.remark(f"{file}: {output.counted(len(series.points), 'figure')} on {series.topic}")
