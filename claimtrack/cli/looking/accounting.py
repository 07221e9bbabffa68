"""What the claims of a ledger do not account for: coverage."""

from __future__ import annotations

from typing import Annotated

import typer

from claimtrack.cli import opening
from claimtrack.cli.arguments import options
from claimtrack.cli.console import output
from claimtrack.cli.failure import Failure, one_of


def coverage(
    articles: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ARTICLE…]", help="Ids of articles; part of an id is enough."),
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option("--kind", metavar="WORD", help="figure, quotation, speech. Repeatable."),
    ] = None,
    everything: Annotated[
        bool,
        typer.Option(
            "--all",
            help="Also show declined and passed gaps, and one or two words in quotation marks.",
        ),
    ] = False,
    passing: Annotated[
        str | None,
        typer.Option(
            "--pass", metavar="START-END", help="Record that no claim is missing there in ARTICLE."
        ),
    ] = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 1 if there is an open gap.")
    ] = False,
    form: options.Format = "table",
    ledger: options.Ledger = None,
) -> None:
    """Show figures, quotations and speech acts that no claim covers.

    Looks only at an article's paragraphs. A gap is not a mistake: narration needs no claim. A gap
    under a rejected claim counts as declined. `--pass` records in the ledger that no claim is
    missing.

    \b
    Examples:
      claimtrack coverage
      claimtrack coverage nato-bestaetigt --kind figure --kind quotation
      claimtrack coverage --format jsonl --exit-code
      claimtrack coverage nato-bestaetigt --pass 1165-1174
    """
    from claimtrack.cli.looking import gaps
    from claimtrack.coverage import KINDS
    from claimtrack.model import Problem
    from claimtrack.render import FORMATS
    from claimtrack.render.coverage import gaps as listing

    one_of(form, FORMATS, "--format")
    kinds = [one_of(word.casefold(), KINDS, "--kind") for word in kind or KINDS]
    opened = opening.ledger(ledger)
    sources = gaps.sources(opened, articles or ())
    if passing is not None:
        if len(sources) != 1:
            raise Failure("--pass needs one article", "name it by its id")
        gaps.pass_over(opened, sources[0], passing)
        return
    unread: list[Problem] = []
    held = gaps.survey(opened, sources, unread)
    shown = [
        gap
        for article in held
        for gap in gaps.placed(opened, article)
        if gap.gap.stretch.kind in kinds and (everything or gaps.waits(gap))
    ]
    output.show(listing(shown), form)
    output.remark(*(f"warning: {problem}" for problem in unread))
    if form == "table":
        output.below(*gaps.counted(held, kinds))
    if unread:
        raise typer.Exit(2)
    if exit_code and any(map(gaps.waits, shown)):
        raise typer.Exit(1)
