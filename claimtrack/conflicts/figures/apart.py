"""Two figures that can both be right, whatever else speaks for their being of one thing.

A share is no number of things, a depth no distance, so many a month not so many a year, "sieben
Wochen nach dem Brand" not "vor einer Woche", and a part may be smaller than its whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from claimtrack import lexicon
from claimtrack.conflicts.figures.measures import MEASURE
from claimtrack.conflicts.figures.scopes import quarters_in, scope_of
from claimtrack.conflicts.figures.setting import Setting
from claimtrack.conflicts.statement.statement import Count, Statement
from claimtrack.lexicon.stems import stem

Side = tuple[Count, Setting]
"""A figure and what stands around it."""

_REMEMBERED = 4096
"""Sentences whose words are kept while their figures are compared with many others."""
_NEAR = 45
"""Characters on either side of a number in which the word stands that says what it measures."""
_THOSE = re.compile(r"(?:der|dieser|von den|unter den)\s(?:[a-zäöüß]+\s)?([A-ZÄÖÜ]\w+)\Z")
"""A part of those who are told of: "der Festgenommenen"."""
_WORD = re.compile(r"\w+")
_ANCHORED = (
    ("behind something", re.compile(r"\A\s(?:nach|danach|später|darauf)\b")),
    ("before something", re.compile(r"\A\s(?:vor|zuvor|davor|vorher)\b")),
)
"""What stands behind a span of time that only tells when something was."""
_AGO = re.compile(r"\bvor\s(?:etwa\s|rund\s|gut\s|knapp\s|genau\s)?\Z", re.I)
"""What stands before one."""
_SECOND = "Sekunde"
"""The unit in which all spans of time are reckoned (``unit_sizes.tsv``)."""
_OLD = re.compile(r"\balt\Z")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def apart(left: Side, right: Side) -> str | None:
    """Why two figures can both be right, in words; None where nothing makes sure of that."""
    if _tells_nothing(*left) and _tells_nothing(*right):
        return _both_told(left, right)
    for veto in EITHER_WAY:
        if reason := veto(left, right):
            return reason
    for veto in ONE_WAY:
        if reason := veto(left, right) or veto(right, left):
            return reason
    return None


@lru_cache(maxsize=_REMEMBERED)
def _tells_nothing(count: Count, around: Setting) -> bool:
    """Whether a figure has nothing by which it could be kept apart from another: as most have."""
    figure, high = count.figure, count.near.high
    is_share = high is not None and high < 1
    told = figure.scope or is_share or _OLD.search(figure.text) or quarters_in(around.text)
    return not (told or _extents((count, around)) or _anchored(count, around))


def _share(left: Side, right: Side) -> str | None:
    """A part of one is no number of things: "zwei Drittel", "mehr als 120"; none at all is one."""
    share, number = left[0].near, right[0].near
    counted = left[1].dimension == right[1].dimension == "count"
    if not counted or not share.high or share.high >= 1 or number.low < 1:
        return None
    return f"„{left[0].figure.text}“ is a share, „{right[0].figure.text}“ a number"


def _both_told(left: Side, right: Side) -> str | None:
    """What two claims cut out of one sentence tell with the same two numbers is no contradiction.

    They are of two things there.
    """
    left_statement, right_statement = left[0].statement, right[0].statement
    if left_statement.place != right_statement.place or min(left[1].at, right[1].at) < 0:
        return None
    if not all(
        _tells(here, there) for here, there in ((left_statement, right), (right_statement, left))
    ):
        return None
    return "both claims tell both numbers"


def _tells(statement: Statement, side: Side) -> bool:
    quote = statement.claim.quote
    inside = quote and any(span.start <= side[1].at < span.end for span in quote.spans)
    return bool(inside) and any(f.text == side[0].figure.text for f in statement.claim.figures)


def _extent(left: Side, right: Side) -> str | None:
    left_extents, right_extents = _extents(left), _extents(right)
    if not left_extents or not right_extents or left_extents & right_extents:
        return None
    return f"one is a {min(left_extents)}, the other a {min(right_extents)}"


def _extents(side: Side) -> frozenset[str]:
    """What a measured length is of, by the words near it: "in einer Tiefe von 90 Metern"."""
    count, seen = side
    at = seen.text.find(count.figure.text)
    if count.matter.sort != MEASURE or at < 0:
        return frozenset()
    near = seen.text[max(0, at - _NEAR) : at + len(count.figure.text) + _NEAR].lower()
    spoken, kinds = set(_WORD.findall(near)), lexicon.classes("figure_kinds")
    return frozenset(name for name in kinds["extents"] if kinds[name] & spoken)


def _quarter(left: Side, right: Side) -> str | None:
    lefts, rights = _quarters(left), _quarters(right)
    if not lefts or not rights or lefts & rights:
        return None
    return f"one is of the {min(lefts).title()}, the other of the {min(rights).title()}"


def _quarters(side: Side) -> frozenset[str]:
    return quarters_in(side[1].text)


def _span(left: Side, right: Side) -> str | None:
    """So many a month and so many a year."""
    if not (left[0].figure.scope and right[0].figure.scope):
        return None
    left_spans, right_spans = set(_spans(left)), set(_spans(right))
    if not left_spans or not right_spans or left_spans & right_spans:
        return None
    return f"one is so many a {min(left_spans)}, the other so many a {min(right_spans)}"


def _spans(side: Side) -> Iterator[str]:
    kinds = lexicon.classes("figure_kinds")
    for phrase in side[0].figure.scope:
        spoken = phrase.lower().split()
        before = spoken[:-1] and spoken[0] not in kinds["per"]
        yield from (name for name in kinds["spans"] if not before and spoken[-1] in kinds[name])


def _part(small: Side, large: Side) -> str | None:
    """A part that is smaller than its whole.

    Shapes: "150 der Festgenommenen" of 402; "darunter 200 Gästefans" of 2,000 of another noun.
    """
    if not _is_less(small, large):
        return None
    part, whole = _those(small), _those(large)
    same = small[0].matter.population == large[0].matter.population
    if same and part and not whole and stem(part) == stem(small[0].figure.what or ""):
        return f"„{small[0].figure.text}“ are some of those {part} that the text tells of"
    if _is_among(small) and not _is_among(large) and _of_other_noun(small, large):
        return f"„{small[0].figure.text}“ are a part, by what stands before"
    for kind, phrase in _narrowed(small):
        if kind in _widths(large) and kind not in _widths(small):
            return f"„{small[0].figure.text}“ is a figure {phrase}, „{large[0].figure.text}“ of all"
    return None


def _is_less(small: Side, large: Side) -> bool:
    high = small[0].near.high
    return high is not None and high < large[0].near.low


def _is_among(side: Side) -> bool:
    """Whether a figure is one of some among others: "darunter 200"."""
    return bool({"among", "of_them"} & scope_of(side[0]).sorts)


def _of_other_noun(one: Side, other: Side) -> bool:
    nouns = {stem(side[0].figure.what or "") for side in (one, other)}
    return len(nouns) > 1 and "" not in nouns


def _those(side: Side) -> str | None:
    phrases = map(_THOSE.match, side[0].figure.scope)
    return next((phrase[1] for phrase in phrases if phrase), None)


def _narrowed(side: Side) -> Iterator[tuple[str, str]]:
    """What makes a figure that of a part, with the words: of one each, of a time, of a place."""
    words, same = lexicon.classes("scope_words"), lexicon.classes("figure_kinds")["same"]
    for phrase in side[0].figure.scope:
        first, *rest = phrase.lower().split()
        if same & set(rest):
            continue
        if first in words["per_before"] or first in words["every"]:
            yield "one", f"„{phrase}“"
        elif rest and first not in words["since"] and rest[-1].endswith(tuple(words["time_noun"])):
            yield "time", f"„{phrase}“"
        elif first in words["place_before"] and side[1].own_places & set(rest):
            yield "place", f"„{phrase}“"


def _widths(side: Side) -> frozenset[str]:
    """Of what a figure is a figure of all: of the single ones, of all times, of all places."""
    sorts = scope_of(side[0]).sorts
    total = "total" in sorts or "total" in side[1].signs
    every = lexicon.classes("figure_kinds")["all"]
    whole = any(phrase.lower().split()[0] in every for phrase in side[0].figure.scope)
    widths = {
        "one": total,
        "time": total or "since" in sorts,
        "place": whole or "everywhere" in sorts,
    }
    return frozenset(kind for kind, is_told in widths.items() if is_told)


def _dread(small: Side, large: Side) -> str | None:
    """What somebody is afraid of is no count that fewer could contradict."""
    if not (large[0].figure.scope and _is_less(small, large)):
        return None
    dread = frozenset(map(stem, lexicon.classes("figure_kinds")["dread"]))
    spoken = {stem(word) for phrase in large[0].figure.scope for word in phrase.split()}
    if not spoken & dread:
        return None
    return f"„{large[0].figure.text}“ is what somebody is afraid of"


def _moment(left: Side, right: Side) -> str | None:
    """When something was, told from two ends: "sieben Wochen nach dem Brand", "vor einer Woche"."""
    moments = [_anchored(*side) for side in (left, right)]
    if None in moments or moments[0] == moments[1]:
        return None
    return f"one tells how long {moments[0]}, the other how long {moments[1]}"


@lru_cache(maxsize=_REMEMBERED)
def _anchored(count: Count, around: Setting) -> str | None:
    """From which end a span of time is reckoned, None of what lasts so long or is no time."""
    at = around.text.find(count.figure.text)
    if count.matter.sort != MEASURE or count.matter.unit != _SECOND or at < 0:
        return None
    behind = around.text[at + len(count.figure.text) :]
    anchor = next((name for name, pattern in _ANCHORED if pattern.search(behind)), None)
    return anchor or ("ago" if _AGO.search(around.text[:at]) else None)


def _age(one: Side, other: Side) -> str | None:
    """An age then and an age now: "2011 noch 14 Jahre alt", "heute 27 Jahre alt"."""
    if not all(_OLD.search(side[0].figure.text) for side in (one, other)):
        return None
    mine, theirs = (set(_YEAR.findall(side[0].statement.claim.words)) for side in (one, other))
    return None if mine == theirs else "one is an age at another time than the other"


Veto = Callable[[Side, Side], str | None]
EITHER_WAY: tuple[Veto, ...] = (_extent, _quarter, _span, _age, _moment, _both_told)
ONE_WAY: tuple[Veto, ...] = (_share, _part, _dread)
"""Those that ask which of the two is the smaller one, the share, the part."""
