"""Numbers in digits, as German and Swiss print writes them.

Point, apostrophe and blanks (also non-breaking, narrow and thin ones) part groups of three; the
comma parts decimals. A point before one or two digits, or after a leading zero, can only be a
decimal point and is read as one in running text, though never in a ledger's value.
"""

from __future__ import annotations

import math
import re
import unicodedata

BLANKS = " \u00a0\u202f\u2009\u2007"
_LONGEST = 40  # more digits than that name no quantity
_VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_APOSTROPHES = "'’‘´`′ʼ"
"""Signs that are typed for the apostrophe of Swiss thousands."""

_DIGITS = re.compile(
    rf"""
    (?P<grouped>[1-9]\d{{0,2}}(?P<sep>[.{_APOSTROPHES}{BLANKS}])\d{{3}}(?:(?P=sep)\d{{3}}){{0,7}}(?!\d)
        (?:,\d+|(?<=['’‘´`′ʼ]\d{{3}})\.\d\d(?![\d.]))?)
    | (?P<whole>\d+)(?:
        [ ]?(?P<vulgar>[{_VULGAR}])
      | (?P<power>(?<!\d{{5}})\^[+-]?\d{{1,2}}(?!\d))
      | [{BLANKS}](?P<over>[1-9]\d?)/(?P<under>[1-9]\d{{0,2}})(?![\d/])
      | /(?P<parts>[1-9]\d{{0,3}})(?![\d/])
      | (?P<decimal>,\d+(?:e[+-]?\d{{1,2}})?|\.\d{{1,2}}(?![\d.])|\.\d{{4,}}(?![\d.]))
      | (?P<exponent>e[+-]?\d{{1,2}}(?!\w))
      | (?P<zero>(?<![\d.,]0)(?<=\b0)\.\d{{3}}(?![\d.]))
      )?
    | (?P<alone>[{_VULGAR}])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NO_CENTS = re.compile(r"[.,][-–—]{1,2}(?![\w–—-])")
"""How prices say that there are no cents: 10'000.-, 20.–, 5,--."""

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")

_STRICT = re.compile(
    rf"[-−+]?(?:[1-9]\d{{0,2}}(?P<sep>[.{_APOSTROPHES}{BLANKS}])\d{{3}}(?:(?P=sep)\d{{3}})*|\d+)(?:,\d+)?"
)


def read_digits(text: str, start: int) -> tuple[float, int] | None:
    """The number in digits at ``start`` and where it ends; None when there is none.

    Shapes: 1.500 · 1'500 · 1'250.50 · 20.– · 300 000 · 1,28 · 2.5 · 1/4 · 2 1/2 · 1½ · ½ · 1e10 ·
    2^10.
    """
    match = _DIGITS.match(text, start)
    if not match or len(match[0]) > _LONGEST:
        return None
    try:
        number = _value(match)
    except (OverflowError, ZeroDivisionError):  # 9999^99, 0^-1
        return None
    no_cents = None if _YEAR.fullmatch(match[0]) else _NO_CENTS.match(text, match.end())
    return number, no_cents.end() if no_cents else match.end()


def _value(match: re.Match[str]) -> float:
    kind = match.lastgroup
    if kind == "alone":
        return unicodedata.numeric(match["alone"])
    if match["grouped"]:
        grouped = match["grouped"]
        if match["sep"] in _APOSTROPHES:  # 1'250.50, as the Swiss write sums of money
            grouped = grouped.replace(".", ",")
        return _german(grouped)
    return _with_tail(match)


def _with_tail(match: re.Match[str]) -> float:
    """A number that is not grouped: its whole part and what follows it."""
    whole = match["whole"]
    if match["vulgar"]:
        return int(whole) + unicodedata.numeric(match["vulgar"])
    if match["under"]:
        return int(whole) + int(match["over"]) / int(match["under"])
    if match["parts"]:
        return int(whole) / int(match["parts"])
    if match["power"]:
        return float(int(whole) ** int(match["power"][1:]))
    tail = match["decimal"] or match["zero"] or match["exponent"] or ""
    return float(whole + tail.replace(",", ".")) if tail else _german(whole)


def _german(digits: str) -> float:
    """Digits with German separators, known to be well formed."""
    number = re.sub(rf"[.{_APOSTROPHES}{BLANKS}]", "", digits).replace(",", ".").replace("−", "-")
    return float(number) if "." in number or len(number) > 300 else int(number)


def parse_digits(text: str) -> float | None:
    """A whole text that is one number in digits, German point and comma only; else None."""
    number = _german(text) if _STRICT.fullmatch(text) else math.inf
    return number if math.isfinite(number) else None
