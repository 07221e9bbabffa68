"""Descriptions of who was just named: "der SPD-Politiker", "der 58-Jährige", "das Institut".

A person is taken up by any definite noun for one person, unless the noun gives an office or a
part in the story that somebody else has ("der Minister", "die Zeugin"). A body is taken up by the
noun that its name ends in, or one of its other names: "die Organisation" of the WHO.
"""

from __future__ import annotations

import re
from functools import cache

from claimtrack.extract import citation
from claimtrack.extract.discourse import Discourse, Fits, Referent
from claimtrack.extract.speaker_phrase import SpeakerPhrase
from claimtrack.extract.words import Word, cut, joined, small
from claimtrack.german import nouns
from claimtrack.lexicon import table
from claimtrack.registry import bodies
from claimtrack.registry.spelling import fold

REACH = 2
"""How many sentences a description reaches back."""

_LONGEST_NAME = 5
"""Words of a body's name at most."""

_AGED = re.compile(r"\d+-?[Jj]ährige[nr]?")


def same_person(phrase: SpeakerPhrase, at: int, discourse: Discourse) -> Referent | None:
    """The person spoken of last before the sentence of a definite description, taken up by it."""
    told = _described_gender(phrase)
    if not told:
        return None
    fits = Fits(frozenset(told), False)
    before = discourse.begin_of_sentence(at)
    actors = discourse.antecedent(before, fits, lambda _: None, REACH)
    if len(actors) != 1 or not discourse.is_person(actors[0]):
        return None
    if _other_party(phrase.noun, actors[0], discourse.body):
        return None
    return Referent(at, actors, told, False)


def _other_party(noun: str, name: str, body: str) -> bool:
    """Whether the text gives a person another party: "Huber (SPD)" is no CDU-Politiker."""
    asked = noun.rpartition("-")[0]
    given = re.search(rf"\b{re.escape(name.split()[-1])} \(([^()\n]+)\)", body)
    return given is not None and asked not in given.group(1)


def _described_gender(phrase: SpeakerPhrase) -> str:
    """The gender of a definite description of one person; empty for other phrases."""
    if phrase.determiner.lower() not in small("definite") or phrase.attribute or phrase.owner:
        return ""
    if not phrase.noun and _AGED.fullmatch(phrase.name):
        bent = phrase.name.endswith("n")
        low = phrase.determiner.lower()
        return "f" if low == "die" or (low == "der" and bent) else "m"
    if phrase.read is None or phrase.read.kind != "person" or phrase.plural or phrase.name:
        return ""
    return "" if _other(phrase.read.lemma) else citation.gender(phrase)


def _other(noun: str) -> bool:
    """Whether a noun gives an office or a part in the story rather than describes."""
    low = noun.lower()
    return low.endswith((*_offices(), *small("other_role")))


@cache
def _offices() -> tuple[str, ...]:
    """The nouns of offices, men's and women's."""
    masculine = {word.lower() for row in table("offices") for word in " ".join(row).split()}
    both = masculine | {word + "in" for word in masculine}
    return tuple(sorted(both | {"minister", "ministerin", "präsident", "präsidentin"}))


def spoken_body(phrase: SpeakerPhrase, at: int, discourse: Discourse) -> Referent | None:
    """ "das Ministerium", "die Behörde": the body whose noun ends so, if just one was named."""
    definite = phrase.determiner.lower() in small("definite")
    if not definite or phrase.plural or phrase.attribute or phrase.adjectives or phrase.owner:
        return None
    key = fold(phrase.read.lemma if phrase.read else phrase.noun)
    found = {one.actors for one in discourse.speakers if one.noun.endswith(key) and not one.plural}
    if len(found) != 1:
        return None
    return Referent(at, found.pop(), citation.gender(phrase), False, key)


def same_body(phrase: SpeakerPhrase, at: int, discourse: Discourse) -> Referent | None:
    """The body named last whose name, or another name of it, ends in the noun of a phrase.

    None where two of the same sentence could be meant.
    """
    noun = phrase.read
    if noun is None or phrase.determiner.lower() not in small("definite") or phrase.plural:
        return None
    if phrase.attribute or phrase.owner or phrase.adjectives or phrase.name:
        return None
    key = fold(noun.lemma.rpartition("-")[2])
    here = discourse.sentence(at)
    for number in range(here, max(-1, here - REACH - 1), -1):
        found = _bodies(discourse, number, at, key)
        if found:
            actor = found.pop()
            return None if found else Referent(at, (actor,), noun.gender, False, key)
    return None


def _bodies(discourse: Discourse, number: int, at: int, key: str) -> set[str]:
    """The bodies named in a sentence before a place with a name that ends in a noun."""
    begin = discourse.bounds[number]
    ends = [*discourse.bounds[number + 1 : number + 2], at]
    tokens = cut(discourse.body[begin : min(ends)], begin)
    found: set[str] = set()
    i = 0
    while i < len(tokens):
        actor, size = _body(tokens[i : i + _LONGEST_NAME], discourse, key)
        if actor:
            found.add(_states(tokens[i - 1 : i + 1], discourse) or actor)
        i += size
    return found


def _states(words: list[Word], discourse: Discourse) -> str:
    """The body that a state's adjective and a noun name: "russische Verteidigungsministerium"."""
    owned = bool(words) and bodies.state_of(words[0].text) is not None
    found = discourse.registry.find(joined(words)) if owned else None
    return found.name if found else ""


def _body(tokens: list[Word], discourse: Discourse, key: str) -> tuple[str, int]:
    """The body whose name begins a run of words, if it ends in a noun, and the words of it."""
    if not tokens[0].capital:
        return "", 1
    for size in range(len(tokens), 0, -1):
        words = joined(tokens[:size])
        long = discourse.acronyms.get(words, "")
        entry = discourse.registry.exact(words) or (
            discourse.registry.exact(long) if long else None
        )
        if entry and entry.actor.kind != "person":
            names = (entry.actor.name, *entry.actor.aliases, long)
            return (entry.actor.name if _any_ends(names, key) else ""), size
        if long:
            return (long if _any_ends((long,), key) else ""), size
    return _compound(tokens[0].text, key), 1


def _compound(word: str, key: str) -> str:
    """A compound that no register knows: Kreisveterinäramt for "das Amt"."""
    noun = nouns.read(word)
    if noun is None or noun.kind != "organisation" or not noun.singular:
        return ""
    return noun.lemma if _any_ends((noun.lemma,), key) else ""


def _any_ends(names: tuple[str, ...], key: str) -> bool:
    """Whether a name ends in a noun that is not all of it."""
    return any(fold(name).endswith(key) and fold(name) != key for name in names)
