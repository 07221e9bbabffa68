"""Which claim another one speaks to: a denial, a concession, a statement set against another.

How it points is in ``answer_pointers``. What is answered is found like what a pronoun means: the
statement of the opponent, and of nobody else, where one is named; else by the noun that takes it up
(the figure, the charge, what is said of the denier), else by the words that are denied, else what
somebody else said in the sentence before. Behind a denial it is a charge, or what is looked back
on: "X wies die Kritik zurück. Y hatte von Pfusch gesprochen".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from claimtrack.extract.candidate import Spans
from claimtrack.extract.meaning.answer_pointers import (
    Pointer,
    Statement,
    all_spans,
    frame_spans,
    noun_stems,
    pointer,
    tokens_in,
)
from claimtrack.german import nouns
from claimtrack.lexicon import classes
from claimtrack.lexicon.stems import capitalised, stem

_NEXT, _NEAR, _FAR, _BEHIND = 1, 3, 12, 3
"""How many sentences back a statement may stand that only its place shows to be meant, a number,
one that is named, alike or a charge; how many behind one that is denied before it is told."""
_ALIKE = 0.45
"""The share of the denied nouns that must be more than this in what is answered."""
_SHORTEST_ROOT = 5
"""Letters of a stem that is known again in a compound."""


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


def _content(one: Statement) -> frozenset[str]:
    """The stems of the nouns and names in a statement, all its sentences, and in its frame."""
    return noun_stems(tokens_in(one, all_spans(one))) | frozenset(capitalised(one.claim.words))


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
    if _past_perfect(one, frame_spans(one)):
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
    return there.claim.stance == "accuses" or _past_perfect(there, all_spans(there))


def _past_perfect(one: Statement, spans: Spans) -> bool:
    """Whether what is told of a statement lies further back: "Im August hatte sie das bestritten".

    A denial of then is none of what is told behind it.
    """
    return any(token.low in ("hatte", "hatten") for token in tokens_in(one, spans))


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
