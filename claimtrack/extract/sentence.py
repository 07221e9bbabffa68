"""A sentence as claims are looked for in it: with its reporting verbs and its turn."""

from __future__ import annotations

from functools import cached_property

from claimtrack.extract.interview import Turn
from claimtrack.extract.reporting_words import Cue, verb_cue
from claimtrack.german.clauses import konjunktiv
from claimtrack.german.document import Document
from claimtrack.german.sentence import Sentence as GermanSentence


class Sentence(GermanSentence):
    """A sentence of a document with what in it may report; ``turn`` is that of an interview."""

    def __init__(self, read: GermanSentence, document: Document, turn: Turn | None = None) -> None:
        super().__init__(read.index, read.paragraph, read.tokens, read.quotations, read.body)
        self.document = document
        self.turn = turn

    @cached_property
    def cues(self) -> list[Cue | None]:
        """For each clause its reporting verb, None where it has none."""
        return [verb_cue(self.tokens, clause) for clause in self.clauses]

    @cached_property
    def has_number(self) -> bool:
        """Whether any number stands in it: asked before all that is read around numbers."""
        return bool(self.document.quantity_indexes(self.whole))

    @cached_property
    def has_konjunktiv(self) -> bool:
        """Whether any clause is told in the Konjunktiv: asked before what its mood reports."""
        return any(map(konjunktiv, self.clauses))
