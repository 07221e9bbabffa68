"""Where the noun of a phrase is: over its attributes, whether an article opened them or not.

Shapes without an article: "westliche Beamte", "30 verschiedene Texte", "rund 500 Menschen",
"US-amerikanische Soldaten", "russische und ukrainische Medien". Behind an article more may stand
between: "ein in Wien lebender Autor", "die gestern dort gesehenen Schiffe".
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.german import nouns
from claimtrack.german.quotations import MARKS
from claimtrack.german.tokens import Token
from claimtrack.lexicon import classes, words

ARTICLES = frozenset({"article", "determiner"})
"""The classes of words that open a noun phrase."""

ABOUT = classes("grammar_words")["about"]
"""Words that stand before numbers and nouns and do not bend: rund, etwa."""

ENDINGS = ("e", "en", "er", "es", "em")
"""How attributes bend."""

_INSIDE = classes("grammar_words")["inside"]
_ADJECTIVES = tuple(classes("grammar_words")["adjective"])
_JOINING = frozenset({"und", "sowie", "oder"})
_SERIES = frozenset({",", "und", "oder", "sowie"})
_BENT = tuple(ending + bent for ending in _ADJECTIVES for bent in ENDINGS)
_NO_NOUN = frozenset({"article", "determiner", "preposition", "pronoun"})
_OURS = frozenset({"unser", "unsere"})
_NOUNS_TOO = frozenset({"zeit", "kraft", "dank"})
"""Nouns that written small are prepositions."""

_NO_ATTRIBUTE = frozenset(
    {"article", "preposition", "pronoun", "coordinator", "auxiliary", "modal", "relative"}
)
_OBLIQUE_ARTICLES = frozenset({"dem", "des", "einem", "eines", "einer"})
_MEASURED = classes("grammar_words")["measured"]
_TITLE = 7
"""Tokens of a title with its marks, at the most."""

_OPENING = frozenset({"article", "determiner"})
_LONGEST = 12
"""Tokens from an article to the participle of its extended attribute, at the most."""

_REACH_BARE = 5
_REACH_FRAMED = 14
"""How many words a noun can be away: German seldom puts more in front of it."""


def noun_from(sentence: Sequence[Token], i: int, end: int) -> int | None:
    """The noun of the phrase that begins at i, with or without an article, else None."""
    if i < end and sentence[i].word.classes & ARTICLES:
        return framed_noun(sentence, i + 1, end)
    return bare_noun(sentence, i, end)


def bare_noun(sentence: Sequence[Token], start: int, end: int) -> int | None:
    """The first noun of ``sentence[start:end]`` with nothing but bent attributes before it."""
    for i in range(start, min(end, start + _REACH_BARE)):
        if sentence[i].word.capital:
            if measured_attribute(sentence, i):
                continue
            if is_noun(sentence, i):
                return i
        coordinated = _coordinated(sentence, i, end) or _elliptic(sentence, i)
        if not (_attribute_or_mark(sentence[i]) or coordinated):
            return None
    return None


def framed_noun(sentence: Sequence[Token], start: int, end: int) -> int | None:
    """The noun of an article before ``start``, over attributes with phrases of their own."""
    for i in range(start, min(end, start + _REACH_FRAMED)):
        token = sentence[i]
        if token.word.capital and measured_attribute(sentence, i):
            continue
        if token.word.capital and is_noun(sentence, i):
            if not _inside_attribute(sentence, start, i):
                return None if _governed(sentence, start, i) else i
        elif not (
            _attribute_or_mark(token)
            or _between(token)
            or _governed_article(sentence, i)
            or _coordinated(sentence, i, end)
            or _elliptic(sentence, i)
        ):
            return None
    return None


def measured_attribute(sentence: Sequence[Token], i: int) -> bool:
    """Whether the noun at i is the measure of an attribute: "ein 71 (Jahre) alter Rentner".

    So in "eine 3 (Meter) hohe Mauer"; a number in digits stands before it.
    """
    if not 0 < i < len(sentence) - 2 or not sentence[i].word.capital:
        return False
    after = sentence[i + 1].low
    bent = after.endswith(ENDINGS) and after.rstrip("nrsm").removesuffix("e") in _MEASURED
    return bent and sentence[i - 1].text[0].isdigit()


def is_noun(sentence: Sequence[Token], i: int) -> bool:
    """Whether the word at i is a noun or a name: capitalised, and not just as the first word."""
    word = sentence[i].word
    if not word.capital or _hyphened_adjective(sentence[i].text) or _elliptic(sentence, i):
        return False
    if i == 0:
        return not word.classes and not _opening_adjective(sentence)
    if word.low in _NOUNS_TOO or not word.classes & _NO_NOUN:
        return True
    return _opens_own_name(sentence, i)


def _opens_own_name(sentence: Sequence[Token], i: int) -> bool:
    """Whether a small word with a capital begins the name of a body: "der Verband Pro Schiene".

    Inside a sentence, behind the noun of the body or a preposition, before a noun.
    """
    small = "preposition" in sentence[i].word.classes or sentence[i].low in _OURS
    if not small or i + 1 >= len(sentence) or not is_noun(sentence, i + 1):
        return False
    before = sentence[i - 1]
    body = nouns.read(before.text)
    of_body = body is not None and body.kind == "organisation"
    return of_body or (not before.word.capital and "preposition" in before.word.classes)


def _elliptic(sentence: Sequence[Token], i: int) -> bool:
    """Tell whether the token at i is part of a series whose noun comes last.

    Shape: "Gesundheits-, Sozial- und Kulturdirektor": the words with a hyphen at their end, and
    the commas and joiners behind them.
    """
    if sentence[i].text.endswith("-") and sentence[i].word.letters:
        return i + 1 < len(sentence) and sentence[i + 1].low in _SERIES
    return sentence[i].low in _SERIES and i > 0 and _elliptic(sentence, i - 1)


def is_bent(low: str) -> bool:
    """Whether a word in lower case ends as attributes do: "neue", "neuem"; not "dem", "ein"."""
    return len(low) > 3 and low.endswith(ENDINGS)


def is_attribute(token: Token) -> bool:
    """Whether a word can stand before a noun and belong to it: numbers, bent words, "rund"."""
    word = token.word
    if word.capital:
        return _hyphened_adjective(token.text)
    if not word.letters:
        return token.text[0].isdigit()
    if word.classes & _NO_ATTRIBUTE:
        return "determiner" in word.classes
    return is_bent(word.low) or word.low in ABOUT


def _attribute_or_mark(token: Token) -> bool:
    return is_attribute(token) or token.text in MARKS


def _coordinated(sentence: Sequence[Token], i: int, end: int) -> bool:
    """Whether the word at i joins two attributes, or is the first of two at the very beginning."""
    at = i + 1 if i == 0 else i
    if not 0 < at < end - 1 or sentence[at].low not in _JOINING:
        return False
    after = sentence[at + 1]
    return _bent(sentence[at - 1]) and is_attribute(after) and _bent(after)


def _bent(token: Token) -> bool:
    """Whether a word looks like a bent adjective, and like nothing else that ends so."""
    word = token.word
    if word.capital and not (_hyphened_adjective(token.text) or token.low.endswith(_BENT)):
        return False
    plain = not word.classes and not word.finite
    return plain and is_bent(word.low)


def attributive(sentence: Sequence[Token], i: int, end: int) -> bool:
    """Whether the word at i may be an attribute: bent, and a capitalised word follows."""
    return i + 1 < end and sentence[i + 1].word.capital and sentence[i].low.endswith(ENDINGS)


def extended(sentence: Sequence[Token], i: int, start: int, end: int) -> bool:
    """Whether a form is an attribute with its own phrase: "der von der Stadt bezahlte Gutachter".

    An article right before a preposition opens it; another verb must be that of the clause, for
    there are speakers called "die von der Stadt".
    """
    if not attributive(sentence, i, end):
        return False
    for j in range(max(start, i - _LONGEST), i - 1):
        opens = "preposition" in sentence[j + 1].word.classes
        if opens and not sentence[j].word.classes.isdisjoint(_OPENING):
            before = any(map(_is_verb, sentence[max(0, j - _LONGEST) : j]))
            return before or verb_follows(sentence, i, end)
    return False


def _is_verb(token: Token) -> bool:
    return token.word.finite and not (token.word.capital or token.low.endswith("en"))


def verb_follows(sentence: Sequence[Token], i: int, end: int) -> bool:
    """Whether the stretch has another verb behind i: "bestimmte Techniken zu benutzen"."""
    for token in sentence[i + 2 : end]:
        verb = token.word.verb
        governs = verb is not None and (verb.finite or verb.inner_zu)
        if (governs or token.low == "zu") and not token.word.capital:
            return True
    return False


def _inside_attribute(sentence: Sequence[Token], start: int, i: int) -> bool:
    """Whether the noun at i is part of an attribute: "der in Wien lebende Autor".

    With a name in marks behind it, too: "die im Fachblatt „Nature“ veröffentlichte Studie".
    """
    if not any("preposition" in token.word.classes for token in sentence[start:i]):
        return False
    behind = _behind_title(sentence, i + 1)
    if behind >= len(sentence) or not is_attribute(sentence[behind]):
        return False
    if not sentence[behind].word.finite or _oblique_participle(sentence, start, behind):
        return True
    return extended(sentence, behind, start - 1, len(sentence))


def _governed(sentence: Sequence[Token], start: int, i: int) -> bool:
    """Whether a preposition right before the noun at i has it: "hält das für Unsinn"."""
    at = i - 1
    while at >= start and (sentence[at].text in MARKS or "article" in sentence[at].word.classes):
        at -= 1
    return at >= start and "preposition" in sentence[at].word.classes


def _behind_title(sentence: Sequence[Token], i: int) -> int:
    """The index behind the rest of a title in marks that opens or closes at i, else i."""
    if i >= len(sentence) or sentence[i].text not in MARKS:
        return i
    if i + 1 < len(sentence) and not sentence[i + 1].word.capital:
        return i + 1
    near = range(i + 1, min(len(sentence), i + _TITLE))
    return next((j + 1 for j in near if sentence[j].text in MARKS), i)


def _oblique_participle(sentence: Sequence[Token], start: int, i: int) -> bool:
    """Whether a form that can be a verb is bent to an article: "in dem am Montag gezeigten Film".

    Behind such an article, or "der" with a preposition, stands a singular, and the verb of the
    clause stands elsewhere.
    """
    article = sentence[start - 1].low
    governed = start > 1 and "preposition" in sentence[start - 2].word.classes
    oblique = article in _OBLIQUE_ARTICLES or (article == "der" and governed)
    return (
        oblique
        and sentence[i].low.endswith("en")
        and i + 1 < len(sentence)
        and is_noun(sentence, i + 1)
    )


def _between(token: Token) -> bool:
    """Whether a word can stand between an article and an attribute: adverbs, phrases, "sich"."""
    word = token.word
    if not word.classes:
        return word.letters and not word.capital and not word.finite
    return "adverb" in word.classes or "preposition" in word.classes or word.low in _INSIDE


def _governed_article(sentence: Sequence[Token], i: int) -> bool:
    """Whether an article stands right behind a preposition: "der durch ein Video bekannte …"."""
    article = "article" in sentence[i].word.classes
    return article and i > 0 and "preposition" in sentence[i - 1].word.classes


def _opening_adjective(sentence: Sequence[Token]) -> bool:
    """Whether the first word has its capital only for that: "Besorgt …", "Verglichen mit …"."""
    word = sentence[0].word
    if nouns.read(sentence[0].text) is not None:
        return False
    stem = word.low.removesuffix("er")  # of a comparative: "Pessimistischer äußerte sich …"
    judges = stem.endswith(_ADJECTIVES) or word.low in words("reporting_adjectives")
    if judges and len(sentence) > 1 and not sentence[1].word.capital:
        return True
    return word.verb is not None and word.verb.participle


def _hyphened_adjective(text: str) -> bool:
    """A capital in front, an adjective behind the hyphen: US-amerikanische, EU-kritischen."""
    before, _, last = text.rpartition("-")
    return before != "" and last[:1].islower() and last.endswith(ENDINGS) and "." not in last
