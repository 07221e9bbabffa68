"""What the parser made of a text, put together sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.archive import reader
from claimtrack.cli.console import output
from claimtrack.cli.failure import Failure
from claimtrack.cli.ingesting import extraction
from claimtrack.model import Article, Claim, Mention, Problem, Span
from claimtrack.render import wording
from claimtrack.render.contract import claim_record
from claimtrack.render.explain_view import Note, Step

if TYPE_CHECKING:
    from claimtrack.article.plain_text import PlainText
    from claimtrack.extract.actor.trace import Finding
    from claimtrack.extract.candidates.explain import Fate
    from claimtrack.extract.sentence import Sentence
    from claimtrack.german.predicates import Predicate
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
    claims = [note for claim, finding in traced for note in _of_claim(claim, finding)]
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
        noted = [*dates(article, *around), *figures(article.body, *around)]
        for sentence in sentences:
            if _inside(sentence.span(0, len(sentence.tokens)), around):
                yield _step(sentence, by_sentence[sentence.index], noted)


def _step(sentence: Sentence, outcomes: Sequence[Fate], noted: Sequence[Note]) -> Step:
    at = sentence.span(0, len(sentence.tokens))
    here = (
        *clauses(sentence),
        *marks(sentence),
        *(note for note in noted if note.at and _inside(note.at, at)),
        *candidates(outcomes, sentence),
    )
    return Step("sentence", at, sentence.body[slice(*at)], here)


def _inside(at: Span, around: Span) -> bool:
    return around.start <= at.start < around.end


def clauses(sentence: Sentence) -> Iterator[Note]:
    """Each clause with its kind, the mood of its finite verb, the verb it means."""
    for clause in sentence.clauses:
        at = sentence.span(clause.start, clause.end)
        mood, verb = _mood(clause.predicate), _verb(clause.predicate)
        value = ", ".join(filter(None, (clause.kind, mood, verb)))
        facts = {"kind": clause.kind, "mood": mood or None, "verb": verb or None}
        yield Note("clause", sentence.body[slice(*at)], value, at, facts)


def _mood(predicate: Predicate | None) -> str:
    from claimtrack.german.verbs import Form

    if predicate is None:
        return ""
    if predicate.finite is None:
        return "infinitive"
    if predicate.konjunktiv:
        return "Konjunktiv I" if predicate.konjunktiv_one else "Konjunktiv II"
    return "preterite or Konjunktiv II" if predicate.form & Form.EITHER else "indicative"


def _verb(predicate: Predicate | None) -> str:
    """The verbs that a predicate can be, with its modal, in the passive, negated."""
    if predicate is None:
        return ""
    signs = (predicate.negated, "not"), (predicate.passive, "passive")
    features = [sign for given, sign in signs if given]
    return " ".join((*features, *filter(None, [predicate.modal]), "/".join(predicate.lemmas)))


def marks(sentence: Sentence) -> Iterator[Note]:
    """Each pair of quotation marks: a sentence of speech, or words woven into one."""
    for mark in sentence.quotations:
        kind = "direct speech" if mark in sentence.speech else "a fragment"
        value = f"{kind}, in other marks" if mark.depth else kind
        facts = {"kind": kind, "depth": mark.depth}
        yield Note("marks", sentence.body[slice(*mark.span)], value, mark.span, facts)


def candidates(fates: Iterable[Fate], sentence: Sentence) -> Iterator[Note]:
    """Each candidate: rule, score, speaker and words; whether it stands, and why not."""
    from claimtrack.extract.candidate import words_at

    for fate in fates:
        candidate, body = fate.candidate, sentence.body
        who = words_at(body, candidate.speaker) or "nobody"
        text = f"{candidate.rule} {candidate.score:.2f}: {who} | {words_at(body, candidate.spans)}"
        facts = {
            "rule": candidate.rule,
            "score": candidate.score,
            "kept": fate.kept,
            "why": fate.why or None,
            "rival": fate.rival.rule if fate.rival else None,
            "spans": [list(span) for span in candidate.spans],
            "speaker": [list(span) for span in candidate.speaker],
            "cue": [list(span) for span in candidate.cue],
        }
        label = "kept" if fate.kept else "fallen"
        yield Note(label, text, fate.why, Span(candidate.start, candidate.end), facts)


def dates(article: Article, start: int, end: int) -> Iterator[Note]:
    """The dates of a stretch of the body, resolved as far as they can be."""
    from claimtrack.german.dates import find_dates

    for date in find_dates(article.body[start:end], article.published):
        at = Span(start + date.start, start + date.end)
        yield Note("date", date.text, date.value or "?", at, {"value": date.value})


def figures(body: str, start: int, end: int) -> Iterator[Note]:
    """The numbers of a stretch of the body that count something, and what is meant by them."""
    from claimtrack.german.numbers import COUNTED, find_quantities

    for quantity in find_quantities(body[start:end]):
        if quantity.kind in COUNTED:
            value = wording.interval(quantity.near, output.glyphs())
            yield Note(
                "figure", quantity.text, value, Span(start + quantity.start, start + quantity.end)
            )


def _of_claim(claim: Claim, finding: Finding | None) -> Iterator[Note]:
    """A claim where its words begin: who and how, its words, the rule and the words behind it.

    ``finding`` says how its actor was found.
    """
    if claim.quote is None:
        return
    at = claim.quote.spans[0]
    who = wording.chain(claim, output.glyphs())
    when = f", said {claim.said}" if claim.said else ""
    head = f"{who}: {claim.stance}, {claim.confidence}{when}"
    yield Note("claim", head, "", at, {**claim_record(claim), "found": _found(finding)})
    yield Note("  words", claim.quote.text, "", at)
    for figure in claim.figures:
        counted = " ".join(filter(None, [figure.text, figure.what]))
        narrowed = ", ".join(filter(None, [figure.state, *figure.scope]))
        yield Note("  figure", counted, narrowed, at)
    for ident in claim.answers:
        yield Note("  answers", ident, "", at)
    for label, mention in (("  speaker", claim.speaker), ("  cue", claim.cue)):
        yield from _mentioned(label, mention, at)
        if finding and label == "  speaker":
            yield from _traced(finding, at)
    if claim.hedge:
        yield Note("  hedge", claim.hedge, claim.confidence, at)
    if claim.read:
        yield Note("  rule", f"{claim.read.rule}, score {claim.read.score:.2f}", "", at)


def _found(finding: Finding | None) -> dict[str, object] | None:
    """How an actor was found, for programs; null where no words point to one."""
    if finding is None:
        return None
    return {
        "mention": finding.mention,
        "at": list(finding.at) if finding.at else None,
        "steps": list(finding.steps),
        "carried": finding.carried,
        "fallen": [{"actor": passed.actor, "why": passed.why} for passed in finding.fallen],
    }


def _traced(finding: Finding, at: Span) -> Iterator[Note]:
    """How an actor was found, for people: the step, where from, and who fell."""
    place = f" at {finding.at.start}" if finding.at else ""
    carried = ", carried on" if finding.carried else ""
    yield Note("  found", f"{finding.mention}{place}{carried}", " and ".join(finding.steps), at)
    for passed in finding.fallen:
        yield Note("  not", passed.actor, passed.why, at)


def _mentioned(label: str, mention: Mention | None, at: Span) -> Iterator[Note]:
    if mention:
        yield Note(label, mention.text, "", at)
