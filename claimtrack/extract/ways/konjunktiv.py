"""A clause in the Konjunktiv that no other way has claimed: reported speech by its mood alone.

Shapes: a whole sentence ("Die Lage sei ernst."), which goes on with the last speaker; behind
reported speech one in the Konjunktiv II too ("Die Straßen wären gesperrt."); a subordinate clause
("…, weil er krank sei"; "…, da er jeder Grundlage entbehre"), whose speaker is the subject of the
clause that governs it; a dass-clause in the Konjunktiv behind any verb.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimtrack.extract.candidate import Candidate
from claimtrack.extract.reach import last_clause, words_of
from claimtrack.extract.sentence import Sentence
from claimtrack.extract.speaker.subject import best_subject, interrupted
from claimtrack.extract.speaker.weight import AGENT_NOUN, BODY, weight
from claimtrack.extract.speaker.who_speaks import speaking_subject
from claimtrack.german.animacy import speaker_noun
from claimtrack.german.clauses import Clause, indicative, konjunktiv
from claimtrack.german.phrases import Phrase
from claimtrack.german.predicates import Predicate
from claimtrack.german.tokens import Token
from claimtrack.german.verbs import Form
from claimtrack.lexicon import classes

_WORDS = classes("speech_words")
FREE = "konjunktiv+free"
"""The rule of a sentence without any frame."""

_EITHER, _PAST = int(Form.EITHER), int(Form.PAST)
_WILLING = frozenset({"wollen", "mögen", "können"})
"""Modal verbs with which somebody says in the present what they hold of it: "mag nicht folgen"."""
_LEADING = frozenset({"sub", "frag", "rel", "w", "zu", "dass"})
_HANGING = frozenset({"sub", "dass", "w", "rel"})


def find(sentence: Sentence) -> Iterator[Candidate]:
    """Candidates for clauses in the Konjunktiv I: a free sentence, or governed clauses."""
    if not sentence.has_konjunktiv:
        return
    if _is_free(sentence):
        yield _free(sentence)
        return
    last = -1
    for i in range(len(sentence.clauses)):
        if i <= last or not _reported(sentence, i):
            continue
        last = last_clause(sentence, i)
        yield _governed(sentence, i, last)
    yield from _behind_semicolon(sentence)


def _is_free(sentence: Sentence) -> bool:
    """Whether a main clause is reported by its mood, and nothing but its own leads to it.

    One in the Konjunktiv II is where a clause that hangs on it stands in the Konjunktiv I: "Das
    müssten Firmen tun, weil keine Soldaten da seien".
    """
    mains = [i for i, c in enumerate(sentence.clauses) if c.kind == "main" and c.predicate]
    if any(_reported(sentence, i) and _leads(sentence, i) for i in mains):
        return True
    if not mains or not konjunktiv(sentence.clauses[mains[0]]) or not _leads(sentence, mains[0]):
        return False
    hanging = (j for j, c in enumerate(sentence.clauses) if c.kind in _HANGING)
    return not _own_voice(sentence, mains[0]) and any(_reported(sentence, j) for j in hanging)


def _own_voice(sentence: Sentence, i: int) -> bool:
    """Whether clause ``i`` is the article's own guess: könnte, "hätte es reichen sollen"."""
    finite = sentence.clauses[i].finite
    guess = finite is not None and sentence.tokens[finite].low in _WORDS["own_voice"]
    return guess or _unreal(sentence, i)


def _behind_semicolon(sentence: Sentence) -> Iterator[Candidate]:
    """Words in the Konjunktiv II that go on with speech: "„…“, sagte X; das hätten alle getan"."""
    for i, clause in enumerate(sentence.clauses[1:], start=1):
        if clause.before != ";" or clause.kind != "main" or clause.verb_first:
            continue
        sure = clause.predicate is not None and clause.predicate.konjunktiv_one
        framed = any(sentence.cues[j] or sentence.clauses[j].kind == "quote" for j in range(i))
        if konjunktiv(clause) and not sure and framed:
            yield _governed(sentence, i, last_clause(sentence, i))


def continued(sentence: Sentence) -> Iterator[Candidate]:
    """A free sentence in either Konjunktiv, to be asked for only behind reported speech.

    Judged by its first main clause; könnte and dürfte are the article's own guess.
    """
    for i, clause in enumerate(sentence.clauses):
        finite = clause.predicate.finite if clause.predicate else None
        if clause.kind == "main" and finite is not None:
            if konjunktiv(clause) and not _own_voice(sentence, i) and _leads(sentence, i):
                yield _free(sentence)
            return


def beside_present(sentence: Sentence, previous: Sentence) -> Iterator[Candidate]:
    """A free sentence in a preterite that is the Konjunktiv II, behind a report in the present.

    "Der Arzt lobt die Studie. Drei Nächte genügten aber nicht." Whoever tells in the present does
    not go over to the preterite; all finite verbs of the sentence must be of either mood, and no
    day or report be told.
    """
    if _tells(sentence):
        return
    told = [clause.predicate for clause in previous.clauses if clause.kind == "main"]
    present = [p for p in told if p is not None and p.finite is not None and not p.konjunktiv]
    if not present or any(_past(previous, predicate) for predicate in present):
        return
    predicates = [clause.predicate for clause in sentence.clauses]
    finite = [p for p in predicates if p is not None and p.finite is not None]
    first = next((c for c in sentence.clauses if c.kind == "main"), None)
    plural = first is not None and first.predicate is not None and first.predicate.plural
    told_so = plural and all(p.form & _EITHER or p.konjunktiv for p in finite)
    if told_so and not sentence.document.dates_in(sentence.whole):
        yield _free(sentence)


