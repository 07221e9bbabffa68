"""Who speaks, by all that names him: the actors' names, and what his article calls him beside them.

A spokesman's words are those of the body that he speaks for. Papers name that body in the same
breath ("Weserport-Chef Jann Behrends"), in one word with the office ("Polizeisprecher Karl Amann"),
or in the sentence before ("Die Bergbahn bestreitet das. … sagte Sprecherin Eva Lenz").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from claimtrack import lexicon
from claimtrack.about.origin import is_anonymous
from claimtrack.conflicts.statement.statement import Statement
from claimtrack.conflicts.statement.word_lists import stems_of
from claimtrack.german.animacy import speaker_noun
from claimtrack.lexicon.stems import (
    REMEMBERED,
    capitalised,
    is_function_word,
    stem,
    words,
)

Speaker = tuple[str, tuple[str, ...]]
"""An article, and the actors of a statement in it."""

_SHORTEST_BODY = 3
"""Fewer letters before an office name no body: "Exchef"."""


def speaker(statement: Statement) -> Speaker:
    """The article of a statement, with its actors."""
    return statement.place, statement.actors


def names(statement: Statement) -> frozenset[str]:
    """The stems of a speaker's names, without what many are: "Sprecher", "Polizei" stay roles."""
    named = [name for name in statement.claim.actors if not is_anonymous(name)]
    return frozenset(
        stem(word)
        for name in (*named, *statement.actors)
        for word in words(name)
        if word[:1].isupper() and not is_function_word(word) and stem(word) not in roles()
    )


def nouns(statement: Statement) -> frozenset[str]:
    """The stems of all nouns that name a speaker where he speaks, offices among them.

    Of "Sitzungspräsident" also "Präsident".
    """
    named = frozenset(capitalised(_mention(statement).replace("-", " ")))
    return named | {office for noun in named if (office := _office_in(noun))}


def is_advocate(statement: Statement) -> bool:
    """Whether somebody's lawyer speaks, who is not his client: "der Anwalt von Tom Vogt"."""
    said_by = (_mention(statement), *statement.claim.actors)
    return any(stem(word) in stems_of("advocate") for text in said_by for word in words(text))


def titles(statements: Iterable[Statement]) -> Mapping[Speaker, frozenset[str]]:
    """What the articles of some statements call each speaker: the stems of his body's names."""
    stems_of: dict[Speaker, frozenset[str]] = {}
    body: Statement | None = None
    for statement in sorted(statements, key=lambda each: (each.place, each.position)):
        mention = _mention(statement)
        called = frozenset(_called(mention))
        if body and _speaks_for_the_last(mention) and _in_one_paragraph(body, statement):
            called |= names(body)
        stems_of[speaker(statement)] = stems_of.get(speaker(statement), frozenset()) | called
        if _is_body(statement):
            body = statement
    return stems_of


def _mention(statement: Statement) -> str:
    """The words by which a text mentions a speaker."""
    layout, mention = statement.layout, statement.claim.speaker
    if layout is None or mention is None or not statement.actors:
        return ""
    return " ".join(layout.text[span.start : span.end] for span in mention.spans)


def _called(mention: str) -> Iterator[str]:
    yield from set(capitalised(mention.replace("-", " "))) - roles()
    for word in words(mention):
        yield from _body_in(word)


@lru_cache(maxsize=REMEMBERED)
def _body_in(word: str) -> tuple[str, ...]:
    """The stem of the body in one word with an office: "Polizeisprecher", "Werksleiterin"."""
    whole = stem(word)
    office = _office_in(whole)
    if office is None:
        return ()
    before = whole.removesuffix(office).rstrip("-")
    bodies = {before, before.removesuffix("s")}
    return tuple(sorted(stem(body) for body in bodies if len(body) >= _SHORTEST_BODY))


def _office_in(whole: str) -> str | None:
    """The office in which a stem ends, the longest."""
    return next((office for office in _offices() if whole.endswith(office)), None)


@cache
def _offices() -> tuple[str, ...]:
    return tuple(sorted(roles(), key=lambda office: (-len(office), office)))


def _speaks_for_the_last(mention: str) -> bool:
    """Whether a mention has an office and no body: "ein Sprecher", "Geschäftsführer Tom Vogt"."""
    named = (word for word in words(mention) if word[:1].isupper() and not is_function_word(word))
    genitive = {"der", "des", "von", "vom", "beim", "bei"} & set(words(mention)[1:])
    return stem(next(named, "")) in roles() and not genitive


def is_named_person(statement: Statement) -> bool:
    """Whether somebody speaks by his own name: "Anna Berg", not "Gäste" or "die Gewerkschaft"."""
    return any(word in _first_names() for name in statement.actors for word in words(name))


def _is_body(statement: Statement) -> bool:
    """Whether a speaker is a body: "die Klinik", "der Betreiber Seehof", not a person."""
    named = [name for name in statement.actors if not is_anonymous(name)]
    determiner = words(_mention(statement))[:1]
    if len(named) != 1 or not determiner or determiner[0].lower() not in _DETERMINERS:
        return False
    parts = words(named[0])
    return not any(word in _first_names() or speaker_noun(word) == "person" for word in parts)


@cache
def _first_names() -> frozenset[str]:
    return frozenset(name for _, names in lexicon.table("first_names") for name in names.split())


_DETERMINERS = frozenset({"der", "die", "das", "dem", "den", "des"})


def _in_one_paragraph(left: Statement, right: Statement) -> bool:
    layout = right.layout
    return (
        layout is not None
        and left.place == right.place
        and layout.paragraph(left.position) == layout.paragraph(right.position)
    )


def roles() -> frozenset[str]:
    """The stems of offices that many hold: "Sprecher", "Chef"."""
    return stems_of("role")
