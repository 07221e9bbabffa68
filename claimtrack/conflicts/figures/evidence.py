"""What speaks for and against two figures being of one thing, each as a number from 0 to 1.

No single piece decides: their weights (``evidence.tsv``) are added up. What makes a pair
impossible is left to :func:`impossible`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache

from claimtrack.about.terms import alike
from claimtrack.conflicts.events import Links, one_event
from claimtrack.conflicts.figures.bearing import Bearing, bearing
from claimtrack.conflicts.figures.clause_subject import are_one, are_other
from claimtrack.conflicts.figures.comparable import are_comparable
from claimtrack.conflicts.figures.counted_evidence import are_losses_of_enemies, fates, nouns
from claimtrack.conflicts.figures.measures import CLOCK, DAY, MEASURE
from claimtrack.conflicts.figures.scope_evidence import INHERITS, narrowings, parts, scopes
from claimtrack.conflicts.figures.scopes import (
    demand_against_count,
    is_unbound,
    part_of,
    ratio_against_count,
)
from claimtrack.conflicts.figures.setting import SCOPES, Seen, between
from claimtrack.conflicts.statement.distance import days_between
from claimtrack.conflicts.statement.statement import Count
from claimtrack.conflicts.verdicts import ratio
from claimtrack.german.animacy import speaker_noun
from claimtrack.lexicon.stems import REMEMBERED, capitalised

_CLOSE = 1.1
_ONE_MAGNITUDE = 4
_LARGE = 100
_ANOTHER_LENGTH = 50
"""Of two measures so many times as large the larger is of something else: 2 and 400 metres."""
_FAR_APART = 20
_WIDENING = frozenset(
    {
        "total",
        "since",
        "stock",
        "part",
        "further",
        "history",
        "until_then",
        "per_time",
        "each",
        "limit",
    }
)
_BEHIND = 3
"""Sentences behind a number in which another source need not say again what is counted."""


def impossible(left: Count, right: Count, links: Links) -> str | None:
    """What makes it impossible that two figures are of one thing, in words; None where nothing."""
    if left.statement.claim.id == right.statement.claim.id:
        return "both stand in one claim"
    if (
        left.statement.topic
        and right.statement.topic
        and left.statement.topic != right.statement.topic
    ):
        return f"they have different topics: {left.statement.topic} and {right.statement.topic}"
    if not one_event(left.statement, right.statement, links):
        return "nothing shows that the two articles tell of one event"
    if is_unbound(left) and is_unbound(right):
        return None
    return (
        part_of(left, right)
        or demand_against_count(left, right)
        or ratio_against_count(left, right)
    )


def evidence(left: Seen, right: Seen, links: Links) -> dict[str, float]:
    """All that speaks for or against two figures being of one thing, by name."""
    pieces = {name: value for name, value in _told(left, right) if value}
    if "history_on_one_side" not in pieces and are_comparable(left.count, right.count, links):
        pieces["plain"] = 1.0
    return pieces


def _told(left: Seen, right: Seen) -> Iterator[tuple[str, float]]:
    a, b = left.setting, right.setting
    near = left.count.statement.place == right.count.statement.place
    if near:
        yield from _in_one_article(left, right)
    else:
        yield "other_article", 1.0
    ours, theirs = bearing(left), bearing(right)
    yield from _of_what_is_counted(ours, theirs)
    if are_losses_of_enemies(left, right):
        yield "enemy_losses", 1.0
    yield "alike", alike(a.stems, b.stems)
    if near:
        yield "alike_before", max(alike(a.stems, b.before), alike(a.before, b.stems))
    else:
        yield "alike_across", alike(_passage(left), _passage(right))
    yield from _sources(left, right)
    follows = near and abs(a.sentence - b.sentence) <= 1
    yield from _of_scopes(ours, theirs, follows, a.text == b.text)
    if _is_now_of_one_body(left, right):
        yield "now_of_one_body", 1.0
    is_less = left.count.near.low <= right.count.near.low
    yield from _of_parts(*((ours, theirs) if is_less else (theirs, ours)))
    yield from _values(left.count, right.count)
    if _counts_nothing(left.count) and _counts_nothing(right.count):
        yield "same_subject", float(are_one(a.subject, b.subject))
        yield "other_subject", float(are_other(a.subject, b.subject))
    if left.count.scope != right.count.scope:
        yield "other_scope", INHERITS if follows else 1.0
    apart = days_between(left.count.statement, right.count.statement)
    if apart is not None and apart > _FAR_APART:
        yield "far_in_time", 1.0


Pieces = tuple[tuple[str, float], ...]


@lru_cache(maxsize=REMEMBERED)
def _of_what_is_counted(left: Bearing, right: Bearing) -> Pieces:
    return (*nouns(left, right), *fates(left, right))


@lru_cache(maxsize=REMEMBERED)
def _of_scopes(left: Bearing, right: Bearing, follows: bool, one_sentence: bool) -> Pieces:
    return (*scopes(left, right, follows, one_sentence), *narrowings(left, right))


@lru_cache(maxsize=REMEMBERED)
def _of_parts(small: Bearing, large: Bearing) -> Pieces:
    return tuple(parts(small, large))


@lru_cache(maxsize=4096)
def _passage(seen: Seen) -> frozenset[str]:
    """The stems of a figure's sentence and the one before it."""
    return seen.setting.stems | seen.setting.before


