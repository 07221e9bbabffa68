"""The people an article names: full names as they stand in the text, and the offices it gives them.

Shapes: "Wolodymyr Selenskyj" (a known first name), "Präsident Yoon Suk Yeol" (a person noun
before), "der ukrainische Präsident X", "Südkoreas Präsident X", "Der Chef der Gewerkschaft, X",
"X, der russische Generalstabschef", "Kim Yong Hyun" (known to the register).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from claimtrack.extract.actor import offices
from claimtrack.german import nouns
from claimtrack.german.complements import opens_date
from claimtrack.german.document import Document
from claimtrack.german.names import gender, is_first_name, is_thing
from claimtrack.german.tokens import Token, spelled
from claimtrack.lexicon import classes, words
from claimtrack.lexicon.by_word import by_word
from claimtrack.registry import Registry

_SMALL = classes("actor_words")

BODY_OR_MEMBER = ("rat", "vorstand")
"""Ends of nouns for a body that are titles of its members as well."""

_MOST_PARTS = 8


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


def find_names(document: Document, registry: Registry) -> list[Name]:
    """The full names of people in a text, in reading order."""
    return [name for tokens in document.parts for name in _names(tokens, registry)]


def _names(tokens: Sequence[Token], registry: Registry) -> Iterator[Name]:
    done = 0
    may_open = registry.may_open_person
    for at in _with_more(tokens):
        text, before = tokens[at].text, tokens[at - 1].text
        if is_first_name(text) or _announces_name(before) or may_open(text):
            end = name_end(tokens, at, registry) if at >= done else 0
            if end:
                yield _with_office(tokens, at, end, registry)
                done = end


def _with_more(tokens: Sequence[Token]) -> list[int]:
    """Where a capital stands before a word that can go on with a name: asked before the rest."""
    capital = [at for at, token in enumerate(tokens[:-1]) if token.word.upper]
    return [at for at in capital if _continues(tokens[at + 1])]


@by_word
def _announces_name(text: str) -> bool:
    """Whether any name may follow a word: a title, a person or the member of a body."""
    if text in _SMALL["title"]:
        return True
    noun = nouns.read(text)
    return noun is not None and noun.singular and _is_title(noun)


def _is_title(noun: nouns.Noun) -> bool:
    return noun.kind == "person" or noun.lemma.lower().endswith(BODY_OR_MEMBER)


def name_end(tokens: Sequence[Token], at: int, registry: Registry) -> int:
    """The index behind the full name that begins at a token, or 0 when none begins there."""
    if not tokens[at].word.upper or tokens[at].text in _SMALL["title"]:
        return 0
    if at + 1 == len(tokens) or not _continues(tokens[at + 1]):
        return 0
    first = tokens[at].text
    opens = is_first_name(first) and not _is_common(tokens[at + 1].text)
    opens = opens or (_person_before(tokens, at) and not nouns.read(first))
    if not opens and not registry.may_open_person(first):
        return 0
    end = _run(tokens, at)
    if end - at < 2:
        return 0
    return _surname_end(tokens, at, end) if opens else _known_end(tokens, at, end, registry)


def _known_end(tokens: Sequence[Token], at: int, end: int, registry: Registry) -> int:
    for stop in range(min(end, at + 4), at + 1, -1):
        entry = registry.exact(spelled(tokens[at:stop]))
        if entry and entry.actor.kind == "person":
            return stop
    return 0


def _run(tokens: Sequence[Token], at: int) -> int:
    """The end of the capitalised words, name particles and numerals from a token on."""
    end = at + 1
    while end < len(tokens) and end - at < _MOST_PARTS:
        word = tokens[end]
        if word.start - tokens[end - 1].end > 1:
            break
        if not _continues(word):
            break
        end += 1
    while end > at + 1 and tokens[end - 1].text in _SMALL["particle"]:
        end -= 1
    return end


def _continues(word: Token) -> bool:
    """Whether a word can stand behind the first one of a name: a capital or a particle."""
    if word.word.upper:
        return word.text[0].isalpha()
    return word.text in _SMALL["particle"] and word.text not in ("und", "den")


def _surname_end(tokens: Sequence[Token], at: int, end: int) -> int:
    """Cut a run of capitals behind the surname: before a common noun, behind a genitive.

    A surname alone before a noun is no full name: "Landrat Brück Fehler".
    """
    if not is_first_name(tokens[at].text) and is_thing(tokens[at + 1].text):
        return 0
    stop = at + 1
    while stop < end:
        text = tokens[stop].text
        if stop > at + 1 and (
            opens_date(tokens, stop, end + 1)
            or _is_common(text)
            or is_thing(text)
            or _is_genitive(tokens[stop - 1].text)
        ):
            break
        if text in _SMALL["particle"] and stop + 1 < end and not _goes_on(tokens[stop + 1]):
            break
        if text in _SMALL["particle"] and not before_particle(tokens[stop - 1].text, text):
            break
        stop += 1
    while stop > at + 1 and tokens[stop - 1].text in _SMALL["particle"]:
        stop -= 1
    return stop if stop - at >= 2 else 0


def _goes_on(word: Token) -> bool:
    """Whether a particle can stand before a word: "von Storch", "de la Torre"."""
    return word.word.upper or word.text in _SMALL["foreign_particle"]


def before_particle(text: str, particle: str) -> bool:
    """What a particle can follow: Ursula von der Leyen, but Joe Stork von der Polizei.

    Those of other languages follow any name: Dilma Souza da Costa; "von" a title as well: Otto
    Graf von Lahn.
    """
    if is_first_name(text) or text in _SMALL["particle"] or text.endswith("."):
        return True
    if text in _SMALL["nobility"]:
        return particle in _SMALL["noble_particle"]
    return particle in _SMALL["foreign_particle"] and not _is_common(text)


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


def _person_before(tokens: Sequence[Token], at: int) -> bool:
    if not at or tokens[at].start - tokens[at - 1].end > 1:
        return False
    before = tokens[at - 1].text
    if before in _SMALL["title"]:
        return True
    noun = nouns.read(before)
    if noun is None or not noun.singular:
        return False
    return noun.kind == "person" or _member(noun, tokens[at].text)


def _member(noun: nouns.Noun, first: str) -> bool:
    """Whether a body's noun is that of one of its members: "Gemeindevorstand Gian Caviezel".

    Not before the name of a place of two words: "Gemeinderat Sankt Moritz".
    """
    return noun.lemma.lower().endswith(BODY_OR_MEMBER) and first not in _SMALL["place_word"]


def _with_office(tokens: Sequence[Token], at: int, end: int, registry: Registry) -> Name:
    text = bare_name(spelled(tokens[at:end]), tokens[end : end + 1], registry)
    office, of = offices.before(tokens, at)
    if not office:
        office, of = offices.behind(tokens, end)
    if not office:
        office, of = offices.predicated(tokens, at, end)
    told = gender(tokens[at].text) or _title_gender(tokens, at)
    noun = nouns.read(office) if office else None
    if not told and noun and noun.gender == "f":
        told = "f"
    if not told:
        entry = registry.exact(text)
        told = entry.gender if entry else ""
    return Name(text, tokens[at].start, tokens[end - 1].end, told or "", office, of)


def bare_name(text: str, after: Sequence[Token], registry: Registry) -> str:
    """A name without its genitive -s: before a noun ("Peter Meiers Anwalt"), or as known."""
    if not _is_genitive(text.split()[-1]):
        return text
    if registry.exact(text[:-1]) or (after and after[0].word.upper):
        return text[:-1]
    return text


def _title_gender(tokens: Sequence[Token], at: int) -> str:
    before = tokens[at - 1].text if at else ""
    if before in ("Frau", "Mrs.", "Ms.", "Lady"):
        return "f"
    return "m" if before in ("Herr", "Herrn", "Mr.", "Sir", "Lord") else ""
