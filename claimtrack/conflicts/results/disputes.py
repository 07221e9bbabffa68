"""What comparing came to, in its order, each made whole for an analyst when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.conflicts.results.blocks import block_ids
from claimtrack.conflicts.results.event_titles import Event, told_apart
from claimtrack.conflicts.results.order import ordered
from claimtrack.conflicts.results.outcome import Outcome, Pair
from claimtrack.conflicts.results.values import Conflict, Side
from claimtrack.conflicts.verdicts import NOT_COMPARED, SHOWN
from claimtrack.ids import ruling_stamp
from claimtrack.model import Claim, Figure, Ledger, Ruling, Source

if TYPE_CHECKING:
    from claimtrack.conflicts.statement.statement import Statement


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
    blocks: Mapping[Pair, str]
    names: Mapping[Event, str]
    """What each event is called, no two alike."""
    aside: tuple[Outcome, ...] = ()
    """What was not compared, though it counts what is disputed in the same event."""

    def is_shown(self, outcome: Outcome) -> bool:
        """Whether it is shown without being asked for: a contradiction that nobody ruled none."""
        return self.verdict(outcome) in SHOWN

    def is_open(self, outcome: Outcome) -> bool:
        """Whether it is a contradiction that nobody ruled on."""
        return outcome.contradicts and self._ruled(outcome) is None

    def verdict(self, outcome: Outcome) -> str:
        """Its verdict: what an analyst ruled, else what comparing came to."""
        ruled = self._ruled(outcome)
        return ruled.verdict if ruled else outcome.verdict

    def told_as(self, outcome: Outcome) -> str:
        """Its verdict, or that an analyst ruled on it."""
        return outcome.verdict if self._ruled(outcome) is None else "ruled"

    def event(self, outcome: Outcome) -> str | None:
        """What its event is called."""
        return self.names.get(outcome.event) if outcome.event else None

    def block(self, outcome: Outcome) -> str | None:
        """The id of the block that it is in, if it is in one."""
        return self.blocks.get(outcome.pair)

    def _ruled(self, outcome: Outcome) -> Ruling | None:
        settled = self.settled.get(outcome.ids) if self.settled else None
        return None if settled is None or settled.stale else settled.ruling

    def conflict(self, outcome: Outcome) -> Conflict:
        """An outcome with its claims."""
        settled = self.settled.get(outcome.ids) if self.settled else None
        first, second = (_side(outcome, at, self.cite(outcome.claims[at])) for at in (0, 1))
        return Conflict(
            kind=outcome.kind,
            verdict=outcome.verdict,
            reason=outcome.reason,
            sides=(first, second),
            topic=outcome.topic,
            phase=outcome.phase,
            gap=outcome.gap,
            ruling=settled.ruling if settled else None,
            stale=settled is not None and settled.stale,
            also=outcome.also,
            event=self.event(outcome),
            block=self.block(outcome),
        )

    def __iter__(self) -> Iterator[Conflict]:
        return map(self.conflict, self.outcomes)


def arranged(outcomes: Sequence[Outcome], ledger: Ledger, cite: Cite) -> Disputes:
    """Outcomes in the order of showing, which hangs on what an analyst ruled.

    Of the ``ledger`` only its rulings, and its names of events, are looked at.
    """
    decided = [*ledger.rulings]
    aside = tuple(outcome for outcome in outcomes if outcome.verdict == NOT_COMPARED)
    outcomes = [outcome for outcome in outcomes if outcome.verdict != NOT_COMPARED]
    outcomes = [*outcomes, *_only_ruled(outcomes, decided, cite)]
    settled = _settled(outcomes, decided, cite)
    disputes = Disputes(
        tuple(outcomes),
        cite,
        settled,
        {},
        told_apart(outcome.event for outcome in outcomes if outcome.event)
        | _named_by_hand(outcomes, ledger, cite),
        aside,
    )
    blocks = block_ids(outcome for outcome in outcomes if disputes.is_shown(outcome))
    in_order = ordered(outcomes, disputes.is_shown, blocks)
    return replace(disputes, outcomes=tuple(in_order), blocks=blocks)


def _only_ruled(
    outcomes: Iterable[Outcome], rulings: Iterable[Ruling], cite: Cite
) -> Iterator[Outcome]:
    """The pairs that an analyst calls a contradiction and that comparing does not find."""
    last = {
        frozenset(decided.claims): decided for decided in rulings if len(set(decided.claims)) == 2
    }
    known = {outcome.ids for outcome in outcomes} if last else ()
    for ids, ruling in last.items():
        if ids in known or ruling.verdict not in SHOWN:
            continue
        try:
            sides = [cite(ident) for ident in ruling.claims]
        except KeyError:
            continue
        if all(side.claim.status != "rejected" for side in sides):
            first, second = (((side.claim.actor or "(nobody named)"),) for side in sides)
            topic = next((side.claim.topic for side in sides if side.claim.topic), None)
            reason = "only an analyst says so: comparing does not find it"
            yield Outcome(
                "stance", ruling.verdict, reason, (ruling.claims[0], ruling.claims[1]),
                None, None, topic, None, (first, second), (0, 0), 0,
            )  # fmt: skip


def _named_by_hand(outcomes: Iterable[Outcome], ledger: Ledger, cite: Cite) -> dict[Event, str]:
    """What an analyst calls the events of some outcomes."""
    names = {ident: event.name for event in ledger.events for ident in event.articles}
    by_hand: dict[Event, str] = {}
    for outcome in outcomes if names else ():
        articles = (cite(ident).claim.article for ident in outcome.claims)
        name = next((names[each] for each in articles if each in names), None)
        if outcome.event and name:
            by_hand.setdefault(outcome.event, name)
    return by_hand


def _settled(
    outcomes: Iterable[Outcome], rulings: Iterable[Ruling], cite: Cite
) -> dict[frozenset[str], Settled]:
    """The rulings on pairs that were found, the last one on each."""
    last = {frozenset(ruling.claims): ruling for ruling in rulings}
    ruled = {outcome.ids for outcome in outcomes} & last.keys() if last else ()
    return {ids: Settled(last[ids], _is_stale(last[ids], cite)) for ids in ruled}


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
        figure=_figure(cited, outcome.figures[at]) if outcome.figures else None,
        origins=outcome.origins[at],
        backers=outcome.backers[at],
        line=line,
        outlet=source.outlet if source else None,
        reported=claim.reported or (source.published if source else None),
        stands=outcome.stands[at],
    )


def _figure(cited: Cited, index: int) -> Figure:
    """A figure of a claim, or what its words measure beside them."""
    claim, _, source = cited
    if index < len(claim.figures):
        return claim.figures[index]
    from claimtrack.conflicts.figures.measures import measures  # few are shown, and it reads German

    printed = claim.reported or (source.published if source else None)
    return measures(claim.words, printed)[index - len(claim.figures)].figure
