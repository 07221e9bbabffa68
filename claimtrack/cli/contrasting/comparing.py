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
        typer.Argument(metavar="[ID ID]", help="Two claims: say why they were compared, or not."),
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
        bool, typer.Option("--since-last", help="Only what no run of this ledger has shown so far.")
    ] = False,
    limit: Annotated[
        int | None,
        typer.Option("--limit", metavar="N", min=0, help="The first N questions only."),
    ] = None,
    show_all: Annotated[
        bool, typer.Option("--all", help="Also updates, different phases, same origins, rulings.")
    ] = False,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 1 when there is one.")
    ] = False,
    form: options.Format = "table",
    ledger: options.Ledger = None,
) -> None:
    """Show where sources contradict each other, and why.

    Many are told at a glance first. Event by event, in each topic figures first, then reversals,
    stances, retellings; the worst first. Sources that agree stand together. A filter of claims
    wants one side that passes; --until wants both to be said by then.

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
        list[str], typer.Argument(metavar="ID ID", help="Two claims; a part of each id will do.")
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
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who decides.")] = None,
    dry_run: options.DryRun = False,
    ledger: options.Ledger = None,
) -> None:
    """Decide on two claims, in the ledger's rulings.

    Until one of its claims changes the pair is quiet, and `conflicts --all` still shows it; what
    is ruled a conflict or a tension stays in view.

    \b
    Examples:
      claimtrack rule isw-3f9a02 nis-77d0aa --verdict update --why "NIS meant the first wave"
      claimtrack rule 3f9a02 77d0aa --verdict "no conflict" --why "two villages" --by ab
    """
    from claimtrack.cli.contrasting import disputes

    by = by or heeded(ledger).text("by")
    disputes.rule(ledger, ids, disputes.Decision(verdict, why, by), dry_run=dry_run)


def event(
    what: Annotated[str, typer.Argument(metavar="join|apart", help="One event, or another one.")],
    articles: Annotated[
        list[str],
        typer.Argument(metavar="ARTICLE ARTICLE…", help="Articles; a part of an id will do."),
    ],
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help="What to call the event.")
    ] = None,
    dry_run: options.DryRun = False,
    ledger: options.Ledger = None,
) -> None:
    """Say which articles tell of one event, in the ledger's events.

    `join`: the articles tell of one event, that of the first that is in one. `apart`: the first
    article tells of another event than the others. Claims are compared within an event;
    `conflicts ID ID` says why two articles are, or are not, taken for one.

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
            metavar="[A]", help="An article, an outlet, a ledger file, a revision of it, filters."
        ),
    ] = None,
    b: Annotated[str | None, typer.Argument(metavar="[B]", help="The other one.")] = None,
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
    """Hold two sources side by side.

    What both have and in which words they differ, where they count the same thing, what one has
    alone. A comma belongs to a filter's value where no NAME= follows. A revision of git, such as
    HEAD~1, is the ledger as it was then.

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
