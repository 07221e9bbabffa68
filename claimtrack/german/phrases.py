"""Noun phrases: where a name or a noun stands with its words, and which case it can have.

Shapes: "der Sprecher des Ministeriums", "westliche Beamte", "Südkoreas Präsident Yoon Suk Yeol",
"ein in Wien lebender Autor", "Lothar Nicht", "er", "(SPD)" behind a name. A genitive and a phrase
with von, aus, in, für … behind the noun belong to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimtrack.german.animacy import time_noun
from claimtrack.german.attributes import ARTICLES, bare_noun, framed_noun, is_attribute, noun_from
from claimtrack.german.case import can_be_nominative
from claimtrack.german.complements import compound_end, name_from, phrase_end
from claimtrack.german.quotations import MARKS
from claimtrack.german.tokens import Token
from claimtrack.lexicon import classes

_PERSONAL = classes("grammar_words")["personal"]
_PARTICLES = classes("grammar_words")["particle"]
_PARTICLED_NAMES = classes("grammar_words")["particled_name"]
_PARTICLE_REACH = 2
_MORE = frozenset(["mehr", "weniger"])
_COMPARING = frozenset(["als", "wie"])
_SOME = frozenset(["einige", "viele", "manche", "mehrere", "zwei", "drei", "beide"])
_THEM = frozenset(["ihnen", "denen"])
OF_THEM = 3
"""Words of "eine von ihnen"."""
_ADVERBIALS = frozenset({("unter", "anderem"), ("unter", "anderen"), ("vor", "allem")})
_POSSESSIVE = ("mein", "unser", "sein", "ihr")
_POINTING = frozenset(["das", "dies", "der"])
"""Words that stand for a noun when none follows."""


class Phrase(NamedTuple):
    """A noun phrase: token indices ``start`` to ``end`` (exclusive), its head noun or name.

    ``core`` ends it before genitives and prepositional phrases; ``governed`` is the preposition
    in front of it ("als", "wie" count as one), if any.
    """

    start: int
    core: int
    end: int
    head: int
    governed: str | None

    def nominative(self, sentence: Sequence[Token]) -> bool:
        """Whether the form of its first words allows a nominative."""
        return self.governed is None and can_be_nominative(sentence, self.start, self.head)


def phrases(
    sentence: Sequence[Token], start: int, end: int, verbs: Sequence[int] = ()
) -> Iterator[Phrase]:
    """The noun phrases of ``sentence[start:end]``, the outermost ones, left to right.

    ``verbs`` are indices of verbs in rising order, which no phrase runs across ("sagte Merkel").
    """
    left = start
    for verb in verbs:
        if start <= verb < end:
            yield from _between_verbs(sentence, left, verb)
            left = verb + 1
    yield from _between_verbs(sentence, left, end)


def _between_verbs(sentence: Sequence[Token], start: int, end: int) -> Iterator[Phrase]:
    i, governed = start, None
    while i < end:
        token = sentence[i]
        if not i and (name := _particled(sentence, end)) is not None:
            yield Phrase(i, name + 1, name + 1, name, governed)
            governed, i = None, name + 1
        elif _adverbial(sentence, i, end):
            governed, i = None, i + 2
        elif _governs(token, first=i == start) and not _more_than(sentence, i):
            governed, i = token.low, i + 1
        elif (found := _phrase(sentence, i, end, governed)) is not None:
            yield found
            governed, i = None, found.end
        else:
            if not ("adverb" in token.word.classes or token.text in MARKS):
                governed = None
            i += 1


def _adverbial(sentence: Sequence[Token], i: int, end: int) -> bool:
    """Whether two words that govern nothing begin at i: "unter anderem", "vor allem"."""
    return i + 1 < end and (sentence[i].low, sentence[i + 1].low) in _ADVERBIALS


def _governs(token: Token, *, first: bool) -> bool:
    """Whether a word is a preposition (not a capitalised noun such as "Dank"), "als" or "wie"."""
    if token.low in _COMPARING:
        return True
    return "preposition" in token.word.classes and (first or not token.word.capital)


def _more_than(sentence: Sequence[Token], i: int) -> bool:
    """Tell whether "als" at i stands before a share: "mehr als jeder Dritte" can be a subject."""
    if i == 0 or i + 1 >= len(sentence) or sentence[i].low != "als":
        return False
    return sentence[i - 1].low in _MORE and bool(sentence[i + 1].word.classes & ARTICLES)


def _particled(sentence: Sequence[Token], end: int) -> int | None:
    """The last name of one that opens with its particle: "Von der Leyen", "Zu Guttenberg"."""
    if not sentence[0].word.capital or sentence[0].low not in _PARTICLES:
        return None
    near = range(1, min(end, _PARTICLE_REACH + 1))
    return next((j for j in near if sentence[j].low in _PARTICLED_NAMES), None)


def _phrase(sentence: Sequence[Token], i: int, end: int, governed: str | None) -> Phrase | None:
    """The phrase that begins at i, None where none does."""
    if _stands_alone(sentence, i, end):
        return Phrase(i, i + 1, i + 1, i, governed)
    names = sentence[i].word.classes
    opened = bool(names & ARTICLES)
    if "pronoun" in names and not opened:
        return None
    if opened and "relative" in names and _opens_phrase(sentence, i + 1, end):
        return Phrase(i, i + 1, i + 1, i, governed)
    if of_them(sentence, i) and i + OF_THEM <= end:
        return Phrase(i, i + 1, i + OF_THEM, i, governed)
    noun = noun_from(sentence, i, end)
    if noun is None:
        points = sentence[i].low in _POINTING
        return Phrase(i, i + 1, i + 1, i, governed) if points else None
    if not opened:
        noun = _owned(sentence, noun, end) or noun
    head, core = name_from(sentence, noun, end)
    if governed is not None and time_noun(sentence[noun].low):
        head, core = noun, noun + 1  # "sagte am Mittwoch Minister Prinz": the day ends before him
    stop = core if time_noun(sentence[head].low) else phrase_end(sentence, core, end)
    if _unclosed(sentence, i, stop, end):
        stop = compound_end(sentence, stop + 1, end) or stop + 1
    return Phrase(i, core, stop, head, governed)


def _opens_phrase(sentence: Sequence[Token], i: int, end: int) -> bool:
    """Whether a phrase begins behind a relative pronoun: "der der dpa", "das unserem"."""
    if i >= end:
        return False
    own = sentence[i].low.startswith(_POSSESSIVE) and sentence[i].low not in _POSSESSIVE
    return "article" in sentence[i].word.classes or (own and not sentence[i].word.capital)


def of_them(sentence: Sequence[Token], i: int) -> bool:
    """Whether some of those just named begin at ``i``: "eine von ihnen", "zwei von denen"."""
    behind = sentence[i + 1 : i + OF_THEM]
    if len(behind) < OF_THEM - 1 or behind[0].low != "von" or behind[1].low not in _THEM:
        return False
    return bool(sentence[i].word.classes & ARTICLES) or sentence[i].low in _SOME


def _unclosed(sentence: Sequence[Token], start: int, stop: int, end: int) -> bool:
    """Whether the mark at ``stop`` closes one inside the phrase: "Angaben der „Neuen Zeitung“"."""
    if stop >= end or sentence[stop].text not in MARKS:
        return False
    return sum(token.text in MARKS for token in sentence[start:stop]) % 2 == 1


def _stands_alone(sentence: Sequence[Token], i: int, end: int) -> bool:
    """Whether the word at i is a pronoun in the place of a noun: "er", "dieser" before no noun."""
    if sentence[i].low in _PERSONAL:
        return True
    if "subject_pronoun" not in sentence[i].word.classes:
        return False
    if bare_noun(sentence, i + 1, min(end, i + 5)) is not None:
        return False
    article = bool(sentence[i].word.classes & ARTICLES)
    return not article or framed_noun(sentence, i + 1, end) is None


def _owned(sentence: Sequence[Token], name: int, end: int) -> int | None:
    """The noun behind a name in the genitive and attributes: "Berlins früherer Bürgermeister"."""
    if name + 2 >= end or not sentence[name].low.endswith("s"):
        return None
    token = sentence[name + 1]
    small = token.word.letters and not token.word.capital and not token.word.finite
    if not (small and is_attribute(token)):
        return None
    return bare_noun(sentence, name + 1, min(end, name + 5))
