"""Descriptions of a body just named: "das Institut", "die Behörde", "der Verein".

A body is taken up by the noun that its name ends in ("das Institut" of the Robert Koch-Institut),
by one of its other names ("die Organisation" of the WHO), or by a more general noun ("die Behörde"
of an Umweltbundesamt, "der Klub" of the SC Aue).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from claimtrack.extract.actor import citation_form
from claimtrack.extract.actor.by_description import REACH
from claimtrack.extract.actor.discourse import Discourse, Referent
from claimtrack.extract.actor.phrase import SpeakerPhrase
from claimtrack.extract.actor.trace import Fallen
from claimtrack.german import nouns
from claimtrack.german.animacy import press_name
from claimtrack.german.tokens import Token, spelled
from claimtrack.lexicon import classes, table
from claimtrack.registry import bodies
from claimtrack.registry.spelling import fold

_SMALL = classes("actor_words")

_LONGEST_NAME = 5
"""Words of a body's name at most."""


class _Asked(NamedTuple):
    """Which bodies a noun can take up: ends of their names, folded, and words that show one (AG).

    ``key`` is the noun itself, which is nobody's whole name; empty for more general nouns.
    """

    ends: tuple[str, ...]
    words: frozenset[str] = frozenset()
    key: str = ""

    def names(self, name: str) -> bool:
        """Whether a name is one of those asked for."""
        folded = fold(name)
        if folded.endswith(self.ends) and folded != self.key:
            return True
        parts = name.split()
        return not self.words.isdisjoint((parts[0], parts[-1]))


def spoken_body(phrase: SpeakerPhrase, at: int, discourse: Discourse) -> Referent | None:
    """ "das Ministerium", "die Behörde": the body whose noun ends so, if just one was named."""
    if not _definite(phrase) or phrase.name:
        return None
    key = fold(phrase.read.lemma if phrase.read else phrase.noun)
    spoken = {
        speaker.actors
        for speaker in discourse.speakers
        if speaker.noun.endswith(key) and not speaker.plural
    }
    if len(spoken) != 1:
        _pass_over(spoken, phrase.noun, discourse)
        return None
    return Referent(at, spoken.pop(), citation_form.gender(phrase), False, key, "description")


def _pass_over(passed: Iterable[tuple[str, ...]], noun: str, discourse: Discourse) -> None:
    """Note the bodies of which none is meant more than another."""
    names = sorted(name for actors in passed for name in actors)
    discourse.fallen += [Fallen(name, f"not the only {noun} of the text") for name in names]


def same_body(phrase: SpeakerPhrase, at: int, discourse: Discourse) -> Referent | None:
    """The body named last that the noun of a phrase can take up, by its own noun or a general one.

    None where two of the same sentence could be meant.
    """
    noun = phrase.read
    if noun is None or not _definite(phrase) or phrase.name:
        return None
    key = fold(noun.lemma.rpartition("-")[2])
    for sought in (_Asked((key,), key=key), _general(key)):
        actor = _nearest(sought, at, discourse) if sought else ""
        if actor:
            return Referent(at, (actor,), noun.gender, False, key, "description")
    return None


def same_outlet(phrase: SpeakerPhrase, at: int, discourse: Discourse) -> Referent | None:
    """The outlet that spoke last within reach, taken up by its sort: "das Blatt", "der Sender"."""
    if phrase.read is None or not _definite(phrase) or phrase.name:
        return None
    here = discourse.sentence(at)
    for speaker in reversed(discourse.speakers):
        if discourse.sentence(speaker.start) < here - REACH:
            return None
        outlet = all(_is_outlet(name, discourse) for name in speaker.actors)
        if speaker.start < at and not speaker.plural and outlet:
            return Referent(at, speaker.actors, phrase.read.gender, False, "", "description")
    return None


def _is_outlet(name: str, discourse: Discourse) -> bool:
    if name.lower() in discourse.registry.outlets:
        return True
    return discourse.registry.exact(name) is None and any(map(press_name, name.split()))


