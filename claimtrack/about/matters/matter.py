"""What a figure counts, or a claim talks about, as a value."""

from __future__ import annotations

from dataclasses import dataclass


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
