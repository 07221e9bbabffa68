"""What the parser made of a text, put together sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.archive import reader
from claimtrack.cli.failure import Failure
from claimtrack.cli.ingesting import extraction, notes
from claimtrack.model import Article, Problem, Span
from claimtrack.render.explain_view import Note, Step

if TYPE_CHECKING:
    from claimtrack.article.plain_text import PlainText
    from claimtrack.extract.candidates.explain import Fate
    from claimtrack.extract.sentence import Sentence
    from claimtrack.registry import Registry

_PLACES = frozenset({"spans", "speaker", "cue"})
"""Facts of a candidate that are lists of spans."""


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
    """The blocks of an article in order, paragraphs sentence by sentence; offsets of its body."""
    from claimtrack.article.plain_text import plain_text
    from claimtrack.extract import extract_traced

    plain = plain_text(article.body)
    traced = extract_traced(article, registry)
    claims = [note for claim, finding in traced for note in notes.claim(claim, finding)]
    for plain_step in _plain_steps(replace(article, body=plain.text)):
        step = _written(plain_step, plain)
        if step.kind == "sentence":
            here = tuple(note for note in claims if note.at and _inside(note.at, step.span))
            step = replace(step, notes=(*step.notes, *here))
        yield step


def told(article: Article, registry: Registry) -> tuple[Step, ...] | Problem:
    """All steps of an article; a problem where an unforeseen error ended its reading."""
    try:
        return tuple(steps(article, registry))
    except Exception as error:
        return reader.left_out(article, error)


def _written(step: Step, plain: PlainText) -> Step:
    """A step with the offsets of the body in place of those of its plain text."""
    return replace(
        step,
        span=plain.written(step.span),
        notes=tuple(_written_note(note, plain) for note in step.notes),
    )


def _written_note(note: Note, plain: PlainText) -> Note:
    at = plain.written(note.at) if note.at else None
    if note.facts is None:
        return replace(note, at=at)
    facts = {key: _written_fact(key, fact, plain) for key, fact in note.facts.items()}
    return replace(note, at=at, facts=facts)


def _written_fact(key: str, fact: object, plain: PlainText) -> object:
    if key not in _PLACES or not isinstance(fact, list):
        return fact
    return [list(plain.written(Span(*span))) for span in fact]


def _plain_steps(article: Article) -> Iterator[Step]:
    from claimtrack.article import blocks
    from claimtrack.extract import sentences_of
    from claimtrack.extract.candidates.explain import fates

    sentences = sentences_of(article)
    by_sentence = fates(sentences)
    for block in blocks(article):
        around = Span(block.start, block.end)
        if block.kind != "paragraph":
            yield Step(block.kind, around, article.body[slice(*around)])
            continue
        noted = [*notes.dates(article, *around), *notes.figures(article.body, *around)]
        for sentence in sentences:
            if _inside(sentence.span(0, len(sentence.tokens)), around):
                yield _step(sentence, by_sentence[sentence.index], noted)


def _step(sentence: Sentence, outcomes: Sequence[Fate], noted: Sequence[Note]) -> Step:
    at = sentence.span(0, len(sentence.tokens))
    here = (
        *notes.clauses(sentence),
        *notes.marks(sentence),
        *(note for note in noted if note.at and _inside(note.at, at)),
        *notes.candidates(outcomes, sentence),
    )
    return Step("sentence", at, sentence.body[slice(*at)], here)


def _inside(at: Span, around: Span) -> bool:
    return around.start <= at.start < around.end
