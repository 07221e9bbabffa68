"""Whether two claims are about one proposition: one thing done by or to the same.

"eine Präsenz nordkoreanischer Soldaten" and "dass nordkoreanische Truppen entsandt wurden" share
what is talked about (soldiers of one state) and what is done (deployment). Without a shared act,
only nearly the same words make two claims one proposition.
"""

from __future__ import annotations

import re
from functools import lru_cache
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
_REMEMBERED = 4096
"""Statements whose places are kept while they are compared with many others."""
_LEAST_WORDS = 2
"""Fewer content words are no proposition, unless they tell what is done."""


def sureness(left: Statement, right: Statement) -> Sureness | None:
    """How sure it is that two statements have one proposition; None when it is not."""
    for pointing, pointed in ((left, right), (right, left)):
        if pointed.claim.id in pointing.claim.answers and pointing.plain:
            return "surely"
        if pointing.meant == pointed.claim.id:
            return _by_pointing(pointing)
    acts = left.acts & right.acts
    if _are_unlike(left, right, acts):
        return None
    alike = likeness(left.gist, right.gist)
    if alike >= _NEARLY_THE_SAME and not (left.borrowed or right.borrowed):
        return "surely"
    if left.plain and right.plain:
        return _by_deed(left, right, acts, alike)
    return "probably" if acts and _is_held(left, right) else None


def _by_pointing(pointing: Statement) -> Sureness | None:
    """How sure it is that words mean what they seem to point to.

    Where several things may be meant, and the text is to be had, all that stands there decides.
    """
    if pointing.clear:
        return "surely"
    return "probably" if pointing.layout is None else None


def _are_unlike(left: Statement, right: Statement, acts: frozenset[str]) -> bool:
    """Whether two statements tell too little, of other times, of other deeds or of others."""
    return (
        (min(len(left.gist), len(right.gist)) < _LEAST_WORDS and not acts)
        or left.ahead != right.ahead
        or bool(left.acts and right.acts and not acts)
        or _are_of_others(left, right)
    )


def _by_deed(
    left: Statement, right: Statement, acts: frozenset[str], alike: float
) -> Sureness | None:
    """How sure it is by what is done and to whom, where both sides are plain."""
    matters = shared(left, right)
    if acts and matters:
        borrowed = left.borrowed or right.borrowed
        return "surely" if places_meet(left, right) and not borrowed else "probably"
    mere = _is_mere_act(left, right)
    if mere and _is_denied_at_once(left, right):
        return "surely"
    much = alike >= _MUCH_ALIKE and (acts or matters)
    return "probably" if much or mere or _near(left, right, alike) else None


def _is_held(left: Statement, right: Statement) -> bool:
    """Whether nearly all that is negated stands in what the other says.

    Of "war kein Angriff" what follows; of one who answers to a charge the deed is enough.
    """
    against, of = (left, right) if left.side < 0 else (right, left)
    if of.claim.stance == "accuses" and _names(of, against):
        return True
    noun = _NO_NOUN.search(against.claim.words)
    denied = gist(noun[1]) if noun else against.gist
    return bool(denied) and len(denied & of.gist) / len(denied) >= _NEARLY_ALL


def _names(of: Statement, against: Statement) -> bool:
    """Whether who speaks against a charge is named in it, so that he answers to it."""
    stems = {word.stem for word in senses(proposition(of.claim))}
    return any(word.stem in stems for name in against.actors for word in senses(name))


def _is_denied_at_once(left: Statement, right: Statement) -> bool:
    """Whether a denial stands right behind what it denies."""
    return follows(right, left) if left.side < 0 else follows(left, right)


def _is_mere_act(left: Statement, right: Statement) -> bool:
    """Whether a denial says nothing but the act: "bestreitet jede Manipulation"."""
    against = left if left.side < 0 else right
    return bool(against.acts) and len(against.gist) <= len(against.acts)


def _near(left: Statement, right: Statement, alike: float) -> bool:
    """Whether two claims of one article are alike enough there.

    What is done to somebody is one thing only where more than the deed is shared: two arrests.
    """
    if left.place != right.place:
        return False
    acts = left.acts & right.acts
    if acts <= words_of("personal") and not (left.gist & right.gist) - acts:
        acts = frozenset()
    return bool(acts and alike >= _SOMEWHAT_ALIKE) or _is_part(left, right)


def _is_part(left: Statement, right: Statement) -> bool:
    """Whether what is denied in an article stands, in the main, in a longer claim of it."""
    denied, said = (left, right) if left.claim.stance == "denies" else (right, left)
    return (
        denied.claim.stance == "denies"
        and len(denied.gist & said.gist) >= _LEAST_WORDS
        and containment(denied.gist, said.gist) >= _MOSTLY
    )


def _are_of_others(left: Statement, right: Statement) -> bool:
    """Whether both talk about something, and of nothing it can be the same."""
    pairs = [
        (left_matter, right_matter)
        for left_matter in left.matters
        for right_matter in right.matters
    ]
    return bool(pairs) and not any(
        left_matter.population == right_matter.population
        and (
            not left_matter.owners
            or not right_matter.owners
            or left_matter.owners & right_matter.owners
        )
        for left_matter, right_matter in pairs
    )


def shared(left: Statement, right: Statement) -> tuple[Matter, ...]:
    """What both talk about, owner included; forces without an owner meet within an article only."""
    return tuple(
        left_matter
        for left_matter in left.matters
        for right_matter in right.matters
        if left_matter.population == right_matter.population
        and _one_fate(left_matter, right_matter)
        and _one_owner(left_matter, right_matter, left, right)
    )


def _one_fate(left: Matter, right: Matter) -> bool:
    """Whether nothing else is said of them: an arrest and demonstrators are two matters."""
    return not left.state or not right.state or left.state == right.state


def _one_owner(
    left_matter: Matter, right_matter: Matter, left: Statement, right: Statement
) -> bool:
    if left_matter.owners and right_matter.owners:
        return bool(left_matter.owners & right_matter.owners)
    return left_matter.sort != "forces" or left.place == right.place


def places_meet(left: Statement, right: Statement) -> bool:
    """Whether nothing says that two statements are of different places."""
    left_places, right_places = _where(left), _where(right)
    return not left_places or not right_places or not left_places.isdisjoint(right_places)


@lru_cache(maxsize=_REMEMBERED)
def _where(statement: Statement) -> frozenset[str]:
    return statement.places | statement.lands


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
