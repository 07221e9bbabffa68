"""German verb forms: which verb, which mood, which number a word can be.

The forms of some 8 000 verbs come from a table (``lexicon/verb_forms.tsv``). A word that it
lacks is read by rule where German is regular: an inner "zu" (festzustellen), a prefix before a
known form (weiterberichtete), verbs in -eln (handele), -ern (bedaure) and -ieren (prognostizierte),
the other Konjunktiv II of strong verbs (stürbe, ständen).
"""

from __future__ import annotations

from collections.abc import Callable
from enum import IntFlag
from functools import cache, lru_cache
from typing import NamedTuple

from claimtrack.lexicon import classes, pairs, words
from claimtrack.lexicon.by_word import by_word


class Form(IntFlag):
    """What a verb form can be. ``K1`` and ``K2`` are set only where no indicative looks alike.

    ``EITHER`` is a preterite that is the Konjunktiv II as well (sagten, verfolgten).
    """

    NONE = 0
    INDICATIVE = 1
    K1 = 2
    K2 = 4
    SINGULAR = 8
    PLURAL = 16
    INFINITIVE = 32
    ZU = 64
    PARTICIPLE = 128
    PAST = 256
    EITHER = 512
    KONJUNKTIV = K1 | K2
    FINITE = INDICATIVE | K1 | K2


# Plain integers: the arithmetic of IntFlag makes an object each time, and every token is asked.
_INDICATIVE, _KONJUNKTIV, _FINITE = int(Form.INDICATIVE), int(Form.KONJUNKTIV), int(Form.FINITE)
_INFINITIVE, _PARTICIPLE, _ZU = int(Form.INFINITIVE), int(Form.PARTICIPLE), int(Form.ZU)
_K1 = int(Form.K1)

_CODES = {
    "s": Form.INDICATIVE | Form.SINGULAR,
    "p": Form.INDICATIVE | Form.PLURAL,
    "S": Form.INDICATIVE | Form.SINGULAR | Form.PAST,
    "P": Form.INDICATIVE | Form.PLURAL | Form.PAST,
    "k": Form.K1 | Form.SINGULAR,
    "q": Form.K1 | Form.PLURAL,
    "K": Form.K2 | Form.SINGULAR,
    "Q": Form.K2 | Form.PLURAL,
    "i": Form.INFINITIVE,
    "z": Form.ZU,
    "t": Form.PARTICIPLE,
    "e": Form.NONE,
}
"""The letters of the table: one for each reading, the first person present ("e") not told apart."""

_IEREN = {"iere": "k", "iert": "st", "ierte": "SK", "ierten": "PQ", "ieren": "ipq"}
_SHORTEST_PREFIX = 2
_SHORTEST_VERB = 3
"""Letters behind a prefix that can be a verb form at all (gab, tue)."""


def is_konjunktiv_one(form: int) -> bool:
    """Whether flags hold the Konjunktiv I; they hold it only where no indicative looks like it."""
    return form & _K1 != 0


class Verb(NamedTuple):
    """All readings of one word as a verb form: its flags together and its verbs.

    What it can be stands here spelled out, since every clause asks again: a ``finite`` form, a
    Konjunktiv I and no indicative, an infinitive without zu, one with zu inside (festzustellen), a
    past participle.
    """

    form: int
    lemmas: tuple[str, ...]
    finite: bool
    konjunktiv_one: bool
    infinitive: bool
    inner_zu: bool
    participle: bool


def _verb(form: int, lemmas: tuple[str, ...]) -> Verb:
    """The verb of flags and lemmas."""
    kinds = (_FINITE, _K1, _INFINITIVE, _ZU, _PARTICIPLE)
    return Verb(form, lemmas, *[form & kind != 0 for kind in kinds])


@by_word
def read(word: str) -> Verb | None:
    """What a lower-case word can be as a verb form, or None when it is no verb."""
    entry = _entry(word)
    if entry is None:
        return None
    readings = [reading.split(":") for reading in entry.split(" ")]
    form = 0
    for _, codes in readings:
        form |= _flags(codes)
    if form & _INDICATIVE:
        form &= ~_KONJUNKTIV
    return _verb(form, tuple([lemma for lemma, _ in readings])) if form else None


@lru_cache(maxsize=1 << 12)
def rejoin(prefix: str, lemma: str) -> str | None:
    """The verb that a prefix at the end of a clause makes: mit, teilen -> mitteilen."""
    joined = prefix + lemma
    return joined if _is_infinitive(joined) or joined in reporting_lemmas() else None


@cache
def reporting_lemmas() -> frozenset[str]:
    """The verbs of the reporting lexicon, which may be missing from the table of forms."""
    return words("reporting_verbs")


def _forms() -> dict[str, str]:
    return pairs("verb_forms")


