"""Claims beside each other: quotations inside other words, reports that go on over sentences.

A bracket that opens in the words of a claim closes in them.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.extract.candidate import Candidate, Spans
from claimtrack.extract.sentence import Sentence
from claimtrack.extract.speaker.weight import NAME, weight
from claimtrack.lexicon import classes
from claimtrack.model import Span

_WORDS = classes("speech_words")
_PAIRS = {"[": "]", "(": ")", "{": "}"}


def nest(claims: Sequence[Candidate]) -> list[Candidate]:
    """The claims of a sentence, each quotation that stands in other words with ``within`` set."""
    reports = [claim for claim in claims if claim.kind != "direct"]
    return [_inside(claim, reports) if claim.kind == "direct" else claim for claim in claims]


def _inside(mark: Candidate, reports: Sequence[Candidate]) -> Candidate:
    if mark.within is not None:
        return mark
    outer = next((report for report in reports if report.holds(Span(mark.start, mark.end))), None)
    return mark if outer is None else mark._replace(within=outer.spans[0])


def add(
    claims: list[Candidate], of_sentence: Sequence[Candidate], sentences: Sequence[Sentence]
) -> None:
    """Add the claims of one sentence to those before; a report goes on with that before it."""
    at = _continued(claims, of_sentence, sentences)
    if at is None:
        claims += of_sentence
        return
    before, fresh = claims[at], of_sentence[0]
    whole = Span(before.start, fresh.end)
    pieces = (before.spans[0], fresh.spans[0])
    behind = [
        claim._replace(within=whole) if claim.within in pieces else claim
        for claim in (*claims[at + 1 :], *of_sentence[1:])
    ]
    claims[at:] = [before._replace(spans=(whole,), joined=fresh.last - before.sentence), *behind]


def relayed(
    claims: list[Candidate], of_sentence: list[Candidate], sentence: Sentence
) -> list[Candidate]:
    """What is kept of a sentence, less a report of what the sentence before has said of somebody.

    "Die Opposition kritisiert, der Minister säume. Das schreibt das „Tagblatt“": the paper is the
    relay of that claim and makes none of its own.
    """
    if all(candidate.rule != "back" for candidate in of_sentence):
        return of_sentence
    claims[:] = [claim for claim in claims if not _hearsay_before(claim, sentence)]
    before = [
        i
        for i, claim in enumerate(claims)
        if claim.sentence == sentence.index - 1 and claim.speaker and not claim.carried
    ]
    paper = next(
        (candidate for candidate in of_sentence if before and _reports_on(candidate, sentence)),
        None,
    )
    if paper is None:
        return of_sentence
    for i in before:
        claims[i] = claims[i]._replace(via=(*claims[i].via, paper.speaker))
    return [candidate for candidate in of_sentence if candidate is not paper]


def _hearsay_before(claim: Candidate, sentence: Sentence) -> bool:
    """What *sollen* passes on of nobody in the sentence before: who said so comes only now."""
    return claim.rule == "sollen" and not claim.speaker and claim.last == sentence.index - 1


def _reports_on(candidate: Candidate, sentence: Sentence) -> bool:
    """Whether a claim on the sentence before is made by a verb of relaying: "Das schreibt X"."""
    cues = {cue.lemma for cue in sentence.cues if cue is not None}
    return candidate.rule == "back" and bool(_WORDS["relaying"] & cues)


def _continued(
    claims: Sequence[Candidate], of_sentence: Sequence[Candidate], sentences: Sequence[Sentence]
) -> int | None:
    """Which of the claims found goes on with the first one kept: one report, one claim.

    A free sentence goes on with the free one right before it. Broken where Konjunktiv turns to
    sollen, where the speaker changes, at a paragraph's end and before words about somebody else.
    """
    if not of_sentence or of_sentence[0].kind != "free_indirect":
        return None
    fresh = of_sentence[0]
    at = next((i for i in range(len(claims) - 1, -1, -1) if claims[i].within is None), None)
    if at is None:
        return None
    before = claims[at]
    here, there = sentences[fresh.sentence], sentences[before.sentence]
    goes_on = (
        before.kind == "free_indirect"
        and before.who == fresh.who
        and before.last == here.index - 1
        and there.paragraph == here.paragraph
        and _mood(before) == _mood(fresh)
        and not _turns_to(here)
    )
    return at if goes_on else None


def _turns_to(sentence: Sentence) -> bool:
    """Whether a sentence opens with somebody whom a relative clause tells apart: "Huber, der …"."""
    opening = next(iter(sentence.phrases(0)), None) if len(sentence.clauses) > 1 else None
    if opening is None or opening.start or opening.governed is not None:
        return False
    told_apart = [clause.kind for clause in sentence.clauses[:2]] == ["frag", "rel"]
    return told_apart and weight(sentence.tokens, opening) >= NAME


def _mood(candidate: Candidate) -> str:
    """What makes a free sentence reported: konjunktiv or sollen."""
    return candidate.rule.split("+")[0]


def closed(body: str, spans: Spans) -> Spans:
    """The spans, each with the bracket behind it that closes one opened in it.

    Brackets part clauses, so that a clause may end right before one: "gut [sic", "gut[/b".
    """
    return tuple(_closed(body, span) for span in spans)


def _closed(body: str, span: Span) -> Span:
    waiting = _waiting(body[span.start : span.end])
    closes = bool(waiting) and body[span.end : span.end + 1] == waiting[-1]
    return Span(span.start, span.end + 1) if closes else span


def _waiting(words: str) -> list[str]:
    """The closing brackets that are missing behind some words, the innermost last."""
    waiting: list[str] = []
    if not any(opening in words for opening in _PAIRS):
        return waiting
    for sign in words:
        if sign in _PAIRS:
            waiting.append(_PAIRS[sign])
        elif waiting and sign == waiting[-1]:
            waiting.pop()
    return waiting
