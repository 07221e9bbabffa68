"""What stands around a figure in its article: its sentence, the one before, places, scope."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from claimtrack.about.matters import unit_of
from claimtrack.about.origin import is_anonymous, key
from claimtrack.conflicts.figures.clause_subject import clause_subject
from claimtrack.conflicts.figures.measures import MEASURE
from claimtrack.conflicts.statement.content import content_stems
from claimtrack.conflicts.statement.course import is_stock
from claimtrack.conflicts.statement.names import lands_in, places_in
from claimtrack.conflicts.statement.passage import Layout
from claimtrack.conflicts.statement.statement import Count, Statement
from claimtrack.conflicts.statement.word_lists import whole_words
from claimtrack.lexicon.concepts import senses

_NEAR = 60
"""Characters before and behind a figure in which words of its scope stand."""
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")

_CLASSES = (
    "history", "per_time", "each", "plan", "limit", "part", "total", "renewed", "further",
    "wish", "stock", "since", "contrast", "measuring", "correcting",
    "now", "first_told", "then_told", "enemy", "until_then",
)  # fmt: skip
"""Classes of conflict_words.tsv that are looked for around a figure."""
SCOPES = {name: whole_words(name) for name in _CLASSES}
_WHOLE_SENTENCE = frozenset(
    {"contrast", "measuring", "renewed", "history", "until_then", "correcting", "now",
     "first_told", "then_told"}
)  # fmt: skip
"""Those that say something wherever they stand in the sentence; the others near the figure."""


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """What stands around a figure.

    ``at`` is its offset in the article's body, ``sentence`` and ``paragraph`` count from 0;
    ``stems`` are the content words of its sentence, ``before`` those of the sentence before it in
    its paragraph; ``places`` are those of the nearest words that name one, ``own_places`` those
    that its sentence names and the title does not; ``speakers`` who says it, by name;
    ``dimension`` the unit, "count" where it has none; ``signs`` the classes of words
    around it; ``subject`` the words that tell what is measured, where no noun is counted.
    """

    at: int
    sentence: int
    paragraph: int
    text: str
    stems: frozenset[str]
    before: frozenset[str]
    places: frozenset[str]
    own_places: frozenset[str]
    lands: frozenset[str]
    speakers: frozenset[str]
    dimension: str
    signs: frozenset[str]
    years: frozenset[str]
    subject: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """A figure with what stands around it."""

    count: Count
    setting: Setting


def setting(count: Count) -> Setting:
    """What stands around a figure; of its claim's words alone where the text is not to be had."""
    statement, layout = count.statement, count.statement.layout
    claim, number = statement.claim, count.figure.text
    at = _offset(count)
    if layout is None or at is None:
        text, sentence, paragraph, before = statement.claim.words, -1, -1, ""
        near = _around(text, max(text.find(count.figure.text), 0), len(count.figure.text))
    else:
        sentence, paragraph = layout.sentence(at), layout.paragraph(at)
        text = layout.words(sentence)
        inside = at - layout.sentences[sentence]
        near = _around(text, inside, len(count.figure.text))
        before = _before(layout, sentence, paragraph)
    line = senses(text)
    places = places_in(line) or _inherited_places(statement, sentence, paragraph)
    return Setting(
        at=-1 if at is None else at,
        sentence=sentence,
        paragraph=paragraph,
        text=text,
        stems=content_stems(text),
        before=content_stems(before),
        places=places,
        own_places=frozenset(places_in(line)) - statement.title_places,
        lands=lands_in(line) - lands_in(senses(" ".join(statement.claim.actors))),
        speakers=frozenset(key(name) for name in statement.actors if not is_anonymous(name)),
        dimension=_dimension(count),
        signs=_signs(text, near) | ({"stock"} if is_stock(count.matter.state) else set()),
        years=frozenset(_YEAR.findall(text)),
        subject=clause_subject(claim.words, number, tuple(claim.actors)),
    )


def _signs(text: str, near: str) -> frozenset[str]:
    """The classes of words that stand around a figure, in its sentence or ``near`` it."""
    return frozenset(
        name
        for name, pattern in SCOPES.items()
        if pattern.search(text if name in _WHOLE_SENTENCE else near)
    )


def _dimension(count: Count) -> str:
    if count.matter.sort == MEASURE and count.matter.unit:
        return count.matter.unit
    return unit_of(count.figure) or "count"


def _around(text: str, at: int, length: int) -> str:
    return text[max(0, at - _NEAR) : at + length + _NEAR]


def _offset(count: Count) -> int | None:
    """Where a figure stands in its article; None where the claim has no place in it."""
    quote = count.statement.claim.quote
    if quote is None or not quote.spans:
        return None
    inside = quote.text.find(count.figure.text)
    for span in quote.spans:
        length = span.end - span.start
        if inside <= length:
            return span.start + max(inside, 0)
        inside -= length + 1
    return quote.spans[0].start


def _before(layout: Layout, sentence: int, paragraph: int) -> str:
    if sentence < 1 or layout.paragraph(layout.sentences[sentence - 1]) != paragraph:
        return ""
    return layout.words(sentence - 1)


def _inherited_places(statement: Statement, sentence: int, paragraph: int) -> frozenset[str]:
    """The places of the sentences before in the same paragraph.

    The nearest may only name where somebody spoke: "sagte er in Florenz".
    """
    layout = statement.layout
    places: frozenset[str] = frozenset()
    while layout and sentence > 0:
        sentence -= 1
        if layout.paragraph(layout.sentences[sentence]) != paragraph:
            break
        places |= _places(layout.words(sentence))
    return places


@lru_cache(maxsize=4096)
def _places(text: str) -> frozenset[str]:
    return places_in(senses(text))


def between(left: Setting, right: Setting, layout: Layout | None) -> str:
    """The text from the first figure's sentence to the end of the other's; "" across articles."""
    if layout is None or min(left.sentence, right.sentence) < 0:
        return ""
    first, last = sorted((left.sentence, right.sentence))
    return layout.words(first, last)
