"""What kind of line a line of a page is: navigation, caption, byline, headline, prose.

Each function takes a line without blanks around it. The words stand in ``debris.tsv``; the
shapes (a breadcrumb, a numbered menu, a line of names after "Von") stand here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from claimtrack.article import agencies, datelines
from claimtrack.lexicon import calendar, classes, table

_QUOTES = "„“”\"»«‚‘’'›‹"
_SENTENCE_END = re.compile(rf"[.!?…:;][{_QUOTES})\]]*$")
_FULL_STOP = re.compile(rf"[.!…:;,][{_QUOTES})\]]*$")
_SENTENCES = re.compile(rf"[a-zäöüß]{{3}}[{_QUOTES})]*[.!?][{_QUOTES})]*\s+[{_QUOTES}]*[A-ZÄÖÜ]")
_FRAMED = re.compile(r"[“\"«”‘]\s?,\s")

_LETTER = re.compile(r"[^\W\d_]")
_BEGIN = 2
"""Letters by which it is told whether a phrase may stand at the head of a line."""
_LETTERS = re.compile(r"[^\W_]+")
_WORDS = re.compile(r"\w+")
_NO_LETTERS = re.compile(r"[\W\d_]*")
_STEP = re.compile(r"\s[»›>|→]\s")
_ARROWS = frozenset("»›>|→«")
_MENU = re.compile(r"(?:\d{1,2}\.|[•▸▶►→])\s+\S+(?:\s+\S+){0,3}")
_ADDRESS = re.compile(r"\S*(?:https?://|www\.)\S+")
_NAME = r"[A-ZÄÖÜ][\w.'’-]+(?:\s+(?:(?:von|van|de|der|zu|al)\s+)*[A-ZÄÖÜ][\w.'’-]+){0,3}"
_HOUR = r"\d[\d.:]*+(?:\s+[\d.:]++)*+(?:\s*Uhr)?"
_BYLINE = re.compile(
    r"(?:[Vv]on|VON|[Bb]y|BY|Text|Autor(?:in)?|Author|Redaktion|Interview|Ein Bericht von)[:\s]\s*"
    rf"{_NAME}(?:(?:\s*[,/&|–]\s*|\s+(?:und|and|-)\s+)(?:in\s+)?(?:{_NAME}|{_HOUR}))*"
)
_HEADLINE_LENGTH = 125
_HEADLINE_WORDS = 16
_OPENING, _HEAD = 12, 60
"""Letters and digits by which lines are told apart, and the characters that mostly hold them."""
_WIDEST = 110
"""Characters that a line of a wrapped text has at the most."""
_QUOTED = frozenset('„“"»')
_LEGAL = 3
"""Words of a legal note, at the least."""
_LONGEST_TAG = 160
"""Characters in which agencies sign."""
_LAST_WORDS = 8
"""A last line without a full stop is longer than this only when the stop was forgotten."""


def plain(line: str) -> str:
    """A line reduced to its letters and digits, to tell copies of it."""
    return " ".join(_LETTERS.findall(line)).casefold()


def opening(line: str) -> str:
    """The first letters and digits of a line: those of two lines differ unless they may be copies.

    A dozen of them, as `plain` gives them, read off the head of the line alone.
    """
    head = plain(line[:_HEAD])
    return (head if len(head) > _OPENING else plain(line))[:_OPENING]


def prose(line: str) -> bool:
    """True if a line ends as sentences do, holds two of them, or frames a quotation."""
    return bool(
        _SENTENCE_END.search(line)
        or _SENTENCES.search(line)
        or _FRAMED.search(line)
        or agency_tag(line) is not None
    )


def headline(line: str, following: str | None) -> bool:
    """True if a line is a heading by its shape: short, one sentence at most, no full stop.

    It may hold a colon, quotation marks, a question mark. Below it something follows; as the last
    line it has to be short. ``# …`` of Markdown always is one.
    """
    if re.match(r"#{1,6}\s", line):
        return True
    if len(line) > _HEADLINE_LENGTH:
        return False
    words = line.split()
    return (
        len(words) <= (_LAST_WORDS if following is None else _HEADLINE_WORDS)
        and not words[0][0].islower()
        and not re.match(r"[-•*–]\s", line)
        and not _FULL_STOP.search(line)
        and not _SENTENCES.search(line)
        and not _FRAMED.search(line)
        and agency_tag(line) is None
    )


def byline(line: str) -> bool:
    """True if a line names the author: "Von Eva Muster, Bonn", "by Eva Muster"."""
    return len(line) <= 100 and bool(_BYLINE.fullmatch(line))


def caption(line: str) -> bool:
    """True if a line ends in a picture's credit or is marked as one: "© …", "(Archivbild)"."""
    if len(line) > 400:
        return False
    credit = _holds("credit", line) and _phrases("credit").search(line)
    return bool(credit or _mark().search(line))


