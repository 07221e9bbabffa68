"""Words in quotation marks, with the frame before, behind, between or around them.

Shapes: X sagte: „…“; „…“, sagte X; „…“, so X; „…“, wie X sagte; „…“, sagte X, „…“; X: „…“; X
nannte das „…“; X sprach von „…“; a quotation that stands alone goes on with the last speaker.
Titles, names and scare words in marks are no speech: they are short, behind a naming noun, or
capitalised.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimtrack.extract.candidate import NO_FRAME, Candidate, Frame, Spans, framed
from claimtrack.extract.reporting_words import noun_cue
from claimtrack.extract.sentence import Sentence
from claimtrack.extract.speaker.weight import BODY, is_abstract, weight
from claimtrack.extract.speaker.who_speaks import speaking_subject, subject
from claimtrack.extract.speaker.without_subject import ahead_of_colon
from claimtrack.german.clauses import konjunktiv
from claimtrack.german.phrases import phrases
from claimtrack.german.quotations import Quotation
from claimtrack.lexicon import classes

_WORDS = classes("speech_words")
_SHORTEST = 3
_LONGEST_NAME = 8
_INDEFINITE = classes("actor_words")["indefinite"]


def find(sentence: Sentence) -> Iterator[Candidate]:
    """Candidates for the quotations of the sentence that are direct speech."""
    for mark in sentence.speech:
        candidate = _speech(sentence, mark)
        if candidate.frame or not sentence.body.startswith(":", mark.span.end):
            yield candidate


def woven(sentence: Sentence) -> Iterator[Candidate]:
    """Candidates for fragments in marks beside a verb that reports."""
    for mark in sentence.fragments:
        if mark.depth == 0 and not _is_name(sentence, mark):
            yield from _fragment(sentence, mark)


def inside(sentence: Sentence, kept: Sequence[Candidate]) -> Iterator[Candidate]:
    """Fragments in marks inside other reported words: speech of the same speaker, nested."""
    if not kept:
        return
    taken = {span for candidate in kept if candidate.kind == "direct" for span in candidate.spans}
    for mark in sentence.quotations:
        named = _is_name(sentence, mark) and not _worded(sentence, mark)
        if mark.depth or mark.span in taken or named:
            continue
        outer = next((c for c in kept if c.kind != "direct" and c.holds(mark.span)), None)
        if outer is not None and outer.rule != "act":
            yield outer._replace(
                kind="direct",
                rule="marks+inside",
                spans=(mark.span,),
                score=0.75,
                carried=False,
                via=(),
                within=outer.spans[0],
            )


def loose(sentence: Sentence, kept: Sequence[Candidate]) -> Iterator[Candidate]:
    """Fragments of several words that stand in no claim: "… „mit Füßen getreten“ wurden".

    Spoken by whom "für X ist das „…“" names, else by the subject; words that begin small, so that
    names and titles are left out.
    """
    for mark in sentence.fragments:
        words = sentence.body[mark.inner.start : mark.inner.end].split()
        long = len(words) >= _SHORTEST and words[0][:1].islower()
        if mark.depth or not long or _is_name(sentence, mark) or _taken(mark, kept):
            continue
        i = _clause_at(sentence, mark.inner.start)
        if i is None or sentence.clauses[i].predicate is None:
            continue
        speaker = _beholder(sentence, i) or speaking_subject(sentence, i)
        yield Candidate(
            kind="direct",
            rule="marks+loose",
            spans=(mark.span,),
            sentence=sentence.index,
            score=0.6,
            frame=(sentence.clause_span(i),),
            speaker=speaker,
            carried=not speaker,
        )


def _taken(mark: Quotation, kept: Sequence[Candidate]) -> bool:
    """Whether a fragment shares words with a claim that is no reported act."""
    spans = (span for one in kept if one.kind != "reported" for span in one.spans)
    return any(span.start < mark.span.end and mark.span.start < span.end for span in spans)


def _beholder(sentence: Sentence, i: int) -> Spans:
    """In whose eyes something is: "Für den Minister ist die Lage „alles andere als gut“"."""
    for phrase in sentence.phrases(i):
        if phrase.governed == "für" and weight(sentence.tokens, phrase) >= BODY:
            return (sentence.phrase_span(phrase),)
    return ()


def _clause_at(sentence: Sentence, at: int) -> int | None:
    """The clause that character ``at`` of the body stands in."""
    spans = (sentence.clause_span(i) for i in range(len(sentence.clauses)))
    return next((i for i, span in enumerate(spans) if span.start <= at < span.end), None)


def _speech(sentence: Sentence, mark: Quotation) -> Candidate:
    i = _clause_of_speech(sentence, mark)
    frame = None if i is None else _behind(sentence, i) or _ahead(sentence, i)
    candidate = framed(
        frame or NO_FRAME,
        kind="direct",
        rule=f"marks+{frame.shape if frame else NO_FRAME.shape}",
        spans=(mark.span,),
        sentence=sentence.index,
        score=0.97 if frame else 0.7,
    )
    own = candidate.stance in ("denies", "doubts")
    return candidate._replace(carried=not candidate.speaker, own=own)


def _clause_of_speech(sentence: Sentence, mark: Quotation) -> int | None:
    """The clause whose frame counts: of „…“, sagte X, „…“ the first quotation for both."""
    for i, clause in enumerate(sentence.clauses):
        if clause.kind == "quote" and sentence.clause_span(i).start <= mark.inner.start:
            return i
    return None


def _behind(sentence: Sentence, quote: int) -> Frame | None:
    """The frame behind a quotation: „…“, sagte X; „…“, so X; „…“, wie X sagte."""
    i = quote + 1
    if i >= len(sentence.clauses):
        return None
    clause = sentence.clauses[i]
    first = sentence.tokens[clause.start].low
    if first == "so" and clause.kind in ("frag", "main") and (frame := _so(sentence, i)):
        return frame
    if clause.verb_first:
        return _verb_frame(sentence, i, "behind")
    if clause.before == ":" and clause.kind == "main" and sentence.cues[i] is not None:
        return _by_person(_verb_frame(sentence, i, "colon"), sentence)
    if first == "wie" and clause.kind in ("w", "sub") and clause.predicate is not None:
        return _verb_frame(sentence, i, "wie")
    return None


def _by_person(frame: Frame, sentence: Sentence) -> Frame | None:
    """A frame behind a colon if somebody speaks in it: "„Wir brauchen Geld“: Landrat X mahnt"."""
    here = [p for i in range(len(sentence.clauses)) for p in sentence.phrases(i)]
    able = any(
        weight(sentence.tokens, phrase) >= BODY
        for phrase in here
        if any(
            span.start <= sentence.phrase_span(phrase).start < span.end for span in frame.speaker
        )
    )
    return frame if able else None


def _so(sentence: Sentence, i: int) -> Frame | None:
    clause = sentence.clauses[i]
    found = next(phrases(sentence.tokens, clause.start + 1, clause.end), None)
    if found is None or found.governed is not None:
        return None
    speaker = (sentence.phrase_span(found),)
    return Frame("so", (sentence.clause_span(i),), speaker, (sentence.token_span(clause.start),))


def _ahead(sentence: Sentence, quote: int) -> Frame | None:
    """The frame before a quotation, in the last clause with a verb.

    Shapes: X sagte: „…“; X: „…“; X sagte, Y sei Z, und weiter: „…“; X stellte die Frage: „…“.
    """
    named = ahead_of_colon(sentence, quote)
    if named:
        return Frame("colon", named, named, ())
    for i in range(quote - 1, -1, -1):
        clause = sentence.clauses[i]
        if clause.kind == "quote":
            return None
        if clause.kind == "main" and clause.predicate is not None:
            colon = sentence.clauses[quote].before == ":"
            if colon or sentence.cues[i] or noun_cue(sentence.tokens, clause):
                return _verb_frame(sentence, i, "ahead")
    return None


def _verb_frame(sentence: Sentence, i: int, shape: str) -> Frame:
    """A clause with a verb as a frame, whether the verb reports or not („…“, lachte X)."""
    cue = sentence.cues[i]
    return Frame(
        shape,
        (sentence.clause_span(i),),
        subject(sentence, i),
        sentence.verb_spans(i),
        cue.stance if cue else "asserts",
    )


def _fragment(sentence: Sentence, mark: Quotation) -> Iterator[Candidate]:
    """A fragment in a clause whose verb reports: nannte, bezeichnete als, sprach von."""
    i = _clause_at(sentence, mark.inner.start)
    cue = None if i is None else sentence.cues[i]
    if i is None or cue is None:
        return
    if "q" in cue.frames and not konjunktiv(sentence.clauses[i]):
        frame = _verb_frame(sentence, i, "fragment")
        if frame.speaker == (mark.span,):
            return  # the name of the paper that reports
        yield framed(
            frame,
            kind="direct",
            rule="marks+fragment",
            spans=(mark.span,),
            sentence=sentence.index,
            score=0.75,
        )


def _is_name(sentence: Sentence, mark: Quotation) -> bool:
    """Whether marks hold a name, a title or a scare word rather than somebody's words."""
    inner = sentence.body[mark.inner.start : mark.inner.end]
    words = inner.split()
    if len(inner) < _SHORTEST or _named_before(sentence, mark):
        return True
    if len(words) == 1:
        return not _labels(sentence, mark)
    small = [word for word in words if word[:1].islower() and word not in _WORDS["linking"]]
    return not small and len(words) <= _LONGEST_NAME and not _called(sentence)


