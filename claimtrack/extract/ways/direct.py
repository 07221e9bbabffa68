"""Words in quotation marks, with the frame before, behind, between or around them.

Shapes: X sagte: „…“; „…“, sagte X; „…“, so X; „…“, sagte X, „…“; X nannte das „…“; X sprach von
„…“; a quotation that stands alone goes on with the last speaker. Titles, names and scare words in
marks are no speech: they are short, behind a naming noun, or capitalised like a name.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.extract.candidate import Candidate
from claimtrack.extract.cues import Cue, noun_cue, verb_cue
from claimtrack.extract.passage import Sentence
from claimtrack.extract.speakers import ahead_of_colon, subject
from claimtrack.german.phrases import phrases
from claimtrack.german.quotations import Quotation
from claimtrack.lexicon import classes
from claimtrack.model import Span

_WORDS = classes("speech_words")


def find(sentence: Sentence) -> Iterator[Candidate]:
    """Candidates for the quotations of the sentence, speech first, then fragments."""
    if not sentence.quotations:
        return
    for mark in sentence.speech:
        yield _speech(sentence, mark)
    for mark in sentence.fragments:
        if mark.depth == 0 and not _name(sentence, mark):
            found = _fragment(sentence, mark)
            if found is not None:
                yield found


def _speech(sentence: Sentence, mark: Quotation) -> Candidate:
    index = next((i for i, c in enumerate(sentence.clauses) if _covers(sentence, i, mark)), None)
    found = _frame(sentence, index) if index is not None else None
    frame, speaker, cue, spans, rule = found or (None, (), None, (), "alone")
    return Candidate(
        kind="direct",
        rule=f"marks+{rule}",
        spans=(mark.span,),
        sentence=sentence.index,
        score=0.97 if found else 0.7,
        speaker=speaker,
        cue=spans,
        frame=(frame,) if frame else (),
        stance=cue.stance if cue else "asserts",
        lemma=cue.lemma if cue else None,
        carried=not speaker,
    )


def _covers(sentence: Sentence, i: int, mark: Quotation) -> bool:
    clause = sentence.clauses[i]
    return clause.kind == "quote" and sentence.tokens[clause.start].start <= mark.inner.start


Frame = tuple[Span, tuple[Span, ...], Cue | None, tuple[Span, ...], str]


def _frame(sentence: Sentence, index: int) -> Frame | None:
    """The clause that announces the quotation: behind it, else before a colon, else around it."""
    index = max(
        i
        for i in range(len(sentence.clauses))
        if sentence.clauses[i].kind == "quote" and i <= index
    )
    return _behind(sentence, index) or _ahead(sentence, index)


def _behind(sentence: Sentence, index: int) -> Frame | None:
    clauses = sentence.clauses
    if index + 1 >= len(clauses):
        return None
    clause = clauses[index + 1]
    span = sentence.span(clause.start, clause.end)
    first = sentence.tokens[clause.start]
    if first.low == "so" and clause.kind in ("frag", "main"):
        found = next(iter(phrases(sentence.tokens, clause.start + 1, clause.end)), None)
        if found is not None and found.governed is None:
            return (
                span,
                (sentence.span(found.start, found.end),),
                Cue("so", "asserts", "q"),
                (Span(first.start, first.end),),
                "so",
            )
    if clause.verb_first:
        return _verb(sentence, index + 1, "behind")
    if clause.kind in ("w", "sub") and first.low == "wie":
        return _verb(sentence, index + 1, "wie")
    return None


def _verb(sentence: Sentence, i: int, rule: str) -> Frame | None:
    clause = sentence.clauses[i]
    predicate = clause.predicate
    if predicate is None:
        return None
    cue = verb_cue(sentence, clause)
    spans = tuple(Span(sentence.tokens[j].start, sentence.tokens[j].end) for j in predicate.verbs)
    return sentence.span(clause.start, clause.end), subject(sentence, i), cue, spans, rule


def _ahead(sentence: Sentence, index: int) -> Frame | None:
    """X sagte: „…“; X: „…“; X sagte, Y sei Z, und weiter: „…“: the last clause before with a verb."""
    named = ahead_of_colon(sentence, index)
    if named:
        return named[0], named, None, (), "colon"
    for i in range(index - 1, -1, -1):
        clause = sentence.clauses[i]
        if clause.kind == "quote":
            return None
        if clause.kind == "main" and clause.predicate is not None:
            found = _verb(sentence, i, "ahead")
            if found is not None and (
                found[2] or sentence.clauses[index].before == ":" or noun_cue(sentence, clause)
            ):
                return found
    return None


def _name(sentence: Sentence, mark: Quotation) -> bool:
    """Whether marks hold a name, a title or a scare word rather than somebody's words."""
    body = sentence.body
    inner = body[mark.inner.start : mark.inner.end]
    if len(inner) < 3:
        return True
    words = inner.split()
    before = [t for t in sentence.tokens if t.end <= mark.span.start][-2:]
    if before and before[-1].low in _WORDS["naming"]:
        return True
    if len(words) == 1:
        return True
    small = [word for word in words if word[:1].islower() and word not in _WORDS["linking"]]
    return not small and len(words) < 9 and not _called(sentence, mark)


def _called(sentence: Sentence, mark: Quotation) -> bool:
    """ "sprach von einer „Gefahr für Leib und Leben“": capitalised words that are somebody's all the same."""
    return any(
        cue is not None and cue.lemma in _WORDS["quoting"]
        for cue in (verb_cue(sentence, clause) for clause in sentence.clauses)
    )


def _fragment(sentence: Sentence, mark: Quotation) -> Candidate | None:
    """A fragment in a clause whose verb reports: nannte, bezeichnete als, sprach von."""
    index = next(
        (
            i
            for i, c in enumerate(sentence.clauses)
            if sentence.tokens[c.start].start <= mark.inner.start < sentence.tokens[c.end - 1].end
        ),
        None,
    )
    if index is None:
        return None
    clause = sentence.clauses[index]
    cue = verb_cue(sentence, clause)
    if (
        cue is None
        or "q" not in cue.frames
        or clause.predicate is None
        or clause.predicate.konjunktiv
    ):
        return None
    found = _verb(sentence, index, "fragment")
    if found is None:
        return None
    frame, speaker, _, spans, rule = found
    return Candidate(
        kind="direct",
        rule=f"marks+{rule}",
        spans=(mark.span,),
        sentence=sentence.index,
        score=0.75,
        speaker=speaker,
        cue=spans,
        frame=(frame,),
        stance=cue.stance,
        lemma=cue.lemma,
    )


def inside(sentence: Sentence, kept: list[Candidate]) -> Iterator[Candidate]:
    """Fragments in marks inside other reported words: speech of the same speaker, nested."""
    taken = {span for candidate in kept if candidate.kind == "direct" for span in candidate.spans}
    for mark in sentence.quotations:
        if mark.depth or mark.span in taken or _name(sentence, mark):
            continue
        outer = next((c for c in kept if c.kind != "direct" and _holds(c, mark)), None)
        if outer is not None and outer.rule != "act":
            yield Candidate(
                kind="direct",
                rule="marks+inside",
                spans=(mark.span,),
                sentence=sentence.index,
                score=0.75,
                speaker=outer.speaker,
                who=outer.who,
                cue=outer.cue,
                frame=outer.frame,
                stance=outer.stance,
                lemma=outer.lemma,
                within=outer.spans[0],
            )


def _holds(candidate: Candidate, mark: Quotation) -> bool:
    return any(s.start <= mark.span.start and mark.span.end <= s.end for s in candidate.spans)
