"""The state of what a figure counts, read from the words around it.

Looked for in this order: a participle or adjective of the counted noun itself ("1.000 entsandte
Soldaten"), the noun ("zwölf Tote"), a noun it depends on ("Tod von sechs Offizieren"), the verb of
its clause, a relative clause after it, the rest of its sentence, the role of the noun
("Demonstranten") and the scene ("Kundgebung"). A deed that is still to come is planned.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import NamedTuple

from claimtrack import lexicon
from claimtrack.extract.figure.state_ahead import timed
from claimtrack.extract.figure.state_words import Hit, hits, words_of
from claimtrack.german.animacy import speaker_noun
from claimtrack.german.document import Document
from claimtrack.german.tokens import Token
from claimtrack.lexicon.states import OTHER, states
from claimtrack.model import Span

_BREAK = re.compile(r",(?!\d)|[;:]|\s[–—-]\s")
_LINK = re.compile(
    r"\s(?:(?:von|an|in Höhe von|über|auf|um|mit|bei|der|des|dieser|durch)\s(?:[a-zäöüß]+en\s)?)?"
    r"(?:(?:den|die|der|insgesamt|weitere[nr]?|anderen?|angeblich|etwa|schon|bereits)\s)?\Z"
)
_RELATIVE = re.compile(
    r",\s(?:die|der|das|den|denen|deren|dessen|welche[rns]?|von denen|darunter)\s"
)
_BY = re.compile(r"\bum\s(?:(?:jeweils|insgesamt|weitere|noch einmal)\s)?\Z")
_NEW_CLAUSE = re.compile(r"[,;]\s(?:und|aber|doch|denn)\s(?:d(?:er|ie|as)|eine?|[A-ZÄÖÜ])")
"""Where another clause with a subject of its own begins: "…, und ein Bus benötigt …"."""
_NOBODY = re.compile(r"niemand(?:en|em)?$|kein(?:e[rnms]?)?$|nichts$")
"""Words with which the rest of a sentence is of nobody: "…, verletzt worden sei niemand"."""

_PASSING = frozenset({"wounded", "infected", "missing", "trapped", "hospitalised"})
_FATES = frozenset({"killed", "rescued", "recovered"})
"""States that do not last, and what comes of those who are in them."""

_VOTES = "votes"
_POSTS = tuple(sorted(lexicon.classes("figure_kinds")["posts"]))
_SHARES = frozenset({"Prozent", "Prozentpunkte", "Prozentpunkten"})
_CHANGES = frozenset({"rising", "falling"})  # "auf 300 gestiegen" is a level, "um 300" the change
_LIST_START = re.compile(r"[\s,]*(?:und|sowie|darunter|auch|weitere)?\s*\Z")


class Counting(NamedTuple):
    """Where a figure stands: its words, its noun phrase, what of it speaks of this figure.

    ``noun`` is what is counted, with ``adjectives`` before it; ``role`` as of a quantity: the
    adjectives behind a part speak of its whole, the verb behind a whole of its part; ``of_noun``
    says that things or people are counted (else it is a sum of money or a share), ``money`` that it
    is a sum of money, ``stuff`` that it measures some thing ("18 Tonnen Saatgut").
    """

    start: int
    end: int
    adjectives: Span | None
    noun: Span | None
    role: str | None
    of_noun: bool
    money: bool = False
    stuff: bool = False


class _Place(NamedTuple):
    """A figure in its clause and sentence."""

    document: Document
    figure: Counting
    clause: Span
    sentence: Span


def read_state(document: Document, counting: Counting) -> str:
    """The state of what is counted; ``other`` when no word says it."""
    sentence = document.part_span(counting.start)
    place = _Place(document, counting, _clause(document, sentence, counting.start), sentence)
    looks = _OF_WHOLE if counting.role == "whole" else _LOOKS
    return next((state for look in looks if (state := look(place))), OTHER)


def _clause(document: Document, sentence: Span, at: int) -> Span:
    breaks = list(_BREAK.finditer(document.text, sentence.start, sentence.end))
    start = max((match.end() for match in breaks if match.end() <= at), default=sentence.start)
    end = min((match.start() for match in breaks if match.start() >= at), default=sentence.end)
    return Span(start, end)


def _attribute(place: _Place) -> str | None:
    """getötete Soldaten, "die angeblich getöteten sechs Offiziere"."""
    figure = place.figure
    if figure.role == "part":
        return None
    inside = words_of(place.document, *figure.adjectives) if figure.adjectives else []
    before = words_of(place.document, place.clause.start, figure.start)[-1:]
    near = [word for word in before if word.text.endswith(("en", "e")) and "ge" in word.text]
    return _first(hits("verb", near + inside), place)


def _noun(place: _Place) -> str | None:
    """zwölf Tote, 500 Verletzte; but "drei Verletzte seien gestorben" are dead."""
    state = _of_noun("noun", place)
    return (_fate(place) if state in _PASSING else None) or state


def _fate(place: _Place) -> str | None:
    """What became of those whom a noun tells hurt or lost, by the verb behind it."""
    noun, clause = place.figure.noun, place.clause
    behind = Span(noun.end if noun else clause.end, clause.end)
    if place.document.quantity_indexes(behind):
        return None  # the verb may be that of another number
    state = _nearest(place, behind)
    return state if state in _FATES else None


def _role(place: _Place) -> str | None:
    """7.000 Demonstranten, when no verb says more."""
    return _of_noun("role", place)


def _of_noun(kind: str, place: _Place) -> str | None:
    noun = place.figure.noun
    return _first(hits(kind, words_of(place.document, *noun)), place) if noun else None


def _event(place: _Place) -> str | None:
    """Entsendung von 12.000 Soldaten, Schaden in Höhe von zwei Millionen Euro.

    Right beside it a noun only may govern: "bei dem Einsatz 120 Menschen verletzt" has a verb.
    """
    words = words_of(place.document, place.clause.start, place.figure.start)
    for hit in reversed(list(hits("event", words))):
        between = place.document.text[hit.end : place.figure.start]
        if _LINK.fullmatch(between) and (between.strip() or not _nearest(place, place.clause)):
            state = _allowed(hit, place)
            return timed(state, hit, words_of(place.document, *place.clause))
    return None


def _verb(place: _Place) -> str | None:
    """The verb of the clause; who takes part in a manoeuvre is at an exercise."""
    found = _nearest(place, place.clause)
    if found == "attending" and _scene(place._replace(sentence=place.clause)) == "exercise":
        return "exercise"
    return found


def _relative(place: _Place) -> str | None:
    """12.000 Soldaten, die nach Russland geschickt wurden."""
    if not _RELATIVE.match(place.document.text, place.clause.end):
        return None
    return _nearest(place, _clause(place.document, place.sentence, place.clause.end + 1))


def _subject(place: _Place) -> str | None:
    """Der Schaden liegt bei zwei Millionen Euro."""
    if place.figure.of_noun:
        return None
    words = words_of(place.document, place.clause.start, place.figure.start)
    return _first(reversed(list(hits("event", words))), place)


def _own_verb(place: _Place) -> str | None:
    """500 Gäste, die dort saßen, seien evakuiert worden: the verb of a clause that has none yet."""
    if _is_finite(place.document, place.clause):
        return None
    behind = Span(place.clause.end, place.sentence.end)
    return _rest(place) if _is_finite(place.document, behind) else None


def _rest(place: _Place) -> str | None:
    """The sentence behind an insertion; before the figure only where it goes on a list."""
    document, clause = place.document, place.clause
    if _NEW_CLAUSE.match(document.text, clause.end):
        return None
    behind = words_of(document, clause.end, place.sentence.end)
    if any(_NOBODY.match(token.low) for token in behind):
        return None
    found = next((state for part in _parts(place) if (state := _nearest(place, part))), None)
    if found or not _LIST_START.fullmatch(document.text, clause.start, place.figure.start):
        return found
    return _nearest(place, Span(place.sentence.start, clause.start))


def _parts(place: _Place) -> list[Span]:
    """What of the sentence behind a clause may go on with it.

    All of it where the clause has no finite verb yet ("12 Gäste, sagte sie, seien verletzt"), else
    the pieces without one ("kamen, so die Polizei, ums Leben"), not another clause ("kamen,
    verletzt wurde ein Kind").
    """
    document, end = place.document, place.sentence.end
    if not _is_finite(document, place.clause):
        return [Span(place.clause.end, end)]
    breaks = [match.start() for match in _BREAK.finditer(document.text, place.clause.end, end)]
    pieces = [Span(*piece) for piece in pairwise([*breaks, end])]
    return [piece for piece in pieces if not _is_finite(document, piece)]


def _is_finite(document: Document, stretch: Span) -> bool:
    """Whether a stretch has a verb that is surely finite, no participle ("verletzt")."""
    verbs = [word.word for word in words_of(document, *stretch) if not word.word.capital]
    return any(word.finite and not (word.verb and word.verb.participle) for word in verbs)


def _scene(place: _Place) -> str | None:
    """An der Übung, bei der Kundgebung."""
    return _first(hits("scene", words_of(place.document, *place.sentence)), place)


_LOOKS: tuple[Callable[[_Place], str | None], ...] = (
    _attribute, _noun, _event, _verb, _relative, _subject, _own_verb, _role, _rest, _scene,
)  # fmt: skip
_OF_WHOLE = (_attribute, _noun, _relative, _role)
"""What is said of the 60 in "45 von 60 Drohnen seien abgefangen worden": only what is its own."""


def _nearest(place: _Place, stretch: Span) -> str | None:
    """The state of the nearest verb: behind the figure, or before it when an "und" lies between."""
    document, figure = place.document, place.figure
    words = words_of(document, *stretch)
    change = bool(_BY.search(document.text, max(0, figure.start - 24), figure.start))
    found = [
        hit
        for hit in hits("verb", words)
        if (state := _allowed(hit, place)) and (change or state not in _CHANGES)
    ]
    edge = max(figure.end, figure.noun.end if figure.noun else 0)
    after = next((hit for hit in found if hit.start >= edge), None)
    before = next((hit for hit in reversed(found) if hit.end <= figure.start), None)
    if after and before and " und " in document.text[edge : after.start]:
        after = None
    hit = after or before
    return timed(_allowed(hit, place), hit, words) if hit else None


def _first(found: Iterable[Hit], place: _Place) -> str | None:
    return next((state for hit in found if (state := _allowed(hit, place))), None)


def _allowed(hit: Hit, place: _Place) -> str | None:
    """The first state of a word that can be said of what is counted: no sum is wounded."""
    fitting = {"any", *(("people", "things") if place.figure.of_noun else ("sums",))}
    if not place.figure.money:
        fitting.add("shares")
    if place.figure.stuff:
        fitting.add("things")
    for state in hit.states:
        if state == _VOTES and not _of_votes(place):
            continue
        asked = [only for narrowed, only in hit.only if narrowed == state]
        if states()[state].of in fitting and all(_COUNTED[only](place) for only in asked):
            return state
    return None


def _of_votes(place: _Place) -> bool:
    """Whether shares, votes or seats are counted: "kam auf 31 Prozent"; money and tons are none."""
    figure = place.figure
    own = words_of(place.document, figure.start, figure.end)
    if any(word.text in _SHARES for word in own):
        return True
    noun = _first_of_noun(place)
    unit = [word for word in own if word.word.capital][-1:]
    counted = noun if figure.of_noun else unit
    return not counted or any(_VOTES in hit.states for hit in hits("noun", counted))


def _first_of_noun(place: _Place) -> list[Token]:
    """The first word of the counted noun; none where no noun is counted."""
    noun = place.figure.noun
    return words_of(place.document, *noun)[:1] if noun else []


def _people(place: _Place) -> bool:
    """Whether people are counted; a number without a noun may always mean people."""
    first = _first_of_noun(place)
    return not first or speaker_noun(first[0].text) == "person"


def _posts(place: _Place) -> bool:
    """Whether jobs or people are counted: "300 Stellen", "jeder zehnte Arbeitsplatz"."""
    return _people(place) or _first_of_noun(place)[0].low.endswith(_POSTS)


def _animals(place: _Place) -> bool:
    """Whether animals are counted, which a beast of prey kills: Schafe, Mutterschafe."""
    first = _first_of_noun(place)
    return bool(first) and first[0].low.endswith(tuple(lexicon.words("animals")))


_COUNTED: dict[str, Callable[[_Place], bool]] = {
    "people": _people, "posts": _posts, "animals": _animals,
}  # fmt: skip
"""By the sort of counted nouns in ``state_words.tsv``: whether such are counted."""
