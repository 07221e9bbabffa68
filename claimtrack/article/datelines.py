"""The dateline that opens a report: its place, the agencies that sent it, its day."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from claimtrack.article import agencies
from claimtrack.article.written_days import Day, days
from claimtrack.lexicon import calendar

_REACH = 110
"""Characters from the start of a paragraph in which a dateline ends."""
_BEGINS = r"(?=[„“”\"»«‚‘’'›‹]*[A-ZÄÖÜ])"
_PLACE = (
    r"[A-ZÄÖÜ][\w.'’-]*(?:(?:\s|/|,\s)(?:(?:am|an|der|im|in|bei|ob|vor)\s)*[A-ZÄÖÜ][\w.'’-]*){0,3}"
)
_BRACKET = r"\([^()]{2,40}\)"
_SIGN = re.compile(r"[)\d|]|\s[–—-]{1,2}\s")
"""What every dateline has, so looked for first: a dash, a bar, a bracket or the number of a day."""
_INSERTED = re.compile(r"[„“\"»«‚‹›][^„“”\"»«]+[“”\"«»‘‹›]\s[–—-]{1,2}\s(?=[a-zäöü])")
"""A quotation between two dashes, behind which the sentence goes on."""


class Dateline(NamedTuple):
    """What a dateline tells; the sentence begins at ``end``, in characters of the paragraph."""

    end: int
    place: str | None
    agencies: tuple[str, ...]
    day: Day | None


def read(paragraph: str) -> Dateline | None:
    """The dateline of a paragraph, or None.

    - closed by a dash: "Kiew – Der …", "BERLIN (dpa) - Die …", "Berlin, 11. Sep (Reuters) - Die …",
      "Genf/New York, 3. Mai 2024 — „Wir …";
    - by a bar: "BERLIN taz | Die …";
    - by the day: "Passau, 20. Juni 2025. Der …";
    - by the agency: "Bern, 3.4. (sda) Der …", "WIEN (APA). Der …", "(dpa) Der …".

    A quotation put between a subject and its verb opens none: "Karl Huber – „Wir …“ – sagte, …".
    """
    head = paragraph[:_REACH]
    match = _pattern().match(head) if _SIGN.search(head) else None
    if not match or _INSERTED.match(paragraph, match.end()):
        return None
    brackets = [match[name] for name in ("before", "after") if match[name]]
    signs = [*brackets, *([match["bare"]] if match["bare"] else [])]
    sent = tuple(dict.fromkeys(name for sign in signs for name in agencies.signed(sign)))
    closed_by_itself = match["closed"] is None
    if closed_by_itself and not (match["day"] or any(_is_agency(sign) for sign in brackets)):
        return None
    place = _weekday().sub("", match["place"]).rstrip(".") if match["place"] else None
    day = next(days(match["day"]), None) if match["day"] else None
    return Dateline(match.end(), place, sent, day) if place or signs else None


def _is_agency(bracket: str) -> bool:
    return any(agencies.is_agency(part) for part in re.split(r"[()/,\s]+", bracket) if part)


@cache
def _weekday() -> re.Pattern[str]:
    return re.compile(rf",\s(?:{_weekdays()})\.?$")


@cache
def _weekdays() -> str:
    return "|".join(form.rstrip(".") for row in calendar("weekday") for form in row)


@cache
def _pattern() -> re.Pattern[str]:
    """Either closed by a dash or bar, or by the day or the bracket, which has then to be there."""
    day = (
        rf"(?:(?:{_weekdays()})\.?,?\s)?\d{{1,2}}\.\s?(?:\d{{1,2}}\.(?:\s?\d{{2,4}})?"
        r"|[A-ZÄÖÜ][a-zä]{2,8}\.?(?:\s\d{4})?)"
    )
    return re.compile(
        rf"(?P<place>{_PLACE})?"
        rf"(?:[.,:]?\s?(?P<before>{_BRACKET}))?"
        rf"(?:,?\s(?P<day>{day}))?"
        rf"(?:\s?(?P<after>{_BRACKET}))?"
        r"(?:(?:(?:\s(?P<bare>[a-z]{2,8}(?:/[a-zA-Z]{2,8}){0,3}))?[.:]?(?P<closed>\s[–—-]{1,2}\s+|\s\|\s+))"
        rf"|(?:(?<=\))[.:]?|(?<=[\d\w])[.:]|(?<=\d\.))\s+){_BEGINS}"
    )
