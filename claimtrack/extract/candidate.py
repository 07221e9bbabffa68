"""A candidate: words that some rule takes for a claim, before anybody asks who, when, how sure."""

from __future__ import annotations

from dataclasses import dataclass, field

from claimtrack.model import Span


@dataclass(slots=True)
class Candidate:
    """What one rule found: the words, the speaker and cue mentions, the frame around the words.

    ``spans`` are the claim's words, ``frame`` the stretch with speaker, verb and circumstances
    (it may lie inside, before or behind the words). ``stance`` is that of the cue, before
    negation is looked at. ``sentence`` counts sentences of the article. ``who`` is the mention that
    names the speaker where ``speaker`` only points ("demnach", "der"). ``carried`` says that the
    speaker is to be taken from what stands before. ``last`` is the last sentence that the words
    reach into, ``paragraph`` the number of its paragraph.
    """

    kind: str
    rule: str
    spans: tuple[Span, ...]
    sentence: int
    score: float
    speaker: tuple[Span, ...] = ()
    who: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    frame: tuple[Span, ...] = ()
    stance: str = "asserts"
    lemma: str | None = None
    carried: bool = False
    last: int = 0
    paragraph: int = 0
    within: Span | None = None
    via: tuple[tuple[Span, ...], ...] = ()
    notes: list[str] = field(default_factory=list)

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
