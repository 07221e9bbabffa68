"""The commands, in the order in which help lists them."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Annotated, NamedTuple

import typer


class Command(NamedTuple):
    """Where the function of a command is, and the first sentence of its help.

    Both stand here, so that only the module of the command that runs is imported, and for the
    list of commands none.
    """

    place: str
    brief: str


COMMANDS = {
    "ingest": Command(
        "ingesting.reading.ingest", "Read articles and merge their claims into the ledger."
    ),
    "extract": Command("ingesting.reading.extract", "Read articles and print the claims in them."),
    "import": Command("ingesting.importing.import_", "Import claims from tables into the ledger."),
    "explain": Command(
        "ingesting.reading.explain", "Show how the parser reads a text, rule by rule."
    ),
    "list": Command("looking.browsing.list_", "List claims, in the order in which they were made."),
    "show": Command(
        "looking.browsing.show", "Show claims in full, their words marked in the sentence."
    ),
    "timeline": Command("looking.timing.timeline", "Show who said what when, one line per claim."),
    "actors": Command(
        "looking.browsing.actors", "Show who makes claims, how many, and in how many articles."
    ),
    "articles": Command(
        "looking.browsing.articles", "Show the articles and the number of claims in each."
    ),
    "topics": Command("looking.browsing.topics", "Show what the claims are about."),
    "conflicts": Command(
        "contrasting.comparing.conflicts", "Show where sources contradict each other, and why."
    ),
    "rule": Command("contrasting.comparing.rule", "Rule on a pair of claims."),
    "event": Command(
        "contrasting.comparing.event",
        "Say which articles report the same event.",
    ),
    "diff": Command("contrasting.comparing.diff", "Compare two sources side by side."),
    "coverage": Command(
        "looking.article_gaps.coverage",
        "Show figures, quotations and speech acts that no claim covers.",
    ),
    "report": Command(
        "sending_out.for_others.report",
        "Write a page for an editor: contradictions, claims, articles.",
    ),
    "export": Command(
        "sending_out.for_others.export", "Write the whole ledger for other programs."
    ),
    "check": Command(
        "upkeep.keeping.check", "Show every problem of the ledger, with line and column."
    ),
    "review": Command(
        "by_hand.reviewing.review", "Decide on claims beside their article, one key each."
    ),
    "set": Command(
        "by_hand.deciding.set_", "Change fields of claims, named by id or chosen by filters."
    ),
    "accept": Command(
        "by_hand.deciding.accept", "Accept claims, named by id or chosen by filters."
    ),
    "reject": Command(
        "by_hand.deciding.reject", "Reject claims, named by id or chosen by filters."
    ),
    "note": Command("by_hand.deciding.note", "Add a remark to a claim."),
    "tag": Command("by_hand.deciding.tag", "Add tags to claims, or remove them."),
    "add": Command("by_hand.handwork.add", "Add a claim by hand."),
    "article": Command(
        "by_hand.entry_fields.article", "Change what the ledger knows about an article."
    ),
    "actor": Command(
        "by_hand.entry_fields.actor", "Say who somebody is: aliases, kind, of, reliability."
    ),
    "topic": Command("by_hand.entry_fields.topic", "Name a topic, and the words that point to it."),
    "edit": Command(
        "by_hand.handwork.edit", "Open the ledger in your editor, and check it afterwards."
    ),
    "undo": Command("by_hand.handwork.undo", "Undo the last change made by claimtrack."),
    "merge-file": Command(
        "upkeep.keeping.merge_file", "Merge two versions of a ledger, as git's merge driver."
    ),
    "schema": Command("upkeep.keeping.schema", "Print the ledger's JSON Schema, for editors."),
    "config": Command(
        "upkeep.configuring.config", "Show all settings, their values and where they come from."
    ),
    "completion": Command("upkeep.configuring.completion", "Print a script for tab completion."),
    "man": Command("upkeep.configuring.man", "Print the man page: the help of all commands."),
}


def function(name: str) -> Callable[..., None]:
    """The function that is the command of this name."""
    module, _, attribute = COMMANDS[name].place.rpartition(".")
    command: Callable[..., None] = getattr(import_module(f"claimtrack.cli.{module}"), attribute)
    return command


def program(first: str | None = None) -> typer.Typer:
    """The commands as one program.

    When the first argument names a command, that one alone: typer takes a millisecond to make a
    command of a function, and every start would pay for all of them. Where it asks what there is,
    the commands have their names and nothing else.
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
        command = _nothing if first in HELP else function(name)
        made.command(name, help=COMMANDS[name].brief if first in HELP else None)(command)
    return made


HELP = ("--help", "-h")


def _nothing() -> None:
    """Stands for a command that is listed and does not run."""


def _version(wanted: bool) -> None:
    if wanted:
        from claimtrack import __version__
        from claimtrack.cli.console.output import write

        write([f"claimtrack {__version__}"])
        raise typer.Exit


def claimtrack(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
    no_pager: Annotated[
        bool, typer.Option("--no-pager", help="Never page output. Can be given anywhere.")
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
