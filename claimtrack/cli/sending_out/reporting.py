"""A page for an editor: report."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimtrack.analysis.filters import Filters
from claimtrack.cli.arguments import options
from claimtrack.cli.arguments.choosing import filtered
from claimtrack.cli.failure import one_of

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
