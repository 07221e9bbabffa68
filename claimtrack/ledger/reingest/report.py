"""What merging new readings into a ledger came to, claim by claim."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal, NamedTuple

from claimtrack.ledger.document import Document

Fate = Literal[
    "new",  # written
    "unchanged",  # as it was
    "updated",  # the parser's own work, brought up to date
    "kept",  # a person's work, left alone; what the parser would say differs
    "anchored",  # a person's work whose place in the corrected article was found again
    "deleted",  # once written, deleted by a person, stays away
    "vanished",  # the parser no longer finds it
    "pruned",  # vanished, untouched and now removed
    "lost",  # its words are no longer in the corrected article
]


class Difference(NamedTuple):
    """A field in which ledger and parser differ."""

    field: str
    ledger: str
    parser: str


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one claim; ``words`` are those of the claim, for a report."""

    fate: Fate
    article: str
    claim: str
    words: str
    differences: tuple[Difference, ...] = ()
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Merge:
    """The files that change (those that do not are not among them), and what became of what."""

    documents: tuple[Document, ...] = ()
    results: tuple[Result, ...] = ()

    @property
    def counts(self) -> Counter[str]:
        """How many claims met each fate."""
        return Counter(result.fate for result in self.results)
