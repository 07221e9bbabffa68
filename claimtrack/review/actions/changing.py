"""Changing a claim: its fields in a form, tags, notes, the borders of its quotation."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from claimtrack.ledger.edit.wanted import with_note
from claimtrack.model import Claim
from claimtrack.review import editing
from claimtrack.review.completing import Names
from claimtrack.review.desk import Desk
from claimtrack.review.dialogs import Answer, Ask, Form
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
