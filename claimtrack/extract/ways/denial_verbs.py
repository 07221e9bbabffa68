"""Verbs of answering, which deny, admit or doubt: whether one does so in a clause, and of what.

Shapes: "X bestritt eine Absprache", "X gestand Fehler ein", "X wies das von sich", "X stellte die
Vorwürfe in Abrede", "X widersprach", "X nannte die Zahl überzogen", "X tat den Bericht als Unsinn
ab", "Das wird von X bestritten", "X wollte das nicht bestreiten", "X schloss Entlassungen aus", "X
sieht das anders", "X stellt es umgekehrt dar", "X war anderer Meinung", "X wollte von einem Streit
nichts wissen", "X nahm ihm das nicht ab", "X ließ den Einwand nicht gelten", "X hält die Daten für
gefälscht". None: "bestritt den Haushalt", "das Gesetz widerspricht". The verbs are the list
``denial_verbs``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from claimtrack.extract.candidate import Frame, Spans
from claimtrack.extract.pointing_words import ends_in, pronouns, sort_of
from claimtrack.extract.reach import complement
from claimtrack.extract.reporting_words import idioms
from claimtrack.extract.sentence import Sentence
from claimtrack.extract.speaker.agent import agent
from claimtrack.extract.speaker.weight import AGENT_NOUN, NAME, PLACE, THING, weight
from claimtrack.extract.speaker.who_speaks import subject
from claimtrack.extract.ways.acts import extent, quotes_only
from claimtrack.german import nouns
from claimtrack.german.animacy import time_noun
from claimtrack.german.phrases import Phrase
from claimtrack.lexicon import classes, table
from claimtrack.model import Span

_WORDS = classes("answer_words")
_HELD_BACK = frozenset({"wollen", "können", "mögen"})
_COMPELLED = frozenset({"müssen"})
_APART = frozenset({":", "–", ";"})
_REPORTED = frozenset({"dass", "zu", "w"})
_ON_DASS = frozenset({"rel", "zu", "frag", "w"})
_NEGATIONS = frozenset({"nicht", "nichts"})
_VIEWED = frozenset({"anders", "umgekehrt"})


class _Verb(NamedTuple):
    """A verb of answering: its stance, what must stand beside it, and which words."""

    lemma: str
    stance: str
    asks: str
    beside: frozenset[str]

    @property
    def negates(self) -> bool:
        """Whether its negation is the denial: "nahm ihm das nicht ab"."""
        return bool(self.beside & _NEGATIONS)


def denied_clause(sentence: Sentence, i: int) -> int | None:
    """The dass-clause right before clause ``i`` that it denies; None where none stands there.

    "Dass gespart wurde, stellte X in Abrede".
    """
    first = i - 1
    while first > 0 and sentence.clauses[first].kind in _ON_DASS:
        first -= 1
    behind = sentence.clauses[i].verb_first and sentence.clauses[i].before == ","
    return first if behind and first >= 0 and sentence.clauses[first].kind == "dass" else None


def says_own_words(sentence: Sentence, i: int, j: int) -> bool:
    """Whether clause ``j`` behind a denial in clause ``i`` is what the speaker holds to be true.

    Shapes: "wies die Vorwürfe zurück: Es sei …"; "bestritt das, er sei nie dort gewesen".
    """
    cue = sentence.cues[i]
    denial = cue is not None and cue.stance in ("denies", "doubts")
    return denial and _are_own_words(sentence, i, j)


def _are_own_words(sentence: Sentence, i: int, j: int) -> bool:
    """Whether clause ``j`` goes on where the denial of clause ``i`` has its object already."""
    reported = sentence.clauses[j]
    if reported.kind in _REPORTED:
        return False
    return reported.before in _APART or any(True for _ in _pronouns(sentence, i))


def by_verb(sentence: Sentence, i: int) -> Frame | None:
    """Clause ``i`` as a denial, an admission or a doubt by its verb; None where it is none."""
    predicate = sentence.clauses[i].predicate
    assert predicate is not None
    verbs = [verb for lemma in predicate.lemmas for verb in _verbs(lemma)]
    verb = next((v for v in verbs if _fits(sentence, i, v)), None) if verbs else None
    if verb is None or not _is_said(sentence, i, verb):
        return None
    speaker = agent(sentence, i) if predicate.passive else _subject(sentence, i)
    sure = verb.asks in ("any", "said") and not verb.beside
    cue = sentence.cues[i]
    if quotes_only(sentence, i) and cue is not None and "q" in cue.frames:
        return None
    if not speaker or not is_somebody(sentence, i, speaker, THING if sure else AGENT_NOUN):
        return None
    if _announces(sentence, i, verb) or not _has_object(sentence, i, verb, speaker):
        return None
    words = (own_extent(sentence, i),)
    return Frame("denial", words, speaker, sentence.verb_spans(i), verb.stance)


def _subject(sentence: Sentence, i: int) -> Spans:
    """The subject; the first phrase where the object was taken for it: "X hält das für Unsinn"."""
    speaker = subject(sentence, i)
    phrases = [one for one in sentence.phrases(i) if not one.governed]
    taken = next((one for one in phrases if _within(sentence, one, speaker)), None)
    if taken is None or sentence.tokens[taken.start].low not in _WORDS["pronoun"]:
        return speaker
    inside = sentence.tokens[taken.start : taken.core]
    leads = phrases[0].start == sentence.clauses[i].start and phrases[0] is not taken
    if not leads or not any("preposition" in token.word.classes for token in inside):
        return speaker
    return (sentence.phrase_span(phrases[0]),)


def own_extent(sentence: Sentence, i: int) -> Span:
    """The clause with what belongs to it, up to the speaker's own words in the Konjunktiv.

    "X hat den Vorwurf zurückgewiesen, da er jeder Grundlage entbehre".
    """
    start, end = extent(sentence, i)
    for clause in sentence.clauses[i + 1 :]:
        if clause.start < end and clause.predicate and clause.predicate.konjunktiv:
            return sentence.span(start, clause.start - 1)
    return sentence.span(start, end)


@cache
def _verbs(lemma: str) -> tuple[_Verb, ...]:
    return tuple(
        _Verb(row[0], row[1], row[2], frozenset() if row[3] == "-" else frozenset(row[3].split()))
        for row in table("denial_verbs")
        if row[0] == lemma
    )


def _fits(sentence: Sentence, i: int, verb: _Verb) -> bool:
    words = sentence.words(i)
    if not idioms().get(verb.lemma, frozenset()).isdisjoint(words):
        return False
    if verb.asks == "view" and _sets_apart(words):
        return False
    if not verb.beside <= set(words) or ("so" in verb.beside and words[-1] != "so"):
        return False  # "sieht das nicht so eng"
    return verb.asks != "false" or not _WORDS["false"].isdisjoint(words)


def _sets_apart(words: Sequence[str]) -> bool:
    """Whether "anders als X" only names the opponent: "anders als X sieht Y das kritisch"."""
    return any(word in _VIEWED and behind == "als" for word, behind in pairwise(words))


def _is_said(sentence: Sentence, i: int, verb: _Verb) -> bool:
    """Whether it was done: no modal but "wollte nicht bestreiten", "musste zugeben"."""
    predicate = sentence.clauses[i].predicate
    assert predicate is not None
    if verb.negates:
        return predicate.modal is None or predicate.modal in _HELD_BACK
    if predicate.modal in _HELD_BACK:
        return predicate.negated and verb.asks != "false"
    if predicate.modal in _COMPELLED:
        return verb.stance == "confirms"
    return predicate.modal is None and not (predicate.negated and verb.asks == "false")


def _announces(sentence: Sentence, i: int, verb: _Verb) -> bool:
    """Whether what is answered follows as a clause: "bestritt, dass …", "bestritt, da zu sein".

    Behind the colon of a denial stand the speaker's own words: "sieht das anders: Es sei …".
    """
    j = complement(sentence, i)
    if j is None or says_own_words(sentence, i, j):
        return False
    if verb.stance == "denies" and _are_own_words(sentence, i, j):
        return False
    return sentence.clauses[j].kind in _REPORTED or sentence.cues[i] is not None


def _has_object(sentence: Sentence, i: int, verb: _Verb, speaker: Spans) -> bool:
    """Whether what the verb asks for stands beside it."""
    if _has_all(sentence, i, verb):
        return True
    beside = [phrase for phrase in sentence.phrases(i) if not _within(sentence, phrase, speaker)]
    words = sentence.words(i)
    if verb.lemma == "ausschließen" and "aus" in words[:-1]:
        return False  # "schloss ihn aus der Partei aus"
    if verb.asks == "of":
        return "davon" in words or any(_tells_of(sentence, i, one) for one in beside)
    if any(True for _ in _pronouns(sentence, i)) or any(sort_of(sentence, one) for one in beside):
        return True
    objects = [head for one in beside if (head := _object(sentence, one))]
    wrong = _WORDS["not_denied"] if verb.stance == "denies" else _WORDS["not_admitted"]
    no_matter = any(ends_in(head, wrong) for head in objects)
    return verb.asks == "any" and bool(objects) and not no_matter


def _has_all(sentence: Sentence, i: int, verb: _Verb) -> bool:
    """Whether a verb needs no object, or has a clause, "es" or a dismissing noun for it."""
    if verb.asks == "free" or denied_clause(sentence, i) is not None:
        return True
    if verb.asks == "view":
        return "es" in sentence.words(i)
    return verb.asks == "false" and _dismisses(sentence, i)


def _dismisses(sentence: Sentence, i: int) -> bool:
    """Whether what was said before is dismissed by a noun alone: "sprach von einem Märchen"."""
    return any(
        phrase.governed in ("von", "vom")
        and sentence.tokens[phrase.head].low in _WORDS["dismissing"]
        for phrase in sentence.phrases(i)
    )


def _tells_of(sentence: Sentence, i: int, phrase: Phrase) -> bool:
    """Whether a phrase says of what somebody knows nothing: no "weiß nichts von Musik"."""
    predicate = sentence.clauses[i].predicate
    willing = predicate is not None and predicate.modal == "wollen"
    return phrase.governed in ("von", "vom") and (willing or phrase.start < phrase.head)


def _object(sentence: Sentence, phrase: Phrase) -> str:
    """The noun of a phrase that can be denied or admitted, lower case; "" for none."""
    head = sentence.tokens[phrase.head]
    governed = phrase.governed not in (None, "gegen")
    of_time = time_noun(head.low) and not ends_in(head.low, _WORDS["occasion"])
    if governed or not head.word.capital or of_time:
        return ""
    noun = nouns.read(head.text)
    person = noun is not None and noun.kind == "person"
    heavy = weight(sentence.tokens, phrase)
    named = noun is None and (heavy == PLACE or heavy >= NAME)
    return "" if person or named else head.low


def _pronouns(sentence: Sentence, i: int) -> Iterator[object]:
    clause = sentence.clauses[i]
    return pronouns(sentence.tokens[clause.start : clause.end])


def _within(sentence: Sentence, phrase: Phrase, spans: Spans) -> bool:
    start = sentence.tokens[phrase.start].start
    return any(span.start <= start < span.end for span in spans)


def is_somebody(sentence: Sentence, i: int, speaker: Spans, least: float = AGENT_NOUN) -> bool:
    """Whether a subject is somebody: not "das Gesetz widerspricht"."""
    inside = [one for one in sentence.phrases(i) if _within(sentence, one, speaker)]
    weights = [weight(sentence.tokens, phrase) for phrase in inside]
    return max(weights, default=least) >= least
