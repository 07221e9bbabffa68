"""Whether the clause around a date looks back or ahead, by its verbs.

Back: a preterite ("war"), a perfect ("hat … begonnen", "sei … worden"), a verb of saying in
whatever tense ("wie die Behörde am Montag mitteilt"). Ahead: werden, a modal verb, an infinitive
with zu, a plain present ("beginnt"), "ist … geplant". The clause decides; where it has no verb,
the sentence does.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal

from claimtrack.german.dates.letters import Line
from claimtrack.german.verbs import Form, read
from claimtrack.lexicon import classes

Direction = Literal["back", "ahead", "unknown"]

# Plain integers: the arithmetic of IntFlag makes an object each time.
_PARTICIPLE, _INFINITIVE, _ZU = int(Form.PARTICIPLE), int(Form.INFINITIVE), int(Form.ZU)
_FINITE, _PAST = int(Form.FINITE), int(Form.PAST)
_CLAUSE = frozenset(',.!|:-"()')
_AHEAD = re.compile(
    r"w(?:ird|erden?|ürden?)|soll(?:e|en|te|ten)?|w(?:ill|ollen?)|k(?:ann|önnen?|önnte|önnten)"
    r"|m(?:uss|üssen?|üsste|üssten|öchten?)|d(?:arf|ürfen?|ürften?)"
)
_HAVE = frozenset(["hat", "haben", "habe"])
_INFLECTED = re.compile(r"(\w+(?:t|en))e[nmrs]?")
_REACH = 40


def direction(line: Line, first: int, last: int) -> Direction:
    """Where the clause around the tokens ``first`` to ``last`` (included) looks."""
    if _before_attribute(line, last):
        return "back"
    for boundary in (_ends_clause, _ends_sentence):
        words = _around(line, first, last, boundary)
        verdict = _verdict(words)
        if verdict != "unknown":
            return verdict
    return "unknown"


def _before_attribute(line: Line, last: int) -> bool:
    """ "der am Montag veröffentlichte Bericht": an inflected participle and its noun follow."""
    if line.letters[last + 1 : last + 3] != "xC":
        return False
    stem = _INFLECTED.fullmatch(line.tokens[last + 1])
    return bool(stem and _form(stem[1]) & _PARTICIPLE and stem[1] not in _planned())


def _ends_clause(line: Line, i: int) -> bool:
    if line.letters[i] not in _CLAUSE or (line.letters[i] == "-" and line.tight(i)):
        return False
    return not _inside_date(line, i)


def _ends_sentence(line: Line, i: int) -> bool:
    return line.letters[i] in "!|" or (line.letters[i] == "." and not _inside_date(line, i))


def _inside_date(line: Line, i: int) -> bool:
    """The full stop of an ordinal (14. Oktober) or the comma between two of them."""
    before = line.letters[i - 1] if i else ""
    return before in "1." and line.letters[i] in ".,"


def _around(line: Line, first: int, last: int, ends: Callable[[Line, int], bool]) -> list[str]:
    """The small words of the clause, nearest first, those behind the date before those ahead."""
    words, letters = [], line.letters
    for steps in (range(last + 1, min(len(letters), last + _REACH)),
                  range(first - 1, max(-1, first - _REACH), -1)):  # fmt: skip
        for i in steps:
            if letters[i] == "x":
                words.append(line.tokens[i])
            elif ends(line, i):
                break
    return words


def _verdict(words: list[str]) -> Direction:
    """What the verbs among these words say; the nearest sure one decides."""
    forms = {word: form for word in words if (form := _form(word))}
    participles = [word for word, form in forms.items() if form & _PARTICIPLE]
    if participles and (_perfect() & set(words) or _has_perfect_infinitive(words, participles)):
        planned = "worden" not in words and not _planned().isdisjoint(participles)
        return "ahead" if planned else "back"
    sure = [word for word in words if _AHEAD.fullmatch(word) or _is_sure(forms.get(word))]
    doubtful = [word for word, form in forms.items() if form & _FINITE]
    for word in (*sure, *doubtful):
        if word not in _HAVE:
            return "ahead" if _AHEAD.fullmatch(word) else _of_finite(word, forms[word])
    if _has_zu_infinitive(words, forms):
        return "ahead"
    return "back" if participles else "unknown"


def _has_perfect_infinitive(words: list[str], participles: list[str]) -> bool:
    """ "soll geflohen sein": sein right behind its participle, which the possessive is not."""
    return any(two == "sein" and one in participles for one, two in pairwise(words))


def _is_sure(form: int | None) -> bool:
    """A finite form that is no participle and no infinitive too, as "eröffnet" and "finden" are."""
    return bool(form and form & _FINITE and not form & (_PARTICIPLE | _INFINITIVE))


def _has_zu_infinitive(words: list[str], forms: dict[str, int]) -> bool:
    if any(form & _ZU for form in forms.values()):
        return True
    return "zu" in words and any(form & _INFINITIVE for form in forms.values())


def _of_finite(word: str, form: int) -> Direction:
    if form & _PAST:
        return "back"
    verb = read(word)
    return "back" if verb and classes("date_tense")["said"].intersection(verb.lemmas) else "ahead"


@lru_cache(maxsize=1 << 16)
def _form(word: str) -> int:
    """The flags of a word as a verb form, 0 for one that is none."""
    if word in classes("function_words")["not_verb"]:
        return 0
    verb = read(word)
    return verb.form if verb else 0


@cache
def _perfect() -> frozenset[str]:
    """Forms of haben, sein and werden that make a perfect or a passive of what is over."""
    return classes("date_tense")["perfect"]


@cache
def _planned() -> frozenset[str]:
    """Participles of what is still to come: geplant, angesetzt, vorgesehen."""
    return classes("date_tense")["planned"]