def _definite(phrase: SpeakerPhrase) -> bool:
    """Whether a phrase is an article and a noun, with nothing that tells it from others.

    Where it is from may stand behind: "das Unternehmen aus Dorn".
    """
    attribute = "" if phrase.attribute.startswith("aus ") else phrase.attribute
    more = attribute or phrase.owner or phrase.adjectives or phrase.plural
    return phrase.determiner.lower() in _SMALL["definite"] and not more


@cache
def _kinds() -> dict[str, _Asked]:
    return {
        fold(noun): _Asked(tuple(map(fold, ends.split())), frozenset(names.split()))
        for noun, ends, names in table("general_bodies")
    }


def _general(key: str) -> _Asked | None:
    return _kinds().get(key)


def _nearest(sought: _Asked, at: int, discourse: Discourse) -> str:
    here = discourse.sentence(at)
    for number in range(here, max(-1, here - REACH - 1), -1):
        named = _bodies(discourse, number, at, sought)
        if named:
            if len(named) == 1:
                return named.pop()
            _pass_over([(name,) for name in named], "body of its kind", discourse)
            return ""
    return ""


def _bodies(discourse: Discourse, number: int, at: int, sought: _Asked) -> set[str]:
    """The bodies named in a sentence before a place that are asked for."""
    tokens = [token for token in discourse.document.parts[number] if token.start < at]
    named: set[str] = set()
    i = 0
    while i < len(tokens):
        actor, size = _body(tokens[i : i + _LONGEST_NAME], discourse, sought)
        if actor:
            named.add(_states(tokens[i - 1 : i + 1], discourse) or actor)
        i += size
    return named


def _states(words: Sequence[Token], discourse: Discourse) -> str:
    """The body that a state's adjective and a noun name: "russische Verteidigungsministerium"."""
    owned = bool(words) and bodies.state_of(words[0].text) is not None
    body = discourse.registry.find(spelled(words)) if owned else None
    return body.name if body else ""


def _body(tokens: Sequence[Token], discourse: Discourse, sought: _Asked) -> tuple[str, int]:
    """The body whose name begins a run of words, if it is asked for, and the words of it."""
    if not tokens[0].word.upper or tokens[0].low in _SMALL["definite"] | _SMALL["indefinite"]:
        return "", 1
    for size in range(len(tokens), 0, -1):
        words = spelled(tokens[:size])
        long = discourse.acronyms.get(words, "")
        entry = discourse.registry.exact(words) or (
            discourse.registry.exact(long) if long else None
        )
        if entry and entry.actor.kind != "person":
            names = (entry.actor.name, *entry.actor.aliases, long)
            return (entry.actor.name if any(map(sought.names, filter(None, names))) else ""), size
        if long:
            return (long if sought.names(long) else ""), size
    name, size = _unlisted(tokens, sought)
    common = size > 1 and bool(name) and nouns.read(tokens[0].text) is not None
    behind = discourse.registry.exact(spelled(tokens[1:size])) if common else None
    if behind and behind.actor.kind == "organisation":
        return behind.actor.name, size  # a noun before the name it is listed by: Gewerkschaft Verdi
    return name, size


def _unlisted(tokens: Sequence[Token], sought: _Asked) -> tuple[str, int]:
    """A body that no register knows: Kreisveterinäramt, Mieterverein Dornau, SC Aue, Nordig AG."""
    size = _run(tokens)
    words = spelled(tokens[:size])
    noun = nouns.read(tokens[0].text)
    if noun is None:
        named = size > 1 and not sought.words.isdisjoint((tokens[0].text, tokens[size - 1].text))
        return (words, size) if named else ("", 1)
    if noun.kind != "organisation" or not noun.singular or not sought.names(noun.lemma):
        return "", 1
    name = [token.text for token in tokens[1:size]]
    makes = noun.lemma.lower().endswith(tuple(_SMALL["maker"]))
    return " ".join(name if name and makes else [noun.lemma, *name]), size


def _run(tokens: Sequence[Token]) -> int:
    """The words of a name: capitals in a row, up to a common noun; legal forms belong to it."""
    end = 1
    while end < len(tokens) and tokens[end].start - tokens[end - 1].end == 1:
        if not tokens[end].word.upper or nouns.read(tokens[end].text):
            break
        end += 1
    return end
