"""The same actor takes the other side later, or gives another figure that is no growth.

A body is bound by those who speak for it: the NATO confirms what its Secretary General doubted.

"noch keine Beweise" → "bestätigte"; "dementierte" → "gab bekannt".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from claimtrack.concepts import senses
from claimtrack.conflicts import figure
from claimtrack.conflicts.links import Links
from claimtrack.conflicts.proposition import Sureness, one_event, sureness
from claimtrack.conflicts.stance import VERDICT, says
from claimtrack.conflicts.statements import Statement, by_day
from claimtrack.conflicts.values import SHOWN, Finding
from claimtrack.origin import is_anonymous

KIND = "reversal"


def find(statements: Sequence[Statement], links: Links) -> Iterator[Finding]:
    """For each actor and matter the clearest change of side; and every figure taken back."""
    best: dict[tuple[str, str], tuple[int, Finding]] = {}
    for name, before, after in _turns(statements, links):
        sure = sureness(before, after)
        if sure is None:
            continue
        score = 2 * (sure == "surely") + (after.claim.stance in ("confirms", "announces", "denies"))
        key = (name, before.matters[0].name if before.matters else "")
        if key not in best or score > best[key][0]:
            best[key] = (score, _finding(name, before, after, sure))
    yield from (found for _, found in best.values())
    yield from _figures(statements, links)


def _turns(
    statements: Sequence[Statement], links: Links
) -> Iterator[tuple[str, Statement, Statement]]:
    """Pairs of one actor on two sides, the earlier one first."""
    sides: dict[str, dict[int, list[Statement]]] = defaultdict(lambda: {1: [], -1: []})
    for statement in statements:
        if statement.side and statement.days.last:
            for name in _voices(statement):
                sides[name][statement.side].append(statement)
    for name, both in sides.items():
        for against in both[-1]:
            for of in both[1]:
                if against.days.last == of.days.last or not one_event(against, of, links):
                    continue
                if name in _own(against) | _own(of):
                    before, after = sorted((against, of), key=by_day)
                    yield name, before, after


def _own(statement: Statement) -> set[str]:
    """Who speaks: the actors, and the state that "offizielle Quellen in Nordkorea" speak for."""
    voices = {name for name in statement.actors if not is_anonymous(name)}
    for name in statement.claim.actors:
        if is_anonymous(name) and name.lower().startswith(("offiziell", "amtlich", "regierung")):
            voices |= {word.nation for word in senses(name) if word.nation}
    return voices


def _voices(statement: Statement) -> set[str]:
    """Those who are bound by what is said: who speaks, and the body or state they belong to."""
    return _own(statement) | statement.bodies


def _finding(name: str, before: Statement, after: Statement, sure: Sureness) -> Finding:
    reason = (
        f"{name} changed sides: on {_day(before)} {says(before)}, on {_day(after)} {says(after)}"
    )
    if sure == "probably":
        reason += "; that both mean the same is likely, not sure"
    return Finding(KIND, VERDICT[sure], reason, (before, after))


def _day(statement: Statement) -> str:
    last = statement.days.last
    return date.fromordinal(last).isoformat() if last else "an unknown day"


def _figures(statements: Sequence[Statement], links: Links) -> Iterator[Finding]:
    for found in figure.find(statements, links):
        before, after = found.pair
        one_actor = set(before.actors) & set(after.actors)
        if one_actor and found.verdict in SHOWN and before.days.last != after.days.last:
            yield replace(found, kind=KIND)
