"""How much each piece of evidence weighs, and what it is called: ``evidence.tsv``.

Within an article a text ties two statements together by where they stand; across two articles only
their words do, so that these weigh otherwise there. What weighs otherwise has a row of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from operator import mul
from typing import NamedTuple

from claimtrack import lexicon

_TOLD = 3
"""So many pieces of evidence are named in a reason, on each side."""


ACROSS = "_across"
"""Behind the kind of a conflict: the weights of two statements of two articles."""


class Weight(NamedTuple):
    """What a piece of evidence weighs, and its words for a reason; none for what says little."""

    weight: float
    words: str


def scale(kind: str, one_article: bool) -> str:
    """The name of the weights for two statements of one article, or of two."""
    return kind if one_article else kind + ACROSS


@cache
def weights(scale: str) -> Mapping[str, Weight]:
    """The weights of a scale by the name of the evidence."""
    rows = [
        row for row in lexicon.table("evidence") if row[0] in (scale.removesuffix(ACROSS), scale)
    ]
    rows.sort(key=lambda row: row[0])
    return {name: Weight(float(weight), words.strip("-")) for _, name, weight, words in rows}


@cache
def _numbers(kind: str) -> Mapping[str, float]:
    return {name: each.weight for name, each in weights(kind).items()}


def total(kind: str, pieces: Mapping[str, float]) -> float:
    """What some pieces of evidence come to, from where nothing is known of a pair."""
    numbers = _numbers(kind)
    weighed: float = sum(map(mul, map(numbers.__getitem__, pieces), pieces.values()))
    return numbers["start"] + weighed


def threshold(kind: str) -> float:
    """From here on a pair is shown."""
    return weights(kind)["shown"].weight


def possible(kind: str) -> float:
    """From here on a pair may be one, and is listed when all are asked for."""
    return weights(kind)["possible"].weight


def reason(kind: str, pieces: Mapping[str, float]) -> str:
    """What weighed most for and against, in words, the heaviest first; "" where nothing did."""
    table = weights(kind)
    heavy = sorted(
        ((table[name].weight * much, table[name].words) for name, much in pieces.items()),
        key=lambda piece: (-abs(piece[0]), piece[1]),
    )
    for_it = [words for weight, words in heavy if weight > 0 and words][:_TOLD]
    against = [words for weight, words in heavy if weight < 0 and words][:_TOLD]
    parts = (
        f"for one thing: {', '.join(for_it)}" if for_it else "",
        f"against it: {', '.join(against)}" if against else "",
    )
    return "; ".join(filter(None, parts))
