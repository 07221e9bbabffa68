"""What becomes of one claim of the ledger when its article is read again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from claimtrack.ledger.document.ledger_file import Placed
from claimtrack.ledger.document.relocate import anchored
from claimtrack.ledger.edit.changes import Change, Remove
from claimtrack.ledger.edit.set_fields import put_at
from claimtrack.ledger.edit.splice import edits
from claimtrack.ledger.errors import RefusedError
from claimtrack.ledger.format.entries import ClaimEntry
from claimtrack.ledger.format.from_model import (
    PROPOSED,
    READING,
    Proposal,
    annotated,
    by_parser,
    differing,
    ranges,
    shown,
    untouched,
    with_places,
)
from claimtrack.ledger.format.quoted import pieces
from claimtrack.ledger.reingest.report import Difference, Fate, Result
from claimtrack.model import Claim, Span


class Move(NamedTuple):
    """Where the words of a claim stand in the corrected text; None when they are gone from it."""

    spans: tuple[Span, ...] | None


@dataclass(frozen=True, slots=True)
class Fortune:
    """What is done to a claim, and what is told of it."""

    changes: tuple[Change, ...] = ()
    result: Result | None = None


def moves(claims: Sequence[tuple[Claim, Placed]], body: str) -> dict[int, Move]:
    """The claims, by index, whose words a corrected text has elsewhere or nowhere.

    Taken in reading order: what moved one claim moved the next, so of several places the one
    where it would be after the same move counts.
    """
    moves: dict[int, Move] = {}
    shift = 0
    for index, parts, spans in sorted(_quotations(claims), key=lambda quotation: quotation[2]):
        if tuple(body[span.start : span.end] for span in spans) == parts and not shift:
            continue
        new = anchored(parts, body, spans[0].start + shift)
        if new:
            shift = new[0].start - spans[0].start
        if new != spans:
            moves[index] = Move(new)
    return moves


def _quotations(
    claims: Sequence[tuple[Claim, Placed]],
) -> Iterator[tuple[int, tuple[str, ...], tuple[Span, ...]]]:
    for index, (claim, placed) in enumerate(claims):
        entry = _entry(placed)
        if claim.quote and claim.quote.spans and entry.quote:
            yield index, pieces(entry.quote, claim.quote.spans), claim.quote.spans


def settled(claim: Claim, placed: Placed, match: Proposal, move: Move | None) -> Fortune:
    """A claim that the parser found again: its own is brought up to date, a person's stays."""
    if untouched(claim):
        return _updated(claim, placed, match)
    differences = _differences(placed, match, READING)
    anchor = _anchored(placed, move, match)
    fate: Fate = "kept" if differences else "unchanged"
    if move is not None:
        fate = "anchored" if anchor else "lost"
    return Fortune(anchor, _result(fate, claim, differences))


def vanished(claim: Claim, placed: Placed, move: Move | None, *, prune: bool) -> Fortune:
    """A claim that the parser did not find: its own of another day, or an analyst's."""
    if prune and untouched(claim) and not annotated(claim):
        removal = (Remove(placed.section, placed.index),)
        if _allowed(placed, removal):
            return Fortune(removal, _result("pruned", claim))
    anchor = _anchored(placed, move, None)
    if by_parser(claim) and claim.status != "rejected":
        return Fortune(anchor, _result("vanished", claim))
    if move is None:
        return Fortune()
    return Fortune(anchor, _result("anchored" if anchor else "lost", claim))


def _updated(claim: Claim, placed: Placed, match: Proposal) -> Fortune:
    differences = _differences(placed, match, PROPOSED)
    if not differences:
        return Fortune((), _result("unchanged", claim))
    changes = tuple(
        put_at(placed, difference.field, match.fields.get(difference.field))
        for difference in differences
    )
    shown = [difference for difference in differences if difference.field != "read"]
    if not _allowed(placed, changes):
        return Fortune((), _result("kept", claim, shown, "a comment would be lost"))
    return Fortune(changes, _result("updated", claim, shown))


def _anchored(placed: Placed, move: Move | None, match: Proposal | None) -> tuple[Change, ...]:
    """The new places of a claim that is otherwise left alone."""
    if move is None or move.spans is None:
        return ()
    changes = [put_at(placed, "at", ranges(move.spans))]
    read = placed.node.get("read")  # type: ignore[call-overload]  # a Text key equals its text
    if isinstance(read, dict):
        changes.append(put_at(placed, "read", with_places(read, match.claim if match else None)))
    return tuple(changes) if _allowed(placed, changes) else ()


def _allowed(placed: Placed, changes: Sequence[Change]) -> bool:
    """Whether the changes leave every comment where it is."""
    try:
        list(edits(placed.document, changes))
    except RefusedError:
        return False
    return True


def _differences(placed: Placed, match: Proposal, names: Sequence[str]) -> tuple[Difference, ...]:
    old, new = _entry(placed), match.entry
    return tuple(
        Difference(name, shown(old, name), shown(new, name)) for name in differing(old, new, names)
    )


def _entry(placed: Placed) -> ClaimEntry:
    assert isinstance(placed.value, ClaimEntry)
    return placed.value


def _result(
    fate: Fate, claim: Claim, differences: Sequence[Difference] = (), why: str | None = None
) -> Result:
    return Result(fate, claim.article or "", claim.id, claim.words, tuple(differences), why)
