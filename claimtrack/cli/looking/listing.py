"""Listing claims, out of the index of the ledger where there is one."""

from __future__ import annotations

from claimtrack.analysis.filters import Filters
from claimtrack.cli import opening
from claimtrack.cli.arguments import choosing, options
from claimtrack.cli.arguments.filtered import filtered
from claimtrack.cli.failure import Failure, one_of
from claimtrack.cli.looking import browsing
from claimtrack.cli.settings import heeded


@filtered
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
        from claimtrack.cli.looking import figure_rows

        figure_rows.show(ledger, answer, filters, names=names, form=form, locale=locale)
        return
    browsing.shown(
        answer.ledger, answer.claims, filters, opening.known(answer.ledger), names=names, form=form,
        locale=locale, matching=answer.matching, held=answer.held,
    )  # fmt: skip
