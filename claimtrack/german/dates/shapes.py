"""The grammar of dates: each shape a pattern over the letters of a line, with what reads it.

The letters are explained in :mod:`claimtrack.german.dates.letters`. At one place the first shape
that matches wins, so the longer ones stand first.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from claimtrack.german.dates import counted_days, days, stretches, weekdays
from claimtrack.german.dates.matched import Found, Phrase

Reader = Callable[[Phrase], list[Found]]

_OF_YEAR = r"(?:Y|t?[LTN<>]jY?|t?B(?=[^Y]|$))?"
_HEAD = r"(?:W[pQ]?,?\(?[at]?)?"
_DAYS = r"(?:(?:1\.,?[&b/-]?[at]?){0,12}?1\.|o)M"
_MONTH = rf"P?t?[LTN]?M{_OF_YEAR}"
_DATE = rf"(?:1\.M{_OF_YEAR}|X)"
_TIME = r"[12](?:[.:][12])?"


def nothing(phrase: Phrase) -> list[Found]:
    """ "jeden Montag", "jeweils 20 Uhr": what comes again and again names no day."""
    return []


SHAPES: tuple[tuple[str, str, Reader], ...] = (
    ("habit", rf"K(?:{_TIME}H|[LTNGEonA1.]{{0,6}}[WpQdwmjeqhSFH])[pQ]?", nothing),
    ("iso", r"I", days.iso),
    ("night", r"f?WuW", weekdays.weekdays),
    ("weekdays", r"fWbW", weekdays.weekdays),
    (
        "days_range",
        rf"[fz]?t?1\.?(?:[b-]|(?<=f1\.)u|(?<=z1\.)&|(?<=zt1\.)&)[tu]*1\.M{_OF_YEAR}",
        days.ranged,
    ),
    (
        "dates_range",
        rf"[fz]?t?{_HEAD}{_DATE},?[b-][tu]*{_HEAD}{_DATE}|zt?{_HEAD}{_DATE},?&t?{_HEAD}{_DATE}",
        days.ranged,
    ),
    ("numeric_range", r"[fz]?t?1\.?(?:[b-])[tu]*X", days.ranged),
    ("day", rf"{_HEAD}(?:{_DAYS}Y?,?[&,]a?t?){{0,6}}{_DAYS}{_OF_YEAR}", days.listed),
    ("numeric", rf"{_HEAD}(?:1\.[,/]?&?){{0,12}}X", days.listed),
    ("months_range", rf"[fz]?{_MONTH}[b-]{_MONTH}|z{_MONTH}&{_MONTH}", days.ranged),
    ("month", rf"(?:P?MY?[,&/]i?){{0,12}}{_MONTH}", days.listed),
    ("quarter", r"(?:o|1\.)[qh](?:Y|t?[LTN]?jY?|tB)?|on[m](?:Y|t?[LTN]?jY?|tB)", stretches.quarter),
    ("century", r"P?t?(?:o|1\.)c", stretches.century),
    ("decade", r"P?t?R-?j?", stretches.decade),
    ("part", r"P(?:t[LTNE<>]?|[LTNE<>])[mjw]Y?", counted_days.part),
    ("fixed", r"(?:Pt)?BY?", counted_days.fixed),
    ("weekend", r"[LTNGE<>]?e", weekdays.weekend),
    ("unit", r"[LTNGE<>][n1]?[dwmjqhJ]Y?", counted_days.unit),
    ("from_day", r"(?:W|D)[pQ]?[vi][n12][dwmjqhJ](?![vr])", counted_days.from_day),
    ("ago", r"[vi]A*[n12][dwmjqhJ](?![vr])", counted_days.ago),
    ("later", r"A*[n12][dwmjqhJ]r|[dwmjqhJ]r", counted_days.later),
    ("weekday", r"V?[LTNGE<>]?W(?:t?[LTN<>]w|tw|[pQD])?", weekdays.weekday),
    ("season", rf"[LTNE]?SY/[12Y]|[LTNE]?S{_OF_YEAR}", stretches.season),
    ("feast", rf"[LTN]?_*F{_OF_YEAR}", stretches.feast),
    ("thisyear", r"Z", counted_days.this_year),
    ("dayword", r"V[dpQ]|D[pQD]?|(?:(?<=[.!\"|:(])|^)Q", weekdays.dayword),
    ("daypart", r"(?:a[lTE]?|i[tTE]|i[tT]l|t)[pQ](?![uf])", weekdays.daypart),
    ("clock", rf"(?:{_TIME}[,&b/-]O?){{0,8}}{_TIME}H|(?<=O)[12][.:][12](?!C)", weekdays.clock),
    ("years_range", r"[fz]j?Y[b&]Y|YbY|Y/[12]", stretches.year_range),
    ("year", r"Y[-/]Y|[jP]?Y", stretches.years),
)


_IDLE = r"[xC.,:!|\"&)(/0sbguyrpOHlc-]|[aAfinotvz][xC]"
"""Where no shape begins: three quarters of all places, which are not tried with each shape."""


@cache
def grammar() -> re.Pattern[str]:
    """All shapes as one pattern; the name of the group that matched names the shape."""
    return re.compile(rf"(?!{_IDLE})(?:{alternatives()})")


def alternatives() -> str:
    """The patterns of all shapes, each a group of its name."""
    return "|".join(f"(?P<{name}>{pattern})" for name, pattern, _ in SHAPES)


@cache
def readers() -> dict[str, Reader]:
    """The reader of each shape by its name."""
    return {name: reader for name, _, reader in SHAPES}
