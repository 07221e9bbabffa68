"""What is told of somewhere: "Im Umfeld des Klubs war von einem Wechsel die Rede".

Shapes: "im Bericht", "in Parteikreisen", "beim Kreis ist von X die Rede", "aus dem Umfeld ist von X
zu hören". None where the talk is nobody's ("bei Köln", "im Mai war von X die Rede") nor of what
there is no talk ("davon kann keine Rede sein"). The clause itself is the claim.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.extract.candidate import Candidate, Frame, Spans, framed
from claimtrack.extract.pointing_words import ends_in
from claimtrack.extract.reporting_words import reporting_noun
from claimtrack.extract.sentence import Sentence
from claimtrack.extract.speaker.without_subject import body_at
from claimtrack.extract.ways.acts import extent
from claimtrack.extract.ways.number_verbs import is_heard, put_numbers
from claimtrack.lexicon import classes

_WORDS = classes("answer_words")
_WHERE = frozenset({"in", "im", "unter", "aus"})
_SCORE = 0.65


def find(sentence: Sentence) -> Iterator[Candidate]:
    """Candidates for the clauses in which something that is no number is told of."""
    for i, clause in enumerate(sentence.clauses):
        predicate = clause.predicate
        if clause.kind != "main" or predicate is None or predicate.negated or predicate.modal:
            continue
        if not is_talk(sentence, i) or put_numbers(sentence, i) or not _of_something(sentence, i):
            continue
        if speaker := told_in(sentence, i):
            words = (sentence.span(*extent(sentence, i)),)
            cue = (sentence.token_span(clause.start + sentence.words(i).index("rede")),)
            yield framed(
                Frame("told_of", words, speaker, cue),
                kind="reported",
                rule="told_of",
                spans=words,
                sentence=sentence.index,
                score=_SCORE,
            )


def is_talk(sentence: Sentence, i: int) -> bool:
    """Whether clause ``i`` says that something is told of: "ist von X die Rede"."""
    predicate = sentence.clauses[i].predicate
    words = sentence.words(i)
    if predicate is None or "sein" not in predicate.lemmas or "rede" not in words:
        return False
    at = words.index("rede")
    return at > 0 and words[at - 1] == "die"


def told_in(sentence: Sentence, i: int) -> Spans:
    """Where clause ``i`` tells of something: whose paper it is, a circle of people, a body."""
    if not (is_talk(sentence, i) or (is_heard(sentence, i) and put_numbers(sentence, i))):
        return ()
    for phrase in sentence.phrases(i):
        head = sentence.tokens[phrase.head].low
        among = ends_in(head, _WORDS["told_among"])
        paper = reporting_noun(head) is not None or ends_in(head, _WORDS["saying"])
        if phrase.governed not in _WHERE or not (among or paper):
            continue
        owned = phrase.core < phrase.end and not among
        return (sentence.span(phrase.core if owned else phrase.start, phrase.end),)
    return body_at(sentence, i)


def _of_something(sentence: Sentence, i: int) -> bool:
    """Whether a phrase with von says of what: "von einem Wechsel", not "davon"."""
    return any(phrase.governed in ("von", "vom") for phrase in sentence.phrases(i))
