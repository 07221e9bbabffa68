"""What is exported: a ledger, what was derived from it, and values as columns."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from claimtrack.conflicts import Conflict
from claimtrack.model import Claim, Ledger, Source


@dataclass(frozen=True, slots=True)
class Contents:
    """A ledger and what was derived from it.

    ``topics`` says what each claim is about, by its id, ``events`` what each article tells of, by
    the article's id; ``conflicts`` are all pairs that were found, with those that are quiet.
    """

    ledger: Ledger
    topics: Mapping[str, str] = field(default_factory=dict)
    events: Mapping[str, str] = field(default_factory=dict)
    conflicts: Sequence[Conflict] = ()

    def topic(self, claim: Claim) -> str | None:
        """What a claim is about: as the analyst named it, else as its words say."""
        return claim.topic or self.topics.get(claim.id)

    @property
    def sources(self) -> list[Source]:
        """The articles by id, also those that only a claim names."""
        known = {source.id: source for source in self.ledger.sources}
        for claim in self.ledger.claims:
            if claim.article:
                known.setdefault(claim.article, Source(claim.article))
        return [known[ident] for ident in sorted(known)]

    @property
    def claims(self) -> list[Claim]:
        """The claims by id; of several with one id, which `check` tells of, the first."""
        first = {claim.id: claim for claim in reversed(self.ledger.claims)}
        return [first[ident] for ident in sorted(first)]


_HALF = re.compile("[\ud800-\udfff]")


def whole(value: Any) -> Any:
    """A value, whatever it holds, with � for halves of characters.

    JSON can spell such, UTF-8 cannot.
    """
    if isinstance(value, str):
        return value if value.isascii() else _HALF.sub("\ufffd", value)
    if isinstance(value, Mapping):
        return {name: whole(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(map(whole, value))
    return value
