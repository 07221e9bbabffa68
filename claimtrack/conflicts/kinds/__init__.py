"""Every kind of conflict: what searches for it, and where it is shown."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimtrack.conflicts.events import Links
    from claimtrack.conflicts.finding import Finding
    from claimtrack.conflicts.statement.statement import Statement


class Kind(NamedTuple):
    """A module of this package, and its place among the kinds of a topic, the lowest first.

    The module is loaded when it searches: what was found before is shown without it. Where a kind
    chooses among its findings, ``ties`` gives what those have in common among which it does:
    statements with one tie are looked at together, in whichever events they are told.
    """

    name: str
    place: int
    chooses: bool = False

    def find(self, statements: Sequence[Statement], links: Links) -> Iterator[Finding]:
        """What it finds in some statements."""
        findings: Iterator[Finding] = self._module.find(statements, links)
        return findings

    def ties(self, statement: Statement) -> Iterable[tuple[str, ...]]:
        """What a statement is tied to others by; nothing where the kind keeps all it finds."""
        ties: Iterable[tuple[str, ...]] = self._module.ties(statement) if self.chooses else ()
        return ties

    @property
    def _module(self) -> Any:
        return import_module(f"{__name__}.{self.name}")


KINDS = {
    kind.name: kind
    for kind in (
        Kind("retelling", place=4),
        Kind("reversal", place=2, chooses=True),
        Kind("stance", place=3, chooses=True),
        Kind("figure", place=1),
    )
}
"""In the order of the search: where two kinds find the same two claims, the earlier one has them.

Figures are shown first, since they are what can be checked.
"""
