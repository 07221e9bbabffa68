"""Writing into the ledger by hand: add, edit, undo."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

import typer

from claimtrack.cli import opening, options, output
from claimtrack.model import CONFIDENCE, KINDS, STANCES, STATUSES


def _given(metavar: str, help_: str) -> Any:
    return typer.Option(metavar=metavar, help=help_)


def _closed(help_: str, words: Iterable[str]) -> Any:
    return _given("WORD", f"{help_}: {', '.join(words)}.")


One = str | None
Several = list[str] | None


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
    actor: Annotated[Several, _given("NAME", "Who asserts it. May be repeated.")] = None,
    via: Annotated[
        Several,
        _given("NAME", "Who carried the words, nearest the article first. May be repeated."),
    ] = None,
    cites: Annotated[Several, _given("NAME", "Whom the actor leans on. May be repeated.")] = None,
    claim: Annotated[One, _given("TEXT", "The claim in your own words.")] = None,
    said: Annotated[One, _given("DAY", "When it was said: EDTF, 18.10.2024, gestern …")] = None,
    about: Annotated[One, _given("DAY", "When that was of which it tells.")] = None,
    stance: Annotated[One, _closed("What the actor does", STANCES)] = None,
    confidence: Annotated[One, _closed("How sure it is put", CONFIDENCE)] = None,
    hedge: Annotated[One, _given("TEXT", "The words that the confidence rests on.")] = None,
    answers: Annotated[
        Several, _given("ID", "A claim that it speaks to, nearest first. May be repeated.")
    ] = None,
    kind: Annotated[One, _closed("How it is reported", KINDS)] = None,
    at: Annotated[One, _given("START-END", "Which place, if there are several.")] = None,
    topic: Annotated[One, _given("TEXT", "What it is about.")] = None,
    status: Annotated[One, _closed("What you decided", STATUSES)] = None,
    credibility: Annotated[One, _given("1-6", "Admiralty number of the information.")] = None,
    tag: Annotated[Several, _given("WORD", "To find it by. May be repeated.")] = None,
    note: Annotated[One, _given("TEXT", "Your remark.")] = None,
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
        "about": adding.day(about, "--about"), "hedge": hedge, "answers": answers,
        "kind": kind, "at": at,
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

    with refusals():
        undone = book.undo(opening.locate(ledger), dry_run=dry_run)
    dry = ": dry run, nothing is written" if dry_run else ""
    for one in undone:
        output.write([f"{opening.shortened(one.file)}{dry}"])
        output.write(f"  {line}" for line in one.lines())
