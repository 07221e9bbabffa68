"""Words that say the state of counted things, found among the words of a clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from claimtrack import lexicon
from claimtrack.german.animacy import speaker_noun
from claimtrack.german.document import Document
from claimtrack.german.tokens import Token
from claimtrack.model import Span

_KEY = 3


class Hit(NamedTuple):
    """A word (or several) that gives one of these states, best first, and where it stands.

    ``only`` are those that it says of one sort of counted nouns alone, "people", "posts" or
    "animals": soldiers fall, prices too; flights are cut as jobs are, ropes are torn as sheep are.
    """

    states: tuple[str, ...]
    only: frozenset[tuple[str, str]]
    start: int
    end: int
    word: str


class _Entry(NamedTuple):
    """A pattern of ``state_words.tsv``: its words, whether others may lie between, its state.

    ``only`` is the sort of counted nouns of which alone it says so, or "".
    """

    parts: tuple[str, ...]
    gap: bool
    state: str
    only: str


@cache
def _entries(kind: str) -> dict[str, tuple[_Entry, ...]]:
    """The word patterns of a kind by the first letters of their first word ("*" for endings)."""
    by_letters: dict[str, list[_Entry]] = {}
    for state, kind_of, patterns in lexicon.table("state_words"):
        general, _, only = kind_of.partition(":")
        for pattern in patterns.split() if general == kind else ():
            gap = "+" in pattern
            parts = tuple(pattern.split("+" if gap else "_"))
            key = "*" if pattern.startswith("*") else parts[0].rstrip("*")[:_KEY]
            by_letters.setdefault(key, []).append(_Entry(parts, gap, state, only))
    return {
        key: tuple(sorted(entries, key=lambda entry: -len("".join(entry.parts))))
        for key, entries in by_letters.items()
    }


def words_of(document: Document, start: int, end: int) -> list[Token]:
    """The words between two offsets of the text."""
    return [token for token in document.tokens_in(Span(start, end)) if token.word.letters]


def hits(kind: str, words: Sequence[Token]) -> Iterator[Hit]:
    """Every word of a kind (verb, noun, event, role, scene) among the words, in order.

    A verb that opens them may have the capital of a sentence's first word; a noun made of one tells
    who speaks: "Überlebende berichteten von 300 Fahrgästen".
    """
    for index, word in enumerate(words):
        opens = index == 0 and kind == "verb" and word.text[0].isupper()
        opens = opens and speaker_noun(word.text) != "person"
        if opens:
            word = word._replace(text=word.text[0].lower() + word.text[1:])
        opened = _opened_by(kind, word.text, opens)
        matching = [entry for entry in opened if _goes_on(entry, words[index + 1 :])]
        if matching:
            given = tuple(entry.state for entry in matching)
            only = frozenset((entry.state, entry.only) for entry in matching if entry.only)
            yield Hit(given, only, word.start, word.end, word.text)


@lru_cache(maxsize=1 << 15)
def _opened_by(kind: str, word: str, opens: bool) -> tuple[_Entry, ...]:
    """The patterns of a kind that a word may open; most words open none.

    Those that are endings come last, but first where a verb opens the sentence.
    """
    whole, endings = _entries(kind).get(word[:_KEY], ()), _entries(kind).get("*", ())
    near = endings + whole if opens else whole + endings
    return tuple([entry for entry in near if _alike(entry.parts[0], word)])


def _goes_on(entry: _Entry, rest: Sequence[Token]) -> bool:
    """Whether the further words of a pattern follow in the rest of the words."""
    behind = entry.parts[1:]
    if entry.gap:
        return any(_alike(behind[0], later.text) for later in rest)
    following = [later.text for later in rest[: len(behind)]]
    return len(following) == len(behind) and all(map(_alike, behind, following))


def _alike(pattern: str, word: str) -> bool:
    if pattern.startswith("*"):
        return word.endswith(pattern[1:])
    if pattern.endswith("*"):
        return word.startswith(pattern[:-1])
    return word == pattern
