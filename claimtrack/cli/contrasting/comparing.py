"""Comparing sources: conflicts, what an analyst rules on them, diff."""

from __future__ import annotations

from typing import Annotated

import typer

from claimtrack.cli.arguments import options
from claimtrack.cli.failure import Failure, one_of
from claimtrack.cli.settings import heeded


def conflicts(
    ids: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ID ID]", help="Two claims: explain why they were or were not compared."
        ),
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option("--kind", metavar="WORD", help="figure, stance, reversal, retelling."),
    ] = None,
    topic: options.Topic = None,
    actor: options.Actor = None,
    article: options.Article = None,
    outlet: options.Outlet = None,
    verdict: Annotated[
        list[str] | None,
        typer.Option(
            "--verdict",
            metavar="WORD",
            help="conflict, tension, update, 'different phase', 'same origin', 'no conflict'.",
        ),
    ] = None,
    status: options.Status = None,
    tag: options.Tag = None,
    since: options.Since = None,
    until: options.Until = None,
    since_last: Annotated[
        bool,
        typer.Option("--since-last", help="Only what no earlier run on this ledger has shown."),
    ] = False,
    limit: Annotated[
        int | None,
        typer.Option("--limit", metavar="N", min=0, help="Show only the first N questions."),
    ] = None,
    show_all: Annotated[
        bool,
        typer.Option(
            "--all", help="Also show updates, different phases, same origins and rulings."
        ),
    ] = False,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 1 if there is a conflict.")
    ] = False,
    form: options.Format = "table",
    ledger: options.Ledger = None,
) -> None:
    """Show where sources contradict each other, and why.

    Starts with an overview if there are many. They are sorted by event and topic: figures first,
    then reversals, stances and retellings, the worst first. Sources that agree form one side. A
    filter of claims must match one side of a pair; --until must match both.

    \b
    Examples:
      claimtrack conflicts
      claimtrack conflicts --topic Soldaten --all
      claimtrack conflicts --kind reversal --actor Russland
      claimtrack conflicts --verdict conflict --limit 10
      claimtrack conflicts --since-last --format md
      claimtrack conflicts nis-7k2f9q isw-3f9a02
      claimtrack conflicts --format json --exit-code
    """
    from claimtrack.cli.contrasting import disputes
    from claimtrack.cli.contrasting.dispute_filters import Asked
    from claimtrack.render import FORMATS

    one_of(form, FORMATS, "--format")
    if ids:
        disputes.explain(ledger, ids, form)
        return
    request = Asked(
        kinds=tuple(kind or ()), verdicts=tuple(verdict or ()), topics=tuple(topic or ()),
        actors=tuple(actor or ()), articles=tuple(article or ()), outlets=tuple(outlet or ()),
        statuses=tuple(status or ()), tags=tuple(tag or ()), since=since, until=until,
        since_last=since_last, limit=limit, whole=show_all,
    )  # fmt: skip
    shown = disputes.show(ledger, request, form)
    if exit_code and shown:
        raise typer.Exit(1)


def rule(
    ids: Annotated[
        list[str], typer.Argument(metavar="ID ID", help="Two claims; part of each id is enough.")
    ],
    verdict: Annotated[
        str,
        typer.Option(
            "--verdict",
            metavar="WORD",
            help="conflict, tension, update, 'different phase', 'same origin', 'no conflict'.",
        ),
    ],
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="Your reason.")],
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who rules.")] = None,
    dry_run: options.DryRun = False,
    ledger: options.Ledger = None,
) -> None:
    """Rule on a pair of claims.

    `conflicts` then hides the pair until one of its claims changes; `conflicts --all` still shows
    it. A pair that is ruled a conflict or a tension stays in view. The ruling is written to the
    ledger.

    \b
    Examples:
      claimtrack rule isw-3f9a02 nis-77d0aa --verdict update --why "NIS meant the first wave"
      claimtrack rule 3f9a02 77d0aa --verdict "no conflict" --why "two villages" --by ab
    """
    from claimtrack.cli.contrasting import disputes

    by = by or heeded(ledger).text("by")
    disputes.rule(ledger, ids, disputes.Decision(verdict, why, by), dry_run=dry_run)


def event(
    what: Annotated[
        str, typer.Argument(metavar="join|apart", help="Same event, or different ones.")
    ],
    articles: Annotated[
        list[str],
        typer.Argument(metavar="ARTICLE ARTICLE…", help="Articles; part of an id is enough."),
    ],
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help="Name of the event.")
    ] = None,
    dry_run: options.DryRun = False,
    ledger: options.Ledger = None,
) -> None:
    """Say which articles report the same event.

    `join`: all these articles report one event; if one of them already has an event, that one.
    `apart`: the first article reports a different event from the others. Claims are compared
    within an event; `conflicts ID ID` explains why two articles count as one event or not. This
    is written to the ledger.

    \b
    Examples:
      claimtrack event join nato-bestaetigt von-pjoengjang --name "Nordkoreaner in Kursk"
      claimtrack event apart nato-bestaetigt von-pjoengjang --dry-run
    """
    from claimtrack.cli.contrasting import occasions

    occasions.write(ledger, what, articles, name, dry_run=dry_run)


def diff(
    a: Annotated[
        str | None,
        typer.Argument(
            metavar="[A]", help="An article, outlet, ledger file, git revision, or filters."
        ),
    ] = None,
    b: Annotated[str | None, typer.Argument(metavar="[B]", help="The other side.")] = None,
    of_a: Annotated[
        list[str] | None,
        typer.Option(
            "--a", metavar="NAME=VALUE,…", help="A as filters: outlet, agency, actor, since …"
        ),
    ] = None,
    of_b: Annotated[
        list[str] | None, typer.Option("--b", metavar="NAME=VALUE,…", help="B as filters.")
    ] = None,
    form: options.Format = "table",
    ledger: options.Ledger = None,
) -> None:
    """Compare two sources side by side.

    Shows what both have and which words differ, where they count the same thing, and what only
    one has. A comma not followed by NAME= belongs to the filter's value. A git revision such as
    HEAD~1 stands for the ledger at that revision.

    \b
    Examples:
      claimtrack diff nato-bestaetigt-entsendung von-pjoengjang-an-die-front
      claimtrack diff --a outlet="Tiroler Zeitung" --b agency=Reuters
      claimtrack diff --a actor=Russland,until=2024-12 --b actor=Russland,since=2025
      claimtrack diff old/claims.yaml claims.yaml
    """
    from claimtrack.cli.contrasting import sides
    from claimtrack.render import FORMATS

    one_of(form, FORMATS, "--format")
    typed = [
        typed_side
        for typed_side in (",".join(of_a or ()), a, b, ",".join(of_b or ()))
        if typed_side
    ]
    if len(typed) != 2:
        raise Failure(f"expected two sides, not {len(typed)}", "claimtrack diff A B")
    sides.show(typed[0], typed[1], ledger, form)
