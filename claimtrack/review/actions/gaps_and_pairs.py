"""Gaps and pairs: words that no claim accounts for, made a claim or passed; conflicts, ruled on."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from claimtrack.ledger.errors import LedgerError
from claimtrack.model import Article, Claim
from claimtrack.render import wording
from claimtrack.render.text_columns import shorten
from claimtrack.review import editing
from claimtrack.review.actions.changing import dated
from claimtrack.review.desk import Desk
from claimtrack.review.dialogs import Field, Form
from claimtrack.review.session import Reply

SHOWN = 30
"""Cells of a gap's words on the line that tells what was done."""
_NONE_SHOWN = Reply("no gap is shown: g goes to the next", good=False)


def gap(desk: Desk) -> None:
    """Goes to the next gap of the article, from the last one to the first."""
    _next_gap(desk, "")


def _next_gap(desk: Desk, done: str) -> None:
    """The next gap; what was ``done`` with the one before is said first."""
    source = desk.session.source(desk.session.current)
    if source is None or source.id not in desk.readings:
        desk.tell(Reply("the article is still being read" if source else "no article is shown"))
        return
    gaps = desk.gaps(source)
    if not gaps:
        desk.gap = None
        desk.changed(Reply(f"{done}no gap is left in this article"))
        return
    here = desk.gap.at.start if desk.gap else -1
    desk.gap = next((each for each in gaps if each.at.start > here), gaps[0])
    number = gaps.index(desk.gap) + 1
    what = f"gap {number} of {len(gaps)}: + makes it a claim, x passes it over"
    desk.changed(Reply(f"{done}{what}"))


def pass_over(desk: Desk) -> None:
    """Notes that no claim is missing in the gap."""
    source = desk.session.source(desk.session.current)
    article = desk.article(source)
    if desk.gap is None or not isinstance(article, Article):
        desk.tell(_NONE_SHOWN)
        return
    try:
        editing.pass_over(desk.session.path, article, desk.gap.at)
    except LedgerError as error:
        desk.tell(Reply(str(error), good=False))
        return
    words = article.body[slice(*desk.gap.at)]
    desk.session.written(f"“{words}” passed over", desk.session.list.current or "")
    _next_gap(desk, f"“{shorten(' '.join(words.split()), SHOWN)}” passed over; ")


def add(desk: Desk) -> None:
    """A claim out of the gap: as the parser reads it, else its words alone."""
    source = desk.session.source(desk.session.current)
    if desk.gap is None or source is None:
        desk.tell(_NONE_SHOWN)
        return
    claims, body = desk.session.of_article(source.id), desk.body(source)
    sentence = desk.gap.stretch.sentence
    proposed = desk.readings[source.id].proposed(*sentence, claims)
    claim = proposed or editing.bare(body, desk.gap)
    quote = Field("quote", editing.words(claim))
    form = (quote, *editing.fields(claim, desk.session.ledger, None))
    title, words = f"a claim from {source.id}", " ".join(body[slice(*sentence)].split())
    desk.ask(Form(title, words, form, partial(_add, desk, source.id, claim), whole=True))


def _add(desk: Desk, article: str, claim: Claim, typed: Mapping[str, str]) -> str | None:
    try:
        ident = editing.add(desk.session.path, article, claim, dated(desk, typed))
    except (LedgerError, ValueError) as error:
        return str(error)
    desk.gap = None
    desk.session.written(f"claim {ident}", desk.session.list.current or ident, [ident])
    desk.session.include(ident)
    return desk.changed(Reply(f"{ident} added"))


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
