"""Noun phrases: where a name or a noun stands with its words, and which case it can have.

Shapes: "der Sprecher des Ministeriums", "westliche Beamte", "Südkoreas Präsident Yoon Suk Yeol",
"ein in Wien lebender Autor", "Lothar Nicht", "er", "(SPD)" behind a name. A genitive and a phrase
with von, aus, in, für … behind the noun belong to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from claimtrack.german import nouns
from claimtrack.german.tokens import Token
from claimtrack.german.verbs import Form
from claimtrack.lexicon import classes

_PARTICIPLE = int(Form.PARTICIPLE)
_ADJECTIVES = ("isch", "lich", "ig", "bar", "los", "sam", "haft")
_PERSONAL = frozenset(["er", "sie", "es", "ich", "wir", "man"])
_BRACKETED = 7
_ATTRIBUTE_ENDINGS = ("e", "en", "er", "es", "em")
_GENITIVE = frozenset(
    ["des", "der", "eines", "einer", "dieses", "dieser", "seines", "seiner", "ihres", "ihrer", "unseres", "unserer"]
)
_POST = frozenset(["von", "vom", "aus", "in", "im", "der", "für", "des", "am", "beim", "zur", "zum", "an", "bei"])
_NOT_NOMINATIVE = frozenset(
    ["dem", "den", "des", "einem", "einen", "eines", "einer", "meinem", "seinem", "ihrem", "unserem", "keinem", "keinen", "diesem", "diesen", "dieses", "jenem", "jenen", "seinen", "ihren", "unseren", "seines", "ihres", "seiner", "ihrer", "unserer", "dieser", "allen", "vielen", "einigen", "mehreren", "beiden", "wenigen", "anderen", "zahlreichen", "sich", "ihm", "ihn", "ihnen", "uns", "mich", "mir", "euch", "welchem", "welchen"]
)
_FEMININE = (
    "ung",
    "heit",
    "keit",
    "schaft",
    "tät",
    "tion",
    "sion",
    "ik",
    "ei",
    "rin",
    "tin",
    "ur",
    "enz",
    "anz",
)


class Phrase(NamedTuple):
    """A noun phrase: token indices ``start`` to ``end`` (exclusive), its head noun or name.

    ``core`` ends it before genitives and prepositional phrases; ``governed`` is the preposition
    in front of it, if any.
    """

    start: int
    core: int
    end: int
    head: int
    governed: str | None

    def nominative(self, sentence: Sequence[Token]) -> bool:
        """Whether the form of its first words allows a nominative."""
        return self.governed is None and _can_be_nominative(sentence, self)


def phrases(
    sentence: Sequence[Token], start: int, end: int, verbs: Sequence[int] = ()
) -> Iterator[Phrase]:
    """The noun phrases of ``sentence[start:end]``, the outermost ones, left to right.

    ``verbs`` are indices of verbs, which no phrase runs across ("sagte Merkel").
    """
    edges = [start, *(i for i in verbs if start <= i < end), end]
    for left, right in zip(edges, edges[1:], strict=False):
        yield from _stretch(sentence, left + 1 if left in verbs else left, right)


def _stretch(sentence: Sequence[Token], start: int, end: int) -> Iterator[Phrase]:
    i, governed = start, None
    while i < end:
        token = sentence[i]
        names = token.word.classes
        if token.low in ("als", "wie") and i > start:
            governed, i = token.low, i + 1
            continue
        if "preposition" in names and (not token.word.capital or i == start):
            governed, i = token.low, i + 1
            continue
        found = _phrase(sentence, i, end, governed)
        if found is not None:
            yield found
            i, governed = found.end, None
            continue
        if not ("adverb" in names or token.text in '„“"»«'):
            governed = None
        i += 1


def _phrase(sentence: Sequence[Token], i: int, end: int, governed: str | None) -> Phrase | None:
    low = sentence[i].low
    names = sentence[i].word.classes
    if low in _PERSONAL or ("subject_pronoun" in names and not _noun_follows(sentence, i + 1, end)):
        return Phrase(i, i + 1, i + 1, i, governed)
    j = i
    if names & {"article", "determiner"}:
        j = i + 1
    elif "pronoun" in names:
        return None
    head = _head(sentence, j, end, open_start=j > i)
    if head is None:
        if low in ("das", "dies", "die", "der") and "article" in names | {"article"}:
            return Phrase(i, i + 1, i + 1, i, governed) if low != "die" else None
        return None
    if j == i and (owned := _owned(sentence, head, end)):
        head = owned
    first = min(i, head)
    core = _name_end(sentence, head, end)
    return Phrase(first, core, _extend(sentence, core, end), core - 1, governed)


def _owned(sentence: Sequence[Token], head: int, end: int) -> int:
    """The noun behind a name in the genitive: "Berlins früherer Bürgermeister", "Russlands neue Führung"."""
    if (
        head + 2 >= end
        or not sentence[head].low.endswith("s")
        or not _attribute(sentence[head + 1])
    ):
        return 0
    if (
        not sentence[head + 1].word.letters
        or sentence[head + 1].word.capital
        or sentence[head + 1].word.finite
    ):
        return 0
    return _head(sentence, head + 1, min(end, head + 5), open_start=False) or 0


def _noun_follows(sentence: Sequence[Token], i: int, end: int) -> bool:
    return _head(sentence, i, min(end, i + 4), open_start=False) is not None


def _head(sentence: Sequence[Token], j: int, end: int, *, open_start: bool) -> int | None:
    """The first noun from j on, over attributes (and what an opened article lets stand between)."""
    i = j
    budget = 14 if open_start else 5
    while i < end and i < j + budget:
        token = sentence[i]
        if _nounlike(sentence, i):
            if not open_start or i == j or not _inner_phrase(sentence, j, i):
                return i
            i += 1
            continue
        if not (_attribute(token) or token.text in '„“"»«‚‘' or (open_start and _inner(token))):
            return None
        i += 1
    return None


def _inner_phrase(sentence: Sequence[Token], j: int, i: int) -> bool:
    """A noun inside an attribute: "der in Wien lebende Autor": a preposition stands before it."""
    return (
        any("preposition" in token.word.classes for token in sentence[j:i])
        and i + 1 < len(sentence)
        and _attribute(sentence[i + 1])
        and not sentence[i + 1].word.finite
    )


def _nounlike(sentence: Sequence[Token], i: int) -> bool:
    token = sentence[i]
    if not token.word.capital or _hyphened_adjective(token.text):
        return False
    if i == 0 and _opening_participle(sentence):
        return False
    return not token.word.classes or (
        i > 0 and not token.word.classes & {"article", "determiner", "preposition", "pronoun"}
    )


def _opening_participle(sentence: Sequence[Token]) -> bool:
    """ "Besorgt äußerte sich …", "Verglichen mit …", "Höhnisch …": no noun, though capitalised."""
    word = sentence[0].word
    if word.low.endswith(_ADJECTIVES) and len(sentence) > 1 and not sentence[1].word.capital:
        return True
    return (
        word.verb is not None
        and bool(word.verb.form & _PARTICIPLE)
        and nouns.read(sentence[0].text) is None
    )


def _attribute(token: Token) -> bool:
    word = token.word
    if word.capital:
        return _hyphened_adjective(token.text)
    if not word.letters:
        return token.text[0].isdigit()
    if word.classes & {
        "article",
        "preposition",
        "pronoun",
        "coordinator",
        "auxiliary",
        "modal",
        "relative",
    }:
        return "determiner" in word.classes
    return (
        (word.low.endswith(_ATTRIBUTE_ENDINGS)
        and len(word.low) > 3)
        or word.low in ("rund", "etwa", "knapp", "gut", "mehr", "als", "tausend", "hundert")
    )


def _hyphened_adjective(text: str) -> bool:
    """US-amerikanische, EU-kritischen: a capital in front, an adjective behind the hyphen."""
    last = text.rpartition("-")[2]
    return last != text and last[:1].islower() and last.endswith(_ATTRIBUTE_ENDINGS)


def _inner(token: Token) -> bool:
    return (
        "adverb" in token.word.classes
        or "preposition" in token.word.classes
        or (
            token.word.letters
            and not token.word.capital
            and not token.word.classes
            and not token.word.finite
        )
        or token.low in ("sich", "der", "die", "das", "dem", "den")
    )


def _name_end(sentence: Sequence[Token], head: int, end: int) -> int:
    """Behind the last word of a run of nouns and names: "Präsident Wladimir Putin", "Ursula von der Leyen"."""
    i = head + 1
    while i < end:
        token = sentence[i]
        if token.word.capital and _nounlike(sentence, i):
            i += 1
        elif token.text == "(" and (closing := bracket_end(sentence, i, end)):
            i = closing
        elif (
            token.text == "."
            and i + 1 < end
            and len(sentence[i - 1].text) <= 3
            and sentence[i + 1].word.capital
        ):
            i += 1
        elif token.low in (
            "von",
            "van",
            "de",
            "bin",
            "al",
            "el",
            "zu",
            "del",
            "di",
            "da",
        ) and _names(sentence, head, i, end):
            i += 1
            while i < end and sentence[i].low in ("der", "den", "dem", "la", "und", "zu"):
                i += 1
        elif token.text in '„“"»«' and i + 1 < end and _quoted_name(sentence, i, end):
            i = _quoted_name(sentence, i, end)
        else:
            break
    return i


def bracket_end(sentence: Sequence[Token], i: int, end: int) -> int:
    """The index behind a short bracket that opens at i ("(SPD)", "(Institute for the …)"), else 0."""
    for j in range(i + 1, min(end, i + _BRACKETED)):
        if sentence[j].text == ")":
            return j + 1
        if sentence[j].word.finite and not sentence[j].word.capital:
            return 0
    return 0


def _names(sentence: Sequence[Token], head: int, i: int, end: int) -> bool:
    """A name particle: the word before it is no common noun (no article before the run) and a name follows."""
    following = i + 1
    while following < end and sentence[following].low in ("der", "den", "dem", "la", "und", "zu"):
        following += 1
    if following >= end or not sentence[following].word.capital or sentence[following].word.classes:
        return False
    from claimtrack.german.names import gender

    return gender(sentence[i - 1].text) is not None


def _quoted_name(sentence: Sequence[Token], i: int, end: int) -> int:
    """The index behind „Der Spiegel“ after a noun: at most five words in marks, else 0."""
    for j in range(i + 1, min(end, i + 7)):
        if sentence[j].text in '“”"«»' and j > i + 1:
            return j + 1 if sentence[i + 1].word.capital else 0
    return 0


def _extend(sentence: Sequence[Token], i: int, end: int) -> int:
    """Take in what belongs to a noun: brackets, genitives, von/aus/in/für phrases, "und" with a noun."""
    while i < end:
        low = sentence[i].low
        if low in _GENITIVE:
            head = _head(sentence, i + 1, end, open_start=True)
        elif low in _POST:
            j = i + 1
            if j < end and sentence[j].word.classes & {"article", "determiner"}:
                j += 1
            head = _head(sentence, j, end, open_start=j > i + 1)
            if head is not None and time_noun(sentence[head].low):
                return i
        elif low in ("und", "sowie", "oder") and i + 1 < end:
            head = _coordinate(sentence, i + 1, end)
        elif _genitive_adjective(sentence, i, end):
            head = _head(sentence, i, end, open_start=False)
        else:
            return i
        if head is None:
            return i
        i = _name_end(sentence, head, end)
    return i


def _coordinate(sentence: Sequence[Token], i: int, end: int) -> int | None:
    if sentence[i].low in ("der", "die", "das", "ein", "eine", "seine", "ihre", "dessen", "deren"):
        return _head(sentence, i + 1, end, open_start=True)
    return _head(sentence, i, end, open_start=False)


def _genitive_adjective(sentence: Sequence[Token], i: int, end: int) -> bool:
    """ "Angaben westlicher Regierungen": an adjective in -er before a noun."""
    return (
        sentence[i].low.endswith("er")
        and not sentence[i].word.classes
        and not sentence[i].word.capital
        and i + 1 < end
        and sentence[i + 1].word.capital
    )


@cache
def _times() -> frozenset[str]:
    return frozenset(
        ["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag", "januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember", "jahr", "jahre", "jahren", "woche", "wochen", "monat", "monate", "monaten", "tag", "tage", "tagen", "morgen", "abend", "nachmittag", "vormittag", "mittag", "nacht", "stunden", "anschluss", "rahmen", "vorfeld", "interview", "gespräch", "zusammenhang", "hinblick", "folge", "zukunft"]
    )


def time_noun(low: str) -> bool:
    """Whether a noun names a time or an occasion, which nobody's words are: Montag, Interview."""
    return low in _times() or low.endswith(
        ("abend", "morgen", "nachmittag", "vormittag", "interview", "jahr")
    )


