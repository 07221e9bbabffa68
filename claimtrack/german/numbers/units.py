"""Units and currencies around a number: 5 km, 20 Grad Celsius, $ 50, Stärke 7,8."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from claimtrack import lexicon
from claimtrack.german.numbers.digits import BLANKS

_LONG_WORD = 4


class Unit(NamedTuple):
    """A unit's name as kept (an ISO code for money) and its kind."""

    name: str
    kind: str


@cache
def _forms() -> dict[str, Unit]:
    """Every form of every unit; long words in small letters too ("20 prozent")."""
    written = {
        form: Unit(name, kind)
        for name, kind, forms, _ in lexicon.table("units")
        for form in forms.split("|")
    }
    small = {form.lower(): unit for form, unit in written.items() if _is_word(form)}
    return small | written


def _is_word(form: str) -> bool:
    return len(form) >= _LONG_WORD and form.isalpha() and not form.isupper()


@cache
def forms_at(place: str) -> frozenset[str]:
    """The forms of the units that may stand before a number, or after it."""
    rows = (row for row in lexicon.table("units") if row[3] in (place, "both"))
    forms = {form for row in rows for form in row[2].split("|")}
    return frozenset(forms | {form.lower() for form in forms if _is_word(form)})


def _either(place: str) -> str:
    longest_first = sorted(forms_at(place), key=lambda form: (-len(form), form))
    return "|".join(re.escape(form).replace(r"\ ", f"[{BLANKS}]") for form in longest_first)


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"[{BLANKS}\n-]?({_either('after')})(?![\w²³/]|-[^\W\d_])")


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])({_either('before')})[{BLANKS}]?\Z")


def unit_after(text: str, end: int, spelled: bool = False) -> tuple[Unit, int] | None:
    """The unit that follows a number ending at ``end``, and where it ends.

    After a number in words (``spelled``) single letters are no units.
    """
    if text[end : end + 1] in ("", ".", ",", ")"):
        return None
    match = _after().match(text, end)
    if not match or (spelled and len(match[1]) == 1 and match[1].isalpha()):
        return None
    return _forms()[" ".join(match[1].split())], match.end()


def unit_before(text: str, start: int) -> tuple[Unit, int] | None:
    """The currency or scale that stands before a number, and where it starts."""
    match = _before().search(text, max(0, start - 18), start)
    return (_forms()[" ".join(match[1].split())], match.start()) if match else None
