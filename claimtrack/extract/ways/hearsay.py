"""*sollen* as hearsay: "Er soll dort gewesen sein", "Nun sollen Soldaten kämpfen".

Told from demand and plan by tense and subject: a perfect infinitive (soll getötet haben) and a state
(soll krank sein) are hearsay; an agent that intends (in a passive or with a future date) is a plan;
a preterite (sollte) is neither. Behind a source in the same sentence it belongs to that source.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.extract.candidate import Candidate
from claimtrack.extract.passage import Sentence
from claimtrack.german.clauses import Clause
from claimtrack.german.verbs import Form
from claimtrack.lexicon import classes
from claimtrack.model import Span

_WORDS = classes("speech_words")

_SOLLEN = frozenset({"soll", "sollen"})
_INFINITIVE = int(Form.INFINITIVE)
_PARTICIPLE = int(Form.PARTICIPLE)


def find(sentence: Sentence) -> Iterator[Candidate]:
    """Candidates for clauses whose *sollen* passes on what others say."""
    if not _SOLLEN & sentence.lows:
        return
    for clause in sentence.clauses:
        finite = clause.predicate.finite if clause.predicate else None
        if finite is None or sentence.tokens[finite].low not in _SOLLEN or sentence.quoted(finite):
            continue
        if hearsay(sentence, clause):
            yield Candidate(
                kind="free_indirect",
                rule="sollen",
                spans=(sentence.span(0, len(sentence.tokens)),),
                sentence=sentence.index,
                score=0.65,
                cue=(Span(sentence.tokens[finite].start, sentence.tokens[finite].end),),
                carried=True,
            )
            return


def _active(clause: Clause, words: list[str]) -> bool:
    if clause.kind != "main" or clause.predicate is None or len(clause.predicate.verbs) < 2:
        return False
    if "werden" in words[-2:] or {"es", "damit", "dazu", "dafür"} & set(words[:3]):
        return False
    return not any(
        word in _WORDS["future"] or (word.isdigit() and len(word) == 4) for word in words
    )


def planned(sentence: Sentence) -> Iterator[Candidate]:
    """A sentence that goes on with *sollen* behind a claim: "Der Bau soll im Mai beginnen": what the
    speaker before it plans or says."""
    for clause in sentence.clauses:
        predicate = clause.predicate
        if clause.kind == "main" and predicate is not None and predicate.finite is not None:
            if sentence.tokens[predicate.finite].low in _SOLLEN:
                yield Candidate(
                    kind="free_indirect",
                    rule="sollen+planned",
                    spans=(sentence.span(0, len(sentence.tokens)),),
                    sentence=sentence.index,
                    score=0.6,
                    cue=(
                        Span(
                            sentence.tokens[predicate.finite].start,
                            sentence.tokens[predicate.finite].end,
                        ),
                    ),
                    carried=True,
                )
            return


def hearsay(sentence: Sentence, clause: Clause) -> bool:
    """Whether *sollen* in this clause reports: a perfect infinitive, a state, or what somebody is
    said to be doing ("Soldaten sollen dort kämpfen"), with nothing that sets it in the future."""
    words = [token.low for token in sentence.tokens[clause.start : clause.end]]
    if _active(clause, words):
        return True
    perfect = any(word in ("haben", "sein") for word in words) and any(
        token.word.verb is not None
        and token.word.verb.form & _PARTICIPLE
        and not token.word.capital
        for token in sentence.tokens[clause.start : clause.end]
    )
    state = words[-1] == "sein" or (
        clause.kind != "main" and len(words) > 1 and words[-2] == "sein"
    )
    return perfect or state
