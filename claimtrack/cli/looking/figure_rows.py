"""A row a figure: the figures of chosen claims, each with what its article tells of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from claimtrack.analysis.filters import Filters
from claimtrack.cli import locations, opening
from claimtrack.cli.arguments import choosing
from claimtrack.cli.console import output
from claimtrack.cli.failure import one_of
from claimtrack.cli.looking.browsing import RECORDS
from claimtrack.model import Claim, Figure
from claimtrack.render.figure_table import FigureRow, figures


def show(
    given: Path | None,
    answer: opening.Answer,
    filters: Filters,
    *,
    names: Sequence[str],
    form: str,
    locale: str,
) -> None:
    """Write the figures of claims; of those that were asked for by a state only these."""
    from claimtrack.render import FORMATS

    one_of(form, FORMATS, "--format")
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