def _worded(sentence: Sentence, mark: Quotation) -> bool:
    """Whether marks in reported words hold one of them though it is short or capitalised.

    A word that begins small ("bleibe „kritisch“"), a noun behind an indefinite article ("sei ein
    „Opfer der Krise“") or for what nobody names so ("gegen den „Terrorismus“"); none behind the
    noun that it names ("die Gruppe „Wut“").
    """
    inner = sentence.body[mark.inner.start : mark.inner.end]
    before = [token for token in sentence.tokens if token.end <= mark.span.start]
    if len(inner) < _SHORTEST or not before or before[-1].word.capital:
        return False
    if _named_before(sentence, mark):
        return False
    first, *_ = inner.split()
    behind_article = before[-1].low in _INDEFINITE
    return first[:1].islower() or (first.isalpha() and (behind_article or is_abstract(first)))


def _labels(sentence: Sentence, mark: Quotation) -> bool:
    """Whether one word is what somebody calls a thing: nannte das „fahrlässig“, als „falsch“."""
    before = [token.low for token in sentence.tokens if token.end <= mark.span.start]
    lemmas = {cue.lemma for cue in sentence.cues if cue is not None}
    labelled = "als" in before[-3:] and not _WORDS["labelling"].isdisjoint(lemmas)
    return bool(before) and (labelled or not _WORDS["calling"].isdisjoint(lemmas))


def _named_before(sentence: Sentence, mark: Quotation) -> bool:
    before = [token.low for token in sentence.tokens if token.end <= mark.span.start]
    return bool(before) and before[-1] in _WORDS["naming"]


def _called(sentence: Sentence) -> bool:
    """Whether even capitalised words are somebody's: "sprach von einer „Gefahr für die Welt“"."""
    return any(cue is not None and cue.lemma in _WORDS["quoting"] for cue in sentence.cues)
