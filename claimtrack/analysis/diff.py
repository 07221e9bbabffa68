"""Two sets of claims side by side: what both have, what one has alone, where they differ.

The sets may be two articles, all articles of two outlets, two ledgers: they are only claims here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from claimtrack.about.origin import is_anonymous, key
from claimtrack.analysis.claim_diff import Difference, differences, is_one
from claimtrack.analysis.facing import RANK, Facing
from claimtrack.analysis.pairing import best_pairs
from claimtrack.conflicts.statement.content import gist_of
from claimtrack.conflicts.statement.side import NEGATIVE, side
from claimtrack.lexicon.concepts import COUNTABLE, senses
from claimtrack.lexicon.stems import likeness
from claimtrack.model import Claim, Figure, Source

Who = Callable[[str], str]
"""A name to the one name of its actor."""

_CANDIDATES = 12
"""So many claims of the other side, those that share most, are weighed against each claim."""
_COMMON = 200
"""A word in more claims than this points to none of them."""
_ALIKE, _ALIKE_WITHOUT_ACTOR = 0.4, 0.75
"""How alike the words of one claim must be (0 to 1) where an actor is the same; where nobody is."""
_FIGURE = 0.2
"""By so much less alike where both have one figure, which counts for so much in turn."""
_SAME_ID = 2.0
"""What an id on both sides counts for: more than anything else."""


@dataclass(frozen=True, slots=True)
class Match:
    """The same claim on both sides; ``score`` grows with what they share.

    ``agencies`` are those whose reports both articles print: what they tell may be one report.
    """

    a: Claim
    b: Claim
    score: float
    differences: tuple[Difference, ...]
    agencies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Diff:
    """What two sets of claims share and what they do not, in the order of the sets.

    ``faced`` are claims that say something else on the same thing; they are not among the others.
    """

    matched: tuple[Match, ...]
    only_a: tuple[Claim, ...]
    only_b: tuple[Claim, ...]
    faced: tuple[Facing, ...] = ()

    @property
    def differing(self) -> tuple[Match, ...]:
        """The matches that differ in more than their wording, or in it between two versions."""
        return tuple(
            match
            for match in self.matched
            if any(
                difference.field != "wording" or is_one(match.a, match.b)
                for difference in match.differences
            )
        )


class _Gist(NamedTuple):
    claim: Claim
    words: frozenset[str]
    chain: frozenset[str]
    figures: frozenset[tuple[object, ...]]
    named: bool
    side: int


def diff(
    claims_a: Iterable[Claim], claims_b: Iterable[Claim], who: Who = lambda name: name
) -> Diff:
    """Match two sets of claims one to one and say what differs.

    Two claims can be one when an actor, or whom they cite, is the same and their words are alike,
    or when both name nobody in particular and their words are nearly the same, and when neither
    denies what the other says; a claim with the same id on both sides is itself. Of all such
    pairings the one that shares most in sum is taken.
    """
    a, b = [_gist(each, who) for each in claims_a], [_gist(each, who) for each in claims_b]
    scores = dict(_scores(a, b))
    pairs = best_pairs(scores)
    matched = tuple(
        Match(a[i].claim, b[j].claim, scores[i, j], tuple(differences(a[i].claim, b[j].claim)))
        for i, j in pairs
    )
    in_a, in_b = {i for i, _ in pairs}, {j for _, j in pairs}
    return Diff(
        matched,
        tuple(each.claim for i, each in enumerate(a) if i not in in_a),
        tuple(each.claim for j, each in enumerate(b) if j not in in_b),
    )


def face(compared: Diff, facings: Iterable[Facing]) -> Diff:
    """A diff in which claims that only one side has stand beside others on the same thing.

    Each claim faces one other at most: of all pairings the one that tells most is taken.
    """
    places_a = {claim.id: at for at, claim in enumerate(compared.only_a)}
    places_b = {claim.id: at for at, claim in enumerate(compared.only_b)}
    best: dict[tuple[int, int], Facing] = {}
    for facing in facings:
        if facing.a.id in places_a and facing.b.id in places_b and facing.verdict in RANK:
            at = places_a[facing.a.id], places_b[facing.b.id]
            if at not in best or _telling(facing) > _telling(best[at]):
                best[at] = facing
    pairs = best_pairs({at: _telling(pair) for at, pair in best.items()})
    in_a, in_b = {i for i, _ in pairs}, {j for _, j in pairs}
    return replace(
        compared,
        faced=tuple(best[at] for at in pairs),
        only_a=tuple(claim for i, claim in enumerate(compared.only_a) if i not in in_a),
        only_b=tuple(claim for j, claim in enumerate(compared.only_b) if j not in in_b),
    )


def _telling(facing: Facing) -> float:
    return float(len(RANK) - RANK.index(facing.verdict))


def shared_agencies(a: Iterable[Source], b: Iterable[Source]) -> tuple[str, ...]:
    """The agencies that both sides are made of: what both have may be one report, copied.

    An article that stands on both sides shares nothing with itself.
    """
    printed_a = {(name, source.id) for source in a for name in source.agencies}
    printed_b = {(name, source.id) for source in b for name in source.agencies}
    names_a, names_b = (
        {name for name, _ in names} for names in (printed_a - printed_b, printed_b - printed_a)
    )
    return tuple(sorted(names_a & names_b))


def copied(compared: Diff, a: Iterable[Source], b: Iterable[Source]) -> Diff:
    """A diff in which each match names the agencies that both its articles print."""
    sources_a, sources_b = ({source.id: source for source in sources} for sources in (a, b))

    def shared(match: Match) -> tuple[str, ...]:
        source_a, source_b = (
            sources_a.get(match.a.article or ""),
            sources_b.get(match.b.article or ""),
        )
        return shared_agencies([source_a], [source_b]) if source_a and source_b else ()

    return replace(
        compared,
        matched=tuple(replace(match, agencies=shared(match)) for match in compared.matched),
    )


def _gist(claim: Claim, who: Who) -> _Gist:
    counted = frozenset((_head(figure), figure.near or figure.text) for figure in claim.figures)
    named = any(not is_anonymous(name) for name in claim.actors)
    chain = frozenset(key(who(name)) for name in (*claim.actors, *claim.cites))
    return _Gist(claim, frozenset(gist_of(senses(claim.words))), chain, counted, named, side(claim))


def _head(figure: Figure) -> str:
    """What a figure counts, as a concept where it is one: officers are soldiers."""
    for word in senses(figure.what or ""):
        concept = word.concept(COUNTABLE)
        if concept or word.word[:1].isupper():
            return concept.population if concept else word.stem
    return ""


def _scores(a: Sequence[_Gist], b: Sequence[_Gist]) -> Iterator[tuple[tuple[int, int], float]]:
    index: dict[str, list[int]] = defaultdict(list)
    for j, right in enumerate(b):
        index[f"id {right.claim.id}"].append(j)
        for word in right.words:
            index[word].append(j)
    for i, left in enumerate(a):
        shared = Counter(j for word in left.words if len(index.get(word, ())) <= _COMMON
                         for j in index.get(word, ()))  # fmt: skip
        near = {j for j, _ in shared.most_common(_CANDIDATES)}
        for j in near.union(index.get(f"id {left.claim.id}", ())):
            score = _score(left, b[j])
            if score:
                yield (i, j), score


def _score(left: _Gist, right: _Gist) -> float:
    """How far two claims are one: their words, the same number, the same actor; 0 when not."""
    alike = likeness(left.words, right.words)
    if is_one(left.claim, right.claim):
        return _SAME_ID + alike
    one_voice = bool(left.chain & right.chain)
    if _are_opposed(left, right) or (not one_voice and (left.named or right.named)):
        return 0.0
    same_figure = bool(left.figures & right.figures)
    needed = (_ALIKE if one_voice else _ALIKE_WITHOUT_ACTOR) - _FIGURE * same_figure
    return alike + 0.5 * one_voice + _FIGURE * same_figure if alike >= needed else 0.0


def _are_opposed(left: _Gist, right: _Gist) -> bool:
    """Whether one denies what the other says, by what they do or by a "kein" in their words."""
    denies = left.claim.stance in NEGATIVE, right.claim.stance in NEGATIVE
    return denies[0] != denies[1] or left.side * right.side == -1
