"""That an article tells somebody to have turned round, wherever it says so.

The words of an admission ("Wir machen das Becken zu") often show nothing of it. Its article does:
it says "räumte ein" in another sentence, has the speaker regret what he said, recalls it ("Noch
im Mai hatte sie das ausgeschlossen"), lets others speak of a breach of promise, or has it in the
title.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Protocol

from claimtrack.conflicts.statement.passage import Layout
from claimtrack.conflicts.statement.statement import Statement
from claimtrack.conflicts.statement.word_lists import whole_words
from claimtrack.lexicon.stems import capitalised

_CLASSES = ("regret", "recalled", "about_face")
_WORDS = {name: whole_words(name) for name in _CLASSES}
"""Classes of conflict_words.tsv that are looked for in a sentence of the article."""
PLUPERFECT = re.compile(r"\bhatten?\b")
"""What is recalled stands in it."""
_TITLE = whole_words("turn_in_title")


_FARTHER = 0.4
"""What a sentence that tells of a turn counts for the speaker's statements elsewhere."""


class Spoken(Protocol):
    """A statement with the sentence in which it stands, and its speaker's names as stems."""

    @property
    def statement(self) -> Statement:
        """The statement."""

    @property
    def sentence(self) -> int:
        """Its sentence, counted from 0."""

    @property
    def names(self) -> frozenset[str]:
        """The stems of its speaker's names."""


def turns(spoken: Sequence[Spoken]) -> Mapping[str, Mapping[str, float]]:
    """For the statements of one article, by the ids of their claims: what tells of a turn.

    regret, recalled and about_face: words of these classes in a sentence that is the speaker's or
    names him, 1 where it is the statement's or stands beside it, less farther off; title: 1 where
    the title of the article has such words.
    """
    layout = spoken[0].statement.layout if spoken else None
    if layout is None:
        return {}
    title = spoken[0].statement.source.title if spoken[0].statement.source else None
    of_all = {"title": 1.0} if _TITLE.search(title or "") else {}
    sentences = _telling(layout)
    return {
        each.statement.claim.id: of_all | _of_speaker(each, sentences, spoken) for each in spoken
    }


def _of_speaker(
    each: Spoken, sentences: Iterable[tuple[int, str, frozenset[str]]], spoken: Iterable[Spoken]
) -> dict[str, float]:
    signs: dict[str, float] = {}
    own = {statement.sentence for statement in spoken if statement.names & each.names}
    for number, name, words in sentences:
        if number in own or words & each.names:
            much = 1.0 if abs(number - each.sentence) <= 1 else _FARTHER
            signs[name] = max(signs.get(name, 0.0), much)
    return signs


@lru_cache(maxsize=4096)
def _telling(layout: Layout) -> tuple[tuple[int, str, frozenset[str]], ...]:
    """The sentences of an article that tell of a turn: number, class, stems of its nouns."""
    return tuple(
        (number, name, frozenset(capitalised(text)))
        for number in range(len(layout.sentences))
        for text in (layout.words(number),)
        for name, pattern in _WORDS.items()
        if pattern.search(text) and (name != "recalled" or PLUPERFECT.search(text))
    )
