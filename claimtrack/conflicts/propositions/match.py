"""Which two statements are two sides of one matter, by all the evidence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from claimtrack.conflicts.events import Links
from claimtrack.conflicts.finding import Finding
from claimtrack.conflicts.proposition import sureness
from claimtrack.conflicts.propositions.actor_evidence import actor_evidence
from claimtrack.conflicts.propositions.ceiling import LONGEST_LEAD, may_come_to
from claimtrack.conflicts.propositions.evidence import same_person, stance_evidence
from claimtrack.conflicts.propositions.told import Told
from claimtrack.conflicts.statement.statement import Statement
from claimtrack.conflicts.weights import reason, total

_NEIGHBOURS = 40
"""In an event of very many claims each is compared with so many of its article, and of others."""
_SOMEBODY_ELSE = 0.5
"""From here on two statements have one speaker, 0 to 1."""


@dataclass(frozen=True, slots=True, eq=False)
class Match:
    """Two statements, the one that is against the other second, and what speaks for that."""

    kind: str
    pair: tuple[Told, Told]
    told: Mapping[str, float]
    score: float

    @property
    def why(self) -> str:
        """What weighed most."""
        return reason(self.kind, self.told)


def match(kind: str, one: Told, other: Told, evidence: Mapping[str, float]) -> Match:
    """A pair with what its evidence comes to."""
    return Match(kind, (one, other), evidence, total(kind, evidence))


def stances(statements: Sequence[Told], links: Links, least: float = float("-inf")) -> list[Match]:
    """Every two statements of one event as two sides, one answer to a denial marked up.

    Those that cannot come to ``least`` may be left out; nothing of the others hangs on them, as
    a partner that is better than one of these comes to it, too.
    """
    before = last_before(statements)
    ways = (_stance(one, other, before, least) for one, other in pairs(statements, links))
    return rivalling(filter(None, ways), lambda found: (id(found.pair[1]),))


def _stance(one: Told, other: Told, before: Mapping[int, Told], least: float) -> Match | None:
    """The better of the two ways round in which one may speak against the other."""
    ways = []
    for of, against in _ways(one, other):
        if not may_come_to(least, of, against):
            continue
        told = stance_evidence(of, against, before.get(id(against)) is of)
        if of.statement.side * against.statement.side == -1:
            sure = sureness(of.statement, against.statement)
            if sure:
                told[sure] = 1.0
        ways.append(match("stance", of, against, told))
    return max(ways, key=lambda way: way.score, default=None)


def _ways(one: Told, other: Told) -> Iterator[tuple[Told, Told]]:
    """Which way round to try: where neither speaks against anything only the order of the text."""
    signs = ("contrasting", "bare_denial")
    either = any(
        told.denies or told.denial_around or told.negated or told.statement.claim.answers
        or any(sign in told.signs for sign in signs)
        for told in (one, other)
    )  # fmt: skip
    backwards = one.statement.place == other.statement.place and one.at > other.at
    if either or not backwards:
        yield one, other
    if either or backwards:
        yield other, one


def of_one_actor(kind: str, statements: Sequence[Told], links: Links) -> list[Match]:
    """Every two statements of one actor in two articles, the earlier article first."""
    own = (
        sorted(pair, key=_printed)
        for pair in pairs(statements, links)
        if pair[0].statement.place != pair[1].statement.place
        and same_person(*pair) >= _SOMEBODY_ELSE
        and pair[0].advocate == pair[1].advocate
    )
    return rivalling(
        (match(kind, one, other, actor_evidence(one, other)) for one, other in own),
        lambda found: (id(found.pair[0]), id(found.pair[1])),
    )


def _printed(told: Told) -> tuple[str, int, str]:
    """Sort key: the day of its article, then that of saying, then the id."""
    source, statement = told.statement.source, told.statement
    day = source.published if source and source.published else ""
    return day, statement.days.last or 0, statement.claim.id


Places = Mapping[str, Sequence[Told]]
"""Statements by their article."""


def by_place(statements: Iterable[Told]) -> Places:
    """Statements sorted by their article."""
    places: dict[str, list[Told]] = defaultdict(list)
    for told in statements:
        places[told.statement.place].append(told)
    return places


def folded(
    found: Iterable[Match], statements: Places, known: Iterable[Finding] = ()
) -> Iterator[tuple[Match, tuple[Statement, ...]]]:
    """Matches, the surest first, each with the statements that go with it; none of these again.

    Nor what goes with a finding that is ``known``.
    """
    told = {pair for each in known for pair in _pairs_of(each.ids, each.also)}
    for match in sorted(found, key=lambda each: (-each.score, *_ids(each))):
        if frozenset(_ids(match)) in told:
            continue
        also = beside([told.statement for told in match.pair], statements)
        told.update(_pairs_of(_ids(match), also))
        yield match, also


def _pairs_of(ids: Iterable[str], also: Iterable[Statement]) -> Iterator[frozenset[str]]:
    sides = {*ids, *(statement.claim.id for statement in also)}
    return map(frozenset, combinations(sorted(sides), 2))


def _ids(found: Match) -> tuple[str, str]:
    one, other = (told.statement.claim.id for told in found.pair)
    return one, other


def beside(pair: Sequence[Statement], statements: Places) -> tuple[Statement, ...]:
    """The other statements of either actor in the sentence of a side, or in the one next to it."""
    ids = {statement.claim.id for statement in pair}
    near = [
        told for place in sorted({one.place for one in pair}) for told in statements.get(place, ())
    ]
    sides = [told for told in near if told.statement.claim.id in ids]
    return tuple(
        told.statement
        for told in near
        if told.statement.claim.id not in ids and any(_is_beside(told, one) for one in sides)
    )


def _is_beside(told: Told, one: Told) -> bool:
    return (
        told.statement.place == one.statement.place
        and min(told.sentence, one.sentence) >= 0
        and abs(told.sentence - one.sentence) <= 1
        and told.paragraph == one.paragraph
        and same_person(told, one) >= _SOMEBODY_ELSE
    )


def pairs(statements: Sequence[Told], links: Links) -> Iterator[tuple[Told, Told]]:
    """Statements of linked articles, and of one, two by two."""
    places = by_place(statements)
    for place, own in places.items():
        for at, one in enumerate(own):
            for other in own[at + 1 : at + _NEIGHBOURS]:
                yield one, other
        yield from _across(own, [far for far in sorted(links[place]) if place < far], places)


def _across(
    own: Sequence[Told], others: Iterable[str], places: Mapping[str, Sequence[Told]]
) -> Iterator[tuple[Told, Told]]:
    """Statements of two articles that share a word or a speaker, each with so many at most."""
    met: Counter[int] = Counter()
    for far in others:
        for one in own:
            for other in places.get(far, ()):
                if met[id(one)] >= _NEIGHBOURS:
                    break
                if _can_meet(one, other):
                    met[id(one)] += 1
                    yield one, other


def _can_meet(one: Told, other: Told) -> bool:
    """Whether anything at all ties two statements of two articles together."""
    if one.around & other.around or one.names & other.names:
        return True
    mine, theirs = one.statement.claim, other.statement.claim
    return mine.id in theirs.answers or theirs.id in mine.answers


def last_before(statements: Iterable[Told]) -> dict[int, Told]:
    """For each statement the last of somebody else before it in its article, by identity."""
    places: dict[str, list[Told]] = defaultdict(list)
    for told in statements:
        if told.sentence >= 0:
            places[told.statement.place].append(told)
    found: dict[int, Told] = {}
    for own in places.values():
        own.sort(key=lambda told: (told.at, told.statement.claim.id))
        for at, told in enumerate(own):
            found.update(_before(told, own[:at]))
    return found


def _before(told: Told, earlier: Sequence[Told]) -> Iterator[tuple[int, Told]]:
    for one in reversed(earlier):
        if one.at < told.at and one.statement.actors and same_person(one, told) < _SOMEBODY_ELSE:
            yield id(told), one
            return


def rivalling(found: Iterable[Match], keys: Callable[[Match], Iterable[Hashable]]) -> list[Match]:
    """Matches, those marked down that have a better rival for one of their keys."""
    first = list(found)
    best: dict[Hashable, float] = defaultdict(lambda: float("-inf"))
    for each in first:
        for key in keys(each):
            best[key] = max(best[key], each.score)
    return [_marked_down(each, max(best[key] for key in keys(each))) for each in first]


def _marked_down(found: Match, best: float) -> Match:
    lead = min(best - found.score, LONGEST_LEAD)
    if lead <= 0:
        return found
    told = {**found.told, "rival": lead}
    return replace(found, told=told, score=total(found.kind, told))