def _can_be_nominative(sentence: Sequence[Token], phrase: Phrase) -> bool:
    first = sentence[phrase.start].low
    if phrase.end - phrase.start == 1 and "subject_pronoun" in sentence[phrase.start].word.classes:
        return first not in ("beide", "alle")
    if first in _NOT_NOMINATIVE:
        return False
    if first == "der":
        return not feminine(sentence[phrase.head].text) and not feminine(
            sentence[_noun_of(sentence, phrase)].text
        )
    if not sentence[phrase.start].word.classes & {"article", "determiner"} and _dative_attribute(
        sentence, phrase
    ):
        return False
    if (
        first.endswith(("en", "em"))
        and not sentence[phrase.start].word.capital
        and phrase.head > phrase.start
    ):
        return (
            bool(sentence[phrase.start].word.classes)
            and "determiner" not in sentence[phrase.start].word.classes
        )
    return True


def _dative_attribute(sentence: Sequence[Token], phrase: Phrase) -> bool:
    """ "westlichen Beamten", "30 verschiedenen Texten": no article, and an attribute in -en or -em."""
    noun = _noun_of(sentence, phrase)
    return any(
        token.low.endswith(("en", "em")) and _attribute(token) and token.word.letters
        for token in sentence[phrase.start : noun]
    )


def _noun_of(sentence: Sequence[Token], phrase: Phrase) -> int:
    """The first noun of the phrase: the office before a name."""
    for i in range(phrase.start, phrase.core):
        if _nounlike(sentence, i):
            return i
    return phrase.head


def feminine(word: str) -> bool:
    """Whether a noun is surely feminine: by the noun list, its ending, or a known acronym."""
    noun = nouns.read(word)
    if noun is not None and noun.gender in ("m", "f", "n"):
        return noun.gender == "f" and noun.singular
    low = word.lower()
    return low.endswith(_FEMININE) or low in classes("function_words")["feminine_acronym"]
