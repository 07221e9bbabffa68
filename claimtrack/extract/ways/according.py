"""A preposition names the source: the rest of the clause is what the source says.

Shapes: "laut X …", "nach Angaben (von) X …", "nach Ansicht der Kritiker", "X zufolge", "Berichten
zufolge", "gemäß X", "aus Sicht von X"; "demnach", "demzufolge", "danach" pointing back to a source.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from claimtrack.extract.candidate import Candidate
from claimtrack.extract.cues import verb_cue
from claimtrack.extract.passage import Sentence
from claimtrack.german.clauses import Clause
from claimtrack.german.occasions import time_noun
from claimtrack.german.phrases import Phrase, phrases
from claimtrack.lexicon import words
from claimtrack.model import Span

_TRIGGERS = frozenset(["laut", "nach", "zufolge", "gemäß", "sicht", "lt", "glaubt", "seiten"])
_SAID = frozenset({"laut", "gemäß"})


def find(sentence: Sentence) -> Iterator[Candidate]:
    """Candidates for every prepositional source in the sentence."""
    if not _TRIGGERS & sentence.lows or sentence.tokens[-1].text == "?":
        return
    for source in _sources(sentence):
        cue, speaker, frame = source
        if sentence.quoted(frame[0]):
            continue
        spans = _words(sentence, frame)
        if spans:
            yield Candidate(
                kind="indirect",
                rule="according",
                spans=spans,
                sentence=sentence.index,
                score=0.9,
                speaker=(speaker,),
                cue=(cue,),
                frame=(sentence.span(frame[0], _past_relative(sentence, frame[1])),),
                lemma=sentence.body[cue.start : cue.end].lower(),
            )


Source = tuple[Span, Span, tuple[int, int]]


def _sources(sentence: Sentence) -> Iterator[Source]:
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        low = token.low
        if low in _SAID or (low == "nach" and i + 1 < len(tokens)):
            if low == "nach" and (back := _opinion_before(sentence, i)) is not None:
                yield sentence.span(i, i + 1), sentence.span(back, i), (back, i + 1)
                continue
            found = _phrase_at(sentence, i + 1) or _marked(sentence, i + 1)
            if found is None or (low == "nach" and not _opinion(sentence, found)):
                continue
            if low == "nach" and _temporal(sentence, i):
                continue
            if low == "gemäß" and sentence.tokens[i + 1].low in (
                "art",
                "artikel",
                "paragraph",
                "paragraf",
            ):
                continue
            if (
                low == "laut"
                and i > 0
                and tokens[i - 1].low in ("zu", "so", "sehr", "wurde", "wird")
            ):
                continue
            end = _apposition_end(sentence, found)
            yield sentence.span(i, i + 1), sentence.span(found.start, end), (i, end)
        elif low == "zufolge":
            begin = _before(sentence, i)
            if begin is not None:
                yield sentence.span(i, i + 1), sentence.span(begin, i), (begin, i + 1)
        elif (
            low == "sicht" and i > 0 and tokens[i - 1].low in ("aus", "der") and i + 1 < len(tokens)
        ):
            found = _phrase_at(sentence, i + 1)
            j = i - 1 if tokens[i - 1].low == "aus" else i - 2
            if found is not None and j >= 0 and tokens[j].low == "aus":
                yield sentence.span(j, i + 1), sentence.span(found.start, found.end), (j, found.end)


def _phrase_at(sentence: Sentence, i: int) -> Phrase | None:
    clause = next((c for c in sentence.clauses if c.start <= i < c.end), None)
    if clause is None:
        return None
    found = next(iter(phrases(sentence.tokens, i, clause.end)), None)
    if found is None or found.start > i:
        return None
    return found


def _marked(sentence: Sentence, i: int) -> Phrase | None:
    """laut „tagesschau.de“, laut ndr.de: a name in marks, or one written small."""
    tokens = sentence.tokens
    mark = next(
        (m for m in sentence.fragments if i < len(tokens) and m.span.start == tokens[i].start), None
    )
    if mark is not None:
        end = next((j for j in range(i, len(tokens)) if tokens[j].end >= mark.span.end), i)
        return Phrase(i, end + 1, end + 1, end, None)
    if (
        i + 2 < len(tokens)
        and tokens[i + 1].text == "."
        and tokens[i + 1].end == tokens[i + 2].start
    ):
        return Phrase(i, i + 3, i + 3, i, None)
    return None


def _opinion(sentence: Sentence, phrase: Phrase) -> bool:
    """Behind "nach" only nouns of saying and thinking name a source: Angaben, Ansicht, Auskunft …"""
    for i in range(phrase.start, phrase.core):
        token = sentence.tokens[i]
        if token.word.capital and _opinion_noun(token.low):
            return True
    return False


@cache
def _opinion_noun(low: str) -> bool:
    """A noun of the list, or a compound that ends in one: UNHCR-Angaben, Expertenmeinung."""
    nouns = words("opinion_nouns")
    return low in nouns or any(low[i:] in nouns for i in range(2, len(low) - 4))


def _temporal(sentence: Sentence, i: int) -> bool:
    """ "zwei Monate nach dem Urteil", "erst nach langen Ermittlungen": nach of time."""
    before = sentence.tokens[i - 1].low if i else ""
    return before in ("erst", "kurz", "noch", "unmittelbar", "bald") or (
        i > 0 and time_noun(before)
    )


def _opinion_before(sentence: Sentence, i: int) -> int | None:
    """ "seiner Meinung nach", "dem Vernehmen nach": where the phrase before "nach" begins."""
    if i < 2 or sentence.tokens[i - 1].low not in (
        "meinung",
        "ansicht",
        "auffassung",
        "vernehmen",
        "überzeugung",
        "einschätzung",
    ):
        return None
    return i - 2 if sentence.tokens[i - 2].low[-2:] in ("er", "em") else None


def _apposition_end(sentence: Sentence, phrase: Phrase) -> int:
    """Behind an apposition to the source: "nach Angaben von X, dem Dekan, befanden sich …"."""
    clauses = sentence.clauses
    for i, clause in enumerate(clauses[:-2]):
        if clause.end == phrase.end and clauses[i + 1].kind == "frag" and clauses[i + 2].verb_first:
            return clauses[i + 1].end
    return phrase.end


def _before(sentence: Sentence, i: int) -> int | None:
    """Where the phrase before "zufolge" begins."""
    clause = next((c for c in sentence.clauses if c.start <= i < c.end), None)
    if clause is None:
        return None
    for phrase in phrases(sentence.tokens, clause.start, i):
        if phrase.end >= i or phrase.core == i:
            return phrase.start
    if i > clause.start and sentence.tokens[i - 1].low in ("ihm", "ihr", "ihnen"):
        return i - 1
    for j in range(i - 1, max(clause.start, i - 9) - 1, -1):
        if sentence.tokens[j].low in ("dem", "der", "den", "einem", "einer", "diesem", "dieser"):
            return j
    return None


def _words(sentence: Sentence, frame: tuple[int, int]) -> tuple[Span, ...]:
    """The sentence without the frame, from a semicolon or "und" with its own frame on."""
    index = next(i for i, c in enumerate(sentence.clauses) if c.start <= frame[0] < c.end)
    clauses = sentence.clauses
    first, last = _extent(sentence, index)
    start, end = clauses[first].start, clauses[last].end
    tokens = sentence.tokens
    spans: list[Span] = []
    if frame[0] > start:
        left = frame[0]
        while (
            left > start and not tokens[left - 1].word.letters and tokens[left - 1].text in ",–-("
        ):
            left -= 1
        if left > start:
            spans.append(sentence.span(start, left))
    right = _past_relative(sentence, frame[1])
    while right < end and not tokens[right].word.letters and tokens[right].text in ",–-)":
        right += 1
    if right < end:
        spans.append(sentence.span(right, end))
    return tuple(spans)


def _past_relative(sentence: Sentence, end: int) -> int:
    """Behind the relative clauses that hang on the source: "laut Beamten, die dabei waren, …"."""
    for clause in sentence.clauses:
        if clause.kind == "rel" and clause.start - 1 <= end <= clause.start + 1:
            end = clause.end
    return end


def _extent(sentence: Sentence, index: int) -> tuple[int, int]:
    """The clauses that the source answers for: its own, what it governs, what leads up to it."""
    clauses = sentence.clauses
    if clauses[index].kind in ("sub", "rel", "w"):
        return index, _follow(sentence, index, subordinate=True)
    first = index
    while (
        first > 0 and clauses[first].before not in (";", ":") and clauses[first - 1].kind != "quote"
    ):
        if (
            clauses[first].kind == "main"
            and not clauses[first].verb_first
            and clauses[first].before in ("und", ",")
        ):
            if clauses[first - 1].kind == "main" or clauses[first].before == "und":
                break
        first -= 1
    return first, _follow(sentence, index, subordinate=False)


def _reports(sentence: Sentence, clause: Clause) -> bool:
    """Whether a main clause reports on its own: "…, die Polizei spricht von 4.000"."""
    cue = verb_cue(sentence, clause)
    return (
        cue is not None
        and bool(set("av") & set(cue.frames))
        and not (clause.predicate is not None and clause.predicate.konjunktiv)
    )


def _follow(sentence: Sentence, index: int, *, subordinate: bool) -> int:
    clauses = sentence.clauses
    last = index
    for j in range(index + 1, len(clauses)):
        clause = clauses[j]
        if clause.before in (";", ":") or clause.kind == "quote":
            break
        if subordinate and clause.kind == "main":
            break
        seen = any(c.kind == "main" for c in clauses[index:j])
        if (
            seen
            and clause.kind == "main"
            and clause.before in (",", "und")
            and _reports(sentence, clause)
        ):
            break
        last = j
    return last
