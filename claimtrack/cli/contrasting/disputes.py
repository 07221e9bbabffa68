"""The conflicts of a ledger: found, chosen by what was asked for, shown, counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.cli import locations, opening
from claimtrack.cli.arguments import choosing
from claimtrack.cli.console import output
from claimtrack.cli.contrasting import dispute_filters, seen
from claimtrack.cli.contrasting.dispute_filters import Asked
from claimtrack.cli.failure import Failure, one_of
from claimtrack.model import Ledger
from claimtrack.render.listing import Made

if TYPE_CHECKING:
    from claimtrack.conflicts import Comparison, Conflict, Side
    from claimtrack.conflicts.results.disputes import Disputes
    from claimtrack.conflicts.results.outcome import Outcome


_AT_ONCE = 10_000
"""So many conflicts are made once and stay in memory, some 1 kB each: they are gone over twice."""


def show(given: Path | None, request: Asked, form: str) -> int:
    """Write the conflicts that were asked for; returns how many of them are open."""
    from claimtrack.render.conflict import summary

    dispute_filters.check(request)
    every, ledger = opening.disputes(given, quiet=request.wants_quiet or request.of_claims)
    wanted = dispute_filters.wanted(every, ledger, request)
    chosen = [outcome for outcome in every.outcomes if wanted(outcome)]
    in_view, hidden = _parted(chosen, every, request)
    before = seen.seen(Path(ledger.path))
    new = in_view if not request.since_last else _new(in_view, every, before)
    shown = dispute_filters.first_questions(new, every, request.limit)
    _write(_made(every, shown), ledger, form, not_compared(every, shown))
    if form == "table":
        verdicts = [every.verdict(outcome) for outcome in shown]
        output.below(summary(verdicts, map(every.told_as, hidden), _told_in(every, shown)))
        _say_what_is_left(len(new) - len(shown), len(in_view) - len(new), before, request)
        _widen(len(chosen), every.outcomes, request)
    _note(ledger, every, shown, before)
    return sum(map(every.is_open, shown))


def _parted(
    chosen: Iterable[Outcome], every: Disputes, request: Asked
) -> tuple[list[Outcome], list[Outcome]]:
    """What is in view, and what is quiet unless that is wanted."""
    shown: list[Outcome] = []
    hidden: list[Outcome] = []
    for outcome in chosen:
        (shown if request.wants_quiet or every.is_shown(outcome) else hidden).append(outcome)
    return shown, hidden


def _made(every: Disputes, shown: Sequence[Outcome]) -> Sequence[Conflict]:
    """What is shown with its claims: at once, or where it is very much each when it is needed."""
    made = Made(every.conflict, shown)
    return [*made] if len(made) <= _AT_ONCE else made


def not_compared(every: Disputes, shown: Iterable[Outcome]) -> list[Conflict]:
    """What was not compared with what is shown, though of the same thing in the same event."""
    figures = {(outcome.event, outcome.topic) for outcome in shown if outcome.figures}
    return [
        every.conflict(outcome)
        for outcome in every.aside
        if (outcome.event, outcome.topic) in figures
    ]


def _new(
    chosen: Iterable[Outcome], every: Disputes, before: frozenset[str] | None
) -> list[Outcome]:
    marks = before or frozenset()
    return [
        outcome for outcome in chosen if seen.mark(outcome, every.verdict(outcome)) not in marks
    ]


def _say_what_is_left(left: int, old: int, before: frozenset[str] | None, request: Asked) -> None:
    if left:
        output.remark(f"{output.counted(left, 'pair')} more without --limit")
    if request.since_last and before is None:
        output.remark("no earlier run was recorded: everything is new")
    elif old:
        output.remark(f"{output.counted(old, 'pair')} hidden, shown before")


def _note(
    ledger: Ledger, every: Disputes, shown: Iterable[Outcome], before: frozenset[str] | None
) -> None:
    """Note what was shown now or before and is still there, for ``--since-last``."""
    marked = {
        outcome.pair: seen.mark(outcome, every.verdict(outcome)) for outcome in every.outcomes
    }
    marks = (before or frozenset()) & {*marked.values()}
    marks |= {marked[outcome.pair] for outcome in shown}
    if marks != before:
        try:
            seen.note(Path(ledger.path), marks)
        except OSError as error:
            output.remark(f"not recorded for --since-last: {error.strerror or error}")


def _told_in(every: Disputes, shown: Sequence[Outcome]) -> str:
    """`` in 12 questions on 5 events``, where pairs are told together."""
    questions = len({every.block(outcome) or outcome.pair for outcome in shown})
    events = len({outcome.event for outcome in shown if outcome.event})
    if questions == len(shown) and events < 2:
        return ""
    text = f" in {output.counted(questions, 'question')}"
    return f"{text} on {output.counted(events, 'event')}" if events else text


def _write(
    shown: Sequence[Conflict], ledger: Ledger, form: str, aside: Sequence[Conflict] = ()
) -> None:
    from claimtrack.render.conflict import views

    def place(side: Side) -> str:
        return locations.file_of(ledger, side.claim.id)

    def link(side: Side) -> str | None:
        return locations.link(ledger, side.claim.id) if linked else None

    if form == "md":
        from claimtrack.render.conflict_md import notes

        output.write(notes(shown, place, aside))
        return
    if form != "table":
        from claimtrack.render.pairs import listing

        output.show(listing(shown, place, output.glyphs()), form)
        return
    linked = output.linked()
    output.write(views(shown, place, link, output.screen(), aside))


def _widen(chosen: int, every: Sequence[Outcome], request: Asked) -> None:
    """When the filters leave nothing: how much there is without them, and topics that are near."""
    if chosen or not every or not request.narrows:
        return
    held = sorted({outcome.topic for outcome in every if outcome.topic})
    output.remark(f"without these filters: {output.counted(len(every), 'pair')}")
    there = choosing.suggestion(request.topics, held) if request.topics else ""
    output.remark(f"  --topic {' '.join(request.topics)}: {there}" if there else "")


def explain(given: Path | None, ids: Sequence[str], form: str) -> None:
    """Say why two claims were compared, or why not."""
    ledger = opening.named(given, ids)
    first, second = _two(ledger, ids, "claimtrack conflicts ID ID")
    comparison = _why(ledger, first, second)
    _write(comparison.conflicts, ledger, form)
    lead = "" if comparison.conflicts else "no conflict: "
    reasons = [f"{lead}{reason}" for reason in comparison.reasons]
    if form == "table":
        output.write(reasons)
    elif not comparison.conflicts:
        output.remark(*reasons)
    if not comparison.conflicts:
        output.remark(*_next_steps(ledger, first, second))


def _why(ledger: Ledger, first: str, second: str) -> Comparison:
    """The comparison of two claims; ``ledger`` has all others where its file is read only once."""
    from claimtrack.conflicts import cache, why
    from claimtrack.ledger import load
    from claimtrack.ledger.files.article_texts import texts_of

    path = Path(ledger.path)
    indexed = cache.why(path, first, second)
    if indexed:
        return indexed
    whole = load(path)[0] if path.is_file() or path.is_dir() else ledger
    return why(whole, first, second, texts=texts_of(path))


def _next_steps(ledger: Ledger, first: str, second: str) -> Iterator[str]:
    """What to type so that two claims are compared: what was rejected, what has no event."""
    pair = [claim for claim in ledger.claims if claim.id in (first, second)]
    for claim in pair:
        if claim.status == "rejected":
            yield f"  {claim.id} is rejected: claimtrack set {claim.id} status=new undoes that"
    if len({claim.topic for claim in pair}) > 1 or not pair[0].topic:
        yield f"  to put both under one topic: claimtrack set {first} {second} topic=NAME"


def _two(ledger: Ledger, ids: Sequence[str], usage: str) -> tuple[str, str]:
    """The ids of two different claims."""
    if len(ids) != 2:
        raise Failure(f"expected two ids, not {len(ids)}", usage)
    first, second = (choosing.one(ledger, typed).id for typed in ids)
    if first == second:
        raise Failure(f"both are {first}", "name two different claims")
    return first, second


@dataclass(frozen=True, slots=True)
class Decision:
    """What an analyst decides on two claims."""

    verdict: str
    why: str
    by: str | None = None


def rule(given: Path | None, ids: Sequence[str], decision: Decision, *, dry_run: bool) -> None:
    """Write a decision on two claims into the ledger, and say so."""
    from datetime import date

    from claimtrack.cli.failure import refusals
    from claimtrack.conflicts.verdicts import RULINGS
    from claimtrack.ledger import rule
    from claimtrack.model import Ruling

    one_of(decision.verdict, RULINGS, "--verdict")
    if not decision.why.strip():
        raise Failure("--why is empty", "a ruling needs a reason")
    ledger = opening.named(given, ids)
    pair = _two(ledger, ids, "claimtrack rule ID ID --verdict WORD --why TEXT")
    today = date.today().isoformat()
    ruling = Ruling(pair, decision.verdict, decision.why, decision.by, today)
    with refusals():
        done = rule(Path(ledger.path), ruling, dry_run=dry_run)
    verdict = f"{'would be ' if dry_run else ''}ruled {decision.verdict}"
    instead = ", replacing the earlier ruling" if done.replaced else ""
    output.write([f"{ledger.path}: {pair[0]} and {pair[1]} {verdict}{instead}"])
