"""Clauses that a comma or an insertion has cut in two, put together again.

Shapes: "dass X, der Chef, gegangen sei" (the verb of an opened clause behind an apposition);
"nicht nur mit Zelten, sondern auch mit Ärzten zu helfen"; "warf ihm, als er kam, Betrug vor"
(a prefix or participle behind an insertion).
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.german.clauses import Clause, first_word, read_clause, verb_final
from claimtrack.german.predicates import finish
from claimtrack.german.tokens import Token
from claimtrack.lexicon import classes

_OPENERS = frozenset({"subordinator", "question"})
_PHRASAL = classes("grammar_words")["phrasal_opener"]
_INSERTED = frozenset({"frag", "rel", "sub", "zu"})
_REACH = 4
"""Pieces that may stand between the two parts of a clause, the second among them."""

_SHORT = 3
"""Words of the longest piece that can be the end of a clause: "nicht mehr vor"."""


_SHORT_WITH_PREFIX = 9
"""The same where a prefix closes it: "am späten Abend in einer Erklärung mit"."""


def joined(sentence: Sequence[Token], pieces: list[Clause]) -> list[Clause]:
    """The clauses of a sentence out of the pieces between its marks, in order."""
    return _finished(sentence, _corrected(sentence, _bridged(sentence, pieces)))


def _bridged(sentence: Sequence[Token], pieces: list[Clause]) -> list[Clause]:
    """Give an opened clause without a verb everything up to the verb that ends it."""
    clauses: list[Clause] = []
    i = 0
    while i < len(pieces):
        piece, last = pieces[i], _verb_piece(sentence, pieces, i)
        if last is not None and (finite := pieces[last].finite) is not None:
            piece = read_clause(sentence, piece.start, pieces[last].end, piece.before, [finite])
            i = last
        clauses.append(piece)
        i += 1
    return clauses


def _verb_piece(sentence: Sequence[Token], pieces: list[Clause], i: int) -> int | None:
    """The index of the piece that ends the opened clause i with its verb, if i lacks one."""
    if not _lacks_verb(sentence, pieces[i]):
        return None
    for j in range(i + 1, min(len(pieces), i + 1 + _REACH)):
        piece = pieces[j]
        if piece.kind == "main":
            return j if _only_ends(sentence, piece) else None
        if piece.kind not in _INSERTED or piece.before in (":", ";"):
            return None
    return None


def _lacks_verb(sentence: Sequence[Token], piece: Clause) -> bool:
    """Whether a piece is opened by a word that asks for a verb, and has none."""
    if piece.predicate is not None or piece.kind not in ("frag", "dass"):
        return False
    first = first_word(sentence, piece.start, piece.end - 1)
    if piece.end - first < 2:
        return False
    word = sentence[first].word
    opened = not word.classes.isdisjoint(_OPENERS) and word.low not in _PHRASAL
    return opened or "complementizer" in word.classes


def _only_ends(sentence: Sequence[Token], piece: Clause) -> bool:
    """Whether the verb of a piece stands last, so that it may be the verb of a clause before."""
    if piece.finite is None or not verb_final(sentence, piece.finite, piece.end):
        return False
    return not piece.verb_first or piece.end - piece.start < _SHORT


def _corrected(sentence: Sequence[Token], pieces: list[Clause]) -> list[Clause]:
    """Join "nicht nur mit Zelten" and "sondern auch mit Ärzten zu helfen"."""
    clauses: list[Clause] = []
    for piece in pieces:
        before = clauses[-1] if clauses else None
        if before is not None and before.kind == "frag" and _corrects(sentence, piece):
            clauses[-1] = read_clause(sentence, before.start, piece.end, before.before, [])
        else:
            clauses.append(piece)
    return clauses


def _corrects(sentence: Sequence[Token], piece: Clause) -> bool:
    opened = piece.before == "," and sentence[piece.start].low == "sondern"
    return opened and piece.kind in ("zu", "frag")


def _finished(sentence: Sequence[Token], pieces: list[Clause]) -> list[Clause]:
    """Give a lone prefix or participle to the last main clause before it, if that lacks one."""
    clauses = list(pieces)
    for j, piece in enumerate(clauses):
        if piece.kind != "frag" or piece.predicate or not _can_end(sentence, piece):
            continue
        i = _main_before(clauses, j)
        main = clauses[i].predicate if i is not None else None
        complete = finish(sentence, main, piece.start, piece.end) if main is not None else None
        if i is not None and complete is not None:
            clauses[i] = clauses[i]._replace(predicate=complete)
            clauses[j] = piece._replace(kind="tail", head=i)
    return clauses


def _can_end(sentence: Sequence[Token], piece: Clause) -> bool:
    """Tell whether a piece can be the end of a clause: it is short, or closes with a prefix."""
    if piece.end - piece.start <= _SHORT:
        return True
    words = [token for token in sentence[piece.start : piece.end] if token.word.letters]
    prefix = bool(words) and "prefix" in words[-1].word.classes and not words[-1].word.capital
    return prefix and piece.end - piece.start <= _SHORT_WITH_PREFIX


def _main_before(pieces: list[Clause], j: int) -> int | None:
    """The index of the nearest main clause before piece j, within reach."""
    near = range(j - 1, max(-1, j - 1 - _REACH), -1)
    return next((i for i in near if pieces[i].kind == "main"), None)
