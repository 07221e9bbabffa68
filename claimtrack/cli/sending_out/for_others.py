"""Files for others: report, export."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.analysis.filters import Filters
from claimtrack.cli import opening
from claimtrack.cli.arguments import options
from claimtrack.cli.arguments.choosing import filtered
from claimtrack.cli.completion.option_values import EXPORTS
from claimtrack.cli.console import output
from claimtrack.cli.failure import Failure, needs_arrow, one_of

if TYPE_CHECKING:
    from claimtrack.export.exported import Contents

_CONTEXTS = ("sentence", "full")


@filtered
def report(
    filters: Filters,
    file: Annotated[
        Path,
        typer.Option(
            "--output", "-o", metavar="FILE", help="The file to write.", show_default=False
        ),
    ],
    lang: Annotated[
        str, typer.Option("--lang", metavar="de|en", help="Language of the page's own words.")
    ] = "en",
    context: Annotated[
        str,
        typer.Option(
            "--context", metavar="sentence|full", help="How much of each article to include."
        ),
    ] = "sentence",
    limit: Annotated[
        int, typer.Option("--limit", metavar="N", min=0, help="Show only the first N questions.")
    ] = 300,
    no_notes: Annotated[
        bool, typer.Option("--no-notes", help="Leave out your notes and who ruled.")
    ] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="Also show pairs that are not contradictions, and why.")
    ] = False,
    ledger: options.Ledger = None,
) -> None:
    """Write a page for an editor: contradictions, claims, articles.

    Writes one file that loads nothing. It has the claims that the filters choose and those that
    contradict them, with their sentences from the articles. `--context full` includes whole
    articles: check first that you may pass them on. A file that claimtrack did not make, or that
    somebody changed, is not overwritten.

    \b
    Examples:
      claimtrack report -o report.html
      claimtrack report --topic Soldaten --lang de --no-notes -o bericht.html
      claimtrack report --article nato-bestaetigt --context full --all -o nato.html
    """
    from claimtrack.cli import opening, signed_files
    from claimtrack.cli.console import output
    from claimtrack.cli.sending_out import report_contents
    from claimtrack.report.language import LANGUAGES, language
    from claimtrack.report.page import page

    one_of(lang, LANGUAGES, "--lang")
    one_of(context, _CONTEXTS, "--context")
    opened = opening.ledger(ledger)
    signed_files.check_free(file, "--output", opened)
    wanted = report_contents.Wanted(limit, everything, context == "full", not no_notes)
    contents = report_contents.gathered(opened, filters, wanted)
    text = "".join(page(contents, language(lang)))
    signed_files.write(file, "--output", text.encode())
    questions, claims = len(contents.questions[0]), len(contents.claims)
    output.remark(
        f"{file}: {output.counted(questions, 'question')}, {output.counted(claims, 'claim')}, "
        f"{len(text.encode()) / 1e6:.1f} MB"
    )


def export(
    form: Annotated[str, typer.Argument(metavar="|".join(EXPORTS), help="What to write.")],
    target: Annotated[
        Path,
        typer.Option(
            "--output", "-o", metavar="PATH", help="The database, or the folder for the tables."
        ),
    ],
    ledger: options.Ledger = None,
) -> None:
    """Write the whole ledger for other programs.

    Includes the conflicts. sqlite is one database with foreign keys and full-text search, and a
    metadata file for Datasette. parquet and arrow are a folder with the tables claims, articles
    and conflicts. A file that this command did not write, or that somebody changed, is not
    overwritten.

    \b
    Examples:
      claimtrack export sqlite -o claims.db
      claimtrack export parquet -o tables
    """
    one_of(form, EXPORTS, "export")
    path = opening.locate(ledger)
    written = _database(path, target) if form == "sqlite" else _tables(path, form, target)
    output.write(f"{file}" for file in written)


def _database(path: Path, target: Path) -> list[Path]:
    from claimtrack.export import in_place_of, sqlite

    described = target.with_name(f"{target.stem}.metadata.json")
    shown = sqlite.metadata(target.stem)
    _require_free(target, sqlite.is_untouched)
    _require_free(described, lambda file: file.read_bytes() == shown.encode())
    contents = _contents(path)
    with in_place_of(target) as part:
        sqlite.write(contents, part)
    with in_place_of(described) as part:
        part.write_text(shown, encoding="utf-8", newline="\n")
    return [target, described]


def _tables(path: Path, form: str, folder: Path) -> list[Path]:
    arrow = needs_arrow()
    from claimtrack.export import in_place_of

    files = {name: folder / f"{name}.{form}" for name in arrow.NAMES}
    for file in files.values():
        _require_free(file, lambda file: bool(arrow.is_ours(file, form)))
    contents = _contents(path)
    folder.mkdir(parents=True, exist_ok=True)
    for name, file in files.items():
        with in_place_of(file) as part:
            arrow.write(contents, name, form, part)
    return [*files.values()]


def _require_free(file: Path, is_ours: Callable[[Path], bool]) -> None:
    """A Failure unless a file is not there, is empty, or is as claimtrack wrote it."""
    if not os.path.lexists(file):
        return
    if not file.is_file():
        raise Failure(
            f"{file} is not a regular file and was not overwritten", "name another file with -o"
        )
    if file.stat().st_size and not is_ours(file):
        hint = "name another file with -o, or delete this one"
        raise Failure(f"{file} is not as claimtrack wrote it and was not overwritten", hint)


def _contents(path: Path) -> Contents:
    from claimtrack.cli.looking.claim_place import quoted
    from claimtrack.export.exported import Contents

    ledger = opening.ledger(path)
    known = opening.known(ledger)
    every, _ = opening.disputes(path, quiet=True)
    whole = tuple(quoted(ledger, known.sources, claim) for claim in ledger.claims)
    return Contents(
        replace(ledger, claims=whole),
        {claim.id: topic for claim in whole if (topic := known.topic(claim))},
        opening.event_names(path, ledger),
        list(every),
    )
