"""Words that point back: to the sentence before, or from the words to a source named earlier.

Shapes: "Das teilte X mit.", "Dies geht aus dem Bericht hervor.", "Davor warnt X." (the claim is the
sentence before, and the word that points); "Demnach …", "Demzufolge …", "Danach sei …" (the source
is the last speaker); "Berichte, wonach …", "eine Studie, nach der …" (the source is the noun).
"""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.extract.candidate import Candidate, Frame, Spans, framed
from claimtrack.extract.reach import ANSWERS, last_clause
from claimtrack.extract.reporting_words import Cue, noun_cue
from claimtrack.extract.sentence import Sentence
from claimtrack.extract.speaker.subject import best_subject
from claimtrack.extract.speaker.weight import BODY, weight
from claimtrack.extract.speaker.who_speaks import holder, own_subject, subject
from claimtrack.extract.speaker.without_subject import source
from claimtrack.german.clauses import Clause, konjunktiv
from claimtrack.german.tokens import Token
from claimtrack.lexicon import classes

_WORDS = classes("speech_words")
_ADVERBS = {
    "davor": frozenset({"vor"}),
    "dazu": frozenset({"zu"}),
    "dafür": frozenset({"für"}),
    "darauf": frozenset({"auf"}),
    "davon": frozenset({"von"}),
    "damit": frozenset({"mit"}),
    "darum": frozenset({"um"}),
}
"""Words that point to what was said, with the preposition in them."""

_POINTERS = _WORDS["back"] | _ADVERBS.keys()
_SHORTEST = 4
"""Tokens that a sentence has at least to be the claim that the next one points back to."""


def find(sentence: Sentence) -> Iterator[Candidate]:
    """Candidates for words that point back inside the sentence: demnach, wonach."""
    yield from _hence(sentence)
    yield from _wonach(sentence)


def back(sentence: Sentence, previous: Sentence) -> Iterator[Candidate]:
    """The claim of "Das teilte X mit.": the sentence before it and the word that points."""
    if _POINTERS.isdisjoint(sentence.lows) or previous.speech:
        return
    for i, cue in enumerate(sentence.cues[:2]):
        if cue is None:
            continue
        word = _pointer(sentence, i) if _points_back(cue, previous) else None
        word = word if word is not None else _adverb(sentence, i, cue, previous)
        if word is None:
            continue
        speaker = source(sentence, i) if "p" in cue.frames else subject(sentence, i)
        stop = len(previous.tokens) - (0 if previous.tokens[-1].word.letters else 1)
        if not speaker or stop < _SHORTEST:
            return
        yield framed(
            Frame("back", (sentence.clause_span(i),), speaker, sentence.verb_spans(i), cue.stance),
            kind="indirect",
            rule="back",
            spans=(previous.span(0, stop), sentence.token_span(word)),
            sentence=sentence.index,
            score=0.8,
        )


def _points_back(cue: Cue, previous: Sentence) -> bool:
    """Whether a verb with "das" tells the sentence before; an admission, if nobody said it yet."""
    if cue.lemma in _WORDS["admitting"]:
        said = any(previous.cues) or any(map(konjunktiv, previous.clauses))
        return not said and not previous.quotations
    return cue.lemma in _WORDS["telling"]


def _adverb(sentence: Sentence, i: int, cue: Cue, previous: Sentence) -> int | None:
    """The "davor" or "dazu" that opens main clause ``i`` and stands for the sentence before.

    Its preposition is that of the verb ("warnen vor"). The sentence before is nobody's own doing
    and nobody's words: not "Der Rat will verkaufen. Davor warnt X", "Auch davon geht X aus".
    """
    clause = sentence.clauses[i]
    asked = _ADVERBS.get(sentence.tokens[clause.start].low, frozenset())
    if i or clause.finite != clause.start + 1 or asked.isdisjoint(cue.act_beside):
        return None
    told = any(one.kind in ("dass", "zu", "quote") or one.before == ":" for one in sentence.clauses)
    negated = clause.predicate is None or clause.predicate.negated or konjunktiv(clause)
    if told or negated or "auch" in sentence.words(i) or _somebodys(previous):
        return None
    return clause.start


def _somebodys(sentence: Sentence) -> bool:
    """Whether a sentence tells what somebody says or does."""
    if any(sentence.cues) or sentence.quotations or any(map(konjunktiv, sentence.clauses)):
        return True
    subjects = (best_subject(sentence, i) for i, c in enumerate(sentence.clauses) if c.predicate)
    return any(one is not None and weight(sentence.tokens, one) >= BODY for one in subjects)


def _hence(sentence: Sentence) -> Iterator[Candidate]:
    """The first demnach, demzufolge or, with a Konjunktiv, danach of the sentence."""
    if not _WORDS["hence"] & sentence.lows:
        return
    for i, clause in enumerate(sentence.clauses):
        if clause.kind != "main" or clause.predicate is None:
            continue
        for word in range(clause.start, clause.end):
            if _points_to_source(sentence, clause, word):
                yield _hence_candidate(sentence, i, word)
                return


