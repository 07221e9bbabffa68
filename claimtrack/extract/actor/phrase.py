"""The words of a speaker taken apart: determiner, adjectives, noun, name, what stands behind.

Shapes: "Der Chef des westlichen Militärbündnisses NATO, Mark Rutte,"; "Südkoreas Präsident Yoon
Suk Yeol"; "die südkoreanische Nachrichtenagentur Yonhap"; "westlichen Beamten"; "Laut
europäischen Beamten, die … sprachen"; "ein Sprecher des Auswärtigen Amtes"; "Selenskyj".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimtrack.extract.actor.owner import is_genitive, owner_before
from claimtrack.extract.actor.people import name_end
from claimtrack.extract.actor.phrase_head import (
    before_surname,
    called,
    head_at,
    in_name,
    names_speech,
)
from claimtrack.german import nouns
from claimtrack.german.attributes import is_bent, measured_attribute
from claimtrack.german.names import is_first_name
from claimtrack.german.tokens import Token, text_of
from claimtrack.lexicon import classes
from claimtrack.registry import Registry

_SMALL = classes("actor_words")

QUOTES = "„“”\"»«‚‘’'"
_DERIVED = re.compile(r"(?:isch|lich|ig|al|ell|iv|är|end|sam|bar|haft|los)(?:e|en|er|es|em)$")
_AGE = re.compile(r"\d+-?jährig")


@dataclass(frozen=True, slots=True)
class SpeakerPhrase:
    """One noun phrase of a speaker. Empty strings and tuples for what it does not have.

    ``core`` is the phrase without determiner; ``owner`` a genitive before the noun
    (*Südkoreas*), ``noun`` the last common noun before a name, ``name`` what the noun is called
    or a bare name, ``attribute`` what hangs behind the noun (*des Auswärtigen Amtes*).
    ``person`` says whether the name is surely one of a person. ``owning`` are the tokens of the
    owner, else of the name; ``behind`` those of the attribute.
    """

    determiner: str = ""
    adjectives: tuple[str, ...] = ()
    owner: str = ""
    noun: str = ""
    read: nouns.Noun | None = None
    name: str = ""
    person: bool = False
    attribute: str = ""
    core: str = ""
    owning: tuple[Token, ...] = ()
    behind: tuple[Token, ...] = ()

    @property
    def plural(self) -> bool:
        """Whether the phrase stands for several: by noun form, determiner, weak endings."""
        if self.read is None or not self.read.plural:
            return False
        if not self.read.singular:
            return True
        low = self.determiner.lower()
        if low in ("dem", "des", "einem", "einen", "eines", "ein", "das"):
            return False
        if self.read.bends:
            return self._weak_plural(low)
        return low not in ("der", "dieser", "jener") and not self._one()

    def _weak_plural(self, low: str) -> bool:
        """Weak and adjectival nouns: der Experte, die/der/den Experten, Experten."""
        bent = self.noun.endswith("n")
        if self.read is not None and self.read.bends == "adj" and not bent:
            return not low and not self.noun.endswith("r") and not self._one()
        return bent

    def _one(self) -> bool:
        return any(word.endswith("r") and not _is_of_town(word) for word in self.adjectives)


def _is_of_town(adjective: str) -> bool:
    """Whether an adjective is one of a town, which does not bend: Uferner, not Deutscher."""
    bends = adjective.endswith("scher") or _DERIVED.search(adjective)
    return adjective[:1].isupper() and not bends


def parse(tokens: Sequence[Token], registry: Registry) -> SpeakerPhrase:
    """Take one piece of a mention (without commas) apart.

    A name in marks goes with the noun right before it: Bündnis „Klinik bleibt“, Angaben von „heise
    online“.
    """
    begin = _marked_name(tokens)
    if not begin:
        return _parse(tokens, registry)
    owned = tokens[begin - 1].low == "von"
    phrase = _parse(tokens[: begin - owned], registry)
    if not _is_called(phrase, small=not tokens[begin + 1].text[0].isupper(), owned=owned):
        return _parse(tokens, registry)
    marked = (*tokens[begin + 1 : -1],)
    name = text_of(marked)
    owning = phrase.owning or marked
    return replace(phrase, name=name, core=f"{phrase.core} {name}", owning=owning)


def _is_called(phrase: SpeakerPhrase, *, small: bool, owned: bool) -> bool:
    """Whether the name in marks behind a phrase is that of its noun, or of whose words it means.

    ``small`` says that the name is written so, as only those of outlets are; ``owned`` that von
    stands before it.
    """
    if not phrase.noun or phrase.name or phrase.attribute or not phrase.core.endswith(phrase.noun):
        return False
    if owned:
        return small and names_speech(phrase.noun)
    outlet = phrase.read is not None and phrase.read.kind == "outlet"
    return outlet or names_speech(phrase.noun) or not small


def _marked_name(tokens: Sequence[Token]) -> int:
    """The mark at which the name in marks begins that a phrase ends in; 0 for none."""
    if not tokens or tokens[-1].text not in QUOTES:
        return 0
    first = next(i for i, token in enumerate(tokens) if token.text in QUOTES)
    apart = 0 < first < len(tokens) - 2 and tokens[first].start > tokens[first - 1].end
    named = apart and tokens[first + 1].word.letters
    closed = all(token.text not in QUOTES for token in tokens[first + 1 : -1])
    return first if named and closed else 0


def _parse(tokens: Sequence[Token], registry: Registry) -> SpeakerPhrase:
    words: Sequence[Token] = [word for word in tokens if word.text[0].isalnum()]
    words = _without_measures(_without_lead(words))
    determiner, words = _determiner(words)
    words = _without_participle(words)
    words = _without_adverbs(words)
    owner, words = owner_before(words)
    adjectives, words = _adjectives(words)
    core = " ".join([*adjectives, text_of(words)]) if adjectives else text_of(words)
    head = head_at(words, registry)
    if head is None:
        return _bare(words, determiner, adjectives, owner, core, registry)
    name, person, rest = called(words, head, registry)
    if (
        person
        and determiner.lower() in _SMALL["indefinite"]
        and (rest or is_genitive(text_of(name)))
    ):
        # "ein Sprecher Kolbes", "ein Sprecher der Stadträtin Eva Roth": the name is the owner's
        name, person, rest = (), False, (*rest, *name)
    return SpeakerPhrase(
        determiner=determiner,
        adjectives=adjectives,
        owner=text_of(owner),
        noun=words[head].text,
        read=nouns.read(words[head].text),
        name=text_of(name),
        person=person,
        attribute=text_of(rest),
        core=core,
        owning=(*(owner or name),),
        behind=(*rest,),
    )


def only_adjectives(words: Sequence[Token]) -> bool:
    """Whether words stop short of their noun: "Russische" of "russische und ukrainische"."""
    last = words[-1].text
    return _DERIVED.search(last) is not None and nouns.read(last) is None


def _without_lead(words: Sequence[Token]) -> Sequence[Token]:
    at = 0
    while at < len(words) - 1 and words[at].low in _SMALL["lead"]:
        at += 1
    return words[at:]


def _without_measures(words: Sequence[Token]) -> Sequence[Token]:
    """Drop how old somebody is, anywhere: "ein 71 Jahre alter Rentner"."""
    at = next((i for i in range(1, len(words)) if measured_attribute(words, i)), 0)
    return [*words[: at - 1], *_without_measures(words[at + 2 :])] if at else words


def _determiner(words: Sequence[Token]) -> tuple[str, Sequence[Token]]:
    if not words:
        return "", words
    low = words[0].low
    kinds = ("definite", "indefinite", "possessive", "quantity", "every")
    if len(words) > 1 and low in _SMALL["quantity"] and words[1].low in ("der", "von"):
        return "", words
    if len(words) > 1 and any(low in _SMALL[kind] for kind in kinds):
        return words[0].text, words[1:]
    if len(words) > 1 and words[0].text.isdigit():
        return words[0].text, words[1:]
    return "", words


def _without_participle(words: Sequence[Token]) -> Sequence[Token]:
    """Drop a long attribute: "der 2004 verstorbene Präsident", "die in Bonn geborene Meier"."""
    first = words[0] if words else None
    if first is None:
        return words
    if not (first.text.isdigit() or first.low == "als" or first.low in _SMALL["preposition"]):
        return words
    for at in range(len(words) - 2, 0, -1):
        bent = not words[at].word.upper and is_bent(words[at].low)
        if bent and words[at + 1].word.upper and words[at].low not in _SMALL["definite"]:
            return words[at + 1 :]
    return words


def _without_adverbs(words: Sequence[Token]) -> Sequence[Token]:
    """Drop what only modifies an attribute: "die erst 29-jährige Anna Roth", "der sehr alte"."""
    adverbs = classes("function_words")["adverb"]
    at = 0
    while at < len(words) - 1 and not words[at].word.upper and words[at].low in adverbs:
        at += 1
    return words[at:]


def _adjectives(words: Sequence[Token]) -> tuple[tuple[str, ...], Sequence[Token]]:
    at = 0
    while at < len(words) - 1 and _is_adjective(words[at], at, words):
        at += 1
    if at and words[at].low in _SMALL["preposition"]:
        at = 0
    kept = (word.text for word in words[:at] if not _AGE.match(word.text))
    return tuple(kept), words[at:]


def _is_adjective(word: Token, at: int, words: Sequence[Token]) -> bool:
    if word.low in ("und", "sowie", "oder"):
        follows = words[at + 1]
        return at > 0 and not follows.word.upper and is_bent(follows.low)
    if word.text in _SMALL["saying"]:
        return False
    if not word.word.upper or word.text.startswith("US-a"):
        return is_bent(word.low) and word.low not in _SMALL["definite"]
    follows = words[at + 1]
    if follows.word.upper and before_surname(words, at):
        return False
    common = follows.word.upper and nouns.read(follows.text) is not None
    lower = not follows.word.upper and (follows.low in ("und", "sowie") or is_bent(follows.low))
    noun = nouns.read(word.text)
    if is_first_name(word.text) or (noun and not (noun.bends == "adj" and common)):
        return False
    return (common or lower) and is_bent(word.low)


def _bare(
    words: Sequence[Token],
    determiner: str,
    adjectives: tuple[str, ...],
    owner: Sequence[Token],
    core: str,
    registry: Registry,
) -> SpeakerPhrase:
    """A phrase without a common noun in front: a name, or a noun that no list has."""
    titled = bool(words) and words[0].text in _SMALL["title"]
    while words and words[0].text in _SMALL["title"]:
        words = words[1:]
    end = name_end(words, 0, registry) if words else 0
    end = end or (0 if determiner else _with_origin(words))
    person = bool(end) or titled
    if not end:
        end = next((i for i in range(len(words)) if not in_name(words, i)), len(words))
    return SpeakerPhrase(
        determiner=determiner,
        adjectives=adjectives,
        owner=text_of(owner),
        name=text_of(words[:end]),
        person=person,
        attribute=text_of(words[end:]),
        core=core,
        owning=(*(owner or words[:end]),),
        behind=(*words[end:],),
    )


def _with_origin(words: Sequence[Token]) -> int:
    """The words of a full name before where somebody is from: "Notburga Steiner aus Huben"."""
    end = next((i for i in range(len(words)) if not words[i].word.upper), 0)
    named = 1 < end < len(words) - 1 and words[end].low == "aus" and words[end + 1].word.upper
    return end if named and not any(nouns.read(word.text) for word in words[:end]) else 0
