"""The figures of a claim: numbers of people, things, money, votes and shares, and their state."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from claimtrack import lexicon
from claimtrack.extract.state import Counting, read_state, sentence_at
from claimtrack.german.numbers import Counted, Quantity, counted_after, find_quantities
from claimtrack.model import Figure, Span
from claimtrack.states import OTHER

_COUNTS = frozenset({"cardinal", "range", "vague", "fraction"})
_SUMS = frozenset({"percent", "money", "mass", "volume", "area", "energy", "power", "magnitude"})
_SKIPPED = re.compile(
    r"(?:\s(?:weitere[rn]?|andere[rn]?|zusätzliche[rn]?|mehr|insgesamt))?"
    r"(?:\s(?:der|von den|von|dieser|aller|ihrer|seiner|an))?(?=\s)"
)
_PARTITIVE = re.compile(r"\s(?:der|des|von|von den|dieser|aller|ihrer|seiner|an)\s")
_NUMBER_OF = re.compile(r"\b(?:Zahl|Anzahl|Gesamtzahl|Höchstzahl)\s(?:der|von|aller)(?=\s)")
_NUMBER_NOUN = re.compile(r"\b[A-ZÄÖÜ]\w+zahl(?:en)?\b")
_BREAK = re.compile(r",(?!\d)|[;:]")
_PLACE = re.compile(
    r"\b(?:in|aus|auf|nach|vor|seit|binnen|innerhalb|während|an|ab|bis|bei|durch)\s(?:den\s|ihren\s)?\Z",
    re.IGNORECASE,
)
_SIZE = re.compile(r"\s(?:schwer|groß|lang|hoch|breit|tief|stark|teuer|teure)(?:e[nrms]?)?\b")
_LIST = re.compile(r",\s|\s(?:und|oder|beziehungsweise)\s")
_LONGEST_LIST = 8
_OF_PLACE = re.compile(r"\s(?:von|aus|in)\s")


def read_figures(body: str, spans: Sequence[Span]) -> tuple[Figure, ...]:
    """The figures that stand within the spans of a claim, in the order of the text.

    ``spans`` are characters of ``body``, end exclusive. Kept are counts of people and things,
    shares, money, masses, volumes, areas, energy and the strength of earthquakes; not kept are
    dates, years, ages, ordinals, durations, distances and numbers of an article's own parts.
    ``text`` has the number with its approximator (and its unit, if it has one), ``what`` the noun
    with its adjectives as the text has it.
    """
    return tuple(
        figure
        for span in spans
        for index in _inside(body, span)
        if (figure := _figure(body, index))
    )


def read_bare(body: str, spans: Sequence[Span], like: Figure) -> tuple[Figure, ...]:
    """The numbers within spans that stand without a noun, counting what ``like`` counts.

    "… rund 20.000 Teilnehmern, die Veranstalter zählten 50.000": the noun is left out.
    """
    found = (_quantities(body)[index] for span in spans for index in _inside(body, span))
    return tuple(
        Figure(one.text, like.what, like.state, one.value, one.near, one.far)
        for one in found
        if one.kind in _COUNTS and one.kind != "fraction"
    )


@lru_cache(maxsize=4)
def _quantities(body: str) -> tuple[Quantity, ...]:
    return find_quantities(body)


def _inside(body: str, span: Span) -> Iterator[int]:
    """The indexes of the quantities that lie within a span."""
    found = _quantities(body)
    index = bisect_left(found, span.start, key=lambda quantity: quantity.start)
    while index < len(found) and found[index].end <= span.end:
        yield index
        index += 1


def _figure(body: str, index: int) -> Figure | None:
    """The figure of one quantity; None when it is not worth keeping."""
    quantity = _quantities(body)[index]
    if quantity.kind not in _COUNTS | _SUMS:
        return None
    phrase = _phrase(body, index)
    noun = Span(phrase.noun, phrase.end) if phrase else None
    if noun and body[noun.start : noun.end] in lexicon.words("uncounted_nouns"):
        return None
    if _SIZE.match(body, quantity.end):
        return None
    follows = phrase is not None and phrase.start > quantity.start
    if quantity.kind in _COUNTS and follows and _is_setting(body, index):
        return None
    state = read_state(body, _counting(quantity, phrase, noun))
    bare = noun is None and quantity.kind in _COUNTS
    if bare and (quantity.kind == "fraction" or state == OTHER or _shared_unit(body, index)):
        return None
    return Figure(
        text=quantity.text,
        what=_what(body, quantity, phrase),
        state=state,
        value=quantity.value,
        near=quantity.near,
        far=quantity.far,
    )


def _shared_unit(body: str, index: int) -> bool:
    """Whether a bare number opens a list that ends in a unit: im Alter von 62, 64 und 66 Jahren."""
    items = _quantities(body)[index : index + _LONGEST_LIST]
    for quantity, following in pairwise(items):
        if not _LIST.fullmatch(body, quantity.end, following.start):
            return False
        if following.kind not in _COUNTS:
            return True
    return False


def _counting(quantity: Quantity, phrase: Counted | None, noun: Span | None) -> Counting:
    of_noun = quantity.kind in _COUNTS or (noun is not None and quantity.kind == "percent")
    adjectives = Span(phrase.start, phrase.noun) if phrase else None
    return Counting(quantity.start, quantity.end, adjectives, noun, quantity.role, of_noun)


def _phrase(body: str, index: int) -> Counted | None:
    """What is counted: behind the number, behind the whole of a part, or before: Zahl der Toten."""
    found = _quantities(body)
    while found[index].role == "part":
        index += 1
    quantity = found[index]
    skipped = _SKIPPED.match(body, quantity.end)
    shares = quantity.kind in ("percent", "mass", "volume")
    if quantity.kind in _SUMS and not (shares and _PARTITIVE.match(body, quantity.end)):
        return _behind_sum(body, quantity)
    behind = counted_after(body, skipped.end() if skipped else quantity.end)
    return behind or _before(body, quantity)


def _behind_sum(body: str, quantity: Quantity) -> Counted | None:
    """20.000 Tonnen Getreide, 500 Millionen Euro Schulden: the noun right behind, no name."""
    behind = counted_after(body, quantity.end)
    return behind if behind and behind.start == behind.noun else None


def _before(body: str, quantity: Quantity) -> Counted | None:
    """Die Zahl der Toten stieg auf 300; die Opferzahl liegt bei 20."""
    start = sentence_at(body, quantity.start).start
    for end in _BREAK.finditer(body, start, quantity.start):
        start = end.end()
    of = list(_NUMBER_OF.finditer(body, start, quantity.start))
    if of:
        return counted_after(body, of[-1].end())
    noun = _NUMBER_NOUN.search(body, start, quantity.start)
    return Counted(noun.start(), noun.start(), noun.end()) if noun else None


def _what(body: str, quantity: Quantity, phrase: Counted | None) -> str | None:
    """The words of what is counted; the adjectives of a whole are not those of its part."""
    if phrase is None:
        number = body[quantity.number.start : quantity.number.end]
        unit = body[quantity.start : quantity.end].rpartition(number)
        words = unit[2].strip() or unit[0].removesuffix("von ").strip()
        return words if quantity.unit else None
    start = phrase.noun if quantity.role == "part" else phrase.start
    return " ".join(body[start : phrase.end].split())


def _is_setting(body: str, index: int) -> bool:
    """A bare number behind a preposition of place: in drei Städten, von acht Stützpunkten."""
    quantity = _quantities(body)[index]
    hedged = quantity.start != quantity.number.start
    if hedged or quantity.role or quantity.kind == "vague":
        return False
    if _PLACE.search(body, max(0, quantity.start - 22), quantity.start):
        return True
    phrase = _phrase(body, index - 1) if index else None
    return phrase is not None and bool(_OF_PLACE.fullmatch(body, phrase.end, quantity.start))
