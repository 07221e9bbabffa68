"""Verbs that no table lists, read by their place: weak verbs are made anew all the time.

Shapes: "orakelte er am Montag, es werde regnen", "leakte, dass der Chef geht", "„Nie“, simste X".
A word is such a verb only where its clause would have none and words stand beside it that want
one: a clause in the Konjunktiv, a dass-clause or direct speech.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimtrack.german.clauses import Clause
from claimtrack.german.numbers.spelled import cardinal, fold
from claimtrack.german.predicates import Predicate
from claimtrack.german.tokens import Token
from claimtrack.german.verbs import Form
from claimtrack.german.words import Word, look_up

_PRETERITE = re.compile(r"[a-zäöüß-]{3,}(?P<ending>te(?:n)?)")
_PARTED = (",", "–", "-", "")
_SHARED_ENDS = ("el", "er")
"""Stems that make their infinitive with -n alone: orakeln, twittern."""


def with_weak_verbs(tokens: Sequence[Token], clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses, those without a verb that frame others read with an unlisted one."""
    return [
        _with_verb(tokens, clause, i) if (i := _verb(tokens, clauses, at)) is not None else clause
        for at, clause in enumerate(clauses)
    ]


def weak_preterite(word: Word) -> bool:
    """Whether a word that no table lists has the form of a weak preterite: orakelte, leakten."""
    if word.verb is not None or word.capital or not word.low.endswith(("te", "ten")):
        return False
    match = _PRETERITE.fullmatch(word.low)
    if match is None or word.classes:
        return False
    return cardinal(fold(word.low[: match.start("ending")])) is None


def _verb(tokens: Sequence[Token], clauses: Sequence[Clause], at: int) -> int | None:
    """The token that is the verb of clause ``at``, if that frames a clause beside it."""
    clause = clauses[at]
    if clause.kind != "frag":
        return None
    if at and clause.before in _PARTED and _wants_frame(clauses[at - 1], leads=False):
        return clause.start if weak_preterite(tokens[clause.start].word) else None
    if at + 1 == len(clauses) or not _wants_frame(clauses[at + 1], leads=True):
        return None
    places = range(clause.start + 1, clause.end)
    return next((i for i in places if _second(tokens, i, clause.end)), None)


def _second(tokens: Sequence[Token], i: int, end: int) -> bool:
    """Whether a form stands behind a subject and is no attribute of what follows."""
    before = tokens[i - 1].word
    behind = i + 1 < end and tokens[i + 1].word.capital
    subject = before.capital or "pronoun" in before.classes
    return subject and not behind and weak_preterite(tokens[i].word)


def _wants_frame(clause: Clause, *, leads: bool) -> bool:
    if clause.kind == "quote":
        return True
    if clause.kind == "dass":
        return leads
    konjunktiv = clause.predicate is not None and clause.predicate.konjunktiv
    return clause.kind == "main" and konjunktiv and not clause.verb_first


def _with_verb(tokens: Sequence[Token], clause: Clause, i: int) -> Clause:
    low = tokens[i].low
    stem = low[: low.rindex("te")]
    lemma = stem + ("n" if stem.endswith(_SHARED_ENDS) else "en")
    number = Form.PLURAL if low.endswith("n") else Form.SINGULAR
    predicate = Predicate(
        finite=i,
        verbs=(i,),
        lemmas=(lemma,),
        form=int(Form.INDICATIVE | Form.PAST | number),
        first=i == clause.start,
    )
    return clause._replace(kind="main", predicate=predicate)


def opens_frame(spelling: str) -> bool:
    """Whether the word right behind direct speech and a comma can be a verb: "…“, ächzte X"."""
    word = look_up(spelling)
    return weak_preterite(word) or (word.finite and not word.auxiliary)
