"""Which two statements are two sides of one matter, by all the evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from claimtrack.conflicts.events import Links
from claimtrack.conflicts.finding import Finding
from claimtrack.conflicts.proposition import sureness
from claimtrack.conflicts.propositions.actor_evidence import actor_evidence
from claimtrack.conflicts.propositions.ceiling import AT_HAND, LONGEST_LEAD, may_come_to, scale_of
from claimtrack.conflicts.propositions.evidence import stance_evidence
from claimtrack.conflicts.propositions.nearness import same_person
from claimtrack.conflicts.propositions.utterance import Utterance, says_for
from claimtrack.conflicts.statement.statement import Statement
from claimtrack.conflicts.weights import reason, total

_NEIGHBOURS = 40
"""In an event of very many claims each is compared with so many of its article, and of others."""
_SOMEBODY_ELSE = 0.5
"""From here on two statements have one speaker, 0 to 1."""


class Match(NamedTuple):
    """Two statements, the one that is against the other second, and what speaks for that."""

    kind: str
    pair: tuple[Utterance, Utterance]
    pieces: Mapping[str, float]
    score: float

    @property
    def why(self) -> str:
        """What weighed most."""
        return reason(self.kind, self.pieces)


def match(kind: str, left: Utterance, right: Utterance, evidence: Mapping[str, float]) -> Match:
    """A pair with what its evidence comes to."""
    return Match(kind, (left, right), evidence, total(kind, evidence))


def stances(
    statements: Sequence[Utterance], links: Links, least: float = float("-inf")
) -> list[Match]:
    """Every two statements of one event as two sides, one answer to a denial marked up.

    Those that cannot come to ``least`` may be left out; nothing of the others hangs on them, as
    a partner that is better than one of these comes to it, too.
    """
    before = last_before(statements)
    ways = (_stance(left, right, before, least) for left, right in pairs(statements, links))
    return rivalling(filter(None, ways), lambda way: (id(way.pair[1]),))


def _stance(
    left: Utterance, right: Utterance, before: Mapping[int, Utterance], least: float
) -> Match | None:
    """The better of the two ways round in which one may speak against the other."""
    ways = []
    for of, against in _ways(left, right):
        if not may_come_to(least, of, against):
            continue
        pieces = stance_evidence(of, against, before.get(id(against)) is of)
        if of.statement.side * against.statement.side == -1:
            sure = sureness(of.statement, against.statement)
            if sure:
                pieces[sure] = 1.0
        ways.append(match(scale_of(of, against), of, against, pieces))
    return max(ways, key=lambda way: way.score, default=None)


def _ways(left: Utterance, right: Utterance) -> Iterator[tuple[Utterance, Utterance]]:
    """Which way round to try: where neither speaks against anything only the order of the text."""
    either = _may_be_against(left) or _may_be_against(right)
    backwards = left.statement.place == right.statement.place and left.at > right.at
    if either or not backwards:
        yield left, right
    if either or backwards:
        yield right, left


@lru_cache(maxsize=AT_HAND)
def _may_be_against(utterance: Utterance) -> bool:
    """Whether a statement shows by itself that it may speak against another one."""
    return bool(
        utterance.denies
        or utterance.denial_around
        or utterance.negated
        or utterance.statement.claim.answers
        or not utterance.signs.isdisjoint(("contrasting", "bare_denial"))
    )


def of_one_actor(kind: str, statements: Sequence[Utterance], links: Links) -> list[Match]:
    """Every two statements of one actor in two articles, the earlier article first."""
    near = tuple((place, links[place]) for place in by_place(statements))
    return rivalling(
        (
            match(kind, earlier, later, actor_evidence(earlier, later))
            for earlier, later in _told_twice(tuple(statements), near)
        ),
        lambda candidate: (id(candidate.pair[0]), id(candidate.pair[1])),
    )


@lru_cache(maxsize=1)
def _told_twice(
    statements: tuple[Utterance, ...], near: tuple[tuple[str, frozenset[str]], ...]
) -> tuple[tuple[Utterance, Utterance], ...]:
    """Pairs of one actor in two articles; two kinds of conflict ask for the same ones in turn."""
    own = (
        sorted(pair, key=_printed)
        for pair in pairs(statements, dict(near))
        if pair[0].statement.place != pair[1].statement.place
        and pair[0].advocate == pair[1].advocate
        and same_person(*pair) >= _SOMEBODY_ELSE
    )
    return tuple((earlier, later) for earlier, later in own)


def _printed(utterance: Utterance) -> tuple[str, int, str]:
    """Sort key: the day of its article, then that of saying, then the id."""
    source, statement = utterance.statement.source, utterance.statement
    day = source.published if source and source.published else ""
    return day, statement.days.last or 0, statement.claim.id


Places = Mapping[str, Sequence[Utterance]]
"""Statements by their article."""


def by_place(statements: Iterable[Utterance]) -> Places:
    """Statements sorted by their article."""
    places: dict[str, list[Utterance]] = defaultdict(list)
    for utterance in statements:
        places[utterance.statement.place].append(utterance)
    return places


def folded(
    matches: Iterable[Match], statements: Places, known: Iterable[Finding] = ()
) -> Iterator[tuple[Match, tuple[Statement, ...]]]:
    """Matches, the surest first, each with the statements that go with it; none of these again.

    Nor what goes with a finding that is ``known``.
    """
    known_pairs = {pair for each in known for pair in _pairs_of(each.ids, each.also)}
    for match in sorted(matches, key=lambda each: (-each.score, *_ids(each))):
        if frozenset(_ids(match)) in known_pairs:
            continue
        also = beside([known_pairs.statement for known_pairs in match.pair], statements)
        known_pairs.update(_pairs_of(_ids(match), also))
        yield match, also


def _pairs_of(ids: Iterable[str], also: Iterable[Statement]) -> Iterator[frozenset[str]]:
    sides = {*ids, *(statement.claim.id for statement in also)}
    return map(frozenset, combinations(sorted(sides), 2))


def _ids(candidate: Match) -> tuple[str, str]:
    left, right = (utterance.statement.claim.id for utterance in candidate.pair)
    return left, right


def beside(pair: Sequence[Statement], statements: Places) -> tuple[Statement, ...]:
    """The other statements of either actor in the sentence of a side, or in the one next to it.

    And what somebody says for the side that only denies.
    """
    ids = {statement.claim.id for statement in pair}
    near = [
        utterance
        for place in sorted({side.place for side in pair})
        for utterance in statements.get(place, ())
    ]
    sides = [utterance for utterance in near if utterance.statement.claim.id in ids]
    return tuple(
        utterance.statement
        for utterance in near
        if utterance.statement.claim.id not in ids
        and any(_is_beside(utterance, side) or _is_for(utterance, side, sides) for side in sides)
    )


def _is_for(utterance: Utterance, side: Utterance, sides: Iterable[Utterance]) -> bool:
    """Whether a statement has the words of a side that only denies, and is not the other one's."""
    return says_for(utterance, side) and not any(
        same_person(utterance, other) >= _SOMEBODY_ELSE for other in sides if other is not side
    )


