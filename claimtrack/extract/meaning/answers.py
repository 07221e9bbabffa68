"""Which claim another one speaks to: a denial, a concession, a statement set against another.

Shapes: "X wies das zurück", "Dem widersprach X", "nannte die Zahl falsch", "bestritt die Vorwürfe
der Y", "„Das ist falsch“, sagte X", "X dementierte"; "sprach dagegen von …", "anders als Y", "im
Gegensatz zu Y", "entgegen den Angaben von Y", "hielt dem entgegen, …". What is answered is found
like what a pronoun means: the statement of the opponent, and of nobody else, where one is named;
else by the noun that takes it up (the figure, the charge, what is said of the denier), else by the
words that are denied, else what somebody else said in the sentence before. Behind a denial it is a
charge, or what is looked back on: "X wies die Kritik zurück. Y hatte von Pfusch gesprochen".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from claimtrack.extract.candidate import Candidate, Spans
from claimtrack.extract.pointing_words import pronouns, sort_of
from claimtrack.extract.reporting_words import Cue
from claimtrack.extract.sentence import Sentence
from claimtrack.german import nouns
from claimtrack.german.animacy import time_noun
from claimtrack.german.phrases import Phrase
from claimtrack.german.tokens import Token
from claimtrack.lexicon import classes
from claimtrack.lexicon.stems import capitalised, stem
from claimtrack.model import Claim

_WORDS = classes("answer_words")
_ANSWERING = frozenset({"denies", "doubts", "confirms", "withholds"})
_NEXT, _NEAR, _FAR, _BEHIND = 1, 3, 12, 3
"""How many sentences back a statement may stand that only its place shows to be meant, a number,
one that is named, alike or a charge; how many behind one that is denied before it is told."""
_ALIKE = 0.45
"""The share of the denied nouns that must be more than this in what is answered."""
_SHORTEST_ROOT = 5
"""Letters of a stem that is known again in a compound."""
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


def answered(statements: Sequence[Statement]) -> list[tuple[int, ...]]:
    """For each statement of an article the indexes of those that it speaks to, nearest first."""
    found: list[tuple[int, ...]] = []
    pointers = [None if one.claim.within else pointer(one) for one in statements]
    for index, point in enumerate(pointers):
        target = None if point is None else _target(index, point, statements, pointers)
        if target is not None and point is not None and point.joins and found[target : target + 1]:
            target = next(iter(found[target]), target)
        found.append(() if target is None else (target,))
    for index in range(1, len(found)):
        if not found[index] and _own_words(statements[index], statements[index - 1]):
            found[index] = found[index - 1]
    return found


def _own_words(one: Statement, before: Statement) -> bool:
    """Whether a statement is what somebody holds against what they just denied.

    "X sieht das anders: Es sei genug Zeit gewesen" answers what X denies.
    """
    denied = before.claim.stance == "denies" and before.candidate.kind == "reported"
    near = before.candidate.sentence == one.candidate.sentence
    near = near and before.candidate.end <= one.candidate.start
    return denied and near and one.claim.actors == before.claim.actors and not one.claim.within


def pointer(one: Statement) -> Pointer | None:
    """How a statement points to another, None where it does not."""
    names = _set_against(one)
    cue = _cue(one)
    contrast = any(token.low in _WORDS["contrast"] for token in _tokens(one, _all(one)))
    if names:
        return Pointer("nearest", names)
    if one.claim.stance in _ANSWERING:
        return _denying(one, cue)
    if contrast or (cue is not None and cue.lemma in _WORDS["replying"]):
        return Pointer("nearest", _told(one, cue))
    return None


def _denying(one: Statement, cue: Cue | None) -> Pointer | None:
    """How a denial, a doubt, a confirmation points: by its frame, else by its own words."""
    reported, frame = one.candidate.kind == "reported", _frame(one)
    joins = any(token.low in _WORDS["also"] for token in _tokens(one, frame))
    found = _by_word(one, frame) or (None if reported else _by_own_word(one))
    if found is not None:
        return found._replace(joins=joins and found.sort != "content")
    differs = any(token.low in _WORDS["differing"] for token in _tokens(one, frame))
    if reported and (differs or not _objects(one)):
        return Pointer("nearest", joins=joins)
    if not reported and len(one.claim.words.split()) <= _SHORT:
        return Pointer("nearest", joins=joins)
    if one.claim.stance in ("confirms", "withholds") and not _concedes(cue):
        return None
    opponent = _told(one, cue)
    own = _stems(_tokens(one, one.candidate.spans))
    return Pointer("content", opponent, own - opponent, joins)


def _concedes(cue: Cue | None) -> bool:
    return cue is not None and cue.lemma in _WORDS["conceding"]


def _by_own_word(one: Statement) -> Pointer | None:
    """By the words of a quotation: „Das stimmt nicht“, „Die Zahl ist falsch“.

    A pronoun behind nouns of its own means them: „Die Klausel hilft nicht. Wer das glaubt, …“.
    """
    tokens = _tokens(one, one.candidate.spans)
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
    if any(until is None or token.start < until for token in pronouns(_tokens(one, spans))):
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
        if words := _stems(tokens[phrase.core : end]):
            return Pointer("content", words=words)
    told = None if clause is None else _told_clause(sentence, clause, phrase)
    if told is not None:
        return Pointer("content", words=told)
    rest = _stems(tokens[phrase.core : phrase.end])
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
    return _stems(sentence.tokens[following[0].start : following[0].end])


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
    for phrase in _phrases(one, _all(one)):
        before = {token.low for token in tokens[max(0, phrase.start - 3) : phrase.start]}
        if phrase.governed in _COMPARING and before & _WORDS["against"]:
            return _stems(tokens[phrase.start : phrase.end])
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
            found |= _stems(tokens[phrase.start : phrase.end])
    return found


def _frame(one: Statement) -> Spans:
    """The words that tell that something was said: of a reported act all of them."""
    reported = one.candidate.kind == "reported"
    return one.candidate.spans if reported else one.candidate.frame[-1:]


def _all(one: Statement) -> Spans:
    return (*one.candidate.frame[-1:], *one.candidate.spans)


def _tokens(one: Statement, spans: Spans) -> list[Token]:
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


def _content(one: Statement) -> frozenset[str]:
    """The stems of the nouns and names in a statement, all its sentences, and in its frame."""
    return _stems(_tokens(one, _all(one))) | frozenset(capitalised(one.claim.words))


def _stems(tokens: Sequence[Token]) -> frozenset[str]:
    """The stems of the nouns and names among tokens."""
    return frozenset(stem(token.text) for token in tokens if token.word.capital)


def _target(
    index: int,
    point: Pointer,
    statements: Sequence[Statement],
    pointers: Sequence[Pointer | None],
) -> int | None:
    """The statement that a pointer means, None for none."""
    one = statements[index]
    near = (n for n, there in enumerate(statements) if abs(_distance(there, one)) <= _FAR)
    able = [n for n in near if n != index and _can_answer(one, statements[n])]
    before = [n for n in reversed(able) if _is_before(statements[n], one)]
    behind = [n for n in able if n > index and pointers[n] is None]
    if point.names:
        named = _named(point.names, one, statements, [*before, *behind])
        return named[0] if named else _alike(point.words, one, statements, before)
    if point.sort == "content":
        speakers = frozenset[str]().union(*(_named_as(statements[n]) for n in before))
        return _alike(point.words - speakers, one, statements, before)
    if point.sort == "charge" and (rumour := _rumour(one, statements[:index], before)) is not None:
        return rumour
    for test, most in (*_SORTS.get(point.sort, ()), (_anything, _NEXT)):
        for n in before:
            if _distance(statements[n], one) <= most and test(statements[n], one):
                return n
    if _past_perfect(one, _frame(one)):
        return None
    later = (n for n in behind if _distance(statements[n], one) >= -_BEHIND)
    return next((n for n in later if _looks_back(statements[n])), None)


_Test = Callable[[Statement, Statement], bool]


def _anything(_: Statement, __: Statement) -> bool:
    return True


def _has_number(there: Statement, _: Statement) -> bool:
    return bool(there.claim.figures)


def _charges(there: Statement, _: Statement) -> bool:
    return there.claim.stance == "accuses"


def _tells_of(there: Statement, one: Statement) -> bool:
    """Whether a statement names who denies: "Anna Berg ist gedopt", a charge that she denies."""
    return bool(_named_as(one) & frozenset(capitalised(there.claim.words)))


def _rumour(one: Statement, earlier: Sequence[Statement], before: Sequence[int]) -> int | None:
    """The last rumour about who denies, where nobody charges them or speaks of them behind it."""
    rumours = [
        n
        for n, there in enumerate(earlier)
        if _distance(there, one) <= _FAR and _is_rumour_of(there, one)
    ]
    last = rumours[-1] if rumours else None
    charged = any(_charges(earlier[n], one) for n in before if n < len(earlier))
    named = last is not None and any(n > last and _tells_of(earlier[n], one) for n in before)
    return None if charged or named else last


def _is_rumour_of(there: Statement, one: Statement) -> bool:
    """Whether nobody in particular tells of who denies: "Amann soll dabei gewesen sein"."""
    somebody = there.claim.actors or there.claim.within is not None
    return not somebody and there.claim.stance in ("asserts", "accuses") and _tells_of(there, one)


def _looks_back(there: Statement) -> bool:
    """Whether a statement behind a denial can have been made before: a charge, in the past perfect.

    "X wies die Vorwürfe zurück. Y hatte von Pfusch gesprochen."
    """
    return there.claim.stance == "accuses" or _past_perfect(there, _all(there))


def _past_perfect(one: Statement, spans: Spans) -> bool:
    """Whether what is told of a statement lies further back: "Im August hatte sie das bestritten".

    A denial of then is none of what is told behind it.
    """
    return any(token.low in ("hatte", "hatten") for token in _tokens(one, spans))


_SORTS: dict[str, tuple[tuple[_Test, int], ...]] = {
    "number": ((_has_number, _NEAR),),
    "charge": ((_charges, _FAR), (_tells_of, _FAR)),
}
"""For each sort of noun the statements that it means before all others, and how far they stand."""


def _named(
    names: frozenset[str], one: Statement, statements: Sequence[Statement], order: Sequence[int]
) -> list[int]:
    """The statements of somebody who is named, nearest first."""
    return [
        n
        for n in order
        if abs(_distance(statements[n], one)) <= _FAR and names & _called(statements[n])
    ]


def _alike(
    words: frozenset[str], one: Statement, statements: Sequence[Statement], order: Sequence[int]
) -> int | None:
    """The statement that shares most nouns with the words, of equals the nearest."""
    near = [n for n in order if _distance(statements[n], one) <= _FAR]
    words -= _called(one)
    shared = {n: _shared(words, _content(statements[n])) for n in near}
    best = max(near, key=lambda n: shared[n], default=None)
    return best if best is not None and shared[best] > _ALIKE * len(words) else None


def _named_as(one: Statement) -> frozenset[str]:
    """The stems of its speakers' names, which all that is told of them shares."""
    return frozenset(capitalised(" ".join(one.claim.actors)))


