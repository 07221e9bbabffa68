"""Writing into the ledger by hand: add, edit, undo."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from inspect import Parameter, signature
from typing import Annotated, Any

import typer

from claimtrack.cli import opening
from claimtrack.cli.arguments import options
from claimtrack.cli.console import output
from claimtrack.fields import FIELDS


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
    own = signature(command, eval_str=True).parameters.values()
    own_options = [
        parameter.replace(kind=Parameter.KEYWORD_ONLY)
        for parameter in own
        if parameter.name != "fields"
    ]
    fields = list(_options())
    shown = [*own_options[:-1], *fields, *own_options[-1:]]  # --ledger comes last

    @wraps(command)
    def run(**given: Any) -> None:
        command(fields={parameter.name: given.pop(parameter.name) for parameter in fields}, **given)

    run.__signature__ = signature(command).replace(parameters=shown)  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in shown}
    del run.__wrapped__  # its annotations are no longer these
    return run


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
    from claimtrack.cli.by_hand import adding

    adding.add(opening.locate(ledger), article, {**fields, "quote": words})


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
    from claimtrack.cli.failure import refusals

    with refusals():
        undone = book.undo(opening.locate(ledger), dry_run=dry_run)
    dry = ": dry run, nothing was written" if dry_run else ""
    for file in undone:
        output.write([f"{opening.shortened(file.file)}{dry}"])
        output.write(f"  {line}" for line in file.lines())
