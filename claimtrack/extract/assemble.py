"""From candidates of all ways to one reading: who wins where they overlap, who speaks on.

Order of trust: direct speech, then frames (the higher score, then the longer words), then mood
alone. A free Konjunktiv sentence goes on with the last speaker of its paragraph or the one before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from claimtrack.extract.candidate import Candidate
from claimtrack.extract.passage import Sentence
from claimtrack.extract.speakers import subject
from claimtrack.extract.ways import (
    according,
    acts,
    direct,
    hearsay,
    inverted,
    konjunktiv,
    pointing,
    verb_frames,
)
from claimtrack.german.verbs import Form
from claimtrack.model import Span

Way = Callable[[Sentence], Iterator[Candidate]]

WAYS: tuple[Way, ...] = (
    direct.find,
    verb_frames.find,
    inverted.find,
    according.find,
    pointing.find,
    konjunktiv.find,
    hearsay.find,
    acts.find,
)
_REACH = 3
_KONJUNKTIV = int(Form.KONJUNKTIV)


def candidates(sentences: Sequence[Sentence]) -> list[Candidate]:
    """All candidates of the article that stand, in order of their words."""
    found: list[Candidate] = []
    last: Candidate | None = None
    for sentence in sentences:
        previous = sentences[sentence.index - 1] if sentence.index else None
        fresh = [c for way in WAYS for c in way(sentence)]
        if not fresh and last is not None and _adjacent(last, sentence, previous):
            fresh = list(konjunktiv.continued(sentence))
        if previous is not None and previous.paragraph == sentence.paragraph:
            fresh += [c for c in pointing.back(sentence, previous)]
        kept = _settle(fresh)
        for candidate in kept:
            _carry(candidate, last, sentence, previous)
        if sentence.quotations:
            kept += direct.inside(sentence, kept)
        found.extend(kept)
        speaking = [c for c in kept if c.speaker]
        if speaking:
            last = speaking[-1]
    return found


def _adjacent(last: Candidate, sentence: Sentence, previous: Sentence | None) -> bool:
    """Whether the last claim stands in the sentence right before this one."""
    return previous is not None and last.sentence == previous.index and last.kind != "reported"


def _settle(found: list[Candidate]) -> list[Candidate]:
    """Of candidates that share words keep the best; a direct fragment inside others stays."""
    ranked = sorted(found, key=lambda c: (-_trust(c), -c.score, -c.size, c.start))
    kept: list[Candidate] = []
    for candidate in ranked:
        if not any(_rivals(candidate, other) for other in kept):
            kept.append(candidate)
    return sorted(kept, key=lambda c: (c.start, -c.end))


def _trust(candidate: Candidate) -> int:
    if candidate.kind == "direct":
        return 3
    if candidate.rule.startswith(("konjunktiv", "sollen")):
        return 0
    return 1 if candidate.kind == "reported" else 2


def _rivals(candidate: Candidate, kept: Candidate) -> bool:
    """Whether two candidates cannot both stand: they share words and neither is nested speech."""
    shared = sum(
        max(0, min(a.end, b.end) - max(a.start, b.start)) for a in candidate.spans for b in kept.spans
    )
    if not shared:
        return False
    if kept.kind == "direct" and candidate.kind != "direct":
        return shared > 0.8 * candidate.size
    smaller = min(candidate.size, kept.size)
    return shared > 0.1 * smaller


def _carry(
    candidate: Candidate, last: Candidate | None, sentence: Sentence, previous: Sentence | None
) -> None:
    """Give a continuation its speaker: the last one, else the subject one sentence back."""
    if candidate.speaker or not candidate.carried:
        return
    if last is not None and sentence.index - last.sentence <= _REACH:
        candidate.speaker = last.speaker
        candidate.notes.append("speaker carried on")
    elif previous is not None:
        main = next((i for i, c in enumerate(previous.clauses) if c.kind == "main"), None)
        if main is not None:
            candidate.speaker = subject(previous, main)


def spans_text(body: str, spans: Sequence[Span]) -> str:
    """The words of several spans, the pieces joined by " … "."""
    return " … ".join(body[span.start : span.end] for span in spans)
