"""Claims out of spreadsheets and JSON, merged into the ledger: import."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli import opening
from claimtrack.cli.arguments import options
from claimtrack.cli.console import output
from claimtrack.cli.failure import (
    Failure,
    did_you_mean,
    missing_package,
    not_installed,
    one_of,
    refusals,
)
from claimtrack.model import Figure, Ledger, Problem

if TYPE_CHECKING:
    from claimtrack.importing.drafts import Columns
    from claimtrack.importing.row import Row
    from claimtrack.ledger.reingest.draft import Draft, Imported

_EXTRAS = {
    "openpyxl": ("workbooks need openpyxl", "xlsx"),
    "pyarrow": ("Parquet files need pyarrow", "arrow"),
}


def import_(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE…", help="Tables: .csv, .tsv, .xlsx, .json, .jsonl, .parquet."),
    ],
    mapped: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="HEADING=FIELD",
            help="Field that a column holds; - skips the column. Repeatable.",
        ),
    ] = None,
    article: Annotated[
        str | None,
        typer.Option("--article", metavar="ID", help="Article for rows that name none."),
    ] = None,
    where: Annotated[
        str | None,
        typer.Option("--where", metavar="SQL", help="Only matching rows: \"stance = 'denies'\"."),
    ] = None,
    dry_run: options.DryRun = False,
    ledger: options.Ledger = None,
) -> None:
    """Import claims from tables into the ledger.

    Headings may be German or English, days 14.10.2024 or EDTF; „1.500“ is read the German way.
    Words are looked up in the article, as with `add`. What a person wrote is kept; what a person
    deleted stays deleted. A wrong row is reported with its cell, and the others are imported.
    Without a ledger, claims.yaml is created here.

    \b
    Examples:
      claimtrack import aussagen.csv --dry-run
      claimtrack import zahlen.xlsx --map Behörde=actor --article nato-bestaetigt
      claimtrack import parts/*.parquet --where "stance = 'denies' and said_last >= '2024-10'"
    """
    from claimtrack.cli.arguments.choosing import article_id
    from claimtrack.cli.ingesting import extraction, ledger_writing
    from claimtrack.importing.drafts import Columns

    path = opening.find(ledger) or Path(opening.PLACES[0])
    columns, unread = Columns(_mapping(mapped or ())), list[Problem]()
    chosen = _chosen(_rows(files, unread), columns, where)
    of = article_id(opening.head(opening.locate(path)), article) if article else None
    drafts = list(_drafts(chosen, columns, of, unread))
    _tell_unknown(columns)
    if not drafts:
        output.remark("no row was read, so nothing was written")
    else:
        with refusals():
            done = _merged(path, drafts, dry_run)
        for problem in done.problems:
            extraction.tell(problem, unread)
        output.write(ledger_writing.report(path, done, dry_run, "the table"))
    if unread:
        raise typer.Exit(2)


def _mapping(typed: Sequence[str]) -> Mapping[str, str]:
    from claimtrack.importing.drafts import FIELDS, SILENT

    columns = {}
    for pair in typed:
        heading, equals, field = pair.rpartition("=")
        if not equals:
            raise Failure(f"--map {pair!r}: expected HEADING=FIELD", "for example Behörde=actor")
        columns[heading.strip()] = one_of(field.strip(), (*FIELDS, SILENT), "--map")
    return columns


def _rows(files: Iterable[str], unread: list[Problem]) -> Iterator[Row | Problem]:
    """The rows of all files; a file that cannot be read is told, and the others are read."""
    from claimtrack.cli.ingesting import extraction
    from claimtrack.importing.row import UnreadableError
    from claimtrack.importing.table_files import rows

    for file in files:
        try:
            yield from rows(Path(file))
        except UnreadableError as why:
            wrong = Problem(file, 0, 0, str(why), code="import", hint=why.hint)
            extraction.tell(wrong, unread)
        except OSError as why:
            extraction.tell(Problem(file, 0, 0, str(why.strerror or why)), unread)
        except ModuleNotFoundError as missing:
            extra = _EXTRAS.get(missing_package(missing))
            if extra is None:
                raise
            raise not_installed(f"{file}: {extra[0]}", extra[1]) from missing


def _chosen(
    rows: Iterable[Row | Problem], columns: Columns, where: str | None
) -> Iterator[Row | Problem]:
    if where is None:
        yield from rows
        return
    from claimtrack.importing.where import COLUMNS, ConditionError, chooser

    try:
        passes = chooser(where, columns.field)
        yield from (row for row in rows if isinstance(row, Problem) or passes(row))
    except ConditionError as why:
        named = str(why).rpartition(" ")[2]
        hint = did_you_mean(named, COLUMNS) or f"a row has {', '.join(COLUMNS)}"
        raise Failure(f"--where: {why}", hint) from why


def _drafts(
    rows: Iterable[Row | Problem], columns: Columns, article: str | None, unread: list[Problem]
) -> Iterator[Draft]:
    """What is wrong with rows is told; one that names no article is of the given one."""
    from dataclasses import replace

    from claimtrack.cli.ingesting import extraction
    from claimtrack.importing.drafts import drafts

    for draft in drafts(rows, columns, _figures):
        if isinstance(draft, Problem):
            extraction.tell(draft, unread)
        elif article and not draft.fields.get("article"):
            yield replace(draft, fields={**draft.fields, "article": article})
        else:
            yield draft


def _figures(text: str) -> Sequence[Figure]:
    from claimtrack.cli.arguments.typed_values import figures

    try:
        return figures(text)
    except Failure as why:
        raise ValueError(why.message) from why


def _merged(path: Path, drafts: Sequence[Draft], dry_run: bool) -> Imported:
    from claimtrack import ledger
    from claimtrack.cli.arguments.typed_values import read_in

    topic = opening.topics(opening.head(path) if path.exists() else Ledger(str(path)))
    return ledger.import_drafts(path, drafts, read_in, topic, dry_run=dry_run)


def _tell_unknown(columns: Columns) -> None:
    """Name the headings that mean nothing, and how to give them a meaning."""
    from claimtrack.importing.drafts import FIELDS

    for heading in columns.unknown:
        near = did_you_mean(heading, FIELDS)
        output.remark(
            f"the column {heading!r} is ignored",
            f"  {near or f'--map {heading!r}=FIELD'}",
        )
