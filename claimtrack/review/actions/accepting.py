"""Accepting, rejecting and grading claims, and undoing that."""

from __future__ import annotations

from functools import partial

from claimtrack.ledger.edit.wanted import as_typed, with_note
from claimtrack.model import Claim
from claimtrack.review.actions.changing import done
from claimtrack.review.desk import Desk
from claimtrack.review.dialogs import Answer, Ask
from claimtrack.review.session import Reply


def accept(desk: Desk) -> None:
    """Accepts the claim, and goes on to the next undecided one."""
    _decide(desk, "accepted")


def reject(desk: Desk) -> None:
    """Rejects the claim, and goes on."""
    _decide(desk, "rejected")


def leave(desk: Desk) -> None:
    """Goes on, the claim left as it is."""
    if desk.claim():
        _go_on(desk, Reply())


def _decide(desk: Desk, status: str) -> None:
    claim = desk.claim()
    if claim:
        if claim.status == status:
            _go_on(desk, Reply(f"{claim.id} was {status} before"))
        else:
            _go_on(desk, desk.session.put(claim.id, {"status": status}))


def _go_on(desk: Desk, reply: Reply) -> None:
    """To the next undecided claim, unless the decision was refused."""
    source = desk.session.source(desk.session.current)
    if reply.good and not desk.session.next_undecided():
        reply = Reply("all claims are decided; q quits, / chooses others")
    is_elsewhere = source != desk.session.source(desk.session.current)
    if source and is_elsewhere and (gaps := desk.gaps(source)):
        left = f"{len(gaps)} gap{'' if len(gaps) == 1 else 's'}"
        reply = Reply(f"{left} left in {source.id}: K goes back, g shows them")
    desk.show_claim()
    desk.changed(reply)


def reject_because(desk: Desk) -> None:
    """Rejects the claim with a reason in its note, in one change."""
    claim = desk.claim()
    if claim:
        desk.ask(Ask("Why is it rejected?"), partial(_reject_because, desk, claim))


def _reject_because(desk: Desk, claim: Claim, answer: Answer) -> None:
    note = with_note(answer[""])
    reply = desk.session.write([claim.id], lambda entry: {"status": "rejected", **note(entry)})
    _go_on(desk, done(reply, f"{claim.id} rejected, with the reason in its note"))


def undo(desk: Desk) -> None:
    """Takes back the last decision."""
    desk.show_claim()
    desk.changed(desk.session.take_back())


def credibility(desk: Desk, number: str) -> None:
    """Gives the claim an Admiralty number; the same again takes it away."""
    claim = desk.claim()
    if claim:
        value = "" if claim.credibility == number else number
        reply = desk.session.put(claim.id, {"credibility": value})
        desk.changed(done(reply, f"credibility {value}" if value else "no credibility"))


def accept_all(desk: Desk) -> None:
    """Accepts all new claims that are gone through, their number typed back."""
    session = desk.session
    new = [ident for ident in session.list.ids if session.claims[ident].status == "new"]
    if not new:
        desk.tell(Reply("none of these is new"))
        return
    number, what = str(len(new)), "claims" if len(new) > 1 else "claim"

    def refuse(typed: str) -> str | None:
        return None if typed.strip() == number else f"type {number}, or Esc"

    def accepted(_: Answer) -> None:
        reply = session.write(new, as_typed({"status": "accepted"}))
        text = reply.text or f"{number} {what} accepted; u undoes all of them"
        desk.changed(Reply(text, reply.good))

    desk.ask(Ask(f"Accept {number} new {what}? Type the number", refuse=refuse), accepted)
