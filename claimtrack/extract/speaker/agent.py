"""Who does what a passive tells, in a phrase with von or durch, and to whom a thing is known.

Shapes: "wurde von der Polizei mitgeteilt"; "wurde die Regierung vom Verband aufgefordert"; with
what says who that is before the verb: "Von der Leiterin, Ina Korn, wurde der Vorwurf bestritten".
"""

from __future__ import annotations

from claimtrack.extract.sentence import Sentence
from claimtrack.extract.speaker.apposition import with_apposition
from claimtrack.extract.speaker.weight import BODY, NAME, weight
from claimtrack.german.phrases import Phrase
from claimtrack.lexicon import classes
from claimtrack.model import Span

_AGENT = classes("speech_words")["agent"]
_DATIVE = frozenset({"der", "dem", "den", "ihm", "ihr", "ihnen"})
_INSERTED = frozenset({"frag", "rel"})
"""Clauses that part an agent from its verb: an apposition, a relative clause."""


def agent(sentence: Sentence, i: int) -> tuple[Span, ...]:
    """Who does what the passive of clause ``i`` tells, () where it does not say.

    In the active only somebody who can speak: "Vorwürfe kommen vom Betriebsrat", but "reichten vom
    Keller bis zur Frage" names nobody.
    """
    phrase = _with_von(sentence, i)
    predicate = sentence.clauses[i].predicate
    active = predicate is not None and not predicate.passive
    if phrase is not None and active and weight(sentence.tokens, phrase) < NAME:
        return ()
    if phrase is not None:
        return (sentence.phrase_span(phrase),)
    return _behind(sentence, i) or _fronted(sentence, i)


def knower(sentence: Sentence, i: int) -> tuple[Span, ...]:
    """The person or body in the dative to whom something is known or told; () for none.

    Shapes: "Der Polizei sind 40 Fälle bekannt", "Dem Amt liegen Hinweise vor", "wurde der Stadt
    gemeldet".
    """
    for phrase in sentence.phrases(i):
        dative = sentence.tokens[phrase.start].low in _DATIVE
        if phrase.governed is None and dative and weight(sentence.tokens, phrase) >= BODY:
            return (sentence.phrase_span(phrase),)
    return ()


def _with_von(sentence: Sentence, i: int) -> Phrase | None:
    able = (
        phrase
        for phrase in sentence.phrases(i)
        if phrase.governed in _AGENT and weight(sentence.tokens, phrase) > 0
    )
    return next(able, None)


def _behind(sentence: Sentence, i: int) -> tuple[Span, ...]:
    """The agent right behind another noun: "wurde die Regierung vom Verband aufgefordert"."""
    for phrase in sentence.phrases(i):
        if phrase.governed is not None:
            continue
        if phrase.core < phrase.end and sentence.tokens[phrase.core].low in _AGENT:
            return (sentence.span(phrase.core + 1, phrase.end),)
    return ()


def _fronted(sentence: Sentence, i: int) -> tuple[Span, ...]:
    """The agent that an apposition or a relative clause parts from the verb of clause ``i``.

    It opens the sentence, for only then it stands before the verb: "Vom Wirt, der neu ist, wurde".
    """
    clauses = sentence.clauses
    first = i
    while first > 0 and clauses[first - 1].kind in _INSERTED:
        first -= 1
    if first == i or not clauses[i].verb_first or clauses[first].before not in ("", ":"):
        return ()
    phrase = _with_von(sentence, first)
    opens = phrase is not None and phrase.start <= clauses[first].start + 1
    return (with_apposition(sentence, first, phrase),) if phrase is not None and opens else ()
