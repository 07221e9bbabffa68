"""*sollen* as hearsay: "Er soll dort gewesen sein", "Nun sollen Soldaten kämpfen".

Told from demand and plan by tense and subject: a perfect infinitive (soll getötet haben), a state
(soll krank sein) and what somebody is said to be doing (sollen dort kämpfen) are hearsay; a passive
or a future date makes a plan, which goes on with the speaker who announced it ("Der Bau soll im Mai
beginnen"); other verbs an aim ("Die Mauer soll das Dorf schützen"); a preterite (sollte) is
neither. Behind a source in the same sentence it belongs to that source.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.extract.candidate import Candidate
from claimtrack.extract.sentence import Sentence
from claimtrack.extract.speaker.carry_over import HEARSAY
from claimtrack.german.verbs import Form
from claimtrack.lexicon import classes

_WORDS = classes("speech_words")
_SOLLEN = _WORDS["hearsay"]
PLANNED = "sollen+planned"
"""The rule of a plan that goes on with its speaker: no hearsay, though it says sollen."""
_DEFINITE = frozenset({"den", "dem", "diesen", "diesem", "dieser"})
_PLANNING = frozenset({"announces", "demands"})
_PARTICIPLE = int(Form.PARTICIPLE)


def find(sentence: Sentence) -> Iterator[Candidate]:
    """The sentence as a candidate if a *sollen* in it passes on what others say."""
    if not _SOLLEN & sentence.lows:
        return
    for i, clause in enumerate(sentence.clauses):
        finite = clause.predicate.finite if clause.predicate else None
        if finite is None or sentence.tokens[finite].low not in _SOLLEN or sentence.quoted(finite):
            continue
        if _doing(sentence, i) or done(sentence, i) or _state(sentence, i):
            yield _candidate(sentence, finite, HEARSAY, 0.65)
            return


def alleged(sentence: Sentence) -> Iterator[Candidate]:
    """A sentence that opens with a word of hearsay: "Angeblich halten sich dort Söldner auf"."""
    clause = sentence.clauses[0] if sentence.clauses else None
    first = sentence.tokens[0]
    if clause is None or clause.kind != "main" or first.low not in _WORDS["allegedly"]:
        return
    if clause.finite == clause.start + 1:
        yield Candidate(
            kind="free_indirect",
            rule="allegedly",
            spans=(sentence.whole,),
            sentence=sentence.index,
            score=0.6,
            cue=(sentence.token_span(0),),
        )


def goes_on(sentence: Sentence, last: Candidate) -> bool:
    """Whether a plan told with *sollen* is part of what was said in the claim before it.

    It is where plans were announced or demanded, or where the sentence takes up what was said:
    "Es soll im Juni beginnen", "Dabei soll …", "Bei den Manövern soll …"; not "Für Tore soll
    der Stürmer sorgen".
    """
    if last.stance in _PLANNING:
        return True
    words = sentence.tokens
    definite = any(token.low in _DEFINITE for token in words[1:2])
    again = definite and "preposition" in words[0].word.classes
    return last.kind != "direct" and (again or words[0].low in _WORDS["taking_up"])


def planned(sentence: Sentence) -> Iterator[Candidate]:
    """A sentence whose first main clause goes on with *sollen* behind a claim: what is planned."""
    for clause in sentence.clauses:
        finite = clause.predicate.finite if clause.predicate else None
        if clause.kind == "main" and finite is not None:
            if sentence.tokens[finite].low in _SOLLEN:
                yield _candidate(sentence, finite, PLANNED, 0.6)
            return


def _candidate(sentence: Sentence, finite: int, rule: str, score: float) -> Candidate:
    return Candidate(
        kind="free_indirect",
        rule=rule,
        spans=(sentence.whole,),
        sentence=sentence.index,
        score=score,
        cue=(sentence.token_span(finite),),
        carried=True,
    )


def _doing(sentence: Sentence, i: int) -> bool:
    """What somebody is said to be doing: a verb of what lasts, nothing of a plan or an aim."""
    clause, words = sentence.clauses[i], sentence.words(i)
    if clause.kind != "main" or clause.predicate is None or len(clause.predicate.verbs) < 2:
        return False
    if not _WORDS["ongoing"] & set(clause.predicate.lemmas):
        return False
    if "werden" in words[-2:] or _WORDS["aim"] & set(words[:3]):
        return False
    years = (word for word in words if word.isdigit() and len(word) == 4)
    return not (_WORDS["future"] & set(words) or any(years))


def done(sentence: Sentence, i: int) -> bool:
    """Whether clause ``i`` has a perfect infinitive: "soll getötet haben", "soll gekommen sein"."""
    clause = sentence.clauses[i]
    if not _WORDS["perfect"] & set(sentence.words(i)):
        return False
    words = (token.word for token in sentence.tokens[clause.start : clause.end])
    return any(
        word.verb is not None and word.verb.form & _PARTICIPLE and not word.capital
        for word in words
    )


def _state(sentence: Sentence, i: int) -> bool:
    """A state: "soll krank sein", "…, der krank sein soll"."""
    words = sentence.words(i)
    return words[-1] == "sein" or (sentence.clauses[i].kind != "main" and words[-2:-1] == ["sein"])
