"""How a statement points to another one: by a pronoun, a noun, whom it names, what it denies.

Shapes: "X wies das zurück", "Dem widersprach X", "nannte die Zahl falsch", "bestritt die Vorwürfe
der Y", "„Das ist falsch“, sagte X", "X dementierte"; "sprach dagegen von …", "anders als Y", "im
Gegensatz zu Y", "entgegen den Angaben von Y", "hielt dem entgegen, …". Which statement is meant is
in ``answers``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimtrack.extract.candidate import Candidate, Spans
from claimtrack.extract.pointing_words import pronouns, sort_of
from claimtrack.extract.reporting_words import Cue
from claimtrack.extract.sentence import Sentence
from claimtrack.german.animacy import time_noun
from claimtrack.german.phrases import Phrase
from claimtrack.german.tokens import Token
from claimtrack.lexicon import classes
from claimtrack.lexicon.stems import stem
from claimtrack.model import Claim

_WORDS = classes("answer_words")
_ANSWERING = frozenset({"denies", "doubts", "confirms", "withholds"})
_COMPARING = frozenset({"als", "zu", "zum", "zur", "von", "entgegen"})
_SHORT = 5
"""Words of a quotation that only says yes or no: „Frei erfunden“, „Das stimmt nicht“."""


class Statement(NamedTuple):
    """A claim where it stands: its candidate, the sentence in which its frame or words begin."""

    claim: Claim
    candidate: Candidate
    sentence: Sentence

    @property
    def start(self) -> int:
        """Where it begins: its frame, or its words where the frame follows them or is none."""
        if self.candidate.rule == "back":
            return self.candidate.frame[0].start
        return min(span.start for span in (*self.candidate.frame[-1:], *self.candidate.spans))


class Pointer(NamedTuple):
    """How a statement points: the sort of word that does, whom it names, what is denied.

    ``sort`` is number, charge, saying, nearest or content; names and words are stems.
    """

    sort: str
    names: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    joins: bool = False


def pointer(one: Statement) -> Pointer | None:
    """How a statement points to another, None where it does not."""
    if names := _set_against(one):
        return Pointer("nearest", names)
    cue = _cue(one)
    if one.claim.stance in _ANSWERING:
        return _denying(one, cue)
    replies = cue is not None and cue.lemma in _WORDS["replying"]
    return Pointer("nearest", _told(one, cue)) if replies or _contrasts(one) else None


def _contrasts(one: Statement) -> bool:
    """Whether a word of a statement or its frame sets it against others: dagegen, hingegen."""
    if _WORDS["contrast"].isdisjoint(one.sentence.lows):
        return False
    return any(token.low in _WORDS["contrast"] for token in tokens_in(one, all_spans(one)))


def _denying(one: Statement, cue: Cue | None) -> Pointer | None:
    """How a denial, a doubt, a confirmation points: by its frame, else by its own words."""
    reported, frame = one.candidate.kind == "reported", frame_spans(one)
    joins = any(token.low in _WORDS["also"] for token in tokens_in(one, frame))
    found = _by_word(one, frame) or (None if reported else _by_own_word(one))
    if found is not None:
        return found._replace(joins=joins and found.sort != "content")
    differs = any(token.low in _WORDS["differing"] for token in tokens_in(one, frame))
    if reported and (differs or not _objects(one)):
        return Pointer("nearest", joins=joins)
    if not reported and len(one.claim.words.split()) <= _SHORT:
        return Pointer("nearest", joins=joins)
    if one.claim.stance in ("confirms", "withholds") and not _concedes(cue):
        return None
    opponent = _told(one, cue)
    own = noun_stems(tokens_in(one, one.candidate.spans))
    return Pointer("content", opponent, own - opponent, joins)


def _concedes(cue: Cue | None) -> bool:
    return cue is not None and cue.lemma in _WORDS["conceding"]


def _by_own_word(one: Statement) -> Pointer | None:
    """By the words of a quotation: „Das stimmt nicht“, „Die Zahl ist falsch“.

    A pronoun behind nouns of its own means them: „Die Klausel hilft nicht. Wer das glaubt, …“.
    """
    tokens = tokens_in(one, one.candidate.spans)
    nouns = (token.start for token in tokens if token.word.capital and not token.word.classes)
    return _by_word(one, one.candidate.spans, next(nouns, None))


def _by_word(one: Statement, spans: Spans, until: int | None = None) -> Pointer | None:
    """By a noun that takes up what was said, with whose it is, or by a pronoun.

    "die Vorwürfe der Opposition" names somebody; "Berichte über einen Rücktritt" tells what was
    said, and points to nothing else. A pronoun stands before the offset ``until``, if any.
    """
    for phrase in _phrases(one, spans):
        denial = one.sentence.tokens[phrase.head].low in _WORDS["denial_noun"]
        sort = "" if denial else sort_of(one.sentence, phrase)
        if sort:
            return _taken_up(one.sentence, phrase, sort)
    if any(until is None or token.start < until for token in pronouns(tokens_in(one, spans))):
        return Pointer("nearest")
    return None


def _taken_up(sentence: Sentence, phrase: Phrase, sort: str) -> Pointer:
    """How a noun for what was said points, by what stands behind it."""
    tokens = sentence.tokens
    following = tokens[phrase.core].low if phrase.core < len(tokens) else ""
    clause = sentence.clause_of(phrase.head)
    demanding = following == "nach" and tokens[phrase.head].low in _WORDS["demanding"]
    telling_of = following in _WORDS["telling_of"] or demanding
    if telling_of and not (sort == "charge" and following == "gegen"):
        end = len(tokens) if clause is None else sentence.clauses[clause].end
        if words := noun_stems(tokens[phrase.core : end]):
            return Pointer("content", words=words)
    told = None if clause is None else _told_clause(sentence, clause, phrase)
    if told is not None:
        return Pointer("content", words=told)
    rest = noun_stems(tokens[phrase.core : phrase.end])
    return Pointer(sort, rest, rest)


def _told_clause(sentence: Sentence, i: int, phrase: Phrase) -> frozenset[str] | None:
    """The nouns of a clause right behind a noun that says what was said; None for no such clause.

    "Gerüchte, das Werk solle schließen", "den Vorwurf, Akten vernichtet zu haben"; a relative
    clause says whose they are: "Vorwürfe, die Y erhoben hatte".
    """
    following = sentence.clauses[i + 1 : i + 2]
    right_behind = [token.text for token in sentence.tokens[phrase.core : phrase.core + 1]] == [","]
    if not following or following[0].kind == "rel" or not right_behind:
        return None
    if following[0].start > phrase.core + 1:
        return None
    return noun_stems(sentence.tokens[following[0].start : following[0].end])


def _objects(one: Statement) -> bool:
    """Whether a reported act has an object: a phrase beside its speaker that is no time.

    Nor is it what dismisses all that was said, or the denial itself: "sprach von einem Märchen",
    "ein Dementi folgte".
    """
    speaker = one.candidate.speaker
    for phrase in _phrases(one, one.candidate.spans):
        span = one.sentence.phrase_span(phrase)
        own = any(mention.start < span.end and span.start < mention.end for mention in speaker)
        head = one.sentence.tokens[phrase.head]
        empty = time_noun(head.low) or head.low in _WORDS["dismissing"] | _WORDS["denial_noun"]
        if not own and head.word.capital and not empty:
            return True
    return False


def _set_against(one: Statement) -> frozenset[str]:
    """Whom a statement is set against: "anders als X", "im Gegensatz zu X", "entgegen X"."""
    tokens = one.sentence.tokens
    if not _WORDS["against"] & one.sentence.lows:
        return frozenset()
    for phrase in _phrases(one, all_spans(one)):
        before = {token.low for token in tokens[max(0, phrase.start - 3) : phrase.start]}
        if phrase.governed in _COMPARING and before & _WORDS["against"]:
            return noun_stems(tokens[phrase.start : phrase.end])
        behind = tokens[phrase.core : phrase.end]  # "im Gegensatz | zur Stadt"
        if behind and behind[0].low in _COMPARING and tokens[phrase.head].low in _WORDS["against"]:
            return noun_stems(behind)
    return frozenset()


def _told(one: Statement, cue: Cue | None) -> frozenset[str]:
    """Whom somebody contradicts: "widersprach der Ministerin", "entgegnete dem Verband"."""
    if cue is None or cue.lemma not in _WORDS["replying"]:
        return frozenset()
    speaker = one.candidate.speaker
    tokens = one.sentence.tokens
    found: frozenset[str] = frozenset()
    for phrase in _phrases(one, one.candidate.frame[-1:] or one.candidate.spans):
        span = one.sentence.phrase_span(phrase)
        own = any(mention.start < span.end and span.start < mention.end for mention in speaker)
        if not own and phrase.governed is None:
            found |= noun_stems(tokens[phrase.start : phrase.end])
    return found


def frame_spans(one: Statement) -> Spans:
    """The words that tell that something was said: of a reported act all of them."""
    reported = one.candidate.kind == "reported"
    return one.candidate.spans if reported else one.candidate.frame[-1:]


def all_spans(one: Statement) -> Spans:
    """The words of a statement with the frame beside them."""
    return (*one.candidate.frame[-1:], *one.candidate.spans)


def tokens_in(one: Statement, spans: Spans) -> list[Token]:
    """The tokens of its sentence that stand within spans."""
    within = {i for span in spans for i in one.sentence.within(span)}
    return [one.sentence.tokens[i] for i in sorted(within)]


def _phrases(one: Statement, spans: Spans) -> Iterator[Phrase]:
    """The noun phrases of its sentence that stand within spans."""
    sentence = one.sentence
    for i in range(len(sentence.clauses)):
        for phrase in sentence.phrases(i):
            start = sentence.tokens[phrase.start].start
            if any(span.start <= start < span.end for span in spans):
                yield phrase


def _cue(one: Statement) -> Cue | None:
    """The reporting verb of the clause in which its cue stands."""
    if not one.candidate.cue:
        return None
    at = one.candidate.cue[0].start
    tokens = one.sentence.tokens
    token = next((i for i, token in enumerate(tokens) if token.start == at), None)
    clause = None if token is None else one.sentence.clause_of(token)
    return None if clause is None else one.sentence.cues[clause]


def noun_stems(tokens: Sequence[Token]) -> frozenset[str]:
    """The stems of the nouns and names among tokens."""
    return frozenset(stem(token.text) for token in tokens if token.word.capital)
