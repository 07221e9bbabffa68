"""Clauses: a piece of a sentence with its kind and its verbs.

Kinds: ``main`` (finite verb first or second), ``dass`` (dass, ob), ``w`` (indirect question),
``rel`` (relative clause), ``sub`` (weil, wenn …), ``zu`` (infinitive with zu), ``frag`` (no verb
of its own: a noun phrase before a relative clause, an apposition, a list item), ``tail`` (a
prefix or participle that finishes an earlier clause) and ``quote`` (direct speech, not looked
into). The Konjunktiv reports, the indicative governs or tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from claimtrack.german import nouns
from claimtrack.german.predicates import Predicate, read_predicate
from claimtrack.german.quotations import MARKS
from claimtrack.german.tokens import Token
from claimtrack.lexicon import classes

_NOMINATIVE_ARTICLES = {"m": "der", "f": "die", "n": "das"}

Kind = Literal["main", "dass", "w", "rel", "sub", "zu", "frag", "tail", "quote"]

_AMBIGUOUS = classes("grammar_words")["ambiguous_opener"]
_BEFORE_OPENER = classes("grammar_words")["before_opener"]
_OPENERS = frozenset({"subordinator", "relative", "question"})
_BEHIND_PREPOSITION = frozenset({"relative", "question"})
_GENITIVE_RELATIVES = frozenset(["dessen", "deren", "denen"])
_BEFORE_RELATIVE = frozenset([",", "–", "und", "-", "("])
_STOPS = frozenset(".!?…")
_DASS = frozenset({"dass", "daß"})
_COMPARING = frozenset(["als", "wie"])
_JOINING = frozenset(["und", "oder"])


class Clause(NamedTuple):
    """A piece of a sentence: tokens ``start`` to ``end`` (exclusive) of the sentence.

    ``before`` is the mark that parts it from what precedes ("und" for any coordinator, "" for
    none); ``predicate`` its verbs; ``opener`` the index of the first word of what opens it (dass,
    der, "in der" …), else None. ``head`` is the index of the clause that a ``tail`` finishes.
    """

    start: int
    end: int
    kind: Kind
    before: str
    predicate: Predicate | None = None
    opener: int | None = None
    head: int | None = None

    @property
    def finite(self) -> int | None:
        """The index of the finite verb, if there is one."""
        return self.predicate.finite if self.predicate is not None else None

    @property
    def verb_first(self) -> bool:
        """Whether the finite verb is the first word: the rest of it stands elsewhere."""
        return self.kind == "main" and self.predicate is not None and self.predicate.first


def konjunktiv(clause: Clause) -> bool:
    """Whether the finite verb of a clause is surely in the Konjunktiv."""
    return clause.predicate is not None and clause.predicate.konjunktiv


def indicative(clause: Clause) -> bool:
    """Whether a clause has verbs of its own that are not surely in the Konjunktiv."""
    return clause.predicate is not None and not clause.predicate.konjunktiv


def main_before(clauses: list[Clause], i: int) -> int | None:
    """The nearest main clause before clause ``i`` that is told, not reported; None if none is."""
    governing = (
        j for j in range(i - 1, -1, -1) if clauses[j].kind == "main" and indicative(clauses[j])
    )
    return next(governing, None)


def tells_on(clause: Clause) -> bool:
    """Whether a main clause behind "und" tells on: "…, und ging", not "… und werde gehen"."""
    return clause.kind == "main" and clause.before == "und" and not konjunktiv(clause)


def read_clause(
    sentence: Sequence[Token], start: int, end: int, before: str, finite: Sequence[int]
) -> Clause:
    """The clause ``sentence[start:end]``, less the stop at its end; ``finite`` are its verbs."""
    while end > start and sentence[end - 1].text in _STOPS:
        end -= 1
    kind, opener = _kind(sentence, start, end, before, finite)
    final = kind in ("dass", "w", "rel", "sub")
    predicate = read_predicate(sentence, start, end, finite, final=final)
    if kind == "frag" and predicate is not None:
        kind = "zu"
    return Clause(start, end, kind, before, predicate, opener)


def verb_final(sentence: Sequence[Token], finite: int, end: int) -> bool:
    """Whether a finite verb ends its clause, or only two infinitives follow: "hätte tun müssen".

    A comparison may follow ("stärker sein werden als üblich"), and another verb behind "und" ("die
    dabei entstehen und den Weg ebnen").
    """
    behind = sentence[finite + 1 : end]
    compared = next((n for n, token in enumerate(behind) if token.low in _COMPARING), len(behind))
    behind = behind[:compared]
    if behind and behind[0].low in _JOINING:
        verbs = [token.word.verb for token in behind if token.word.verb is not None]
        last = behind[-1].word.verb
        return not verbs or (last is not None and (last.finite or last.infinitive))
    rest = [token.word.verb for token in behind if token.word.letters or token.text[0].isdigit()]
    if not rest:
        return True
    return len(rest) == 2 and all(verb is not None and verb.infinitive for verb in rest)


def first_word(sentence: Sequence[Token], start: int, end: int) -> int:
    """The index of the first word that is none before an opener ("und nicht nur weil"), or end."""
    while start < end and _before_opener(sentence[start]):
        start += 1
    return start


def _before_opener(token: Token) -> bool:
    return token.low in _BEFORE_OPENER or not token.word.letters


def _kind(
    sentence: Sequence[Token], start: int, end: int, before: str, finite: Sequence[int]
) -> tuple[Kind, int | None]:
    """The kind of a clause and the index of the word that opens it."""
    i = first_word(sentence, start, end)
    if _so_dass(sentence, i, end):
        return "sub", i + 1
    if i < end and "complementizer" in sentence[i].word.classes:
        return "dass", i
    if i == end or not finite:
        return "frag", None
    kind = _subordinate(sentence, i, end, before, finite)
    return ("main", None) if kind is None else (kind, i)


def _so_dass(sentence: Sequence[Token], i: int, end: int) -> bool:
    """Whether a clause tells what came of it: "…, so dass die Straße gesperrt wurde"."""
    behind = sentence[i + 1 : min(end, i + 2)]
    return i < end and sentence[i].low == "so" and any(token.low in _DASS for token in behind)


def _subordinate(
    sentence: Sequence[Token], i: int, end: int, before: str, finite: Sequence[int]
) -> Kind | None:
    """The kind of a clause with a verb that opens with the word at i; None for a main clause."""
    opener = _opener(sentence, i, end)
    if opener is None or finite[0] <= opener:
        return None
    kind = _opened_kind(sentence[opener], before)
    if kind == "w" and _takes_up(sentence, opener):
        kind = "rel"
    if kind == "sub" and sentence[i].low not in _AMBIGUOUS:
        return kind
    if not verb_final(sentence, finite[-1], end):
        return None
    if kind == "rel" and _reported_subject(sentence, opener, finite[-1]):
        return None
    return None if kind == "sub" and finite[-1] == opener + 1 else kind


def _takes_up(sentence: Sequence[Token], i: int) -> bool:
    """Whether "welche" takes up the noun before it and asks for none.

    "Leute, welche dort wohnen", not "fragte Leute, welche Busse fahren".
    """
    if not sentence[i].low.startswith("welch") or i < 2 or i + 1 >= len(sentence):
        return False
    behind = sentence[i + 1].word
    asks = behind.capital or (not behind.classes and behind.verb is None)
    return sentence[i - 1].text == "," and sentence[i - 2].word.capital and not asks


def _reported_subject(sentence: Sequence[Token], i: int, finite: int) -> bool:
    """Whether an article, its noun and a verb right behind are a main clause.

    The verb is a Konjunktiv or opens marks: "…, der Trainer gehe", "…, der Trainer „wollte“ gehen";
    their gender agrees; "jemand, der Geld habe" is a relative clause.
    """
    noun, verb = nouns.read(sentence[i + 1].text), sentence[finite].word.verb
    told = finite == i + 2 and verb is not None and verb.konjunktiv_one
    marked = finite == i + 3 and sentence[i + 2].text in MARKS
    if noun is None or not (told or marked):
        return False
    return noun.singular and sentence[i].low == _NOMINATIVE_ARTICLES.get(noun.gender)


def _opener(sentence: Sequence[Token], i: int, end: int) -> int | None:
    """The word that can open a subordinate clause: the first, or the one behind a preposition."""
    names = sentence[i].word.classes
    if names & _OPENERS:
        return i
    if "preposition" in names and i + 1 < end:
        behind = sentence[i + 1].word
        if behind.classes & _BEHIND_PREPOSITION and behind.low not in ("das", "was"):
            return i + 1
    return None


def _opened_kind(opener: Token, before: str) -> Kind | None:
    """The kind of clause that a word can open; an article does so only behind a mark."""
    names = opener.word.classes
    if "article" in names or opener.low in _GENITIVE_RELATIVES:
        return "rel" if "relative" in names and before in _BEFORE_RELATIVE else None
    if "question" in names and opener.low != "wobei":
        return "w"
    if "subordinator" in names:
        return "sub"
    return "rel" if "relative" in names else None
