"""The end of a reporting clause behind what stands in it: "sagte der Chef, Ole Korn, am Montag".

Shapes: an apposition ("sagte der Chef, Jens Kolb, am Montag", "teilte Jens Kolb, der Chef, am
Montag mit"), a relative clause ("sagte Jens Kolb, der das Amt leitet, am Montag").
"""

from __future__ import annotations

from claimtrack.extract.candidate import Candidate, Spans
from claimtrack.extract.sentence import Sentence

_INSERTED = ("frag", "rel")
_ENDS = ("frag", "tail")


def end_of_frame(sentence: Sentence, candidate: Candidate) -> Spans:
    """The piece that ends a candidate's frame behind the apposition to its speaker; () for none.

    It has a day and no verb, and is none of the candidate's words.
    """
    if not candidate.frame or not candidate.speaker:
        return ()
    frame, clauses = candidate.frame[-1], sentence.clauses
    for i in range(len(clauses) - 2):
        inserted, last = clauses[i + 1 : i + 3]
        span = sentence.clause_span(i)
        if not (frame.start <= span.start and span.end <= frame.end) or last.before != ",":
            continue
        if inserted.before != "," or inserted.kind not in _INSERTED or last.kind not in _ENDS:
            continue
        end = sentence.clause_span(i + 2)
        beside = any(span.end - 1 <= mention.end <= end.start for mention in candidate.speaker)
        own = any(words.start < end.end and end.start < words.end for words in candidate.spans)
        if beside and not own and sentence.document.dates_in(end):
            return (end,)
    return ()
