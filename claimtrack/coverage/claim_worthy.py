"""The stretches of an article that ask for a claim, whoever has read it.

Only its paragraphs are looked at: headlines, captions and the debris of its page ask for nothing.

- figure: a number that says how many, how much or how many times; no date, duration or ordinal.
- quotation: words in marks, outermost; of fewer than ``SPOKEN`` words they are ``brief``, for these
  are scare quotes and titles as often as speech.
- speech: a clause with a reporting verb ("sagte X"), a source phrase ("laut X", "X zufolge"), a
  clause in the Konjunktiv I, one that tells of a stand ("reagierte enttäuscht"), a noun before a
  colon ("Ihr Urteil: …"), and whatever a way of reporting took for a claim, whether it stood.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Literal, get_args

from claimtrack.german.numbers import COUNTED, find_quantities
from claimtrack.lexicon import classes, table
from claimtrack.model import Article, Span

if TYPE_CHECKING:
    from claimtrack.article.plain_text import PlainText
    from claimtrack.extract.candidates.explain import Fate
    from claimtrack.extract.sentence import Sentence
    from claimtrack.german.clauses import Clause

Kind = Literal["figure", "quotation", "speech"]
KINDS: tuple[str, ...] = get_args(Kind)

SPOKEN = 3
"""Words in marks from which on they are a quotation, not a scare quote."""

_OF_TIME = frozenset({"duration", "time"})
"""Measures that say how long or when, and not how many."""


@cache
def _counting() -> frozenset[str]:
    """The kinds of quantities that say how many or how much: no year, age, ordinal or label."""
    return COUNTED | {"multiple"} | {row[1] for row in table("units")} - _OF_TIME


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that ask for a claim, in one or several pieces, and the sentence they stand in.

    Spans are characters of the article's body, the end exclusive. ``why`` says what was seen in
    them; ``rule`` is that of the candidate, where a way of reporting took them for a claim, and
    ``rival`` the rule to which it fell. ``weight`` orders reasons: the higher says more.
    """

    kind: Kind
    spans: tuple[Span, ...]
    sentence: Span
    why: str
    rule: str | None = None
    rival: str | None = None
    brief: bool = False
    weight: int = 0

    @property
    def whole(self) -> Span:
        """From its first to its last character."""
        return Span(self.spans[0].start, self.spans[-1].end)


def stretches(article: Article) -> Iterator[Stretch]:
    """All stretches of an article that ask for a claim, in the order of its sentences."""
    from claimtrack.article.plain_text import plain_text
    from claimtrack.extract import sentences_of
    from claimtrack.extract.candidates.explain import fates

    plain = plain_text(article.body)
    read = replace(article, body=plain.text)
    sentences = sentences_of(read)
    for sentence, judged in zip(sentences, fates(sentences), strict=True):
        for stretch in _of_sentence(sentence, judged):
            yield _as_written(stretch, plain)


def _as_written(stretch: Stretch, plain: PlainText) -> Stretch:
    """A stretch with the places of the body in place of those of its plain text."""
    spans = tuple(map(plain.written, stretch.spans))
    return replace(stretch, spans=spans, sentence=plain.written(stretch.sentence))


def _of_sentence(sentence: Sentence, judged: Sequence[Fate]) -> Iterator[Stretch]:
    yield from _figures(sentence)
    yield from _ones(sentence)
    yield from _quotations(sentence)
    yield from _clauses(sentence)
    yield from _sources(sentence)
    yield from _headings(sentence)
    for fate in judged:
        if fate.candidate.sentence == sentence.index:
            yield _candidate(sentence, fate)


def _figures(sentence: Sentence) -> Iterator[Stretch]:
    """The numbers of a sentence that count or measure."""
    around = sentence.whole
    for quantity in find_quantities(sentence.body[slice(*around)]):
        if quantity.kind in _counting():
            span = Span(around.start + quantity.start, around.start + quantity.end)
            yield Stretch("figure", (span,), around, "a number")


def _ones(sentence: Sentence) -> Iterator[Stretch]:
    """The articles of a sentence that count: "nur eine Kraft", "ein einziger Toter"."""
    words, lows = classes("counting_words"), [token.low for token in sentence.tokens]
    for at, low in enumerate(lows):
        if low not in words["one"]:
            continue
        first = at - (at > 0 and lows[at - 1] in words["limits"])
        end = at + 1 + (at + 1 < len(lows) and lows[at + 1] in words["only"])
        if end - first > 1:
            span = sentence.span(first, end)
            yield Stretch("figure", (span,), sentence.whole, "an article that counts")


