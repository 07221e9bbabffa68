"""A reporting verb, noun or adjective before the words that it reports.

Shapes:
- "X sagte, dass …", "X fragte, ob …", "X erläuterte, wie …"
- "X sagte, er sei …", "X sagte: Das sei …" (bare Konjunktiv)
- "X forderte Y auf, … zu tun", "X warf Y vor, … zu haben" (infinitive)
- "X kam zu dem Schluss, dass …", "die Forderung, …", "Berichte, dass …"
- "X zeigte sich überzeugt, dass …", "X machte deutlich, dass …"
- "wurde mitgeteilt, dass …", "es hieß, …" (nobody named)
"""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.extract.candidate import Candidate
from claimtrack.extract.content import last_clause, words_of
from claimtrack.extract.cues import Cue, adjective_cue, noun_cue, verb_cue
from claimtrack.extract.passage import Sentence
from claimtrack.extract.speakers import holder, subject
from claimtrack.german.clauses import Clause
from claimtrack.german.phrases import phrases
from claimtrack.german.verbs import Form
from claimtrack.lexicon import classes
from claimtrack.model import Span

_WORDS = classes("speech_words")


_WANTING = frozenset({"demands", "accuses", "announces", "warns", "confirms"})


def find(sentence: Sentence) -> Iterator[Candidate]:
    """Candidates for every clause that reports what follows it."""
    for i, clause in enumerate(sentence.clauses):
        if clause.kind in ("quote",):
            continue
        following = _complement(sentence, i)
        if following is None:
            continue
        found = _cue(sentence, clause, sentence.clauses[following])
        if found is None:
            continue
        cue, spans, rule = found
        yield _candidate(sentence, i, following, cue, spans, rule)


def _candidate(
    sentence: Sentence, i: int, first: int, cue: Cue, spans: tuple[Span, ...], rule: str
) -> Candidate:
    clause = sentence.clauses[i]
    last = last_clause(sentence, first)
    complement = sentence.clauses[first].kind
    way = {"dass": "dass", "w": "question", "zu": "infinitive"}.get(complement, "konjunktiv")
    return Candidate(
        kind="indirect",
        rule=f"{rule}+{way}",
        spans=(words_of(sentence, first, last),),
        sentence=sentence.index,
        score={"dass": 0.95, "konjunktiv": 0.93}.get(way, 0.85),
        speaker=_speaker(sentence, i, spans, rule),
        cue=spans,
        frame=_frame(sentence, i),
        stance=cue.stance,
        lemma=cue.lemma,
    )


def _frame(sentence: Sentence, i: int) -> tuple[Span, ...]:
    """The clause, and the one whose subject and circumstances it shares: "X bestätigte am Montag … und sagte"."""
    clause = sentence.clauses[i]
    own = sentence.span(clause.start, clause.end)
    if clause.verb_first and sentence.tokens[clause.start].low in ("und", "aber", "sowie"):
        for other in reversed(sentence.clauses[:i]):
            if (
                other.kind == "main"
                and other.predicate is not None
                and not other.predicate.konjunktiv
            ):
                return sentence.span(other.start, other.end), own
    return (own,)


def _speaker(sentence: Sentence, i: int, spans: tuple[Span, ...], rule: str) -> tuple[Span, ...]:
    if rule != "noun":
        return subject(sentence, i)
    noun = next(j for j, token in enumerate(sentence.tokens) if token.start == spans[0].start)
    return holder(sentence, i, noun)


def _complement(sentence: Sentence, i: int) -> int | None:
    """The clause that holds the reported words: the next one, behind relative clauses and appositions."""
    clauses = sentence.clauses
    for j in range(i + 1, min(len(clauses), i + 6)):
        clause = clauses[j]
        if clause.head == i:
            continue
        if clause.kind in ("dass", "w"):
            return j
        if clause.kind == "zu":
            return None if _purpose(sentence, clause) else j
        if clause.kind == "main":
            return None if clause.verb_first and clause.before in (",", "") else j
        if clause.kind == "sub" and j == i + 1 and _conditional_konjunktiv(sentence, j):
            return j
        if clause.kind == "frag" and j == i + 1 and clause.before in (",", ":"):
            if _later_konjunktiv(sentence, j) or _later_infinitive(sentence, i, j):
                return j
        if clause.kind == "quote" or clause.before in (";", ":"):
            return None
    return None


def _conditional_konjunktiv(sentence: Sentence, j: int) -> bool:
    """ "sagte, wenn das so komme, werde er …": a condition opens the reported words."""
    following = sentence.clauses[j + 1] if j + 1 < len(sentence.clauses) else None
    return following is not None and _konjunktiv(following)


def _later_konjunktiv(sentence: Sentence, j: int) -> bool:
    """ "erklärte, über den Versuch, das zu verhindern, sei er enttäuscht": the verb comes later."""
    for clause in sentence.clauses[j + 1 : j + 4]:
        if clause.kind == "main":
            return clause.verb_first and _konjunktiv(clause)
    return False


