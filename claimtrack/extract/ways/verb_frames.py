"""A reporting verb, noun or adjective before the words that it reports.

Shapes:
- "X sagte, dass …", "X fragte, ob …", "X erläuterte, wie …"
- "X sagte, er sei …", "X sagte: Das sei …" (bare Konjunktiv); "er glaubt, es ist …"
- "X forderte Y auf, … zu tun", "X warf Y vor, … zu haben" (infinitive)
- "X kam zu dem Schluss, dass …", "die Forderung, …", "Berichte, dass …"
- "X zeigte sich überzeugt, dass …", "X machte deutlich, dass …"
- "wurde mitgeteilt, dass …", "es hieß, …" (nobody named)
"""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.extract.candidate import Candidate, Frame, Spans, framed
from claimtrack.extract.reach import (
    complement,
    last_clause,
    later_infinitive,
    opens_words,
    words_of,
)
from claimtrack.extract.reporting_words import Cue, adjective_cue, noun_cue
from claimtrack.extract.sentence import Sentence
from claimtrack.extract.speaker.who_speaks import holder, omits_subject, subject
from claimtrack.extract.ways.denial_verbs import says_own_words
from claimtrack.german.clauses import Clause, konjunktiv, main_before
from claimtrack.german.verbs import Form
from claimtrack.lexicon import classes

_WORDS = classes("speech_words")
_WANTING = frozenset({"demands", "accuses", "announces", "warns", "confirms"})
_SHAPES = {"dass": "dass", "w": "question", "zu": "infinitive"}
_SCORES = {"dass": 0.95, "konjunktiv": 0.93, "question": 0.85, "infinitive": 0.85}
_LETTERS = {"dass": "d", "w": "d", "zu": "z"}
_EITHER = int(Form.EITHER)
_REACH_OF_NOUN = 6


def find(sentence: Sentence) -> Iterator[Candidate]:
    """Candidates for every clause that reports what follows it."""
    if not sentence.has_parts:
        return
    for i, clause in enumerate(sentence.clauses):
        first = None if clause.kind == "quote" else complement(sentence, i)
        frame = None if first is None else _reporting(sentence, i, first)
        if first is None or frame is None:
            continue
        bare = opens_words(sentence, first)
        shape = "konjunktiv" if bare else _SHAPES.get(sentence.clauses[first].kind, "konjunktiv")
        candidate = framed(
            frame,
            kind="indirect",
            rule=f"{frame.shape}+{shape}",
            spans=(words_of(sentence, first, last_clause(sentence, first)),),
            sentence=sentence.index,
            score=_SCORES[shape],
        )
        cue = sentence.cues[i]
        nobody = not frame.speaker and cue is not None and cue.lemma in _WORDS["impersonal"]
        retold = clause.kind == "main" and konjunktiv(clause)
        own = frame.shape == "verb" and (
            says_own_words(sentence, i, first) or _gives_grounds(sentence, i, first)
        )
        yield candidate._replace(carried=nobody, retold=retold, own=own)


def _gives_grounds(sentence: Sentence, i: int, j: int) -> bool:
    """Whether clause ``j`` says why: "riet zur Geduld: Auch der Winter habe ein Ende".

    Behind the colon of a demand that has its object already.
    """
    cue = sentence.cues[i]
    if cue is None or cue.stance != "demands" or sentence.clauses[j].before != ":":
        return False
    return not (cue.act_beside - {"*"}).isdisjoint(sentence.words(i))


def _spans(sentence: Sentence, i: int) -> Spans:
    """The clause, before it the one whose subject and circumstances it shares.

    "X bestätigte am Montag … und sagte, …".
    """
    own = sentence.clause_span(i)
    main = main_before(sentence.clauses, i) if omits_subject(sentence, i) else None
    return (own,) if main is None else (sentence.clause_span(main), own)


def _reporting(sentence: Sentence, i: int, j: int) -> Frame | None:
    """Clause ``i`` as the frame of clause ``j``: by its verb, else an adjective or noun."""
    kind = sentence.clauses[j].kind
    infinitive = kind == "zu" or (kind == "frag" and later_infinitive(sentence, i, j))
    letter = "z" if infinitive else _LETTERS.get(kind, "k")
    if opens_words(sentence, j) and sentence.cues[i] is not None:
        letter = "k"
    if letter == "k" and not _in_reported_mood(sentence, i, j):
        return None
    if _others_words(sentence, i):
        return None
    cue = sentence.cues[i]
    if cue is not None and cue.lemma in _WORDS["planning"] and _planned_by_nobody(sentence, i):
        return None
    if cue is not None and letter in cue.frames and _verb_fits(cue, letter, sentence.clauses[j]):
        return Frame(
            "verb", _spans(sentence, i), subject(sentence, i), sentence.verb_spans(i), cue.stance
        )
    if infinitive:
        return _adjective(sentence, i, j) or _wanting_noun(sentence, i)
    return _adjective(sentence, i, j) or _noun(sentence, i, j)


def _planned_by_nobody(sentence: Sentence, i: int) -> bool:
    """Whether a plan is nobody's word: "es war geplant, …", "sie sollen geplant haben, …"."""
    predicate = sentence.clauses[i].predicate
    active = predicate is not None and not predicate.passive and predicate.modal is None
    return not (active and subject(sentence, i))


def _verb_fits(cue: Cue, letter: str, reported: Clause) -> bool:
    if letter == "d" and reported.kind == "w":
        return reported.before == "," and cue.lemma in _WORDS["asking"]
    return "w" not in cue.frames or konjunktiv(reported)


