"""What the parser made of a text, put together sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.cli import extraction, notes
from claimtrack.cli.failure import Failure
from claimtrack.model import Article, Problem, Span
from claimtrack.render.explain import Note, Step

if TYPE_CHECKING:
    from claimtrack.extract.account import Fate
    from claimtrack.extract.passage import Sentence
    from claimtrack.registry import Registry


def articles(source: str, published: str | None, unread: list[Problem]) -> Iterator[Article]:
    """The articles of a path, or the words typed as an article of their own.

    What holds a blank and names no file is taken for German words.
    """
    if not source.strip():
        raise Failure("empty text", "claimtrack explain ARTICLE, or German words in quotes")
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
    from claimtrack.extract import extract, sentences_of
    from claimtrack.extract.account import fates
    from claimtrack.extract.escapes import blanked

    sentences = sentences_of(article)
    told = fates(sentences)
    claims = [note for claim in extract(article, registry) for note in notes.claim(claim)]
    article = replace(article, body=blanked(article.body))
    for block in blocks(article):
        around = Span(block.start, block.end)
        if block.kind != "paragraph":
            yield Step(block.kind, around, article.body[slice(*around)])
            continue
        found = [*notes.dates(article, *around), *notes.figures(article.body, *around)]
        for sentence in sentences:
            if _inside(sentence.span(0, len(sentence.tokens)), around):
                yield _step(sentence, told[sentence.index], found, claims)


def _step(
    sentence: Sentence, told: Sequence[Fate], found: Sequence[Note], claims: Sequence[Note]
) -> Step:
    at = sentence.span(0, len(sentence.tokens))
    here = (
        *notes.clauses(sentence),
        *notes.marks(sentence),
        *(note for note in found if note.at and _inside(note.at, at)),
        *notes.candidates(told, sentence),
        *(note for note in claims if note.at and _inside(note.at, at)),
    )
    return Step("sentence", at, sentence.body[slice(*at)], here)


def _inside(at: Span, around: Span) -> bool:
    return around.start <= at.start < around.end
