"""What is wrong with a ledger beyond its format, a rule to a function.

A rule yields its findings, each with its place, and stops at nothing. ``RULES`` lists them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from claimtrack.identity import ruling_stamp
from claimtrack.ledger.book import Placed
from claimtrack.ledger.case import Case, Finding, Quotation
from claimtrack.ledger.faults import did_you_mean
from claimtrack.ledger.format import ClaimEntry, RulingEntry
from claimtrack.ledger.recognise import anchored
from claimtrack.states import OTHER, states


def same_id(case: Case) -> Iterator[Finding]:
    """Two entries with one id: nobody could say which is meant."""
    book = case.book
    for kind, field, placed in (
        ("article", "id", book.articles),
        ("actor", "name", book.actors),
        ("topic", "name", book.topics),
        ("claim", "id", book.claims),
    ):
        first: dict[str, Placed] = {}
        for one in placed:
            name = getattr(one.value, field)
            if name is None:
                continue
            other = first.setdefault(name, one)
            if other is not one:
                line = other.document.lines.at(other.entry.base + other.node.start)[0]
                message = f"a second {kind} “{name}”; the first is {other.document.file}:{line}"
                yield Finding(one, one.trouble(message, "same-id", field))


def without_id(case: Case) -> Iterator[Finding]:
    """Claims without an id cannot be named in a ruling or on the command line."""
    for one in case.book.claims:
        if isinstance(one.value, ClaimEntry) and one.value.id is None:
            hint = "check --fix makes one"
            yield Finding(one, one.trouble("no id", "no-id", hint=hint), "warning")


def unknown_article(case: Case) -> Iterator[Finding]:
    """A claim names an article that the ledger does not have."""
    known = {source.id for source in case.book.ledger.sources}
    for claim, one in case.book.pairs():
        if claim.article and claim.article not in known:
            hint = did_you_mean(claim.article, known)
            message = f"no article “{claim.article}”"
            yield Finding(one, one.trouble(message, "unknown-article", "article", hint=hint))


def misspelt_actor(case: Case) -> Iterator[Finding]:
    """A name that is nearly, but not quite, that of an actor of the ledger."""
    known = {name for actor in case.book.ledger.actors for name in (actor.name, *actor.aliases)}
    seen: dict[str, str | None] = {}
    for claim, one in case.book.pairs():
        for field, names in (("actor", claim.actors), ("via", claim.via), ("cites", claim.cites)):
            for index, name in enumerate(names):
                if name not in seen:
                    seen[name] = None if name in known else did_you_mean(name, known, 0.85)
                if seen[name]:
                    message = f"no actor “{name}” is listed"
                    trouble = one.trouble(message, "actor", field, index, hint=seen[name])
                    yield Finding(one, trouble, "warning")


def unknown_claim(case: Case) -> Iterator[Finding]:
    """A ruling on a claim that is not there."""
    known = {claim.id for claim in case.book.ledger.claims}
    for one in case.book.rulings:
        assert isinstance(one.value, RulingEntry)
        for index, ident in enumerate(one.value.claims):
            if ident not in known:
                hint = did_you_mean(ident, known)
                message = f"no claim “{ident}”"
                yield Finding(
                    one, one.trouble(message, "unknown-claim", "claims", index, hint=hint)
                )


def stale_ruling(case: Case) -> Iterator[Finding]:
    """A ruling whose claims say something else than when it was made."""
    stamps = {claim.id: ruling_stamp(claim) for claim in case.book.ledger.claims}
    for one in case.book.rulings:
        assert isinstance(one.value, RulingEntry)
        for index, (ident, noted) in enumerate(
            zip(one.value.claims, one.value.stamps, strict=False)
        ):
            if ident in stamps and stamps[ident] != noted:
                hint = f"look at it again; then put {stamps[ident]} in its “as”"
                message = f"“{ident}” has changed since this was decided"
                trouble = one.trouble(message, "stale-ruling", "claims", index, hint=hint)
                yield Finding(one, trouble, "warning")


def unread_article(case: Case) -> Iterator[Finding]:
    """An article's file is gone or unreadable: nothing can be checked against it."""
    for source, one in case.book.sources():
        if source.id in case.unread:
            message = f"{source.file}: {case.unread[source.id]}"
            yield Finding(one, one.trouble(message, "unread-article", "file"), "warning")


def other_text(case: Case) -> Iterator[Finding]:
    """An article that was corrected since it was last read."""
    for source, one in case.book.sources():
        article = case.articles.get(source.id)
        if article and source.sha256 and article.sha256 and source.sha256 != article.sha256:
            hint = "ingest it again: its claims are found again by their words"
            message = f"the text of {source.file} has changed"
            yield Finding(one, one.trouble(message, "other-text", "sha256", hint=hint), "warning")


def other_date(case: Case) -> Iterator[Finding]:
    """The ledger's day of publication is not that of the file's front matter."""
    for source, one in case.book.sources():
        article = case.articles.get(source.id)
        if article and source.published and article.published not in (None, source.published):
            message = f"published {source.published}, but the file says {article.published}"
            hint = "the ledger wins"
            yield Finding(
                one, one.trouble(message, "other-date", "published", hint=hint), "warning"
            )


def misquoted(case: Case) -> Iterator[Finding]:
    """Words that the article does not have, or has elsewhere."""
    for one in case.quotations():
        if one.spans and one.stands:
            continue
        found = anchored(one.pieces, one.article.body, one.spans[0].start if one.spans else 0)
        if found and not one.spans:
            continue  # by hand, without a place: the words are there
        if found:
            at = ", ".join(f"{span.start}-{span.end}" for span in found)
            message, hint = "the quotation stands elsewhere in the article", f"at: {at}"
            yield Finding(one.placed, one.placed.trouble(message, "moved", "at", hint=hint))
        else:
            message = f"the article “{one.claim.article}” does not have these words"
            yield Finding(
                one.placed, one.placed.trouble(message, "misquoted", "quote", hint=_there(one))
            )


def _there(one: Quotation) -> str | None:
    """What the article has at the place."""
    body = one.article.body
    texts = [" ".join(body[span.start : span.end].split()) for span in one.spans]
    shown = " … ".join(texts)
    return (
        f"at this place it has: {shown[:160]}{'…' if len(shown) > 160 else ''}" if shown else None
    )


def no_number(case: Case) -> Iterator[Finding]:
    """A figure whose words name no number and that has no bounds either."""
    for claim, one in case.book.pairs():
        for index, figure in enumerate(claim.figures):
            if figure.near is None and figure.value is None:
                hint = "set “min” and “max”"
                message = f"no number in “{figure.text}”"
                trouble = one.trouble(message, "no-number", "figures", index, "text", hint=hint)
                yield Finding(one, trouble, "warning")


def unknown_state(case: Case) -> Iterator[Finding]:
    """A figure in a state that is not on the list is compared with none but its like."""
    known = (*states(), OTHER)
    for claim, one in case.book.pairs():
        for index, figure in enumerate(claim.figures):
            if figure.state and figure.state not in known:
                near = did_you_mean(figure.state, known)
                hint = f"{f'{near} ' if near else ''}one of: {', '.join(dict.fromkeys(known))}"
                message = f"“{figure.state}” is no state"
                trouble = one.trouble(message, "word", "figures", index, "state", hint=hint)
                yield Finding(one, trouble)


RULES: tuple[Callable[[Case], Iterable[Finding]], ...] = (
    same_id,
    without_id,
    unknown_article,
    misspelt_actor,
    unknown_claim,
    stale_ruling,
    unread_article,
    other_text,
    other_date,
    misquoted,
    no_number,
    unknown_state,
)
