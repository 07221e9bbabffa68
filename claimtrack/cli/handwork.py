"""Writing into the ledger by hand: add, edit, undo."""

from __future__ import annotations

from typing import Annotated

import typer

from claimtrack.cli import opening, options, output

Word = Annotated[str | None, typer.Option(metavar="WORD")]
Text = Annotated[str | None, typer.Option(metavar="TEXT")]
Day = Annotated[str | None, typer.Option(metavar="DAY", help="EDTF, 18.10.2024, gestern …")]
Names = Annotated[list[str] | None, typer.Option(metavar="NAME", help="May be repeated.")]


def add(
    article: Annotated[
        str | None, typer.Argument(metavar="[ARTICLE]", help="Id of an article; a part will do.")
    ] = None,
    words: Annotated[
        str | None,
        typer.Argument(
            metavar="[WORDS]",
            help="Words that stand in the article; “ … ” where something is left out between.",
        ),
    ] = None,
    actor: Names = None,
    via: Names = None,
    cites: Names = None,
    claim: Annotated[
        str | None, typer.Option(metavar="TEXT", help="The claim in your own words.")
    ] = None,
    said: Day = None,
    about: Day = None,
    stance: Word = None,
    confidence: Word = None,
    hedge: Text = None,
    kind: Word = None,
    at: Annotated[
        str | None, typer.Option(metavar="START-END", help="Which place, if there are several.")
    ] = None,
    topic: Text = None,
    status: Word = None,
    credibility: Annotated[str | None, typer.Option(metavar="1-6")] = None,
    tag: Names = None,
    note: Text = None,
    ledger: options.Ledger = None,
) -> None:
    """Write a claim by hand.

    In your own words, or in those of an article: they are looked up there, and their place noted.

    \b
    Examples:
      claimtrack add nato-bestaetigt "Kürzung der lebenswichtigen US-Militärhilfe" --tag USA
      claimtrack add --claim "Die Brücke ist gesperrt" --actor "Stadt Köln" --said 2024-10-18
    """
    from claimtrack.cli import adding

    path = opening.locate(ledger)
    fields: dict[str, str | list[str] | None] = {
        "actor": actor, "via": via, "cites": cites, "claim": claim, "quote": words,
        "said": adding.day(said, "--said"), "stance": stance, "confidence": confidence,
        "about": adding.day(about, "--about"), "hedge": hedge, "kind": kind, "at": at,
        "topic": topic, "status": status, "credibility": credibility, "tags": tag, "note": note,
    }  # fmt: skip
    adding.add(path, article, fields)


def edit(
    ident: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="Id of a claim; a part will do.")
    ] = None,
    ledger: options.Ledger = None,
) -> None:
    """Open the ledger in your editor, and check it after.

    It opens at the claim, else at the first error, in $VISUAL or $EDITOR. When something is wrong
    with what was written, it is shown and the editor can be opened again there. Exits with 1 when
    it stays wrong.

    \b
    Examples:
      claimtrack edit rutte-7k2f9q
      EDITOR="code --wait" claimtrack edit
    """
    from claimtrack.cli import editing

    if not editing.edited(opening.locate(ledger), ident):
        raise typer.Exit(1)


def undo(
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be taken back; write nothing.")
    ] = False,
    ledger: options.Ledger = None,
) -> None:
    """Take back the last change made by claimtrack.

    Again, the one before it. Refused when the file has changed since. What is taken back is shown,
    line by line.

    \b
    Examples:
      claimtrack undo --dry-run
      claimtrack undo
    """
    from claimtrack import ledger as book
    from claimtrack.cli.writing import refusals
    from claimtrack.render import safe

    with refusals():
        undone = book.undo(opening.locate(ledger), dry_run=dry_run)
    dry = ": dry run, nothing is written" if dry_run else ""
    for one in undone:
        output.write([f"{opening.shortened(one.file)}{dry}"])
        output.write(f"  {safe.terminal(line)}" for line in one.lines())
