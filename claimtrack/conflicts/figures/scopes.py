"""What the phrases that narrow a figure come to, and whether two figures' scopes can be one.

The phrases are those of ``Figure.scope``: "seit August", "am 3. Mai", "pro Kopf", "davon", "der 402
Festgenommenen", "insgesamt", "bundesweit", "will", "verlangt", "rechnet", "Platz".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from claimtrack import lexicon
from claimtrack.conflicts.statement.statement import Count
from claimtrack.conflicts.statement.word_lists import either, whole_words
from claimtrack.german.dates import find_dates
from claimtrack.lexicon.concepts import senses
from claimtrack.lexicon.stems import stem

_REMEMBERED = 4096
"""Figures of which is kept what their words tell while they are compared with many others."""
_SORTS = ("demand", "forecast", "plan", "capacity")
_SPANNING = frozenset({"ab", "binnen", "innerhalb"})
_OF_THEM = frozenset({"davon", "hiervon"})
_DAY = len("2024-10-28")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_PARTICIPLE = "ge"
_WHOLE = r"\s(?:der|von|von den|von insgesamt|aller|dieser)\s(?:[a-zäöüß]+\s)?"

_SHARE_TOLD = re.compile(
    rf"\b{either('share')}\b[^.;:]*,\s(?:das|also|dies|was|mithin|umgerechnet)\s(?:\w+\s){{0,4}}\Z"
)
"""Before the number of a share that was told just before: "ein Drittel geborgen, das wären"."""
_SINGLED = whole_words("singled")
_SMALL = r"(?:eins?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|\d+)"
_RATIO = re.compile(rf"\b{_SMALL} (?:zu|:) \Z", re.I)
_RATIO_BEHIND = re.compile(rf" (?:zu|:) {_SMALL}\b", re.I)
"""Before the second number of a ratio and behind the first: "eins zu zwei"."""
_QUARTER = re.compile(rf"\bim ({'|'.join(sorted(lexicon.classes('figure_kinds')['quarters']))})\b")
_THERE = re.compile(rf"\b(?:dortige[nrms]?|{either('elsewhere')})\b", re.I)


class Scope(NamedTuple):
    """What narrows a figure: the sorts of its phrases, the single days and the years they name.

    Sorts: since, per, of_them (davon), among (darunter), of_whole (der 402 Festgenommenen), total,
    everywhere, demand, forecast, plan, capacity, when, where.
    """

    sorts: frozenset[str]
    days: frozenset[str]
    years: frozenset[int]
    text: str


@lru_cache(maxsize=20_000)
def scope(phrases: tuple[str, ...], printed: str | None) -> Scope:
    """What some phrases come to; ``printed`` (EDTF) is the day from which weekdays are counted."""
    text = "; ".join(phrases)
    day = printed if printed and len(printed) == _DAY else None
    dates = [mention.value for mention in find_dates(text, day)] if text else []
    sorts = frozenset(sort for phrase in phrases for sort in _sorts(phrase))
    if "total" in sorts and any(map(_is_in_a_land, phrases)):
        sorts |= {"everywhere"}
    return Scope(
        sorts,
        frozenset(value for value in dates if value and len(value) == _DAY),
        frozenset(
            int(year)
            for phrase in phrases
            if "since" not in _sorts(phrase)
            for year in _YEAR.findall(phrase)
        ),
        text,
    )


@lru_cache(maxsize=_REMEMBERED)
def scope_of(count: Count) -> Scope:
    """The scope of a figure of a claim."""
    return scope(count.figure.scope, count.statement.printed)


def part_of(left: Count, right: Count) -> str | None:
    """That one figure is a part of what the other counts, in words: "21 der 34 Bezirke" and 34."""
    for part, whole in ((left, right), (right, left)):
        number, text = whole.figure.text, scope_of(part).text
        if number in text and re.search(rf"(?<![\w.,]){re.escape(number)}(?![\w.,]?\d)", text):
            return f"„{part.figure.text}“ is a part of „{whole.figure.text}“"
    return None


@lru_cache(maxsize=_REMEMBERED)
def is_whole(count: Count) -> bool:
    """Whether a figure is the whole of which its claim tells a part: "1.700 der 6.100 Stellen"."""
    return any(
        re.search(re.escape(figure.text) + _WHOLE + re.escape(count.figure.text), words)
        for words in (count.statement.claim.words,)
        for figure in count.statement.claim.figures
        if figure is not count.figure
    )


@lru_cache(maxsize=_REMEMBERED)
def is_share(count: Count) -> bool:
    """Whether a figure is the number of a share that its claim tells before it."""
    before, number, _ = count.statement.claim.words.partition(count.figure.text)
    return bool(number and _SHARE_TOLD.search(before))


@lru_cache(maxsize=_REMEMBERED)
def is_singled(count: Count) -> bool:
    """Whether a figure is of those to whom something was done one by one: "141 identifiziert"."""
    return bool(_SINGLED.search(count.statement.claim.words))


@lru_cache(maxsize=_REMEMBERED)
def is_there(count: Count) -> bool:
    """Whether a figure is of another place: "die dortigen Behörden", "in anderen Landesteilen"."""
    claim = count.statement.claim
    return any(_THERE.search(text) for text in (claim.words, *claim.actors))


@lru_cache(maxsize=_REMEMBERED)
def quarters_in(text: str) -> frozenset[str]:
    """The parts of a country that a text names: "im Norden"."""
    return frozenset(_QUARTER.findall(text.lower()))


def ratio_against_count(left: Count, right: Count) -> str | None:
    """That one figure is a number of a ratio and the other is not, in words."""
    ratios = [count for count in (left, right) if _is_ratio(count)]
    return f"„{ratios[0].figure.text}“ is a part of a ratio" if len(ratios) == 1 else None


@lru_cache(maxsize=_REMEMBERED)
def _is_ratio(count: Count) -> bool:
    before, number, behind = count.statement.claim.words.partition(count.figure.text)
    return bool(number and (_RATIO.search(before) or _RATIO_BEHIND.match(behind)))


@lru_cache(maxsize=_REMEMBERED)
def is_unbound(count: Count) -> bool:
    """Whether a figure has nothing by which another could be a part of it, or asked for: no phrase
    that narrows it, and no ratio. So have most."""
    return not (count.figure.scope or _is_ratio(count))


def demand_against_count(left: Count, right: Count) -> str | None:
    """That one figure is what somebody asks for and the other is not, in words."""
    demands = [count for count in (left, right) if "demand" in scope_of(count).sorts]
    if len(demands) != 1:
        return None
    return f"„{demands[0].figure.text}“ is what somebody demands"


_IN = re.compile(r"in\s(?:der\s|den\s)?", re.I)


def _is_in_a_land(phrase: str) -> bool:
    """Whether a phrase names a whole country: "insgesamt hielten sich in Russland … auf"."""
    place = _IN.match(phrase)
    names = senses(phrase[place.end() :]) if place else ()
    return len(names) == 1 and names[0].nation is not None


def _sorts(phrase: str) -> Iterator[str]:
    words, low = lexicon.classes("scope_words"), phrase.lower()
    first = low.split()[0]
    if first in words["since"] or first in _SPANNING:
        yield "since"
    elif low in words["per_adverb"] or first in words["per_before"] or first in words["every"]:
        yield "per"
    elif low in _OF_THEM:
        yield "of_them"
    elif low in words["part"]:
        yield "among"
    elif low in words["total"] | words["everywhere"]:
        yield "total" if low in words["total"] else "everywhere"
    elif " " not in phrase:
        yield from (sort for sort in _SORTS if _is_of(low, sort))


def _is_of(word: str, sort: str) -> bool:
    stems, key = _stems(sort), stem(word)
    return key in stems or (word.startswith(_PARTICIPLE) and stem(word[2:]) in stems)


@cache
def _stems(sort: str) -> frozenset[str]:
    return frozenset(map(stem, lexicon.classes("scope_words")[sort]))
