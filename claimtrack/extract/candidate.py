"""What a way of reporting finds: a frame, and the words that it announces.

Nobody has asked yet who the speaker is, when it was said or how sure: a candidate holds places.
"""

from __future__ import annotations

from typing import NamedTuple

from claimtrack.model import Kind, Span

Spans = tuple[Span, ...]


def words_at(body: str, spans: Spans) -> str:
    """The words of spans of the body, an ellipsis where something lies between."""
    return " … ".join(body[span.start : span.end] for span in spans)


"""Stretches of the body in order; one mention or one claim may be in several pieces, () is none."""


class Frame(NamedTuple):
    """The stretch that announces words: "sagte X", "laut X", "die Forderung der Partei".

    ``shape`` says what sort of frame it is, for the name of the rule; ``spans`` are its clauses,
    the claim's own last; ``speaker`` is the mention that the stretch itself has; ``cue`` the words
    that report; ``stance`` that of the cue, before negation is looked at.
    """

    shape: str
    spans: Spans
    speaker: Spans
    cue: Spans
    stance: str = "asserts"


NO_FRAME = Frame("alone", (), (), ())


class Candidate(NamedTuple):
    """Words that a rule takes for a claim.

    ``spans`` are the claim's words; ``sentence`` counts the sentences of the article, from 0;
    ``score`` is the trust in the rule, 0 to 1. The frame may lie inside, before or behind the
    words.
    """

    kind: Kind
    rule: str
    spans: Spans
    sentence: int
    score: float
    frame: Spans = ()
    speaker: Spans = ()
    cue: Spans = ()
    stance: str = "asserts"
    carried: bool = False
    """The frame names nobody: the speaker is to be taken from what stands before."""
    who: Spans = ()
    """The mention that says who it is where ``speaker`` only points ("demnach", "der")."""
    via: tuple[Spans, ...] = ()
    """The speakers of the frames around this one, nearest the article first."""
    within: Span | None = None
    """Of a quotation inside other words: their first span."""
    retold: bool = False
    """The frame is itself told in the Konjunktiv: "Man gehe davon aus, dass …"."""
    relay: bool = False
    """The frame is an outlet's that passes on what others say: "…, berichtet Reuters"."""
    own: bool = False
    """Behind a denial: the words are what the speaker holds to be true, not what is denied."""
    joined: int = 0
    """How many of the sentences behind its own were joined to it."""

    @property
    def start(self) -> int:
        """Where the words begin."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Where the words end."""
        return self.spans[-1].end

    @property
    def size(self) -> int:
        """How many characters the words have."""
        return sum(span.end - span.start for span in self.spans)

    @property
    def last(self) -> int:
        """The last sentence that the words reach into."""
        return self.sentence + self.joined

    def holds(self, place: Span) -> bool:
        """Whether a stretch lies within one span of the words."""
        return any(span.start <= place.start and place.end <= span.end for span in self.spans)


def framed(
    frame: Frame, *, kind: Kind, rule: str, spans: Spans, sentence: int, score: float
) -> Candidate:
    """The candidate for words and the frame that announces them."""
    return Candidate(
        kind=kind,
        rule=rule,
        spans=spans,
        sentence=sentence,
        score=score,
        frame=frame.spans,
        speaker=frame.speaker,
        cue=frame.cue,
        stance=frame.stance,
    )
