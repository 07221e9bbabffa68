"""What comparing came to, in its order, each made whole for an analyst when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from claimtrack.conflicts.results.order import ordered
from claimtrack.conflicts.results.outcome import Outcome
from claimtrack.conflicts.results.values import Conflict, Side
from claimtrack.conflicts.statement.statement import Statement
from claimtrack.identity import ruling_stamp
from claimtrack.model import Claim, Ruling, Source


class Cited(NamedTuple):
    """A claim, the line where it stands (0 when unknown), and its article."""

    claim: Claim
    line: int
    source: Source | None


Cite = Callable[[str], Cited]
"""The claim of an id. Raises KeyError for an unknown one."""


class Settled(NamedTuple):
    """What an analyst decided; ``stale`` when a claim has changed since."""

    ruling: Ruling
    stale: bool


@dataclass(frozen=True, slots=True)
class Disputes:
    """All that does not go together in a ledger, in the order of showing."""

    outcomes: tuple[Outcome, ...]
    cite: Cite
    settled: Mapping[frozenset[str], Settled]

    def is_shown(self, outcome: Outcome) -> bool:
        """Whether it is shown without being asked for: a contradiction that nobody ruled on."""
        return outcome.contradicts and self._is_open(outcome)

    def told_as(self, outcome: Outcome) -> str:
        """Its verdict, or that an analyst ruled on it."""
        return outcome.verdict if self._is_open(outcome) else "ruled"

    def _is_open(self, outcome: Outcome) -> bool:
        ruled = self.settled.get(outcome.ids) if self.settled else None
        return ruled is None or ruled.stale

    def conflict(self, outcome: Outcome) -> Conflict:
        """An outcome with its claims."""
        settled = self.settled.get(outcome.ids)
        one, other = (_side(outcome, at, self.cite(outcome.claims[at])) for at in (0, 1))
        return Conflict(
            kind=outcome.kind,
            verdict=outcome.verdict,
            reason=outcome.reason,
            sides=(one, other),
            topic=outcome.topic,
            phase=outcome.phase,
            gap=outcome.gap,
            ruling=settled.ruling if settled else None,
            stale=settled is not None and settled.stale,
            also=outcome.also,
        )

    def __iter__(self) -> Iterator[Conflict]:
        return map(self.conflict, self.outcomes)


def arranged(outcomes: Sequence[Outcome], rulings: Iterable[Ruling], cite: Cite) -> Disputes:
    """Outcomes in the order of showing, which hangs on what an analyst ruled."""
    found = Disputes(tuple(outcomes), cite, _settled(outcomes, rulings, cite))
    return replace(found, outcomes=tuple(ordered(outcomes, found.is_shown)))


def _settled(
    outcomes: Iterable[Outcome], rulings: Iterable[Ruling], cite: Cite
) -> dict[frozenset[str], Settled]:
    """The rulings on pairs that were found, the last one on each."""
    last = {frozenset(ruling.claims): ruling for ruling in rulings}
    found = {outcome.ids for outcome in outcomes} & last.keys() if last else ()
    return {ids: Settled(last[ids], _is_stale(last[ids], cite)) for ids in found}


def _is_stale(ruling: Ruling, cite: Cite) -> bool:
    """Whether a claim says something else than when it was ruled on."""
    marks = zip(ruling.claims, ruling.stamps, strict=False)
    return any(ruling_stamp(cite(ident).claim) != mark for ident, mark in marks)


def citing(statements: Iterable[Statement], lines: Mapping[str, int]) -> Cite:
    """How to find the claims of some statements; ``lines`` say where they stand."""
    known = {each.claim.id: each for each in statements}

    def cite(ident: str) -> Cited:
        return Cited(known[ident].claim, lines.get(ident, 0), known[ident].source)

    return cite


def _side(outcome: Outcome, at: int, cited: Cited) -> Side:
    claim, line, source = cited
    return Side(
        claim=claim,
        figure=claim.figures[outcome.figures[at]] if outcome.figures else None,
        origins=outcome.origins[at],
        line=line,
        outlet=source.outlet if source else None,
        reported=claim.reported or (source.published if source else None),
        stands=outcome.stands[at],
    )
