"""Listing claims, out of the index of the ledger where there is one."""

from __future__ import annotations

from claimtrack.analysis.filters import Filters
from claimtrack.cli import browsing, choosing, opening, options
from claimtrack.cli.filtered import filtered
from claimtrack.cli.settings import heeded


@filtered
def list_(
    asked: Filters,
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
    own = heeded(ledger).text("columns") if form == "table" else None
    names, key = choosing.columns(columns, own), choosing.sort_key(sort)
    answer = opening.listed(ledger, asked, key, limit)
    browsing.shown(
        answer.ledger, answer.claims, asked, opening.known(answer.ledger), names=names, form=form,
        matching=answer.matching, held=answer.held,
    )  # fmt: skip
