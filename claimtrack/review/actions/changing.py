"""Deciding on claims, grading and changing them: their fields in a form, tags, notes, borders."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from claimtrack.ledger.edit.wanted import as_typed, with_note
from claimtrack.model import Claim
from claimtrack.review import editing
from claimtrack.review.desk import Desk
from claimtrack.review.dialogs import Answer, Ask, Form, Names
from claimtrack.review.session import Reply


def edit(desk: Desk) -> None:
    """Opens the claim's fields."""
    claim = desk.claim()
    if claim:
        topic = desk.services.topic(desk.session.ledger)(claim)
        form = editing.fields(claim, desk.session.ledger, topic)
        desk.ask(Form(claim.id, claim.words, form, partial(_save, desk, claim)))


def _save(desk: Desk, claim: Claim, typed: Mapping[str, str]) -> str | None:
    try:
        reply = desk.session.put(claim.id, dated(desk, typed))
    except ValueError as error:
        return str(error)
    return desk.changed(Reply(reply.text or f"changed: {', '.join(typed)}", reply.good))


def dated(desk: Desk, typed: Mapping[str, str]) -> dict[str, str]:
    """Days as people type them in EDTF. Raises ValueError for one that is none."""
    return {
        name: desk.services.day(value) if name in ("said", "about") and value.strip() else value
        for name, value in typed.items()
    }


def tags(desk: Desk) -> None:
    """Asks for the claim's tags."""
    claim = desk.claim()
    if not claim:
        return
    names = sorted({tag for each in desk.session.claims.values() for tag in each.tags})
    question = Ask("Tags, separated by commas", ", ".join(claim.tags), Names(names))

    def tagged(answer: Answer) -> None:
        reply, typed = desk.session.put(claim.id, {"tags": answer[""]}), answer[""].strip()
        desk.changed(done(reply, f"tags: {typed}" if typed else "no tags"))

    desk.ask(question, tagged)


def done(reply: Reply, text: str) -> Reply:
    """What came of a change; ``text`` where there is nothing else to say."""
    return reply if reply.text else Reply(text, reply.good)


def note(desk: Desk) -> None:
    """Asks for a note, which goes behind the one that is there."""
    claim = desk.claim()
    if not claim:
        return

    def noted(answer: Answer) -> None:
        reply = desk.session.write([claim.id], with_note(answer[""]))
        desk.changed(done(reply, f"noted: {answer[''].strip()}"))

    desk.ask(Ask("Note"), noted)


def border(desk: Desk, side: str, by: int) -> None:
    """Moves the start or the end of the quotation by a token."""
    claim = desk.claim()
    if claim is None:
        return
    spans = claim.quote.spans if claim.quote else ()
    body = desk.body(desk.session.source(claim))
    if not spans or not body:
        desk.tell(Reply("there is no quotation with a known position", good=False))
    elif not editing.stands(claim, body):
        desk.tell(Reply("the article does not have the words there; `check` says more", good=False))
    elif (new := editing.moved(body, spans, side, by)) is None:
        desk.tell(Reply("the quotation cannot go further", good=False))
    else:
        values = editing.quotation(body, new)
        reply = desk.session.write([claim.id], lambda _: values)
        desk.changed(done(reply, f"quoted: {values['quote']}"))


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
