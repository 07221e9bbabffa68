"""What the ledger says of an article, an actor or a topic, changed: article, actor, topic."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from claimtrack.cli import opening
from claimtrack.cli.arguments import choosing, options
from claimtrack.cli.arguments.typed_values import day
from claimtrack.cli.console import output
from claimtrack.cli.failure import Failure, refusals

_DAYS = ("published", "retrieved")
_CHANGED = {True: "would change", False: "changed"}

Pairs = Annotated[
    list[str],
    typer.Argument(
        metavar="FIELD=VALUE…", help="An empty value removes the field; += adds to a list."
    ),
]


def article(
    ident: Annotated[
        str, typer.Argument(metavar="ID", help="Id of an article; part of it is enough.")
    ],
    pairs: Pairs,
    dry_run: options.DryRun = False,
    ledger: options.Ledger = None,
) -> None:
    """Change what the ledger knows about an article.

    Fields: published, outlet, reliability, title, url and others.

    \b
    Examples:
      claimtrack article nato-bestaetigt reliability=B
      claimtrack article nato-bestaetigt published=28.10.2024 outlet="Wiener Zeitung"
    """
    path = opening.locate(ledger)
    _set(path, "articles", choosing.article_id(opening.head(path), ident), pairs, dry_run=dry_run)


def actor(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name to show.")],
    pairs: Pairs,
    dry_run: options.DryRun = False,
    ledger: options.Ledger = None,
) -> None:
    """Say who somebody is: aliases, kind, of, reliability.

    Adds the actor if the ledger has none of that name. Filters then find it by its aliases, too.

    \b
    Examples:
      claimtrack actor "Mark Rutte" aliases+=Rutte
      claimtrack actor Yonhap kind=outlet of=Südkorea reliability=B
    """
    _set(opening.locate(ledger), "actors", name, pairs, dry_run=dry_run)


def topic(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name to show.")],
    pairs: Pairs,
    dry_run: options.DryRun = False,
    ledger: options.Ledger = None,
) -> None:
    """Name a topic, and the words that point to it.

    To put single claims under a topic, use `claimtrack set ID topic=NAME`.

    \b
    Examples:
      claimtrack topic Soldaten words="nordkoreanische Soldaten,nordkoreanische Truppen"
      claimtrack topic Soldaten words+=Kämpfer
    """
    _set(opening.locate(ledger), "topics", name, pairs, dry_run=dry_run)


def _set(path: Path, section: str, name: str, pairs: Sequence[str], *, dry_run: bool) -> None:
    from claimtrack.ledger import set_entry

    if not name.strip():
        raise Failure("the name is empty", f"`claimtrack {section}` shows the names")
    values = {}
    for pair in pairs:
        field, equals, value = pair.partition("=")
        if not equals:
            raise Failure(f"{pair!r}: expected FIELD=VALUE", "for example reliability=B")
        is_day = field in _DAYS and value.strip()
        values[field] = day(value, field) if is_day else value
    with refusals():
        result = set_entry(path, section, name, values, dry_run=dry_run)
    if result.place is None:
        output.write([f"{name} is unchanged"])
        return
    verdict = ("would be added" if dry_run else "added") if result.added else _CHANGED[dry_run]
    output.write([f"{opening.shortened(Path(result.place))}: {name} {verdict}"])
