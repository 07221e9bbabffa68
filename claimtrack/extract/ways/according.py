"""A preposition names the source: the rest of the clause is what the source says.

Shapes: "laut X …", "nach Angaben (von) X …", "nach Ansicht der Kritiker", "X zufolge", "Berichten
zufolge", "gemäß X", "aus Sicht von X" (all of them in ``source_phrase``); "Laut X …, die Polizei
spricht von Y" ends where the next clause reports on its own. "Nach eigenen Angaben" are those of
whoever the clause is about, so its subject says who speaks.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from claimtrack.extract.candidate import Candidate
from claimtrack.extract.sentence import Sentence
from claimtrack.extract.speaker.source_phrase import Source, find_sources
from claimtrack.extract.speaker.weight import BODY, weight
from claimtrack.extract.ways.number_verbs import put_numbers
from claimtrack.german.animacy import time_noun
from claimtrack.german.clauses import indicative
from claimtrack.german.phrases import Phrase
from claimtrack.lexicon import classes
from claimtrack.model import Span

_WORDS = classes("speech_words")
_NEAR = 24
_OWN = ("eigen", "Eigen")
_MARKS_BEFORE = ",–-("
_MARKS_BEHIND = ",–-)"


def find(sentence: Sentence) -> Iterator[Candidate]:
    """Candidates for every prepositional source in the sentence, if it is no question."""
    if sentence.tokens[-1].text == "?":
        return
    sources = list(find_sources(sentence))
    for source in sources:
        if sentence.quoted(source.start) or _in_own_way(sentence, source):
            continue
        end = _past_relative(sentence, _past_day(sentence, source.end))
        spans = _words(sentence, source, end, _told_by_others(sentence, source, sources))
        if spans:
            yield Candidate(
                kind="indirect",
                rule="according",
                spans=spans,
                sentence=sentence.index,
                score=0.9,
                speaker=(source.speaker,),
                cue=(source.cue,),
                frame=(sentence.span(source.start, end),),
                who=_reflexive(sentence, source),
            )


def _reflexive(sentence: Sentence, source: Source) -> tuple[Span, ...]:
    """The subject of the clause that "eigenen Angaben" points back to; () for other sources."""
    index = sentence.clause_of(source.start)
    if index is None or not sentence.body.startswith(_OWN, source.speaker.start):
        return ()
    predicate = sentence.clauses[index].predicate
    finite = predicate.finite if predicate else None
    found = [one for one in sentence.phrases(index) if one.nominative(sentence.tokens)]
    beside = [one for one in found if finite in (one.end, one.start - 1)] or found
    speaking = [one for one in beside[:2] if weight(sentence.tokens, one) >= BODY]
    counted = speaking and _is_counted(sentence, beside[0])
    return tuple(sentence.phrase_span(phrase) for phrase in (speaking if counted else beside)[:1])


def _is_counted(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase is only counted, the subject behind the verb: "80 Kilo hat der Verein"."""
    span = sentence.phrase_span(phrase)
    numbers = sentence.document.quantities_in(sentence.whole)
    return any(span.start <= number.number.start < span.end for number in numbers)


def _past_day(sentence: Sentence, end: int) -> int:
    """Behind the day of what is leaned on.

    "laut einer Mitteilung der Stadt vom Montag", "nach Informationen vom frühen Morgen".
    """
    tokens = sentence.tokens
    if end + 1 >= len(tokens) or tokens[end].low != "vom":
        return end
    adjective = tokens[end + 1].word.letters and not tokens[end + 1].word.capital
    later = adjective and end + 2 < len(tokens)
    if later and time_noun(tokens[end + 2].low):
        return end + 3
    day = next(iter(sentence.document.dates_in(sentence.token_span(end + 1))), None)
    if day is None:
        return end
    return next((i for i, token in enumerate(tokens) if token.start >= day.end), end)