def _is_infinitive(word: str) -> bool:
    return f"{word}:i" in _forms().get(word, "")


@cache
def _flags(codes: str) -> int:
    """The flags of one verb's codes; a Konjunktiv that looks like an indicative does not count."""
    form = Form.NONE
    for code in codes:
        form |= _CODES[code]
    if not _tells_mood(codes, "ks", "qp"):
        form &= ~Form.K1
    if form & Form.K2 and not _tells_mood(codes, "KS", "QP"):
        form = (form & ~Form.K2) | Form.EITHER
    return int(form)


def _tells_mood(codes: str, *lookalikes: str) -> bool:
    """Whether the first code of a pair, a Konjunktiv, is there without its like in the second."""
    return any(pair[0] in codes and pair[1] not in codes for pair in lookalikes)


def _entry(word: str) -> str | None:
    """The readings of a word as the table writes them, by rule where it is not listed."""
    listed = _forms().get(word)
    if listed:
        return listed
    for letters, rule in _RULES:
        if letters in word and (entry := rule(word)):
            return entry
    return None


def _inner_zu(word: str) -> str | None:
    """The infinitive with zu of a separable verb: festzustellen, klarzumachen."""
    at = word.rfind("zu", 1, _longest_prefix() + 2)
    while at > 0:
        prefix, base = word[:at], word[at + 2 :]
        if prefix in _separable() and _is_infinitive(base):
            return f"{prefix}{base}:z"
        at = word.rfind("zu", 1, at + 1)
    return None


def _prefixed(word: str) -> str | None:
    """A form of the table behind a prefix, the longest that fits: weiterberichtete."""
    for prefix in _prefixes_by_start().get(word[:_SHORTEST_PREFIX], ()):
        if not word.startswith(prefix) or len(word) < len(prefix) + _SHORTEST_VERB:
            continue
        if (readings := _forms().get(word[len(prefix) :])) is not None:
            return " ".join([prefix + reading for reading in readings.split(" ")])
    return None


def _eln(word: str) -> str | None:
    """Verbs in -eln and -ern keep or drop the e before an ending: handele, bedaure."""
    if word.endswith("ele"):
        return _forms().get(f"{word[:-3]}le")
    return _forms().get(f"{word[:-2]}ere") if word.endswith("re") else None


def _rounded(word: str) -> str | None:
    """The older Konjunktiv II with ü of verbs in e, a, o: stürbe, hülfen, würfe."""
    ending = "en" if word.endswith("en") else "e"
    stem = word.removesuffix(ending)
    if stem == word or stem.count("ü") != 1:
        return None
    infinitive, past = stem.replace("ü", "e") + "en", stem.replace("ü", "a")
    strong = _is_infinitive(infinitive) and f"{infinitive}:" in _forms().get(past, "")
    return f"{infinitive}:{'Q' if ending == 'en' else 'K'}" if strong else None


def _umlauted(word: str) -> str | None:
    """The Konjunktiv II of a strong verb from its preterite: ständen of stand."""
    ending = "en" if word.endswith("en") else "e"
    stem = word.removesuffix(ending)
    if stem == word or stem.count("ä") != 1:
        return None
    readings = _forms().get(stem.replace("ä", "a"), "").split(" ")
    past = (lemma for lemma, _, codes in (r.partition(":") for r in readings) if "S" in codes)
    return " ".join(f"{lemma}:{'Q' if ending == 'en' else 'K'}" for lemma in past) or None


def _ieren(word: str) -> str | None:
    """The verbs in -ieren are all weak and have no ge-: prognostizierte."""
    for ending, codes in _IEREN.items():
        if word.endswith(ending) and len(word) > len(ending) + 3:
            return f"{word[: -len(ending)]}ieren:{codes}"
    return None


_RULES: tuple[tuple[str, Callable[[str], str | None]], ...] = (
    ("zu", _inner_zu),
    ("", _prefixed),
    ("e", _eln),
    ("ier", _ieren),
    ("ü", _rounded),
    ("ä", _umlauted),
)
"""The rules in the order in which they are asked, with the letters that a word must have."""


@cache
def _separable() -> frozenset[str]:
    return classes("function_words")["prefix"]


@cache
def _prefixes_by_start() -> dict[str, list[str]]:
    """All prefixes by their first letters, the longest first."""
    by_start: dict[str, list[str]] = {}
    prefixes = _separable() | classes("grammar_words")["inseparable"]
    for prefix in sorted(prefixes, key=len, reverse=True):
        by_start.setdefault(prefix[:_SHORTEST_PREFIX], []).append(prefix)
    return by_start


@cache
def _longest_prefix() -> int:
    return max(len(prefix) for prefixes in _prefixes_by_start().values() for prefix in prefixes)
