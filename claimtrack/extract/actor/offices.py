"""The office that a text gives a person, before the name or behind it.

Shapes: "der ukrainische Präsident X"; "Südkoreas Präsident X"; "Der Chef des westlichen
Militärbündnisses NATO, X"; "X, der russische Generalstabschef"; "X, Präsident der Y"; "X ist seit
2010 Präsident der Y".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from claimtrack.german import nouns
from claimtrack.german.tokens import Token, spelled
from claimtrack.lexicon import classes

_SMALL = classes("actor_words")

_JOINING = frozenset({"und", "sowie", "oder"})
_REACH_LEFT = 12
_REACH_RIGHT = 5
_STATE_ADJECTIVE = re.compile(r"sche[nrms]?$")


def before(tokens: Sequence[Token], at: int) -> tuple[str, str]:
    """The office before a name: "der ukrainische Präsident", "Der Chef der Behörde X, ".

    None for the second of two names: "Senator Karl Beck und (Dr.) Anna Roth".
    """
    stop = at
    while stop and tokens[stop - 1].text in _SMALL["title"]:
        stop -= 1
    if stop and tokens[stop - 1].low in _JOINING:
        return "", ""
    stop = at
    if stop and tokens[stop - 1].text == ",":
        stop -= 1
    begin = stop
    while begin and stop - begin < _REACH_LEFT and _in_phrase(tokens[begin - 1]):
        begin -= 1
    for i in range(stop - 1, begin - 1, -1):
        noun = nouns.read(tokens[i].text)
        if (
            noun
            and noun.kind == "person"
            and noun.singular
            and tokens[i].text not in _SMALL["title"]
        ):
            if stop < at and i == begin and i and tokens[i - 1].text == ",":
                return "", ""
            of = [*_before_noun(tokens, i), *tokens[i + 1 : stop]]
            return noun.lemma, spelled(of)
    return "", ""


def _in_phrase(word: Token) -> bool:
    """Whether a word can stand inside "Der Chef des westlichen Bündnisses NATO"."""
    return (
        word.text[:1].isalpha()
        and (
            word.word.upper
            or word.text in ("des", "der", "von", "für", "vom", "und")
            or word.text.endswith(("en", "er", "es", "em"))
        )
        and word.low
        not in ("haben", "hatten", "wurden", "werden", "sagten", "dass", "aber", "oder")
    )


def _before_noun(tokens: Sequence[Token], at: int) -> Sequence[Token]:
    """Adjectives of a state, or a genitive, before an office: "ukrainische", "Südkoreas"."""
    begin = at
    while begin and at - begin < 3 and _tells_of(tokens[begin - 1]):
        begin -= 1
    return tokens[begin:at]


def _tells_of(word: Token) -> bool:
    genitive = word.word.upper and word.text.endswith("s") and word.text != "Das"
    return genitive or _STATE_ADJECTIVE.search(word.low) is not None


def behind(tokens: Sequence[Token], end: int) -> tuple[str, str]:
    """The office behind a name: "X, der russische Generalstabschef,", "X, Präsident der Y,"."""
    if end >= len(tokens) or tokens[end].text != ",":
        return "", ""
    for i in range(end + 1, min(end + 7, len(tokens))):
        word = tokens[i]
        noun = nouns.read(word.text)
        if noun and noun.kind == "person" and noun.singular:
            tail = takewhile(_in_phrase, tokens[i + 1 : i + 7])
            return noun.lemma, spelled([*tokens[end + 1 : i], *tail])
        inside = word.low in _SMALL["definite"] or word.low.endswith(("e", "en"))
        if word.word.upper or not inside:
            break
    return "", ""


def predicated(tokens: Sequence[Token], at: int, end: int) -> tuple[str, str]:
    """The office that a copula gives a name: "X ist seit 2010 Trainer", "so wurde X Chef"."""
    if end < len(tokens) and tokens[end].low in _SMALL["copula"]:
        begin = end + 1
    elif at and tokens[at - 1].low in _SMALL["copula"]:
        begin = end
    else:
        return "", ""
    for i in range(begin, min(begin + _REACH_RIGHT, len(tokens))):
        noun = nouns.read(tokens[i].text)
        if noun and noun.kind == "person" and noun.singular:
            return noun.lemma, spelled(list(takewhile(_in_phrase, tokens[i + 1 : i + 7])))
        if not (tokens[i].text.isdigit() or tokens[i].text.isalpha()) or noun:
            return "", ""
    return "", ""
