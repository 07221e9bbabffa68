"""The figures of statements, each with what it counts, its bounds, and what it is of."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from claimtrack.about.matters import Matter, unit_of
from claimtrack.conflicts.figures.measures import DAY, MEASURE, Measure, measures
from claimtrack.conflicts.statement.statement import Count, Statement
from claimtrack.conflicts.statement.word_lists import classes_in, either, whole_words
from claimtrack.german.animacy import speaker_noun
from claimtrack.lexicon.states import OTHER
from claimtrack.lexicon.stems import capitalised
from claimtrack.model import Figure, Interval

_SCOPES = (
    ("of further ones", whole_words("further", any_case=False)),
    ("a day", whole_words("a_day")),
    ("a year", re.compile(rf"\b{either('a_year')}\b(?! \d)", re.I)),
    ("each", re.compile(rf"\b(?:{either('each')}|pro (?!Tag|Jahr))\b")),
)

_SCOPE_CLASSES = ("further", "a_day", "a_year", "each")
"""Where no word of these begins there is no scope; "pro" begins one."""
_BY = re.compile(r"\bum (?:weitere )?$")
"""Before a figure by which something grew or fell: "um 60 Millionen"; "um die 60" is about 60."""
_BY_LESS = re.compile(
    r"\s(?:[A-ZÄÖÜ]\w+\s)?(?:weniger|mehr|höher|niedriger|länger|kürzer) als\b"
    r"|\s(?:[A-ZÄÖÜ]\w+\s)?(?:länger|kürzer)\b"
    r"|\s(?:[A-ZÄÖÜ]\w+\s)?(?:unter|über) (?:dem |den )?(?:Vorjahr|Vormonat|Vorwoche|Plan|Soll)"
)
"""Behind it: "2.100 weniger als im Mai", "40 Minuten länger", "acht Prozent unter Vorjahr"."""
_OPENS_WITH_TIME = re.compile(r"(?:Täglich|Jährlich|Pro (?:Tag|Jahr))\b[^,;:.]{0,40}\Z")
"""A clause up to its number that opens with the time of which it is: "Täglich rollten bislang"."""
_NEAR = 30
COUNTED = "counted"
"""The dimension of all numbers but those that measure."""
_REMEMBERED = 4096
"""Statements whose figures are kept while they are compared with many others."""


def every_count(statements: Iterable[Statement]) -> Iterator[Count]:
    """The figures of some statements that have an interval, also those that count nothing named.

    Behind them what else their words measure: durations, degrees, days.
    """
    for statement in statements:
        yield from _figures(statement)


@lru_cache(maxsize=_REMEMBERED)
def _figures(statement: Statement) -> tuple[Count, ...]:
    return (*_counted(statement), *_measured(statement))


def _counted(statement: Statement) -> Iterator[Count]:
    claim = statement.claim
    if not claim.figures:
        return
    alone = len(claim.figures) == 1
    kinds = {} if alone else Counter(kind_of(matter) for matter in statement.counted if matter)
    pairs = zip(claim.figures, statement.counted, strict=True)
    for index, (figure, matter) in enumerate(pairs):
        if figure.near and figure.far:
            scope = _scope(claim.words, figure.text, figure.what or "")
            several = not alone and matter is not None and kinds[kind_of(matter)] > 1
            known = matter or _unnamed(figure)
            near, far = figure.near, figure.far
            if own := next(iter(measures(figure.text, None)), None):
                known, near, far = _measure(own), own.near, own.far
            yield Count(statement, figure, known, near, far, scope, several, index)


def _measured(statement: Statement) -> Iterator[Count]:
    """What the words measure that no figure of the claim has, but no day of saying."""
    claim = statement.claim
    if not statement.layout:
        return
    taken = {figure.text for figure in claim.figures}
    for at, own in enumerate(measures(claim.words, statement.printed)):
        said = own.dimension == DAY and claim.said == own.value
        if not said and not any(own.figure.text in text for text in taken):
            scope = _scope(claim.words, own.figure.text, "")
            index = len(claim.figures) + at
            matter = _measure(own)
            yield Count(statement, own.figure, matter, own.near, own.far, scope, False, index)


def _measure(own: Measure) -> Matter:
    return Matter("", own.figure.text, MEASURE, own.dimension)


def _unnamed(figure: Figure) -> Matter:
    state = None if figure.state == OTHER else figure.state
    return Matter("", figure.text, "unnamed", unit_of(figure), state)


def counts(statements: Iterable[Statement]) -> Iterator[Count]:
    """The figures of some statements that count something and have an interval."""
    return (count for count in every_count(statements) if count.matter.population)


@lru_cache(maxsize=_REMEMBERED)
def amounts(statement: Statement) -> Mapping[str, frozenset[Interval]]:
    """The numbers of a statement by their dimension, as they are told: "day", "year", "degree".

    All that counts people, things or money is of one dimension, ``COUNTED``.
    """
    numbers: dict[str, set[Interval]] = defaultdict(set)
    for count in _figures(statement):
        dimension = count.matter.unit if count.matter.sort == MEASURE else COUNTED
        numbers[dimension or COUNTED].add(count.near)
    return {dimension: frozenset(own) for dimension, own in numbers.items()}


def kind_of(matter: Matter) -> tuple[str | None, ...]:
    """What two figures share that are of one thing: who or what, in which unit, in which state."""
    return matter.population, matter.unit, matter.state


def _scope(text: str, figure: str, what: str) -> str:
    """What a figure is of when not of the whole: "weitere 20", "pro Tag", "jeweils"."""
    before, _, after = text.partition(figure)
    if _BY.search(before) or _BY_LESS.match(after):
        return "by which it changed"
    start = 0 if _OPENS_WITH_TIME.match(before) else -_NEAR // 2
    near = f"{before[start:]} {figure} {after[:_NEAR]} {what}"
    if classes_in(near).isdisjoint(_SCOPE_CLASSES):
        return ""
    return next((name for name, words in _SCOPES if words.search(near)), "")


_PERSONS = frozenset({"people", "forces"})


def is_people(matter: Matter) -> bool:
    """Whether people are counted: a concept of people, or any noun of a person: "Fahrgäste"."""
    return matter.sort in _PERSONS or speaker_noun(matter.label) == "person"


def noun_of(count: Count) -> frozenset[str]:
    """The stems of the noun that is counted, as the text has it."""
    return _noun(count.figure.what or count.matter.label)


@lru_cache(maxsize=_REMEMBERED)
def _noun(text: str) -> frozenset[str]:
    return frozenset(capitalised(text))


def is_unlisted(left: Matter, right: Matter) -> bool:
    """Whether a noun of a person is of no group that is told from others."""
    return any(matter.sort not in _PERSONS for matter in (left, right))
