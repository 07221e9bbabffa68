"""A mention with a name in it: the person, body, state or outlet that it names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.extract.actor import citation_form
from claimtrack.extract.actor.discourse import Discourse, Referent
from claimtrack.extract.actor.expression import Expression
from claimtrack.extract.actor.people import BODY_OR_MEMBER
from claimtrack.extract.actor.phrase import SpeakerPhrase
from claimtrack.extract.actor.trace import Fallen, Step
from claimtrack.german import nouns
from claimtrack.german.tokens import Token, text_of
from claimtrack.lexicon import classes
from claimtrack.model import Actor
from claimtrack.registry.spelling import fold

_SMALL = classes("actor_words")


def named(expression: Expression, at: int, discourse: Discourse) -> Referent | None:
    """A mention with a name in it: a person's, a known body's or state's."""
    registry, text = discourse.registry, expression.text
    whole = registry.exact(text) if " " in text else None
    if whole and whole.actor.kind == "person":
        known = person(whole.actor.name, at, whole.gender, "", discourse)
        return replace(known, step="register")
    if " " not in text and discourse.person(text):
        return person(text, at, "", "", discourse)
    phrases = expression.phrases
    for phrase in (*phrases, *_appositions(phrases)):
        if phrase.person and phrase.name:
            told = phrase.read.gender if phrase.read else ""
            return person(phrase.name, at, told or "", _office(phrases), discourse)
    if not phrases or phrases[0].determiner.lower() in _SMALL["indefinite"]:
        return None
    if tail := _known_tail(expression.tokens, phrases[0], discourse):
        return person(tail, at, "", phrases[0].noun, discourse)
    return _body(expression, phrases[0], at, discourse)


def _known_tail(tokens: Sequence[Token], phrase: SpeakerPhrase, discourse: Discourse) -> str:
    """The name of somebody of the text behind words that no list knows; empty for none.

    Shapes: "Kämmerer Joachim Stützle", "Der Tübinger Pharmakologe Prof. Dr. Raimund Esslinger",
    "Stadtbaurat Fokken". None behind a preposition ("Büro von Lucía Ibarra"), in a genitive
    ("Sprecher Kolbes") or behind a body ("Firma Kesselring").
    """
    noun = phrase.read
    member = noun is not None and noun.lemma.lower().endswith(BODY_OR_MEMBER)
    if noun is not None and noun.kind != "person" and not member:
        return ""
    for start in range(1, len(tokens)):
        before = tokens[start - 1].low
        if before in _SMALL["preposition"] or (start > 1 and before == "der"):
            return ""
        tail = text_of(tokens[start:])
        if discourse.is_named(tail):
            return tail
    return ""


def _appositions(phrases: list[SpeakerPhrase]) -> list[SpeakerPhrase]:
    """Names that no list knows, set behind an office: "der Parteichef, Pham Quang Nghi"."""
    first = phrases[0].read if phrases else None
    if first is None or first.kind != "person":
        return []
    bare = [
        phrase
        for phrase in phrases[1:]
        if not (phrase.noun or phrase.adjectives or phrase.attribute)
    ]
    return [
        replace(phrase, person=True)
        for phrase in bare
        if " " in phrase.name and not phrase.determiner
    ]


def _office(phrases: list[SpeakerPhrase]) -> str:
    return next((phrase.noun for phrase in phrases if phrase.noun), "")


def person(name: str, at: int, told: str, noun: str, discourse: Discourse) -> Referent:
    """A person by full name or surname; ``told`` is the gender that an office shows."""
    known = discourse.person(name)
    full = known or (name if _ambiguous(name, discourse) else discourse.canonical(name))
    step: Step = "full name" if fold(name) == fold(full) else "surname"
    return Referent(at, (full,), discourse.gender(full) or told, False, fold(noun), step)


def _ambiguous(name: str, discourse: Discourse) -> bool:
    """Whether several people of the text bear a surname, who then fall."""
    bearers = discourse.bearers(name)
    if len(bearers) > 1:
        why = f"{name} can be another"
        discourse.fallen += [Fallen(bearer, why) for bearer in sorted(bearers)]
    return len(bearers) > 1


def _body(
    expression: Expression, phrase: SpeakerPhrase, at: int, discourse: Discourse
) -> Referent | None:
    """A state, body or outlet by name, by acronym, by pattern, or as an apposition."""
    if not phrase.noun and not phrase.adjectives:
        person = discourse.person(phrase.name) if phrase.name else None
        if person:
            step: Step = "full name" if fold(person) == fold(phrase.name) else "surname"
            return Referent(at, (person,), discourse.gender(person), False, "", step)
        if _ambiguous(phrase.name, discourse):
            return Referent(at, (phrase.name,), "", False)
    for words in _spellings(expression, phrase):
        found = _known(words, discourse)
        if found and found.kind == "state" and words == phrase.name and _is_body(phrase):
            continue  # "Polizei Berlin": the body of a city is no state
        if found and not _one_of_several(found, words, phrase):
            referent = _known_referent(found, phrase, at, discourse)
            short = discourse.acronyms.get(words) or discourse.short_form(words)
            return replace(referent, step="short form" if short else "register")
    return None


def _is_body(phrase: SpeakerPhrase) -> bool:
    return phrase.read is not None and phrase.read.kind == "organisation"


def _one_of_several(actor: Actor, spelled: str, phrase: SpeakerPhrase) -> bool:
    """Whether a plural only looks like a known body: "südkoreanische Geheimdienste"."""
    names = (actor.name, *actor.aliases)
    if phrase.read is None or phrase.read.singular or spelled in names:
        return False
    return phrase.read.lemma in {word for name in names for word in name.split()}


def _spellings(expression: Expression, phrase: SpeakerPhrase) -> list[str]:
    """The words to look up: the whole phrase, without determiner, the name behind the noun."""
    spelled = [expression.bare, phrase.core]
    if phrase.owner and phrase.noun:
        spelled.append(f"{phrase.owner} {phrase.noun}")
    if phrase.name and (phrase.noun or phrase.attribute or phrase.adjectives):
        spelled.append(phrase.name)
    if phrase.noun and not phrase.name and not phrase.attribute and phrase.adjectives:
        spelled.append(f"{phrase.adjectives[-1]} {phrase.noun}")
    return spelled


def _known(words: str, discourse: Discourse) -> Actor | None:
    """An actor of the register, or a body that the text introduced with its short form."""
    long = discourse.acronyms.get(words)
    short = discourse.short_form(words)
    for form in filter(None, (long, short, words)):
        actor = discourse.registry.find(form)
        if actor:
            return actor
    return Actor(long or words, (), "organisation") if long or short else None


def _known_referent(actor: Actor, phrase: SpeakerPhrase, at: int, discourse: Discourse) -> Referent:
    entry = discourse.registry.exact(actor.name)
    told = entry.gender if entry else ""
    named = not phrase.noun or actor.kind == "state"
    here = (
        ""
        if named and phrase.determiner.lower() not in ("der", "die", "das")
        else citation_form.told_gender(phrase)
    )
    noun = phrase.read.lemma if phrase.read else nouns_of(actor.name)
    kind = here or told
    return Referent(at, (actor.name,), "" if kind == "pl" else kind, kind == "pl", fold(noun))


def nouns_of(name: str) -> str:
    """The common noun that a body's name ends in or holds, else nothing."""
    read = [noun for word in name.split() if (noun := nouns.read(word))]
    return next((noun.lemma for noun in read if noun.kind != "none"), "")