def _tells(sentence: Sentence) -> bool:
    """Whether somebody or a paper reports in a sentence: not "Zähne verrieten den Geburtsort"."""
    told = (best_subject(sentence, i) for i, cue in enumerate(sentence.cues) if cue is not None)
    return any(one is None or _speaks(sentence.tokens, one) for one in told)


def _speaks(tokens: Sequence[Token], subject: Phrase) -> bool:
    """Whether the subject of a verb in the plural can speak: no lone noun that no list knows."""
    alone = subject.end - subject.start == 1 and tokens[subject.start].word.capital
    if alone and speaker_noun(tokens[subject.start].text) is None:
        return False
    return weight(tokens, subject) >= AGENT_NOUN


def _past(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether a predicate tells of the past: a preterite, or a perfect."""
    finite = predicate.finite
    auxiliary = finite is not None and sentence.tokens[finite].word.auxiliary
    return (auxiliary and predicate.modal not in _WILLING) or bool(predicate.form & _PAST)


def _unreal(sentence: Sentence, i: int) -> bool:
    """What might have been, in the article's own voice: "hätte es zur Wahl reichen sollen"."""
    clause = sentence.clauses[i]
    finite = clause.finite
    had = finite is not None and sentence.tokens[finite].low in _WORDS["had"]
    return had and sentence.tokens[clause.end - 1].low in _WORDS["modal"]


def _asked_to(sentence: Sentence) -> bool:
    """Whether a sentence tells the reader what to do: "Wählen Sie bitte …"."""
    verb = sentence.tokens[0].word.verb
    polite = len(sentence.tokens) > 1 and sentence.tokens[1].text == "Sie"
    return polite and verb is not None and verb.infinitive


def _reported(sentence: Sentence, i: int) -> bool:
    """The Konjunktiv I, but not that of wishes: "möge er …", "Sei es …"; II behind a colon."""
    clause = sentence.clauses[i]
    if _behind_colon(sentence, i):
        return True
    if clause.predicate is None or not clause.predicate.konjunktiv_one or _asked_to(sentence):
        return False
    words = sentence.words(i)
    if not _WORDS["wish"].isdisjoint(words):
        return False
    return not (clause.start == 0 and clause.verb_first and words[0] in _WORDS["be_it"])


def _behind_colon(sentence: Sentence, i: int) -> bool:
    """Whether clause ``i`` in the Konjunktiv II says what the person before its colon does.

    "Der Berater winkt ab: 200.000 Euro stünden im Vertrag"; no guess of the article's own.
    """
    clause = sentence.clauses[i]
    if i == 0 or clause.before != ":" or clause.kind != "main" or not konjunktiv(clause):
        return False
    before, finite = sentence.clauses[i - 1], clause.finite
    if finite is None or sentence.tokens[finite].low in _WORDS["own_voice"]:
        return False
    return _governs(before) and _somebody(sentence, i - 1)


def _somebody(sentence: Sentence, i: int) -> bool:
    """Whether a person or body is the subject of clause ``i``: "X, der da war, sah das anders"."""
    best = best_subject(sentence, i)
    if best is not None:
        return weight(sentence.tokens, best) >= BODY
    starts = {span.start for span in interrupted(sentence, i)}
    return any(
        sentence.phrase_span(phrase).start in starts and weight(sentence.tokens, phrase) >= BODY
        for j in range(i)
        for phrase in sentence.phrases(j)
    )


def _leads(sentence: Sentence, i: int) -> bool:
    """Whether nothing stands before clause ``i`` but its subordinate clauses, pieces and kind."""
    return all(
        clause.kind in _LEADING or konjunktiv(clause) or _condition(sentence, j)
        for j, clause in enumerate(sentence.clauses[:i])
    )


def _condition(sentence: Sentence, i: int) -> bool:
    """A condition told by its verb in front: "Sollte X nicht einlenken, werde man streiken"."""
    clause, following = sentence.clauses[i], sentence.clauses[i + 1]
    return clause.start == 0 and sentence.tokens[0].word.auxiliary and following.verb_first


def _free(sentence: Sentence) -> Candidate:
    return Candidate(
        kind="free_indirect",
        rule=FREE,
        spans=(sentence.whole,),
        sentence=sentence.index,
        score=0.85,
        carried=True,
    )


def _governed(sentence: Sentence, first: int, last: int) -> Candidate:
    """The clauses ``first`` to ``last``, spoken by the subject of the clause that governs them."""
    governor = next((j for j in range(first - 1, -1, -1) if _governs(sentence.clauses[j])), None)
    return Candidate(
        kind="indirect",
        rule="konjunktiv+governed",
        spans=(words_of(sentence, first, last),),
        sentence=sentence.index,
        score=0.7,
        speaker=() if governor is None else speaking_subject(sentence, governor),
        frame=() if governor is None else (sentence.clause_span(governor),),
        carried=governor is None,
    )


def _governs(clause: Clause) -> bool:
    return (
        clause.predicate is not None and indicative(clause) and clause.predicate.finite is not None
    )
