"""Years apart from other numbers of four digits: "seit 2010", not "2010 Menschen".

A word before (im Jahr, seit, Ende, a month) makes a year of any number from 1000 on; brackets do;
a noun, a unit or a mark of money behind it makes a quantity. What is left is a year when it is a
likely one (1900 to 2049) and no inflected adjective with its noun follows.
"""

from __future__ import annotations

from functools import cache

from claimtrack.german.dates.letters import Line
from claimtrack.german.verbs import Form, read
from claimtrack.lexicon import classes

_STRONG = frozenset("jPMSsgFB")
_PREPOSITIONS = frozenset("vybfi")
_UNITS = frozenset("dwmjeqhcJH")


def is_year(line: Line, first: int, last: int) -> bool:
    """Whether the number or numbers in the tokens ``first`` to ``last`` (included) are years."""
    number = int(line.word(_first_number(line, first, last)).text)
    if _glued(line, first, last) or _counted(line, last) or _measured(line, first):
        return False
    before = _before(line, first)
    named = line.letters[first] in "jP" or before in _STRONG
    if named and not _round_quantity(line, number, last, before):
        return True
    if _bracketed(line, first, last) or _is_pair(line, first, last):
        return True
    if not 1900 <= number < 2050:
        return number % 100 != 0 and _dates_something(line, number, last, before)
    return not _counts_things(line, number, last, before)


def _first_number(line: Line, first: int, last: int) -> int:
    return next(i for i in range(first, last + 1) if line.letters[i] == "Y")


def _before(line: Line, first: int) -> str:
    """The letter before, small words of no weight left out: "seit dem Jahr", "ab etwa 2010"."""
    i = first - 1
    while i >= 0 and line.letters[i] == "t":
        i -= 1
    return line.letters[i] if i >= 0 else ""


def _glued(line: Line, first: int, last: int) -> bool:
    """Part of a longer word or number: rocknet2014, 2014@, 2014,5, 0471/2015, AZ-2014."""
    start, end = line.starts[first], line.ends[last]
    if start and (line.text[start - 1].isalnum() or line.text[start - 1] in "_@#€$£+"):
        return True
    rest = line.text[end : end + 2]
    if rest[:1].isalnum() or rest[:1] in "_@%€$°" or (rest[:1] in ".,:" and rest[1:2].isdigit()):
        return True
    marked = line.letters[first - 1 : first] in tuple("/-.,:") and line.tight(first)
    return marked and line.letters[first - 2 : first - 1] in tuple("012YCx")


def _counted(line: Line, last: int) -> bool:
    """A unit, money or a percentage behind it: 1998 Euro, 2000 Uhr, 1500 km."""
    behind = line.letters[last + 1 : last + 2]
    if line.letters[last + 1 : last + 3] in ("b0", "-0", "b1"):
        return True
    if behind in tuple(_UNITS) or behind in ("0", "1", "2", "Y"):
        return not (behind in "12" and line.letters[last + 2 : last + 3] == ".")
    word = line.word(last + 1).text if behind else ""
    return word in classes("date_numbers")["unit"]


def _measured(line: Line, first: int) -> bool:
    """A word before it that only numbers have: rund 2000, mehr als 1990, Tel. 2014."""
    if not first:
        return False
    i = first - 1
    i -= line.letters[i] == "." and i > 0
    word = line.word(i)
    if line.letters[i] in ("0", "2") and line.letters[first - 1] != ".":
        return True
    if word.text == "als":
        return i > 0 and line.word(i - 1).text.lower() in ("mehr", "weniger")
    about = line.letters[i] == "A" and word.value != "exact"
    return about or word.text.lower() in classes("date_numbers")["amount"]


def _round_quantity(line: Line, number: int, last: int, before: str) -> bool:
    """ "bis 2000 Menschen", "ab 1500 Euro": a round number right before a noun."""
    return before in "sg" and number % 100 == 0 and line.letters[last + 1 : last + 2] == "C"


def _bracketed(line: Line, first: int, last: int) -> bool:
    return line.letters[first - 1 : first] == "(" and line.letters[last + 1 : last + 2] in tuple(
        "),;"
    )


def _is_pair(line: Line, first: int, last: int) -> bool:
    """1898-1976, 2005/2010, "von 2009 bis 2011": low to high, no noun behind old or round ones."""
    numbers = [int(line.word(i).text) for i in range(first, last + 1) if line.letters[i] == "Y"]
    plain = line.letters[last + 1 : last + 2] != "C"
    likely = all(1900 <= number < 2050 and number % 100 for number in numbers)
    return len(numbers) == 2 and numbers[0] < numbers[1] < 2100 and (plain or likely)


def _dates_something(line: Line, number: int, last: int, before: str) -> bool:
    """ "nach 1871", "1848 begann", "1875 in Prag geboren": signs of a year long gone."""
    behind = line.letters[last + 1 : last + 2]
    if before in _PREPOSITIONS and not _counts_things(line, number, last, before):
        return not (behind == "u" and line.letters[last + 2 : last + 3] in "0Y")
    return behind == "i" or (behind == "x" and _is_verb(line.word(last + 1).text))


def _counts_things(line: Line, number: int, last: int, before: str) -> bool:
    """Whether a noun follows, at once or behind an inflected adjective, and counts with it."""
    behind, next_but_one = line.letters[last + 1 : last + 2], line.letters[last + 2 : last + 3]
    if behind == "C":
        return before != "C" or number % 100 == 0
    if behind != "x" or next_but_one != "C":
        return False
    word = line.word(last + 1).text
    if _is_participle(word) and number % 100:
        return False  # "sein 2017 erschienenes Buch"
    inflected = word.endswith(("e", "en", "er", "es", "em")) and len(word) > 3
    return inflected and not _is_verb(word) and word not in _small_words()


def _is_participle(word: str) -> bool:
    """An inflected participle: erschienenes, gegründete."""
    stem = word.rstrip("nmrs").removesuffix("e")
    verb = read(stem) if stem != word else None
    return bool(verb and verb.form & Form.PARTICIPLE)


def _is_verb(word: str) -> bool:
    return read(word) is not None and word not in classes("function_words")["not_verb"]


@cache
def _small_words() -> frozenset[str]:
    """Articles, prepositions, pronouns and adverbs: they open a phrase of their own."""
    lists = classes("function_words")
    names = (
        "article",
        "determiner",
        "pronoun",
        "preposition",
        "adverb",
        "subordinator",
        "coordinator",
    )
    return frozenset().union(*(lists[name] for name in names))
