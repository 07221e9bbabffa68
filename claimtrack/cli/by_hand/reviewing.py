"""Deciding on claims on a screen of their own: review."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.analysis.filters import Filters, given
from claimtrack.cli.arguments import options
from claimtrack.cli.arguments.choosing import filtered
from claimtrack.cli.failure import Failure, missing_package, not_installed, one_of
from claimtrack.runtime import keep, no_collection

if TYPE_CHECKING:
    from claimtrack.model import Claim, Ledger
    from claimtrack.review.desk import Services
    from claimtrack.review.review_app import Review
    from claimtrack.review.session import Select

ORDERS = ("article", "score", "topic")
MISSING = "the review screen needs textual"


@filtered
def review(
    filters: Filters,
    order: Annotated[
        str, typer.Option("--order", metavar="|".join(ORDERS), help="Order of the claims.")
    ] = "article",
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who rules.")] = None,
    ledger: options.Ledger = None,
) -> None:
    """Decide on claims beside their article, one key each.

    Opens a screen for the claims that the filters choose: a accepts, r rejects, u undoes, ? shows
    all keys. Each decision is written at once. Needs `pip install 'claimtrack[review]'`.

    \b
    Examples:
      claimtrack review
      claimtrack review --status new --order score
      claimtrack review --article nato-bestaetigt --actor Rutte
    """
    from claimtrack.cli import opening
    from claimtrack.cli.settings import heeded

    one_of(order, ORDERS, "--order")
    _toolkit()
    path = opening.locate(ledger)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Failure("the review screen needs a terminal", "`claimtrack list` prints claims")
    settings = heeded(ledger)
    if settings.text("colour") == "never":
        os.environ.setdefault("NO_COLOR", "1")  # the toolkit asks for it there alone
    lent = services(by or settings.text("by"))
    screen(path, lent, chooser(filters), order, in_words(filters)).run()


def _toolkit() -> None:
    """Loads what draws the screen. Raises Failure where it is not installed."""
    try:
        with no_collection():
            import textual.app  # noqa: F401
    except ModuleNotFoundError as missing:
        if missing_package(missing) != "textual":
            raise
        raise not_installed(MISSING, "review") from missing


def screen(path: Path, lent: Services, chosen: Select, order: str, choice: str = "") -> Review:
    """The review screen of a ledger, which is read for it."""
    with no_collection():
        from claimtrack.review.review_app import Review

        made = Review(path, lent, chosen, order, choice)
    keep()
    return made


def chooser(filters: Filters) -> Select:
    """The claims of a ledger that pass filters."""
    from claimtrack.analysis.filters import select
    from claimtrack.cli import opening

    def chosen(ledger: Ledger) -> tuple[Claim, ...]:
        return (
            select(ledger.claims, filters, opening.known(ledger))
            if filters != Filters()
            else ledger.claims
        )

    return chosen


def in_words(filters: Filters) -> str:
    """Filters as they can be typed on the screen: ``actor=Rutte,status=new``."""
    return ",".join(f"{name}={word}" for name, word in given(filters))


def services(by: str | None) -> Services:
    """What the command line lends the screen."""
    from claimtrack.cli import opening
    from claimtrack.cli.contrasting.sides import OF_ARTICLES, OF_CLAIMS
    from claimtrack.review.desk import Services

    filters = (*OF_CLAIMS, *OF_ARTICLES)
    return Services(_select, filters, opening.topics, opening.registry, _edit, _day, by)


def _select(typed: str) -> Select:
    from claimtrack.cli.contrasting.sides import chooser as parsed

    if not typed.strip():
        return lambda ledger: ledger.claims
    try:
        return parsed(typed)
    except Failure as failure:
        raise ValueError(_told(failure)) from failure


def _day(typed: str) -> str:
    from claimtrack.cli.arguments.typed_values import day

    try:
        return day(typed, "day")
    except Failure as failure:
        raise ValueError(_told(failure)) from failure


def _edit(path: Path, ident: str | None) -> None:
    from claimtrack.cli.by_hand import editors

    try:
        editors.edited(path, ident)
    except Failure as failure:
        raise ValueError(_told(failure)) from failure


def _told(failure: Failure) -> str:
    return f"{failure.message}; {failure.hint}" if failure.hint else failure.message
