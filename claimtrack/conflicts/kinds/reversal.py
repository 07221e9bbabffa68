"""The same actor takes the other side later.

A body and its head are two actors: what the NATO confirms takes back nothing that its Secretary
General doubted. Of several actors named together each is bound.

"noch keine Beweise" → "bestätigte"; "dementierte" → "gab bekannt". (Another
figure of the same actor that is no growth is a reversal too; :mod:`figure` finds it.)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from claimtrack.conflicts.events import Links, of_one_event, shelve
from claimtrack.conflicts.finding import Finding
from claimtrack.conflicts.kinds.stance import VERDICT, says
from claimtrack.conflicts.kinds.voices import voices
from claimtrack.conflicts.proposition import Sureness, case_of, sureness
from claimtrack.conflicts.propositions.match import Match, by_place, folded, of_one_actor
from claimtrack.conflicts.propositions.utterance import utterances_of
from claimtrack.conflicts.statement.statement import Statement, by_day
from claimtrack.conflicts.weights import threshold

KIND = "reversal"


def find(statements: Sequence[Statement], links: Links) -> Iterator[Finding]:
    """For each actor and matter the clearest change of side."""
    clearest = list(_clearest(statements, links))
    yield from clearest
    yield from _by_evidence(statements, links, {ident for each in clearest for ident in each.ids})


def _by_evidence(
    statements: Sequence[Statement], links: Links, known: set[str]
) -> Iterator[Finding]:
    """Changes of mind by all that speaks for them, where the texts are to be had."""
    least = threshold(KIND)
    own = utterances_of(statement for statement in statements if statement.actors)
    places = by_place(own)
    turns = [
        match
        for match in of_one_actor(KIND, own, links)
        if match.score >= least
        and is_tied(match.pieces)
        and not known & {utterance.statement.claim.id for utterance in match.pair}
    ]
    once_between = _one_turn_each(folded(turns, places), _between_articles)
    for match, also in _one_turn_each(once_between, _to_what):
        before, after = (each.statement for each in match.pair)
        name = before.claim.actor or ""
        reason = (
            f"{name} turned round: {_day(before)} {says(before)}, {_day(after)} {says(after)} "
            f"({match.why})"
        )
        yield Finding(KIND, "conflict", reason, (before, after), also=also)


_TYING = frozenset({"both_direct", "admission", "denied_admitted", "kin", "exists_after_all"})
"""What ties two statements of one actor that share no word: both word for word, a confession."""
_UNTIED = frozenset({"nothing_held", "nothing_shared"})
"""Evidence that two statements and their sentences have no word in common."""
_TURN = "told_by_about_face"
"""So does the text, where it says beside the later one that its speaker has turned round."""


def is_tied(pieces: Mapping[str, float]) -> bool:
    """Whether the evidence shows that two statements of one actor speak of one thing."""
    shared = not pieces.keys() >= _UNTIED and "nothing_ties" not in pieces
    return bool(shared or _TYING & pieces.keys()) or pieces.get(_TURN, 0.0) >= 1


Turn = tuple[Match, tuple[Statement, ...]]
"""A change of mind, the earlier statement first, and the statements that go with it."""


def _between_articles(turn: Turn) -> tuple[object, ...]:
    before, after = (each.statement for each in turn[0].pair)
    return before.place, after.place, after.actors


def _to_what(turn: Turn) -> tuple[object, ...]:
    return (turn[0].pair[1].statement.claim.id,)


def _one_turn_each(
    turns: Iterable[Turn], key: Callable[[Turn], tuple[object, ...]]
) -> Iterator[Turn]:
    """Of all changes of mind with one key the surest, with the others.

    Who says in May that he lied has turned round once, whatever he had said in March and April.
    """
    groups: dict[tuple[object, ...], list[Turn]] = defaultdict(list)
    for turn in sorted(turns, key=lambda turn: -turn[0].score):
        groups[key(turn)].append(turn)
    for (surest, also), *fainter in groups.values():
        sides = [each.statement for match, _ in fainter for each in match.pair]
        sides += [statement for _, beside in fainter for statement in beside]
        own = {each.statement.claim.id for each in surest.pair}
        beside_it = {each.claim.id: each for each in (*also, *sides) if each.claim.id not in own}
        yield surest, tuple(beside_it.values())


def _clearest(statements: Sequence[Statement], links: Links) -> Iterator[Finding]:
    """For each actor and matter the clearest change of side that words show to be one."""
    best: dict[tuple[str, ...], tuple[int, Finding]] = {}
    for name, before, after in _turns(statements, links):
        sure = sureness(before, after)
        if sure is None:
            continue
        score = 2 * (sure == "surely") + (after.claim.stance in ("confirms", "announces", "denies"))
        key = _course(name, before)
        if key not in best or score > best[key][0]:
            best[key] = (score, _finding(name, before, after, sure))
    yield from (finding for _, finding in best.values())


def ties(statement: Statement) -> Iterator[tuple[str, ...]]:
    """Who may have changed sides, and on what: one change of each is kept."""
    if statement.side and statement.days.last:
        yield from (_course(name, statement) for name in sorted(voices(statement)))


def _course(name: str, statement: Statement) -> tuple[str, ...]:
    return (name, *case_of(statement))


def _turns(
    statements: Sequence[Statement], links: Links
) -> Iterator[tuple[str, Statement, Statement]]:
    """Pairs of one actor on two sides, the earlier one first; to blame others is no side."""
    opposing = _by_voice(statements, -1)
    shelves = {
        name: shelve((statement, statement) for statement in spoken)
        for name, spoken in (_by_voice(statements, 1) if opposing else {}).items()
        if name in opposing
    }
    for name, spoken in sorted(opposing.items()):
        if name in shelves:
            for against in spoken:
                for of in of_one_event(against, shelves[name], links):
                    if against.days.last != of.days.last and of.claim.stance != "accuses":
                        before, after = sorted((against, of), key=by_day)
                        yield name, before, after


def _by_voice(statements: Sequence[Statement], side: int) -> dict[str, list[Statement]]:
    spoken: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.side == side and statement.days.last:
            for name in sorted(voices(statement)):
                spoken[name].append(statement)
    return spoken


def _finding(name: str, before: Statement, after: Statement, sure: Sureness) -> Finding:
    reason = f"{name} changed sides: {_day(before)} {says(before)}, {_day(after)} {says(after)}"
    if sure == "probably":
        reason += "; that both mean the same is likely, not sure"
    return Finding(KIND, VERDICT[sure], reason, (before, after))


def _day(statement: Statement) -> str:
    """The day of a statement; "by" where it may have been made before."""
    first, last = statement.days.first, statement.days.last
    if last is None:
        return "on an unknown day"
    return f"{'on' if first == last else 'by'} {date.fromordinal(last).isoformat()}"
