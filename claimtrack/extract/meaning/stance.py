"""What an actor does with the words of a claim, after negation and set phrases.

The verb's own stance comes from the lexicon of reporting verbs. A phrase in the frame always
changes it ("bestätigte nicht", "wies … zurück"); one in the claim does where the verb only
says or announces ("erklärte, es gebe keine Beweise").
"""

from __future__ import annotations

from functools import cache

from claimtrack.extract.meaning.phrase_patterns import Phrase, own_clause, phrases, rows

_LEXICON = "stance_phrases"
_NEUTRAL = frozenset({"asserts", "announces"})


def read_stance(lexical: str, words: str, frame: str) -> str:
    """The stance of a claim: ``lexical`` unless a phrase says otherwise.

    ``words`` are the claim's words, ``frame`` the reporting clause around them without the words.
    For a reported act ("lehnte eine Stellungnahme ab") the clause is both; an empty frame
    is read from the claim's own clause.
    """
    joined = words.replace(" … ", " ")
    reporting = frame if frame.strip() else _own(joined, ("frame", "both"))
    stances = {row.value for row in _met(reporting, ("frame", "both"))}
    if lexical in _NEUTRAL:
        stances |= {row.value for row in _met(_own(joined, ("claim", "both")), ("claim", "both"))}
        stances |= {row.value for row in _met(joined, ("words",))}
    return next((stance for stance in _order() if stance in stances), lexical)


def stance_of_words(words: str) -> str:
    """The stance of a speaker's own words behind a denial, whose verb says nothing of them."""
    joined = words.replace(" … ", " ")
    stances = {row.value for row in _met(_own(joined, ("claim", "both")), ("claim", "both"))}
    return next((stance for stance in _order() if stance in stances), "asserts")


def _own(words: str, places: tuple[str, ...]) -> str:
    """The claim's own clause, cut only where there is something to find."""
    return own_clause(words) if phrases(_LEXICON, places).any_in(words) else ""


def _met(text: str, places: tuple[str, ...]) -> list[Phrase]:
    return [met.phrase for met in phrases(_LEXICON, places).find(text) if met.phrase.value != "-"]


@cache
def _order() -> tuple[str, ...]:
    """The stances in the order in which they win: that of the lexicon."""
    return tuple(dict.fromkeys(row.value for row in rows(_LEXICON) if row.value != "-"))
