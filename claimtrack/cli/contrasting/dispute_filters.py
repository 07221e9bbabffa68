"""Which conflicts are asked for: filters of the pair, and of the claims on its sides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from claimtrack.analysis.filters import Filters, days, folded, predicates
from claimtrack.cli import opening
from claimtrack.cli.arguments import choosing
from claimtrack.cli.failure import one_of
from claimtrack.model import STATUSES, Claim, Ledger

if TYPE_CHECKING:
    from claimtrack.conflicts.results.disputes import Cited, Disputes
    from claimtrack.conflicts.results.outcome import Outcome

Words = tuple[str, ...]
Test = Callable[["Outcome"], bool]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks for; ``whole`` also wants what is quiet otherwise.

    ``since_last`` wants only what no run of this ledger has shown so far, ``limit`` the first so
    many questions.
    """

    kinds: Words = ()
    verdicts: Words = ()
    topics: Words = ()
    actors: Words = ()
    articles: Words = ()
    outlets: Words = ()
    statuses: Words = ()
    tags: Words = ()
    since: str | None = None
    until: str | None = None
    since_last: bool = False
    limit: int | None = None
    whole: bool = False

    @property
    def wants_quiet(self) -> bool:
        """Whether what is no contradiction is wanted: by ``--all``, or where verdicts are named."""
        return self.whole or bool(self.verdicts)

    @property
    def of_claims(self) -> bool:
        """Whether the claims of a pair have to be looked at to choose it."""
        names = (self.actors, self.articles, self.outlets, self.statuses, self.tags)
        return any(names) or self.since is not None or self.until is not None

    @property
    def narrows(self) -> bool:
        """Whether a filter was given at all."""
        return self.of_claims or any((self.kinds, self.verdicts, self.topics))


def check(request: Asked) -> None:
    """Raises Failure for a word that is none of its closed list, or a day that is none."""
    from claimtrack.conflicts import KINDS
    from claimtrack.conflicts.verdicts import RULINGS

    closed = {
        "--kind": (request.kinds, KINDS),
        "--verdict": (request.verdicts, RULINGS),
        "--status": (request.statuses, STATUSES),
    }
    for option, (typed, known) in closed.items():
        for word in typed:
            one_of(word, known, option)
    choosing.first_day(request.since, "--since")
    choosing.last_day(request.until, "--until")


def wanted(every: Disputes, ledger: Ledger, request: Asked) -> Test:
    """By kind, verdict, topic or heading of the pair; by one of its claims; by their days."""
    tests = [*_of_pairs(every, request)]
    if request.of_claims:
        tests += _of_claims(every, ledger, request)
    return lambda outcome: all(test(outcome) for test in tests)


def _of_pairs(every: Disputes, request: Asked) -> Sequence[Test]:
    topics = [folded(topic) for topic in request.topics]

    def topic(outcome: Outcome) -> bool:
        heading = folded(f"{outcome.topic or ''} · {every.event(outcome) or ''}")
        return any(typed in heading for typed in topics)

    tests: list[Test] = []
    if request.kinds:
        tests.append(lambda outcome: outcome.kind in request.kinds)
    if request.verdicts:
        tests.append(lambda outcome: every.verdict(outcome) in request.verdicts)
    if topics:
        tests.append(topic)
    return tests


def _of_claims(every: Disputes, ledger: Ledger, request: Asked) -> Sequence[Test]:
    """One side passes all that is asked of a claim; the later one is of ``since`` or later, both
    of ``until`` or earlier.
    """
    side = _side(ledger, request)
    first = choosing.first_day(request.since, "--since")
    last = choosing.last_day(request.until, "--until")

    def sides(outcome: Outcome) -> list[Cited]:
        return [every.cite(ident) for ident in outcome.claims]

    return [
        lambda outcome: any(map(side, sides(outcome))),
        lambda outcome: first is None or any(_from(cited.claim, first) for cited in sides(outcome)),
        lambda outcome: last is None or all(_to(cited.claim, last) for cited in sides(outcome)),
    ]


def _side(ledger: Ledger, request: Asked) -> Callable[[Cited], bool]:
    claim = Filters(actor=request.actors, status=request.statuses, tag=request.tags)
    tests = [*predicates(claim, opening.known(ledger)).values()]
    articles, outlets = (
        [folded(word) for word in typed] for typed in (request.articles, request.outlets)
    )

    def passes(cited: Cited) -> bool:
        outlet = folded((cited.source.outlet if cited.source else None) or "")
        article = folded(cited.claim.article or "")
        return (
            all(test(cited.claim) for test in tests)
            and (not articles or any(word in article or word == outlet for word in articles))
            and (not outlets or any(outlet and word in outlet for word in outlets))
        )

    return passes


def _from(claim: Claim, first: date) -> bool:
    when = days(claim)
    return when is not None and when.last is not None and when.last >= first


def _to(claim: Claim, last: date) -> bool:
    when = days(claim)
    return when is not None and (when.first or when.last or date.max) <= last


def first_questions(chosen: Sequence[Outcome], every: Disputes, limit: int | None) -> list[Outcome]:
    """The pairs of the first so many questions; a block is one, and so is a pair in none."""
    if limit is None:
        return [*chosen]
    questions: set[object] = set()
    shown = []
    for outcome in chosen:
        questions.add(every.block(outcome) or outcome.pair)
        if len(questions) > limit:
            break
        shown.append(outcome)
    return shown
