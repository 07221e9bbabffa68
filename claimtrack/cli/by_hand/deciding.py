"""Deciding on claims: set, accept, reject, note, tag."""

from __future__ import annotations

from typing import Annotated

import typer

from claimtrack.analysis.filters import Filters
from claimtrack.cli.arguments import options
from claimtrack.cli.arguments.filtered import filtered
from claimtrack.cli.failure import Failure

Ids = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[ID…]", help="Ids of claims; part of an id is enough. Or use the filters of list."
    ),
]


@filtered
def set_(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="[ID…] FIELD=VALUE…",
            help="Claims (part of an id is enough), then fields; an empty value removes the field.",
        ),
    ],
    filters: Filters,
    dry_run: options.DryRun = False,
    ledger: options.Ledger = None,
) -> None:
    """Change fields of claims, named by id or chosen by filters.

    No other byte of the file changes.

    \b
    Examples:
      claimtrack set rutte-7k2f9q confidence=likely note="zweite Quelle fehlt"
      claimtrack set 7k2f9q actor="Mark Rutte" tags+=prüfen
      claimtrack set 7k2f9q figures="12.000 Menschen killed; rund 300 Häuser"
      claimtrack set 7k2f9q figures.0.state=wounded
      claimtrack set topic=Soldaten --text Soldaten --state sent --dry-run
    """
    from claimtrack.cli.by_hand import chosen_claims
    from claimtrack.ledger import set_fields

    ids = [word for word in words if "=" not in word]
    pairs = [word.partition("=") for word in words if "=" in word]
    if not pairs:
        raise Failure(f"{ids[-1]!r}: expected FIELD=VALUE", "for example confidence=likely")
    fields = {name: chosen_claims.value(name, value) for name, _, value in pairs}
    with chosen_claims.chosen(
        ledger, ids, filters, such_as="set 7k2f9q confidence=likely"
    ) as claims:
        claims.tell(set_fields(claims.path, claims.ids, fields, dry_run=dry_run), dry_run)


@filtered
def accept(
    filters: Filters,
    ids: Ids = None,
    dry_run: options.DryRun = False,
    ledger: options.Ledger = None,
) -> None:
    """Accept claims, named by id or chosen by filters.

    \b
    Examples:
      claimtrack accept rutte-7k2f9q nis-77d0aa
      claimtrack accept --article nato --min-score 0.9
    """
    from claimtrack.cli.by_hand import chosen_claims

    chosen_claims.decide(ledger, ids or (), filters, "accepted", dry_run=dry_run)


@filtered
def reject(
    filters: Filters,
    ids: Ids = None,
    dry_run: options.DryRun = False,
    ledger: options.Ledger = None,
) -> None:
    """Reject claims, named by id or chosen by filters.

    They stay in the file but are no longer compared.

    \b
    Examples:
      claimtrack reject claim-1f3b92
      claimtrack reject --kind free_indirect --actor Kreml --dry-run
    """
    from claimtrack.cli.by_hand import chosen_claims

    chosen_claims.decide(ledger, ids or (), filters, "rejected", dry_run=dry_run)


def note(
    ident: options.Id,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="Your remark.")],
    ledger: options.Ledger = None,
) -> None:
    """Add a remark to a claim.

    It follows the remarks already there. To replace them, use `claimtrack set ID note=TEXT`.

    \b
    Examples:
      claimtrack note rutte-7k2f9q "zweite Quelle fehlt"
    """
    from claimtrack.analysis.filters import Filters
    from claimtrack.cli.by_hand import chosen_claims
    from claimtrack.ledger import add_note

    with chosen_claims.chosen(ledger, [ident], Filters()) as claims:
        claims.tell(add_note(claims.path, claims.ids, text))


@filtered
def tag(
    words: Annotated[
        list[str],
        typer.Argument(metavar="[ID] WORD…", help="A claim and its tags; with filters, only tags."),
    ],
    filters: Filters,
    remove: Annotated[bool, typer.Option("--remove", help="Remove the tags.")] = False,
    dry_run: options.DryRun = False,
    ledger: options.Ledger = None,
) -> None:
    """Add tags to claims, or remove them.

    With filters, all words are tags, for every claim that the filters choose.

    \b
    Examples:
      claimtrack tag rutte-7k2f9q prüfen nato
      claimtrack tag rutte-7k2f9q prüfen --remove
      claimtrack tag prüfen --actor Kreml --since 2025
    """
    from claimtrack.cli.by_hand import chosen_claims
    from claimtrack.ledger import tag as put
    from claimtrack.ledger import untag

    ids, tags = ([], words) if filters != Filters() else (words[:1], words[1:])
    if not all(word.strip() for word in tags) or not tags:
        raise Failure("no tag is given", "claimtrack tag ID WORD…")
    with chosen_claims.chosen(ledger, ids, filters, such_as="tag 7k2f9q prüfen") as claims:
        done = untag if remove else put
        claims.tell(done(claims.path, claims.ids, tags, dry_run=dry_run), dry_run)
