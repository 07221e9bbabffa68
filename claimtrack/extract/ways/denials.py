"""Denials, concessions and doubts: the clause itself is the claim, whatever it answers.

By a verb of ``denial_verbs``: "X bestritt eine Absprache"; by a noun: "Ein Dementi des X folgte",
"X blieb bei seinem Nein"; by a view set against another: "Anders als Y hält X das für sicher"; by
what somebody does not know: "Der Polizei ist von einem Überfall nichts bekannt". Words behind a
denial that has its object are the speaker's own: "X wies das zurück: Der Deich sei sicher gewesen".
"""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.extract.candidate import Candidate, Frame, Spans, framed
from claimtrack.extract.sentence import Sentence
from claimtrack.extract.speaker.agent import agent, knower
from claimtrack.extract.speaker.weight import BODY, weight
from claimtrack.extract.speaker.who_speaks import holder, subject
from claimtrack.extract.ways.denial_verbs import by_verb, denied_clause, is_somebody, own_extent
from claimtrack.lexicon import classes
from claimtrack.model import Span

_WORDS = classes("answer_words")
_KINDS = frozenset({"main", "sub"})


def find(sentence: Sentence) -> Iterator[Candidate]:
    """Candidates for the clauses that answer what others say."""
    for i, clause in enumerate(sentence.clauses):
        if clause.kind not in _KINDS or clause.predicate is None or clause.predicate.konjunktiv:
            continue
        frame = by_verb(sentence, i) or _by_noun(sentence, i) or _by_view(sentence, i)
        frame = frame or _by_ignorance(sentence, i)
        if frame is not None:
            yield framed(
                frame,
                kind="reported",
                rule="denial",
                spans=_with_denied_clause(sentence, i, frame.spans),
                sentence=sentence.index,
                score=0.72,
            )


def _with_denied_clause(sentence: Sentence, i: int, spans: Spans) -> Spans:
    """The words of a denial, from the dass-clause on where it stands before."""
    first = denied_clause(sentence, i)
    if first is None:
        return spans
    return (Span(sentence.clause_span(first).start, spans[0].end), *spans[1:])


def _by_noun(sentence: Sentence, i: int) -> Frame | None:
    """A noun that is a denial: "ein Dementi des X folgte", "blieb bei seinem Nein"."""
    clause = sentence.clauses[i]
    if not (_WORDS["denial_noun"] & sentence.lows) or clause.predicate is None:
        return None
    if not _WORDS["denial_verb"] & {*clause.predicate.lemmas} or _stays_out(sentence, i):
        return None
    noun = next(
        (
            n
            for n in range(clause.start, clause.end)
            if sentence.tokens[n].word.capital
            and sentence.tokens[n].low in _WORDS["denial_noun"]
            and not _votes(sentence, n)
        ),
        None,
    )
    if noun is None:
        return None
    found = holder(sentence, i, noun)
    own = found if found and not _holds(found, sentence, noun) else agent(sentence, i)
    own = own or _whose(sentence, i, noun)
    words = (own_extent(sentence, i),)
    return Frame("denial", words, own, (sentence.token_span(noun),), "denies")


def _stays_out(sentence: Sentence, i: int) -> bool:
    """Whether nobody denies: "ein Dementi blieb aus", "ein Widerspruch kam nicht"."""
    predicate = sentence.clauses[i].predicate
    assert predicate is not None
    words = sentence.words(i)
    return predicate.negated or (words[-1] == "aus" and "bleiben" in predicate.lemmas)


def _whose(sentence: Sentence, i: int, noun: int) -> Spans:
    """Whose denial it is where the noun does not say so.

    Out of which body it came ("aus dem Ministerium kam ein Dementi"), or the subject, who made it
    ("X reagierte mit einem Dementi").
    """
    for phrase in sentence.phrases(i):
        if phrase.governed == "aus" and weight(sentence.tokens, phrase) >= BODY:
            return (sentence.phrase_span(phrase),)
    made = subject(sentence, i)
    if not made or _holds(made, sentence, noun) or not is_somebody(sentence, i, made):
        return ()
    return made


def _votes(sentence: Sentence, n: int) -> bool:
    """Whether a noun is a vote against something: "nach dem Nein zum Gesetz"."""
    following = sentence.tokens[n + 1 : n + 2]
    return any(token.low in ("zu", "zum", "zur") for token in following)


def _by_view(sentence: Sentence, i: int) -> Frame | None:
    """A view set against another: "Anders als der Betreiber hält X die Anlage für unsicher"."""
    predicate = sentence.clauses[i].predicate
    if predicate is None or predicate.passive or _WORDS["viewing"].isdisjoint(predicate.lemmas):
        return None
    words = set(sentence.words(i))
    if not words & (_WORDS["against"] | _WORDS["contrast"]):
        return None
    speaker = subject(sentence, i)
    if not speaker or not is_somebody(sentence, i, speaker):
        return None
    spans = (own_extent(sentence, i),)
    return Frame("denial", spans, speaker, sentence.verb_spans(i))


def _by_ignorance(sentence: Sentence, i: int) -> Frame | None:
    """Who knows of nothing: "Der Polizei ist von einem Überfall nichts bekannt".

    In the dative, with "nichts bekannt", or with no signs or findings that lie before them ("dem
    Amt liegen keine Hinweise vor").
    """
    predicate = sentence.clauses[i].predicate
    if predicate is None or _WORDS["known_verb"].isdisjoint(predicate.lemmas):
        return None
    words = set(sentence.words(i))
    none = "nichts" in words or any(word.startswith("kein") for word in words)
    if not none or _WORDS["knowledge"].isdisjoint(words):
        return None
    speaker = knower(sentence, i)
    if not speaker:
        return None
    return Frame("denial", (own_extent(sentence, i),), speaker, sentence.verb_spans(i), "doubts")


def _holds(spans: Spans, sentence: Sentence, token: int) -> bool:
    at = sentence.tokens[token].start
    return any(span.start <= at < span.end for span in spans)