def debris(line: str) -> bool:
    """True if a line belongs to the page, not to the text.

    Rules, menus, breadcrumbs, dates and addresses alone, an agency's tag alone, labels
    ("Kommentare"), pointers ("Lesen Sie auch: …"), prompts ("… unseren Newsletter").
    """
    return bool(
        _NO_LETTERS.fullmatch(line)
        or _stamp().fullmatch(line)
        or (not _SENTENCE_END.search(line) and _navigation(line))
        or (len(line) <= _LONGEST_TAG and _agency_line().fullmatch(line))
        or (_may_open("line", line) and _phrases("line").fullmatch(line))
        or opens_list(line)
        or (len(line) <= 250 and _may_open("start", line) and _phrases("start").match(line))
        or (len(line) <= 400 and _holds("has", line) and _prompts(line))
    )


def _holds(place: str, line: str) -> bool:
    """Whether a phrase of one place may stand anywhere in a line: its longest word does."""
    low = line.casefold()
    return bool([word for word in _longest_words(place) if word in low])


@cache
def _longest_words(place: str) -> frozenset[str]:
    phrases = (row[1].casefold() for row in table("debris") if row[0] == place)
    return frozenset(max(phrase.split(), key=len) for phrase in phrases)


def _may_open(place: str, line: str) -> bool:
    """Whether a line opens with the letters of a phrase of one place, marks and digits aside."""
    letter = _LETTER.search(line)
    begins = line[letter.start() : letter.start() + _BEGIN] if letter else ""
    return begins.casefold() in _begins(place)


@cache
def _begins(place: str) -> frozenset[str]:
    """The first letters of the phrases of one place, each of which begins with a letter."""
    return frozenset(row[1][:_BEGIN].casefold() for row in table("debris") if row[0] == place)


def _prompts(line: str) -> bool:
    """Whether a line asks the reader to do something, in nobody's words."""
    return _QUOTED.isdisjoint(line) and bool(_phrases("has").search(line))


def _navigation(line: str) -> bool:
    return bool(
        _breadcrumb(line) or _MENU.fullmatch(line) or (len(line) <= 200 and _ADDRESS.search(line))
    )


def _breadcrumb(line: str) -> bool:
    """Names of pages with arrows or bars between: "Startseite | Politik | Ausland"."""
    first, *rest = (step.strip() for step in _STEP.split(line))
    steps = 2 <= len(first) <= 60 and all(2 <= len(step) <= 150 for step in rest)
    return bool(rest) and steps and not any(_ARROWS & set(step) for step in (first, *rest))


def legal(line: str) -> bool:
    """True if a line reads as a legal note, if it stands at the foot of the page."""
    low = line.casefold()
    near = [word for word in _legal_words() if word in low]
    return len(near) >= _LEGAL and len({*near}.intersection(_WORDS.findall(low))) >= _LEGAL


def opens_list(line: str) -> bool:
    """True if links or references follow below: "Mehr zum Thema", "Quellen"."""
    return _may_open("list", line) and bool(_phrases("list").fullmatch(line))


