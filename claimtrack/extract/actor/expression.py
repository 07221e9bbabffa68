"""The words by which somebody is called, as tokens: who of several, and the phrases of each.

Shapes: "Südkorea und der Ukraine", "sowohl Moskau als auch Kiew", "Mia Lund (34), Chefin der Firma,
und Tom Berg (40)" are two; "US- und Nato-Vertreter", "Vizekanzler und Finanzminister X" are one.
"Der Chef der NATO, Mark Rutte (57), der dort sprach" has two phrases: brackets and what a relative
clause tells are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimtrack.extract.actor.phrase import QUOTES, SpeakerPhrase, only_adjectives, parse
from claimtrack.german.document import Document
from claimtrack.german.lazy import lazy
from claimtrack.german.tokens import Token, text_of, tokenize
from claimtrack.lexicon import classes
from claimtrack.model import Span
from claimtrack.registry import Registry

_SMALL = classes("actor_words")

LONGEST_MENTION = 400
"""Characters of a mention that are read; a longer one is no noun phrase."""

_MARKS = frozenset(QUOTES)
_FRAME = _MARKS | {",", ";", ":"}
_AND = frozenset({"und", "sowie", "noch"})
_ALSO = frozenset({"als", "wie"})
_AND_BEHIND = frozenset({"und", "sowie"})
_BOTH = frozenset({"sowohl", "weder"})
_SERIES = frozenset({"und", "oder", "sowie"})


class Expression:
    """Words by which somebody is called; what they are made of is read once.

    ``text`` is how they stand in the text, ``phrases`` are those between its commas; ``marked``
    says that all of them stand in one pair of marks, as names of outlets do.
    """

    def __init__(
        self, tokens: Sequence[Token], registry: Registry, *, marked: bool = False
    ) -> None:
        self.tokens = tokens
        self.registry = registry
        self.marked = marked

    @staticmethod
    def of(words: str, registry: Registry) -> Expression:
        """Words that stand in no text: put together of what a text has in several places."""
        return Expression(tokenize(words), registry)

    @lazy
    def text(self) -> str:
        """The words as they stand in the text."""
        return text_of(self.tokens)

    @lazy
    def phrases(self) -> list[SpeakerPhrase]:
        """The phrases between its commas, without those of a relative clause."""
        return [parse(piece, self.registry) for piece in self._pieces()]

    @lazy
    def whole(self) -> SpeakerPhrase:
        """All its words as one phrase."""
        return parse(self.tokens, self.registry)

    @lazy
    def bare(self) -> str:
        """The words as they stand in the text, without brackets."""
        return text_of(_without_brackets(self.tokens))

    def part(self, start: int, end: int | None = None) -> Expression:
        """The words of some of its tokens."""
        return Expression(self.tokens[start:end], self.registry)

    def _pieces(self) -> Iterator[Sequence[Token]]:
        """The runs of tokens between commas; brackets and relative clauses dropped."""
        tokens = _without_series(_without_brackets(self.tokens))
        begin, first = 0, True
        for i in range(len(tokens) + 1):
            if i < len(tokens) and tokens[i].text != ",":
                continue
            piece = tokens[begin:i]
            begin = i + 1
            if piece and not first and _is_relative(piece):
                return
            if piece:
                first = False
                yield piece


def mentioned(document: Document, spans: Sequence[Span], registry: Registry) -> Expression:
    """The words of a mention, without the marks around them."""
    tokens = [token for span in spans for token in _tokens(document, span)]
    if tokens and tokens[-1].end - tokens[0].start > LONGEST_MENTION:
        tokens = [token for token in tokens if token.end <= tokens[0].start + LONGEST_MENTION]
    tokens = _with_compounds(tokens)
    start, end = 0, len(tokens)
    while start < end and tokens[start].text in _FRAME:
        start += 1
    while start < end and tokens[end - 1].text in _FRAME and not _closes(tokens, start, end - 1):
        end -= 1
    marked = start == 1 and end == len(tokens) - 1 and {tokens[0].text, tokens[-1].text} <= _MARKS
    marked = marked and all(token.text not in _MARKS for token in tokens[start:end])
    return Expression(tokens[start:end], registry, marked=marked)


def _closes(tokens: Sequence[Token], start: int, i: int) -> bool:
    """Whether the token at ``i`` closes a mark that opens behind ``start``: Magazin „quer“."""
    inside = sum(token.text in _MARKS for token in tokens[start:i])
    return tokens[i].text in _MARKS and inside % 2 == 1


def _tokens(document: Document, span: Span) -> Sequence[Token]:
    """The tokens of a span; of a word that it cuts its part: ARD of "ARD-Sendung"."""
    tokens = document.tokens_in(span)
    whole = tokens and tokens[0].start == span.start and tokens[-1].end <= span.end
    goes_on = document.text[span.end : span.end + 1].isalpha()
    return tokens if whole and not goes_on else tokenize(document.text, *span)


def _with_compounds(tokens: list[Token]) -> list[Token]:
    """The tokens with a compound as one whose first part stands in marks: „Spiegel“-Bericht."""
    for i in range(len(tokens) - 4):
        opening, first, closing, hyphen, second = tokens[i : i + 5]
        marked = opening.text in _MARKS and closing.text in _MARKS and hyphen.text == "-"
        if marked and second.word.upper and second.start - opening.end == len(first.text) + 2:
            (word,) = tokenize(f"{first.text}-{second.text}")
            word = word._replace(start=opening.start, end=second.end)
            return [*tokens[:i], word, *_with_compounds(tokens[i + 5 :])]
    return tokens


def speakers(expression: Expression) -> list[Expression]:
    """Those whom an expression means, joined by "und"; itself where it means one."""
    tokens = expression.tokens
    if any(token.text == "," for token in tokens):
        return _with_appositions(expression)
    joints = list(_joints(tokens))
    if not joints or expression.registry.exact(expression.text):
        return [expression]
    starts = [int(tokens[0].low in _BOTH), *(end for _, end in joints)]
    ends = [*(start for start, _ in joints), len(tokens)]
    parts = [expression.part(start, end) for start, end in zip(starts, ends, strict=True)]
    return parts if all(map(_stands_alone, parts)) and _alike(parts) else [expression]


def _joints(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Where words that join two speakers stand, from one to behind the last."""
    i = 1
    while i < len(tokens) - 1:
        also = tokens[i].text in _ALSO and tokens[i + 1].text == "auch" and i + 2 < len(tokens)
        size = 2 if also else int(tokens[i].text in _AND)
        if size:
            yield i, i + size
        i += size + 1  # the word behind one joins nothing


