"""Deciding on claims: set, accept, reject, note, tag."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from claimtrack.analysis.filters import Filters
from claimtrack.cli import locations, opening
from claimtrack.cli.arguments import choosing, options
from claimtrack.cli.arguments.choosing import filtered
from claimtrack.cli.arguments.typed_values import day, figures, is_as_in_the_file
from claimtrack.cli.console import output
from claimtrack.cli.failure import Failure, refusals
from claimtrack.fields import FIELDS
from claimtrack.model import Figure, Ledger

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
    from claimtrack.ledger import set_fields

    ids = [word for word in words if "=" not in word]
    pairs = [word.partition("=") for word in words if "=" in word]
    if not pairs:
        raise Failure(f"{ids[-1]!r}: expected FIELD=VALUE", "for example confidence=likely")
    fields = {name: _as_typed(name, value) for name, _, value in pairs}
    with chosen(ledger, ids, filters, such_as="set 7k2f9q confidence=likely") as claims:
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

    decide(ledger, ids or (), filters, "accepted", dry_run=dry_run)


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

    decide(ledger, ids or (), filters, "rejected", dry_run=dry_run)


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
    from claimtrack.ledger import add_note

    with chosen(ledger, [ident], Filters()) as claims:
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
    from claimtrack.ledger import tag as put
    from claimtrack.ledger import untag

    ids, tags = ([], words) if filters != Filters() else (words[:1], words[1:])
    if not all(word.strip() for word in tags) or not tags:
        raise Failure("no tag is given", "claimtrack tag ID WORD…")
    with chosen(ledger, ids, filters, such_as="tag 7k2f9q prüfen") as claims:
        done = untag if remove else put
        claims.tell(done(claims.path, claims.ids, tags, dry_run=dry_run), dry_run)


DAYS = frozenset(field.name for field in FIELDS if field.sort == "day")
"""Fields that hold a day."""
SHOWN = 20
"""So many of the changed claims are named; of more, how many."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The claims that a command is about."""

    ledger: Ledger
    ids: tuple[str, ...]
    named: bool

    @property
    def path(self) -> Path:
        """The ledger's file or folder."""
        return Path(self.ledger.path)

    def tell(self, changed: Sequence[str], dry_run: bool = False) -> None:
        """Write which of them changed, and where they stand."""
        verdict = "would change" if dry_run else "changed"
        moved = set(changed)
        verdicts = {
            claim_id: verdict if claim_id in moved else "already so" for claim_id in self.ids
        }
        shown = self.ids if self.named else changed
        output.write(self._line(ident, verdicts[ident]) for ident in shown[:SHOWN])
        if len(shown) > SHOWN:
            output.write([f"… and {len(shown) - SHOWN} more"])
        if not self.named:
            of = output.counted(len(self.ids), "claim")
            output.remark(f"{len(changed)} of {of} {verdict}")

    def _line(self, ident: str, verdict: str) -> str:
        line = self.ledger.lines.get(ident, 0)
        return f"{locations.file_of(self.ledger, ident)}:{line}: {ident} {verdict}"


@contextmanager
def chosen(
    given: Path | None, typed: Sequence[str], filters: Filters, *, such_as: str = "accept 7k2f9q"
) -> Iterator[Chosen]:
    """The claims with these ids, or all that match; what the ledger refuses is told in words.

    ``such_as`` is how the command is written with an id, for who named neither.
    """
    if bool(typed) == (filters != Filters()):
        filtered = f"{such_as.replace(' 7k2f9q', '')} --actor Rutte"
        raise Failure(
            "name claims by their ids, or choose them by filters" + (", not both" if typed else ""),
            f"for example `claimtrack {such_as}` or `claimtrack {filtered}`",
        )
    if typed:
        ledger = opening.named(given, typed)
        ids = tuple(dict.fromkeys(choosing.one(ledger, part).id for part in typed))
    else:
        ledger, matching, *_ = opening.matching(given, filters)
        ids = tuple(claim.id for claim in matching)
        if not ids:
            choosing.say_why_none(opening.alone(ledger, filters), filters)
    with refusals():
        yield Chosen(ledger, ids, bool(typed))


def _as_typed(field: str, typed: str) -> str | tuple[Figure, ...]:
    """What was typed for a field; a day as `add` takes it, in EDTF; figures in words."""
    if field == "figures" and typed.strip() and not is_as_in_the_file(typed):
        return figures(typed)
    return day(typed, field) if field in DAYS and typed.strip() else typed


def decide(
    given: Path | None, typed: Sequence[str], filters: Filters, status: str, *, dry_run: bool
) -> None:
    """Give claims a status and write which of them changed."""
    from claimtrack.ledger import set_fields

    with chosen(given, typed, filters, such_as=f"{status.removesuffix('ed')} 7k2f9q") as claims:
        fields = {"status": status}
        claims.tell(set_fields(claims.path, claims.ids, fields, dry_run=dry_run), dry_run)
