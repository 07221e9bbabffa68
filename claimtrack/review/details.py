"""The pane beside the article: a claim's fields, why it was read this way, what contradicts it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from claimtrack.coverage import Gap
from claimtrack.model import Claim, Figure, Source
from claimtrack.render import wording
from claimtrack.render.marked import fold
from claimtrack.render.screen import UNICODE, Piece, Screen
from claimtrack.review.fresh_reading import Reading
from claimtrack.review.laying import Run

if TYPE_CHECKING:
    from claimtrack.conflicts.results.values import Conflict
    from claimtrack.extract.actor.trace import Finding

LABEL = 8
"""Cells of a label; a longer one takes what it needs."""
Line = list[Run]


def claim_lines(
    claim: Claim, source: Source | None, topic: str | None, cells: int
) -> Iterator[Line]:
    """The fields of a claim, those that are empty left out."""
    yield from _field("", wording.chain(claim, UNICODE) or "(nobody named)", cells, "actor")
    said = wording.said(claim, UNICODE)
    yield from _field("said", said, cells)
    yield from _field("about", wording.day(claim.about, UNICODE) if claim.about else "", cells)
    how = " · ".join(filter(None, (claim.stance, claim.confidence, claim.kind)))
    yield from _field("how", how, cells, claim.stance)
    yield from _field("hedge", f"„{claim.hedge}“" if claim.hedge else "", cells)
    for figure in claim.figures:
        yield from _field("figure", _figure(figure), cells, "number")
    if claim.read:
        yield from _field(
            "read", f"{claim.read.rule}, score {claim.read.score:.2f}", cells, "faint"
        )
    yield from _field("cites", ", ".join(claim.cites), cells)
    yield from _field("answers", ", ".join(claim.answers), cells)
    yield from _field("claim", claim.claim or "", cells)
    yield from _field("topic", claim.topic or topic or "", cells)
    yield from _field("credibility", claim.credibility or "", cells)
    yield from _field("tags", ", ".join(claim.tags), cells)
    yield from _field("note", claim.note or "", cells, "warn")
    if source:
        outlet = " · ".join(filter(None, (source.outlet, *source.agencies, source.published)))
        yield from _field("source", outlet, cells)
        yield from _field("reliability", source.reliability or "", cells)
    yield from _field("id", claim.id, cells, "faint")


def _figure(figure: Figure) -> str:
    """``rund 40 Boote = 36–44; sunk``: its words, what it counts, the interval, what narrows it."""
    narrowed = ", ".join(filter(None, (figure.state, *figure.scope)))
    value = wording.interval(figure.near, UNICODE) if figure.near else ""
    what = None if figure.text.endswith(figure.what or "") else figure.what
    counted = " ".join(filter(None, (figure.text, what)))
    detail = "; ".join(filter(None, (value, narrowed)))
    return f"{counted} = {detail}" if detail else counted


def changed_lines(differing: Sequence[tuple[str, str, str]], cells: int) -> Iterator[Line]:
    """What another hand changed in the claim while it was shown."""
    if differing:
        yield from _heading("changed outside")
        for name, before, now in differing:
            yield from _field(
                name, f"{before or '(nothing)'} → {now or '(nothing)'}", cells, "warn"
            )


def why_lines(claim: Claim, reading: Reading | None, cells: int) -> Iterator[Line]:
    """How the actor was found, who fell, which other readings of the words fell."""
    like = reading.like(claim) if reading else None
    rivals = reading.rivals(claim) if reading else ()
    if (like and like[1]) or rivals:
        yield from _heading("why")
    if like and like[1]:
        yield from _finding(like[1], cells)
    for rival in rivals:
        yield from _field("fell", rival.why, cells, "faint")


def _finding(finding: Finding, cells: int) -> Iterator[Line]:
    carried = ", carried on" if finding.carried else ""
    steps = " and ".join(finding.steps)
    yield from _field("found", f"{finding.mention}{carried} = {steps}", cells)
    for fallen in finding.fallen:
        yield from _field("not", f"{fallen.actor}: {fallen.why}", cells, "faint")


def gap_lines(gap: Gap, body: str, cells: int) -> Iterator[Line]:
    """A gap in an article's body: its words, why they were looked at, the nearest claim."""
    text, sentence = (
        " ".join(body[slice(*span)].split()) for span in (gap.at, gap.stretch.sentence)
    )
    yield from _field("", f"{gap.stretch.kind} that no claim has", cells, "warn")
    yield from _field("words", text, cells)
    yield from _field("why", gap.stretch.why, cells)
    yield from _field("fell to", gap.stretch.rival or "", cells)
    yield from _field("nearest", gap.claim or "", cells, "faint")
    if sentence != text:
        yield from _field("sentence", sentence, cells, "faint")


def conflict_lines(
    conflicts: Sequence[Conflict], at: int | None, cells: int, file: Callable[[str], str]
) -> Iterator[Line]:
    """The conflicts of a claim in a line each; the one at ``at`` whole, with its strip.

    ``file`` names the file of the ledger in which the claim of an id stands.
    """
    if not conflicts:
        return
    from claimtrack.render.conflict import view

    yield from _heading(f"conflicts ({len(conflicts)})")
    for number, conflict in enumerate(conflicts):
        if number == at:
            screen = Screen(max(cells, 24))
            for text in view(conflict, lambda side: file(side.claim.id), lambda _: None, screen):
                yield [Run(text, "warn" if text.isupper() else "")]
            yield []
        else:
            who = " ↔ ".join(wording.actor(side.claim) for side in conflict.sides)
            yield from _folded(f"{conflict.told}: ", who, cells, "warn")


def _heading(text: str) -> Iterator[Line]:
    yield []
    yield [Run(text.upper(), "heading")]


def _field(label: str, value: str, cells: int, style: str = "") -> Iterator[Line]:
    if value:
        yield from _folded(f"{label:<{LABEL}} " if label else "", value, cells, style)


def _folded(lead: str, value: str, cells: int, style: str) -> Iterator[Line]:
    """A value behind its label, folded at blanks; a word that is too long is cut."""
    room = max(cells - len(lead), 12)
    folded = ("".join(piece.text for piece in row) for row in fold([Piece(value, style)], room))
    rows = (row[at : at + room] for row in folded for at in range(0, max(1, len(row)), room))
    for number, text in enumerate(rows):
        yield [Run(" " * len(lead) if number else lead, "faint"), Run(text, style)]
