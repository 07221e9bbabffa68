"""What is known beside the ledger: an article as the parser reads it now, conflicts by claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.coverage import Account, Stretch, account, stretches
from claimtrack.coverage.article_survey import text_of
from claimtrack.ledger.document.passages import passages
from claimtrack.ledger.files.reach import reach
from claimtrack.model import Article, Claim, Ledger, Problem, Source

if TYPE_CHECKING:  # the parser is loaded when an article is read, comparing when all are compared
    from claimtrack.conflicts.results.disputes import Disputes
    from claimtrack.conflicts.results.outcome import Outcome
    from claimtrack.conflicts.results.values import Conflict
    from claimtrack.extract.actor.trace import Finding
    from claimtrack.registry import Registry


@dataclass(frozen=True, slots=True)
class Reading:
    """What the parser makes of an article: its claims, how each actor was found, all stretches."""

    claims: tuple[tuple[Claim, Finding | None], ...] = ()
    stretches: tuple[Stretch, ...] = ()

    def like(self, claim: Claim) -> tuple[Claim, Finding | None] | None:
        """The parser's claim on the same words, with how its actor was found."""
        spans = claim.quote.spans if claim.quote else ()
        same = [pair for pair in self.claims if pair[0].quote and pair[0].quote.spans == spans]
        return same[0] if same and spans else None

    def rivals(self, claim: Claim) -> list[Stretch]:
        """The candidates that fell and that share words with a claim."""
        spans = claim.quote.spans if claim.quote else ()
        return [
            stretch
            for stretch in self.stretches
            if stretch.rival is not None
            and any(a.start < b.end and b.start < a.end for a in stretch.spans for b in spans)
        ]

    def gaps(self, source: Source, claims: Sequence[Claim]) -> Account:
        """What the claims of the article do not account for."""
        passed = [passage.span for passage in passages(source)]
        return account(source.id, self.stretches, claims, passed)

    def proposed(self, start: int, end: int, claims: Sequence[Claim]) -> Claim | None:
        """A claim of the parser's in a stretch of the text whose words no claim quotes."""
        quoted = {claim.quote.spans for claim in claims if claim.quote}
        for claim, _ in self.claims:
            spans = claim.quote.spans if claim.quote else ()
            if spans and spans not in quoted and start <= spans[0].start < end:
                return claim
        return None


def article_of(path: Path, source: Source) -> Article | Problem:
    """The text of an article of the ledger at a path; a problem where it cannot be read."""
    if source.file is None:
        return Problem(str(path), 0, 0, f"the article {source.id} names no file")
    folder = path if path.is_dir() else path.parent
    return text_of(source, folder / source.file, reach(path).read)


def read(article: Article, registry: Registry) -> Reading:
    """What the parser makes of an article."""
    from claimtrack.extract import extract_traced

    return Reading(extract_traced(article, registry), tuple(stretches(article)))


@dataclass(frozen=True, slots=True)
class Quarrels:
    """What is known of conflicts: the outcomes of each claim, by its id."""

    disputes: Disputes | None = None
    of: dict[str, list[Outcome]] = field(default_factory=dict)

    def conflicts(self, ident: str) -> list[Conflict]:
        """The conflicts of a claim, the worst first."""
        if self.disputes is None:
            return []
        return [self.disputes.conflict(outcome) for outcome in self.of.get(ident, ())]


def quarrels(path: Path, ledger: Ledger) -> Quarrels:
    """Compares the claims of a ledger, out of its index where there is one."""
    from claimtrack import conflicts
    from claimtrack.conflicts.cache import survey
    from claimtrack.ledger.files.article_texts import texts_of

    surveyed = survey(path, quiet=True)
    disputes = surveyed.disputes if surveyed else conflicts.survey(ledger, texts=texts_of(path))
    of: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in disputes.outcomes:
        if disputes.is_shown(outcome):
            for ident in outcome.claims:
                of[ident].append(outcome)
    return Quarrels(disputes, dict(of))
