"""The people an article names: full names as they stand in the text, and the offices it gives them.

Shapes: "Wolodymyr Selenskyj" (a known first name), "Präsident Yoon Suk Yeol" (a person noun
before), "der ukrainische Präsident X", "Südkoreas Präsident X", "Der Chef der Gewerkschaft, X",
"X, der russische Generalstabschef", "Kim Yong Hyun" (known to the register).
"""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from claimtrack.german import nouns
from claimtrack.german.names import gender, is_first_name
from claimtrack.lexicon import classes, words
from claimtrack.registry import Registry

TOKEN = re.compile(
    r"[A-ZÄÖÜ]\.(?=[\s-])|(?:Dr|Prof|Mr|Mrs|Ms|Jr|Sr|St)\.|[IVX]+\.(?=\s+[a-zäöü])"
    r"|[^\W_][\w]*(?:[-’'/.&][^\W_][\w]*)*-?|[^\s]|\n"
)
_MOST_PARTS = 6
_REACH_LEFT = 12


class Word(NamedTuple):
    """A word or mark of the text with its place in it."""

    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        """The word in lower case."""
        return self.text.lower()

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


class Name(NamedTuple):
    """A person's name in the text: where, how it is spelled, what office goes with it there.

    ``office`` is a noun's citation form, masculine or feminine; ``of`` the words that say of
    what, as they stand ("ukrainische", "der SPD"); both may be empty.
    """

    text: str
    start: int
    end: int
    gender: str
    office: str = ""
    of: str = ""


def cut(text: str, offset: int = 0) -> list[Word]:
    """Words and marks of a text, their places counted from ``offset``."""
    return [
        Word(found.group(), found.start() + offset, found.end() + offset)
        for found in TOKEN.finditer(text)
    ]


@cache
def small(name: str) -> frozenset[str]:
    """One class of small words around names, see the lexicon ``actor_words``."""
    return classes("actor_words")[name]


def find_names(body: str, registry: Registry) -> list[Name]:
    """The full names of people in an article, in reading order."""
    tokens = cut(body)
    found: list[Name] = []
    at = 0
    while at < len(tokens):
        end = name_end(tokens, at, registry)
        if end:
            found.append(_with_office(tokens, at, end, registry))
        at = end or at + 1
    return found


def name_end(tokens: list[Word], at: int, registry: Registry) -> int:
    """The index behind the full name that begins at a token, or 0 when none begins there."""
    if not tokens[at].capital or tokens[at].text in small("title"):
        return 0
    end = _run(tokens, at)
    if end - at < 2:
        return 0
    if is_first_name(tokens[at].text) and not _is_common(tokens[at + 1].text):
        return _surname_end(tokens, at, end)
    if _person_before(tokens, at) and not nouns.read(tokens[at].text):
        return _surname_end(tokens, at, end)
    return _known_end(tokens, at, end, registry)


def _known_end(tokens: list[Word], at: int, end: int, registry: Registry) -> int:
    for stop in range(min(end, at + 4), at + 1, -1):
        entry = registry.exact(_joined(tokens[at:stop]))
        if entry and entry.actor.kind == "person":
            return stop
    return 0


def _run(tokens: list[Word], at: int) -> int:
    """The end of the capitalised words, name particles and numerals from a token on."""
    end = at + 1
    while end < len(tokens) and end - at < _MOST_PARTS:
        word = tokens[end]
        if word.start - tokens[end - 1].end > 1:
            break
        particle = word.text in small("particle") and word.text not in ("und", "den")
        if not particle and not (word.capital and word.text[:1].isalpha()):
            break
        end += 1
    while end > at + 1 and tokens[end - 1].text in small("particle"):
        end -= 1
    return end


def _surname_end(tokens: list[Word], at: int, end: int) -> int:
    """Cut a run of capitals behind the surname: before a common noun, behind a genitive."""
    stop = at + 1
    while stop < end:
        text = tokens[stop].text
        if stop > at + 1 and (_is_common(text) or _is_genitive(tokens[stop - 1].text)):
            break
        if text in small("particle") and stop + 1 < end and not tokens[stop + 1].capital:
            break
        if text in small("particle") and not _first_or_particle(tokens[stop - 1].text):
            break
        stop += 1
    while stop > at + 1 and tokens[stop - 1].text in small("particle"):
        stop -= 1
    return stop if stop - at >= 2 else 0


def _first_or_particle(text: str) -> bool:
    """What a particle can follow: Ursula von der Leyen, but Joe Stork von der Polizei."""
    return is_first_name(text) or text in small("particle") or text.endswith(".")


