"""Clauses: a sentence cut at its commas and coordinations, each piece with its kind and its verbs.

Kinds: ``main`` (finite verb first or second), ``dass`` (dass, ob), ``w`` (indirect question),
``rel`` (relative clause), ``sub`` (weil, wenn …), ``zu`` (infinitive with zu), ``frag`` (no verb
of its own: a noun phrase before a relative clause, an apposition, a list item), ``tail`` (a
prefix or participle that finishes an earlier clause) and ``quote`` (direct speech, not looked
into).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimtrack.german.complements import bracket_end
from claimtrack.german.finite import finite_indices
from claimtrack.german.predicates import Predicate, finish, read_predicate
from claimtrack.german.tokens import Token
from claimtrack.german.verbs import Form
from claimtrack.model import Span

_CUTS = frozenset(",;:()–—[]")
_INFINITIVE = int(Form.INFINITIVE)
_AMBIGUOUS = frozenset(
    ["da", "als", "wie", "während", "seit", "bis", "damit", "so", "um", "ohne", "statt", "anstatt", "nachdem", "wonach", "sowie", "wodurch", "womit", "wofür", "wobei", "insofern", "soweit"]
)
_LEADING = frozenset(
    ["und", "oder", "aber", "sondern", "denn", "doch", "sowie", "nur", "auch", "erst", "selbst", "besonders", "vor", "allem", "jedoch", "außerdem", "zugleich", "sowohl", "weder", "noch", "nicht"]
)


@dataclass(slots=True)
class Clause:
    """A piece of a sentence: tokens ``start`` to ``end`` (exclusive) of the sentence.

    ``before`` is the mark that parts it from what precedes ("" for none); ``predicate`` its
    verbs; ``opener`` the index of the word that opens it (dass, der …), else None. ``head`` is the
    clause that this one finishes, where something stands between ("warf X, als er kam, vor").
    """

    start: int
    end: int
    kind: str
    before: str
    predicate: Predicate | None
    opener: int | None = None
    head: int | None = None

    @property
    def verb_first(self) -> bool:
        """Whether the finite verb is the first word: the rest of it stands elsewhere."""
        return self.kind == "main" and self.predicate is not None and self.predicate.first


def cut(sentence: Sequence[Token], speech: Sequence[Span] = ()) -> list[Clause]:
    """The clauses of a sentence in order; ``speech`` are spans of direct speech to keep whole."""
    pieces: list[Clause] = []
    for start, end, before, quoted in _pieces(sentence, speech):
        if quoted:
            pieces.append(Clause(start, end, "quote", before, None))
        else:
            pieces.extend(_coordinated(sentence, start, end, before))
    pieces = _corrected(_bridged(sentence, pieces), sentence)
    _finish(sentence, pieces)
    return pieces


def _bridged(sentence: Sequence[Token], pieces: list[Clause]) -> list[Clause]:
    """Join "dass X", ", der Chef," and "gegangen sei": an opened clause with its verb behind a break."""
    found: list[Clause] = []
    i = 0
    while i < len(pieces):
        stop = _verb_piece(sentence, pieces, i)
        if stop is None:
            found.append(pieces[i])
            i += 1
            continue
        start, end = pieces[i].start, pieces[stop].end
        last = pieces[stop]
        assert last.predicate is not None and last.predicate.finite is not None
        found.append(_clause(sentence, start, end, pieces[i].before, [last.predicate.finite]))
        i = stop + 1
    return found


def _corrected(pieces: list[Clause], sentence: Sequence[Token]) -> list[Clause]:
    """Join "nicht nur mit Waffen" and "sondern auch mit Soldaten zu unterstützen"."""
    found: list[Clause] = []
    for piece in pieces:
        before = found[-1] if found else None
        if (
            before is not None
            and before.kind == "frag"
            and piece.before == ","
            and sentence[piece.start].low == "sondern"
            and piece.kind in ("zu", "frag")
        ):
            found[-1] = _clause(sentence, before.start, piece.end, before.before, [])
        else:
            found.append(piece)
    return found


def _verb_piece(sentence: Sequence[Token], pieces: list[Clause], i: int) -> int | None:
    """The piece that holds the verb of the opened clause i, which has none itself."""
    piece = pieces[i]
    if piece.predicate is not None or piece.kind not in ("frag", "dass"):
        return None
    first = piece.start
    while first < piece.end - 1 and sentence[first].low in _LEADING:
        first += 1
    names = sentence[first].word.classes
    if not (names & {"complementizer", "subordinator", "question"}) or piece.end - first < 2:
        return None
    if sentence[first].low == "als" or (
        "complementizer" not in names
        and sentence[first].low in ("um", "ohne", "statt", "bis", "so")
    ):
        return None
    for j in range(i + 1, min(len(pieces), i + 5)):
        other = pieces[j]
        if (
            other.kind == "main"
            and other.predicate is not None
            and other.predicate.finite is not None
        ):
            final = _verb_final(sentence, other.predicate.finite, other.end)
            return (
                j if final and (not other.predicate.first or other.end - other.start < 3) else None
            )
        if other.kind not in ("frag", "rel", "zu") or other.before in (":", ";"):
            return None
    return None


def _finish(sentence: Sequence[Token], pieces: list[Clause]) -> None:
    """Give a lone prefix or participle the verb that it belongs to: "warf X, als er kam, vor"."""
    for j, piece in enumerate(pieces):
        if piece.kind != "frag" or piece.predicate is not None or piece.end - piece.start > 3:
            continue
        for i in range(j - 1, max(-1, j - 5), -1):
            main = pieces[i]
            if (
                main.kind == "main"
                and main.predicate is not None
                and main.predicate.finite is not None
            ):
                joined = finish(sentence, main.predicate, piece.start, piece.end)
                if joined is not None:
                    main.predicate = joined
                    piece.kind, piece.head = "tail", i
                break


def _pieces(sentence: Sequence[Token], speech: Sequence[Span]) -> list[tuple[int, int, str, bool]]:
    found: list[tuple[int, int, str, bool]] = []
    begin, before, i, count = 0, "", 0, len(sentence)
    while i < count:
        token = sentence[i]
        quote = next((span for span in speech if span.start <= token.start < span.end), None)
        if quote is not None:
            if i > begin:
                found.append((begin, i, before, False))
                before = ""
            stop = i
            while stop < count and sentence[stop].start < quote.end:
                stop += 1
            found.append((i, stop, before, True))
            begin, before, i = stop, "", stop
            continue
        if token.text == "(" and (closing := bracket_end(sentence, i, count)):
            i = closing
            continue
        if token.text == "," and i and sentence[i - 1].text.endswith("-"):
            i += 1
            continue
        if token.text in _CUTS or (token.text == "-" and _spaced(sentence, i)):
            if i > begin:
                found.append((begin, i, before, False))
            begin, before = i + 1, token.text
        i += 1
    if begin < count:
        found.append((begin, count, before, False))
    return found


def _spaced(sentence: Sequence[Token], i: int) -> bool:
    return 0 < i < len(sentence) - 1 and sentence[i - 1].end < sentence[i].start


def _coordinated(sentence: Sequence[Token], start: int, end: int, before: str) -> list[Clause]:
    """Split "sagte das und fügte hinzu": a coordinator between two finite verbs."""
    finite = finite_indices(sentence, start, end)
    if len(finite) < 2:
        return [_clause(sentence, start, end, before, finite)]
    cuts = [
        i
        for left, right in zip(finite, finite[1:], strict=False)
        for i in _coordinators(sentence, left, right)
    ]
    edges = [start, *cuts, end]
    found: list[Clause] = []
    for a, b in zip(edges, edges[1:], strict=False):
        mine = [i for i in finite if a <= i < b]
        found.append(_clause(sentence, a, b, before if a == start else "und", mine))
        _carry_on(sentence, found)
    return found


def _carry_on(sentence: Sequence[Token], found: list[Clause]) -> None:
    """ "…, die anwesend waren und mit AP sprachen": a verb at the end goes on with the clause before."""
    if len(found) < 2 or found[-2].kind not in ("rel", "dass", "sub", "w"):
        return
    clause = found[-1]
    finite = clause.predicate.finite if clause.predicate else None
    if clause.kind == "main" and finite is not None and finite > clause.start + 1:
        if _verb_final(sentence, finite, clause.end):
            clause.kind = found[-2].kind


def _coordinators(sentence: Sequence[Token], left: int, right: int) -> list[int]:
    """The last coordinator between two finite verbs: the second one's clause begins there."""
    for i in range(right - 1, left, -1):
        if sentence[i].low in ("und", "oder", "aber", "sondern", "denn", "doch", "sowie"):
            return [i]
    return []


