"""*wollen* with a perfect infinitive: what the subject says of itself.

Shapes: "Die Rebellen wollen zwölf Panzer zerstört haben", "Der Zeuge will nichts gehört haben",
"…, der dabei gewesen sein will". Not: "Sie wollen gewonnen werden" (no perfect), "Wer gesehen haben
will, wie …" (nobody named).
"""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.extract.candidate import Candidate, Frame, framed
from claimtrack.extract.sentence import Sentence
from claimtrack.extract.speaker.who_speaks import subject
from claimtrack.extract.ways.acts import extent
from claimtrack.extract.ways.hearsay import done
from claimtrack.german.clauses import indicative

_CLAUSES = frozenset({"main", "rel"})


def find(sentence: Sentence) -> Iterator[Candidate]:
    """Candidates for the clauses in which somebody claims to have done or seen something."""
    for i, clause in enumerate(sentence.clauses):
        predicate = clause.predicate
        if predicate is None or predicate.modal != "wollen" or clause.kind not in _CLAUSES:
            continue
        if clause.finite is None or not indicative(clause) or not done(sentence, i):
            continue
        speaker = subject(sentence, i)
        if not speaker or sentence.quoted(clause.finite):
            continue
        words = (sentence.span(*extent(sentence, i)),)
        yield framed(
            Frame("wollen", words, speaker, (sentence.token_span(clause.finite),)),
            kind="reported",
            rule="wollen",
            spans=words,
            sentence=sentence.index,
            score=0.6,
        )
