"""Reading articles: ingest, extract, explain."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimtrack.cli import opening
from claimtrack.cli.arguments import options
from claimtrack.cli.console import output
from claimtrack.cli.failure import one_of
from claimtrack.model import Ledger, Problem

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH…",
        help="Articles (.md, .txt, .jsonl, .html), folders, or - for standard input.",
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        "--published", metavar="DATE", help="Publication date for articles without one (EDTF)."
    ),
]
Jobs = Annotated[
    int, typer.Option("--jobs", "-j", metavar="N", min=1, help="Number of parallel processes.")
]


def extract(
    paths: Paths,
    nested: Annotated[
        bool, typer.Option("--nested", help="Show quotations inside quotations in tables, too.")
    ] = False,
    published: Published = None,
    jobs: Jobs = 1,
    columns: options.Columns = None,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar=f"{'|'.join(options.FORMATS)}|parquet",
            help="Output format; with --output, jsonl or parquet.",
        ),
    ] = "table",
    output_folder: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="DIR", help="Write parts of an archive to this folder."
        ),
    ] = None,
    shard: Annotated[
        str | None,
        typer.Option("--shard", metavar="K/N", help="Read share K of N of the articles."),
    ] = None,
    ledger: options.Ledger = None,
) -> None:
    """Read articles and print the claims in them.

    Needs no ledger and writes none. The JSON formats include quotations inside quotations, with
    `within` set. Claims are printed while articles are read; only a table waits for all of them,
    to find the width of its columns.

    With --output, writes a file part-K-of-N with one line per article. A part appears when it is
    complete, and an existing part is not written again, so a killed run can simply be repeated.
    An article that can't be read becomes a line with an error; the exit code is still 0.

    \b
    Examples:
      claimtrack extract articles/nato.md
      claimtrack extract articles --format jsonl > claims.jsonl
      claimtrack extract archive.jsonl --shard 3/64 --output parts
      curl -s https://example.org/text | claimtrack extract - --published 2024-10-28
    """
    from claimtrack.cli.arguments import choosing
    from claimtrack.cli.ingesting import extraction
    from claimtrack.render import FORMATS

    if output_folder or shard:
        file, share = extraction.part(output_folder, shard, form)
        whole = extraction.Request(paths, published, jobs, _known(ledger), share)
        extraction.write_part(file, whole)
        return
    one_of(form, FORMATS, "--format")
    names = choosing.columns(columns, form)
    known = _known(ledger)
    unread: list[Problem] = []
    read = extraction.stream(extraction.Request(paths, published, jobs, known), unread)
    extraction.show(read, form, names, known, nested=nested)
    extraction.leave(len(unread))


def _known(ledger: Path | None) -> Ledger | None:
    """The actors and topics of the ledger, where there is one."""
    path = opening.find(ledger)
    return opening.head(path) if path and path.exists() else None


def ingest(
    paths: Paths,
    dry_run: options.DryRun = False,
    restore: Annotated[
        bool, typer.Option("--restore", help="Restore claims that were deleted by hand.")
    ] = False,
    prune: Annotated[
        bool,
        typer.Option("--prune", help="Remove unedited claims that the parser no longer finds."),
    ] = False,
    published: Published = None,
    jobs: Jobs = 1,
    ledger: options.Ledger = None,
) -> None:
    """Read articles and merge their claims into the ledger.

    What a person wrote or changed is kept; what a person deleted stays deleted. An article that
    the ledger already has under another name or address is skipped, and so is one whose id
    belongs to a different article. Without a ledger, claims.yaml is created here.

    \b
    Examples:
      claimtrack ingest articles/
      claimtrack ingest new.txt --published 2024-10-28 --dry-run
      claimtrack ingest archive.jsonl --jobs 4 --ledger archive.yaml
    """
    from claimtrack.cli.ingesting import extraction, ledger_writing, same_articles

    path = opening.find(ledger) or Path(opening.PLACES[0])
    known = opening.head(path) if path.exists() else None
    batch = extraction.run(extraction.Request(paths, published, jobs, known))
    batch = same_articles.apart(batch, known)
    batch = same_articles.once(batch, known)
    ledger_writing.merge(path, paths, batch, dry_run=dry_run, restore=restore, prune=prune).leave()


def explain(
    source: Annotated[
        str, typer.Argument(metavar="PATH|TEXT", help="An article, or German text in quotes.")
    ],
    published: Published = None,
    form: Annotated[
        str, typer.Option("--format", metavar="text|json", help="Output format.")
    ] = "text",
    ledger: options.Ledger = None,
) -> None:
    """Show how the parser reads a text, rule by rule.

    Shows blocks, sentences, clauses with their moods, quotation marks, dates and figures; every
    candidate with its rule and score, and the one it lost to; each claim with the words behind it,
    and how its actor was found: the mention, the step that resolved it, and why others were
    rejected.

    \b
    Examples:
      claimtrack explain articles/nato.md
      claimtrack explain "Der Minister sagte am Montag, rund 300 Menschen seien verletzt worden."
    """
    from claimtrack.cli.ingesting import explaining, extraction
    from claimtrack.render.explain_view import record, view
    from claimtrack.render.json import dumps

    one_of(form, ("text", "json"), "--format")
    who = opening.registry(_known(ledger))
    unread: list[Problem] = []
    for article in explaining.articles(source, published, unread):
        steps = explaining.told(article, who)
        if isinstance(steps, Problem):
            extraction.tell(steps, unread)
        elif form == "json":
            output.write([dumps(record(article.id, steps))])
        else:
            output.write(view(article.id, steps, output.screen()))
    if unread:
        raise typer.Exit(2)
