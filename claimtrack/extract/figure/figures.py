"""The figures of a claim: numbers of people, things, money, votes and shares, and their state."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from claimtrack import lexicon
from claimtrack.extract.figure.counted_noun import (
    COUNTS,
    SUMS,
    fronted,
    noun_left_out,
    noun_of,
    object_before,
    own_adjectives,
)
from claimtrack.extract.figure.per_unit import per_unit
from claimtrack.extract.figure.replaced import is_right, is_wrong
from claimtrack.extract.figure.state import Counting, read_state
from claimtrack.german.animacy import speaker_noun, time_noun
from claimtrack.german.document import Document
from claimtrack.german.numbers import Counted, Quantity, counted_after
from claimtrack.lexicon.states import OTHER
from claimtrack.model import Figure, Interval, Span

_PLACE = re.compile(
    r"\b(?:in|aus|auf|nach|vor|seit|binnen|innerhalb|während|an|ab|bis|bei|durch)\s(?:den\s|ihren\s)?\Z",
    re.IGNORECASE,
)
_SIZE = re.compile(
    r"\s(?:schwer|groß|lang|hoch|breit|tief|stark|teuer|teure)(?:e[nrms]?)?\b(?!\s[a-zäöüß]+te[nr]?\b)"
)
_NOBODY = re.compile(r"\b[Nn]iemand(?:en|em)?\b")
_SINGLE = re.compile(
    r"\b(?:[Ee]in(?:e[rnms]?)?\seinz(?:ige|elne)[rnms]?|[Kk]ein(?:e[rnms]?)?\seinzige[rnms]?"
    r"|(?<=nur\s)eine?[nmr]?|(?<=Nur\s)eine?[nmr]?|(?<=lediglich\s)eine?[nmr]?)(?=\s)"
)
_SIGNS_OF_ONE = ("einz", "nur", "Nur", "lediglich")
"""What the words of a figure that `_SINGLE` finds have one of."""

_FOUND = lexicon.classes("answer_words")["found"]
_UNCOUNTED = lexicon.words("uncounted_nouns")
_BEFALLING = frozenset(
    {"killed", "wounded", "missing", "trapped", "captured", "arrested", "hospitalised", "infected"}
)
_LIST = re.compile(r",\s|\s(?:und|oder|beziehungsweise)\s")
_LONGEST_LIST = 8
_IN_DIGITS = frozenset({"Arten", "Seiten", "Wörter", "Wörtern", "Kapitel", "Kapiteln"})
"""Nouns that in a large number are things, in a small one ways of counting: "zwei Arten von …"."""
_OF_STUFF = frozenset({"mass", "volume"})
_MANY = 13
_LARGE = 100_000
"""From here on a number without a noun is a sum or a count, no year and no code."""
_WE_ARE = re.compile(
    r"\b(?:[Ww]ir (?:sind|waren)|[Ss]ie (?:seien|sind|waren|wären)"
    r"|(?:sind|seien|waren) (?:wir|sie))"
    r"(?: [a-zäöüß]+){0,2}\s\Z"
)
_CLOSED = re.compile(r"[.,;!?“”\"»«]|\s(?:und|oder|aber)\b|\Z")
_NEAR_BE = 40
"""Characters before a number in which "wir sind" is looked for."""

_OF_PLACE = re.compile(r"\s(?:von|aus|in)\s")


class Placed(NamedTuple):
    """A figure with the span of its words."""

    figure: Figure
    span: Span


def read_figures(document: Document, spans: Sequence[Span]) -> tuple[Figure, ...]:
    """The figures that `placed_figures` finds."""
    return tuple(placed.figure for placed in placed_figures(document, spans))


def placed_figures(
    document: Document, spans: Sequence[Span], put: Container[int] = ()
) -> tuple[Placed, ...]:
    """The figures that stand within the spans of a claim, in the order of the text, with places.

    ``spans`` are characters of the text, end exclusive. Kept are counts of people and things,
    shares, money, masses, volumes, areas, energy, speeds, temperatures and the strength of
    earthquakes; not kept are dates, years, ages, ordinals, durations, distances and numbers of an
    article's own parts. "Wir sind 7.500" counts people without a noun.
    ``text`` has the number with its approximator (and its unit, if it has one), ``what`` the noun
    with its adjectives as the text has it. ``put`` are the places of numbers that a verb puts
    ("kam auf 450 Haushalte", "ging von 15 Tagen aus"): these are figures whatever they measure.
    "niemand" is the number 0 of those who were hurt, killed, caught ("Verletzt wurde niemand"),
    "keine einzige Meldung" is 0, "nur ein Objekt" 1.
    """
    counted = (
        Placed(figure, _span(document, index))
        for span in spans
        for index in document.quantity_indexes(span)
        if not is_wrong(document, index)
        if (figure := _told(document, index, put=document.quantities[index].start in put))
    )
    words = (*_nobody(document, spans), *_single(document, spans))
    return tuple(sorted([*counted, *words], key=lambda one: one.span))


def _single(document: Document, spans: Sequence[Span]) -> Iterator[Placed]:
    """The figures 1 and 0 of "nur ein Objekt", "ein einziger Schuss", "keine einzige Meldung"."""
    for span in spans:
        words = document.text[span.start : span.end]
        if not [sign for sign in _SIGNS_OF_ONE if sign in words]:
            continue
        for match in _SINGLE.finditer(document.text, *span):
            noun = counted_after(document.text, match.end())
            what = document.text[noun.noun : noun.end] if noun else ""
            if noun is None or what in _UNCOUNTED or time_noun(what.lower()):
                continue
            own = Span(noun.noun, noun.end)
            state = read_state(document, Counting(*match.span(), None, own, None, of_noun=True))
            value = 0 if match.group().lower().startswith("kein") else 1
            bounds = Interval(value, value)
            figure = Figure(match.group(), what, state, value, bounds, bounds)
            yield Placed(figure, Span(*match.span()))


def _nobody(document: Document, spans: Sequence[Span]) -> Iterator[Placed]:
    """The figures of "niemand" where a word says what befell nobody."""
    for span in spans:
        if "iemand" not in document.text[span.start : span.end]:
            continue
        for match in _NOBODY.finditer(document.text, *span):
            state = read_state(document, Counting(*match.span(), None, None, None, of_noun=True))
            if state in _BEFALLING:
                none = Interval(0, 0)
                yield Placed(Figure(match.group(), None, state, 0, none, none), Span(*match.span()))


def _span(document: Document, index: int) -> Span:
    quantity = document.quantities[index]
    return Span(quantity.start, quantity.end)


def bare_figures(document: Document, spans: Sequence[Span], like: Figure) -> tuple[Placed, ...]:
    """The numbers within spans that stand without a noun, counting what ``like`` counts.

    "… rund 20.000 Teilnehmern, die Veranstalter zählten 50.000": the noun is left out.
    """
    return tuple(
        Placed(
            Figure(number.text, like.what, like.state, number.value, number.near, number.far),
            Span(number.start, number.end),
        )
        for span in spans
        for number in document.quantities_in(span)
        if number.kind in COUNTS and number.kind != "fraction"
    )


def _told(document: Document, index: int, *, put: bool) -> Figure | None:
    """The figure of one quantity; without a noun it counts what the wrong number before it does."""
    figure = _figure(document, index, put=put)
    if (figure is None or figure.what is None) and is_right(document, index):
        wrong = _figure(document, index - 1, put=put)
        right = document.quantities[index]
        if wrong is not None and right.kind in COUNTS:
            return replace(
                wrong, text=right.text, value=right.value, near=right.near, far=right.far
            )
    return figure


def _figure(document: Document, index: int, *, put: bool) -> Figure | None:
    """The figure of one quantity; None when it is not worth keeping."""
    quantity = document.quantities[index]
    told = quantity.kind in COUNTS | SUMS or (put and quantity.unit)
    if not told or per_unit(document, index) is not None:
        return None
    phrase = _counted(document, index, put=put)
    noun = Span(phrase.noun, phrase.end) if phrase else None
    named = document.text[noun.start : noun.end] if noun else ""
    many = quantity.text[-1:].isdigit() and (quantity.value or 0) >= _MANY
    if named in _UNCOUNTED and not (many and named in _IN_DIGITS):
        return None
    if _SIZE.match(document.text, quantity.end):
        return None
    follows = phrase is not None and phrase.start > quantity.start
    case = many and named == "Fällen"  # "in 212 Fällen": so often
    if quantity.kind in COUNTS and follows and not (put or case) and _is_setting(document, index):
        return None
    state = read_state(document, _counting(document, index, phrase))
    bare = noun is None and quantity.kind in COUNTS
    alone = _stands_alone(quantity, state, put=put) and not _shared_unit(document, index)
    if bare and not alone and not _is_headcount(document, quantity):
        return None
    return Figure(
        text=quantity.text,
        what=_what(document, index, phrase),
        state=state,
        value=quantity.value,
        near=quantity.near,
        far=quantity.far,
    )


def _counted(document: Document, index: int, *, put: bool) -> Counted | None:
    """The noun that a number counts, wherever it stands; None for none."""
    quantity = document.quantities[index]
    return (
        noun_of(document, index)
        or noun_left_out(document, index)
        or (object_before(document, quantity) if put else None)
        or fronted(document, quantity)
    )


def _stands_alone(quantity: Quantity, state: str, *, put: bool) -> bool:
    """Whether a number without a noun is kept.

    A share that a verb puts or a word hedges ("schätzt den Anteil auf ein Fünftel", "fast die
    Hälfte"), a large number with a word of scale ("3,1 Millionen seien geflossen"), any other where
    it is told what befell those that are counted.
    """
    if quantity.kind == "fraction":
        return put or quantity.start != quantity.number.start
    return state != OTHER or (quantity.value or 0) >= _LARGE


def _is_headcount(document: Document, quantity: Quantity) -> bool:
    """Whether a number says how many somebody are: "Wir sind 7.500", "Sie seien nur noch zwölf"."""
    text = document.text
    behind = _CLOSED.match(text, quantity.end)
    return bool(behind and _WE_ARE.search(text, max(0, quantity.start - _NEAR_BE), quantity.start))


def _is_found(document: Document, start: int) -> bool:
    """Whether a number says in how many things something was found, no places."""
    noun = counted_after(document.text, document.text.find(" ", start))
    if noun is None or speaker_noun(document.text[noun.noun : noun.end]) is not None:
        return False
    part = document.part_span(start)
    return any(token.low in _FOUND for token in document.tokens_in(part))


def _shared_unit(document: Document, index: int) -> bool:
    """Whether a bare number opens a list that ends in a unit: im Alter von 62, 64 und 66 Jahren."""
    items = document.quantities[index : index + _LONGEST_LIST]
    for quantity, following in pairwise(items):
        if not _LIST.fullmatch(document.text, quantity.end, following.start):
            return False
        if following.kind not in COUNTS:
            return True
    return False


def _counting(document: Document, index: int, phrase: Counted | None) -> Counting:
    quantity = document.quantities[index]
    of_noun = quantity.kind in COUNTS or (phrase is not None and quantity.kind == "percent")
    adjectives = own_adjectives(document, index, phrase) if phrase else None
    noun = Span(phrase.noun, phrase.end) if phrase else None
    money, stuff = quantity.kind == "money", noun is not None and quantity.kind in _OF_STUFF
    place = (quantity.start, quantity.end, adjectives, noun)
    return Counting(*place, quantity.role, of_noun, money, stuff)


def _what(document: Document, index: int, phrase: Counted | None) -> str | None:
    """The words of what is counted; the adjectives of a whole are not those of its part."""
    quantity = document.quantities[index]
    if phrase is None:
        number = document.text[quantity.number.start : quantity.number.end]
        unit = document.text[quantity.start : quantity.end].rpartition(number)
        words = unit[2].strip() or unit[0].removesuffix("von ").strip()
        if quantity.unit and not words and index + 1 < len(document.quantities):
            return _what(document, index + 1, None)  # "von 30 auf 22 Prozent": of the other level
        return words if quantity.unit else None
    own = Span(0, 0) if quantity.role == "part" else own_adjectives(document, index, phrase)
    words = document.text[own.start : own.end] + " " + document.text[phrase.noun : phrase.end]
    return " ".join(words.split())


def _is_setting(document: Document, index: int) -> bool:
    """A bare number behind a preposition of place: in drei Städten, von acht Stützpunkten.

    Not in how many things something was found: "entdeckte in 14 Rechnungen Fehler".
    """
    quantity = document.quantities[index]
    hedged = quantity.start != quantity.number.start
    if hedged or quantity.role or quantity.kind == "vague":
        return False
    if place := _PLACE.search(document.text, max(0, quantity.start - 22), quantity.start):
        return not (place.group().lower() == "in " and _is_found(document, quantity.start))
    phrase = noun_of(document, index - 1) if index else None
    return phrase is not None and bool(
        _OF_PLACE.fullmatch(document.text, phrase.end, quantity.start)
    )
