"""Speech acts summed up: the clause itself is the claim, with its speaker and verb.

Shapes: "X dementierte Berichte über …", "X sprach von einer Bedrohung", "X forderte ein Ende",
"X warf Y Verrat vor", "X bezeichnete das als …", "X nannte das einen Fehler", "X warnte vor …", "X
äußerte sich besorgt"; "…, was X bestreitet"; "die Veranstalter zählten 50.000"; "X korrigierte die
Zahl auf 312"; "X wollte das nicht kommentieren". A short list of verbs (letters ``a``, ``n`` and
``h`` in the lexicon); somebody who can speak is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimtrack.extract.candidate import Candidate, Frame, framed
from claimtrack.extract.reach import answers
from claimtrack.extract.reporting_words import Cue, reporting_noun
from claimtrack.extract.sentence import Sentence
from claimtrack.extract.speaker.agent import agent
from claimtrack.extract.speaker.weight import AGENT_NOUN
from claimtrack.extract.speaker.who_speaks import heaviest, subject
from claimtrack.extract.ways.gapped import second_speaker
from claimtrack.extract.ways.judgements import says_what_it_is, singles_out, takes_a_view
from claimtrack.extract.ways.number_verbs import put_numbers
from claimtrack.german.clauses import Clause
from claimtrack.german.numbers.spelled import cardinal, fold
from claimtrack.german.quotations import MARKS
from claimtrack.lexicon import classes
from claimtrack.model import Span

_WORDS = classes("speech_words")
_NUMBER = "zahl"
"""Nouns that end so call for a number: Zahl, Anzahl, Opferzahl."""
_YEAR = 4
_SHORTEST_NOUN = 6
"""Letters of a noun that a compound can end in without chance likeness."""
_HOLDING_BACK = frozenset({"wollen", "mögen", "können"})
"""Modal verbs with which somebody says nothing: "mochte das nicht kommentieren"."""
_NO_ACTS = frozenset({"rel", "zu"})
_BEFORE_VERB = frozenset({"frag", "rel", "w"})
_SAYING = frozenset({"asserts", "accuses"})
_OWN = ("sein", "ihr")
_INFLECTED = ("e", "en", "er", "es", "em")
_PIECES = frozenset({"rel", "frag", "zu", "sub", "dass", "tail"})


def find(sentence: Sentence) -> Iterator[Candidate]:
    """Candidates for clauses that sum up what somebody says."""
    for i, cue in enumerate(sentence.cues):
        if cue is None or not (answers(sentence, i) or _sums_up(sentence, i, cue)):
            continue
        speaker = _speaker(sentence, i)
        if not speaker or (cue.stance in _SAYING and quotes_only(sentence, i)):
            continue
        if "s" in cue.frames and heaviest(sentence, i, speaker) < AGENT_NOUN:
            continue
        start, end = extent(sentence, i)
        words = (sentence.span(start, end),)
        yield framed(
            Frame("act", words, speaker, sentence.verb_spans(i), cue.stance),
            kind="reported",
            rule="act",
            spans=words,
            sentence=sentence.index,
            score=0.7,
        )


def _speaker(sentence: Sentence, i: int) -> tuple[Span, ...]:
    predicate = sentence.clauses[i].predicate
    passive = predicate is not None and predicate.passive
    return agent(sentence, i) if passive else subject(sentence, i)


def _sums_up(sentence: Sentence, i: int, cue: Cue) -> bool:
    """Whether clause ``i`` is a claim itself: by its verb, with what the verb asks for.

    A relative clause is none: it recalls what its noun is known for ("das Land, das … ablehnt");
    nor is an infinitive: it is an aim ("um zum Handeln aufzurufen"); nor a condition ("falls die
    Bank an dem Verkauf festhält").
    """
    predicate = sentence.clauses[i].predicate
    if predicate is None or predicate.konjunktiv or sentence.clauses[i].kind in _NO_ACTS:
        return False
    if sentence.opening(i) in _WORDS["condition"]:
        return False
    if predicate.modal:
        nothing = predicate.negated or "nichts" in sentence.words(i)
        if not nothing or predicate.modal not in _HOLDING_BACK:
            return False
        sees_none = cue.lemma in _WORDS["seeing"] and _has_object(sentence, i, cue)
        return "h" in cue.frames or sees_none  # "will darin keinen Verstoß erkennen"
    if "h" in cue.frames and predicate.negated:
        return True
    counted = "n" in cue.frames and not predicate.passive and _tells_number(sentence, i)
    return counted or ("a" in cue.frames and _has_object(sentence, i, cue))


def _asked_before(sentence: Sentence, i: int) -> bool:
    """Whether a question that clause ``i`` leaves open stands before: "Wie lange …, konnte sie"."""
    if i == 0 or not sentence.clauses[i].verb_first or not is_question(sentence, i - 1):
        return False
    return sentence.opening(i - 1) != "wie" or sentence.cues[i - 1] is None  # "Wie X berichtet, …"


def is_question(sentence: Sentence, i: int) -> bool:
    """Whether a clause is an indirect question: ob, wann, wie lange."""
    return sentence.clauses[i].kind == "w" or sentence.opening(i) == "ob"


def _tells_number(sentence: Sentence, i: int) -> bool:
    """Whether clause ``i`` tells a number that is no year, or a word such as Tausende.

    A small one in letters only where it is said that it is a number: "die Zahl … mit zwei".
    """
    words = sentence.words(i)
    if "sich" in words:
        return False  # "die Opferzahl hat sich auf 312 erhöht": nobody says so here
    if any(map(_is_number, words)):
        return True
    counts = any(word.endswith(_NUMBER) for word in words)
    return counts and any((cardinal(fold(word)) or 0) > 1 for word in words)


def _is_number(word: str) -> bool:
    year = word.isdigit() and len(word) == _YEAR
    return (word[0].isdigit() and not year) or word in _WORDS["many"]


def _has_object(sentence: Sentence, i: int, cue: Cue) -> bool:
    words = set(sentence.words(i))
    judging = _WORDS["taking"] | _WORDS["answering"]
    only_seen = cue.lemma in _WORDS["seeing"] and not takes_a_view(sentence, i)
    if only_seen or (cue.lemma in judging and words & _WORDS["victims"]):
        return False
    if cue.lemma in _WORDS["answering"]:
        return _names_words(sentence, i) or _is_about(sentence, i, _WORDS["happenings"])
    if cue.lemma in _WORDS["expecting"] and ("sich" in words or _awaits(sentence, i)):
        return False
    if cue.lemma in _WORDS["judging"]:
        return _judges(sentence, i)
    if says_what_it_is(sentence, i, cue):
        return True
    return not cue.act_beside or _is_about(sentence, i, cue.act_beside)


def _awaits(sentence: Sentence, i: int) -> bool:
    """Whether what is expected is only waited for.

    The subject stands behind the verb ("den Fahrer erwartet eine Strafe"), or the object is one's
    own ("der Fahrer erwartet sein Urteil").
    """
    if any(word.startswith(_OWN) for word in _small_words(sentence, i)):
        return True
    speaker = subject(sentence, i)
    if not speaker or sentence.tokens[sentence.clauses[i].start].start >= speaker[0].start:
        return False
    first = sentence.body[slice(*speaker[0])].split()[0].lower()
    return first in _WORDS["a_or_none"]


def _judges(sentence: Sentence, i: int) -> bool:
    """Whether für with a judgement stands in clause ``i``.

    An adjective without a noun ("für kaum erreichbar", "für zu niedrig"), an indefinite noun ("für
    einen Fehler", "für Verschwendung") or one above others ("für die wahrscheinlichste Quelle",
    "für die richtige"); "hielt eine Rede für den Frieden" judges nothing.
    """
    clause = sentence.clauses[i]
    tokens = sentence.tokens[clause.start : clause.end]
    words = [token.word for token in tokens if token.text not in MARKS]
    speech = not _WORDS["speeches"].isdisjoint(word.low for word in words)
    for at, word in enumerate(words[:-1]):
        if word.low != "für":
            continue
        behind = words[at + 1]
        if behind.low in _WORDS["a_or_none"]:
            return True
        noun = next((n for n, w in enumerate(words) if n > at and w.capital), len(words))
        adjectives = [w for w in words[at + 1 : noun] if w.letters]
        if noun == at + 1 and not speech:
            return True
        attribute = noun < len(words) and adjectives and adjectives[-1].low.endswith(_INFLECTED)
        if adjectives and not attribute and "article" not in behind.classes:
            return True
        singled_out = singles_out(adjectives[1:], alone=noun == len(words))
        if "article" in behind.classes and not speech and singled_out:
            return True
    return False


def _is_about(sentence: Sentence, i: int, asked: frozenset[str]) -> bool:
    """Whether a word that is asked for stands in clause ``i``, not as its speaker.

    Or a compound that ends in one (Steuersenkungen), or a noun with an ending ("*ung").
    """
    if not asked.isdisjoint(_small_words(sentence, i)):
        return True
    nouns = _nouns_beside(sentence, i)
    if not asked.isdisjoint(nouns):
        return True
    ends = tuple(
        word.removeprefix("*") for word in asked if word[0] == "*" or len(word) >= _SHORTEST_NOUN
    )
    return any(noun.endswith(ends) for noun in nouns)


def _small_words(sentence: Sentence, i: int) -> Iterator[str]:
    """The words of clause ``i`` that are no nouns."""
    clause = sentence.clauses[i]
    return (t.low for t in sentence.tokens[clause.start : clause.end] if not t.word.capital)


def _nouns_beside(sentence: Sentence, i: int) -> list[str]:
    """The nouns of clause ``i`` that are not its speaker's, in lower case."""
    speaker = subject(sentence, i)
    parts = [sentence.clauses[i], *(c for c in _prefield(sentence, i) if c.kind == "frag")]
    return [
        token.low
        for clause in parts
        for token in sentence.tokens[clause.start : clause.end]
        if token.word.capital and not any(a <= token.start < b for a, b in speaker)
    ]


def _names_words(sentence: Sentence, i: int) -> bool:
    """Whether a noun of clause ``i`` is something said: Berichte, Medienberichte, Vorwürfe."""
    clause = sentence.clauses[i]
    return any(
        token.word.capital and reporting_noun(token.low) is not None
        for token in sentence.tokens[clause.start : clause.end]
    )


def quotes_only(sentence: Sentence, i: int) -> bool:
    """Whether words in marks are all that is reported: "sprach von einer „Gefahr für Leib …“"."""
    clause = sentence.clauses[i]
    end = sentence.clause_span(i).end
    for mark in sentence.fragments:
        if end < mark.inner.end or " " not in sentence.body[slice(*mark.inner)]:
            continue
        tokens = sentence.tokens[clause.start : clause.end]
        before = [token.low for token in tokens if token.end <= mark.span.start]
        if _WORDS["of_marks"] & set(before[-2:]):
            return True
    return False


def extent(sentence: Sentence, i: int) -> tuple[int, int]:
    """The tokens of clause ``i`` with the pieces that belong to it.

    The subject before, what hangs on it behind; the last one with the full stop of the sentence.
    """
    clauses = sentence.clauses
    first, last = i - len(_prefield(sentence, i)), i
    if first == i and _asked_before(sentence, i):
        first -= 1
    while last + 1 < len(clauses) and _belongs(sentence, last + 1):
        last += 1
    whole = last + 1 == len(clauses)
    return clauses[first].start, len(sentence.tokens) if whole else clauses[last].end


def _prefield(sentence: Sentence, i: int) -> Sequence[Clause]:
    """The pieces before verb-first clause ``i`` that are what stands before its verb.

    "Eine Schließung, wie sie der Rat erwogen hatte, lehnte …": a fragment with the clauses on it.
    """
    clauses = sentence.clauses
    first = i
    while first > 0 and clauses[i].verb_first and clauses[first - 1].kind in _BEFORE_VERB:
        first -= 1
    while first < i and clauses[first].kind not in ("frag", "rel"):
        first += 1
    return clauses[first:i]


def _belongs(sentence: Sentence, i: int) -> bool:
    """Whether clause ``i`` hangs on what goes before; what others say does not."""
    clause = sentence.clauses[i]
    piece = clause.kind in _PIECES and clause.before in (",", "–", "(")
    apart = _set_against(sentence, i) or second_speaker(sentence, i) is not None
    return piece and not apart


def _set_against(sentence: Sentence, i: int) -> bool:
    """Whether clause ``i`` tells what others say: "…, während die Polizei 300 zählte"."""
    against = sentence.opening(i) in _WORDS["adversative"]
    return against and (sentence.cues[i] is not None or bool(put_numbers(sentence, i)))
