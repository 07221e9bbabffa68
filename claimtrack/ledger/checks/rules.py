"""What is wrong with a ledger beyond its format, a rule to a function.

A rule yields its findings, each with its place, and stops at nothing. There are rules on entries,
on claims, which are gone through once, and on rulings, which name claims.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache

from claimtrack.ids import ruling_stamp
from claimtrack.ledger.checks.passed import misplaced
from claimtrack.ledger.checks.subject import Case, Finding, Located, Quotation
from claimtrack.ledger.document.anchors import anchored
from claimtrack.ledger.document.guard import aside
from claimtrack.ledger.document.ledger_file import Placed
from claimtrack.ledger.format.entries import RulingEntry
from claimtrack.ledger.format.to_model import meaning
from claimtrack.ledger.format.validation_messages import did_you_mean
from claimtrack.ledger.yaml.characters import at_the_edge, named
from claimtrack.lexicon.states import OTHER, states
from claimtrack.model import Figure

ClaimTest = Callable[[Located], Iterable[Finding]]
Stamps = Mapping[str, str]
"""The ids of all claims, with the stamps of those that a ruling names."""


def findings(case: Case) -> Iterator[Finding]:
    """All that the rules find, rule by rule."""
    for entries in ENTRY_RULES:
        yield from entries(case)
    tests = [rule(case) for rule in CLAIM_RULES]
    ruled = {ident for ruling in case.book.ledger.rulings for ident in ruling.claims}
    stamps: dict[str, str] = {}
    answering: list[Located] = []
    for held in case.claims():
        for test in tests:
            yield from test(held)
        stamps[held.claim.id] = ruling_stamp(held.claim) if held.claim.id in ruled else ""
        answering += [held] if held.claim.answers else []
    yield from unknown_answer(case, answering, stamps)
    for rulings in RULING_RULES:
        yield from rulings(case, stamps)


def _nearest(known: Collection[str], alike: float = 0.6) -> Callable[[str], str | None]:
    """The hint of :func:`did_you_mean` on a word; what many entries name is compared once."""
    return cache(lambda word: did_you_mean(word, known, alike))


def same_name(case: Case) -> Iterator[Finding]:
    """Two entries with one name: nobody could say which is meant."""
    book = case.book
    for kind, field, placed in (
        ("article", "id", book.articles),
        ("actor", "name", book.actors),
        ("topic", "name", book.topics),
        ("event", "name", book.events),
    ):
        first: dict[str, Placed] = {}
        for one in placed:
            name = getattr(one.value, field)
            other = first.setdefault(name, one)
            if other is not one:
                first_at = f"{other.document.file}:{other.line}"
                message = f"a second {kind} “{name}”; the first is {first_at}"
                yield Finding(one, one.trouble(message, "same-id", field))


def same_id(_: Case) -> ClaimTest:
    """Two claims with one id."""
    first: dict[str, tuple[str, int]] = {}

    def test(held: Located) -> Iterator[Finding]:
        if not held.ident:
            return
        here = held.file, held.line
        other = first.setdefault(held.ident, here)
        if other is not here:
            message = f"a second claim “{held.ident}”; the first is {other[0]}:{other[1]}"
            yield held.trouble(message, "same-id", "id")

    return test


def without_id(_: Case) -> ClaimTest:
    """Claims without an id cannot be named in a ruling or on the command line."""

    def test(held: Located) -> Iterator[Finding]:
        if held.ident is None:
            yield held.trouble("no id", "no-id", hint="check --fix makes one", severity="warning")

    return test


def unknown_article(case: Case) -> ClaimTest:
    """A claim names an article that the ledger does not have."""
    known = {source.id for source in case.book.ledger.sources}
    nearest = _nearest(known)
    broken = "\n".join(aside(case.book, "articles"))

    def test(held: Located) -> Iterator[Finding]:
        article = held.claim.article
        if article and article not in known and article not in broken:
            hint = nearest(article)
            message = f"no article “{article}”"
            yield held.trouble(message, "unknown-article", "article", hint=hint)

    return test


def article_of_event(case: Case) -> Iterator[Finding]:
    """An event names an article that is not there, or that another event, or its apart, has."""
    known = {source.id for source in case.book.ledger.sources}
    nearest = _nearest(known)
    broken = "\n".join(aside(case.book, "articles"))
    first: dict[str, str] = {}
    for event, one in zip(case.book.ledger.events, case.book.events, strict=True):
        for field, names in (("articles", event.articles), ("apart", event.apart)):
            for index, ident in enumerate(names):
                if ident not in known and ident not in broken:
                    hint = nearest(ident)
                    message = f"no article “{ident}”"
                    trouble = one.trouble(message, "unknown-article", field, index, hint=hint)
                    yield Finding(one, trouble)
                holder = first.setdefault(ident, event.name) if field == "articles" else None
                both = field == "apart" and ident in event.articles
                if both or holder not in (None, event.name):
                    message = f"“{ident}” tells of “{event.name if both else holder}” already"
                    hint = "an article tells of one event; take it out of one of the two"
                    trouble = one.trouble(message, "two-events", field, index, hint=hint)
                    yield Finding(one, trouble)


def misspelt_actor(case: Case) -> ClaimTest:
    """A name that is nearly, but not quite, that of an actor of the ledger."""
    known = {name for actor in case.book.ledger.actors for name in (actor.name, *actor.aliases)}
    nearest = _nearest(known, 0.85)

    def test(held: Located) -> Iterator[Finding]:
        claim = held.claim
        for field, names in (("actor", claim.actors), ("via", claim.via), ("cites", claim.cites)):
            for index, name in enumerate(names):
                if name not in known and (hint := nearest(name)):
                    message = f"no actor “{name}” is listed"
                    yield held.trouble(
                        message, "actor", field, index, hint=hint, severity="warning"
                    )

    return test


def unknown_answer(case: Case, answering: Iterable[Located], stamps: Stamps) -> Iterator[Finding]:
    """A claim that speaks to one that is not there, or to itself."""
    nearest = _nearest(stamps)
    for held in answering:
        for index, ident in enumerate(held.claim.answers):
            path = ("answers", index)
            if ident == held.claim.id:
                message, code = "a claim cannot speak to itself", "own-answer"
                yield held.trouble(message, code, *path, severity="warning")
            elif ident not in stamps and ident not in case.aside:
                hint = nearest(ident)
                message = f"no claim “{ident}”"
                yield held.trouble(message, "unknown-answer", *path, hint=hint, severity="warning")


def unknown_claim(case: Case, stamps: Stamps) -> Iterator[Finding]:
    """A ruling on a claim that is not there."""
    nearest = _nearest(stamps)
    for ruling in case.book.rulings:
        assert isinstance(ruling.value, RulingEntry)
        for index, ident in enumerate(ruling.value.claims):
            if ident not in stamps and ident not in case.aside:
                hint = nearest(ident)
                message = f"no claim “{ident}”"
                yield Finding(
                    ruling, ruling.trouble(message, "unknown-claim", "claims", index, hint=hint)
                )


def stale_ruling(case: Case, stamps: Stamps) -> Iterator[Finding]:
    """A ruling whose claims say something else than when it was made."""
    for ruling in case.book.rulings:
        assert isinstance(ruling.value, RulingEntry)
        for index, (ident, noted) in enumerate(
            zip(ruling.value.claims, ruling.value.stamps, strict=False)
        ):
            if ident in stamps and stamps[ident] != noted:
                hint = f"look at it again; then put {stamps[ident]} in its “as”"
                message = f"“{ident}” has changed since this was decided"
                trouble = ruling.trouble(message, "stale-ruling", "claims", index, hint=hint)
                yield Finding(ruling, trouble, "warning")


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


def beyond_the_end(case: Case) -> ClaimTest:
    """Places of the speaker or the cue that lie behind the end of the article.

    Of words that do, ``misquoted`` tells.
    """

    def test(held: Located) -> Iterator[Finding]:
        article = case.articles.get(held.claim.article or "")
        for name, mention in (("speaker", held.claim.speaker), ("cue", held.claim.cue)):
            end = max((span.end for span in mention.spans), default=0) if mention else 0
            if article and end > len(article.body):
                message = f"{end} lies behind the end of the article “{article.id}”"
                hint = f"its text has {len(article.body)} characters"
                yield held.trouble(message, "beyond-end", "read", name, hint=hint)

    return test


def misquoted(case: Case) -> ClaimTest:
    """Words that the article does not have, or has elsewhere."""

    def test(held: Located) -> Iterator[Finding]:
        one = case.quotation(held)
        if one is None or (one.spans and one.stands):
            return
        found = anchored(one.pieces, one.article.body, one.spans[0].start if one.spans else 0)
        if found and one.spans:
            at = ", ".join(f"{span.start}-{span.end}" for span in found)
            message, hint = "the quotation stands elsewhere in the article", f"at: {at}"
            yield held.trouble(message, "moved", "at", hint=hint)
        elif not found:
            message = f"the article “{held.claim.article}” does not have these words"
            yield held.trouble(message, "misquoted", "quote", hint=_there(one))

    return test


def _there(one: Quotation) -> str | None:
    """What the article has at the place."""
    body = one.article.body
    texts = [" ".join(body[span.start : span.end].split()) for span in one.spans]
    shown = " … ".join(texts)
    return (
        f"at this place it has: {shown[:160]}{'…' if len(shown) > 160 else ''}" if shown else None
    )


def no_number(_: Case) -> ClaimTest:
    """A figure whose words name no number and that has no bounds either."""

    def test(held: Located) -> Iterator[Finding]:
        for index, figure in enumerate(held.claim.figures):
            if figure.near is None and figure.value is None:
                message, hint = f"no number in “{figure.text}”", "set “min” and “max”"
                path = ("figures", index, "text")
                yield held.trouble(message, "no-number", *path, hint=hint, severity="warning")

    return test


def open_bound(_: Case) -> ClaimTest:
    """One bound of an analyst takes the place of both that the words have."""

    def test(held: Located) -> Iterator[Finding]:
        for index, figure in enumerate(held.claim.figures):
            for bound, missing, side in _half(figure):
                message = f"“{bound}” without “{missing}”: no {side} bound"
                hint = f"set “{missing}”, too: your own bounds take the place of the words'"
                path = ("figures", index, bound)
                yield held.trouble(message, "bounds", *path, hint=hint, severity="warning")

    return test


def _half(figure: Figure) -> Iterator[tuple[str, str, str]]:
    """The bound that is set and the one that is missing, unless the words are open there, too.

    Words such as “mindestens 300” are; “viele” names no bound and does not say that there is none.
    """
    if (figure.low is None) == (figure.high is None):
        return
    far = meaning(figure.text)[2]
    if figure.high is None and (far is None or far.high is not None):
        yield "min", "max", "upper"
    if figure.low is None and far and far.low:
        yield "max", "min", "lower"


def unseen_edge(_: Case) -> ClaimTest:
    """A name with a character at its edge that nobody sees is another name."""

    def test(held: Located) -> Iterator[Finding]:
        claim = held.claim
        lists = ("actor", claim.actors), ("via", claim.via), ("cites", claim.cites)
        topic, article = (claim.topic or "",), (claim.article or "",)
        words = ("tags", claim.tags), ("topic", topic), ("article", article)
        for field, names in (*lists, *words):
            for index, name in enumerate(names):
                if char := at_the_edge(name):
                    yield held.trouble(
                        _edge(char), "character", field, index, hint=_DELETE, severity="warning"
                    )

    return test


_DELETE = "delete it: with it this is another name"


def _edge(char: str) -> str:
    return f"{named(char)} at the edge of a name"


def unseen_edge_of_entry(case: Case) -> Iterator[Finding]:
    """The same of the names of articles, actors, topics and events."""
    book = case.book
    named = (*(("name", one) for one in (book.actors, book.topics, book.events)),)
    for field, placed in (("id", book.articles), *named):
        for one in placed:
            if char := at_the_edge(getattr(one.value, field)):
                trouble = one.trouble(_edge(char), "character", field, hint=_DELETE)
                yield Finding(one, trouble, "warning")


def unknown_state(_: Case) -> ClaimTest:
    """A figure in a state that is not on the list is compared with none but its like."""
    known = (*states(), OTHER)
    nearest = _nearest(known)

    def test(held: Located) -> Iterator[Finding]:
        for index, figure in enumerate(held.claim.figures):
            if figure.state and figure.state not in known:
                near = nearest(figure.state)
                hint = f"{f'{near} ' if near else ''}one of: {', '.join(dict.fromkeys(known))}"
                message = f"“{figure.state}” is no state"
                yield held.trouble(message, "word", "figures", index, "state", hint=hint)

    return test


ENTRY_RULES: tuple[Callable[[Case], Iterable[Finding]], ...] = (
    same_name,
    unread_article,
    other_text,
    other_date,
    misplaced,
    unseen_edge_of_entry,
    article_of_event,
)
CLAIM_RULES: tuple[Callable[[Case], ClaimTest], ...] = (
    same_id,
    without_id,
    unknown_article,
    misspelt_actor,
    beyond_the_end,
    misquoted,
    no_number,
    open_bound,
    unseen_edge,
    unknown_state,
)
RULING_RULES: tuple[Callable[[Case, Stamps], Iterable[Finding]], ...] = (
    unknown_claim,
    stale_ruling,
)