def _in_own_way(sentence: Sentence, source: Source) -> bool:
    """Whether "nach eigenen …" says how something is done: "nach eigenen Vorstellungen"."""
    if not sentence.body.startswith(_OWN, source.speaker.start):
        return False
    words = sentence.body[source.speaker.start : source.speaker.end + _NEAR].lower().split()
    return not _WORDS["manner"].isdisjoint(words[:2])


def _past_relative(sentence: Sentence, end: int) -> int:
    """Behind the relative clauses that hang on the source: "laut Beamten, die dabei waren, …"."""
    for clause in sentence.clauses:
        if clause.kind == "rel" and clause.start - 1 <= end <= clause.start + 1:
            end = clause.end
    return end


def _told_by_others(
    sentence: Sentence, source: Source, sources: Sequence[Source]
) -> frozenset[int]:
    """The clauses that have a source of their own: "laut X waren es 300, laut Y nur 200"."""
    own = sentence.clause_of(source.start)
    clauses = {sentence.clause_of(other.start) for other in sources} - {own, None}
    return frozenset(i for i in clauses if i is not None and not _subordinate(sentence, i))


def _words(
    sentence: Sentence, source: Source, end: int, others: Container[int]
) -> tuple[Span, ...]:
    """The words before the source and behind it, up to token ``end`` being the frame.

    They stop at the clauses of ``others``.
    """
    index = sentence.clause_of(source.start)
    if index is None:
        return ()
    start = sentence.clauses[_first(sentence, index, others)].start
    stop = sentence.clauses[_last(sentence, index, others)].end
    left, right = source.start, end
    while left > start and _is_mark(sentence, left - 1, _MARKS_BEFORE):
        left -= 1
    while right < stop and _is_mark(sentence, right, _MARKS_BEHIND):
        right += 1
    return tuple(sentence.span(a, b) for a, b in ((start, left), (right, stop)) if a < b)


def _is_mark(sentence: Sentence, i: int, marks: str) -> bool:
    token = sentence.tokens[i]
    return not token.word.letters and token.text in marks


def _first(sentence: Sentence, i: int, others: Container[int]) -> int:
    """The first clause that a source in clause ``i`` answers for: what leads up to its own."""
    clauses = sentence.clauses
    if _subordinate(sentence, i):
        return i
    while i > 0 and clauses[i].before not in (";", ":") and clauses[i - 1].kind != "quote":
        if _begins(sentence, i) or i - 1 in others:
            break
        i -= 1
    return i


def _last(sentence: Sentence, i: int, others: Container[int]) -> int:
    """The last clause that a source in clause ``i`` answers for: what its own governs."""
    clauses = sentence.clauses
    main = clauses[i].kind == "main"
    last = i
    for j in range(i + 1, len(clauses)):
        if clauses[j].before in (";", ":") or clauses[j].kind == "quote" or j in others:
            break
        if clauses[j].before in ("–", "-") and sentence.opening(j) in _WORDS["remark"]:
            break
        if clauses[j].kind == "main" and (
            _subordinate(sentence, i) or (main and _reports(sentence, j))
        ):
            break
        main = main or clauses[j].kind == "main"
        last = j
    return last


def _subordinate(sentence: Sentence, i: int) -> bool:
    return sentence.clauses[i].kind in ("sub", "rel", "w")


def _begins(sentence: Sentence, i: int) -> bool:
    """Whether a main clause begins anew at clause ``i``: behind "und", or behind another one."""
    clause, before = sentence.clauses[i], sentence.clauses[i - 1]
    if clause.kind != "main" or clause.verb_first:
        return False
    return clause.before == "und" or (clause.before == "," and before.kind == "main")


def _reports(sentence: Sentence, i: int) -> bool:
    """Whether a main clause reports on its own: "…, die Polizei zählte 4.000"."""
    clause, cue = sentence.clauses[i], sentence.cues[i]
    if clause.before not in (",", "und") or cue is None or not indicative(clause):
        return False
    return bool(set("av") & set(cue.frames)) or bool(put_numbers(sentence, i))
