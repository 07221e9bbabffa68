"""Keeping the ledger in order: check, merge-file, schema."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from claimtrack.cli import opening
from claimtrack.cli.arguments import options
from claimtrack.cli.console import output
from claimtrack.cli.failure import Failure, one_of, refusals
from claimtrack.model import Problem


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
    from claimtrack.render.check import FORMATS, render

    one_of(form, FORMATS, "--format")
    path = opening.locate(ledger)
    problems = _problems(path, fix=fix, coverage=coverage)
    output.write(render(problems, form, output.screen()))
    if form == "text":
        output.remark(_summary(path, problems))
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

    if not _merged(base, ours, theirs, name or str(ours)):
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


def _problems(path: Path, *, fix: bool, coverage: bool = False) -> tuple[Problem, ...]:
    """Every problem of the ledger; with ``fix`` those that are left after mending.

    With ``coverage`` also what of the articles no claim accounts for.
    """
    from claimtrack import ledger

    if fix:
        with refusals():
            output.remark(*(f"mended: {line}" for line in ledger.fix(path)))
    return (*ledger.check(path), *(_gaps(path) if coverage else ()))


def _gaps(path: Path) -> list[Problem]:
    """The open gaps; of articles that cannot be read the check has told."""
    from claimtrack import ledger
    from claimtrack.cli.looking import article_gaps

    return [problem for problem in article_gaps.problems(ledger.load(path)[0]) if problem.code]


def _summary(path: Path, problems: Sequence[Problem]) -> str:
    """``claims.yaml: 2 errors, 1 warning``."""
    counts = Counter(problem.severity for problem in problems)
    counted = [
        output.counted(counts[severity], severity)
        for severity in ("error", "warning")
        if counts[severity]
    ]
    return f"{path}: {', '.join(counted) or 'no problems'}"


def _merged(base: Path, ours: Path, theirs: Path, name: str) -> bool:
    """Write the merged ledger in place of ours; whether nothing is left to decide."""
    from claimtrack.ledger import merge_contents
    from claimtrack.ledger.errors import LedgerError
    from claimtrack.ledger.files.paths import content

    old, own, new = map(content, (base, ours, theirs))
    try:
        result, conflicts = merge_contents(old, own, new, ("ours", "theirs"))
    except (LedgerError, UnicodeError) as error:
        output.remark(f"{name}: {error}; merged line by line")
        return _by_lines(base, ours, theirs)
    _write(ours, own, result)
    output.remark(*(f"{name}: both changed {place}" for place in conflicts))
    return not conflicts


def _write(file: Path, old: bytes, new: bytes) -> None:
    from claimtrack.ledger.files.atomic_write import Replacement, replace_all
    from claimtrack.ledger.files.write_session import writing

    with refusals(), writing(file) as folder:
        replace_all(folder, [Replacement(file, old, (new,))])


def _by_lines(base: Path, ours: Path, theirs: Path) -> bool:
    from claimtrack.cli.console.programs import as_operand, git, said

    labels = ["-L", "ours", "-L", "base", "-L", "theirs"]
    old = ours.read_bytes()
    done = git("merge-file", "-p", *labels, *map(as_operand, (ours, base, theirs)))
    if done is None:
        raise Failure("git is not installed")
    if not 0 <= done.returncode < 128:
        raise Failure(f"git merge-file failed: {said(done)}")
    _write(ours, old, done.stdout)
    return done.returncode == 0
