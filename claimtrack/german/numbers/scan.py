"""The numerals of a text in their order, in digits and in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimtrack.german.numbers.atoms import BEGINNINGS, Atom, atom, factor, scale
from claimtrack.german.numbers.decades import decade_at, names_digits
from claimtrack.german.numbers.digits import read_digits
from claimtrack.german.numbers.grow import Sum, grow
from claimtrack.german.numbers.not_counting import apart_at, labelled
from claimtrack.german.numbers.quantity import Numeral
from claimtrack.lexicon.by_word import by_word
from claimtrack.model import Span

_LETTER = "[A-Za-zÄÖÜäöüß]"
_START = re.compile(rf"\d+|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]|(?<!{_LETTER})(?i:{BEGINNINGS}){_LETTER}*")
_LETTERS = re.compile(rf"{_LETTER}+")
_ORDINAL_TAIL = re.compile(r"(?:te|ste)[rnms]?(?!\w)")
_ORDINAL_DOT = re.compile(r"\.(?=\s[A-ZÄÖÜa-zäöü]|\Z)")
_DETERMINED = re.compile(
    r"(?:^|\W)(?:d(?:er|ie|as|en|em|es)|im|am|zum|zur|beim|vom|(?:ein|kein|sein|ihr|unser|jed|dies)e?[nmrs]?)"
    r"(?:\s(?-i:[a-zäöüß]+)e[rn]?)?\s\Z",
    re.IGNORECASE,
)
_MULTIPLE_TAIL = re.compile(r"(?:-?(?:mal|fach(?:e[rnms]?)?)|x|[ \u00a0][mM]al)(?!\w)")
_SHARE = re.compile(r"[/½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]")
_AGE_TAIL = re.compile(r"-?[jJ]ährig\w*")
_SCALE_AFTER = re.compile(r"[ \u00a0]([A-Za-zäöü]+)(?![-\w])")
_TITLE = re.compile(r"[„“\"»‚](?:[A-ZÄÖÜ][^„“\"«»]*\s)?[A-ZÄÖÜ][\w-]*\s\Z")
_TITLE_END = re.compile(r"\d{1,5}[“”\"«‘]")
_THOUSANDS = re.compile(r"[kK](?!\w)")
_COMPOUND = re.compile(r"er(?!\w)|-(?=[^\W\d_])|[-/]\d+-(?=[^\W\d_])")
_HYPHEN = re.compile(r"-(?=[^\W\d_])")
_MINUS = re.compile(r"(?:(?:^|(?<=[\s(\[„\"]))[-−]|(?<=\s)–|\b[Mm]inus\s)\Z")
_SENTENCE_START = re.compile(r"(?:\A|[.!?:\n„“\"»«–—•*(]\s*|-\s+)\Z")


def numerals(text: str, words: Sequence[Span] | None = None) -> Iterator[Numeral]:
    """Every numeral of the text, in order, none overlapping another.

    Digits that are dates, times, labels and the like come as well, under their own kind. ``words``
    are those that may hold the beginning of one (see `may_begin`), where they are known already.
    """
    done = 0
    near = [Span(0, len(text))] if words is None else words
    for match in (match for start, end in near for match in _START.finditer(text, start, end)):
        start, word = match.start(), match[0]
        if start < done:
            continue
        if word[0].isalpha():
            item = atom(word)
            found = _spelled(text, start, match.end(), item) if item else None
            if names_digits(word):
                found = decade_at(text, start, match.end())
        else:
            found = _digital(text, start)
        if found:
            done = found.end
            yield found


@by_word
def may_begin(word: str) -> bool:
    """Whether a numeral may begin somewhere in a word of a text: hardly one in thirty."""
    if _LETTERS.fullmatch(word):  # where letters are all there is only the first begins anything
        begins = _START.match(word) is not None
        return begins and (atom(word) is not None or names_digits(word))
    starts = (match[0] for match in _START.finditer(word))
    return any(not start[0].isalpha() or atom(start) is not None for start in starts)


def _digital(text: str, start: int) -> Numeral | None:
    """A numeral that begins with digits."""
    apart = apart_at(text, start)
    if apart:
        return Numeral(start, apart[1], 0, 0, apart[0])
    read = read_digits(text, start)
    if read is None:
        return None
    value, end = read
    if _named(text, start):
        return Numeral(start, end, value, value, "label")
    kind = "fraction" if _SHARE.search(text, start, end) else "cardinal"
    return _with_ending(text, start, end, value) or _whole(text, start, Sum(0, value, 1, end, kind))


def _named(text: str, start: int) -> bool:
    """Whether the digits belong to a name: A320, B-52, Covid-19, Boeing 747, § 129."""
    before = text[start - 1 : start]
    if before == "-" and text[start - 2 : start - 1].isalnum() and start > 1:
        return not text[start - 2].isdigit()
    return before.isalpha() or before == "_" or labelled(text, start) or _in_title(text, start)


def _in_title(text: str, start: int) -> bool:
    """„Stuttgart 21“: digits that close a name in quotation marks, no „Wir kommen auf 52“."""
    return bool(_TITLE.search(text, max(0, start - 40), start)) and bool(
        _TITLE_END.match(text, start)
    )


def _with_ending(text: str, start: int, end: int, value: float) -> Numeral | None:
    """Digits with a German ending: 3-mal, 21ster, der 3. Platz, 81-jährige, 1990er, 10k."""
    for kind, ending in (("multiple", _MULTIPLE_TAIL), ("age", _AGE_TAIL)):
        if match := ending.match(text, end):
            return Numeral(start, match.end(), value, value, kind)
    if _COMPOUND.match(text, end):
        return Numeral(start, end, value, value, "attribute")
    if match := _THOUSANDS.match(text, end):
        return Numeral(start, match.end(), value * 1000, value * 1000)
    if not text[start:end].isdigit():
        return None
    match = _ORDINAL_TAIL.match(text, end)
    if not match and end - start < 4 and _DETERMINED.search(text, max(0, start - 24), start):
        match = _ORDINAL_DOT.match(text, end)
    return Numeral(start, match.end(), value, value, "ordinal") if match else None


def _spelled(text: str, start: int, end: int, item: Atom) -> Numeral | None:
    """A numeral that begins with a word."""
    before = text[start - 1 : start]
    if before.isdigit() or (before == "-" and text[start - 2 : start - 1].isalnum()):
        return None
    match = _MULTIPLE_TAIL.match(text, end) if item.role != "ordinal" else None
    if match := match or _HYPHEN.match(text, end):
        kind = "attribute" if match[0] == "-" else "multiple"
        stop = end if kind == "attribute" else match.end()
        return Numeral(start, stop, item.low, item.high, kind)
    if _is_other_word(text, start, end, item):
        return None
    if item.role == "vague":
        return _vague(text, start, end, item)
    if item.role in ("ordinal", "multiple", "fraction", "age"):
        return Numeral(start, end, item.low, item.high, item.role)
    kind = "cardinal" if item.role == "scale" else item.role
    unit = factor(text[start:end]) if item.role != "scale" else item.low
    return _whole(text, start, Sum(0, item.low, unit, end, kind))


def _vague(text: str, start: int, end: int, item: Atom) -> Numeral:
    """Hunderte, and with a factor behind: Dutzende Millionen, Hunderte Milliarden."""
    match = _SCALE_AFTER.match(text, end)
    size = scale(match[1]) if match else None
    if not match or not size or size < 1000 or item.high * size > 10**15 or item.high > 10**4:
        return Numeral(start, end, item.low, item.high, "vague")
    return Numeral(start, match.end(), item.low * size, (item.high + 1) * size - 1, "vague")


def opens_sentence(text: str, start: int) -> bool:
    """Whether a word is the first of its sentence, line or quotation."""
    return bool(_SENTENCE_START.search(text, max(0, start - 24), start))


def _is_other_word(text: str, start: int, end: int, item: Atom) -> bool:
    """Words that only look like numbers: außer Acht, die Elf, wir achten, im Viertel, Mio."""
    word = text[start:end]
    if item.role == "ordinal" and item.low == 8:
        return not _DETERMINED.search(text, max(0, start - 24), start)
    if item.role == "fraction":
        return item.low != 0.5
    if item.role == "scale":
        return word.lower() in ("mio", "mrd", "tsd", "mill", "md", "mia", "bio")
    small_noun = item.role == "cardinal" and word[0].isupper() and 2 < item.low <= 12
    return small_noun and not opens_sentence(text, start)


def _whole(text: str, start: int, first: Sum) -> Numeral | None:
    """The numeral that grows out of its first word or digits, with its sign."""
    total = grow(text, first)
    kind = total.kind
    if kind == "half":
        if text[start : start + 1] in "hH":
            return None  # "halb" alone is an adverb or half past
        kind = "fraction"
    value = total.value
    sign = _MINUS.search(text, max(0, start - 7), start)
    if sign:
        value, start = -value, sign.start()
    plain = text[start : total.end].isdigit()
    return Numeral(start, total.end, value, value, kind, total.unit, plain)
