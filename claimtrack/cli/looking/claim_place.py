"""The place of a claim in its article: the sentences around its words, its line in the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from claimtrack.cli import locations
from claimtrack.model import Article, Claim, Ledger, Mention, Source, Span
from claimtrack.render.show import Setting, ToldEvent

Sources = Mapping[str, Source]
"""The articles of a ledger by their ids."""


def setting(
    ledger: Ledger,
    sources: Sources,
    claim: Claim,
    topic: str | None,
    event: ToldEvent | None = None,
) -> Setting:
    """All that is known of where a claim stands; without its article, less of it."""
    source = sources.get(claim.article or "")
    path, article = _article(ledger, source)
    span = _whole(claim)
    place, link = ledger.place(claim.id), locations.link(ledger, claim.id)
    if article is None or path is None or span is None:
        where = str(path) if path else None
        return Setting(place, link, source, topic=topic, where=where, event=event)
    around = sentences_around(article, span)
    return Setting(
        place,
        link,
        source,
        where=place_of(path, Path(ledger.path), article.body, span.start),
        context=article.body[around.start : around.end],
        offset=around.start,
        topic=topic,
        moved=not _stands(article, claim),
        event=event,
    )


def _article(ledger: Ledger, source: Source | None) -> tuple[Path | None, Article | None]:
    path = locations.article_path(ledger, source) if source else None
    if source is None or path is None:
        return None, None
    articles = _read(path.absolute(), Path(ledger.path).absolute())
    only = next(iter(articles.values())) if len(articles) == 1 else None
    return path, articles.get(source.id, only)


@lru_cache(maxsize=16)
def _read(path: Path, ledger: Path) -> dict[str, Article]:
    """The articles of a file that a ledger names, by their ids; none when it cannot be read."""
    from claimtrack.ledger.files.reach import reach

    articles, _ = reach(ledger).read(path)
    return {article.id: article for article in articles}


def quoted(ledger: Ledger, sources: Sources, claim: Claim) -> Claim:
    """The claim with the words of its speaker and cue, of which the ledger holds the place only.

    Without its article, or where that no longer has the quotation, they stay empty.
    """
    _, article = _article(ledger, sources.get(claim.article or ""))
    if article is None or not _stands(article, claim):
        return claim
    speaker, cue = (_worded(mention, article) for mention in (claim.speaker, claim.cue))
    return replace(claim, speaker=speaker, cue=cue)


def _worded(mention: Mention | None, article: Article) -> Mention | None:
    if mention is None or mention.text or not all(map(article.holds, mention.spans)):
        return mention
    words = (article.body[span.start : span.end] for span in mention.spans)
    return Mention(" ".join(words), mention.spans)


def _whole(claim: Claim) -> Span | None:
    """From the first to the last character of the quotation."""
    if claim.quote is None or not claim.quote.spans:
        return None
    spans = claim.quote.spans
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _stands(article: Article, claim: Claim) -> bool:
    """Whether the quotation, if there is one, is still where the claim says."""
    return claim.quote is None or article.has(claim.quote)


def sentences_around(article: Article, span: Span) -> Span:
    """The sentences that a stretch of the body touches, inside its paragraph."""
    from claimtrack.article import blocks
    from claimtrack.german.tokens import sentences, span_of, tokenize

    around = span
    for block in blocks(article):
        if block.start < span.end and span.start < block.end:
            for tokens in sentences(tokenize(article.body, block.start, block.end)):
                start, end = span_of(tokens)
                if start < span.end and span.start < end:
                    around = Span(min(around.start, start), max(around.end, end))
    return around


@lru_cache(maxsize=16)
def _text(path: Path, ledger: Path) -> str:
    from claimtrack.ledger.files.reach import reach

    return reach(ledger).text(path).replace("\r\n", "\n")


def place_of(path: Path, ledger: Path, body: str, offset: int) -> str:
    """``file:line`` of a character of a body; the file alone when it holds the body encoded."""
    text = _text(path.absolute(), ledger.absolute())
    start = text.rfind(body)
    return f"{path}:{text.count(chr(10), 0, start + offset) + 1}" if start >= 0 else str(path)
