"""German verb forms: which verb, which mood, which number a word can be.

The forms of some 8 000 verbs come from a table (``lexicon/verb_forms.tsv``). A word that it
lacks is read by rule where German is regular: an inner "zu" (festzustellen), a prefix before a
known form (weiterberichtete), verbs in -ieren (prognostizierte).
"""

from __future__ import annotations

from enum import IntFlag
from functools import cache
from typing import NamedTuple

from claimtrack.lexicon import classes, table


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


class Verb(NamedTuple):
    """All readings of one word as a verb form: its flags together and its verbs."""

    form: int
    lemmas: tuple[str, ...]


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
_INSEPARABLE = ("be", "ver", "er", "ent", "zer", "miss", "über", "unter", "wider", "hinter")
_IEREN = {"iere": "k", "iert": "st", "ierte": "SK", "ierten": "PQ", "ieren": "ipq"}


@cache
def _forms() -> dict[str, str]:
    return {row[0]: row[1] for row in table("verb_forms")}


@cache
def lemmas() -> frozenset[str]:
    """Every verb of the table, in the infinitive."""
    return frozenset(form for form, codes in _forms().items() if f"{form}:i" in codes)


@cache
def prefixes() -> tuple[str, ...]:
    """Separable prefixes, longest first."""
    return tuple(sorted(classes("function_words")["prefix"], key=len, reverse=True))


def flags(codes: str) -> Form:
    """The flags of one verb's codes; a Konjunktiv that looks like an indicative does not count."""
    form = Form.NONE
    for code in codes:
        form |= _CODES[code]
    if not _differs(codes, "ks", "qp"):
        form &= ~Form.K1
    if not _differs(codes, "KS", "QP"):
        form = (form & ~Form.K2) | (Form.EITHER if form & Form.K2 else Form.NONE)
    return form


def _differs(codes: str, *pairs: str) -> bool:
    return any(pair[0] in codes and pair[1] not in codes for pair in pairs)


def _entry(word: str) -> str | None:
    """The readings of a word as the table writes them, by rule where it is not listed."""
    return _forms().get(word) or _inner_zu(word) or _prefixed(word) or _eln(word) or _ieren(word)


def _inner_zu(word: str) -> str | None:
    """festzustellen, klarzumachen: prefix, "zu", infinitive."""
    for prefix in prefixes():
        if word.startswith(prefix + "zu"):
            base = word[len(prefix) + 2 :]
            if f"{base}:" in _forms().get(base, "") and base in lemmas():
                return f"{prefix}{base}:z"
    return None


def _prefixed(word: str) -> str | None:
    """weiterberichtete, gegenüberstünden: a prefix before a form of the table."""
    for prefix in (*prefixes(), *_INSEPARABLE):
        rest = word[len(prefix) :]
        if len(rest) > 2 and word.startswith(prefix) and rest in _forms():
            readings = (reading.split(":") for reading in _forms()[rest].split(" "))
            return " ".join(f"{prefix}{lemma}:{codes}" for lemma, codes in readings)
    return None


def _eln(word: str) -> str | None:
    """handele, sammele: the verbs in -eln keep or drop the e before the ending."""
    if word.endswith("ele"):
        return _forms().get(f"{word[:-3]}le")
    return None


def _ieren(word: str) -> str | None:
    """prognostizierte: the verbs in -ieren are all weak and have no ge-."""
    for ending, codes in _IEREN.items():
        if word.endswith(ending) and len(word) > len(ending) + 3:
            return f"{word[: -len(ending)]}ieren:{codes}"
    return None


@cache
def read(word: str) -> Verb | None:
    """What a lower-case word can be as a verb form, or None when it is no verb."""
    entry = _entry(word)
    if entry is None:
        return None
    form, names = Form.NONE, []
    for reading in entry.split(" "):
        lemma, _, codes = reading.partition(":")
        form |= flags(codes)
        names.append(lemma)
    if form & Form.INDICATIVE and form & Form.KONJUNKTIV:
        form &= ~Form.KONJUNKTIV
    return Verb(int(form), tuple(names)) if form else None


@cache
def rejoin(prefix: str, lemma: str) -> str | None:
    """The separable verb of a prefix at the end of a clause and its verb: mit, teilen -> mitteilen."""
    joined = prefix + lemma
    return joined if joined in lemmas() or joined in reporting_lemmas() else None


@cache
def reporting_lemmas() -> frozenset[str]:
    """The verbs of the reporting lexicon, which may be missing from the table of forms."""
    return frozenset(row[0] for row in table("reporting_verbs"))
