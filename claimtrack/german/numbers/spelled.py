"""Single German words that are numbers: zwölftausend, eineinhalb, einundzwanzigster, Drittel.

Case, "ss" for "ß" and "ae/oe/ue" for umlauts make no difference.
"""

from __future__ import annotations

from functools import cache

from claimtrack import lexicon

_COMPOUND_SCALES = (
    ("milliarden", 10**9, 1000),
    ("milliarde", 10**9, 1000),
    ("millionen", 10**6, 1000),
    ("million", 10**6, 1000),
    ("tausend", 1000, 1000),
    ("hundert", 100, 100),
)
"""Scale words inside a compound, largest first: word, factor, the number before it stays below."""

_PARTS = {
    "einhalb": 0.5,
    "einviertel": 0.25,
    "dreiviertel": 0.75,
    "eindrittel": 1 / 3,
    "zweidrittel": 2 / 3,
}
_IRREGULAR_ORDINALS = (("erst", "eins"), ("dritt", "drei"), ("siebt", "sieben"), ("acht", "acht"))
_ROUND_ORDINALS = {"millionst": 10**6, "milliardst": 10**9, "billionst": 10**12}


def fold(word: str) -> str:
    """A number word in one spelling: small letters, "ß", umlauts."""
    low = word.lower()
    if "ss" in low or "ue" in low or "oe" in low:
        low = low.replace("dreiss", "dreiß").replace("fuenf", "fünf").replace("zwoel", "zwöl")
    return low


def cardinal(word: str) -> int | None:
    """The value of a folded cardinal word: zwei, einundzwanzig, fünfzehnhundert, hunderttausend.

    None for anything else.
    """
    for scale, factor, limit in _COMPOUND_SCALES:
        head, found, tail = word.partition(scale)
        if found:
            return _compound(head, tail.removeprefix("und"), factor, limit)
    return _below_hundred().get(word)


def _compound(head: str, tail: str, factor: int, limit: int) -> int | None:
    times = cardinal(head) if head else 1
    rest = cardinal(tail) if tail else 0
    if times is None or rest is None or not 0 < times < limit or rest >= factor:
        return None
    return times * factor + rest


@cache
def _below_hundred() -> dict[str, int]:
    rows = [(row[0], int(row[1]), row[2]) for row in lexicon.table("number_words")]
    found = {word: value for word, value, _ in rows}
    tens = [(word, value) for word, value, role in rows if role == "ten"]
    for unit, one, role in rows:
        if role == "unit":
            found |= {f"{unit}und{ten}": one + value for ten, value in tens}
    return found


def mixed(word: str) -> float | None:
    """A folded word with a half, quarter or third: anderthalb, eineinhalbtausend."""
    if word == "anderthalb":
        return 1.5
    if word.endswith("tausend"):
        thousands = mixed(word.removesuffix("tausend"))
        return thousands and thousands * 1000
    for part, share in _PARTS.items():
        if word.endswith(part):
            whole = word.removesuffix(part).removesuffix("und")
            number = cardinal(whole) if whole else 0
            return None if number is None else number + share
    return None


def ordinal(word: str) -> int | None:
    """The place that a folded ordinal word names: erste, dritter, einundzwanzigsten."""
    for ending in ("e", "er", "en", "em", "es"):
        if word.endswith(ending):
            return _ordinal_stem(word.removesuffix(ending))
    return None


def fraction(word: str) -> float | None:
    """The share that a folded fraction noun names: Hälfte, Drittel, Viertel, Hundertstel."""
    if word in ("hälfte", "hälften"):
        return 0.5
    stem = word.removesuffix("s").removesuffix("n")
    if not stem.endswith("el"):
        return None
    parts = _ordinal_stem(stem.removesuffix("el"))
    return 1 / parts if parts and parts > 2 else None


def _ordinal_stem(stem: str) -> int | None:
    if stem in _ROUND_ORDINALS:
        return _ROUND_ORDINALS[stem]
    for irregular, base in _IRREGULAR_ORDINALS:
        if stem.endswith(irregular):
            return cardinal(stem.removesuffix(irregular) + base)
    number = cardinal(stem.removesuffix("t"))
    if number is not None and 0 < number % 100 < 20:
        return number if stem.endswith("t") else None
    return cardinal(stem.removesuffix("st")) if stem.endswith("st") else None


def age(word: str) -> int | None:
    """The years in a folded adjective or noun: dreijährige, Fünfzehnjähriger."""
    years, found, _ = word.partition("jährig")
    return cardinal(years) if found else None


def multiple(word: str) -> float | None:
    """How many times a folded word says: zweimal, dreifache, eineinhalbfach."""
    for ending in ("mal", "fach", "fache", "fachen", "facher", "faches"):
        if word.endswith(ending):
            times = word.removesuffix(ending)
            whole = cardinal(times)
            return mixed(times) if whole is None else whole
    return None
