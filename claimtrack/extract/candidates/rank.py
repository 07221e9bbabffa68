"""Which candidates of a sentence stand where they share words.

Order of trust: direct speech, then frames, then reported acts, then mood alone; of equals the one
that is not itself reported, then the higher score, then the longer words. A frame that is told in
the Konjunktiv itself falls to the whole sentence ("Man gehe davon aus, dass …").
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.extract.candidate import Candidate
from claimtrack.extract.speaker.chain import OUTER, outer_frames
from claimtrack.model import Span

_CLOSING = frozenset({"inverted", "marks+behind"})
"""Rules of frames that stand behind their words."""

_LONGEST_WORD = 25
"""Characters of a word in marks, with the marks."""

_SHARED = 0.1
"""The part of the shorter one's words that two candidates may share and both stand."""

_SHARED_WITH_SPEECH = 0.8
"""The part of other words that may stand in direct speech."""


def settle(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates that stand, in order of their words, with the frames around them as relays."""
    standing: list[Candidate] = []
    ordered = candidates
    if len(candidates) > 1:
        ordered = sorted(candidates, key=lambda candidate: _rank(candidate, candidates))
    for candidate in ordered:
        if not any(rivals(candidate, better) for better in standing) and not _in_frame(
            candidate, standing
        ):
            via = outer_frames(candidate, candidates)
            standing.append(candidate._replace(via=via) if via else candidate)
    alone = (candidate for candidate in standing if not _word_of(candidate, standing))
    return sorted(alone, key=lambda candidate: (candidate.start, -candidate.end))


def _word_of(candidate: Candidate, standing: Sequence[Candidate]) -> bool:
    """Whether a word in marks only says how a clause is meant that its verb announces as well.

    "nannte es „wahrscheinlich“, dass X kommt" is one claim.
    """
    if candidate.rule != "marks+fragment" or candidate.size > _LONGEST_WORD:
        return False
    cue = candidate.cue
    return cue != () and any(claim.kind == "indirect" and claim.cue == cue for claim in standing)


def rivals(candidate: Candidate, better: Candidate) -> bool:
    """Whether a candidate cannot stand beside a better one: too much of their words is shared."""
    shared = sum(
        max(0, min(a.end, b.end) - max(a.start, b.start))
        for a in candidate.spans
        for b in better.spans
    )
    if better.kind == "direct" and candidate.kind != "direct":
        return shared > _SHARED_WITH_SPEECH * candidate.size
    return shared > _SHARED * min(candidate.size, better.size)


def _rank(candidate: Candidate, candidates: Sequence[Candidate]) -> tuple[float, ...]:
    return (
        any(_source_of_frame(candidate, rival) for rival in candidates),
        candidate.relay and any(_told_inside(rival, candidate) for rival in candidates),
        candidate.kind != "direct",
        candidate.retold and any(rival.rule == "konjunktiv+free" for rival in candidates),
        -_trust(candidate),
        _depth(candidate, candidates),
        -candidate.score,
        -candidate.size,
        candidate.start,
    )


def _source_of_frame(candidate: Candidate, framed: Candidate) -> bool:
    """Whether a source stands behind the frame that closes other words, and is that frame's.

    "Ziel sei ein Werk, sagte X, Chef von Y, dem Blatt laut Vorabbericht", "…, sagte X laut Y".
    """
    if candidate.rule != "according" or not (framed.frame and framed.cue and framed.speaker):
        return False
    if framed.rule not in _CLOSING:
        return False
    start = framed.frame[-1].start
    held = all(candidate.holds(span) for span in (framed.cue[0], *framed.speaker))
    return framed.end <= start < candidate.cue[0].start and held


def _told_inside(inner: Candidate, outer: Candidate) -> bool:
    """Whether the words that an outlet passes on name who said them, or are an act of theirs.

    Shapes: "Das koste nach Berechnungen des Instituts 70 Millionen, meldet Reuters"; "Wie Reuters
    berichtet, dementierte der Sprecher einen Angriff".
    """
    if inner is outer or not inner.speaker or inner.rule not in ("according", "act", "denial"):
        return False
    return all(outer.holds(span) for span in (*inner.speaker, *inner.cue))


def _trust(candidate: Candidate) -> int:
    if candidate.kind == "direct":
        return 3
    if candidate.rule.startswith(("konjunktiv", "sollen")):
        return 0
    return 1 if candidate.kind == "reported" else 2


def _depth(candidate: Candidate, candidates: Sequence[Candidate]) -> int:
    """In how many others' words the frame of this one stands."""
    if not candidate.frame:
        return 0
    reports = (
        report for report in candidates if report.kind == "indirect" and report.rule not in OUTER
    )
    return sum(report is not candidate and report.holds(candidate.frame[-1]) for report in reports)


def _in_frame(candidate: Candidate, standing: Sequence[Candidate]) -> bool:
    """Whether the words of this one are no more than another's frame.

    "sagte Raab laut Spiegel Online"; "X kündigte an, …", which is no act beside what it announces.
    """
    if candidate.rule == "denial":
        standing = [claim for claim in standing if claim.rule == "back"]
    elif candidate.rule not in (*OUTER, "act"):
        return False
    return any(
        _covers(claim.frame[-1], candidate)
        for claim in standing
        if claim.cue
        and claim.frame
        and claim.kind != "reported"
        and claim.rule not in (candidate.rule, "marks+fragment")
    )


def _covers(frame: Span, candidate: Candidate) -> bool:
    """Whether a frame holds all words of a candidate, of an act any of them."""
    if candidate.kind == "reported":
        return frame.start < candidate.end and candidate.start < frame.end
    return frame.start <= candidate.start and candidate.end <= frame.end