def _quotations(sentence: Sentence) -> Iterator[Stretch]:
    for mark in sentence.quotations:
        if mark.depth == 0:
            words = len(sentence.body[slice(*mark.inner)].split())
            speech = mark in sentence.speech
            why = "direct speech" if speech else "words in marks"
            yield Stretch("quotation", (mark.span,), sentence.whole, why, brief=words < SPOKEN)


def _clauses(sentence: Sentence) -> Iterator[Stretch]:
    """Clauses with a reporting verb, in the Konjunktiv I, or that tell of a stand."""
    for index, clause in enumerate(sentence.clauses):
        cue, predicate = sentence.cues[index], clause.predicate
        if cue is not None:
            why, weight = f"a verb that reports: {cue.lemma}", 2
        elif predicate is not None and predicate.konjunktiv_one:
            why, weight = "told in the Konjunktiv I", 1
        elif (stand := stance(sentence, clause)) is not None:
            why, weight = f"words that tell of a stand: {stand}", 1
        else:
            continue
        yield Stretch("speech", (sentence.clause_span(index),), sentence.whole, why, weight=weight)


def _headings(sentence: Sentence) -> Iterator[Stretch]:
    if (heading := heading_noun(sentence)) is not None:
        at, noun = heading
        span = sentence.span(at, at + 1)
        yield Stretch("speech", (span,), sentence.whole, f"a noun that reports: {noun}", weight=1)


def _sources(sentence: Sentence) -> Iterator[Stretch]:
    from claimtrack.extract.speaker.source_phrase import find_sources

    for source in find_sources(sentence):
        span = sentence.span(source.start, source.end)
        words = " ".join(sentence.body[slice(*span)].split())
        yield Stretch("speech", (span,), sentence.whole, f"a source is named: {words}", weight=2)


def _candidate(sentence: Sentence, fate: Fate) -> Stretch:
    candidate = fate.candidate
    rival = fate.rival.rule if fate.rival else None
    if fate.kept:
        why, weight = f"{candidate.rule} reads a claim here that the ledger does not have", 4
    else:
        why, weight = f"{candidate.rule} saw a claim here; it {fate.why}", 3
    spans = tuple(sorted({*candidate.spans, *candidate.cue}))
    return Stretch("speech", spans, sentence.whole, why, candidate.rule, rival, weight=weight)


_ANY = frozenset[str]()
_WITH_INFINITIVE = 2
"""Verbs of a predicate that has a modal one."""


@cache
def _words() -> dict[str, list[str]]:
    return {row[0]: row[1].split() for row in table("stance_verbs") if row[0].startswith("@")}


@cache
def _verbs() -> dict[str, frozenset[str]]:
    """By infinitive the words of which one must stand in its clause; none for any."""
    rows, words = {row[0]: row[1] for row in table("stance_verbs")}, _words()
    return {
        verb: frozenset(chain.from_iterable(words.get(word, [word]) for word in row.split()))
        if row != "-"
        else _ANY
        for verb, row in rows.items()
        if verb not in words
    }


def stance(sentence: Sentence, clause: Clause) -> str | None:
    """The words by which a clause tells of a stand, with no word of what was said, or None.

    "reagieren enttäuscht", "pochen auf", "Kritik kommen": no claim is read out of such clauses.
    """
    if clause.predicate is None:
        return None
    if (plan := _plan(sentence, clause)) is not None:
        return plan
    lows = [sentence.tokens[at].low for at in range(clause.start, clause.end)]
    for lemma in clause.predicate.lemmas:
        if (needed := _verbs().get(lemma)) is not None:
            beside = next((low for low in lows if low in needed), None)
            if beside or not needed:
                return " ".join(filter(None, (lemma, beside)))
    return None


def _plan(sentence: Sentence, clause: Clause) -> str | None:
    """The modal verb of what somebody wants, or what is planned or said to be: "soll kommen"."""
    predicate = clause.predicate
    if predicate is None or predicate.finite is None or len(predicate.verbs) < _WITH_INFINITIVE:
        return None
    modal = sentence.tokens[predicate.finite].low
    return modal if modal in _words()["@plans"] else None


def heading_noun(sentence: Sentence) -> tuple[int, str] | None:
    """The noun of words that a colon announces ("Ihre Einschätzung: …"), with its index."""
    from claimtrack.extract.reporting_words import reporting_noun

    tokens = sentence.tokens
    colon = next((at for at, token in enumerate(tokens) if token.text == ":"), 0)
    if not colon or not tokens[colon - 1].word.capital or colon + 1 == len(tokens):
        return None
    cue = reporting_noun(tokens[colon - 1].low)
    return (colon - 1, cue.lemma) if cue else None