def _clause(
    sentence: Sequence[Token], start: int, end: int, before: str, finite: list[int]
) -> Clause:
    while end > start and not sentence[end - 1].word.letters and sentence[end - 1].text in ".!?…":
        end -= 1
    kind, opener = _kind(sentence, start, end, before, finite)
    predicate = read_predicate(
        sentence, start, end, finite, final=kind in ("dass", "w", "rel", "sub")
    )
    if kind == "main" and predicate is None:
        kind = "frag"
    if kind == "frag" and predicate is not None and predicate.zu:
        kind = "zu"
    return Clause(start, end, kind, before, predicate, opener)


def _kind(
    sentence: Sequence[Token], start: int, end: int, before: str, finite: list[int]
) -> tuple[str, int | None]:
    i = start
    while i < end and sentence[i].low in _LEADING:
        i += 1
    if i >= end:
        return "frag", None
    word = sentence[i].word
    if "complementizer" in word.classes:
        return "dass", i
    if not finite:
        return "frag", None
    final = _verb_final(sentence, finite[-1], end)
    opened = _opener(sentence, i, end)
    if opened is None or finite[0] <= opened:
        return "main", None
    kind = _opened_kind(sentence, opened, before, start)
    if kind is not None and final and finite[-1] > opened + 1:
        return kind, i
    if kind == "sub" and word.low not in _AMBIGUOUS:
        return kind, i
    if kind in ("rel", "w") and final and finite[-1] > opened:
        return kind, i
    return "main", None


