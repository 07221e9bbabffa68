"""What numbers behind it count, where a text names it without any number.

Shapes: "Wie viele Lkw die Brücke nutzen, ist offen: …", "Die Zahl der Gestrandeten sei zu niedrig:
…"; "Absagen gibt es auch: …", "Klagen häufen sich: …".
"""

from __future__ import annotations

import re

from claimtrack.extract.candidate import Candidate
from claimtrack.extract.figure.figures import Placed
from claimtrack.extract.figure.state import Counting, read_state
from claimtrack.extract.sentence import Sentence
from claimtrack.german.document import Document
from claimtrack.german.numbers import counted_after
from claimtrack.lexicon.states import OTHER
from claimtrack.model import Figure, Span

_NAMED = re.compile(
    r"\b(?:[Ww]ie\s[Vv]iele[nr]?(?:\s(?:der|von\sden))?"
    r"|(?:Zahl|Anzahl|Gesamtzahl)\s(?:der|von))(?=\s)"
)


def asked_for(document: Document, stretch: Span) -> tuple[Placed, ...]:
    """What a stretch of text asks the number of, or speaks of the number of, in order.

    Each is a figure without a value whose text is its noun; its span are the words that name it.
    """
    placed: list[Placed] = []
    for match in _NAMED.finditer(document.text, *stretch):
        phrase = counted_after(document.text, match.end())
        if phrase is None or phrase.end > stretch.end:
            continue
        noun = Span(phrase.noun, phrase.end)
        counting = Counting(*match.span(), None, noun, None, of_noun=True)
        state = read_state(document, counting)
        what = document.text[slice(*noun)]
        placed.append(Placed(Figure(what, what, state), Span(match.start(), phrase.end)))
    return tuple(placed)


def before_colon(sentence: Sentence, candidate: Candidate) -> Figure | None:
    """What a sentence is about before its colon, as a figure without a number; None for nothing.

    "Absagen gibt es auch: …", "Klagen häufen sich: …": a bare plural that opens the sentence.
    """
    colons = (clause for clause in sentence.clauses[1:] if clause.before == ":")
    colon = next(colons, None)
    first, *_ = [*sentence.phrases(0), None]
    predicate = sentence.clauses[0].predicate
    if colon is None or first is None or predicate is None:
        return None
    behind = candidate.start >= sentence.tokens[colon.start].start
    several = predicate.plural or "es" in sentence.words(0)
    bare = first.start == 0 == first.head and first.end == 1
    if not (behind and several and bare) or sentence.tokens[0].word.classes:
        return None
    return Figure(sentence.tokens[0].text, sentence.tokens[0].text, OTHER)
