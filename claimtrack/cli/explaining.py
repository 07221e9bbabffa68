"""What the parser made of a text, put together sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.cli import extraction, output
from claimtrack.model import Article, Claim, Problem, Span
from claimtrack.render import words
from claimtrack.render.explain import Note, Step

if TYPE_CHECKING:
    from claimtrack.registry import Registry

Marks = Sequence[tuple[Span, Note]]


def articles(source: str, published: str | None, unread: list[Problem]) -> Iterator[Article]:
    """The articles of a path, or the words typed as an article of their own.

    What holds a blank and names no file is taken for German words.
    """
    if " " in source.strip() and not _exists(source):
        yield Article("text", source, published=extraction.date(published))
    else:
        yield from extraction.articles([source], published, unread)


def _exists(source: str) -> bool:
    try:
        return Path(source).exists()
    except (OSError, ValueError):  # too long for a file name, or a NUL in it
        return False


def steps(article: Article, registry: Registry) -> Iterator[Step]:
    """The blocks of an article in order, paragraphs sentence by sentence."""
    from claimtrack.article import blocks
    from claimtrack.extract import extract
    from claimtrack.german.tokens import sentences, span_of, tokenize

    body = article.body
    claims = [mark for claim in extract(article, registry) for mark in _claim(claim)]
    for block in blocks(article):
        if block.kind != "paragraph":
            yield Step(block.kind, Span(block.start, block.end), body[block.start : block.end])
            continue
        found = [*_dates(article, block.start, block.end), *_figures(body, block.start, block.end)]
        for tokens in sentences(tokenize(body, block.start, block.end)):
            span = span_of(tokens)
            notes = tuple(note for at, note in (*found, *claims) if _inside(at, span))
            yield Step("sentence", span, body[span.start : span.end], notes)


def _inside(at: Span, span: Span) -> bool:
    return span.start <= at.start < span.end


def _dates(article: Article, start: int, end: int) -> Marks:
    from claimtrack.german.dates import find_dates

    return [
        (Span(start + date.start, start + date.end), Note("date", date.text, date.value or "?"))
        for date in find_dates(article.body[start:end], article.published)
    ]


def _figures(body: str, start: int, end: int) -> Marks:
    from claimtrack.german.numbers import COUNTED, find_quantities

    glyphs = output.glyphs()
    return [
        (
            Span(start + one.start, start + one.end),
            Note("figure", one.text, words.interval(one.near, glyphs)),
        )
        for one in find_quantities(body[start:end])
        if one.kind in COUNTED
    ]


def _claim(claim: Claim) -> Iterator[tuple[Span, Note]]:
    """A claim where its words begin: who and how, its words, the rule and the words behind it."""
    if claim.quote is None:
        return
    at = claim.quote.spans[0]
    who = words.chain(claim, output.glyphs())
    when = f", said {claim.said}" if claim.said else ""
    yield at, Note("claim", f"{who}: {claim.stance}, {claim.confidence}{when}")
    yield at, Note("  words", claim.quote.text)
    for figure in claim.figures:
        counted = " ".join(filter(None, [figure.text, figure.what]))
        yield at, Note("  figure", counted, figure.state or "")
    for label, mention in (("  speaker", claim.speaker), ("  cue", claim.cue)):
        if mention:
            yield at, Note(label, mention.text)
    if claim.hedge:
        yield at, Note("  hedge", claim.hedge, claim.confidence)
    if claim.read:
        yield at, Note("  rule", f"{claim.read.rule}, score {claim.read.score:.2f}")
