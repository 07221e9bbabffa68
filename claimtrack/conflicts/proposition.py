"""Whether two claims are about one proposition: one thing done by or to the same.

"eine Präsenz nordkoreanischer Soldaten" and "dass nordkoreanische Truppen entsandt wurden" share
what is talked about (soldiers of one state) and what is done (deployment). Without a shared act,
only nearly the same words make two claims one proposition.
"""

from __future__ import annotations

import re
from typing import Literal

from claimtrack.about.matters import Matter
from claimtrack.conflicts.statement.content import gist, proposition
from claimtrack.conflicts.statement.distance import follows
from claimtrack.conflicts.statement.statement import Statement
from claimtrack.conflicts.statement.word_lists import words_of
from claimtrack.lexicon.concepts import senses
from claimtrack.lexicon.stems import containment, likeness

Sureness = Literal["surely", "probably"]

_NEARLY_THE_SAME, _MUCH_ALIKE, _SOMEWHAT_ALIKE = 0.6, 0.4, 0.25
"""Degrees of :func:`likeness` of the content words of two claims."""
_MOSTLY, _NEARLY_ALL = 0.5, 0.7
"""Parts of one claim's content words that stand in the other."""
_NO_NOUN = re.compile(r"\bkein(?:e[nmrs]?)? (.+)")
_LEAST_WORDS = 2
"""Fewer content words are no proposition, unless they tell what is done."""


def sureness(one: Statement, other: Statement) -> Sureness | None:
    """How sure it is that two statements have one proposition; None when it is not."""
    for pointing, pointed in ((one, other), (other, one)):
        if pointed.claim.id in pointing.claim.answers and pointing.plain:
            return "surely"
        if pointing.meant == pointed.claim.id:
            return _by_pointing(pointing)
    acts = one.acts & other.acts
    if _are_unlike(one, other, acts):
        return None
    alike = likeness(one.gist, other.gist)
    if alike >= _NEARLY_THE_SAME and not (one.borrowed or other.borrowed):
        return "surely"
    if one.plain and other.plain:
        return _by_deed(one, other, acts, alike)
    return "probably" if acts and _is_held(one, other) else None


def _by_pointing(pointing: Statement) -> Sureness | None:
    """How sure it is that words mean what they seem to point to.

    Where several things may be meant, and the text is to be had, all that stands there decides.
    """
    if pointing.clear:
        return "surely"
    return "probably" if pointing.layout is None else None


def _are_unlike(one: Statement, other: Statement, acts: frozenset[str]) -> bool:
    """Whether two statements tell too little, of other times, of other deeds or of others."""
    return (
        (min(len(one.gist), len(other.gist)) < _LEAST_WORDS and not acts)
        or one.ahead != other.ahead
        or bool(one.acts and other.acts and not acts)
        or _are_of_others(one, other)
    )


def _by_deed(
    one: Statement, other: Statement, acts: frozenset[str], alike: float
) -> Sureness | None:
    """How sure it is by what is done and to whom, where both sides are plain."""
    matters = shared(one, other)
    if acts and matters:
        borrowed = one.borrowed or other.borrowed
        return "surely" if places_meet(one, other) and not borrowed else "probably"
    mere = _is_mere_act(one, other)
    if mere and _is_denied_at_once(one, other):
        return "surely"
    much = alike >= _MUCH_ALIKE and (acts or matters)
    return "probably" if much or mere or _near(one, other, alike) else None


def _is_held(one: Statement, other: Statement) -> bool:
    """Whether nearly all that is negated stands in what the other says.

    Of "war kein Angriff" what follows; of one who answers to a charge the deed is enough.
    """
    against, of = (one, other) if one.side < 0 else (other, one)
    if of.claim.stance == "accuses" and _names(of, against):
        return True
    noun = _NO_NOUN.search(against.claim.words)
    denied = gist(noun[1]) if noun else against.gist
    return bool(denied) and len(denied & of.gist) / len(denied) >= _NEARLY_ALL


def _names(of: Statement, against: Statement) -> bool:
    """Whether who speaks against a charge is named in it, so that he answers to it."""
    told = {word.stem for word in senses(proposition(of.claim))}
    return any(word.stem in told for name in against.actors for word in senses(name))


def _is_denied_at_once(one: Statement, other: Statement) -> bool:
    """Whether a denial stands right behind what it denies."""
    return follows(other, one) if one.side < 0 else follows(one, other)


def _is_mere_act(one: Statement, other: Statement) -> bool:
    """Whether a denial says nothing but the act: "bestreitet jede Manipulation"."""
    against = one if one.side < 0 else other
    return bool(against.acts) and len(against.gist) <= len(against.acts)


def _near(one: Statement, other: Statement, alike: float) -> bool:
    """Whether two claims of one article are alike enough there.

    What is done to somebody is one thing only where more than the deed is shared: two arrests.
    """
    if one.place != other.place:
        return False
    acts = one.acts & other.acts
    if acts <= words_of("personal") and not (one.gist & other.gist) - acts:
        acts = frozenset()
    return bool(acts and alike >= _SOMEWHAT_ALIKE) or _is_part(one, other)


def _is_part(one: Statement, other: Statement) -> bool:
    """Whether what is denied in an article stands, in the main, in a longer claim of it."""
    denied, said = (one, other) if one.claim.stance == "denies" else (other, one)
    return (
        denied.claim.stance == "denies"
        and len(denied.gist & said.gist) >= _LEAST_WORDS
        and containment(denied.gist, said.gist) >= _MOSTLY
    )


def _are_of_others(one: Statement, other: Statement) -> bool:
    """Whether both talk about something, and of nothing it can be the same."""
    pairs = [(mine, theirs) for mine in one.matters for theirs in other.matters]
    return bool(pairs) and not any(
        mine.population == theirs.population
        and (not mine.owners or not theirs.owners or mine.owners & theirs.owners)
        for mine, theirs in pairs
    )


def shared(one: Statement, other: Statement) -> tuple[Matter, ...]:
    """What both talk about, owner included; forces without an owner meet within an article only."""
    return tuple(
        mine
        for mine in one.matters
        for theirs in other.matters
        if mine.population == theirs.population
        and _one_fate(mine, theirs)
        and _one_owner(mine, theirs, one, other)
    )


def _one_fate(mine: Matter, theirs: Matter) -> bool:
    """Whether nothing else is said of them: an arrest and demonstrators are two matters."""
    return not mine.state or not theirs.state or mine.state == theirs.state


def _one_owner(mine: Matter, theirs: Matter, one: Statement, other: Statement) -> bool:
    if mine.owners and theirs.owners:
        return bool(mine.owners & theirs.owners)
    return mine.sort != "forces" or one.place == other.place


def places_meet(one: Statement, other: Statement) -> bool:
    """Whether nothing says that two statements are of different places."""
    mine, theirs = one.places | one.lands, other.places | other.lands
    return not mine or not theirs or bool(mine & theirs)


def case_of(statement: Statement) -> tuple[str, ...]:
    """What a dispute is about, so that one actor's claims on it are told once: topic, or matter.

    What has no owner ("Tote") is the matter of its place, or of its article alone.
    """
    if statement.topic:
        return (statement.topic,)
    matter = statement.matters[0] if statement.matters else None
    if matter and matter.owners:
        return (matter.name,)
    where = sorted(statement.scene) or [statement.place]
    return (matter.name if matter else "", *sorted(statement.acts), *where)