def _later_infinitive(sentence: Sentence, i: int, j: int) -> bool:
    """ "kündigte an, mit allen Parteien, auch der PCRM, verhandeln zu wollen": the infinitive comes later."""
    cue = verb_cue(sentence, sentence.clauses[i])
    if cue is None or "z" not in cue.frames:
        return False
    for clause in sentence.clauses[j + 1 : j + 4]:
        if clause.kind == "zu":
            return not _purpose(sentence, clause)
        if clause.kind not in ("frag", "rel"):
            return False
    return False


def _konjunktiv(clause: Clause) -> bool:
    return clause.predicate is not None and clause.predicate.konjunktiv


def _purpose(sentence: Sentence, clause: Clause) -> bool:
    return any(
        token.low in ("um", "ohne", "statt", "anstatt")
        for token in sentence.tokens[clause.start : clause.start + 2]
    )


def _cue(
    sentence: Sentence, clause: Clause, complement: Clause
) -> tuple[Cue, tuple[Span, ...], str] | None:
    """The word of the clause that reports this sort of complement."""
    letter = {"dass": "d", "w": "d", "zu": "z"}.get(complement.kind, "k")
    if complement.kind == "frag" and _later_infinitive(
        sentence, sentence.clauses.index(clause), sentence.clauses.index(complement)
    ):
        letter = "z"
    if letter == "k" and not _reported_mood(sentence, clause, complement):
        return None
    cue = verb_cue(sentence, clause)
    if cue is not None and letter in cue.frames and _verb_fits(sentence, clause, complement, cue):
        assert clause.predicate is not None
        tokens = sentence.tokens
        spans = tuple(Span(tokens[i].start, tokens[i].end) for i in clause.predicate.verbs)
        return cue, spans, "verb"
    if letter == "z":
        named = noun_cue(sentence, clause)
        if named is not None and named[0].stance in _WANTING and named[0].lemma != "verdacht":
            return named[0], (sentence.span(named[1], named[1] + 1),), "noun"
        return None
    found = adjective_cue(sentence, clause) if complement.kind in ("dass", "main") else None
    if found is not None and (
        found[0].lemma == "bekannt" or subject(sentence, sentence.clauses.index(clause))
    ):
        return found[0], (sentence.span(found[1], found[1] + 1),), "adjective"
    found = noun_cue(sentence, clause)
    if found is not None and _about(sentence, found[1]) and adverse(sentence, clause):
        return None
    if found is not None and complement.kind == "w" and found[0].lemma != "frage":
        return None
    if found is not None and (
        complement.kind in ("dass", "w") or _behind_noun(clause, complement, found[1])
    ):
        return found[0], (sentence.span(found[1], found[1] + 1),), "noun"
    return None


def _about(sentence: Sentence, noun: int) -> bool:
    """ "besorgt über Berichte, dass": the noun hangs on über: others said it."""
    return any(token.low == "über" for token in sentence.tokens[max(0, noun - 3) : noun])


def adverse(sentence: Sentence, clause: Clause) -> bool:
    """Whether the clause tells what somebody says about others' words (äußerte sich über)."""
    cue = verb_cue(sentence, clause)
    return cue is not None and cue.lemma == "äußern"


def _behind_noun(clause: Clause, complement: Clause, noun: int) -> bool:
    """ "die Forderung, man müsse …": the Konjunktiv clause right behind the noun."""
    return complement.before in (",", ":") and noun >= clause.end - 4


def _verb_fits(sentence: Sentence, clause: Clause, complement: Clause, cue: Cue) -> bool:
    if complement.kind == "w":
        return complement.before == "," and cue.lemma in _WORDS["asking"]
    if "w" in cue.frames:
        return _konjunktiv(complement)
    return True


def _reported_mood(sentence: Sentence, clause: Clause, complement: Clause) -> bool:
    """A bare clause is reported when it stands in the Konjunktiv, or in any mood behind some verbs."""
    if complement.kind in ("frag", "sub"):
        return True
    if _konjunktiv(complement):
        return not (
            complement.predicate is not None
            and complement.predicate.first
            and complement.before == "und"
        )
    cue = verb_cue(sentence, clause)
    return (
        cue is not None
        and (
            (complement.before == ":"
            and "i" in cue.frames)
            or _bare(sentence, clause, complement, cue)
        )
        and not complement.verb_first
        and clause.kind == "main"
        and not (clause.verb_first and clause.before in (",", "–"))
    )


def _bare(sentence: Sentence, clause: Clause, complement: Clause, cue: Cue) -> bool:
    """ "er glaubt, es ist …": behind a comma, a plain verb of saying, nothing but its subject and phrases."""
    if complement.before != "," or not (cue.lemma in _WORDS["plain"] or _either(complement)):
        return False
    verbs = clause.predicate.verbs if clause.predicate else ()
    nouns = [
        p for p in phrases(sentence.tokens, clause.start, clause.end, verbs) if p.governed is None
    ]
    return len(nouns) <= 1


def _either(clause: Clause) -> bool:
    """ "warnte, die Veranstalter verfolgten andere Ziele": a preterite that is the Konjunktiv II as well."""
    return clause.predicate is not None and bool(clause.predicate.form & int(Form.EITHER))
