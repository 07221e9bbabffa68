"""The page's own words, in English or German, and how each puts numbers and days."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from claimtrack.model import Figure, Interval
from claimtrack.render.screen import UNICODE
from claimtrack.render.wording import day as short_day
from claimtrack.text import number

LANGUAGES = ("de", "en")
_WORDS = Path(__file__).with_name("words.tsv")
_ISO = re.compile(r"(?<![\w-])(\d{4})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?(?![\w-])")
"""A day or a month; no season, decade or unknown day, which stay as they are."""


@dataclass(frozen=True)
class Language:
    """One of `LANGUAGES`, with its words by their keys."""

    code: str
    phrases: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """The phrase of a key, with values put in. Raises KeyError for an unknown one."""
        return self.phrases[key].format(**values) if values else self.phrases[key]

    def counted(self, key: str, count: int) -> str:
        """``1 claim``, ``2 claims``: the phrase ``key.one`` or ``key.many``."""
        return self(f"{key}.{'one' if count == 1 else 'many'}", n=self.number(count))

    def word(self, group: str, name: str) -> str:
        """A closed word, such as a stance; one without a phrase as it stands."""
        return self.phrases.get(f"{group}.{name}") or name.replace("_", " ")

    def number(self, value: float) -> str:
        """``1,350.5`` or ``1.350,5``."""
        text = number(value)
        return text.translate(_GERMAN) if self.code == "de" else text

    def interval(self, value: Interval) -> str:
        """``9,000–11,000``, ``≥ 3,000``, or the one number that is possible."""
        low = self.number(value.low)
        if value.high is None:
            return f"≥ {low}"
        return low if value.low == value.high else f"{low}–{self.number(value.high)}"

    def figure(self, figure: Figure) -> str:
        """The interval of a figure; of a day or a measure, which has none, its words."""
        return self.interval(figure.near) if figure.near else figure.text

    def day(self, edtf: str) -> str:
        """An EDTF date, short: ``≤2024-10-25``, ``≤ 25.10.2024``."""
        first, slash, last = edtf.partition("/")
        if self.code == "de" and slash and not {first, last} & {"", ".."}:
            return self._written(f"{first} – {last}")
        return self._written(short_day(edtf, UNICODE))

    def _written(self, text: str) -> str:
        if self.code != "de":
            return text
        return _ISO.sub(lambda iso: ".".join(filter(None, (iso[3], iso[2], iso[1]))), text)

    def day_in_words(self, edtf: str) -> str:
        """An EDTF date as a person says it: ``on or before 2024-10-25``."""
        first, slash, last = edtf.partition("/")
        if not slash:
            about = edtf[-1:] in "~?%"
            day = self._written(edtf.rstrip("~?%"))
            return self("day.about", day=day) if about else day
        if first in ("", ".."):
            return self("day.until", day=self._written(last))
        if last in ("", ".."):
            return self("day.since", day=self._written(first))
        return self("day.between", first=self._written(first), last=self._written(last))


_GERMAN = str.maketrans(",.", ".,")


@cache
def language(code: str) -> Language:
    """The language of a code of `LANGUAGES`."""
    lines = _WORDS.read_text(encoding="utf-8").split("\n")
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    column = {"en": 1, "de": 2}[code]
    return Language(code, {row[0]: row[column] for row in rows})
