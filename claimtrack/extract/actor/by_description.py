"""Descriptions of a person just named: "der SPD-Politiker", "der 58-Jährige".

A person is taken up by any definite noun for one person or by the town ("der Nürnberger"), unless
the noun gives an office or a part in the story that somebody else has ("der Minister", "die
Zeugin"); "der Angeklagte" is the only person of the text who has no part in judging. How bodies are
taken up is in ``described_bodies``.
"""

from __future__ import annotations

import re
from functools import cache

from claimtrack.extract.actor import citation_form
from claimtrack.extract.actor.antecedents import Fits, Opener, antecedent
from claimtrack.extract.actor.discourse import Discourse, Referent
from claimtrack.extract.actor.phrase import SpeakerPhrase
from claimtrack.extract.actor.trace import Fallen
from claimtrack.german.document import Document
from claimtrack.lexicon import classes, table
from claimtrack.registry.spelling import fold

_SMALL = classes("actor_words")

REACH = 2
"""How many sentences a description reaches back."""

_SPOKESPEOPLE = frozenset({"Sprecher", "Sprecherin"})
_INHABITANT = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+er(?:in)?")
"""What no list of nouns knows behind an article: "der Nürnberger", "die Grazerin"."""
_AGED = re.compile(r"\d+-?[Jj]ährige[nr]?")


def same_person(
    phrase: SpeakerPhrase, at: int, discourse: Discourse, opener: Opener
) -> Referent | None:
    """The person spoken of last before the sentence of a definite description, taken up by it.

    An age takes up somebody without a name as well: "Eine Pflegerin … Die 52-Jährige"; ``opener``
    tells whom a sentence opens with.
    """
    gender = _described_gender(phrase)
    if not gender:
        return _spokesperson(phrase, at, discourse)
    fits = Fits(frozenset(gender), False)
    before = discourse.begin_of_sentence(at)
    if phrase.read and phrase.read.lemma.lower().endswith(tuple(_SMALL["accused"])):
        return _accused(at, fits, discourse)
    actors = _before_colon(before, at, fits, discourse, opener)
    reach = REACH + discourse.spoken_before(before)
    actors = actors or antecedent(discourse, before, fits, lambda _: None, reach)
    aged = _AGED.fullmatch(phrase.name) is not None
    if not actors and aged:
        actors = antecedent(discourse, before, fits, opener, reach)
    if len(actors) != 1 or not (aged or discourse.is_person(actors[0])):
        return None
    if _other_party(phrase.noun, actors[0], discourse.document):
        discourse.fallen.append(Fallen(actors[0], "of another party"))
        return None
    return Referent(at, actors, gender, False, "", "description")


def _spokesperson(phrase: SpeakerPhrase, at: int, discourse: Discourse) -> Referent | None:
    """Who spoke for a body: "die Sprecherin" of the only Kommissarin that the text names.

    By an office whose holders speak for theirs; None where there are two, or a body is told.
    """
    noun = phrase.read
    if noun is None or noun.lemma not in _SPOKESPEOPLE or not _may_take_up(phrase):
        return None
    gender = citation_form.gender(phrase)
    offices = tuple(map(fold, _SMALL["speaks_for"]))
    people = {
        person.actors
        for person in discourse.people(0, at)
        if person.gender == gender and person.noun.endswith(offices)
    }
    if phrase.plural or phrase.name or len(people) != 1:
        return None
    return Referent(at, people.pop(), gender, False, "", "description")


def _before_colon(
    begin: int, at: int, fits: Fits, discourse: Discourse, opener: Opener
) -> tuple[str, ...]:
    """The only fitting person before the colon behind which a description stands.

    "Anders Institutschef Kurt Behn: Dem Ökonomen zufolge …"; without a name whom the sentence opens
    with: "Anders die mitangeklagte Leiterin: Die 51-Jährige …".
    """
    colon = discourse.body.rfind(":", begin, at)
    named = discourse.people(begin, colon) if colon > begin else []
    people = {person.actors for person in named if fits(person)}
    first = opener(discourse.sentence(begin)) if colon > begin and not named else None
    if first and (fits(first) or not first.gender):
        return first.actors
    return people.pop() if len(people) == 1 else ()


def _accused(at: int, fits: Fits, discourse: Discourse) -> Referent | None:
    """Who stands accused: the only fitting person so far who has no part in judging.

    "Bankberater Kai Rohde hat Kunden betrogen. … Der Angeklagte …": not the judge, not a lawyer.
    """
    judging = tuple(map(fold, _SMALL["judging"]))
    people = {
        person.actors
        for person in discourse.people(0, at)
        if (fits(person) or not person.gender) and not person.noun.endswith(judging)
    }
    if len(people) != 1:
        return None
    return Referent(at, people.pop(), next(iter(fits.genders)), False, "", "description")


def _other_party(noun: str, name: str, document: Document) -> bool:
    """Whether the text gives a person another party: "Huber (SPD)" is no CDU-Politiker."""
    party = noun.rpartition("-")[0]
    surname = name.split()[-1]
    named = (i for i, token in enumerate(document.tokens[:-1]) if token.text == surname)
    given = next((inside for i in named if (inside := document.bracketed(i + 1))), None)
    return given is not None and party not in document.text[slice(*given)]


def _may_take_up(phrase: SpeakerPhrase) -> bool:
    """Whether a phrase is definite, with nothing that makes it somebody else's description."""
    if phrase.determiner.lower() not in _SMALL["definite"] or phrase.attribute or phrase.owner:
        return False
    another = tuple(_SMALL["another"])
    return not any(word.lower().startswith(another) for word in phrase.adjectives)


def _described_gender(phrase: SpeakerPhrase) -> str:
    """The gender of a definite description of one person; empty for other phrases."""
    if not _may_take_up(phrase):
        return ""
    if not phrase.noun and _AGED.fullmatch(phrase.name):
        bent = phrase.name.endswith("n")
        low = phrase.determiner.lower()
        return "f" if low == "die" or (low == "der" and bent) else "m"
    if phrase.read is None and _INHABITANT.fullmatch(phrase.name or phrase.noun):
        return {"der": "m", "die": "f"}.get(phrase.determiner.lower(), "")
    if phrase.read is None or phrase.read.kind != "person" or phrase.plural or phrase.name:
        return ""
    if phrase.read.lemma.lower().endswith(tuple(_SMALL["accused"])):
        return citation_form.gender(phrase)
    return "" if _other(phrase.read.lemma, phrase.adjectives) else citation_form.gender(phrase)


def _other(noun: str, adjectives: tuple[str, ...]) -> bool:
    """Whether a noun gives an office or a part in the story rather than describes.

    An office that somebody once had, or has of late, describes: "der frühere General".
    """
    low = noun.lower()
    if low in _SMALL["kin"] or low.endswith(tuple(_SMALL["other_role"])):
        return True
    described = low.endswith(tuple(_SMALL["trade"])) or any(
        word.lower().startswith(tuple(_SMALL["former"])) for word in adjectives
    )
    return low.endswith(_offices()) and not described


@cache
def _offices() -> tuple[str, ...]:
    """The nouns of offices, men's and women's."""
    masculine = {word.lower() for row in table("offices") for word in " ".join(row).split()}
    both = masculine | {word + "in" for word in masculine}
    return tuple(sorted(both | {"minister", "ministerin", "präsident", "präsidentin"}))
