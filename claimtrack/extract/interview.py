"""Interviews: which paragraphs are answers, and whose.

Shapes: "Frage: … / Antwort: …"; "Tagblatt: … / Kranz: …", two labels that take turns; questions in
bold or as a heading with the answer below. Who answers is named by the label, by a question ("Herr
Ott") or by the text above ("Ein Gespräch mit …"). What follows without a label goes on with the
answer until it speaks of the one who answers by name, or behind an answer opens with somebody
else and nobody says "ich" or "wir" in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from claimtrack.article import Block
from claimtrack.extract.actor.people import Name, find_names
from claimtrack.extract.candidate import Spans
from claimtrack.german.document import read
from claimtrack.lexicon import classes
from claimtrack.model import Span
from claimtrack.registry import Registry

_WORDS = classes("interview_words")
_MARK = r"(?:\*\*|__)?"
_LABEL = re.compile(
    rf"{_MARK}(?P<name>[^\W\d_a-zäöü][\w.'’-]*(?: [\w.'’-]+){{0,3}}) ?{_MARK}:{_MARK}\s+(?=\S)"
)
_BOLD = re.compile(r"(?:\*\*|__).+(?:\*\*|__)", re.DOTALL)
_ITALIC = re.compile(r"([*_])[^*_]+\1")
_ASKS = re.compile(r"\?[\"“”»«*_]*\Z")
_ADDRESS = re.compile(
    r"\b(?:Herrn?|Frau) (?:(?:Dr|Prof)\. |Professorin |Professor )*([A-ZÄÖÜ][\w’-]+)"
)
_LETTERS = re.compile(r"[^\W\d_]+")
_OPENING = 40
"""Characters at the head of a paragraph in which the name of its first person begins."""

_TALK = re.compile(r"\b(?:Interview|Gespräch) (?:mit|über)\b")


class Turn(NamedTuple):
    """A paragraph of an interview: its words without the label, whose answer they are.

    ``label`` is the mention before the words, ``who`` the one that says who it is; both are ()
    for what the interviewer says.
    """

    words: Span
    label: Spans = ()
    who: Spans = ()


class _Part(NamedTuple):
    """A block, the label it opens with ("" for none), and whether it is a question."""

    block: Block
    label: str
    start: int
    asks: bool
    apart: bool
    """In bold or a heading: a question that stands alone has no label."""
    bold: bool = False
    """Among bold questions this is put to somebody, too: "**Die Stadt bestreitet das.**"."""
    italic: bool = False
    """A remark of the paper: "*Interview: Jan Stein.*"."""


def turns(body: str, blocks: Sequence[Block]) -> dict[int, Turn]:
    """The turns of an interview by the start of their blocks; {} for an article that is none."""
    parts = [_part(body, block) for block in blocks if block.kind in ("paragraph", "headline")]
    if not any(part.asks and (part.label or part.apart) for part in parts):
        return {}  # before the names are read, which is as dear as the article
    people = find_names(read(body, ()), Registry.shipped())
    askers = _askers(body, parts, people)
    if not askers and not _questions_apart(body, parts):
        return {}
    return {part.block.start: turn for part, turn in _in_turn(body, parts, askers, people)}


def _part(body: str, block: Block) -> _Part:
    text = body[block.start : block.end]
    asks = _ASKS.search(text) is not None
    label = _LABEL.match(text)
    if label is not None:
        return _Part(block, label["name"], block.start + label.end(), asks, apart=False)
    bold, italic = _BOLD.fullmatch(text) is not None, _ITALIC.fullmatch(text) is not None
    apart = bold or block.kind == "headline"
    return _Part(block, "", block.start, asks, apart, bold, italic and not bold)


def _askers(body: str, parts: Sequence[_Part], people: Sequence[Name]) -> frozenset[str]:
    """The labels that mostly ask, if another one answers and the two are known to be people.

    Known by the words Frage or Antwort, by a label that comes back, or by a name of the text.
    """
    asked = Counter(part.label for part in parts if part.label and part.asks)
    labels = Counter(part.label for part in parts if part.label)
    askers = frozenset(label for label in asked if 3 * asked[label] >= labels[label])
    answers = {
        behind.label
        for before, behind in pairwise(parts)
        if before.asks and before.label in askers and behind.label and behind.label not in askers
    }
    known = (
        any(label.casefold() in _WORDS["question"] for label in askers)
        or any(label.casefold() in _WORDS["answer"] for label in answers)
        or any(labels[label] > 1 for label in answers)
        or any(_named(body, parts, label, people) for label in answers)
    )
    return askers if known else frozenset()


def _questions_apart(body: str, parts: Sequence[_Part]) -> bool:
    """Whether questions that stand alone are put to somebody, not headings of an explanation."""
    questions = [part for part in parts if part.apart and part.asks]
    if not questions:
        return False
    addressed = any(_ADDRESS.search(body, part.start, part.block.end) for part in questions)
    return addressed or _TALK.search(body, 0, questions[0].start) is not None


def _in_turn(
    body: str, parts: Sequence[_Part], askers: frozenset[str], people: Sequence[Name]
) -> Iterator[tuple[_Part, Turn]]:
    """Every part of the interview as a turn; what is none keeps being read as an article."""
    label: Spans = ()
    who: Spans = ()
    bold = not askers and any(part.bold and part.asks for part in parts)
    asked = False
    for part in parts:
        words = Span(part.start, part.block.end)
        told = not asked and _narrates(body, part, people)
        asked = part.asks
        if part.label in askers or (part.apart and part.asks) or (part.bold and bold):
            label, who = (), () if askers else _interviewee(body, parts, people)
            if part.label or part.bold:
                yield part, Turn(words)
        elif part.label and askers:
            label = (_place(body, part),)
            who = _named(body, parts, part.label, people) or _interviewee(body, parts, people)
            yield part, Turn(words, label, who)
        elif who and not (part.italic or told or _speaks_of(body, part, who)):
            yield part, Turn(words, label or who, who)
        else:
            label, who = (), ()


def _place(body: str, part: _Part) -> Span:
    start = body.index(part.label, part.block.start)
    return Span(start, start + len(part.label))


def _named(body: str, parts: Sequence[_Part], label: str, people: Sequence[Name]) -> Spans:
    """Where the text names who a label stands for: "KRANZ" is "Hedwig Kranz"; () for nowhere."""
    last = label.split()[-1].casefold()
    for person in people:
        if person.text.split()[-1].casefold() == last:
            return (Span(person.start, person.end),)
    name = re.compile(rf"(?<![\w-]){re.escape(last)}(?![\w-])", re.IGNORECASE)
    labels = [_place(body, part) for part in parts if part.label]
    for match in name.finditer(body):
        if not any(span.start <= match.start() < span.end for span in labels):
            return (Span(*match.span()),)
    return ()


def _interviewee(body: str, parts: Sequence[_Part], people: Sequence[Name]) -> Spans:
    """Who is interviewed: whom a question addresses, else the first person that is named."""
    for part in parts:
        address = _ADDRESS.search(body, part.start, part.block.end) if part.asks else None
        if address is not None:
            return (Span(*address.span(1)),)
    return (Span(people[0].start, people[0].end),) if people else ()


def _narrates(body: str, part: _Part, people: Sequence[Name]) -> bool:
    """Whether a paragraph is the paper's: it opens with somebody in full and nobody's own voice."""
    near = part.start + _OPENING
    named = any(part.start <= person.start < min(near, part.block.end) for person in people)
    words = {word.lower() for word in _LETTERS.findall(body, part.start, part.block.end)}
    return named and words.isdisjoint(_WORDS["own_voice"])


def _speaks_of(body: str, part: _Part, who: Spans) -> bool:
    """Whether a paragraph speaks of somebody by the last name."""
    name = body[slice(*who[0])].split()[-1]
    return re.search(rf"(?<!\w){re.escape(name)}", body[part.start : part.block.end]) is not None
