"""The state of what a figure counts, read from the words around it.

Looked for in this order: a participle or adjective of the counted noun itself ("1.000 entsandte
Soldaten"), the noun ("zwölf Tote"), a noun it depends on ("Tod von sechs Offizieren"), the verb of
its clause, a relative clause after it, the rest of its sentence, the role of the noun
("Demonstranten") and the scene ("Kundgebung"). A deed that is still to come is planned.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from claimtrack import lexicon
from claimtrack.extract.state_words import Hit, Word, hits, words_of
from claimtrack.model import Span
from claimtrack.states import OTHER, PLANNED, states

_SENTENCE_END = re.compile(
    r"(?<!\d)(?<!\b\w)(?<!Mio)(?<!Mrd)(?<!ca)[.!?…][\"“”»«)]*\s+(?=[\"„“»«(]?[A-ZÄÖÜ\d])|\n"
)
_BREAK = re.compile(r",(?!\d)|[;:]|\s[–—-]\s")
_LINK = re.compile(
    r"\s(?:(?:von|an|in Höhe von|über|auf|um|mit|bei|der|des|dieser|durch)\s)?"
    r"(?:(?:den|die|der|insgesamt|weiteren?|anderen?|angeblich|etwa|schon|bereits|\w+en)\s)?\Z"
)
_RELATIVE = re.compile(
    r",\s(?:die|der|das|den|denen|deren|dessen|welche[rns]?|von denen|darunter)\s"
)
_BY = re.compile(r"\bum\s(?:(?:jeweils|insgesamt|weitere|noch einmal)\s)?\Z")
_CHANGES = frozenset({"rising", "falling"})  # "auf 300 gestiegen" is a level, "um 300" the change
_REACH = 900  # characters looked at on either side when a text has no sentence ends
_LIST_START = re.compile(r"[\s,]*(?:und|sowie|darunter|auch|weitere)?\s*\Z")


class Counting(NamedTuple):
    """Where a figure stands: its words, its noun phrase behind them, whether it is a sum.

    ``own`` says that adjectives of the noun phrase speak of this figure (not of a whole it is
    part of); ``noun`` is the stretch of the noun.
    """

    start: int
    end: int
    phrase: Span | None
    noun: Span | None
    own: bool
    of_noun: bool


def read_state(body: str, counting: Counting) -> str:
    """The state of what is counted; ``other`` when no word says it."""
    sentence = sentence_at(body, counting.start)
    clause = _clause(body, sentence, counting.start)
    for look in _LOOKS:
        found = look(body, counting, clause, sentence)
        if found:
            return found
    return OTHER


def sentence_at(body: str, at: int) -> Span:
    """The sentence around a character, as its punctuation shows."""
    first = max(0, at - _REACH)
    ends = (match.end() for match in _SENTENCE_END.finditer(body, first, at + 2))
    start = max((end for end in ends if end <= at), default=first)
    last = min(len(body), at + _REACH)
    after = _SENTENCE_END.search(body, at, last)
    return Span(start, after.start() + 1 if after else last)


def _clause(body: str, sentence: Span, at: int) -> Span:
    breaks = list(_BREAK.finditer(body, sentence.start, sentence.end))
    start = max((match.end() for match in breaks if match.end() <= at), default=sentence.start)
    end = min((match.start() for match in breaks if match.start() >= at), default=sentence.end)
    return Span(start, end)


def _attribute(body: str, counting: Counting, clause: Span, sentence: Span) -> str | None:
    """getötete Soldaten, "die angeblich getöteten sechs Offiziere"."""
    if not counting.own:
        return None
    inside: list[Word] = []
    if counting.phrase and counting.noun:
        inside = words_of(body, counting.phrase.start, counting.noun.start)
    before = words_of(body, clause.start, counting.start)[-1:]
    near = [word for word in before if word.text.endswith(("en", "e")) and "ge" in word.text]
    return _first(hits("verb", near + inside), counting)


def _noun(body: str, counting: Counting, clause: Span, sentence: Span) -> str | None:
    """zwölf Tote, 500 Verletzte."""
    return _of_noun("noun", body, counting)


def _role(body: str, counting: Counting, clause: Span, sentence: Span) -> str | None:
    """7.000 Demonstranten, when no verb says more."""
    return _of_noun("role", body, counting)


def _of_noun(kind: str, body: str, counting: Counting) -> str | None:
    return _first(hits(kind, words_of(body, *counting.noun)), counting) if counting.noun else None


def _event(body: str, counting: Counting, clause: Span, sentence: Span) -> str | None:
    """Entsendung von 12.000 Soldaten, Schaden in Höhe von zwei Millionen Euro."""
    words = words_of(body, clause.start, counting.start)
    for hit in reversed(list(hits("event", words))):
        if _LINK.fullmatch(body, hit.end, counting.start):
            return _timed(_allowed(hit, counting), hit, words_of(body, *clause))
    return None


def _verb(body: str, counting: Counting, clause: Span, sentence: Span) -> str | None:
    """The verb of the clause: behind the figure, or before it when an "und" lies between."""
    return _nearest(body, counting, clause)


def _relative(body: str, counting: Counting, clause: Span, sentence: Span) -> str | None:
    """12.000 Soldaten, die nach Russland geschickt wurden."""
    if not _RELATIVE.match(body, clause.end):
        return None
    inner = _clause(body, sentence, clause.end + 1)
    return _nearest(body, counting, inner)


def _rest(body: str, counting: Counting, clause: Span, sentence: Span) -> str | None:
    """The sentence behind an insertion; before the figure only where it goes on a list."""
    found = _nearest(body, counting, Span(clause.end, sentence.end))
    if found or not _LIST_START.fullmatch(body, clause.start, counting.start):
        return found
    return _nearest(body, counting, Span(sentence.start, clause.start))


def _subject(body: str, counting: Counting, clause: Span, sentence: Span) -> str | None:
    """Der Schaden liegt bei zwei Millionen Euro."""
    words = words_of(body, *clause)
    found = [hit for hit in hits("event", words) if hit.end <= counting.start]
    return _first(reversed(found), counting) if not counting.of_noun else None


def _scene(body: str, counting: Counting, clause: Span, sentence: Span) -> str | None:
    """An der Übung, bei der Kundgebung."""
    return _first(hits("scene", words_of(body, *sentence)), counting)


_Look = Callable[[str, Counting, Span, Span], "str | None"]


def _verb_or_exercise(body: str, counting: Counting, clause: Span, sentence: Span) -> str | None:
    """Who takes part in a manoeuvre is at an exercise, not at a demonstration."""
    found = _verb(body, counting, clause, sentence)
    if found == "attending" and _scene(body, counting, clause, clause) == "exercise":
        return "exercise"
    return found


_LOOKS: tuple[_Look, ...] = (
    _attribute, _noun, _event, _verb_or_exercise, _relative, _subject, _role, _rest, _scene,
)  # fmt: skip


def _nearest(body: str, counting: Counting, clause: Span) -> str | None:
    words = words_of(body, *clause)
    change = bool(_BY.search(body, max(0, counting.start - 24), counting.start))
    found = [
        hit
        for hit in hits("verb", words)
        if (state := _allowed(hit, counting)) and (change or state not in _CHANGES)
    ]
    edge = counting.phrase.end if counting.phrase else counting.end
    after = next((hit for hit in found if hit.start >= edge), None)
    before = next((hit for hit in reversed(found) if hit.end <= counting.start), None)
    if after and before and re.search(r"\sund\s", body[edge : after.start]):
        after = None
    hit = after or before
    return _timed(_allowed(hit, counting), hit, words) if hit else None


def _first(found: Iterable[Hit], counting: Counting) -> str | None:
    return next((state for hit in found if (state := _allowed(hit, counting))), None)


def _allowed(hit: Hit, counting: Counting) -> str | None:
    """The first state of a word that can be said of what is counted: no sum is wounded."""
    fitting = ("people", "things", "any") if counting.of_noun else ("sums", "any")
    return next((state for state in hit.states if states()[state].of in fitting), None)


def _timed(state: str | None, hit: Hit, words: Sequence[Word]) -> str | None:
    """A deed still to come is planned."""
    if state and states()[state].deed and _is_ahead(hit, words):
        return PLANNED
    return state


def _is_ahead(hit: Hit, words: Sequence[Word]) -> bool:
    """Whether the clause puts its verb as a plan.

    Shapes: zu schicken, einzusetzen (not "entsandt zu haben") · will, soll, wird schicken · sollen
    mobilisiert werden (not "soll getötet worden sein") · plant die Entsendung von.
    """
    texts = [word.text for word in words]
    at = next(index for index, word in enumerate(words) if word.start == hit.start)
    later = set(texts[at + 1 :])
    tenses = lexicon.classes("state_tenses")
    if texts[at - 1 : at] == ["zu"] or re.match(r"[a-zäöü]+zu\w+en\Z", hit.word):
        return True
    plans = any(PLANNED in plan.states for plan in hits("verb", words))
    if hit.word[0].isupper():
        return plans or bool(tenses["wish"] & set(texts))
    if (
        tenses["past"] & set(texts)
        or set(texts[at + 1 : at + 2]) & tenses["done"]
        or (later & tenses["last"] and "werden" not in later)
    ):
        return False
    if tenses["ahead"] & set(texts):
        return hit.word.endswith("n") or "werden" in texts
    return plans and not tenses["done"] & later