def _shared(words: frozenset[str], content: frozenset[str]) -> int:
    """How many words stand in a content, if only as a part: Mitgliedschaft, Mitglieder."""
    return sum(any(_one_root(word, other) for other in content) for word in words)


def _one_root(one: str, other: str) -> bool:
    """Whether two stems are one, or the shorter begins or ends the longer: Löschschaum, Schaum."""
    shorter, longer = sorted((one, other), key=len)
    part = len(shorter) >= _SHORTEST_ROOT and longer.startswith(shorter)
    return one == other or part or (len(shorter) >= _SHORTEST_ROOT and longer.endswith(shorter))


def _can_answer(one: Statement, there: Statement) -> bool:
    """Whether a statement is another speaker's, and no quotation inside one."""
    if there.claim.within is not None or not there.claim.actors:
        return False
    if set(one.claim.actors) & set(there.claim.actors):
        return False
    return not _own_name(one) & _own_name(there)


def _called(one: Statement) -> frozenset[str]:
    """The stems of the words by which a speaker is called: the mention's and the name's."""
    names = [word for name in one.claim.actors for word in name.split()]
    mention = one.claim.speaker.text.split() if one.claim.speaker else []
    return frozenset(
        stem(word.strip(",.()„“")) for word in (*names, *mention) if word[:1].isupper()
    )


def _own_name(one: Statement) -> frozenset[str]:
    """The stems of the names and bodies in a speaker's mention: not of Sprecher, Minister …"""
    words = one.claim.speaker.text.split() if one.claim.speaker else []
    return frozenset(
        stem(word)
        for word in words
        if word[:1].isupper()
        and not ((noun := nouns.read(word)) and noun.kind == "person")
        and word.lower() not in classes("function_words")["article"]
    )


def _is_before(there: Statement, one: Statement) -> bool:
    return there.candidate.end <= one.start or there.start < one.start


def _distance(there: Statement, one: Statement) -> int:
    """How many sentences a statement stands before another."""
    return one.candidate.sentence - there.candidate.last
