"""Claims chosen to be changed, by ids or filters; the change made and told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from claimtrack.analysis.filters import Filters
from claimtrack.cli import locations, opening
from claimtrack.cli.arguments import choosing
from claimtrack.cli.arguments.typed_figures import figures, is_as_in_the_file
from claimtrack.cli.by_hand.adding import day
from claimtrack.cli.console import output
from claimtrack.cli.failure import Failure, refusals
from claimtrack.fields import FIELDS
from claimtrack.model import Figure, Ledger

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


def value(field: str, typed: str) -> str | tuple[Figure, ...]:
    """What was typed for a field; a day as `add` takes it, in EDTF; figures in words."""
    if field == "figures" and typed.strip() and not is_as_in_the_file(typed):
        return figures(typed)
    return (day(typed, field) or "") if field in DAYS and typed.strip() else typed


def decide(
    given: Path | None, typed: Sequence[str], filters: Filters, status: str, *, dry_run: bool
) -> None:
    """Give claims a status and write which of them changed."""
    from claimtrack.ledger import set_fields

    with chosen(given, typed, filters, such_as=f"{status.removesuffix('ed')} 7k2f9q") as claims:
        fields = {"status": status}
        claims.tell(set_fields(claims.path, claims.ids, fields, dry_run=dry_run), dry_run)
