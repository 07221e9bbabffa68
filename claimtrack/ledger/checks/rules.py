"""What is wrong with a ledger beyond its format, a rule to a function.

A rule yields its findings, each with its place, and stops at nothing. There are rules on entries,
on claims, which are gone through once, and on rulings, which name claims.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from claimtrack.ids import ruling_stamp
from claimtrack.ledger.checks.checked_ledger import Case, Finding, Located
from claimtrack.ledger.checks.claim_rules import CLAIM_RULES
from claimtrack.ledger.checks.entry_rules import ENTRY_RULES
from claimtrack.ledger.format.entries import RulingEntry
from claimtrack.ledger.format.validation_messages import nearest

Stamps = Mapping[str, str]
"""The stamps of claims that a ruling names, by their ids."""


def findings(case: Case) -> Iterator[Finding]:
    """All that the rules find, rule by rule."""
    for entries in ENTRY_RULES:
        yield from entries(case)
    tests = [rule(case) for rule in CLAIM_RULES]
    ruled = {ident for ruling in case.book.ledger.rulings for ident in ruling.claims}
    stamps: dict[str, str] = {}
    answering: list[Located] = []
    for held in case.claims():
        for test in tests:
            yield from test(held)
        if held.claim.id in ruled:
            stamps[held.claim.id] = ruling_stamp(held.claim)
        answering += [held] if held.claim.answers else []
    yield from unknown_answer(case, answering)
    for rulings in RULING_RULES:
        yield from rulings(case, stamps)


def unknown_answer(case: Case, answering: Iterable[Located]) -> Iterator[Finding]:
    """A claim that speaks to one that is not there, or to itself."""
    near = nearest(case.ids)
    for held in answering:
        for index, ident in enumerate(held.claim.answers):
            path = ("answers", index)
            if ident == held.claim.id:
                message, code = "a claim cannot answer itself", "own-answer"
                yield held.trouble(message, code, *path, severity="warning")
            elif ident not in case.ids and ident not in case.aside:
                hint = near(ident)
                message = f"no claim “{ident}”"
                yield held.trouble(message, "unknown-answer", *path, hint=hint, severity="warning")


def unknown_claim(case: Case, _: Stamps) -> Iterator[Finding]:
    """A ruling on a claim that is not there."""
    near = nearest(case.ids)
    for ruling in case.book.rulings:
        assert isinstance(ruling.value, RulingEntry)
        for index, ident in enumerate(ruling.value.claims):
            if ident not in case.ids and ident not in case.aside:
                hint = near(ident)
                message = f"no claim “{ident}”"
                yield Finding(
                    ruling, ruling.trouble(message, "unknown-claim", "claims", index, hint=hint)
                )


def stale_ruling(case: Case, stamps: Stamps) -> Iterator[Finding]:
    """A ruling whose claims say something else than when it was made."""
    for ruling in case.book.rulings:
        assert isinstance(ruling.value, RulingEntry)
        for index, (ident, noted) in enumerate(
            zip(ruling.value.claims, ruling.value.stamps, strict=False)
        ):
            if ident in stamps and stamps[ident] != noted:
                hint = f"review it; then put {stamps[ident]} in its “as”"
                message = f"“{ident}” has changed since this was decided"
                trouble = ruling.trouble(message, "stale-ruling", "claims", index, hint=hint)
                yield Finding(ruling, trouble, "warning")


RULING_RULES: tuple[Callable[[Case, Stamps], Iterable[Finding]], ...] = (
    unknown_claim,
    stale_ruling,
)