def _is_common(text: str) -> bool:
    """Whether a capitalised word is a common noun rather than part of a name."""
    if is_first_name(text) or len(text) <= 3:
        return False
    noun = nouns.read(text)
    return noun is not None and (noun.lemma != text or noun.kind != "person" or text in _offices())


@cache
def _offices() -> frozenset[str]:
    return words("offices")


def _is_genitive(text: str) -> bool:
    return (
        len(text) > 4
        and text.endswith("s")
        and not text.endswith(("ss", "us", "is", "as", "es", "os"))
    )


def _person_before(tokens: list[Word], at: int) -> bool:
    if not at or tokens[at].start - tokens[at - 1].end > 1:
        return False
    before = tokens[at - 1].text
    if before in small("title"):
        return True
    noun = nouns.read(before)
    return noun is not None and noun.kind == "person" and noun.singular


def _joined(tokens: list[Word]) -> str:
    return " ".join(word.text for word in tokens)


def _with_office(tokens: list[Word], at: int, end: int, registry: Registry) -> Name:
    text = bare_name(_joined(tokens[at:end]), tokens[end : end + 1], registry)
    office, of = _left_office(tokens, at)
    if not office:
        office, of = _right_office(tokens, end)
    told = gender(tokens[at].text) or _title_gender(tokens, at)
    noun = nouns.read(office) if office else None
    if not told and noun and noun.gender == "f":
        told = "f"
    if not told:
        entry = registry.exact(text)
        told = entry.gender if entry else ""
    return Name(text, tokens[at].start, tokens[end - 1].end, told or "", office, of)


def bare_name(text: str, after: list[Word], registry: Registry) -> str:
    """A name without its genitive -s: before a noun ("Peter Meiers Anwalt"), or as known."""
    if not _is_genitive(text.split()[-1]):
        return text
    if registry.exact(text[:-1]) or (after and after[0].capital):
        return text[:-1]
    return text


def _title_gender(tokens: list[Word], at: int) -> str:
    before = tokens[at - 1].text if at else ""
    if before in ("Frau", "Mrs.", "Ms.", "Lady"):
        return "f"
    return "m" if before in ("Herr", "Herrn", "Mr.", "Sir", "Lord") else ""


def _left_office(tokens: list[Word], at: int) -> tuple[str, str]:
    """The office before a name: "der ukrainische Präsident", "Der Chef der Behörde X, "."""
    stop = at
    if stop and tokens[stop - 1].text == ",":
        stop -= 1
    begin = stop
    while begin and stop - begin < _REACH_LEFT and _in_phrase(tokens[begin - 1]):
        begin -= 1
    for i in range(stop - 1, begin - 1, -1):
        noun = nouns.read(tokens[i].text)
        if (
            noun
            and noun.kind == "person"
            and noun.singular
            and tokens[i].text not in small("title")
        ):
            if stop < at and i == begin and i and tokens[i - 1].text == ",":
                return "", ""
            of = [*_before_noun(tokens, i), *tokens[i + 1 : stop]]
            return noun.lemma, _joined(of)
    return "", ""


def _in_phrase(word: Word) -> bool:
    """Whether a word can stand inside "Der Chef des westlichen Bündnisses NATO"."""
    return (
        word.text[:1].isalpha()
        and (
            word.capital
            or word.text in ("des", "der", "von", "für", "vom", "und")
            or word.text.endswith(("en", "er", "es", "em"))
        )
        and word.low
        not in ("haben", "hatten", "wurden", "werden", "sagten", "dass", "aber", "oder")
    )


_STATE_ADJECTIVE = re.compile(r"sche[nrms]?$")


def _before_noun(tokens: list[Word], at: int) -> list[Word]:
    """Adjectives of a state, or a genitive, before an office: "ukrainische", "Südkoreas"."""
    begin = at
    while begin and at - begin < 3 and _tells_of(tokens[begin - 1]):
        begin -= 1
    return tokens[begin:at]


def _tells_of(word: Word) -> bool:
    genitive = word.capital and word.text.endswith("s") and word.text != "Das"
    return genitive or _STATE_ADJECTIVE.search(word.low) is not None


def _right_office(tokens: list[Word], end: int) -> tuple[str, str]:
    """The office behind a name: "X, der russische Generalstabschef,", "X, Präsident der Y,"."""
    if end >= len(tokens) or tokens[end].text != ",":
        return "", ""
    for i in range(end + 1, min(end + 7, len(tokens))):
        word = tokens[i]
        noun = nouns.read(word.text)
        if noun and noun.kind == "person" and noun.singular:
            tail = takewhile(_in_phrase, tokens[i + 1 : i + 7])
            return noun.lemma, _joined([*tokens[end + 1 : i], *tail])
        if word.capital or not (word.low in small("definite") or word.low.endswith(("e", "en"))):
            break
    return "", ""
