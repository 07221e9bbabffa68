"""Phrases of a lexicon as patterns, and the clause of a claim in which they count.

The small language of the phrases: ``/`` parts words of which any will do, ``*`` stands for any
letters, ``…`` for up to eight words of the same clause, ``,`` for a comma, ``$`` for the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from claimtrack.extract.meaning.phrase_words import QUOTES, end_behind, following
from claimtrack.german.clauses import Clause
from claimtrack.german.cutting import cut
from claimtrack.german.tokens import sentences, tokenize
from claimtrack.lexicon import table
from claimtrack.lexicon.by_word import by_word

LEXICONS = ("stance_phrases", "hedges")
"""All phrase lexicons: the words of a text are looked at once for what any of them has."""

_WORD = re.compile(r"(\w[\w-]*)")
_STEM = 5
"""Letters by which the phrases that open with a stem ("vermut*") are found."""
_NEXT = re.compile(
    r"\s*,\s*(?:dass|daß|ob|wie|wer|was|wo|wann|warum|weshalb|wieso|woher|wohin|welche[rnms]?|wen|wem)\b"
)
_HEADS = frozenset({"dass", "w", "zu", "main", "frag", "quote"})
_HANGING = frozenset({"dass", "w", "zu", "sub", "rel"})


class Phrase(NamedTuple):
    """A line of a phrase lexicon: what it stands for, where it counts, its words."""

    value: str
    place: str
    words: str


class Found(NamedTuple):
    """A phrase met in a text: its line and the characters it covers."""

    phrase: Phrase
    start: int
    end: int


class _Entry(NamedTuple):
    """A phrase: one form of its first word, and the words behind it."""

    phrase: Phrase
    first: str
    rest: str


class Phrases:
    """The phrases of some places of a lexicon, searched together by their first words."""

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        self._by_first: dict[str, list[_Entry]] = {}
        for phrase in phrases:
            first, _, rest = phrase.words.partition(" ")
            for form in first.split("/"):
                key = form[:_STEM].lower() + "*" if "*" in form else form.lower()
                self._by_first.setdefault(key, []).append(_Entry(phrase, form, rest))
        self.opened_by = by_word(self._openers)

    def find(self, text: str) -> tuple[Found, ...]:
        """The phrases in a text in its order.

        Of those that share characters the longest counts, but one of value "-" before all.
        """
        met_ones = list(self._met(text))
        if len(met_ones) < 2:
            return tuple(met_ones)
        covered = bytearray(len(text))
        kept: list[Found] = []
        for met in sorted(met_ones, key=_weight):
            if not any(covered[met.start : met.end]):
                covered[met.start : met.end] = b"\1" * (met.end - met.start)
                kept.append(met)
        return tuple(sorted(kept, key=lambda met: met.start))

    def any_in(self, text: str) -> bool:
        """Whether :meth:`find` finds any phrase in a text."""
        return next(self._met(text), None) is not None

    def _met(self, text: str) -> Iterator[Found]:
        searched = _searched(text)
        for spelled, start, end, opens in searched.words:
            anywhere, opening = self.opened_by(spelled)
            for entry in opening if opens else anywhere:
                if not entry.rest:
                    yield Found(entry.phrase, start, end)
                elif searched.may_hold(entry.rest):
                    stop = end_behind(following(entry.rest), text, end)
                    if stop is not None:
                        yield Found(entry.phrase, start, stop)

    def _openers(self, spelled: str) -> tuple[tuple[_Entry, ...], tuple[_Entry, ...]]:
        """The phrases that a word may open anywhere, and where a sentence begins; mostly none."""
        low = spelled.lower()
        keys = (low[:_STEM] + "*", low)
        near = [entry for key in keys for entry in self._by_first.get(key, ())]
        if not near:
            return (), ()
        anywhere = tuple([entry for entry in near if _is(entry.first, spelled)])
        capital = [entry for entry in near if _is(_capital(entry.first), spelled)]
        return anywhere, tuple([entry for entry in near if entry in anywhere or entry in capital])


class _Searched(NamedTuple):
    """The words of a text that may open a phrase of any lexicon, with their places.

    Of each it is told whether a sentence begins with it; none stands behind a hyphen.
    ``held`` says of phrases whether their words stand anywhere in the text, which is looked for
    once, however many words may open them.
    """

    lower: str
    words: list[tuple[str, int, int, bool]]
    held: dict[str, bool]

    def may_hold(self, phrase: str) -> bool:
        """Whether all words stand anywhere in the text: most do not, and a pattern is dear."""
        held = self.held.get(phrase)
        if held is None:
            held = self.held[phrase] = _may_stand(phrase, self.lower)
        return held


@lru_cache(maxsize=16)
def _searched(text: str) -> _Searched:
    """A text made ready for being searched for phrases of several places in a row."""
    opened_by = _every().opened_by
    pieces = _WORD.split(text)  # gaps and words in turn
    opening = [i for i in range(1, len(pieces), 2) if opened_by(pieces[i])[1]]
    if not opening:
        return _Searched("", [], {})
    places = list(accumulate(map(len, pieces), initial=0))
    words = [
        (pieces[i], places[i], places[i + 1], _opens(text, places[i]))
        for i in opening
        if not pieces[i - 1].endswith("-")
    ]
    return _Searched(text.lower(), words, {})


@cache
def rows(lexicon: str) -> tuple[Phrase, ...]:
    """The lines of a phrase lexicon in their order."""
    return tuple(Phrase(*row[:3]) for row in table(lexicon))


@cache
def phrases(lexicon: str, places: tuple[str, ...]) -> Phrases:
    """The phrases of some places of one of the lexicons."""
    return Phrases([row for row in rows(lexicon) if row.place in places])


@cache
def _every() -> Phrases:
    return Phrases([row for lexicon in LEXICONS for row in rows(lexicon)])


def _is(form: str, spelled: str) -> bool:
    """Whether a word has a form: "vermut*" is one that begins so and has no hyphen behind that."""
    if form[-1] != "*":
        return form == spelled
    return spelled.startswith(form[:-1]) and "-" not in spelled[len(form) - 1 :]


def _opens(text: str, start: int) -> bool:
    """Whether a sentence or a quotation begins at a place."""
    if not start or text[start - 1] in QUOTES:
        return True
    return start > 1 and text[start - 1].isspace() and text[start - 2] in ".!?:"


def _capital(form: str) -> str:
    return form[0].upper() + form[1:]


def _weight(met: Found) -> tuple[bool, int, int]:
    return met.phrase.value != "-", met.start - met.end, met.start


def _may_stand(phrase: str, lower: str) -> bool:
    """Whether some alternative of each word of a phrase stands anywhere in a text."""
    for stems in _stems(phrase):
        for stem in stems:
            if stem in lower:
                break
        else:
            return False
    return True


@cache
def _stems(phrase: str) -> tuple[tuple[str, ...], ...]:
    """The words of a phrase, each with its alternatives up to their ``*``, the rarest first."""
    words = [
        tuple(form.partition("*")[0].lower() for form in word.split("/"))
        for word in phrase.split()
        if word not in ("…", "$", ",")
    ]
    return tuple(sorted(words, key=lambda stems: -min(map(len, stems))))


@lru_cache(maxsize=16)
def own_clause(words: str) -> str:
    """The part of a claim's words that speaks for all of them: its own clause.

    Of a claim that begins with dass, ob, a w-word or is an infinitive it is that clause, a
    relative clause inside it left out; else the first main clause with what stands before it in
    the same clause. A comma and the word that announces more (", dass", ", ob") are kept. What
    hangs on this clause, goes on behind it or stands in a later sentence speaks for itself alone.
    """
    tokens = next(sentences(tokenize(words)), [])
    clauses = cut(tokens)
    kept = [clause for clause in _own(clauses) if clause.start < clause.end]
    if not kept:
        return words
    parts = [words[tokens[part.start].start : tokens[part.end - 1].end] for part in kept]
    opener = _NEXT.match(words, tokens[kept[-1].end - 1].end)
    return " ".join(parts) + (opener.group() if opener else "")


def _own(clauses: Sequence[Clause]) -> Iterator[Clause]:
    """The pieces that make up the claim's own clause, up to its finite verb."""
    alone = not any(clause.kind == "main" for clause in clauses)
    for at, clause in enumerate(clauses[_behind_subject(clauses) :]):
        if at and clause.kind != "main":
            continue
        if at or alone or clause.kind in _HEADS:
            yield clause
            if clause.predicate is not None or clause.kind == "zu":
                return


def _behind_subject(clauses: Sequence[Clause]) -> int:
    """Where the main clause stands that follows its subject or condition, else 0.

    "Ob er komme, sei unklar"; "Wenn es regnet, könnte der Damm brechen".
    """
    at = next((i for i, clause in enumerate(clauses) if clause.kind not in _HANGING), 0)
    return at if at and clauses[at].verb_first and clauses[at].before == "," else 0
