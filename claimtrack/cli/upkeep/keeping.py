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
        bool,
        typer.Option(
            "--fix", help="Fix problems that have only one right solution, and list them."
        ),
    ] = False,
    coverage: Annotated[
        bool,
        typer.Option("--coverage", help="Also list gaps: parts of articles that no claim covers."),
    ] = False,
    form: Annotated[
        str, typer.Option("--format", metavar="text|json|sarif", help="Output format.")
    ] = "text",
    ledger: options.Ledger = None,
) -> None:
    """Show every problem of the ledger, with line and column.

    Compares every quotation with its article. Exits with 1 if there is a problem.

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
    base: Annotated[Path, typer.Argument(metavar="BASE", help="The common ancestor (git's %O).")],
    ours: Annotated[Path, typer.Argument(metavar="OURS", help="Our file (%A), which is replaced.")],
    theirs: Annotated[Path, typer.Argument(metavar="THEIRS", help="Their file (%B).")],
    name: Annotated[
        str | None, typer.Option("--name", metavar="PATH", help="The ledger's name (%P).")
    ] = None,
) -> None:
    """Merge two versions of a ledger, as git's merge driver.

    Merges by claim and field. A change made by one person is taken; comments and order are kept.
    If both changed the same field, both versions stay between conflict markers, and the exit code
    is 1.

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

    Your editor can use it to complete fields and underline mistakes.

    \b
    Examples:
      claimtrack schema > claims.schema.json
    """
    from claimtrack.ledger import schema as ledger_schema
    from claimtrack.render.json import dumps

    output.write([dumps(ledger_schema(), indent=2)])
