"""The mood of clauses: where the Konjunktiv reports, and which clause in the indicative governs."""

from __future__ import annotations

from claimtrack.german.clauses import Clause


def konjunktiv(clause: Clause) -> bool:
    """Whether the finite verb of a clause is surely in the Konjunktiv."""
    return clause.predicate is not None and clause.predicate.konjunktiv


def indicative(clause: Clause) -> bool:
    """Whether a clause has verbs of its own that are not surely in the Konjunktiv."""
    return clause.predicate is not None and not clause.predicate.konjunktiv


def main_before(clauses: list[Clause], i: int) -> int | None:
    """The nearest main clause before clause ``i`` that is told, not reported; None if none is."""
    told = (j for j in range(i - 1, -1, -1) if clauses[j].kind == "main" and indicative(clauses[j]))
    return next(told, None)


def tells_on(clause: Clause) -> bool:
    """Whether a main clause behind "und" tells on: "…, und ging", not "… und werde gehen"."""
    return clause.kind == "main" and clause.before == "und" and not konjunktiv(clause)
