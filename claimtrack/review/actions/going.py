"""Navigation: claims, articles, panes, filters, the editor, quitting."""

from __future__ import annotations

from claimtrack.review.desk import Desk
from claimtrack.review.dialogs import Answer, Ask, Choices, Help, values_of
from claimtrack.review.panes import Details, Queue, Text
from claimtrack.review.session import Reply
from claimtrack.review.worklist import ORDERS


def back(desk: Desk) -> None:
    """From a gap or a pair back to the claim."""
    desk.show_claim()
    desk.changed(Reply())


def move(desk: Desk, by: int) -> None:
    """The next claim, or the one before."""
    desk.session.list.move(by)
    back(desk)


def move_article(desk: Desk, by: int) -> None:
    """The next article, or the one before."""
    desk.session.move_article(by)
    back(desk)


def scroll_text(desk: Desk, by: int) -> None:
    """The article a page up or down."""
    desk.query_one(Text).turn(by)


def scroll_details(desk: Desk) -> None:
    """The next page of the fields and reasons; behind the last one the first."""
    desk.query_one(Details).turn_round()


def queue(desk: Desk) -> None:
    """Shows the queue alone where all three have no room; else hides or shows it."""
    base = desk.screen_stack[0]
    if base.has_class("narrow"):
        base.toggle_class("queue")
    else:
        base.query_one(Queue).display = not base.query_one(Queue).display
    desk.call_after_refresh(desk.paint)


def filter_(desk: Desk) -> None:
    """Asks which claims are gone through."""

    def refuse(typed: str) -> str | None:
        try:
            chosen = desk.services.select(typed)(desk.session.ledger)
        except ValueError as error:
            return str(error)
        return None if chosen else "none matches"

    def choose(answer: Answer) -> None:
        desk.filter, desk.choice = answer[""].strip(), ""
        desk.chosen = desk.services.select(desk.filter)
        desk.session.choose(desk.ordered())
        back(desk)

    choices = Choices(values_of(desk.session.ledger, desk.services.filters))
    question = "Which claims? For example actor=Rutte,status=new; empty for all"
    desk.ask(Ask(question, desk.filter, choices, refuse), choose)


def order(desk: Desk) -> None:
    """The next order of the claims."""
    desk.order = ORDERS[(ORDERS.index(desk.order) + 1) % len(ORDERS)]
    desk.session.choose(desk.ordered())
    back(desk)


def editor(desk: Desk) -> None:
    """Opens the editor at the claim, or at the first error of a broken file."""
    claim = desk.session.current
    ident = claim.id if claim and not desk.session.errors else None
    try:
        with desk.suspend():
            desk.services.edit(desk.session.path, ident)
    except ValueError as error:
        desk.tell(Reply(str(error), good=False))
    desk.watch_file()


def help_(desk: Desk) -> None:
    """The keys."""
    desk.push_screen(Help())


def leave_review(desk: Desk) -> None:
    """Leaves; everything is written already."""
    desk.exit()
