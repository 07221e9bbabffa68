"""The wording of dates, numbers, intervals and chains of speakers."""

from __future__ import annotations

from claimtrack.edtf import parse
from claimtrack.model import Claim, Figure, Interval, Ruling
from claimtrack.render.screen import Glyphs
from claimtrack.text import number


def said(claim: Claim, glyphs: Glyphs) -> str:
    """The day of saying, short: ``2024-10-14``, ``≤2024-10-25``, ``2024-07-21…31``.

    A claim without one shows the day of the report in brackets.
    """
    return told(claim.said, claim.reported, glyphs)


def told(said: str | None, reported: str | None, glyphs: Glyphs) -> str:
    """A day of saying, else one of the report, in brackets."""
    if said:
        return day(said, glyphs)
    return f"({day(reported, glyphs)})" if reported else ""


def day(edtf: str, glyphs: Glyphs) -> str:
    """An EDTF date, short."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return edtf
    if first in ("", ".."):
        return f"{glyphs.until}{last}"
    if last in ("", ".."):
        return f"{glyphs.since}{first}"
    if first[:8] == last[:8] and len(first) == len(last) == 10:
        last = last[8:]
    return f"{first}{glyphs.to}{last}"


def first_day(edtf: str | None) -> str:
    """The first day that an EDTF date allows, ``2024-10-01`` for October; "" for none."""
    first = parse(edtf).first if edtf else None
    return first.isoformat() if first else ""


def last_day(edtf: str | None) -> str:
    """The last day that an EDTF date allows, ``2024-10-31`` for October; "" for none."""
    last = parse(edtf).last if edtf else None
    return last.isoformat() if last else ""


def day_in_words(edtf: str) -> str:
    """An EDTF date as a person says it: ``on or before 2024-10-25``."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return f"about {edtf.rstrip('~?%')}" if edtf[-1:] in "~?%" else edtf
    if first in ("", ".."):
        return f"on or before {last}"
    if last in ("", ".."):
        return f"on or after {first}"
    return f"between {first} and {last}"


def interval(value: Interval, glyphs: Glyphs) -> str:
    """``9,000–11,000``, ``≥ 3,000``, or the one number that is possible."""
    if value.high is None:
        return f"{glyphs.since} {number(value.low)}"
    if value.low == value.high:
        return number(value.low)
    return f"{number(value.low)}–{number(value.high)}"


def figure(value: Figure, glyphs: Glyphs) -> str:
    """The interval of a figure; of a day or a measure, which has none, its words."""
    return interval(value.near, glyphs) if value.near else value.text


def actor(claim: Claim) -> str:
    """Who asserts it; ``(nobody named)`` where nobody is."""
    return claim.actor or "(nobody named)"


def chain(claim: Claim, glyphs: Glyphs) -> str:
    """Who had it from whom, nearest the article first: ``CNN ← Selenskyj ← Militärgeheimdienst``.

    Nobody named is shown as ``(nobody named)``; an outlet that reported on its own stands once.
    """
    relays = (name for name in claim.via if name not in claim.actors)
    links = [*relays, actor(claim), *claim.cites]
    return f" {glyphs.relay} ".join(links)


def with_gaps(claim: Claim) -> str:
    """The words, “ … ” where the quotation leaves some of the article's out."""
    quote = claim.quote
    if claim.claim or quote is None or len(quote.spans) < 2:
        return claim.words
    pieces, start = [], 0
    for span in quote.spans:
        end = start + span.end - span.start
        pieces.append(quote.text[start:end])
        start = end + 1
    return " … ".join(pieces) if " ".join(pieces) == quote.text else quote.text


def phase(name: str) -> str:
    """The state or phase of what is counted: ``shot down`` for ``shot_down``."""
    return name.replace("_", " ")


def where(file: str, line: int) -> str:
    """``claims.yaml:7``; the file alone where the line is not known."""
    return f"{file}:{line}" if line else file


def verdicts(verdict: str, count: int) -> str:
    """``1 conflict``, ``2 tensions``, ``3 same origin``: only what is a noun has a plural."""
    plural = "s" if count > 1 and verdict in ("conflict", "tension", "update") else ""
    return f"{count} {verdict}{plural}"


def ruled(ruling: Ruling, stale: bool) -> str:
    """``ruled update by ab on 2024-11-02: why``, ``confirmed as conflict``; and whether a claim has
    changed since.
    """
    by = f" by {ruling.by}" if ruling.by else ""
    on = f" on {ruling.on}" if ruling.on else ""
    since = "; a claim has changed since" if stale else ""
    confirmed = not stale and ruling.verdict in ("conflict", "tension")
    ruled_as = f"confirmed as {ruling.verdict}" if confirmed else f"ruled {ruling.verdict}"
    return f"{ruled_as}{by}{on}: {ruling.why or 'no reason'}{since}"