def _points_to_source(sentence: Sentence, clause: Clause, word: int) -> bool:
    low = sentence.tokens[word].low
    if low not in _WORDS["hence"] or sentence.quoted(word):
        return False
    return konjunktiv(clause) or low != "danach"


def _hence_candidate(sentence: Sentence, i: int, word: int) -> Candidate:
    start, end = sentence.clauses[i].start, sentence.clauses[last_clause(sentence, i)].end
    around = ((start, word), (word + 1, end))
    return Candidate(
        kind="indirect",
        rule="hence",
        spans=tuple(sentence.span(a, b) for a, b in around if b > a),
        sentence=sentence.index,
        score=0.8,
        speaker=(sentence.token_span(word),),
        cue=(sentence.token_span(word),),
        carried=True,
    )


def _wonach(sentence: Sentence) -> Iterator[Candidate]:
    """What the noun before says: "Berichte, wonach …", "eine Studie, nach der …"."""
    for i, clause in enumerate(sentence.clauses):
        opener = clause.opener
        if i == 0 or opener is None or sentence.tokens[opener].low not in _WORDS["wonach"]:
            continue
        alone = sentence.tokens[opener].low == "wonach"
        behind = opener + (1 if alone else 2)
        found = noun_cue(sentence.tokens, sentence.clauses[i - 1])
        if found is None and not alone:
            continue
        yield framed(
            _answered(sentence, i, behind) or _told(sentence, i, behind, found),
            kind="indirect",
            rule="wonach",
            spans=(sentence.span(behind, sentence.clauses[last_clause(sentence, i)].end),),
            sentence=sentence.index,
            score=0.85,
        )


def _told(sentence: Sentence, i: int, behind: int, found: tuple[Cue, int] | None) -> Frame:
    """The frame of wonach-clause ``i``: the noun before it, or whose it is.

    Whoever only speaks of what others say is not its source ("verwies auf eine Studie, wonach …"),
    unlike who says it ("veröffentlichte eine Studie, wonach …").
    """
    speaker = _source_of(sentence, i - 1, found[1]) if found else _last_noun(sentence, i - 1)
    cue = (sentence.span(sentence.clauses[i].opener or 0, behind),)
    stance = found[0].stance if found else "asserts"
    return Frame("wonach", (sentence.clause_span(i - 1),), speaker, cue, stance)


def _last_noun(sentence: Sentence, i: int) -> Spans:
    """The noun right before a wonach-clause, which clause ``i`` ends with, else its subject."""
    if _publishes(sentence, i):
        return subject(sentence, i)
    last = next((p for p in sentence.phrases(i) if p.end == sentence.clauses[i].end), None)
    if last is None:
        return subject(sentence, i)
    whose = last.core if last.core < last.end else last.start
    return (sentence.span(whose, last.end),)


def _source_of(sentence: Sentence, i: int, noun: int) -> Spans:
    """The mention of the source that a noun of clause ``i`` is or belongs to."""
    own = next((p for p in sentence.phrases(i) if p.start <= noun < p.end), None)
    if own is None or own.core < own.end or _publishes(sentence, i):
        return holder(sentence, i, noun)
    return (sentence.phrase_span(own),)


def _publishes(sentence: Sentence, i: int) -> bool:
    predicate = sentence.clauses[i].predicate
    return predicate is not None and bool(_WORDS["publishing"] & {*predicate.lemmas})


def _answered(sentence: Sentence, i: int, behind: int) -> Frame | None:
    """The frame where somebody answers what is told: "Berichte, wonach …, wies X zurück"."""
    for j in (i - 1, i + 1):
        cue = sentence.cues[j] if j < len(sentence.clauses) else None
        if cue is None or cue.stance not in ANSWERS:
            continue
        speaker = own_subject(sentence, j)
        if speaker:
            spans = (sentence.clause_span(j),)
            return Frame("wonach", spans, speaker, sentence.verb_spans(j), cue.stance)
    return None


def _pointer(sentence: Sentence, i: int) -> int | None:
    """The "das" or "dies" that is the object of main clause ``i`` with nothing reported behind."""
    clause = sentence.clauses[i]
    finite = clause.predicate.finite if clause.predicate else None
    if clause.kind != "main" or finite is None or konjunktiv(clause):
        return None
    if clause.predicate is not None and clause.predicate.negated:
        return None  # "Das Gericht bestätigte dies nicht" tells nothing of what was said before
    following = sentence.clauses[i + 1] if i + 1 < len(sentence.clauses) else None
    if following and (following.kind in ("dass", "quote", "zu") or following.before == ":"):
        return None
    for j in range(clause.start, min(clause.end, finite + 2)):
        behind = sentence.tokens[j + 1] if j + 1 < clause.end else None
        if sentence.tokens[j].low in _WORDS["back"] and not _attached(behind):
            return j
    return None


def _attached(behind: Token | None) -> bool:
    """Whether the word behind "das" belongs to it: a noun, an attribute or a relative pronoun."""
    if behind is None:
        return False
    word = behind.word
    attribute = word.low.endswith(("e", "en")) and not word.verb
    return word.capital or attribute or "relative" in word.classes
