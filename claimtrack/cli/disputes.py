"""The conflicts of a ledger: found, chosen by what was asked for, shown, counted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.cli import choosing, opening, output
from claimtrack.cli.failure import Failure, one_of
from claimtrack.model import Claim, Ledger
from claimtrack.query import Filters, days, folded, predicates
from claimtrack.render.listing import Made

if TYPE_CHECKING:
    from datetime import date

    from claimtrack.conflicts import Conflict, Side
    from claimtrack.conflicts.results.disputes import Disputes
    from claimtrack.conflicts.results.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks for; ``whole`` also wants what is quiet otherwise."""

    kinds: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    since: str | None = None
    whole: bool = False


def show(given: Path | None, asked: Asked, form: str) -> int:
    """Write the conflicts that were asked for; returns how many of them are open."""
    from claimtrack.conflicts import KINDS
    from claimtrack.render.conflict import summary

    for kind in asked.kinds:
        one_of(kind, KINDS, "--kind")
    every, found = opening.disputes(given, quiet=bool(asked.whole or asked.actors or asked.since))
    wanted = _wanted(every, found, asked)
    chosen = [one for one in every.outcomes if wanted(one)]
    shown = [one for one in chosen if asked.whole or every.is_shown(one)]
    _write(Made(every.conflict, shown), found, form)
    if form == "table":
        hidden = (one for one in chosen if not (asked.whole or every.is_shown(one)))
        verdicts = [every.verdict(one) for one in shown]
        output.below(summary(verdicts, map(every.told_as, hidden), _told_in(every, shown)))
        _widen(len(chosen), every.outcomes, asked)
    return sum(map(every.is_open, shown))


def _told_in(every: Disputes, shown: Sequence[Outcome]) -> str:
    """`` in 12 questions on 5 events``, where pairs are told together."""
    questions = len({every.block(one) or one.pair for one in shown})
    events = len({one.event for one in shown if one.event})
    if questions == len(shown) and events < 2:
        return ""
    told = f" in {output.counted(questions, 'question')}"
    return f"{told} on {output.counted(events, 'event')}" if events else told


def _wanted(every: Disputes, found: Ledger, asked: Asked) -> Callable[[Outcome], bool]:
    """By kind and topic of the pair, by actor of either side, by the later side's day."""
    actor = predicates(Filters(actor=asked.actors), opening.known(found)).get("actor")
    topics = [folded(topic) for topic in asked.topics]
    first = choosing.first_day(asked.since, "--since")

    def claims(one: Outcome) -> list[Claim]:
        return [every.cite(ident).claim for ident in one.claims]

    def since(one: Outcome, first: date) -> bool:
        return any(
            when.last >= first for claim in claims(one) if (when := days(claim)) and when.last
        )

    def wanted(one: Outcome) -> bool:
        return (
            (not asked.kinds or one.kind in asked.kinds)
            and (not topics or any(topic in folded(one.topic or "") for topic in topics))
            and (actor is None or any(map(actor, claims(one))))
            and (first is None or since(one, first))
        )

    return wanted


def _write(shown: Sequence[Conflict], found: Ledger, form: str) -> None:
    from claimtrack.render.conflict import views
    from claimtrack.render.pairs import listing
    from claimtrack.render.report import report

    def place(side: Side) -> str:
        return opening.file_of(found, side.claim.id)

    def link(side: Side) -> str | None:
        return opening.link(found, side.claim.id) if linked else None

    if form == "md":
        output.write(report(shown, place))
        return
    if form != "table":
        output.show(listing(shown, place, output.glyphs()), form)
        return
    linked = output.linked()
    output.write(views(shown, place, link, output.screen()))


def _widen(chosen: int, every: Sequence[Outcome], asked: Asked) -> None:
    """When the filters leave nothing: how much there is without them, and topics that are near."""
    if chosen or not every:
        return
    held = sorted({one.topic for one in every if one.topic})
    output.remark(f"without these filters: {output.counted(len(every), 'pair')}")
    there = choosing.suggestion(asked.topics, held) if asked.topics else ""
    output.remark(f"  --topic {' '.join(asked.topics)}: {there}" if there else "")


def explain(found: Ledger, ids: Sequence[str], form: str) -> None:
    """Say why two claims were compared, or why not."""
    from claimtrack.conflicts import why
    from claimtrack.ledger.texts import texts_of

    one, other = _two(found, ids, "claimtrack conflicts ID ID")
    comparison = why(found, one, other, texts=texts_of(Path(found.path)))
    _write(comparison.conflicts, found, form)
    if form == "table":
        lead = "" if comparison.conflicts else "no conflict: "
        output.write(f"{lead}{reason}" for reason in comparison.reasons)


def _two(found: Ledger, ids: Sequence[str], usage: str) -> tuple[str, str]:
    """The ids of two different claims."""
    if len(ids) != 2:
        raise Failure(f"expected two ids, not {len(ids)}", usage)
    one, other = (choosing.one(found, typed).id for typed in ids)
    if one == other:
        raise Failure(f"both are {one}", "two different claims can be compared")
    return one, other


@dataclass(frozen=True, slots=True)
class Decision:
    """What an analyst decides on two claims."""

    verdict: str
    why: str
    by: str | None = None


def rule(given: Path | None, ids: Sequence[str], decision: Decision, *, dry_run: bool) -> None:
    """Write a decision on two claims into the ledger, and say so."""
    from datetime import date

    from claimtrack.cli.writing import refusals
    from claimtrack.conflicts.figures.verdict import RULINGS
    from claimtrack.ledger.ruling import rule
    from claimtrack.model import Ruling

    one_of(decision.verdict, RULINGS, "--verdict")
    if not decision.why.strip():
        raise Failure("--why is empty", "a decision needs its reason")
    found = opening.ledger(given)
    pair = _two(found, ids, "claimtrack rule ID ID --verdict WORD --why TEXT")
    today = date.today().isoformat()
    ruling = Ruling(pair, decision.verdict, decision.why, decision.by, today)
    with refusals():
        done = rule(Path(found.path), ruling, dry_run=dry_run)
    told = f"{'would be ' if dry_run else ''}ruled {decision.verdict}"
    instead = ", in place of what was ruled before" if done.replaced else ""
    output.write([f"{found.path}: {pair[0]} and {pair[1]} {told}{instead}"])
