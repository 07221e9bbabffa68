"""Keeping the ledger in order: check, merge-file, schema."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimtrack.cli import opening
from claimtrack.cli.arguments import options
from claimtrack.cli.console import output
from claimtrack.cli.failure import one_of


def check(
    fix: Annotated[
        bool, typer.Option("--fix", help="Mend what has one right answer; say what was mended.")
    ] = False,
    coverage: Annotated[
        bool,
        typer.Option("--coverage", help="Also what of the articles no claim accounts for."),
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
      claimtrack check --coverage
      claimtrack check --format sarif > claims.sarif
    """
    from claimtrack.cli.upkeep import checking
    from claimtrack.render.check import FORMATS, render

    one_of(form, FORMATS, "--format")
    path = opening.locate(ledger)
    problems = checking.problems(path, fix=fix, coverage=coverage)
    output.write(render(problems, form, output.screen()))
    if form == "text":
        output.remark(checking.summary(path, problems))
    if problems:
        raise typer.Exit(1)


def merge_file(
    base: Annotated[Path, typer.Argument(metavar="BASE", help="The common ancestor, %O of git.")],
    ours: Annotated[Path, typer.Argument(metavar="OURS", help="Our file, %A; is replaced.")],
    theirs: Annotated[Path, typer.Argument(metavar="THEIRS", help="Their file, %B.")],
    name: Annotated[
        str | None, typer.Option("--name", metavar="PATH", help="The ledger's name, %P.")
    ] = None,
) -> None:
    """Merge two versions of a ledger, as git's merge driver.

    By claim and field: what one person changed is taken, comments and order are kept. Where both
    changed one field, both versions stand between conflict markers. Exits with 1 then.

    \b
    Examples:
      claimtrack merge-file base.yaml ours.yaml theirs.yaml
      git config merge.claimtrack.driver "claimtrack merge-file %O %A %B --name %P"
    """
    from claimtrack.cli.upkeep import merging

    if not merging.merged(base, ours, theirs, name or str(ours)):
        raise typer.Exit(1)


def schema() -> None:
    """Print the ledger's JSON Schema, for editors.

    With it an editor completes fields and underlines mistakes.

    \b
    Examples:
      claimtrack schema > claims.schema.json
    """
    from claimtrack.ledger import schema as ledger_schema
    from claimtrack.render.json import dumps

    output.write([dumps(ledger_schema(), indent=2)])
