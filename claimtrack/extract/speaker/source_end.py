"""Where a source behind its preposition ends, before the subject of its clause begins.

Shapes: "laut Helfern | Giftgas eingesetzt", "laut Ministerium | Kinder und Ältere", "nach ersten
Meldungen | Straßen", "laut Gesundheitsamt | in vier Schulen", "nach Angaben von X, dem Dekan, |
befanden sich". Not before a name: "laut Ministerin Berg".
"""

from __future__ import annotations

from functools import cache, lru_cache

from claimtrack.extract.sentence import Sentence
from claimtrack.extract.speaker.apposition import is_name
from claimtrack.german import nouns
from claimtrack.german.names import is_thing
from claimtrack.german.numbers.spelled import cardinal, fold
from claimtrack.german.phrases import Phrase
from claimtrack.lexicon import classes, words
from claimtrack.lexicon.by_word import endings

_WORDS = classes("speech_words")
_ARTICLES = classes("function_words")["article"]
_SHORTEST_OPINION = 5
"""Letters of a noun of opinion that ends a compound."""


def end_of_source(sentence: Sentence, phrase: Phrase) -> int:
    """The token behind a source: inside its phrase, at its end, or behind an apposition to it."""
    return (
        _bare_end(sentence, phrase)
        or _counted_place(sentence, phrase)
        or _place_of_clause(sentence, phrase)
        or _apposition_end(sentence, phrase)
    )


def _bare_end(sentence: Sentence, phrase: Phrase) -> int | None:
    """Where a source without article ends before the subject of its clause; None elsewhere.

    Shapes: "laut Helfern Giftgas eingesetzt" (several have no name), "laut Ministerium Kinder und
    Ältere" (a body, and a noun that is no name), "nach ersten Meldungen Straßen" (things said).
    """
    tokens = sentence.tokens
    if (told := _told_end(sentence, phrase)) is not None:
        return told
    first, behind = tokens[phrase.start], phrase.start + 1
    noun = nouns.read(first.text)
    if noun is None or behind >= phrase.end or not tokens[behind].word.capital:
        return None
    several = noun.kind == "person" and noun.plural and not noun.singular
    following = nouns.read(tokens[behind].text)
    common = following is not None and (following.plural or following.kind == "none")
    body = noun.kind in ("organisation", "document") and (common or is_thing(tokens[behind].text))
    return behind if several or body else None


def _counted_place(sentence: Sentence, phrase: Phrase) -> int | None:
    """Before several places behind one body: no single one is there, what it tells of is.

    "laut Gesundheitsamt in vier Schulen"; people may be ("laut Helfern in drei Orten"), and so may
    what a paper is about.
    """
    tokens = sentence.tokens
    body = _body_at(sentence, phrase)
    noun = nouns.read(tokens[body].text)
    if noun is None or noun.kind != "organisation" or not noun.singular:
        return None
    for i in range(body + 1, phrase.end - 1):
        if tokens[i].low in _WORDS["inside"] and _several(tokens[i + 1].low):
            return i
    return None


def _place_of_clause(sentence: Sentence, phrase: Phrase) -> int | None:
    """Before a place with an article behind a body in the middle of a clause: it is the clause's.

    "brach laut dem Betreiber in dem Lager am Morgen aus"; not before the verb, where nothing else
    can stand ("Laut der Polizei in der Stadt gab es"), nor a place without an article, which tells
    of which body it is ("laut der Polizei in Ulm").
    """
    tokens = sentence.tokens
    at = sentence.clause_of(phrase.start)
    if at is None or tokens[phrase.start].low not in _ARTICLES | _WORDS["views"]:
        return None
    clause, body = sentence.clauses[at], _body_at(sentence, phrase)
    if clause.finite is None or clause.finite > phrase.start or phrase.end == clause.end:
        return None
    places = (i for i in range(body + 1, phrase.end - 1) if tokens[i].low in _WORDS["inside"])
    return next((i for i in places if tokens[i + 1].low in _ARTICLES), None)


def _body_at(sentence: Sentence, phrase: Phrase) -> int:
    """The noun of a phrase, or of whose words it tells: "Angaben des Gesundheitsamtes"."""
    tokens = sentence.tokens
    if not opinion_noun(tokens[phrase.head].low):
        return phrase.head
    owners = (i for i in range(phrase.head + 1, phrase.end) if tokens[i].word.capital)
    return next(owners, phrase.head)


def _several(low: str) -> bool:
    """Whether a word counts more than one: vier, 12, mehreren."""
    if low.isdigit():
        return int(low) > 1
    return low in _WORDS["more_than_one"] or (cardinal(fold(low)) or 0) > 1


def _told_end(sentence: Sentence, phrase: Phrase) -> int | None:
    """Behind a plural noun of saying with its adjectives, where a common noun follows."""
    tokens = sentence.tokens
    if tokens[phrase.start].low in _ARTICLES:
        return None
    nouns_there = (i for i in range(phrase.start, phrase.end) if tokens[i].word.capital)
    said = next(nouns_there, phrase.end)
    if said + 1 >= phrase.end or not opinion_noun(tokens[said].low):
        return None
    plural = tokens[said].low.endswith("en")
    following = tokens[said + 1]
    return said + 1 if plural and following.word.capital and is_thing(following.text) else None


@lru_cache(maxsize=1 << 16)
def opinion_noun(low: str) -> bool:
    """A noun of the list, or a compound that ends in one: UNHCR-Angaben, Expertenmeinung."""
    nouns = words("opinion_nouns")
    if low in nouns or low[-_SHORTEST_OPINION:] not in _opinion_ends():
        return low in nouns
    return any(low[i:] in nouns for i in range(2, len(low) - _SHORTEST_OPINION + 1))


@cache
def _opinion_ends() -> frozenset[str]:
    return endings(words("opinion_nouns"), _SHORTEST_OPINION)


def _apposition_end(sentence: Sentence, phrase: Phrase) -> int:
    """Behind an apposition to the source.

    "Nach Angaben von X, dem Dekan, befanden sich …"; "Das stellt nach Angaben des Dekans, Karl
    Kunz, ein Problem dar", where the clause goes on with its end.
    """
    clauses = sentence.clauses
    for i, clause in enumerate(clauses[:-2]):
        if clause.end != phrase.end or clauses[i + 1].kind != "frag":
            continue
        if clauses[i + 2].verb_first or _goes_on_named(sentence, i):
            return clauses[i + 1].end
    return phrase.end


def _goes_on_named(sentence: Sentence, i: int) -> bool:
    """Whether clause ``i`` goes on behind a piece that is a name and nothing else."""
    name = next(iter(sentence.phrases(i + 1)), None)
    if name is None:
        return False
    whole = (name.start, name.end) == (sentence.clauses[i + 1].start, sentence.clauses[i + 1].end)
    return whole and is_name(sentence.tokens, name)
