"""Stepping through the conflicts of a claim, and ruling on them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from claimtrack.ledger.errors import LedgerError
from claimtrack.render import wording
from claimtrack.review import editing
from claimtrack.review.desk import Desk
from claimtrack.review.dialogs import Field, Form
from claimtrack.review.session import Reply


def conflict(desk: Desk) -> None:
    """Shows the conflicts of the claim one after the other."""
    claim = desk.claim()
    if claim is None:
        return
    if desk.quarrels is None:
        desk.tell(Reply("comparing all claims …"))
        desk.compare()
        return
    conflicts = desk.conflicts(claim)
    if not conflicts:
        desk.tell(Reply("this claim has no conflicts"))
        return
    desk.pair = 0 if desk.pair is None else (desk.pair + 1) % len(conflicts)
    desk.changed(Reply(f"conflict {desk.pair + 1} of {len(conflicts)}: V rules, w scrolls"))


def rule(desk: Desk) -> None:
    """Asks for a verdict on the pair that is shown."""
    conflicts = desk.conflicts(desk.session.current)
    if desk.pair is None or desk.pair >= len(conflicts):
        desk.tell(Reply("no pair is shown: c shows the conflicts", good=False))
        return
    shown = conflicts[desk.pair]
    first, second = (side.claim for side in shown.sides)
    before = shown.ruling
    form = (
        Field("verdict", before.verdict if before else "", words=editing.VERDICTS),
        Field("why", (before and before.why) or ""),
        Field("by", (before and before.by) or desk.services.by or ""),
    )
    title = f"{wording.actor(first)} against {wording.actor(second)}"
    save = partial(_rule, desk, first.id, second.id)
    desk.ask(Form(title, f"{first.words}\n{second.words}", form, save, whole=True))


def _rule(desk: Desk, first: str, second: str, typed: Mapping[str, str]) -> str | None:
    if not typed["verdict"]:
        return "choose a verdict"
    try:
        editing.rule(desk.session.path, (first, second), typed)
    except LedgerError as error:
        return str(error)
    current = desk.session.list.current or first
    desk.session.written(f"ruling on {first} and {second}", current)
    desk.quarrels = None
    desk.compare()
    return desk.changed(Reply(f"ruled: {typed['verdict']}"))
