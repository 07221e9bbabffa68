"""Who stands behind a side: each independent origin once, by a name that people know it by."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.about.origin import is_anonymous, key
from claimtrack.conflicts.statement.statement import Statement


def named(statements: Iterable[Statement]) -> tuple[str, ...]:
    """The names of the independent origins of some statements, in their order, each once.

    Who belongs to a body that says the same itself speaks for it: the minister beside his state is
    no second origin. Two ministers whose state is silent are two.
    """
    statements = [*statements]
    speaking = {name for statement in statements for name in statement.actors}
    names: dict[str, str] = {}
    for statement in statements:
        spoken_for = sorted(statement.speaks_for & speaking)
        origin = key(spoken_for[0]) if spoken_for else statement.origin
        names.setdefault(origin, name_of(statement))
    return tuple(names.values())


def name_of(statement: Statement) -> str:
    """The far end of a statement's chain, as its article names it.

    "Experten" who are nobody in particular stand with who heard them: "Experten (Kurier)".
    """
    claim, source = statement.claim, statement.source
    known = [name for name in claim.cites if not is_anonymous(name)]
    if known:
        return known[-1]
    if claim.actors and not all(map(is_anonymous, claim.actors)):
        return " und ".join(claim.actors)
    heard = (*claim.via[::-1], *(source.agencies if source else ()))
    paper = next(iter(heard), None) or (source.outlet if source else None) or claim.article
    who = claim.actors[0] if claim.actors else "(nobody named)"
    return f"{who} ({paper})" if paper else who
