"""A sentence as claims are looked for in it: with its reporting verbs and its turn."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

from claimtrack.extract.interview import Turn
from claimtrack.extract.reporting_words import Cue, verb_cue
from claimtrack.german.clauses import konjunktiv
from claimtrack.german.cutting import may_part
from claimtrack.german.document import Document
from claimtrack.german.lazy import lazy
from claimtrack.german.sentence import Sentence as GermanSentence

_Answer = TypeVar("_Answer")


def kept(look: Callable[[Sentence, int], _Answer]) -> Callable[[Sentence, int], _Answer]:
    """A look at one clause whose answers the sentence keeps: several ways ask for its subject."""

    @wraps(look)
    def answer(sentence: Sentence, i: int) -> _Answer:
        held = sentence.held.get((look, i))
        if held is None:  # the answer stands in a tuple of its own, for it may be None itself
            held = sentence.held[look, i] = (look(sentence, i),)
        return cast(_Answer, held[0])

    return answer


class Sentence(GermanSentence):
    """A sentence of a document with what in it may report; ``turn`` is that of an interview.

    ``hinted`` keeps its hints once they were asked for.
    """

    def __init__(self, read: GermanSentence, document: Document, turn: Turn | None = None) -> None:
        super().__init__(read.index, read.paragraph, read.tokens, read.quotations, read.body)
        self.document = document
        self.turn = turn
        self.held: dict[tuple[object, int], tuple[object]] = {}
        self.hinted: int | None = None

    @lazy
    def cues(self) -> list[Cue | None]:
        """For each clause its reporting verb, None where it has none."""
        return [verb_cue(self.tokens, clause) for clause in self.clauses]

    @lazy
    def has_number(self) -> bool:
        """Whether any number stands in it: asked before all that is read around numbers."""
        return bool(self.document.quantity_indexes(self.whole))

    @lazy
    def has_parts(self) -> bool:
        """Whether it may be of several clauses: asked before what one reports of another."""
        return bool(self.quotations) or may_part(self.tokens, self.lows)

    @lazy
    def has_konjunktiv(self) -> bool:
        """Whether any clause is told in the Konjunktiv: asked before what its mood reports."""
        return any(map(konjunktiv, self.clauses))