def agency_tag(line: str) -> int | None:
    """Where the agencies that sign a paragraph begin: "… handele. (dpa/afp/kb)", "… sei. dpa"."""
    match = _agency_tail().search(line, max(0, len(line) - _LONGEST_TAG))
    return match.start(1) if match else None


def dateline(line: str) -> int:
    """How far the dateline of a paragraph goes: "Kiew – Der …", "BERLIN (dpa) - Die …"; or 0."""
    read = datelines.read(line)
    return read.end if read else 0


def wrapped(lines: Sequence[str]) -> bool:
    """True if a text was broken into lines of a fixed width, so that a paragraph has several.

    Told by long lines that end in the middle of a sentence, the next beginning with a small
    letter as often as German words do.
    """
    if sum(len(line) > _WIDEST for line in lines) * 20 > len(lines):
        return False
    open_ = [
        following
        for line, following in pairwise(lines)
        if full(line) and not _SENTENCE_END.search(line)
    ]
    return len(open_) >= 2 and sum(line[0].islower() for line in open_) * 3 >= len(open_)


def full(line: str) -> bool:
    """True if a line of a wrapped text is long enough to go on in the next."""
    return len(line) >= 45


@cache
def _phrases(place: str) -> re.Pattern[str]:
    """The phrases of one place of ``debris.tsv`` as a pattern."""
    known = sorted((row[1] for row in table("debris") if row[0] == place), key=len, reverse=True)
    any_of = "|".join(re.escape(phrase) for phrase in known)
    shapes = {
        "line": rf"(?:[\W\d_]*)(?:{any_of})(?:[\W\d_]*)",
        "list": rf"(?:[\W_]*)(?:{any_of})(?:[\W_]*)",
        "start": rf"[\W_]*(?:{any_of})(?!\w)",
        "has": rf"\b(?:{any_of})(?!\w)",
        "credit": rf"(?<!\w)(?:{any_of})\s*(?:[^.!?{_QUOTES}]|\b[A-ZÄÖÜ]\.){{2,80}}$",
    }
    return re.compile(shapes[place], re.IGNORECASE)


@cache
def _legal_words() -> frozenset[str]:
    return frozenset(row[1].casefold() for row in table("debris") if row[0] == "legal")


@cache
def _mark() -> re.Pattern[str]:
    marks = "|".join(row[1] for row in table("debris") if row[0] == "mark")
    return re.compile(rf"[(\[](?:{marks})(?:[\s:,/][^)\]]{{0,40}})?[)\]]", re.IGNORECASE)


@cache
def _agencies() -> str:
    between = r"(?:[/,]\s?|\s(?:und|&)\s)"
    return (
        r"(?:(?:Quellen?|mit\s+(?:Agentur)?[mM]aterial\s+(?:von|der))[:\s]\s*)?"
        rf"(?:[\w.-]{{1,12}}[/,]\s?)*(?:{agencies.spelled()})(?:{between}[\w.-]{{1,12}})*"
    )


@cache
def _agency_line() -> re.Pattern[str]:
    return re.compile(rf"[(\[]?{_agencies()}[)\]]?\.?", re.IGNORECASE)


@cache
def _agency_tail() -> re.Pattern[str]:
    tag = rf"[(\[]{_agencies()}[)\]]|(?-i:(?:[a-z-]+/)*){_agencies()}"
    return re.compile(rf"[.!?][{_QUOTES}]*\s+({tag})\.?$", re.IGNORECASE)


@cache
def _stamp() -> re.Pattern[str]:
    """Dates and times and what stands between them, behind a label or not: "Datum: 29.10.2024"."""
    forms = [form for row in (*calendar("month"), *calendar("weekday")) for form in row]
    names = "|".join(form.removesuffix(".") for form in forms)
    words = (*classes("page_words")["published"], *classes("page_words")["changed"])
    labels = "|".join(sorted((word.replace("_", " ") for word in words), key=len, reverse=True))
    return re.compile(
        rf"(?:(?:\d{{1,4}}|Uhr|um|am|vom|den|{names}|Mär|MESZ|MEZ|(?i:{labels}))(?=\W|$)[\s.,:|/–-]*)+"
    )
