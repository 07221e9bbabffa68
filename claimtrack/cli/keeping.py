"""Keeping the ledger: check, set, accept, reject, schema."""

from __future__ import annotations

from typing import Annotated

import typer

from claimtrack.cli import opening, options, output
from claimtrack.cli.failure import Failure, one_of


def check(
    fix: Annotated[
        bool, typer.Option("--fix", help="Mend what has one right answer; say what was mended.")
    ] = False,
    form: Annotated[
        str, typer.Option("--format", metavar="text|json|sarif", help="How to show it.")
    ] = "text",
    ledger: options.Ledger = None,
) -> None:
    """Show every problem of the ledger, with line and column.

    Every quotation is held against its article. Exits with 1 when there is a problem.

    \b
    Examples:
      claimtrack check
      claimtrack check --fix
      claimtrack check --format sarif > claims.sarif
    """
    from claimtrack.cli import checking
    from claimtrack.render.check import FORMATS, render

    one_of(form, FORMATS, "--format")
    path = opening.locate(ledger)
    problems = checking.problems(path, fix=fix)
    output.write(render(problems, form, output.screen()))
    if form == "text":
        output.remark(checking.summary(path, problems))
    if problems:
        raise typer.Exit(1)


def set_(
    ident: Annotated[str, typer.Argument(metavar="ID", help="Id of a claim; a part will do.")],
    fields: Annotated[
        list[str], typer.Argument(metavar="FIELD=VALUE…", help="An empty value drops the field.")
    ],
    ledger: options.Ledger = None,
) -> None:
    """Change fields of a claim.

    Every other byte of the file stays as it is.

    \b
    Examples:
      claimtrack set rutte-7k2f9q confidence=likely note="zweite Quelle fehlt"
      claimtrack set 7k2f9q actor="Mark Rutte" tags=prüfen,nato
    """
    from claimtrack.cli import writing

    pairs = [field.partition("=") for field in fields]
    if bad := [name for name, sign, _ in pairs if not sign]:
        raise Failure(f"{bad[0]!r}: expected FIELD=VALUE", "such as confidence=likely")
    writing.change(ledger, [ident], {name: value for name, _, value in pairs})


def accept(ids: options.Ids, ledger: options.Ledger = None) -> None:
    """Mark claims as accepted.

    \b
    Examples:
      claimtrack accept rutte-7k2f9q nis-77d0aa
    """
    from claimtrack.cli import writing

    writing.change(ledger, ids, {"status": "accepted"})


def reject(ids: options.Ids, ledger: options.Ledger = None) -> None:
    """Mark claims as rejected.

    They stay in the file and are compared no more.

    \b
    Examples:
      claimtrack reject claim-1f3b92
    """
    from claimtrack.cli import writing

    writing.change(ledger, ids, {"status": "rejected"})


def schema() -> None:
    """Print the ledger's JSON Schema, for editors.

    With it an editor completes fields and underlines mistakes.

    \b
    Examples:
      claimtrack schema > claims.schema.json
    """
    import json

    from claimtrack.ledger import schema as ledger_schema

    output.write([json.dumps(ledger_schema(), ensure_ascii=False, indent=2)])
