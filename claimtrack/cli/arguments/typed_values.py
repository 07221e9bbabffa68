"""Days and figures as a user types them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from claimtrack import edtf
from claimtrack.cli.failure import Failure, did_you_mean
from claimtrack.model import Figure, Span

if TYPE_CHECKING:
    from claimtrack.german.document import Document

_SMALL = re.compile(r"(?:(?:am|im|in|an|seit|ab|bis|vom|von|zum|den|dem|der|die|das)\s+)*", re.I)
_WORDS = {"today": "heute", "yesterday": "gestern", "tomorrow": "morgen"}
_ADVICE = "write 2024-10-18, 18.10.2024, 18 Oct 2024, Oktober 2024, Ende Juli 2024 or gestern"


def day(typed: str, option: str) -> str:
    """A day as it was typed, in EDTF; ``option`` is where. Raises Failure when it is none."""
    try:
        return parse_day(typed, date.today())
    except ValueError as why:
        raise Failure(f"{option}: {why}") from why


def parse_day(text: str, today: date) -> str:
    """The EDTF value of a date as typed: EDTF itself, German, or anything dateutil reads.

    "2024-10", "18.10.2024", "gestern", "Ende Juli 2024", "18 Oct 2024". ``today`` is what
    "gestern" counts from. Raises ValueError with a sentence for the user when it is no date.
    """
    typed = " ".join(text.split())
    value = _edtf(typed) or _german(typed, today) or _any(typed)
    if value is None:
        raise ValueError(f"{text!r} {_missing(typed)}; {_ADVICE}")
    return value


_NUMBERED = re.compile(r"(?P<day>\d{1,2})\.\s*(?P<month>\d{1,2})\.\s*(?P<year>\d{4})")
_ORDERED = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})")


def _missing(typed: str) -> str:
    """Why a text is no date: a day in figures that no calendar has, or no date at all."""
    written = _NUMBERED.fullmatch(typed) or _ORDERED.fullmatch(typed)
    return "is not a date: there is no such day" if written else "is not a date"


def _edtf(typed: str) -> str | None:
    try:
        edtf.parse(typed)
    except ValueError:
        return None
    return typed


def _german(typed: str, today: date) -> str | None:
    """One German date and nothing else, in capitals or not."""
    from claimtrack.german.dates import find_dates

    words = _WORDS.get(typed.lower(), typed)
    for spelling in (words, words.title()):
        mentions = find_dates(spelling, today.isoformat())
        if len(mentions) == 1 and _covers(spelling, mentions[0].start, mentions[0].end):
            return mentions[0].value
    return None


def _covers(typed: str, start: int, end: int) -> bool:
    return bool(_SMALL.fullmatch(typed[:start])) and typed[end:] in ("", ".")


def _any(typed: str) -> str | None:
    """What dateutil reads: a day, or a month with its year; the day stands before the month."""
    from dateutil import parser

    if not re.search(r"\d{4}", typed) or not re.search(r"[A-Za-z/ ]", typed):
        return None
    try:
        low, high = (
            parser.parse(typed, dayfirst=True, default=datetime(2000, month, day))
            for month, day in ((1, 1), (2, 28))
        )
    except (ValueError, OverflowError):
        return None
    if low.month != high.month:
        return f"{low:%Y}" if low.year == high.year else None
    return f"{low:%Y-%m}" if low.day != high.day else f"{low:%Y-%m-%d}"


_FRAME = "Es wurden "
_FORM = 'write the number, what it counts and its state: "rund 300 Soldaten killed"'


def figures(typed: str) -> tuple[Figure, ...]:
    """The figures that were typed, with semicolons between: ``12.000 Menschen killed``.

    The state is one of the ledger's words at the end, or what German words say: "300 Menschen
    getötet". Raises Failure for what is no figure, and for a state that may be misspelt.
    """
    return tuple(_figure(part.strip()) for part in typed.split(";") if part.strip())


def read_in(body: str, spans: Sequence[Span]) -> tuple[Figure, ...]:
    """The figures that stand within some spans of a text, in characters."""
    from claimtrack.extract.figure.figures import read_figures

    return read_figures(_document(body), spans)


@lru_cache(maxsize=64)
def _document(body: str) -> Document:
    """A text read, once for all the claims of its article."""
    from claimtrack.german.document import read

    return read(body)


def is_as_in_the_file(typed: str) -> bool:
    """True for figures that are written as YAML."""
    return typed.lstrip().startswith(("[", "{"))


def _figure(typed: str) -> Figure:
    from claimtrack.german.numbers import find_quantities
    from claimtrack.lexicon.states import OTHER, states

    known = {*states(), OTHER}
    words, _, last = typed.rpartition(" ")
    state = last if last in known else None
    said = words if state else typed
    # In a sentence, so that "getötet" is read as what was done to those who are counted.
    read = read_in(f"{_FRAME}{said}.", [Span(len(_FRAME), len(_FRAME) + len(said))])
    named = read[0] if len(read) == 1 and said.startswith(read[0].text) else None
    state_told = state or (named.state if named and named.state != OTHER else None)
    if not state_told and last[:1].islower() and (near := did_you_mean(last, known)):
        raise Failure(f"{last!r} is not a state of a figure", near)
    if named:
        return replace(named, state=state_told or named.state)
    number = next((quantity for quantity in find_quantities(said) if quantity.start == 0), None)
    if number is None:
        raise Failure(f"{typed!r} is not a figure", _FORM)
    what = said[number.end :].strip() or None
    return Figure(said[: number.end], what, state_told, number.value, number.near, number.far)
