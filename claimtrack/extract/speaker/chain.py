"""Who carried the words, and whom the speaker leans on: the chain from the article to the origin.

Shapes of relays (``via``): "Wie CNN berichtet, erklärte X, …", "sagte X der Nachrichtenagentur
Reuters", "gegenüber CNN", "laut Beamten, die mit AP sprachen", "sagte X laut Spiegel Online"; an
outlet that reports on its own ("nach Informationen des NDR", "die Rheinzeitung berichtet"); who
speaks in somebody's name: "ließ über seine Anwältin erklären".
Shapes of sources (``cites``): "unter Berufung auf X", "mit Verweis auf X", "beruft sich auf X",
"bestätigte einen Bericht des NDR", "heißt es in dem Bericht" of somebody named before, "heißt es in
einem Gutachten der Universität", "wie der Rat in einem Aushang mitteilt".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimtrack.extract.candidate import Candidate, Spans
from claimtrack.extract.sentence import Sentence
from claimtrack.extract.speaker.apposition import told_outlet
from claimtrack.extract.speaker.outlet_names import outlet_end
from claimtrack.german.animacy import speaker_noun
from claimtrack.german.document import Document
from claimtrack.german.phrases import Phrase, phrases
from claimtrack.lexicon import classes
from claimtrack.model import Span
from claimtrack.registry import Registry

_WORDS = classes("speech_words")

_NEW = frozenset({"einem", "einer"})
"""Articles of a paper that is told of for the first time."""

_OWN = ("sein", "ihr", "eigen")
"""How a view of one's own begins: "seiner Meinung nach", "nach eigenem Bekunden"."""

OUTER = ("wie", "according", "so")
"""Rules of frames that can stand around another frame: their speaker then is a relay."""


def outer_frames(candidate: Candidate, others: Sequence[Candidate]) -> tuple[Spans, ...]:
    """The speakers of frames around a candidate's own frame: "Wie CNN berichtet, erklärte X, …".

    Around "so X" stands none but the source within it: "…, so X laut CNN".
    """
    if not candidate.frame or candidate.relay or candidate.rule == "wie":
        return ()
    if candidate.rule == "according":
        others = [other for other in others if other.relay]
    if candidate.rule == "so":
        others = [other for other in others if _within(other, candidate.frame[-1])]
    verb = candidate.cue[0] if candidate.cue else candidate.frame[0]
    return tuple(
        other.speaker
        for other in others
        if other is not candidate
        and (other.rule in OUTER or other.relay)
        and other.speaker
        and other.holds(verb)
    )


def _within(source: Candidate, frame: Span) -> bool:
    """Whether a source phrase stands inside a frame."""
    start = source.cue[0].start if source.rule == "according" else -1
    return frame.start < start < frame.end


def carries(document: Document, mention: Spans) -> bool:
    """Whether a mention can carry words.

    Not a law ("Kredite, die nach dem Bankgesetz …") nor the speaker's own view ("ihrer Meinung").
    """
    words = [word.low for span in mention for word in document.words_in(span)]
    if words and words[0].startswith(_OWN):
        return False
    return not (words and words[-1].endswith(tuple(_WORDS["law_end"])))


def relays(sentence: Sentence, candidate: Candidate, registry: Registry) -> Spans:
    """Outlets named in the frame beside the speaker: those the words were said to."""
    shown = _shown(sentence, candidate)
    named = (
        sentence.phrase_span(phrase)
        for phrase in _frame_phrases(sentence, candidate)
        if _is_messenger(sentence, candidate, phrase)
        or (_is_told(sentence, phrase) and _is_outlet(sentence, phrase, registry))
    )
    return (*(span for span in named if not _overlaps(span, shown)), *shown)


