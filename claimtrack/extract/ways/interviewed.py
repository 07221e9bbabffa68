"""The words of an answer in an interview: direct speech of who is interviewed, without any frame.

Sentence by sentence, what has no verb ("Nein.", "Kaum.") together with what follows it. Where an
answer tells what somebody else says ("Der Generalstab hat 46.000 Gefallene eingeräumt") that is the
claim, and who is interviewed is its relay.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.extract.candidate import Candidate
from claimtrack.extract.interview import Turn
from claimtrack.extract.sentence import Sentence
from claimtrack.lexicon import classes
from claimtrack.model import Span

RULE = "interview"
_SHORT = "interview+short"
_SELF = classes("interview_words")["self"]


def own_words(sentence: Sentence, kept: Sequence[Candidate]) -> list[Candidate]:
    """The candidates of a sentence, read as an answer if it stands in one."""
    turn = sentence.turn
    if turn is None or not turn.who:
        return list(kept)
    others = [one._replace(via=(*one.via, turn.who)) for one in kept if _of_another(sentence, one)]
    if others:
        return others
    asks = sentence.tokens[-1].text == "?"
    said = any(token.word.letters or token.text[0].isdigit() for token in sentence.tokens)
    return [_answer(sentence, turn)] if said and not asks else []


def joined(found: list[Candidate], kept: list[Candidate], sentences: Sequence[Sentence]) -> None:
    """Let an answer without a verb, the last of those found, open the answer right behind it."""
    if not found or not kept or found[-1].rule != _SHORT or kept[0].rule not in (RULE, _SHORT):
        return
    before, first = found[-1], kept[0]
    here = sentences[first.sentence]
    if before.last == here.index - 1 and sentences[before.sentence].paragraph == here.paragraph:
        found.pop()
        kept[0] = first._replace(spans=(Span(before.start, first.end),))


def _of_another(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether somebody else speaks: named, and not by "ich" or "wir"."""
    if candidate.carried or not candidate.speaker:
        return False
    words = sentence.body[slice(*candidate.speaker[0])].lower()
    return words not in _SELF


def _answer(sentence: Sentence, turn: Turn) -> Candidate:
    verbs = any(clause.predicate is not None for clause in sentence.clauses)
    return Candidate(
        kind="direct",
        rule=RULE if verbs else _SHORT,
        spans=(sentence.whole,),
        sentence=sentence.index,
        score=0.9,
        speaker=turn.label,
        who=turn.who,
    )