def _is_beside(utterance: Utterance, side: Utterance) -> bool:
    return (
        utterance.statement.place == side.statement.place
        and min(utterance.sentence, side.sentence) >= 0
        and abs(utterance.sentence - side.sentence) <= 1
        and utterance.paragraph == side.paragraph
        and same_person(utterance, side) >= _SOMEBODY_ELSE
    )


def pairs(statements: Sequence[Utterance], links: Links) -> Iterator[tuple[Utterance, Utterance]]:
    """Statements of linked articles, and of one, two by two."""
    places = by_place(statements)
    for place, own in places.items():
        for at, left in enumerate(own):
            for right in own[at + 1 : at + _NEIGHBOURS]:
                yield left, right
        yield from _across(own, [far for far in sorted(links[place]) if place < far], places)


def _across(
    own: Sequence[Utterance], places_after: Iterable[str], places: Mapping[str, Sequence[Utterance]]
) -> Iterator[tuple[Utterance, Utterance]]:
    """Statements of two articles that share a word or a speaker, each with so many at most."""
    room = [_NEIGHBOURS] * len(own)
    for far in places_after:
        rights = places.get(far, ())
        for at, left in enumerate(own):
            for right in rights:
                if not room[at]:
                    break
                if _can_meet(left, right):
                    room[at] -= 1
                    yield left, right


def _can_meet(left: Utterance, right: Utterance) -> bool:
    """Whether anything at all ties two statements of two articles together."""
    if not (left.around.isdisjoint(right.around) and left.names.isdisjoint(right.names)):
        return True
    left_claim, right_claim = left.statement.claim, right.statement.claim
    return left_claim.id in right_claim.answers or right_claim.id in left_claim.answers


def last_before(statements: Iterable[Utterance]) -> dict[int, Utterance]:
    """For each statement the last of somebody else before it in its article, by identity."""
    places: dict[str, list[Utterance]] = defaultdict(list)
    for utterance in statements:
        if utterance.sentence >= 0:
            places[utterance.statement.place].append(utterance)
    before: dict[int, Utterance] = {}
    for own in places.values():
        own.sort(key=lambda utterance: (utterance.at, utterance.statement.claim.id))
        for at, utterance in enumerate(own):
            before.update(_before(utterance, own[:at]))
    return before


def _before(utterance: Utterance, earlier: Sequence[Utterance]) -> Iterator[tuple[int, Utterance]]:
    for candidate in reversed(earlier):
        if (
            candidate.at < utterance.at
            and candidate.statement.actors
            and same_person(candidate, utterance) < _SOMEBODY_ELSE
        ):
            yield id(utterance), candidate
            return


def rivalling(matches: Iterable[Match], keys: Callable[[Match], Iterable[Hashable]]) -> list[Match]:
    """Matches, those marked down that have a better rival for one of their keys."""
    first = list(matches)
    best: dict[Hashable, float] = defaultdict(lambda: float("-inf"))
    for each in first:
        for key in keys(each):
            best[key] = max(best[key], each.score)
    return [_marked_down(each, max(best[key] for key in keys(each))) for each in first]


def _marked_down(candidate: Match, best: float) -> Match:
    lead = min(best - candidate.score, LONGEST_LEAD)
    if lead <= 0:
        return candidate
    pieces = {**candidate.pieces, "rival": lead}
    return candidate._replace(pieces=pieces, score=total(candidate.kind, pieces))
