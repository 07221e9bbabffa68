"""What speaks for and against two figures being of one thing by what is counted.

By the nouns, by what happened to whom they name, and by what is done with a sum.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.about.matters import Matter
from claimtrack.conflicts.figures.bearing import Bearing
from claimtrack.conflicts.figures.counts import is_unlisted
from claimtrack.conflicts.figures.setting import Seen
from claimtrack.conflicts.statement.word_lists import stems_of
from claimtrack.lexicon.noun_kin import are_kin_nouns
from claimtrack.lexicon.states import akin


def nouns(left: Bearing, right: Bearing) -> Iterator[tuple[str, float]]:
    """Whether two figures count the same people or things, by their nouns and owners."""
    a, b = left.matter, right.matter
    if not a.population or not b.population:
        yield "noun_left_out", 1.0
    elif a.population == b.population:
        yield "same_noun", 1.0
    elif _is_case(a) or _is_case(b):
        yield "noun_left_out", 1.0
    elif are_kin_nouns(left.noun, right.noun):
        yield "kin_noun", 1.0
    elif left.is_people and right.is_people:
        plain = "people" in (a.population, b.population) or is_unlisted(a, b)
        plain = plain or _are_patients(left, right)
        plain = plain and _are_helpers(left) == _are_helpers(right)
        yield ("some_people" if plain else "other_people"), 1.0
    elif left.is_people != right.is_people:
        yield "other_class", 1.0
    else:
        yield "other_thing", 1.0
    if a.owners and b.owners and not a.owners & b.owners:
        yield "other_owner", 1.0
    if a.owners & b.owners and left.phase == right.phase:
        yield "same_owner", 1.0
    if a.bare != b.bare and not (a.owners or b.owners):
        yield "narrowed", 1.0


def _is_case(matter: Matter) -> bool:
    """Whether a noun only says that there were so many, of whatever is told: "15 Fälle"."""
    return matter.population in stems_of("case")


def _are_helpers(bearing: Bearing) -> bool:
    """Whether those who help are counted: nobody else calls them just people."""
    return not bearing.noun.isdisjoint(stems_of("helper"))


def _are_patients(left: Bearing, right: Bearing) -> bool:
    return _is_patient(left.matter, right.matter) or _is_patient(right.matter, left.matter)


def _is_patient(noun: Matter, state: Matter) -> bool:
    """Whether one noun says what of others a state says: "Patienten" beside "erkrankte Kinder"."""
    return noun.population == "patients" and not noun.state and state.state in _ILL


_ILL = frozenset({"infected", "wounded", "hospitalised"})
FATES = frozenset(
    {"killed", "wounded", "captured", "missing", "trapped", "rescued", "arrested", "charged",
     "convicted", "acquitted", "released", "infected", "hospitalised", "recovered", "tested",
     "vaccinated", "evacuated", "shot_down", "fired", "voted_for", "voted_against", "abstained"}
)  # fmt: skip
"""What befalls different people: the dead are not the injured."""


def fates(left: Bearing, right: Bearing) -> Iterator[tuple[str, float]]:
    """Whether the same is told to have happened to what two figures count."""
    a, b = left.matter.state, right.matter.state
    if left.matter.unit and not (a and b) and _are_kin_sums(left.matter, right.matter):
        yield "kin_sum", 1.0
    if a and a == b:
        yield "same_state", 1.0
    elif a and b and left.phase == right.phase:
        yield "same_state", 0.7
    elif a and b and akin(a, b):
        yield "kin_state", 1.0
    elif (a in FATES) != (b in FATES) and not (a and b) and not _are_patients(left, right):
        yield "fate_on_one_side", 1.0
    elif a and b:
        yield ("other_fate" if {a, b} <= FATES else "other_state"), 1.0
        if left.matter.unit == right.matter.unit == "percent":
            yield "other_share", 1.0


def are_losses_of_enemies(left: Seen, right: Seen) -> bool:
    """Whether one tells how many of the enemy he killed, and another how many he lost himself."""
    if {left.count.matter.state, right.count.matter.state} != {"killed", "lost"}:
        return False
    killed, lost = (left, right) if left.count.matter.state == "killed" else (right, left)
    of_enemy = "enemy" in killed.setting.signs and "enemy" not in lost.setting.signs
    return of_enemy and not left.setting.speakers & right.setting.speakers


def _are_kin_sums(left: Matter, right: Matter) -> bool:
    """Whether one names a sum and the other says what is done with it: the price, what X pays."""
    if left.unit != right.unit:
        return False
    a, b = (matter.state or matter.population for matter in (left, right))
    return akin(a, b)
