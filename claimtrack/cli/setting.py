"""The place of a claim in its article: the sentences around its words, its line in the file."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from claimtrack.cli import opening
from claimtrack.model import Article, Claim, Ledger, Mention, Span
from claimtrack.render.show import Setting


def setting(found: Ledger, claim: Claim, topic: str | None) -> Setting:
    """All that is known of where a claim stands; without its article, less of it."""
    source = opening.source_of(found, claim)
    path = opening.article_path(found, source) if source else None
    article = read(path, source.id) if path and source else None
    span = _whole(claim)
    place, link = opening.place(found, claim), opening.link(found, claim.id)
    if article is None or path is None or span is None:
        return Setting(place, link, source, topic=topic, where=str(path) if path else None)
    around = sentences_around(article, span)
    return Setting(
        place,
        link,
        source,
        where=f"{path}:{line_of(path, article.body, span.start)}",
        context=article.body[around.start : around.end],
        offset=around.start,
        topic=topic,
        moved=not stands(article, claim),
    )


@cache
def read(path: Path, ident: str) -> Article | None:
    """The article with this id in a file; None when it cannot be read."""
    from claimtrack.article import read as read_articles

    articles, _ = read_articles(path)
    named = (article for article in articles if article.id == ident)
    return next(named, articles[0] if articles else None)


def quoted(found: Ledger, claim: Claim) -> Claim:
    """The claim with the words of its speaker and cue, of which the ledger holds the place only.

    Without its article, or where that no longer has the quotation, they stay empty.
    """
    source = opening.source_of(found, claim)
    path = opening.article_path(found, source) if source else None
    article = read(path, source.id) if path and source else None
    if article is None or not stands(article, claim):
        return claim
    body = article.body
    return replace(claim, speaker=_worded(claim.speaker, body), cue=_worded(claim.cue, body))


def _worded(mention: Mention | None, body: str) -> Mention | None:
    if mention is None or mention.text:
        return mention
    return Mention(" ".join(body[span.start : span.end] for span in mention.spans), mention.spans)


def _whole(claim: Claim) -> Span | None:
    """From the first to the last character of the quotation."""
    if claim.quote is None or not claim.quote.spans:
        return None
    spans = claim.quote.spans
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def stands(article: Article, claim: Claim) -> bool:
    """Whether every piece of the quotation is still, letter for letter, where the claim says."""
    quote = claim.quote
    if quote is None:
        return True
    return all(article.body[span.start : span.end] in quote.text for span in quote.spans)


def sentences_around(article: Article, span: Span) -> Span:
    """The sentences that a stretch of the body touches, inside its paragraph."""
    from claimtrack.article import blocks
    from claimtrack.german.tokens import sentences, span_of, tokenize

    found = span
    for block in blocks(article):
        if block.start < span.end and span.start < block.end:
            for tokens in sentences(tokenize(article.body, block.start, block.end)):
                start, end = span_of(tokens)
                if start < span.end and span.start < end:
                    found = Span(min(found.start, start), max(found.end, end))
    return found


@cache
def _text(path: Path) -> str:
    text = path.read_text(encoding="utf-8-sig", errors="replace")
    return text.replace("\r\n", "\n")


def line_of(path: Path, body: str, offset: int) -> int:
    """The line, from 1, of the article's file on which a character of its body stands."""
    text = _text(path)
    return text.count("\n", 0, max(text.rfind(body), 0) + offset) + 1
