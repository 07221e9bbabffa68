"""Completion of typed text: names in a list, filters and their values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from textual.suggester import Suggester

from claimtrack.model import CONFIDENCE, KINDS, STANCES, Ledger
from claimtrack.render import safe


class Names(Suggester):
    """Completes the last of some names that are parted by commas."""

    def __init__(self, names: Iterable[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self.names = _harmless(names)

    async def get_suggestion(self, value: str) -> str | None:
        """The line with its last name whole; None where no name begins so."""
        return _completed(value, value.rpartition(",")[2].lstrip(), self.names)


class Choices(Suggester):
    """Completes a filter's name and, behind ``=``, what it may be: ``actor=Ru``."""

    def __init__(self, values: Mapping[str, Iterable[str]]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self.values = {name: _harmless(values) for name, values in values.items()}

    async def get_suggestion(self, value: str) -> str | None:
        """The line with its last word whole; None where nothing begins so."""
        name, sign, typed = value.rpartition(",")[2].lstrip().partition("=")
        if sign:
            return _completed(value, typed.lstrip(), self.values.get(name.strip(), ()))
        return _completed(value, name, [f"{known}=" for known in self.values])


def _harmless(names: Iterable[str]) -> list[str]:
    """Names that can be shown as they are."""
    return [name for name in names if safe.terminal(name) == name]


def _completed(line: str, begun: str, names: Iterable[str]) -> str | None:
    folded = begun.casefold()
    if not folded:
        return None
    whole = next((name for name in names if name.casefold().startswith(folded)), None)
    return line[: len(line) - len(begun)] + whole if whole else None


def actors(ledger: Ledger) -> list[str]:
    """All names that the claims of a ledger have, in order."""
    return sorted(
        {name for claim in ledger.claims for name in (*claim.actors, *claim.via, *claim.cites)}
    )


def values_of(ledger: Ledger, filters: Sequence[str]) -> dict[str, list[str]]:
    """What each filter may be, as far as the ledger knows."""
    claims, sources = ledger.claims, ledger.sources
    known: dict[str, Iterable[str]] = {
        "actor": {name for claim in claims for name in claim.actors},
        "via": {name for claim in claims for name in claim.via},
        "article": [source.id for source in sources],
        "outlet": {source.outlet for source in sources if source.outlet},
        "agency": {name for source in sources for name in source.agencies},
        "topic": {topic.name for topic in ledger.topics}
        | {claim.topic for claim in claims if claim.topic},
        "tag": {tag for claim in claims for tag in claim.tags},
        "status": ("new", "accepted", "rejected"),
        "stance": STANCES,
        "kind": KINDS,
        "min_confidence": tuple(CONFIDENCE),
    }
    return {name: sorted(known.get(name, ())) for name in filters}
