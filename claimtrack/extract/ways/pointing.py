"""Words that point back: to the sentence before, or from the words to a source named earlier.

Shapes: "Das teilte X mit.", "Dies geht aus dem Bericht hervor.", "So berichtete es X." (the claim is
the sentence before, and the word that points); "Demnach …", "Demzufolge …", "Danach sei …" (the
source is the last speaker); "Berichte, wonach …", "nach denen …" (the source is the noun).
"""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.extract.candidate import Candidate
from claimtrack.extract.content import last_clause
from claimtrack.extract.cues import noun_cue, verb_cue
from claimtrack.extract.passage import Sentence
from claimtrack.extract.speakers import source, subject
from claimtrack.german.clauses import Clause
from claimtrack.lexicon import classes
from claimtrack.model import Span

_WORDS = classes("speech_words")

_BACK = frozenset({"das", "dies"})
_HENCE = frozenset({"demnach", "demzufolge", "danach"})


def find(sentence: Sentence) -> Iterator[Candidate]:
    """Candidates for words that point back inside the sentence: demnach, wonach."""
    yield from _hence(sentence)
    yield from _wonach(sentence)


def _hence(sentence: Sentence) -> Iterator[Candidate]:
    if not _HENCE & sentence.lows:
        return
    for clause in sentence.clauses:
        if clause.kind != "main" or clause.predicate is None:
            continue
        for i in range(clause.start, clause.end):
            token = sentence.tokens[i]
            if token.low not in _HENCE or sentence.quoted(i):
                continue
            if token.low == "danach" and not clause.predicate.konjunktiv:
                continue
            last = last_clause(sentence, sentence.clauses.index(clause))
            end = sentence.clauses[last].end
            spans = [(clause.start, i), (i + 1, end)]
            yield Candidate(
                kind="indirect",
                rule="hence",
                spans=tuple(sentence.span(a, b) for a, b in spans if b > a),
                sentence=sentence.index,
                score=0.8,
                speaker=(Span(token.start, token.end),),
                cue=(Span(token.start, token.end),),
                carried=True,
            )
            return


def _wonach(sentence: Sentence) -> Iterator[Candidate]:
    """ "Berichte, wonach …", "eine Studie, nach der …" with a reporting noun before it."""
    for i, clause in enumerate(sentence.clauses):
        opener = clause.opener
        if (
            opener is None
            or i == 0
            or sentence.tokens[opener].low not in ("wonach", "nach", "laut")
        ):
            continue
        behind = opener + (1 if sentence.tokens[opener].low == "wonach" else 2)
        before = sentence.clauses[i - 1]
        found = noun_cue(sentence, before)
        if found is None and sentence.tokens[opener].low != "wonach":
            continue
        last = last_clause(sentence, i)
        yield Candidate(
            kind="indirect",
            rule="wonach",
            spans=(sentence.span(behind, sentence.clauses[last].end),),
            sentence=sentence.index,
            score=0.85,
            speaker=subject(sentence, i - 1),
            cue=(sentence.span(opener, behind),),
            frame=(sentence.span(before.start, before.end),),
            stance=found[0].stance if found else "asserts",
        )


def back(sentence: Sentence, previous: Sentence) -> Iterator[Candidate]:
    """The claim of "Das teilte X mit.": the sentence before it and the word that points."""
    for i, clause in enumerate(sentence.clauses[:2]):
        word = _pointer(sentence, i, clause)
        cue = verb_cue(sentence, clause)
        if word is None or cue is None or cue.lemma not in _WORDS["telling"] or previous.speech:
            continue
        assert clause.predicate is not None
        speaker = source(sentence, clause) if "p" in cue.frames else subject(sentence, i)
        stop = len(previous.tokens) - (0 if previous.tokens[-1].word.letters else 1)
        if not speaker or stop < 4:
            return
        yield Candidate(
            kind="indirect",
            rule="back",
            spans=(previous.span(0, stop), sentence.span(word, word + 1)),
            sentence=sentence.index,
            score=0.8,
            speaker=speaker,
            cue=tuple(
                Span(sentence.tokens[j].start, sentence.tokens[j].end)
                for j in clause.predicate.verbs
            ),
            frame=(sentence.span(clause.start, clause.end),),
            stance=cue.stance,
            lemma=cue.lemma,
        )


def _pointer(sentence: Sentence, i: int, clause: Clause) -> int | None:
    """The index of "das"/"dies" as the object of a main clause with nothing reported behind it."""
    predicate = clause.predicate
    if (
        clause.kind != "main"
        or predicate is None
        or predicate.finite is None
        or predicate.konjunktiv
    ):
        return None
    following = sentence.clauses[i + 1] if i + 1 < len(sentence.clauses) else None
    if following is not None and following.kind in ("dass", "quote", "zu"):
        return None
    if following is not None and following.before == ":":
        return None
    for j in range(clause.start, min(clause.end, predicate.finite + 2)):
        token = sentence.tokens[j]
        behind = sentence.tokens[j + 1] if j + 1 < clause.end else None
        alone = behind is None or not (
            behind.word.capital or (behind.low.endswith(("e", "en")) and not behind.word.verb)
        )
        if (
            token.low in _BACK
            and alone
            and (behind is None or not behind.word.classes & {"relative"})
        ):
            return j
    return None
