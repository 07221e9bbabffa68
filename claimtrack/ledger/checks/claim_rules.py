"""What is wrong with claims beyond their format: rules that are gone through claim by claim."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from claimtrack.ledger.checks.checked_ledger import Case, Finding, Located, Quotation
from claimtrack.ledger.checks.claims_alone import wrong_alone
from claimtrack.ledger.document.guard import aside
from claimtrack.ledger.document.relocate import anchored
from claimtrack.ledger.format.validation_messages import nearest
from claimtrack.lexicon.states import OTHER, states

ClaimTest = Callable[[Located], Iterable[Finding]]
"""What is wrong with one claim."""


def same_id(_: Case) -> ClaimTest:
    """Two claims with one id."""
    first: dict[str, tuple[str, int]] = {}

    def test(held: Located) -> Iterator[Finding]:
        if not held.ident:
            return
        here = held.file, held.line
        earlier = first.setdefault(held.ident, here)
        if earlier is not here:
            message = f"a second claim “{held.ident}”; the first is {earlier[0]}:{earlier[1]}"
            yield held.trouble(message, "same-id", "id")

    return test


def without_id(_: Case) -> ClaimTest:
    """Claims without an id cannot be named in a ruling or on the command line."""

    def test(held: Located) -> Iterator[Finding]:
        if held.ident is None:
            yield held.trouble(
                "no id", "no-id", hint="`claimtrack check --fix` makes one", severity="warning"
            )

    return test


def unknown_article(case: Case) -> ClaimTest:
    """A claim names an article that the ledger does not have."""
    known = {source.id for source in case.book.ledger.sources}
    near = nearest(known)
    broken = "\n".join(aside(case.book, "articles"))

    def test(held: Located) -> Iterator[Finding]:
        article = held.claim.article
        if article and article not in known and article not in broken:
            hint = near(article)
            message = f"no article “{article}”"
            yield held.trouble(message, "unknown-article", "article", hint=hint)

    return test


def misspelt_actor(case: Case) -> ClaimTest:
    """A name that is nearly, but not quite, that of an actor of the ledger."""
    known = {name for actor in case.book.ledger.actors for name in (actor.name, *actor.aliases)}
    near = nearest(known, 0.85)

    def test(held: Located) -> Iterator[Finding]:
        claim = held.claim
        for field, names in (("actor", claim.actors), ("via", claim.via), ("cites", claim.cites)):
            for index, name in enumerate(names):
                if name not in known and (hint := near(name)):
                    message = f"no actor “{name}” is listed"
                    yield held.trouble(
                        message, "actor", field, index, hint=hint, severity="warning"
                    )

    return test


def beyond_the_end(case: Case) -> ClaimTest:
    """Places of the speaker or the cue that lie behind the end of the article.

    Of words that do, ``misquoted`` tells.
    """

    def test(held: Located) -> Iterator[Finding]:
        article = case.articles.get(held.claim.article or "")
        if article is None:
            return
        for name, mention in (("speaker", held.claim.speaker), ("cue", held.claim.cue)):
            end = max((span.end for span in mention.spans), default=0) if mention else 0
            if end > len(article.body):
                message = f"{end} is beyond the end of the article “{article.id}”"
                hint = f"its text has {len(article.body)} characters"
                yield held.trouble(message, "beyond-end", "read", name, hint=hint)

    return test


def misquoted(case: Case) -> ClaimTest:
    """Words that the article does not have, or has elsewhere."""

    def test(held: Located) -> Iterator[Finding]:
        quotation = case.quotation(held)
        if quotation is None or (quotation.spans and quotation.stands):
            return
        there = anchored(
            quotation.pieces,
            quotation.article.body,
            quotation.spans[0].start if quotation.spans else 0,
        )
        if there and quotation.spans:
            at = ", ".join(f"{span.start}-{span.end}" for span in there)
            message, hint = "the quotation is elsewhere in the article", f"at: {at}"
            yield held.trouble(message, "moved", "at", hint=hint)
        elif not there:
            message = f"the article “{held.claim.article}” does not have these words"
            yield held.trouble(message, "misquoted", "quote", hint=_there(quotation))

    return test


def _there(quotation: Quotation) -> str | None:
    """What the article has at the place."""
    body = quotation.article.body
    texts = [" ".join(body[span.start : span.end].split()) for span in quotation.spans]
    shown = " … ".join(texts)
    return (
        f"at this place it has: {shown[:160]}{'…' if len(shown) > 160 else ''}" if shown else None
    )


def alone(_: Case) -> ClaimTest:
    """What is wrong with a claim whatever else there is."""

    def test(held: Located) -> Iterator[Finding]:
        for message, code, path, hint in wrong_alone(held.claim):
            yield held.trouble(message, code, *path, hint=hint, severity="warning")

    return test


def unknown_state(_: Case) -> ClaimTest:
    """A figure in a state that is not on the list is compared with none but its like."""
    known = (*states(), OTHER)
    near = nearest(known)

    def test(held: Located) -> Iterator[Finding]:
        for index, figure in enumerate(held.claim.figures):
            if figure.state and figure.state not in known:
                meant = near(figure.state)
                hint = f"{f'{meant} ' if meant else ''}one of: {', '.join(dict.fromkeys(known))}"
                message = f"“{figure.state}” is not a state"
                yield held.trouble(message, "word", "figures", index, "state", hint=hint)

    return test


CLAIM_RULES: tuple[Callable[[Case], ClaimTest], ...] = (
    same_id,
    without_id,
    unknown_article,
    misspelt_actor,
    beyond_the_end,
    misquoted,
    alone,
    unknown_state,
)
"""Each makes the test that every claim of a ledger is put to."""
