"""Comparing sources: conflicts, diff."""

from __future__ import annotations

from typing import Annotated

import typer

from claimtrack.cli import opening, options
from claimtrack.cli.failure import one_of


def conflicts(
    ids: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ID ID]", help="Two claims: say why they were compared, or not."),
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option("--kind", metavar="WORD", help="figure, stance, reversal, retelling."),
    ] = None,
    topic: options.Topic = None,
    actor: options.Actor = None,
    since: options.Since = None,
    show_all: Annotated[
        bool, typer.Option("--all", help="Also updates, different phases, same origins, rulings.")
    ] = False,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 1 when there is one.")
    ] = False,
    form: options.Format = "table",
    ledger: options.Ledger = None,
) -> None:
    """Show where sources contradict each other, and why.

    Worst first.

    \b
    Examples:
      claimtrack conflicts
      claimtrack conflicts --topic Soldaten --all
      claimtrack conflicts --kind reversal --actor Russland
      claimtrack conflicts nis-7k2f9q isw-3f9a02
      claimtrack conflicts --format json --exit-code
    """
    from claimtrack.cli import disputes
    from claimtrack.render import FORMATS

    one_of(form, FORMATS, "--format")
    found = opening.ledger(ledger)
    if ids:
        disputes.explain(found, ids, form)
        return
    asked = disputes.Asked(
        tuple(kind or ()), tuple(topic or ()), tuple(actor or ()), since, show_all
    )
    shown = disputes.show(found, asked, form)
    if exit_code and shown:
        raise typer.Exit(1)


def diff(
    a: Annotated[str, typer.Argument(metavar="A", help="An article, an outlet or a ledger file.")],
    b: Annotated[str, typer.Argument(metavar="B", help="The other one.")],
    form: options.Format = "table",
    ledger: options.Ledger = None,
) -> None:
    """Hold two sources side by side.

    What only A has, what only B has, what both have, and where they differ.

    \b
    Examples:
      claimtrack diff nato-bestaetigt-entsendung von-pjoengjang-an-die-front
      claimtrack diff old/claims.yaml claims.yaml
    """
    from claimtrack.cli import sides
    from claimtrack.render import FORMATS

    one_of(form, FORMATS, "--format")
    sides.show(a, b, ledger, form)
