"""What kind of speaker a German noun can be."""

from __future__ import annotations

from functools import cache

from claimtrack.german import nouns
from claimtrack.lexicon import table


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


@cache
def _geography() -> dict[str, str]:
    found: dict[str, str] = {}
    for name, capital, _adjective, inhabitants, metonyms, *_ in table("countries"):
        for place in (name, capital, *metonyms.split("|")):
            found[place] = "place"
        for person in inhabitants.split("|"):
            bent = (person, person + "n", person + "s", person + "in", person + "innen")
            found.update(dict.fromkeys(bent, "person"))
    found.pop("", None)
    return found