def _counts_nothing(count: Count) -> bool:
    """Whether the words of a clause alone tell what a number is of: a sum, a length, a share."""
    return bool(count.matter.unit) or count.matter.sort == MEASURE or not count.matter.population


def _in_one_article(left: Seen, right: Seen) -> Iterator[tuple[str, float]]:
    a, b = left.setting, right.setting
    layout = left.count.statement.layout
    if layout is None or min(a.sentence, b.sentence) < 0:
        return
    apart = abs(a.sentence - b.sentence)
    later = a if a.at > b.at else b
    if a.speakers and b.speakers and not a.speakers & b.speakers:
        yield "one_sentence", float(apart == 0)
    if _has_contrast(between(a, b, layout) if apart <= 2 else later.text):
        yield ("contrast_near" if apart <= 2 else "contrast_far"), 1.0
    yield "next_sentence", float(apart == 1)
    yield "same_paragraph", float(a.paragraph == b.paragraph)
    yield "distant", min(1.0, max(0, apart - 2) / 6)
    if apart <= 2:
        yield "measured_next", float("measuring" in later.signs)
    if apart <= _BEHIND and _takes_up(left, right):
        yield "taken_up", 1.0


@lru_cache(maxsize=4096)
def _has_contrast(text: str) -> bool:
    return SCOPES["contrast"].search(text) is not None


def _takes_up(left: Seen, right: Seen) -> bool:
    """Whether another source behind a number gives its own, and leaves out what both count.

    "300 Tonnen Schutt seien es, sagt die Stadt. Der Verband kommt auf 700 Tonnen." With a year or
    "insgesamt" of its own it is of something else.
    """
    earlier, later = (left, right) if left.setting.at <= right.setting.at else (right, left)
    if later.count.matter.population or "measuring" not in later.setting.signs:
        return False
    own, others = later.setting.speakers, earlier.setting.speakers
    by_another = bool(own and others) and not own & others
    widens = _WIDENING & later.setting.signs or later.setting.years != earlier.setting.years
    return by_another and later.count.matter.sort != MEASURE and not widens


def _sources(left: Seen, right: Seen) -> Iterator[tuple[str, float]]:
    a, b = left.setting, right.setting
    if not a.speakers or not b.speakers:
        yield "no_source", 1.0
    elif a.speakers & b.speakers:
        near = left.count.statement.place == right.count.statement.place
        yield ("same_source" if near else "same_source_across"), 1.0


def _is_now_of_one_body(left: Seen, right: Seen) -> bool:
    """Whether the number of a later article says itself that it is the newer one of one body.

    "Die Verwaltung gehe jetzt von 271 Millionen aus", after 184 million of the Verwaltung.
    """
    days = left.count.statement.days.last, right.count.statement.days.last
    if None in days or days[0] == days[1]:
        return False
    before, after = (left, right) if (days[0] or 0) < (days[1] or 0) else (right, left)
    if "now" not in after.setting.signs:
        return False
    spoken_of = {*capitalised(after.setting.text), *_bodies(after)}
    return not spoken_of.isdisjoint(_bodies(before))


def _bodies(seen: Seen) -> frozenset[str]:
    """The stems of the names of who tells a figure, without nouns for persons: "Sprecher"."""
    names = " ".join(seen.count.statement.claim.actors).split()
    bodies = (name for name in names if speaker_noun(name) != "person")
    return frozenset(capitalised(" ".join(bodies)))


def _values(left: Count, right: Count) -> Iterator[tuple[str, float]]:
    times = ratio(left.near, right.near)
    if left.matter.sort == MEASURE:
        yield f"measured_{_sort_of_measure(left)}", 1.0
        if times and times > _ANOTHER_LENGTH:
            yield "times_ten", 1.0
        return
    low = min(left.near.low, right.near.low)
    if low >= _LARGE:
        yield "large", 1.0
    if times:
        if times <= _CLOSE and not _are_exact(left, right):
            yield "nearly_equal", 1.0
        if times <= _ONE_MAGNITUDE:
            yield "one_magnitude", 1.0
        if times > 10:
            yield "times_ten", min(1.0, math.log10(times) / 2)
    if left.of_several or right.of_several:
        yield "of_several", 1.0


def _are_exact(left: Count, right: Count) -> bool:
    """Whether both numbers are given to their last digit, so that 46,2 is not 42,6."""
    return all(
        count.near.low == count.near.high and _digits(count.near.low)[-1:] not in ("0", "")
        for count in (left, right)
    )


def _digits(number: float) -> str:
    """The digits of a number of two or more, without the point; "" for fewer.

    Of a million all, though the rest are noughts.
    """
    digits = f"{number:.15g}".replace(".", "")
    return digits if len(digits) > 1 else ""


def _sort_of_measure(count: Count) -> str:
    return "day" if count.matter.unit in (DAY, CLOCK) else "size"
