"""A sentence cut into its clauses: at commas and other marks, and between coordinated verbs.

Direct speech is kept whole. Shapes that are not cut: short brackets "(SPD)", elliptic hyphens
"Ein-, Zwei- und Dreizimmerwohnungen". Coordinations: "sagte das und fügte hinzu, …"; "…, die
anwesend waren und mit AP sprachen".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from claimtrack.german.clauses import Clause, read_clause, verb_final
from claimtrack.german.complements import BRACKETED, bracket_end
from claimtrack.german.finite import finite_indices
from claimtrack.german.joining import joined
from claimtrack.german.tokens import Token
from claimtrack.lexicon import classes
from claimtrack.model import Span

_CUTS = frozenset(",;:()–—[]")
_DASS = frozenset({"dass", "daß"})
_BEFORE__DASS = classes("grammar_words")["before_dass"]
_SHORTEST_INFINITIVE = 3
_BRACKET = 16
"""Tokens from an auxiliary to its participle, at the most."""

JOINERS = classes("grammar_words")["joiner"]
_AUXILIARY_PARTICIPLES = classes("grammar_words")["auxiliary_participle"]
_PARTING = _CUTS | JOINERS | _DASS | {"-", "zu"}
"""Marks and words of which one stands in each sentence of several clauses, unless "einzuführen"."""


class _Piece(NamedTuple):
    """Tokens between two marks, ``before`` being the first one, or a whole direct speech."""

    start: int
    end: int
    before: str
    quoted: bool


def cut(sentence: Sequence[Token], speech: Sequence[Span] = ()) -> list[Clause]:
    """The clauses of a sentence in order.

    ``speech`` are the spans of direct speech to keep whole, in order and apart from each other.
    """
    pieces: list[Clause] = []
    for piece in _pieces(sentence, speech):
        if piece.quoted:
            pieces.append(Clause(piece.start, piece.end, "quote", piece.before))
        else:
            pieces.extend(_coordinated(sentence, piece))
    # A lone full stop, as behind direct speech, leaves a piece without words.
    return joined(sentence, [piece for piece in pieces if piece.start < piece.end])


def may_part(sentence: Sequence[Token], lows: Iterable[str]) -> bool:
    """Whether a sentence without direct speech may be cut at all; ``lows`` are its words."""
    if not _PARTING.isdisjoint(lows):
        return True
    verbs = (token.word.verb for token in sentence)
    return any(verb is not None and verb.inner_zu for verb in verbs)


def _pieces(sentence: Sequence[Token], speech: Sequence[Span]) -> Iterator[_Piece]:
    before = ""
    for start, end, quoted in _stretches(sentence, speech):
        begin = start
        for i in () if quoted else _cuts(sentence, start, end):
            if i > begin:
                yield _Piece(begin, i, before, False)
            begin, before = (i + 1, sentence[i].text) if _mark(sentence, i) else (i, ",")
        if begin < end:
            yield _Piece(begin, end, before, quoted)
            before = ""


def _stretches(
    sentence: Sequence[Token], speech: Sequence[Span]
) -> Iterator[tuple[int, int, bool]]:
    """Start, end and whether it is direct speech of each stretch, none of them empty."""
    done = 0
    for span in speech:
        start = _first_from(sentence, done, span.start)
        end = _first_from(sentence, start, span.end)
        if _bracketed(sentence, done, start):
            continue
        if start > done:
            yield done, start, False
        if end > start:
            yield start, end, True
        done = end
    if done < len(sentence):
        yield done, len(sentence), False


def _bracketed(sentence: Sequence[Token], start: int, i: int) -> bool:
    """Whether i stands in a short bracket, whose marks are no speech: "(kurz: „Fed“)"."""
    near = range(max(start, i - BRACKETED), i)
    return any(
        sentence[j].text == "(" and bracket_end(sentence, j, len(sentence)) > i for j in near
    )


def _first_from(sentence: Sequence[Token], i: int, offset: int) -> int:
    """The first token from i on that begins at ``offset`` of the text or behind it."""
    while i < len(sentence) and sentence[i].start < offset:
        i += 1
    return i


def _cuts(sentence: Sequence[Token], start: int, end: int) -> Iterator[int]:
    """The marks in ``sentence[start:end]`` that part clauses, short brackets left alone.

    So does the first word of a clause whose comma was left out: "wies darauf hin dass …", "hat
    angekündigt die Preise zu erhöhen".
    """
    behind = start
    for i in range(start, end):
        if i < behind:
            continue
        token, word = sentence[i], sentence[i].word
        if word.letters and word.low not in _DASS:  # most tokens: they are looked at no further
            before = sentence[i - 1].word.verb if i > start + 1 else None
            if before is not None and before.participle and _infinitive(sentence, i, start, end):
                yield i
        elif word.letters:
            if _dass(sentence, i, start):
                yield i
        elif token.text == "(" and (closing := bracket_end(sentence, i, end)):
            behind = closing
        elif _mark(sentence, i) and not _elliptic(sentence, i):
            yield i


def _mark(sentence: Sequence[Token], i: int) -> bool:
    text = sentence[i].text
    return text in _CUTS or (text == "-" and _dash(sentence, i))


def _infinitive(sentence: Sequence[Token], i: int, start: int, end: int) -> bool:
    """Whether an infinitive with zu begins at i, behind a participle and with no comma.

    "hat angekündigt das Werk zum 3. Mai zu öffnen", not "beteiligt gewesen zu sein".
    """
    if sentence[i].low in _AUXILIARY_PARTICIPLES:
        return False
    stop = next((j for j in range(i, end) if _parts_words(sentence[j])), end)
    last = sentence[stop - 1].word.verb
    if last is None or stop - i < _SHORTEST_INFINITIVE:
        return False
    with_zu = last.inner_zu or (last.infinitive and sentence[stop - 2].low == "zu")
    near = sentence[max(start, i - _BRACKET) : i - 1]
    return with_zu and any(token.word.auxiliary for token in near)


def _parts_words(token: Token) -> bool:
    """Whether a token is a mark and no number: "1." does not end a clause."""
    return not token.word.letters and not token.text[0].isdigit()


def _dass(sentence: Sequence[Token], i: int, start: int) -> bool:
    """Whether a clause with dass begins at i though no comma says so; not "ohne dass"."""
    if i == start:
        return False
    before = sentence[i - 1]
    return before.word.letters and before.low not in _BEFORE__DASS


def _elliptic(sentence: Sequence[Token], i: int) -> bool:
    before = sentence[i - 1]
    elided = before.word.letters and before.text.endswith("-")
    return sentence[i].text == "," and i > 0 and elided


def _dash(sentence: Sequence[Token], i: int) -> bool:
    """Whether a hyphen stands for a dash: inside the sentence, a blank before it."""
    return 0 < i < len(sentence) - 1 and sentence[i - 1].end < sentence[i].start


def _coordinated(sentence: Sequence[Token], piece: _Piece) -> list[Clause]:
    """The clauses of a piece: "sagte das" and "und fügte hinzu"."""
    clauses: list[Clause] = []
    for start, end, finite in _parts(sentence, piece):
        before = piece.before if start == piece.start else "und"
        clause = read_clause(sentence, start, end, before, finite)
        clauses.append(_carried_on(sentence, clauses[-1], clause) if clauses else clause)
    return clauses


def _parts(sentence: Sequence[Token], piece: _Piece) -> Iterator[tuple[int, int, list[int]]]:
    """Start, end and finite verbs of the parts of a piece, cut where a joiner parts two verbs."""
    finite = finite_indices(sentence, piece.start, piece.end)
    start, own = piece.start, finite[:1]
    for left, right in pairwise(finite):
        joiner = next((i for i in range(right - 1, left, -1) if sentence[i].low in JOINERS), None)
        if joiner is None:
            own.append(right)
        else:
            yield start, joiner, own
            start, own = joiner, [right]
    yield start, piece.end, own


def _carried_on(sentence: Sequence[Token], before: Clause, clause: Clause) -> Clause:
    """The clause as one of the same kind as the one before, where its verb stands last too."""
    if before.kind not in ("rel", "dass", "sub", "w") or clause.kind != "main":
        return clause
    finite = clause.finite
    if finite is None or finite <= clause.start + 1:
        return clause
    same = verb_final(sentence, finite, clause.end)
    return clause._replace(kind=before.kind) if same else clause
