"""From candidates of all ways to one reading: who wins where they overlap, who speaks on.

Order of trust: direct speech, then frames (the higher score, then the longer words), then mood
alone. A free Konjunktiv sentence goes on with the last speaker of its paragraph or the one before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from claimtrack.extract.candidate import Candidate
from claimtrack.extract.chain import OUTER, outer_frames
from claimtrack.extract.passage import Sentence
from claimtrack.extract.speakers import antecedent, told_by
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
from claimtrack.german.animacy import speaker_noun
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


def candidates(sentences: Sequence[Sentence]) -> list[Candidate]:
    """All candidates of the article that stand, in order of their words."""
    found: list[Candidate] = []
    last: Candidate | None = None
    for sentence in sentences:
        previous = sentences[sentence.index - 1] if sentence.index else None
        fresh = [c for way in WAYS for c in way(sentence)]
        if not fresh and last is not None and sentence.index - last.last <= 1:
            fresh = [*konjunktiv.continued(sentence), *hearsay.planned(sentence)]
        if previous is not None:
            fresh += [c for c in pointing.back(sentence, previous)]
        kept = _settle(fresh)
        for candidate in kept:
            candidate.last, candidate.paragraph = sentence.index, sentence.paragraph
            candidate.who = antecedent(sentence, candidate.speaker) or candidate.speaker
            _carry(candidate, last, sentence, previous)
        if sentence.quotations:
            kept += direct.inside(sentence, kept)
            _nest(kept)
        _join(found, kept, sentence)
        found.extend(kept)
        speaking = [c for c in kept if c.speaker and c.within is None]
        if speaking:
            last = speaking[-1]
    return found


def _join(found: list[Candidate], kept: list[Candidate], sentence: Sentence) -> None:
    """Let a free sentence go on with the free one right before it: one report, one claim.

    Broken where Konjunktiv turns to sollen, where the speaker changes and at a paragraph's end.
    """
    if not found or not kept or kept[0].kind != "free_indirect":
        return
    last, fresh = _outer(found), kept[0]
    same = last is not None and last.kind == "free_indirect" and last.who == fresh.who
    if (
        last is None
        or not same
        or last.last != sentence.index - 1
        or last.paragraph != sentence.paragraph
    ):
        return
    if last.rule.split("+")[0] == fresh.rule.split("+")[0]:
        whole = Span(last.start, fresh.end)
        for inner in (*found, *kept):
            if inner.within in (last.spans[0], fresh.spans[0]):
                inner.within = whole
        last.spans, last.last = (whole,), sentence.index
        kept.remove(fresh)


def _outer(found: list[Candidate]) -> Candidate | None:
    """The last candidate that is no quotation inside another."""
    return next((candidate for candidate in reversed(found) if candidate.within is None), None)


def _nest(kept: list[Candidate]) -> None:
    """Note of each quotation inside another candidate's words in which it stands."""
    for mark in kept:
        for other in kept:
            if mark.kind == "direct" and other.kind != "direct" and _holds(other, mark):
                mark.within = mark.within or other.spans[0]


def _holds(outer: Candidate, inner: Candidate) -> bool:
    return any(span.start <= inner.start and inner.end <= span.end for span in outer.spans)


def _settle(found: list[Candidate]) -> list[Candidate]:
    """Of candidates that share words keep the best; a direct fragment inside others stays."""
    ranked = sorted(found, key=lambda c: (-_trust(c), _depth(c, found), -c.score, -c.size, c.start))
    kept: list[Candidate] = []
    for candidate in ranked:
        if not any(_rivals(candidate, other) for other in kept) and not _in_frame(candidate, kept):
            candidate.via = outer_frames(candidate, found)
            kept.append(candidate)
    return sorted(kept, key=lambda c: (c.start, -c.end))


def _depth(candidate: Candidate, found: list[Candidate]) -> int:
    """In how many others' words the frame of this one stands: reports inside reports come last."""
    if not candidate.frame:
        return 0
    frame = candidate.frame[-1]
    return sum(
        any(span.start <= frame.start and frame.end <= span.end for span in other.spans)
        for other in found
        if other is not candidate and other.rule not in OUTER and other.kind == "indirect"
    )


def _in_frame(candidate: Candidate, kept: list[Candidate]) -> bool:
    """Whether the words of this one are no more than another's frame.

    "sagte Raab laut Spiegel Online"; "X kündigte an, …", which is no act beside what it announces.
    """
    if candidate.rule not in ("according", "wie", "so", "act"):
        return False
    return any(
        other.cue and _covers(frame, candidate)
        for other in kept
        for frame in other.frame[-1:]
        if other.kind != "reported" and other.rule not in (candidate.rule, "marks+fragment")
    )


def _covers(frame: Span, candidate: Candidate) -> bool:
    if candidate.rule == "act":
        return frame.start < candidate.end and candidate.start < frame.end
    return frame.start <= candidate.start and candidate.end <= frame.end


def _trust(candidate: Candidate) -> int:
    if candidate.kind == "direct":
        return 3
    if candidate.rule.startswith(("konjunktiv", "sollen")):
        return 0
    return 1 if candidate.kind == "reported" else 2


def _rivals(candidate: Candidate, kept: Candidate) -> bool:
    """Whether two candidates cannot both stand: they share words and neither is nested speech."""
    shared = sum(
        max(0, min(a.end, b.end) - max(a.start, b.start))
        for a in candidate.spans
        for b in kept.spans
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
    """Give a continuation its speaker: that of a claim in the sentence before, else the subject of
    that sentence if it can speak, else the last speaker near by."""
    if not candidate.carried and not _mere_document(candidate, sentence):
        return
    gap = sentence.index - last.last if last is not None else _REACH + 1
    who: tuple[Span, ...] = last.who if last is not None and gap <= 1 else ()
    if not who and previous is not None:
        who = told_by(previous)
    if not who and last is not None and gap <= _REACH:
        who = last.who
    candidate.speaker = candidate.speaker or who
    candidate.who = who or candidate.speaker


def _mere_document(candidate: Candidate, sentence: Sentence) -> bool:
    """ "hieß es in einer Stellungnahme": the paper of whoever spoke before."""
    if len(candidate.speaker) != 1:
        return False
    words = sentence.body[slice(*candidate.speaker[0])].split()
    return len(words) <= 2 and speaker_noun(words[-1]) == "document"