def _opener(sentence: Sequence[Token], i: int, end: int) -> int | None:
    """The word that can open a subordinate clause: the first, or the one behind a preposition."""
    names = sentence[i].word.classes
    if names & {"subordinator", "relative", "question"}:
        return i
    if "preposition" in names and i + 1 < end:
        behind = sentence[i + 1].word
        if behind.classes & {"relative", "question"} and behind.low not in ("das", "was"):
            return i + 1
    return None


def _opened_kind(sentence: Sequence[Token], i: int, before: str, start: int) -> str | None:
    names = sentence[i].word.classes
    low = sentence[i].low
    if "article" in names or low in ("dessen", "deren", "denen"):
        return "rel" if before in (",", "–", "und", "-", "(") and "relative" in names else None
    if "question" in names and low not in ("wobei",):
        return "w"
    if "subordinator" in names:
        return "sub"
    return "rel" if "relative" in names else None


def _verb_final(sentence: Sequence[Token], last: int, end: int) -> bool:
    """Whether the finite verb ends its clause, or only two infinitives follow (hätte tun müssen)."""
    rest = [token for token in sentence[last + 1 : end] if token.word.letters]
    if not rest:
        return True
    return len(rest) == 2 and all(
        token.word.verb is not None and token.word.verb.form & _INFINITIVE for token in rest
    )
