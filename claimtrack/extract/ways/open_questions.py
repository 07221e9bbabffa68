"""Questions that nobody answers: the clause says that something is open, in the article's voice.

Shapes: "Ob das Bad öffnet, ist noch offen", "Wie lange …, blieb unklar", "Unklar ist, wann …",
"Offen blieb, ob …", "Wer …, steht nicht fest". Whoever says so is named by other ways.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.extract.candidate import Candidate
from claimtrack.extract.sentence import Sentence
from claimtrack.extract.ways.acts import is_question
from claimtrack.german.clauses import indicative
from claimtrack.lexicon import classes

_WORDS = classes("speech_words")


def find(sentence: Sentence) -> Iterator[Candidate]:
    """The sentence as a candidate if it says that a question is open; one at the most."""
    if (_WORDS["open"] | _WORDS["settled"]).isdisjoint(sentence.lows):
        return
    for i, clause in enumerate(sentence.clauses):
        if clause.kind != "main" or not indicative(clause) or not _says_open(sentence, i):
            continue
        asked = i - 1 if clause.verb_first else i + 1
        if 0 <= asked < len(sentence.clauses) and is_question(sentence, asked):
            first, last = min(i, asked), max(i, asked)
            span = sentence.span(sentence.clauses[first].start, sentence.clauses[last].end)
            yield Candidate(
                kind="reported",
                rule="open",
                spans=(span,),
                sentence=sentence.index,
                score=0.6,
                stance="withholds",
            )
            return


def _says_open(sentence: Sentence, i: int) -> bool:
    predicate = sentence.clauses[i].predicate
    if predicate is None or not _WORDS["open_verb"] & set(predicate.lemmas):
        return False
    words = set(sentence.words(i))
    fixed = bool(_WORDS["settled"] & words) and predicate.negated
    return bool(_WORDS["open"] & words) or fixed
