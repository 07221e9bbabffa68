"""Speech acts summed up: the clause itself is the claim, with its speaker and verb.

Shapes: "X dementierte Berichte über …", "X sprach von einer Bedrohung", "X forderte ein Ende", "X warf
Y Verrat vor", "X bezeichnete das als …", "X warnte vor …", "X äußerte sich besorgt". A short list of
verbs (letter ``a`` in the lexicon); a subject that can speak is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.extract.candidate import Candidate
from claimtrack.extract.content import answers
from claimtrack.extract.cues import Cue, nouns, verb_cue
from claimtrack.extract.passage import Sentence
from claimtrack.extract.speakers import agent, subject
from claimtrack.german.clauses import Clause
from claimtrack.lexicon import classes
from claimtrack.model import Span

_WORDS = classes("speech_words")

_NEEDS = {
    "berichten": frozenset({"von", "vom", "über"}),
    "rechnen": frozenset({"mit"}),
    "ausgehen": frozenset({"von", "vom"}),
    "werten": frozenset({"als"}),
    "einstufen": frozenset({"als"}),
    "kritisieren": frozenset({"als"}),
    "äußern": frozenset(
        {"besorgt", "über", "gegen", "skeptisch", "kritisch", "zuversichtlich", "enttäuscht"}
    ),
    "sehen": frozenset({"darin"}),
    "sprechen": frozenset({"von", "vom"}),
    "bezeichnen": frozenset({"als"}),
    "aussprechen": frozenset({"für", "gegen"}),
    "warnen": frozenset({"vor"}),
    "aufrufen": frozenset({"zu", "zum", "zur"}),
    "plädieren": frozenset({"für"}),
}


def find(sentence: Sentence) -> Iterator[Candidate]:
    """Candidates for clauses that sum up what somebody says."""
    for i, clause in enumerate(sentence.clauses):
        cue = verb_cue(sentence, clause)
        if cue is None or not (answers(sentence, clause) or _acts(sentence, clause, cue)):
            continue
        predicate = clause.predicate
        assert predicate is not None
        speaker = agent(sentence, clause) if predicate.passive else subject(sentence, i)
        if not speaker or _quotes_only(sentence, clause):
            continue
        first, last = _extent(sentence, i)
        yield Candidate(
            kind="reported",
            rule="act",
            spans=(sentence.span(first, last),),
            sentence=sentence.index,
            score=0.7,
            speaker=speaker,
            cue=tuple(
                Span(sentence.tokens[j].start, sentence.tokens[j].end) for j in predicate.verbs
            ),
            frame=(sentence.span(first, last),),
            stance=cue.stance,
            lemma=cue.lemma,
        )


def _acts(sentence: Sentence, clause: Clause, cue: Cue) -> bool:
    return "a" in cue.frames and _complete(sentence, clause, cue)


def _complete(sentence: Sentence, clause: Clause, cue: Cue) -> bool:
    needed = _NEEDS.get(cue.lemma)
    predicate = clause.predicate
    if predicate is None or predicate.konjunktiv or predicate.modal:
        return False
    words = {token.low for token in sentence.tokens[clause.start : clause.end]}
    if cue.lemma in _WORDS["answering"]:
        return any(word in nouns() for word in words)
    if words & _WORDS["victims"]:
        return False
    return needed is None or bool(needed & words)


def _quotes_only(sentence: Sentence, clause: Clause) -> bool:
    """ "sprach von einer „Gefahr für Leib und Leben“": the words in marks are all that is reported."""
    for mark in sentence.fragments:
        before = [
            t.low for t in sentence.tokens[clause.start : clause.end] if t.end <= mark.span.start
        ]
        inside = before and sentence.tokens[clause.end - 1].end >= mark.inner.end
        if (
            inside
            and {"von", "als"} & set(before[-2:])
            and " " in sentence.body[slice(*mark.inner)]
        ):
            return True
    return False


def _extent(sentence: Sentence, i: int) -> tuple[int, int]:
    """The clause with the pieces that belong to it: subject before, relative clauses behind; a whole
    sentence with its full stop."""
    clauses = sentence.clauses
    first = i
    while first > 0 and clauses[first - 1].kind in ("frag", "rel") and clauses[i].verb_first:
        first -= 1
    last = i
    while (
        last + 1 < len(clauses)
        and clauses[last + 1].kind in ("rel", "frag", "zu", "sub", "dass")
        and clauses[last + 1].before in (",", "–", "(")
    ):
        last += 1
    start, end = clauses[first].start, clauses[last].end
    if last == len(clauses) - 1:
        end = len(sentence.tokens)
    return start, end
