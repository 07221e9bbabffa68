"""The most that two statements can come to as two sides, by what is quickly known of them.

In an event of many claims nearly all pairs stay far below what is shown. A pair whose ceiling is
lower than that need not be weighed: no piece of evidence that may still come lifts it there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from claimtrack.about.terms import alike, held
from claimtrack.conflicts.propositions.evidence import place
from claimtrack.conflicts.propositions.nearness import is_near, opposed, same_person
from claimtrack.conflicts.propositions.replies import (
    RESUMING,
    is_earlier,
    is_said_otherwise,
    resuming,
    speaks_for_himself,
)
from claimtrack.conflicts.propositions.utterance import Utterance
from claimtrack.conflicts.weights import scale, weights

LONGEST_LEAD = 4.0
"""A better partner counts no more than this."""
AT_HAND = 1 << 12
"""So many statements are remembered while each is held against many others."""
_ROUNDING = 1e-6
"""Sums of the same numbers in another order differ by less."""
_ONLY_WITH = {
    "answer": ("answers", "set_against"),
    "denial": (
        "denies",
        "denies_held",
        "both_deny",
        "denies_nearest",
        "points_back",
        "spoken_of_denies",
    ),
    "denial_around": ("denial_around",),
    "negation": ("negation_differs", "negation_held", "both_negated_held"),
    "two_sides": ("two_sides", "two_sides_held", "surely", "probably"),
    "charge": ("accused", "accused_answers"),
    "opposites": ("antonyms",),
    "contrast": ("contrast",),
    "one_article": (
        "same_paragraph",
        "next_sentence",
        "later_first",
        "disputed",
        "follows_at_once",
    ),
    "without_figures": ("no_figures",),
    "past": ("both_past",),
    "emphatic": ("emphatic",),
    "in_order": ("in_order", "amiss_in_order"),
    "earlier": ("early_late",),
    "otherwise": ("said_otherwise",),
    "himself": ("for_himself",),
    **{name: (name,) for name in RESUMING},
    "insisting": ("insists",),
    "insisted": ("insisted",),
}
"""Evidence that comes only where something is so that is quickly seen."""
_LOSSES = ("no_denial", "other_article", "both_figures")
"""Evidence that mostly speaks against a pair, and is quickly seen."""
_TENORS, _SIGNS = (
    frozenset({"past", "emphatic", "in_order"}),
    frozenset({"contrasting", "insisting"}),
)
"""The classes of words that evidence of two sides asks for."""
_WEIGHED = frozenset({"start", "shown", "possible", "rival", "alike", "held", "kin"})
"""What is no evidence of its own, or is reckoned apart."""


def may_come_to(least: float, target: Utterance, rebuttal: Utterance) -> bool:
    """Whether two statements, the one that may be against the other second, can come to so much.

    Where they stand in the text and whether they have one speaker is looked at only if need be.
    """
    most = ceiling(target, rebuttal)
    if most < least:
        return False
    return most + _losses(target, rebuttal) >= least


def _losses(target: Utterance, rebuttal: Utterance) -> float:
    """What distance and one speaker take away; :func:`ceiling` reckons with neither."""
    own = scale_of(target, rebuttal)
    names = {"distant", "far_in_time"}
    distances = [(name, value) for name, value in place(target, rebuttal) if name in names]
    pieces = [*distances, ("same_person", same_person(target, rebuttal))]
    return sum([min(0.0, weights(own)[name].weight) * value for name, value in pieces])


def ceiling(target: Utterance, rebuttal: Utterance) -> float:
    """What the evidence of :func:`stance_evidence`, and how sure it is, comes to at most.

    The statement that may be against the other is the second. A better partner is allowed for.
    """
    together = target.statement.place == rebuttal.statement.place
    most = _most(scale("stance", together))
    tied = held(target.stems, rebuttal.stems)
    of_words = most["alike"] * alike(target.stems, rebuttal.stems) + most["held"] * tied
    of_roots = max(0.0, most["kin"] * (1 - tied))
    own = _of_both(_bearing(target), _bearing(rebuttal), together, _between(target, rebuttal))
    return of_words + of_roots + own


def scale_of(target: Utterance, rebuttal: Utterance) -> str:
    """The name of the weights for two statements as two sides."""
    return scale("stance", target.statement.place == rebuttal.statement.place)


@cache
def _most(own: str) -> Mapping[str, float]:
    """The most that comes with each thing, with nothing ("") and what its lack takes away."""
    weighs = {name: each.weight for name, each in weights(own).items()}
    gains = {name: max(0.0, weight) for name, weight in weighs.items()}
    most = {what: sum(gains[name] for name in names) for what, names in _ONLY_WITH.items()}
    weighed = _WEIGHED.union(*_ONLY_WITH.values())
    always = sum(gain for name, gain in gains.items() if name not in weighed)
    losses = {name: min(0.0, weighs[name]) for name in _LOSSES}
    apart = {name: weighs[name] for name in ("alike", "held", "kin")}
    start = weighs["start"] + gains["rival"] * LONGEST_LEAD + _ROUNDING
    return {**most, **losses, **apart, "": start + always}


@dataclass(frozen=True, slots=True, eq=False)
class _Bearing:
    """What a statement brings into any pair: one object for all that bring the same."""

    figures: bool
    side: int
    denies: bool
    denial_around: bool
    negated: bool
    accuses: bool
    tenor: frozenset[str]
    signs: frozenset[str]


@lru_cache(maxsize=AT_HAND)
def _bearing(utterance: Utterance) -> _Bearing:
    statement = utterance.statement
    return _of_all_alike(
        bool(statement.claim.figures), statement.side, utterance.denies, utterance.denial_around,
        utterance.negated, statement.claim.stance == "accuses",
        utterance.tenor & _TENORS, utterance.signs & _SIGNS,
    )  # fmt: skip


_of_all_alike = lru_cache(maxsize=AT_HAND)(_Bearing)


@lru_cache(maxsize=AT_HAND)
def _of_both(
    target: _Bearing, rebuttal: _Bearing, together: bool, between: tuple[str, ...]
) -> float:
    """The most without what hangs on the words: of two statements in one article or in two."""
    most = _most(scale("stance", together))
    so = [*_so(target, rebuttal), *_denials(target, rebuttal, between)]
    so += _tenors(target, rebuttal)
    so.append("one_article" if together else "other_article")
    return most[""] + sum([most[what] for what in so])


def _so(target: _Bearing, rebuttal: _Bearing) -> Iterator[str]:
    """What is so of two statements, by the names of :func:`_most`."""
    if not (target.figures or rebuttal.figures):
        yield "without_figures"
    elif target.figures and rebuttal.figures:
        yield "both_figures"
    if target.side * rebuttal.side == -1:
        yield "two_sides"


def _between(target: Utterance, rebuttal: Utterance) -> tuple[str, ...]:
    """What shows that one speaks against the other, and hangs on both."""
    names = []
    if target.statement.claim.id in rebuttal.statement.claim.answers:
        names.append("answer")
    if opposed(target, rebuttal):
        names.append("opposites")
    if is_near(target, rebuttal):
        names += _replies(target, rebuttal)
    return tuple(names)


def _denials(target: _Bearing, rebuttal: _Bearing, between: tuple[str, ...]) -> Iterator[str]:
    names = [*between]
    if target.denies or rebuttal.denies:
        names.append("denial")
    if rebuttal.denial_around:
        names.append("denial_around")
    yield from names or ("no_denial",)
    if target.negated or rebuttal.negated:
        yield "negation"
    if target.accuses and (rebuttal.denies or rebuttal.negated):
        yield "charge"


def _replies(target: Utterance, rebuttal: Utterance) -> Iterator[str]:
    """What shows a reply, and is so only of statements that stand side by side."""
    if is_earlier(target, rebuttal):
        yield "earlier"
    if is_said_otherwise(target, rebuttal):
        yield "otherwise"
    if speaks_for_himself(target, rebuttal):
        yield "himself"
    yield from resuming(target, rebuttal)


def _tenors(target: _Bearing, rebuttal: _Bearing) -> Iterator[str]:
    """What is so by classes of words."""
    if target.tenor or rebuttal.tenor:
        both, either = target.tenor & rebuttal.tenor, target.tenor | rebuttal.tenor
        yield from both & {"past"}
        yield from either & {"emphatic", "in_order"}
    if "contrasting" in rebuttal.signs:
        yield "contrast"
    if "insisting" in rebuttal.signs:
        yield "insisting"
    if "insisting" in target.signs:
        yield "insisted"
