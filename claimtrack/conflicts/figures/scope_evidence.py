"""What the words that narrow two figures tell of their being of one thing: time, place, part.

Where one side alone has such words, both numbers can be right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from claimtrack import lexicon
from claimtrack.conflicts.figures.counts import is_people
from claimtrack.conflicts.figures.scopes import (
    is_share,
    is_singled,
    is_there,
    is_whole,
    scope_of,
)
from claimtrack.conflicts.figures.setting import Seen, Setting
from claimtrack.conflicts.statement.statement import Count
from claimtrack.lexicon.stems import REMEMBERED


def scopes(a: Setting, b: Setting, follows: bool) -> Iterator[tuple[str, float]]:
    """Signs on one side only; what follows at once is of the scope of what stands before it."""
    part = INHERITS if follows else 1.0
    for name in _ONE_SIDED:
        if (name in a.signs) != (name in b.signs):
            yield f"{name}_on_one_side", part if name in _INHERITED else 1.0
    if "renewed" in a.signs or "renewed" in b.signs:
        yield "renewed", 1.0
    if a.places and b.places and not a.places & b.places:
        yield "two_places", part
    elif bool(a.own_places) != bool(b.own_places):
        yield "place_on_one_side", 1.0
    if a.lands and b.lands and not a.lands & b.lands:
        yield "two_lands", 1.0
    yield from _times(a, b, follows)
    if "correcting" in a.signs | b.signs and a.text == b.text:
        yield "corrected_in_sentence", 1.0
    if _takes_its_place(a, b) or _takes_its_place(b, a):
        yield "first_then", 1.0


def _times(a: Setting, b: Setting, follows: bool) -> Iterator[tuple[str, float]]:
    """Other years; a time told before, which is one time only where that stands right before."""
    if a.years != b.years:
        yield "years_differ", 1.0 if a.years and b.years else 0.5
    if not follows and ("until_then" in a.signs) != ("until_then" in b.signs):
        yield "history_on_one_side", 1.0


def _takes_its_place(first: Setting, then: Setting) -> bool:
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


def narrowings(left: Count, right: Count) -> Iterator[tuple[str, float]]:
    """What the phrases that narrow two figures tell, where one side alone has them."""
    a, b = scope_of(left), scope_of(right)
    for sort in ("total", "everywhere", "of_them", "capacity"):
        if (sort in a.sorts) != (sort in b.sorts):
            yield f"scope_{sort}", 1.0
    if is_share(left) != is_share(right):
        yield "scope_of_them", 1.0
    persons = is_people(left.matter) or is_people(right.matter)
    if persons and is_singled(left) != is_singled(right):
        yield "singled_on_one_side", 1.0
    if is_there(left) != is_there(right):
        yield "there_on_one_side", 1.0
    if a.days and b.days and not a.days & b.days:
        yield "two_days", 1.0
    if is_whole(left) != is_whole(right):
        yield "whole_on_one_side", 1.0
    if _is_past(left, a.years) != _is_past(right, b.years):
        yield "past_year", 1.0


_QUARTER = re.compile(
    rf"\bim (?:{'|'.join(sorted(lexicon.classes('figure_kinds')['quarters']))})\b"
)
"""A part of a country: "im Norden"."""
_OF_A_PART = frozenset({"part", "further"})
_OF_A_WHOLE = frozenset({"total", "since", "stock"})


def parts(left: Seen, right: Seen) -> Iterator[tuple[str, float]]:
    """Whether the smaller number is of a part, or the larger one of a whole: both can be right.

    "allein in Valencia 70" beside 72 in all, "seit Kriegsbeginn 3.956" beside today's 189. Where
    the part is the larger one they do contradict.
    """
    small, large = sorted((left, right), key=lambda seen: seen.count.near.low)
    lesser, greater = small.setting.signs, large.setting.signs
    parted = bool(_OF_A_PART & lesser) or _is_in_a_quarter(small, large)
    yield "smaller_part", float(parted and not _OF_A_PART & greater)
    yield "larger_whole", float(bool((_OF_A_WHOLE & greater) - lesser))


def _is_in_a_quarter(small: Seen, large: Seen) -> bool:
    """Whether the smaller number alone is told of a part of a country: "im Norden"."""
    return _names_quarter(small.setting.text) and not _names_quarter(large.setting.text)


@lru_cache(maxsize=REMEMBERED)
def _names_quarter(text: str) -> bool:
    """Asked anew for every pair of an event, of a few sentences."""
    return _QUARTER.search(text.lower()) is not None


def _is_past(count: Count, years: frozenset[int]) -> bool:
    printed = count.statement.printed
    return bool(printed and years) and max(years) < int(str(printed)[:4])
