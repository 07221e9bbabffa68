"""How numeral words add up: each is added below the last factor, or multiplies what stands before.

Shapes: zwei Millionen dreihunderttausend · 1,28 Mio. · 1 Million 200 000 · zweihundert fünfzig ·
tausend und eins · ein halbes Dutzend · drei und ein Viertel · zwei Drittel ·
drei viertel Millionen · drei Komma fünf.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from claimtrack.german.numbers.atoms import Atom, atom, factor, scale
from claimtrack.german.numbers.digits import BLANKS, read_digits

_WORD = "[A-Za-zÄÖÜäöüß]+"
_NEXT = re.compile(rf"[{BLANKS}\n]?({_WORD})(\.?)")
_AND = re.compile(rf"[{BLANKS}]und[{BLANKS}]({_WORD})(?![-\w])")
_DIGITS = re.compile(rf"[{BLANKS}](?=[1-9]\d\d(?:[.{BLANKS}]\d|(?!\d)))")
_SHARE = re.compile(rf"[{BLANKS}](?:und[{BLANKS}])?({_WORD})[{BLANKS}]({_WORD})")
_COMMA = re.compile(rf"[{BLANKS}][Kk]omma((?:[{BLANKS}][a-zäöüß]+){{1,6}})")


class Sum(NamedTuple):
    """A numeral so far: what is settled, the part still open to a factor, its factor, its end.

    A further number is added only below ``unit``, a factor multiplies ``open`` only below
    ``limit``. ``kind`` is cardinal, one, half or fraction.
    """

    total: float
    open: float
    unit: float
    end: int
    kind: str = "cardinal"
    limit: float = float("inf")

    @property
    def value(self) -> float:
        """The number as far as it was read, without the dust of binary fractions."""
        number = self.total + self.open
        return number if isinstance(number, int) else float(f"{number:.12g}")


def grow(text: str, so_far: Sum) -> Sum:
    """The whole numeral that begins with ``so_far``."""
    while so_far.kind != "fraction":
        longer = _step(text, so_far)
        if longer is None:
            break
        so_far = longer
    return _share_of_scale(text, so_far) or so_far


def _share_of_scale(text: str, so_far: Sum) -> Sum | None:
    """drei viertel Millionen, eine Viertel Milliarde."""
    match = _NEXT.match(text, so_far.end) if so_far.kind == "fraction" else None
    size = scale(match[1]) if match else None
    if not match or size is None or size < 10**6:
        return None
    return Sum(0, so_far.open * size, 1, match.end(1))


def _step(text: str, so_far: Sum) -> Sum | None:
    match = _NEXT.match(text, so_far.end)
    if match:
        found = _word_step(so_far, match)
        if found:
            return found
        if match[1] != "und" and atom(match[1]) is None:
            return None  # any other word, as behind most articles: nothing below begins with one
    return _and_word(text, so_far) or _mixed_share(text, so_far) or _digits(text, so_far)


def _word_step(so_far: Sum, match: re.Match[str]) -> Sum | None:
    word, dot = match.groups()
    size = scale(word + dot) if dot else None
    if size and (times := _times(so_far, size, match.end())):
        return times
    item = atom(word)
    if item is None:
        return _comma(so_far, match) if word in ("Komma", "komma") else None
    return _atom_step(so_far, item, word, match.end(1))


def _atom_step(so_far: Sum, item: Atom, word: str, end: int) -> Sum | None:
    if item.role == "scale":
        return _times(so_far, item.low, end) or _plus(so_far, item.low, word, end)
    if item.role == "half" and so_far.kind == "one":
        return Sum(0, 0.5, 1, end, "half")
    if item.role == "fraction" and so_far.unit == 1 and so_far.kind != "half":
        return Sum(0, so_far.open * item.low, 1, end, "fraction")
    if item.role == "vague":
        return _times(so_far, scale(word) or 0, end) if so_far.kind != "one" else None
    return _plus(so_far, item.low, word, end) if item.role == "cardinal" else None


def _times(so_far: Sum, size: float, end: int) -> Sum | None:
    """zwölf tausend, 2,5 Mio., eine halbe Million, zwei Dutzend."""
    if size >= so_far.limit or not (size > so_far.open or size >= 10**6 or size == 12):
        return None
    product = float(f"{so_far.open * size:.15g}")
    whole = int(product) if product == int(product) else product
    return Sum(so_far.total, whole, size if size != 12 else 1, end, limit=so_far.limit)


def _plus(so_far: Sum, value: float, word: str, end: int) -> Sum | None:
    """zweihundert fünfzig, zwei Millionen dreihunderttausend, zwei hundertfünfzig."""
    if word.lower().startswith("hundert") and so_far.unit == 1 and 1 < so_far.open < 10:
        base = 100 if value < 1000 else 100_000
        hundreds = so_far.open * base + value - base
        return Sum(so_far.total, hundreds, factor(word), end, limit=so_far.limit)
    if not value < so_far.unit or so_far.kind == "half":
        return None
    return Sum(so_far.total + so_far.open, value, factor(word), end, limit=so_far.unit)


def _and_word(text: str, so_far: Sum) -> Sum | None:
    """tausend und eins; not "zwischen hundert und zwanzig"."""
    match = _AND.match(text, so_far.end) if so_far.unit > 1 else None
    item = atom(match[1]) if match else None
    if not match or item is None or item.role != "cardinal" or item.low >= 100:
        return None
    return _plus(so_far, item.low, match[1], match.end())


def _mixed_share(text: str, so_far: Sum) -> Sum | None:
    """zwei und ein Viertel, drei ein halb."""
    match = _SHARE.match(text, so_far.end) if so_far.unit == 1 and so_far.kind != "half" else None
    if not match:
        return None
    parts, share = atom(match[1]), atom(match[2])
    if not parts or not share or parts.role not in ("one", "cardinal") or parts.low > 9:
        return None
    if (share.role == "half" and parts.role == "one") or share.role == "fraction":
        more = parts.low * share.low
        return Sum(so_far.total, so_far.open + more, 1, match.end()) if more < 1 else None
    return None


def _digits(text: str, so_far: Sum) -> Sum | None:
    """1 Million 200 000."""
    match = _DIGITS.match(text, so_far.end) if so_far.unit >= 10**6 else None
    read = read_digits(text, match.end()) if match else None
    if not read or read[0] >= so_far.unit:
        return None
    return Sum(so_far.total + so_far.open, read[0], 1, read[1])


def _comma(so_far: Sum, match: re.Match[str]) -> Sum | None:
    """drei Komma fünf, null Komma zwei fünf, acht Komma fünfundsiebzig."""
    whole = _COMMA.match(match.string, so_far.end)
    digits, end = "", so_far.end
    for word in re.finditer(_WORD, whole[1]) if whole else ():
        item = atom(word[0])
        if item is None or item.role not in ("cardinal", "one") or item.low > 99:
            break
        digits += str(int(item.low))
        end = whole.start(1) + word.end() if whole else end
    if not digits or so_far.unit != 1:
        return None
    return Sum(0, float(f"{int(so_far.open)}.{digits}"), 1, end)
