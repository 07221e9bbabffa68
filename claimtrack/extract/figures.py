"""The figures of a claim: numbers of people, things, money, votes and shares, and their state."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from claimtrack import lexicon
from claimtrack.extract.state import Counting, read_state, sentence_at
from claimtrack.extract.state_words import hits, words_of
from claimtrack.german.numbers import Counted, Quantity, counted_after, find_quantities
from claimtrack.model import Figure, Span
from claimtrack.states import OTHER

_COUNTS = frozenset({"cardinal", "range", "vague", "fraction"})
_SUMS = frozenset({"percent", "money", "mass", "volume", "area", "energy", "power", "magnitude"})
_SKIPPED = re.compile(
    r"(?:\s(?:weitere[rn]?|andere[rn]?|zusätzliche[rn]?|mehr|insgesamt))?"
    r"(?:\s(?:der|von den|von|dieser|aller|ihrer|seiner|an))?(?=\s)"
)
_SHARE_OF = re.compile(r"\s(?:des|eines|dieses|ihres|seines)(?=\s)")
_OF_TIME = re.compile(
    r"(?:\w*(?:[Jj]ahr|[Mm]onat|[Tt]ag|[Jj]ahrhundert|[Jj]ahrzehnt|[Ss]piel|[Ww]eg)e?s|\w*[Ss]aison)\Z"
)
_STRENGTH = re.compile(r"\b(?:Stärke|Magnitude|Erdbebenstärke|Bebenstärke)\b")
_STRONGEST = 10  # of any earthquake
_PART_IN_ROW = re.compile(r"\b(?:ander|erst|zweit|dritt|letzt|nächst)e[rn]?\s\Z")
_PREPOSITION = re.compile(r"\b(von|mit|auf)\s(?:den\s)?\Z")
_NEAR = 160  # characters back to a noun that is left out
_ELIDED = re.compile(
    r"((?:\s[a-zäöüß][\w-]*)*\s[a-zäöüß][\w-]*e([nrm]?))(?:\s(?:und|oder|sowie)|,)\s"
)

_PARTITIVE = re.compile(r"\s(?:der|des|von|von den|dieser|aller|ihrer|seiner|an)\s")
_NUMBER_OF = re.compile(r"\b(?:Zahl|Anzahl|Gesamtzahl|Höchstzahl)\s(?:der|von|aller)(?=\s)")
_NUMBER_NOUN = re.compile(r"\b[A-ZÄÖÜ]\w+zahl(?:en)?\b")
_BREAK = re.compile(r",(?!\d)|[;:]")
_PLACE = re.compile(
    r"\b(?:in|aus|auf|nach|vor|seit|binnen|innerhalb|während|an|ab|bis|bei|durch)\s(?:den\s|ihren\s)?\Z",
    re.IGNORECASE,
)
_SIZE = re.compile(
    r"\s(?:schwer|groß|lang|hoch|breit|tief|stark|teuer|teure)(?:e[nrms]?)?\b(?!\s[a-zäöüß]+te[nr]?\b)"
)
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
    phrase = _phrase(body, index) or _left_out(body, index)
    noun = Span(phrase.noun, phrase.end) if phrase else None
    if noun and body[noun.start : noun.end] in lexicon.words("uncounted_nouns"):
        return None
    if _SIZE.match(body, quantity.end):
        return None
    follows = phrase is not None and phrase.start > quantity.start
    if quantity.kind in _COUNTS and follows and _is_setting(body, index):
        return None
    state = read_state(body, _counting(body, index, phrase))
    bare = noun is None and quantity.kind in _COUNTS
    if bare and (quantity.kind == "fraction" or state == OTHER or _shared_unit(body, index)):
        return None
    return Figure(
        text=quantity.text,
        what=_what(body, index, phrase),
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


def _counting(body: str, index: int, phrase: Counted | None) -> Counting:
    quantity = _quantities(body)[index]
    of_noun = quantity.kind in _COUNTS or (phrase is not None and quantity.kind == "percent")
    adjectives = _adjectives(body, index, phrase) if phrase else None
    noun = Span(phrase.noun, phrase.end) if phrase else None
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
    return behind or _share_of(body, quantity) or _shared(body, index) or _before(body, quantity)


def _share_of(body: str, quantity: Quantity) -> Counted | None:
    """ein Drittel des Stadtgebiets; not "die zweite Hälfte des Films", "die Hälfte des Jahres"."""
    match = _SHARE_OF.match(body, quantity.end) if quantity.kind == "fraction" else None
    if not match or _PART_IN_ROW.search(body, max(0, quantity.start - 10), quantity.start):
        return None
    behind = counted_after(body, match.end())
    return None if behind and _OF_TIME.search(body, behind.start, behind.end) else behind


def _shared(body: str, index: int) -> Counted | None:
    """81 bestätigte und 24 wahrscheinliche Fälle: adjectives alike in ending, one noun."""
    own = _elided(body, index)
    behind = counted_after(body, _quantities(body)[index + 1].end) if own else None
    if not own or not behind or behind.start == behind.noun:
        return None
    alike = body[behind.start : behind.noun].split()[-1].endswith("e" + own[2])
    verb = any(word in lexicon.words("number_no_adjectives") for word in own[1].split())
    return Counted(own.start(1) + 1, behind.noun, behind.end) if alike and not verb else None


def _elided(body: str, index: int) -> re.Match[str] | None:
    """The adjectives between a number and the next that is bound to it."""
    one, *rest = _quantities(body)[index : index + 2]
    return _ELIDED.fullmatch(body, one.end, rest[0].start) if rest else None


def _left_out(body: str, index: int) -> Counted | None:
    """The noun of a number before: 17 weitere · sprach von 200 Gästen, die Presse von 500."""
    quantity = _quantities(body)[index]
    after = _PREPOSITION.search(body, max(0, quantity.start - 9), quantity.start)
    if quantity.kind not in _COUNTS or not (after or quantity.role == "more"):
        return None
    for earlier in range(index - 1, -1, -1):
        before = _quantities(body)[earlier]
        if quantity.start - before.end > _NEAR:
            return None
        phrase = _phrase(body, earlier) if before.kind in _COUNTS else None
        if phrase and phrase.end < quantity.start:
            same = _PREPOSITION.search(body, max(0, before.start - 9), before.start)
            parallel = after and same and after[1] == same[1]
            bare = Counted(phrase.noun, phrase.noun, phrase.end)
            return bare if parallel or (not after and not _says_state(body, phrase)) else None
    return None


def _says_state(body: str, phrase: Counted) -> bool:
    """Whether the noun is one of the dead, the injured …, which others need not be."""
    return any(True for _ in hits("noun", words_of(body, phrase.noun, phrase.end)))


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
    if not noun and "," in quantity.text and (quantity.value or _STRONGEST) < _STRONGEST:
        noun = _STRENGTH.search(body, start, quantity.start)
    return Counted(noun.start(), noun.start(), noun.end()) if noun else None


def _adjectives(body: str, index: int, phrase: Counted) -> Span:
    """The adjectives that are the number's own, without those of a second number."""
    own = _elided(body, index)
    shared = own is not None and own.end() < phrase.noun
    return Span(phrase.start, own.end(1) if own and shared else phrase.noun)


def _what(body: str, index: int, phrase: Counted | None) -> str | None:
    """The words of what is counted; the adjectives of a whole are not those of its part."""
    quantity = _quantities(body)[index]
    if phrase is None:
        number = body[quantity.number.start : quantity.number.end]
        unit = body[quantity.start : quantity.end].rpartition(number)
        words = unit[2].strip() or unit[0].removesuffix("von ").strip()
        return words if quantity.unit else None
    own = Span(0, 0) if quantity.role == "part" else _adjectives(body, index, phrase)
    words = body[own.start : own.end] + " " + body[phrase.noun : phrase.end]
    return " ".join(words.split())


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
