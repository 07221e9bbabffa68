"""How an actor is cited whom no register knows: nominative, without article.

"Westlichen Beamten" gives "westliche Beamte", "des Betreibers" "Betreiber", "ein Sprecher der
Stadt" "Sprecher der Stadt", "US-amerikanische und südkoreanische Beamte" stays as it is.
"""

from __future__ import annotations

import re

from claimtrack.extract.actor.discourse import Referent
from claimtrack.extract.actor.phrase import SpeakerPhrase
from claimtrack.german import nouns
from claimtrack.lexicon import classes
from claimtrack.registry.bodies import state_of
from claimtrack.registry.spelling import fold

_SMALL = classes("actor_words")

LONGEST = 90
"""Characters of a citation at most; what hangs behind the noun is cut before it gets longer."""

_LETTERS = re.compile(r"[^\W\d_]")
_STEM = re.compile(r"^(.{2,}?)(?:e|en|er|es|em)$")
_DERIVED = re.compile(
    r"(?:isch|lich|ig|al|ell|iv|är|end|sam|bar|haft|los|frei|t)(?:e|en|er|es|em)$"
)
_PRESS = tuple(classes("grammar_words")["press_ending"])
_STRONG = {"m": "er", "f": "e", "n": "es"}


def cite(phrase: SpeakerPhrase, *, opens: bool = False) -> str:
    """The citation form of a phrase; its words without determiner where no noun is listed.

    ``opens`` says that its first word begins a sentence, where any word has a capital.
    """
    noun = phrase.read
    adjectives = _adjectives(phrase, opens=opens)
    if noun is None:
        return _short(_plain(phrase, adjectives))
    head = _lemma(phrase)
    before = [phrase.owner] if phrase.owner else []
    before += adjectives
    behind = phrase.name if not phrase.person else ""
    return _short(" ".join(filter(None, (*before, head, behind, phrase.attribute))))


def gender(phrase: SpeakerPhrase) -> str:
    """m, f or n of a phrase in the singular: by its noun, else by its determiner; else empty."""
    noun = phrase.read or nouns.read(phrase.name.partition(" ")[0])
    if noun and noun.gender:
        return noun.gender
    low = phrase.determiner.lower()
    if low in ("die", "eine", "diese", "einer"):
        return "f"
    if low in ("der", "dem", "den", "des", "ein", "einem", "einen", "eines", "dieser"):
        return "m"
    return "m" if phrase.noun.endswith("r") else ""


def told_gender(phrase: SpeakerPhrase) -> str:
    """The gender that noun or article show of a phrase in the nominative."""
    if phrase.read:
        return gender(phrase)
    return {"der": "m", "die": "f", "das": "n"}.get(phrase.determiner.lower(), "")


def cited(phrase: SpeakerPhrase, at: int, name: str) -> Referent | None:
    """Somebody whom nobody knows, by a citation form; by the name where it names them alone."""
    outlet = phrase.read is not None and phrase.read.kind == "outlet"
    if phrase.name and (outlet or _makes(phrase) or (phrase.read and phrase.name.isupper())):
        name = phrase.name
    if not _LETTERS.search(name):
        return None
    noun = fold(phrase.read.lemma) if phrase.read else ""
    told = "" if phrase.plural else told_gender(phrase)
    return Referent(at, (name,), told, phrase.plural, noun)


def _makes(phrase: SpeakerPhrase) -> bool:
    """Whether a noun only says what the firm of that name does: "Tiefkühlhersteller Nordfrost"."""
    noun = phrase.read
    return noun is not None and noun.lemma.lower().endswith(tuple(_SMALL["maker"]))


def _adjectives(phrase: SpeakerPhrase, *, opens: bool) -> list[str]:
    """The adjectives; inside a sentence a capital makes one part of the name."""
    small = opens and not phrase.determiner
    words = [word for word in phrase.adjectives if not word.lower().startswith(_alleging())]
    return [_adjective(word, phrase, small and at == 0) for at, word in enumerate(words)]


def _alleging() -> tuple[str, ...]:
    return tuple(_SMALL["alleging"])


def _plain(phrase: SpeakerPhrase, words: list[str]) -> str:
    every = phrase.determiner.lower() in _SMALL["every"]
    counted = phrase.determiner.lower() if every or phrase.determiner.isdigit() else ""
    name = _paper(phrase.name) if phrase.determiner.lower() == "des" else phrase.name
    return " ".join(filter(None, (counted, phrase.owner, *words, name, phrase.attribute)))


def _paper(name: str) -> str:
    """The name of a paper behind "des" without its ending: "des Uferner Boulevardkuriers"."""
    bare = name.removesuffix("s")
    return bare if bare.lower().endswith(_PRESS) else name


def _lemma(phrase: SpeakerPhrase) -> str:
    noun = phrase.read
    assert noun is not None
    if phrase.plural:
        return noun.plural_lemma
    bends = noun.bends == "adj" and gender(phrase) == "m"
    return noun.lemma + "r" if bends else noun.lemma


def _adjective(word: str, phrase: SpeakerPhrase, opens: bool) -> str:
    """One adjective in the strong nominative, in lower case where it ``opens`` a sentence.

    A town's keeps its capital (Berliner).
    """
    stem = _STEM.match(word)
    if word in ("und", "sowie", "oder") or not stem or _is_towns(word, opens):
        return word
    ending = "e" if phrase.plural else _STRONG.get(gender(phrase), "e")
    bent = stem.group(1) + ending
    return bent[0].lower() + bent[1:] if opens and not bent.startswith("US-") else bent


def _is_towns(word: str, opens: bool) -> bool:
    """Whether an adjective is a town's: Berliner; Leipziger, unless it opens a sentence."""
    if not (word[0].isupper() and word.endswith("er")):
        return False
    return not (opens and _DERIVED.search(word)) and state_of(word) is None


def _short(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    return text[: text.rfind(" ", 0, LONGEST) if " " in text[:LONGEST] else LONGEST]
