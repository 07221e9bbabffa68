"""What became of every candidate of an article: which stand, and to which the others fell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimtrack.extract.candidate import Candidate
from claimtrack.extract.candidates.find import CONTINUATIONS, WAYS, candidates
from claimtrack.extract.candidates.rank import rivals
from claimtrack.extract.sentence import Sentence
from claimtrack.extract.ways import pointing


@dataclass(frozen=True, slots=True)
class Fate:
    """A candidate, whether it stands, and why not: ``rival`` is the one that it fell to."""

    candidate: Candidate
    kept: bool
    why: str = ""
    rival: Candidate | None = None


def fates(sentences: Sequence[Sentence]) -> tuple[tuple[Fate, ...], ...]:
    """The candidates of each sentence, those that stand first, then the others, best first.

    The ways of reporting are asked once more and compared with what stands; what they find only
    where nothing else does (a report that goes on) is shown where it stands.
    """
    standing = candidates(sentences)
    return tuple(tuple(_of_sentence(sentence, sentences, standing)) for sentence in sentences)


def _of_sentence(
    sentence: Sentence, sentences: Sequence[Sentence], standing: Sequence[Candidate]
) -> Iterator[Fate]:
    here = [
        candidate
        for candidate in standing
        if candidate.sentence <= sentence.index <= candidate.last
    ]
    for candidate in here:
        yield Fate(candidate, True, _remark(candidate, sentence))
    fallen = [
        candidate
        for candidate in _found(sentence, sentences)
        if not any(_is(candidate, k) for k in here)
    ]
    for candidate in sorted(fallen, key=lambda fallen: -fallen.score):
        yield _fallen(candidate, here)


def _found(sentence: Sentence, sentences: Sequence[Sentence]) -> Iterator[Candidate]:
    for way in WAYS:
        yield from way.find(sentence)
    if sentence.index:
        yield from pointing.back(sentence, sentences[sentence.index - 1])


def _is(candidate: Candidate, standing: Candidate) -> bool:
    """Whether this is the candidate as it stands, perhaps with the sentences joined to it."""
    if candidate.rule != standing.rule:
        return False
    return candidate.spans == standing.spans or all(
        standing.holds(span) for span in candidate.spans
    )


def _fallen(candidate: Candidate, standing: Sequence[Candidate]) -> Fate:
    rival = next((claim for claim in standing if rivals(candidate, claim)), None)
    if rival is not None:
        return Fate(
            candidate, False, f"shares its words with {rival.rule}, which counts more", rival
        )
    around = next((claim for claim in standing if any(map(candidate.holds, claim.frame))), None)
    if around is not None:
        return Fate(candidate, False, f"is no more than the frame of {around.rule}", around)
    return Fate(candidate, False, "does not stand beside what was kept")


def _remark(candidate: Candidate, sentence: Sentence) -> str:
    if candidate.sentence < sentence.index:
        return "goes on from the sentence before"
    if candidate.within is not None:
        return "stands inside other words"
    if any(candidate.rule == again.rule for way in CONTINUATIONS for again in way.find(sentence)):
        return "goes on with the last speaker" if candidate.carried else ""
    return "the speaker is carried on" if candidate.carried else ""
