"""The commands, in the order in which help lists them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from claimtrack.cli import (
    accounting,
    browsing,
    comparing,
    configuring,
    deciding,
    entries,
    exporting,
    handwork,
    importing,
    keeping,
    listing,
    reading,
    reporting,
    reviewing,
    shells,
    timing,
)

COMMANDS: dict[str, Callable[..., None]] = {
    "ingest": reading.ingest,
    "extract": reading.extract,
    "import": importing.import_,
    "explain": reading.explain,
    "list": listing.list_,
    "show": browsing.show,
    "timeline": timing.timeline,
    "actors": browsing.actors,
    "articles": browsing.articles,
    "topics": browsing.topics,
    "conflicts": comparing.conflicts,
    "rule": comparing.rule,
    "event": comparing.event,
    "diff": comparing.diff,
    "coverage": accounting.coverage,
    "report": reporting.report,
    "export": exporting.export,
    "check": keeping.check,
    "review": reviewing.review,
    "set": deciding.set_,
    "accept": deciding.accept,
    "reject": deciding.reject,
    "note": deciding.note,
    "tag": deciding.tag,
    "add": handwork.add,
    "article": entries.article,
    "actor": entries.actor,
    "topic": entries.topic,
    "edit": handwork.edit,
    "undo": handwork.undo,
    "merge-file": keeping.merge_file,
    "schema": keeping.schema,
    "config": configuring.config,
    "completion": shells.completion,
    "man": shells.man,
}


def program(first: str | None = None) -> typer.Typer:
    """The commands as one program.

    When the first argument names a command, that one alone: typer takes a millisecond to make a
    command of a function, and every start would pay for all of them.
    """
    made = typer.Typer(
        name="claimtrack",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100},
    )
    made.callback()(claimtrack)
    for name in [first] if first in COMMANDS else COMMANDS:
        made.command(name)(COMMANDS[name])
    return made


def _version(asked: bool) -> None:
    if asked:
        from claimtrack import __version__
        from claimtrack.cli.output import write

        write([f"claimtrack {__version__}"])
        raise typer.Exit


def claimtrack(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
    no_pager: Annotated[
        bool, typer.Option("--no-pager", help="Never page output; may stand anywhere.")
    ] = False,
) -> None:
    """Who said what, when, with what confidence: a ledger of claims read out of German news.

    \b
    Examples:
      claimtrack ingest articles/        read articles into claims.yaml
      claimtrack list --actor Rutte      what one actor said
      claimtrack conflicts               where sources contradict each other
      claimtrack COMMAND --help          options and examples of a command
    """