def _is_told(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether an outlet was told the words: "sagte dem Sender", "der vom Sender befragt wurde"."""
    if phrase.governed is None or phrase.governed in _WORDS["told"]:
        return True
    index = sentence.clause_of(phrase.start)
    clause = None if index is None else sentence.clauses[index]
    if clause is None or clause.kind != "rel" or clause.predicate is None:
        return False
    return clause.predicate.passive and phrase.governed in _WORDS["agent"]


def _shown(sentence: Sentence, candidate: Candidate) -> Spans:
    """The outlet that has seen the paper which speaks.

    Shapes: "ein Brief, der der dpa vorliegt", "einem Protokoll, aus dem das „profil“ zitiert".
    """
    tokens = sentence.tokens
    for clause in sentence.clauses:
        if clause.kind != "rel" or clause.predicate is None or clause.opener is None:
            continue
        if _WORDS["showing"].isdisjoint(clause.predicate.lemmas):
            continue
        if not any(_hangs_on(tokens[clause.start].start, span) for span in candidate.speaker):
            continue
        for i in range(clause.opener + 1, clause.end):
            named = tokens[i].word.capital or not tokens[i].word.letters
            stop = outlet_end(tokens, i, clause.end) if named else None
            if stop is not None:
                return (sentence.span(i, stop),)
    return ()


def _hangs_on(start: int, span: Span) -> bool:
    """Whether a clause that begins at ``start`` stands in a mention or right behind it."""
    return span.start < start <= span.end + 2


def _is_messenger(sentence: Sentence, candidate: Candidate, phrase: Phrase) -> bool:
    """Whether somebody speaks through a phrase: "ließ über seine Anwältin mitteilen".

    None behind a verb that talks about people: "sprach über seinen Anwalt".
    """
    if phrase.governed not in _WORDS["through"]:
        return False
    head = sentence.tokens[phrase.head].low
    named = (token.low for token in sentence.tokens[phrase.start : phrase.core])
    if not any(word.endswith(tuple(_WORDS["messenger"])) for word in (head, *named)):
        return False
    if phrase.governed == "durch":
        return True
    lemmas = _lemmas(sentence, candidate)
    return bool(lemmas) and lemmas.isdisjoint(_WORDS["talking"])


def _lemmas(sentence: Sentence, candidate: Candidate) -> frozenset[str]:
    """The dictionary forms of the verbs of the clause that a candidate's cue stands in."""
    at = candidate.cue[-1].start if candidate.cue else -1
    for i, clause in enumerate(sentence.clauses):
        span = sentence.clause_span(i)
        if span.start <= at < span.end and clause.predicate is not None:
            return frozenset(clause.predicate.lemmas)
    return frozenset()


def reports_itself(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether the speaker of a candidate, if an outlet, carried its own report to the article.

    Shapes: "laut NDR", "nach Informationen des NDR", "wie die NZZ berichtet", "das Blatt meldete";
    not a comment or an answer ("nach Ansicht der Zeit", "der Sender bestritt").
    """
    if candidate.rule in ("according", "so"):
        tokens = (sentence.document.tokens_in(span) for span in candidate.speaker)
        return _WORDS["view"].isdisjoint(token.low for run in tokens for token in run)
    return not _WORDS["relaying"].isdisjoint(_lemmas(sentence, candidate))


def cited(sentence: Sentence, candidate: Candidate) -> Spans:
    """Whom the speaker leans on, or what.

    Shapes: "unter Berufung auf X", "die sich auf X beruft", "bestätigte einen Bericht des NDR", and
    the paper of somebody named before: "heißt es in dem Bericht".
    """
    tokens = sentence.tokens
    for start, end in _frame_ranges(sentence, candidate):
        for i in range(start, end - 1):
            leans = tokens[i].low in _WORDS["leaning"] and tokens[i + 1].low == "auf"
            behind = i + 2 if leans else _rested_on(sentence, i, start, end)
            found = next(phrases(tokens, behind, end), None) if behind else None
            if found is not None:
                return (sentence.phrase_span(found),)
    return (
        _paper(sentence, candidate)
        or _press_report(sentence, candidate)
        or _own_paper(sentence, candidate)
        or _speaking_paper(sentence, candidate)
    )


def _rested_on(sentence: Sentence, i: int, start: int, end: int) -> int | None:
    """The token behind the auf at ``i`` of "sich auf X berufen"; None where no such verb is."""
    tokens = sentence.tokens
    if tokens[i].low != "auf" or all(token.low != "sich" for token in tokens[start:end]):
        return None
    verbs = (token.word.verb for token in tokens[start:end] if not token.word.capital)
    rests = any(verb and not _WORDS["resting"].isdisjoint(verb.lemmas) for verb in verbs)
    return i + 1 if rests else None


def _paper(sentence: Sentence, candidate: Candidate) -> Spans:
    """The paper that a claim points at where another mention says who speaks."""
    if len(candidate.speaker) != 1 or candidate.who == candidate.speaker:
        return ()
    last = sentence.document.words_in(candidate.speaker[0])[-1:]
    return candidate.speaker if last and last[0].low in _WORDS["leant_on"] else ()


def _press_report(sentence: Sentence, candidate: Candidate) -> Spans:
    """The outlet whose report an act confirms or denies: "bestätigte einen Bericht des NDR"."""
    if candidate.kind != "reported":
        return ()
    tokens = sentence.tokens
    for phrase in _frame_phrases(sentence, candidate):
        if phrase.governed is None and tokens[phrase.head].low in _WORDS["press_report"]:
            stop = outlet_end(tokens, phrase.core + 1, phrase.end)
            if stop is not None and stop == phrase.end:
                return (sentence.span(phrase.core + 1, stop),)
    return ()


def _own_paper(sentence: Sentence, candidate: Candidate) -> Spans:
    """The paper in which a speaker says it: "wie der Rat in einem Aushang mitteilt"."""
    if candidate.kind == "reported":
        return ()
    tokens = sentence.tokens
    for phrase in _frame_phrases(sentence, candidate):
        opened = tokens[phrase.start].low in _NEW and phrase.governed == "in"
        if opened and _is_paper(tokens[phrase.head].text):
            return (sentence.span(phrase.start, phrase.core),)
    return ()


def _speaking_paper(sentence: Sentence, candidate: Candidate) -> Spans:
    """The paper of somebody that speaks itself: "heißt es in einem Zwischenbericht des Labors"."""
    tokens = sentence.tokens
    if _lemmas(sentence, candidate).isdisjoint(_WORDS["impersonal"]):
        return ()
    for i in range(len(sentence.clauses)):
        for phrase in sentence.phrases(i):
            said = sentence.phrase_span(phrase) in candidate.speaker and phrase.core < phrase.end
            new = tokens[phrase.start].low in _NEW
            if said and new and _is_paper(tokens[phrase.head].text):
                return (sentence.span(phrase.start, phrase.core),)
    return ()


def _is_paper(noun: str) -> bool:
    return noun.lower().endswith(tuple(_WORDS["notice"]))


def _frame_ranges(sentence: Sentence, candidate: Candidate) -> Iterator[tuple[int, int]]:
    """Token ranges of the frame, with the relative clauses that hang on it."""
    for frame in candidate.frame:
        inside = sentence.within(frame)
        if inside:
            yield inside.start, inside.stop
            yield from _relative(sentence, candidate, inside.stop)


def _relative(sentence: Sentence, candidate: Candidate, end: int) -> Iterator[tuple[int, int]]:
    for clause in sentence.clauses:
        if clause.kind == "rel" and end <= clause.start <= end + 2:
            start = sentence.tokens[clause.start].start
            if not any(span.start <= start < span.end for span in candidate.spans):
                yield clause.start, clause.end


def _frame_phrases(sentence: Sentence, candidate: Candidate) -> Iterator[Phrase]:
    """The phrases of the frame beside the speaker; of its own phrase the outlet that was told."""
    for start, end in _frame_ranges(sentence, candidate):
        for phrase in sentence.phrases_between(start, end):
            if not _overlaps(sentence.phrase_span(phrase), candidate.speaker):
                yield phrase
            elif (outlet := told_outlet(sentence.tokens, phrase)) is not None:
                yield Phrase(outlet, phrase.end, phrase.end, outlet + 1, None)


def _overlaps(place: Span, spans: Spans) -> bool:
    return any(place.start < span.end and span.start < place.end for span in spans)


def _is_outlet(sentence: Sentence, phrase: Phrase, registry: Registry) -> bool:
    tokens = sentence.tokens
    if any(speaker_noun(tokens[i].text) == "outlet" for i in range(phrase.start, phrase.core)):
        return True
    if outlet_end(tokens, phrase.start, phrase.core) == phrase.core > phrase.start + 1:
        return True  # a station with its programme: "sagte sie MDR Kultur"
    words = [token.low for token in tokens[phrase.start : phrase.core]]
    if len(words) == 1 and words[0] in _WORDS["common_outlet"]:
        return False  # a noun like any other: "mit Blick auf", "zur Zeit"
    return any(" ".join(words[i:]) in registry.outlets for i in range(len(words)))
