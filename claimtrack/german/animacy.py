"""What a German noun can be where a speaker stands: which kind of one, or a time."""

from __future__ import annotations

from functools import cache

from claimtrack.german import nouns
from claimtrack.lexicon import classes, table
from claimtrack.lexicon.by_word import by_word

_TIMES = classes("grammar_words")["time"]
_PRESS_ENDINGS = classes("grammar_words")["press_ending"]
_NO_PRESS = classes("grammar_words")["no_press"]
_SHORTEST_FIRST_PART = 3
"""Letters that the first part of a paper's name has at least: Tagblatt."""

_TIME_ENDINGS = tuple(classes("grammar_words")["time_ending"])


@by_word
def speaker_noun(word: str) -> str | None:
    """Which speaker a noun names: person, organisation, outlet, document, place, or None.

    Any form of a listed head or of a compound of one: *Regierungssprecherin*,
    *Staatsanwaltschaften*, *Untersuchungsberichts*; the inhabitants of a state are persons
    (*Südkoreaner*), states and their capitals places.
    """
    noun = nouns.read(word)
    if noun:
        return None if noun.kind == "none" else noun.kind
    return _geography().get(word)


def press_name(word: str) -> bool:
    """Whether a word is the name of a paper or station by its last part: Ärztebote, Küstenpost."""
    low = word.lower()
    if low in _NO_PRESS:
        return False
    ends = [end for end in _PRESS_ENDINGS if low.endswith(end)]
    return bool(ends) and len(low) >= max(map(len, ends)) + _SHORTEST_FIRST_PART


@by_word
def time_noun(low: str) -> bool:
    """Whether a lower-case noun names a time or an occasion: montag, wahlabend, interview.

    It stands where a speaker may, but nobody's words are its own.
    """
    return low in _TIMES or low.endswith(_TIME_ENDINGS)


@cache
def _geography() -> dict[str, str]:
    kinds: dict[str, str] = {}
    for name, capital, _adjective, inhabitants, metonyms, *_ in table("countries"):
        for place in (name, capital, *metonyms.split("|")):
            kinds[place] = "place"
        for person in inhabitants.split("|"):
            bent = (person, person + "n", person + "s", person + "in", person + "innen")
            kinds.update(dict.fromkeys(bent, "person"))
    kinds.pop("", None)
    return kinds
