"""What an amount is for: a sum of money, a measure, a share.

"3 Millionen Euro" alone are about nothing that could be compared; "der Schaden liege bei
3 Millionen Euro" is about the damage.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimtrack.lexicon.concepts import COUNTABLE, Concept, Sense, label, senses
from claimtrack.lexicon.states import OTHER
from claimtrack.model import Figure


@dataclass(frozen=True, slots=True)
class Matter:
    """What a figure counts, or a claim talks about.

    ``population`` is a concept's name or a noun's stem; ``unit`` the currency or measure of an
    amount; ``bare`` says that no word of the phrase tells whose it is.
    """

    population: str
    label: str
    sort: str
    unit: str | None = None
    state: str | None = None
    owners: frozenset[str] = frozenset()
    bare: bool = True

    @property
    def name(self) -> str:
        """The derived topic: "Soldaten (Nordkorea)", "Tote"."""
        owners = ", ".join(sorted(self.owners))
        return f"{self.label} ({owners})" if owners else self.label


_SEVERAL = frozenset({"measure", "currency", "time"})
"""Unit concepts that hold several units, which are told apart by their noun."""

_MEASURE, _SHARE, _VOTES = "measure", "percent", "votes"

_NEAR = 8
"""Within so many words of an amount stands what it is for."""
SUMS = frozenset({"sum"})
UNITS = frozenset({"unit"})


def plain_sum(before: Sequence[Sense]) -> Matter | None:
    """What a number without a noun measures: "eine Stärke von 6,3", "die Inflation auf 2,1"."""
    purpose = next((concept for word in before[:-4:-1] if (concept := word.concept(SUMS))), None)
    return Matter(purpose.name, purpose.label, "sum") if purpose else None


def amount(
    figure: Figure, head: Sense, unit: Concept, before: Sequence[Sense], after: Sequence[Sense]
) -> Matter | None:
    """What an amount in a unit is for, by the words near it; None where nothing says.

    ``before`` and ``after`` are the words around the figure. A share is of its whole, a measure of
    the stuff right behind it.
    """
    near = (*before[: -_NEAR - 1 : -1], *after[:_NEAR])
    purpose = next((concept for word in near if (concept := word.concept(SUMS))), None)
    name = _unit_name(head, unit)
    if purpose is not None:
        return Matter(purpose.name, purpose.label, "sum", name)
    if unit.name == _SHARE:
        return _share(figure, name)
    substance = _substance(after) if unit.name == _MEASURE else None
    state = None if figure.state == OTHER else figure.state
    return Matter(substance.stem, substance.word, "sum", name, state) if substance else None


def _unit_name(head: Sense, unit: Concept) -> str:
    return head.stem if unit.name in _SEVERAL else unit.name


def unit_of(figure: Figure) -> str | None:
    """The currency or measure in which a figure is told; None where it counts."""
    for word in senses(f"{figure.text} {figure.what or ''}"):
        if unit := word.concept(UNITS):
            return _unit_name(word, unit)
    return None


def _share(figure: Figure, unit: str) -> Matter | None:
    """What a percentage is a part of: "54 Prozent der Stimmen"; of a result at the polls, votes."""
    for word in senses(figure.what or ""):
        whole = word.concept(COUNTABLE - {"unit"})
        if whole is not None:
            return Matter(whole.population, whole.label, "sum", unit, figure.state)
    if figure.state == _VOTES:
        return Matter(_VOTES, label(_VOTES), "sum", unit, figure.state)
    return None


def _substance(after: Sequence[Sense]) -> Sense | None:
    """What a measure is of, right behind it: "12 Tonnen toten Fischen", "300 Liter Öl"."""
    for word in after:
        if word.word[:1].isupper():
            return None if word.concept(UNITS) else word
        if word.function or not word.word[:1].isalpha():
            return None
    return None