def _wanting_noun(sentence: Sentence, i: int) -> Frame | None:
    """A noun with an infinitive: "die Forderung, … zu tun"; a Verdacht is nobody's words."""
    found = noun_cue(sentence.tokens, sentence.clauses[i])
    if found is None or found[0].stance not in _WANTING or found[0].lemma == "verdacht":
        return None
    return _by_noun(sentence, i, *found)


def _adjective(sentence: Sentence, i: int, j: int) -> Frame | None:
    """A word of opinion: "zeigte sich überzeugt, dass …"; "Bekannt ist, …" needs nobody."""
    found = adjective_cue(sentence.tokens, sentence.clauses[i])
    if found is None or sentence.clauses[j].kind not in ("dass", "main", "zu"):
        return None
    cue, word = found
    predicate = sentence.clauses[i].predicate
    if cue.lemma == "bekannt" and sentence.clauses[i].kind == "rel":
        return None  # "Talente, die ihm bekannt sein müssten"
    if predicate is not None and predicate.modal == "sollen":
        return None  # "soll bereit sein, …": others say so
    speaker = subject(sentence, i)
    if not speaker and cue.lemma != "bekannt":
        return None
    return Frame(
        "adjective", _spans(sentence, i), speaker, (sentence.token_span(word),), cue.stance
    )


def _noun(sentence: Sentence, i: int, j: int) -> Frame | None:
    """A noun with a clause: "die Forderung, man müsse …", "Berichte, dass …", "die Frage, wie"."""
    found = noun_cue(sentence.tokens, sentence.clauses[i])
    if found is None:
        return None
    cue, word = found
    reported = sentence.clauses[j]
    if reported.kind == "w" and not (cue.lemma == "frage" and _puts_question(sentence, i)):
        return None
    right_behind = (
        reported.before in (",", ":") and word >= sentence.clauses[i].end - _REACH_OF_NOUN
    )
    if (reported.kind in ("dass", "w") or right_behind) and not _names_source(sentence, i, word):
        return _by_noun(sentence, i, cue, word)
    return None


def _names_source(sentence: Sentence, i: int, noun: int) -> bool:
    """Whether a noun is the source of its own clause: "zählte nach seinen Worten 64 Fälle, …"."""
    phrases = (phrase for phrase in sentence.phrases(i) if phrase.start <= noun < phrase.end)
    return any(phrase.governed in _WORDS["source_governor"] for phrase in phrases)


def _puts_question(sentence: Sentence, i: int) -> bool:
    """Whether somebody asks: "stellte die Frage, wie …"; a course only deals with one."""
    predicate = sentence.clauses[i].predicate
    posed = predicate is not None and _WORDS["posing"] & set(predicate.lemmas)
    return bool(posed) or sentence.cues[i] is not None


def _by_noun(sentence: Sentence, i: int, cue: Cue, word: int) -> Frame:
    speaker = holder(sentence, i, word)
    return Frame("noun", _spans(sentence, i), speaker, (sentence.token_span(word),), cue.stance)


def _others_words(sentence: Sentence, i: int) -> bool:
    """Whether what follows is what others said: "äußerte sich besorgt über Berichte, dass"."""
    cue = sentence.cues[i]
    if cue is None or cue.lemma not in _WORDS["voicing"]:
        return False
    found = noun_cue(sentence.tokens, sentence.clauses[i])
    return found is not None and any(
        token.low == "über" for token in sentence.tokens[max(0, found[1] - 3) : found[1]]
    )


def _in_reported_mood(sentence: Sentence, i: int, j: int) -> bool:
    """A bare clause is reported in the Konjunktiv, behind some verbs in any mood."""
    clause, reported = sentence.clauses[i], sentence.clauses[j]
    if reported.kind in ("frag", "sub") or opens_words(sentence, j):
        return True
    if konjunktiv(reported):
        return not (reported.verb_first and reported.before == "und")
    if clause.kind != "main" or reported.verb_first:
        return False
    parted = i > 0 and sentence.clauses[i - 1].kind in ("rel", "frag", "zu")
    if clause.verb_first and clause.before in (",", "–") and not parted:
        return False
    return _any_mood(sentence, i, reported)


def _any_mood(sentence: Sentence, i: int, reported: Clause) -> bool:
    """Words in the indicative: "Er schreibt: Es ist …"; "er glaubt, es ist …"."""
    cue = sentence.cues[i]
    if cue is None:
        return False
    if reported.before == ":":
        return "i" in cue.frames
    told_on = reported.predicate is not None and reported.predicate.modal == "sollen"
    plain = cue.lemma in _WORDS["plain"] or _either_mood(sentence, i, reported)
    plain = plain or (told_on and "k" in cue.frames)  # "berichtete, 200 Leute sollen gehen"
    return plain and reported.before == "," and _bare(sentence, i)


def _bare(sentence: Sentence, i: int) -> bool:
    """Whether clause ``i`` has nothing but a subject and phrases with prepositions."""
    return sum(phrase.governed is None for phrase in sentence.phrases(i)) <= 1


def _either_mood(sentence: Sentence, i: int, reported: Clause) -> bool:
    """A preterite that is the Konjunktiv II too: "warnte, die Betreiber verfolgten …".

    Not where both sum up what is said: "X plädierte auf Freispruch, Y forderte sieben Jahre".
    """
    cues = sentence.cues[i], sentence.cues[sentence.clauses.index(reported)]
    if all(cue is not None and "a" in cue.frames for cue in cues):
        return False
    return reported.predicate is not None and bool(reported.predicate.form & _EITHER)
