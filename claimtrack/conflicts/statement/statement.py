"""A claim made ready to be compared: what it is about, whose, where, when, on which side."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from claimtrack import edtf
from claimtrack.about.matters import Matter, figure_matter, text_matters
from claimtrack.about.origin import key, origin
from claimtrack.conflicts.statement.content import (
    acts_of,
    gist,
    gist_of,
    headline,
    kinds_of,
    proposition,
)
from claimtrack.conflicts.statement.infinitives import rejoined
from claimtrack.conflicts.statement.names import lands_in, names_in, periods_in, places_in, seats_in
from claimtrack.conflicts.statement.passage import Layout
from claimtrack.conflicts.statement.side import is_ahead, is_plain, matter_of_fact, side
from claimtrack.conflicts.statement.word_lists import either
from claimtrack.lexicon.concepts import senses
from claimtrack.lexicon.stems import REMEMBERED
from claimtrack.model import Actor, Claim, Figure, Interval, Source

Who = Callable[[str], Actor]
"""A name to its actor, so that aliases and spellings meet."""


@dataclass(frozen=True, slots=True)
class Days:
    """The days, as ordinals, on which something can have been said; ``first`` may be unknown."""

    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """A claim and what it comes to.

    ``actors`` are named as the register does, ``bodies`` are what they belong to, ``speaks_for``
    those of people alone: an institute of a state does not speak for it, ``place`` is the
    article or the claim itself.
    ``title_places`` and ``title_gist`` are those of the article's title, ``kinds``
    the kinds of event that title and words tell of.
    ``wording`` holds its content words as concepts and stems, ``gist`` those of the proposition
    that it stands for or against, ``acts`` what is done in it, ``lands`` the states that it names
    in any form, ``seats`` the states and places that its speaker belongs to.
    ``side`` is 1 where the actor stands for the proposition, -1 against it, 0 where
    that is not clear; ``plain`` says that this follows from what the actor does or from evidence
    that is missing, not from a mere "nicht".
    ``layout`` is that of its article's text, where it is to be had.
    ``ahead`` says that it tells of what is to come, ``borrowed`` that its proposition is the one
    of another claim, or of the title; ``meant`` is that claim's id, ``clear`` says that it is the
    one charge told of.
    """

    claim: Claim
    actors: tuple[str, ...]
    bodies: frozenset[str]
    speaks_for: frozenset[str]
    source: Source | None
    place: str
    topic: str | None
    matters: tuple[Matter, ...]
    counted: tuple[Matter | None, ...]
    wording: frozenset[str]
    gist: frozenset[str]
    acts: frozenset[str]
    names: frozenset[str]
    places: frozenset[str]
    lands: frozenset[str]
    seats: frozenset[str]
    title_places: frozenset[str]
    title_gist: frozenset[str]
    kinds: frozenset[str]
    periods: frozenset[str]
    chain: frozenset[str]
    origin: str
    days: Days
    side: int
    plain: bool
    ahead: bool
    borrowed: bool = False
    clear: bool = False
    meant: str | None = None
    layout: Layout | None = None

    @property
    def sentence(self) -> int | None:
        """The sentence of its article in which its words begin, counted from 0, where known."""
        spans = self.claim.quote.spans if self.claim.quote else ()
        return self.layout.sentence(spans[0].start) if self.layout and spans else None

    @property
    def printed(self) -> str | None:
        """The day on which it was printed, from which its weekdays are counted."""
        return self.claim.reported or (self.source.published if self.source else None)

    @property
    def scene(self) -> frozenset[str]:
        """Where it plays, by its words and the title of its article."""
        return self.places | self.title_places

    @property
    def position(self) -> int:
        """Where its words begin in the article; behind all others when that is not known."""
        spans = self.claim.quote.spans if self.claim.quote else ()
        return spans[0].start if spans else 1 << 60

    @property
    def years(self) -> frozenset[int]:
        """The years that its words name."""
        return frozenset(int(period) for period in self.periods if period.isdigit())


@dataclass(frozen=True, slots=True, eq=False)
class Count:
    """One figure of a statement that says what it counts, with both its intervals.

    ``scope`` is what it is of when not of the whole ("a day"), ``of_several`` that its claim has
    another figure for the same, so that each may be a part. ``index`` says which it is of the
    claim's figures, counted from 0; what is measured beside them is counted on.
    """

    statement: Statement
    figure: Figure
    matter: Matter
    near: Interval
    far: Interval
    scope: str
    of_several: bool = False
    index: int = 0


def by_day(statement: Statement) -> tuple[int, str]:
    """Sort key: the last day on which it can have been said, then the id."""
    return statement.days.last or 0, statement.claim.id


@lru_cache(maxsize=REMEMBERED)
def _shared(words: frozenset[str]) -> frozenset[str]:
    """One set for all that are equal: most are empty, or those of all claims on an event."""
    return words


_IS_SAID = re.compile(rf"(?:[a-zäöü]\w+ )*{either('content')}")
"""What somebody says is nobody who says something."""


@lru_cache(maxsize=REMEMBERED)
def _is_said(name: str) -> bool:
    return bool(_IS_SAID.match(name))


def read(
    claim: Claim, source: Source | None, place: str, who: Who, layout: Layout | None = None
) -> Statement:
    """A claim by itself."""
    claim = _without_blanks(_worded(claim, layout))
    actors = [who(name) for name in claim.actors if not _is_said(name)]
    text = proposition(claim)
    line = rejoined(senses(text))
    title = headline(source.title if source else None)
    return Statement(
        claim=claim,
        actors=tuple(actor.name for actor in actors),
        bodies=_shared(frozenset(actor.of for actor in actors if actor.of)),
        speaks_for=_shared(
            frozenset(speaker.of for speaker in actors if speaker.of and speaker.kind == "person")
        ),
        source=source,
        place=place,
        topic=None,
        matters=text_matters(text),
        counted=tuple(figure_matter(figure, claim.words) for figure in claim.figures),
        wording=(wording := frozenset(gist_of(line))),
        gist=wording if (fact := matter_of_fact(text)) == text else gist(fact),
        acts=_shared(frozenset(acts_of(line))),
        names=_shared(names_in(line) | title.names),
        places=_shared(places_in(line)),
        lands=_shared(lands_in(line)),
        seats=_shared(seats_in(senses(_speakers(claim)))),
        title_places=title.places,
        title_gist=title.gist,
        kinds=_shared(title.kinds.union(kinds_of(line))),
        periods=_shared(periods_in(line)),
        chain=_shared(frozenset(key(who(name).name) for name in (*claim.actors, *claim.cites))),
        origin=origin(claim, source),
        days=days(claim, source),
        side=(stands := side(claim)),
        plain=is_plain(claim, stands),
        ahead=is_ahead(claim),
        layout=layout,
    )


def _worded(claim: Claim, layout: Layout | None) -> Claim:
    """A claim with the words of its cue, of which a ledger holds the place alone."""
    if layout is None or claim.cue is None or claim.cue.text:
        return claim
    words = " ".join(layout.text[span.start : span.end] for span in claim.cue.spans)
    return replace(claim, cue=replace(claim.cue, text=words))


def _without_blanks(claim: Claim) -> Claim:
    """A claim without blank phrases in what narrows its figures: a hand may leave one behind."""
    if all(phrase.strip() for figure in claim.figures for phrase in figure.scope):
        return claim
    figures = (
        replace(figure, scope=tuple(filter(str.strip, figure.scope))) for figure in claim.figures
    )
    return replace(claim, figures=tuple(figures))


def _speakers(claim: Claim) -> str:
    """Who speaks, in the words of the ledger: "Perus Innenministerin Luz Vega wies … zurück"."""
    words = claim.words if claim.kind == "reported" and not claim.claim else ""
    return " ".join((*claim.actors, words))


def days(claim: Claim, source: Source | None) -> Days:
    """When a claim was made: as said; else by the day it was reported or its article published.

    No later than that day: what was said "in diesem Jahr" was said before it was printed.
    """
    printed = claim.reported or (source.published if source else None)
    first, last = _ordinals(claim.said or printed)
    _, latest = _ordinals(printed)
    if last is not None and latest is not None and (first is None or first <= latest):
        last = min(last, latest)
    return Days(first if claim.said else None, last)


@lru_cache(maxsize=4096)
def _ordinals(text: str | None) -> tuple[int | None, int | None]:
    """The first and the last day of a date; None for what it leaves open, or cannot be read."""
    try:
        when = edtf.parse(text) if text else None
    except ValueError:
        when = None
    if when is None:
        return None, None
    last = when.last or when.first
    return when.first.toordinal() if when.first else None, last.toordinal() if last else None