def _with_appositions(expression: Expression) -> list[Expression]:
    """Cut "Mia Lund (34), Chefin der Firma, und Tom Berg (40)" in two; else whole.

    So are full names in a row: "Trainerin Mia Lund, Ina Roth und Tom Berg", "Mia Lund und Tom Berg,
    die Trainer".
    """
    if len(row := _named_row(expression)) > 1:
        return row
    texts = [token.text for token in expression.tokens]
    joints = [
        i for i in range(1, len(texts) - 2) if texts[i] == "," and texts[i + 1] in _AND_BEHIND
    ]
    if len(joints) != 1:
        return [expression]
    parts = [expression.part(0, joints[0]), expression.part(joints[0] + 2)]
    firsts = [phrase for part in parts for phrase in part.phrases[:1]]
    if len(firsts) < len(parts):
        return [expression]
    first, second = firsts
    return parts if first.name and (second.person or second.noun) else [expression]


def _named_row(expression: Expression) -> list[Expression]:
    """Full names parted by commas and a last "und"; what stands behind that is an apposition."""
    tokens = expression.tokens
    joint = next((i for i, _ in _joints(tokens)), 0)
    begins = [0, *(i + 1 for i in range(joint) if tokens[i].text == ","), joint + 1]
    ends = [*(begin - 1 for begin in begins[1:]), None]
    parts = [expression.part(begin, end) for begin, end in zip(begins, ends, strict=True)]
    firsts = [part.phrases[0] for part in parts if part.phrases]
    named = len(firsts) == len(parts) and firsts[0].person and all(map(_is_named, firsts))
    return parts if joint and named else []


def _is_named(phrase: SpeakerPhrase) -> bool:
    """Whether a phrase is a full name, with an office or alone."""
    alone = not (phrase.noun or phrase.adjectives or phrase.determiner or phrase.attribute)
    return " " in phrase.name and (phrase.person or alone)


def _stands_alone(part: Expression) -> bool:
    if not part.tokens or part.tokens[-1].text.endswith("-") or only_adjectives(part.tokens):
        return False
    if not any(token.word.letters for token in part.tokens):
        return False
    return bool(part.whole.noun) or part.whole.name[:1].isupper()


def _alike(parts: Sequence[Expression]) -> bool:
    """Whether the parts are speakers each, not one with two attributes or two offices."""
    first, *rest = (part.whole for part in parts)
    open_attribute = bool(first.attribute) and not any(phrase.person for phrase in rest)
    one_office = bool(first.noun) and not first.name and any(p.noun and p.person for p in rest)
    pair = first.read and rest[0].read and first.read.lemma + "in" == rest[0].read.lemma
    swapped = first.read and rest[0].read and rest[0].read.lemma + "in" == first.read.lemma
    return not (open_attribute or one_office or pair or swapped)


def _without_brackets(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens outside brackets, of which the last may be left open."""
    if all(token.text != "(" for token in tokens):
        return tokens
    outside: list[Token] = []
    inside = False
    for token in tokens:
        inside = inside or token.text == "("
        if not inside:
            outside.append(token)
        inside = inside and token.text != ")"
    return outside


def _without_series(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens without all but the last of a series: "Gesundheits-, Sozial- und" Kulturrat."""
    for i in range(len(tokens) - 2):
        if not (tokens[i].text.endswith("-") and tokens[i + 1].text in _SERIES):
            continue
        if tokens[i + 2].word.upper:
            begin = i
            while begin > 1 and tokens[begin - 1].text == "," and tokens[begin - 2].text[-1] == "-":
                begin -= 2
            return [*tokens[:begin], *_without_series(tokens[i + 2 :])]
    return tokens


def _is_relative(piece: Sequence[Token]) -> bool:
    """A clause, not an apposition: it opens with a pronoun and does not end in a noun or name."""
    words = [word for word in piece if word.text[0].isalnum()]
    if not words or words[0].low not in _SMALL["relative"]:
        return False
    return len(words) < 2 or not words[-1].word.upper
