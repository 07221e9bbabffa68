"""Writing into the ledger by hand: add, edit, undo."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from inspect import Parameter
from pathlib import Path
from typing import Annotated, Any

import typer

from claimtrack.cli import opening
from claimtrack.cli.arguments import choosing, options
from claimtrack.cli.arguments.typed_values import day, figures, read_in
from claimtrack.cli.console import output
from claimtrack.cli.failure import Failure, refusals
from claimtrack.fields import BY_NAME, FIELDS
from claimtrack.model import Claim, Figure


def _options() -> Iterator[Parameter]:
    """An option for each field of a claim that a hand may write."""
    for field in FIELDS:
        if not field.option:
            continue
        several = field.is_list or field.sort == "figures"
        help_ = f"{field.option}: {', '.join(field.choices)}." if field.choices else field.option
        option = typer.Option(
            f"--{field.flag or field.name}",
            metavar=field.metavar,
            help=f"{help_} Repeatable." if several else help_,
        )
        kind: Any = list[str] | None if several else str | None
        yield Parameter(
            field.name, Parameter.KEYWORD_ONLY, default=None, annotation=Annotated[kind, option]
        )


def with_fields(command: Callable[..., None]) -> Callable[..., None]:
    """The command with an option for each field of a claim; it gets them as ``fields``."""
    own, fields = choosing.own_options(command, "fields"), list(_options())
    shown = [*own[:-1], *fields, *own[-1:]]  # --ledger comes last
    return choosing.gathering(command, "fields", fields, shown, dict)


@with_fields
def add(
    fields: dict[str, Any],
    article: Annotated[
        str | None,
        typer.Argument(metavar="[ARTICLE]", help="Id of an article; part of it is enough."),
    ] = None,
    words: Annotated[
        str | None,
        typer.Argument(
            metavar="[WORDS]",
            help="Words of the article; “ … ” marks an omission.",
        ),
    ] = None,
    ledger: options.Ledger = None,
) -> None:
    """Add a claim by hand.

    In your own words, or in those of an article: they are looked up there, and their position is
    recorded.

    \b
    Examples:
      claimtrack add nato-bestaetigt "Kürzung der lebenswichtigen US-Militärhilfe" --tag USA
      claimtrack add --claim "Die Brücke ist gesperrt" --actor "Stadt Köln" --said 2024-10-18
    """
    _add(opening.locate(ledger), article, {**fields, "quote": words})


def _tell_figures(claim: Claim) -> None:
    """Says which figures were read in the words, and how to put them right."""
    for number, figure in enumerate(claim.figures):
        what = " ".join(filter(None, (figure.text, figure.what, figure.state)))
        output.remark(
            f"  figure: {what}; if not: claimtrack set {claim.id} figures.{number}.state=…"
        )


def _named(name: str) -> str:
    return "WORDS" if name == "quote" else f"--{BY_NAME[name].flag or name}"


def _add(path: Path, article: str | None, fields: Mapping[str, str | list[str] | None]) -> None:
    """Write a claim and where it stands."""
    from claimtrack import ledger

    for name, value in fields.items():
        if any(not part.strip() for part in ([value] if isinstance(value, str) else value or ())):
            raise Failure(f"{_named(name)} is empty", "leave it out")
    typed = {name: _value(name, value) for name, value in fields.items() if value}
    if not typed.get("claim") and not typed.get("quote") and not typed.get("at"):
        raise Failure(
            "a claim needs its words",
            'claimtrack add ARTICLE "words of the article", or --claim "your own"',
        )
    if article:
        typed["article"] = choosing.article_id(opening.head(path), article)
    with refusals():
        ident = ledger.add(path, typed, read_in)
    after = opening.named(path, [ident])
    output.write([f"{after.place(ident)}: {ident} added"])
    if "figures" not in typed:
        _tell_figures(next(claim for claim in after.claims if claim.id == ident))


def _value(name: str, typed: str | list[str]) -> str | list[str] | tuple[Figure, ...]:
    """What was typed for a field as the ledger has it: a day in EDTF, one actor without a list."""
    if name == "figures":
        return tuple(figure for words in typed for figure in figures(words))
    if name == "actor" and len(typed) == 1:
        return typed[0]
    if BY_NAME[name].sort == "day" and isinstance(typed, str):
        return day(typed, f"--{name}")
    return typed


def edit(
    ident: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="Id of a claim; part of it is enough.")
    ] = None,
    ledger: options.Ledger = None,
) -> None:
    """Open the ledger in your editor, and check it afterwards.

    Opens $VISUAL or $EDITOR at the claim, or at the first error. If something is wrong when you
    return, shows it and offers to reopen the editor there. Exits with 1 if errors remain.

    \b
    Examples:
      claimtrack edit rutte-7k2f9q
      EDITOR="code --wait" claimtrack edit
    """
    from claimtrack.cli.by_hand import editors

    if not editors.edited(opening.locate(ledger), ident):
        raise typer.Exit(1)


def undo(
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be undone; write nothing.")
    ] = False,
    ledger: options.Ledger = None,
) -> None:
    """Undo the last change made by claimtrack.

    Run it again to undo the change before. Refuses if the file has changed since. Shows what is
    undone, line by line.

    \b
    Examples:
      claimtrack undo --dry-run
      claimtrack undo
    """
    from claimtrack import ledger as book

    with refusals():
        undone = book.undo(opening.locate(ledger), dry_run=dry_run)
    dry = ": dry run, nothing was written" if dry_run else ""
    for file in undone:
        output.write([f"{opening.shortened(file.file)}{dry}"])
        output.write(f"  {line}" for line in file.lines())
