"""What the words that narrow two figures tell of their being of one thing: time, place, part.

Where one side alone has such words, both numbers can be right.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.conflicts.figures.bearing import Bearing


def scopes(
    a: Bearing, b: Bearing, follows: bool, one_sentence: bool
) -> Iterator[tuple[str, float]]:
    """Signs on one side only; what follows at once is of the scope of what stands before it."""
    part = INHERITS if follows else 1.0
    for name in _ONE_SIDED:
        if (name in a.signs) != (name in b.signs):
            yield f"{name}_on_one_side", part if name in _INHERITED else 1.0
    if "renewed" in a.signs or "renewed" in b.signs:
        yield "renewed", 1.0
    if a.places and b.places and not a.places & b.places:
        yield "two_places", part
    elif a.has_own_places != b.has_own_places:
        yield "place_on_one_side", 1.0
    if a.lands and b.lands and not a.lands & b.lands:
        yield "two_lands", 1.0
    yield from _times(a, b, follows)
    if one_sentence and "correcting" in a.signs | b.signs:
        yield "corrected_in_sentence", 1.0
    if _takes_its_place(a, b) or _takes_its_place(b, a):
        yield "first_then", 1.0


def _times(a: Bearing, b: Bearing, follows: bool) -> Iterator[tuple[str, float]]:
    """Other years; a time told before, which is one time only where that stands right before."""
    if a.years and b.years and a.years.isdisjoint(b.years):
        yield "two_years", 1.0
    elif a.years != b.years:
        yield "years_differ", 1.0 if a.years and b.years else 0.5
    if not follows and ("until_then" in a.signs) != ("until_then" in b.signs):
        yield "history_on_one_side", 1.0


def _takes_its_place(first: Bearing, then: Bearing) -> bool:
    """Whether a text says that one number was a first one, and of the other that it came later.

    "Nach ersten Angaben starben drei … Die Zahl wurde später auf fünf korrigiert".
    """
    return (
        "first_told" in first.signs
        and "first_told" not in then.signs
        and "then_told" in then.signs - first.signs
    )


_ONE_SIDED = (
    "history", "per_time", "each", "plan", "limit", "part", "total", "further", "wish", "stock",
    "since",
)  # fmt: skip
"""Signs that matter where one side alone has them."""
_INHERITED = frozenset({"plan", "part", "total", "per_time"})
"""Those that the next sentence need not say again: "240.000 Euro am Tag … kommt auf 65.000"."""
INHERITS = 0.3
"""What a sign on one side counts where the other figure follows at once."""


def narrowings(a: Bearing, b: Bearing) -> Iterator[tuple[str, float]]:
    """What the phrases that narrow two figures tell, where one side alone has them."""
    for sort in ("total", "everywhere", "of_them", "capacity"):
        if (sort in a.sorts) != (sort in b.sorts):
            yield f"scope_{sort}", 1.0
    if a.is_share != b.is_share:
        yield "scope_of_them", 1.0
    if (a.is_people or b.is_people) and a.is_singled != b.is_singled:
        yield "singled_on_one_side", 1.0
    if a.is_there != b.is_there:
        yield "there_on_one_side", 1.0
    if a.days and b.days and not a.days & b.days:
        yield "two_days", 1.0
    if a.is_whole != b.is_whole:
        yield "whole_on_one_side", 1.0
    if a.is_past != b.is_past:
        yield "past_year", 1.0


_OF_A_PART = frozenset({"part", "further"})
_OF_A_WHOLE = frozenset({"total", "since", "stock"})


def parts(small: Bearing, large: Bearing) -> Iterator[tuple[str, float]]:
    """Whether the smaller number is of a part, or the larger one of a whole: both can be right.

    "allein in Valencia 70" beside 72 in all, "seit Kriegsbeginn 3.956" beside today's 189. Where
    the part is the larger one they do contradict.
    """
    lesser, greater = small.signs, large.signs
    of_a_quarter = small.is_of_quarter and not large.is_of_quarter
    parted = bool(_OF_A_PART & lesser) or of_a_quarter
    yield "smaller_part", float(parted and not _OF_A_PART & greater)
    yield "larger_whole", float(bool((_OF_A_WHOLE & greater) - lesser))
