"""Which words of a stretch are finite verbs.

Many German forms are several things: "bezeichnete" a preterite or an attribute, "berichtet" a
present or a participle, "haben" a plural or an infinitive. Shapes told apart by place: "auf nicht
weiter bezeichnete Quellen", "der vom Amt bezahlte Gutachter" (attributes), "hat berichtet"
(participle), "zu berichten", "Er berichtet …" (finite, for want of another), "… und berichtet …" (a
clause of its own).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimtrack.german.attributes import ENDINGS, attributive, extended, verb_follows
from claimtrack.german.names import is_first_name
from claimtrack.german.numbers.spelled import cardinal
from claimtrack.german.quotations import MARKS
from claimtrack.german.tokens import Token
from claimtrack.german.words import look_up
from claimtrack.lexicon import classes

_NOUN_MARKERS = frozenset({"article", "determiner", "preposition"})
_COORDINATORS = frozenset(["und", "aber", "oder"])
_POINTING = frozenset(["das", "dies"])
OPENING_MARKS = MARKS | {":"}
_COUNT = re.compile(r"\d{1,3}(?:\.\d{3})*")  # four bare digits are a year
_NAMING = tuple(classes("speech_words")["naming"])
_MARKED = 7
"""Tokens from a word in a name in marks to either mark, at the most."""

_REACH = 8
"""How far behind a capitalised first word a rival verb is looked for."""


def finite_indices(sentence: Sequence[Token], start: int, end: int) -> list[int]:
    """The indices of the finite verbs in ``sentence[start:end]``, rising.

    All sure ones; unsure forms count where no sure one is, or behind a coordinator.
    """
    sure: list[int] = []
    unsure: list[int] = []
    for i in range(start, end):
        word = sentence[i].word
        verb = word.verb
        if verb is None or not verb.finite or not _placed(sentence, i, start, end):
            continue
        if in_marked_name(sentence, i):
            continue
        alone = word.auxiliary and not sure and not _hangs(sentence, i, end)
        clear = not (verb.infinitive or verb.participle) or alone
        (sure if clear else unsure).append(i)
    if not sure:
        return _likeliest(sentence, unsure, end)
    if len(sure) > 1:
        sure = [i for i in sure if not _inner_attribute(sentence, i, end)] or sure
    if any(sentence[i].word.auxiliary for i in sure):
        return sure
    return sorted([*sure, *(i for i in unsure if i and sentence[i - 1].low in _COORDINATORS)])


def in_marked_name(sentence: Sequence[Token], i: int) -> bool:
    """Whether a word stands in marks that name what is before them: Bündnis „Klinik bleibt“.

    Words in marks whose first has a capital, right behind a noun for bodies or works.
    """
    if MARKS.isdisjoint([token.text for token in sentence[max(1, i - _MARKED + 1) : i]]):
        return False
    for opening in range(i - 1, max(0, i - _MARKED), -1):
        if sentence[opening].text in MARKS:
            break
    else:
        return False
    if not sentence[opening - 1].low.endswith(_NAMING):
        return False
    closes = any(token.text in MARKS for token in sentence[i + 1 : i + _MARKED])
    return closes and sentence[opening + 1].word.capital


def _bent_participle(low: str) -> bool:
    """Whether a form is a participle with an ending: genannte, bestimmte; but not sagte."""
    stems = (low.removesuffix(ending) for ending in ENDINGS if low.endswith(ending))
    verbs = (look_up(stem).verb for stem in stems)
    return any(verb is not None and verb.participle for verb in verbs)


def _likeliest(sentence: Sequence[Token], unsure: list[int], end: int) -> list[int]:
    """The first unsure form, unless an infinitive with zu makes the clause: "um … zu berichten"."""
    if unsure and any(_with_zu(sentence, i) for i in range(unsure[0] + 1, end)):
        return []
    return unsure[:1]


def _hangs(sentence: Sequence[Token], i: int, end: int) -> bool:
    """Whether an infinitive hangs on the verb right behind it.

    "Mitglied werden zu können", "angeboten werden sollten", "heftiger sein werden".
    """
    verb = sentence[i].word.verb
    if verb is None or not verb.infinitive or i + 1 >= end:
        return False
    behind = sentence[i + 1].word
    if behind.low == "zu":
        return i + 2 < end and _with_zu(sentence, i + 2)
    return behind.auxiliary and behind.finite and not behind.capital


def _with_zu(sentence: Sequence[Token], i: int) -> bool:
    verb = sentence[i].word.verb
    if verb is None:
        return False
    return verb.inner_zu or (verb.infinitive and sentence[i - 1].low == "zu")


def _inner_attribute(sentence: Sequence[Token], i: int, end: int) -> bool:
    """Whether only adverbs and adjectives part an attribute from its article.

    "auf nicht näher genannte Orte", "keine neuen daran befestigten Kabel".
    """
    if sentence[i].word.auxiliary or not attributive(sentence, i, end):
        return False
    j = i - 1
    while j > 0 and ("adverb" in sentence[j].word.classes or _adjective(sentence[j])):
        j -= 1
    return j >= 0 and not sentence[j].word.classes.isdisjoint(_NOUN_MARKERS)


def _adjective(token: Token) -> bool:
    word = token.word
    bent = word.letters and word.low.endswith(ENDINGS)
    return bent and not word.capital and not word.classes and word.verb is None


def _placed(sentence: Sequence[Token], i: int, start: int, end: int) -> bool:
    """Whether a form at i stands where a finite verb can: no noun, no attribute, no "zu"."""
    token = sentence[i]
    if i == start:
        return _placed_first(sentence, i, end)
    if token.word.capital:
        return False
    if sentence[i - 1].low == "ich" or (i + 1 < end and sentence[i + 1].low == "ich"):
        return True
    if sentence[i - 1].low == "zu" or _behind_article(sentence, i, start, end):
        return False
    return not (_behind_number(sentence, i, end) or extended(sentence, i, start, end))


def _behind_number(sentence: Sequence[Token], i: int, end: int) -> bool:
    """Whether a form is an attribute behind a number: "und 5 verletzte Soldaten".

    A year can open a sentence instead, and a noun have the number: "2019 bestätigte Wien",
    "Artikel 5 schützte Minderheiten".
    """
    if not attributive(sentence, i, end):
        return False
    number = sentence[i - 1].text
    counts = _COUNT.fullmatch(number) or (number.islower() and cardinal(number))
    labels = i > 1 and sentence[i - 2].word.capital and not sentence[i - 2].word.classes
    return bool(counts) and not labels


def _behind_article(sentence: Sequence[Token], i: int, start: int, end: int) -> bool:
    """Whether a form is an attribute behind an article: "die genannte Zahl", "mit geplanten 30".

    An opening "das" or "dies" may be a pronoun instead: "Das bestätigte Lange."
    """
    before = sentence[i - 1]
    if before.word.classes.isdisjoint(_NOUN_MARKERS) or sentence[i].word.auxiliary:
        return False
    pronoun = before.low in _POINTING and i - 1 == start
    counted = i + 1 < end and sentence[i + 1].text[0].isdigit()
    counted = counted and sentence[i].low.endswith(ENDINGS)
    return not pronoun and (counted or attributive(sentence, i, end))


def _placed_first(sentence: Sequence[Token], i: int, end: int) -> bool:
    """The same for the first word of a stretch: "Sagte er das?", "bestätigte die Polizei".

    A name behind it is its subject: "erklärte Anwalt Arne Lüdecke und verwies auf …".
    """
    if not sentence[i].word.capital:
        attribute = attributive(sentence, i, end) and _bent_participle(sentence[i].low)
        named = any(is_first_name(token.text) for token in sentence[i + 1 : min(end, i + 3)])
        return not (attribute and not named and verb_follows(sentence, i, end))
    if i > 0 and sentence[i - 1].text not in OPENING_MARKS:
        return False
    return not _rather_noun(sentence, i, end)


def _rather_noun(sentence: Sequence[Token], i: int, end: int) -> bool:
    """Whether a capitalised first word that looks like a verb has a rival for finite verb."""
    word = sentence[i].word
    if word.verb is not None and word.verb.konjunktiv_one and not word.auxiliary:
        return True
    behind = sentence[i + 1 : min(end, i + _REACH)]
    return any(token.word.finite and not token.word.capital for token in behind)
