"""Made-up events to compare claims on: twenty claims each, out of six articles of three days.

``dense``: every second claim counts one of four things, and counts it anew each time; of the other
half many charge or deny one thing. Several contradictions an event, far more than news have.

``news``: most claims agree, count something that nobody else counts, or say something that nobody
speaks against. In every third event one of three tolls is another, in every third a charge is
denied: about one contradiction an event.

Nothing here is real; the same number gives the same event.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from claimtrack.model import Claim, Figure, Interval, Ledger, Mention, Source, Span

PER_EVENT = 20
ARTICLES = 6
SYLLABLES = ("bar", "dor", "fel", "gan", "hil", "kor", "lom", "mun", "nel", "pol", "ras", "tim")
ACTORS = ("Polizei", "Feuerwehr", "Bürgermeister", "Gewerkschaft", "Innenministerium", "Landrat")
COUNTED = (
    ("In {place} seien {number} Menschen getötet worden", "Menschen", "killed"),
    ("In {place} gebe es {number} Verletzte", "Verletzte", "wounded"),
    ("In {place} hätten {number} Menschen demonstriert", "Menschen", "attending"),
    ("In {place} seien {number} Häuser zerstört worden", "Häuser", "destroyed"),
)
CHARGE = "die Behörden in {place} hätten Zeugen bestochen"
TOLD = (
    ("accuses", CHARGE),
    ("denies", CHARGE),
    ("asserts", "in {place} sei die Lage wieder ruhig"),
    ("confirms", "die Schule in {place} werde geschlossen"),
)
COUNTED_ONCE = (
    "Helferinnen", "Zelte", "Fahrzeuge", "Notrufe", "Hubschrauber", "Brücken", "Schulen", "Decken",
)  # fmt: skip
SAID_ONCE = (
    "in {place} sei die Lage wieder ruhig", "die Schule in {place} werde geschlossen",
    "das Wasser in {place} steige weiter", "nach {place} fahre wieder ein Zug",
    "der Strom in {place} sei ausgefallen", "in {place} fehle es an Trinkwasser",
    "die Straße nach {place} sei gesperrt", "in {place} werde ein Gottesdienst gehalten",
)  # fmt: skip


class Event(NamedTuple):
    """An event: where it is, whom it is about, when it began; and its own chance."""

    number: int
    place: str
    person: str
    day: date
    chance: random.Random


Kind = Callable[[Event], Iterator[Claim]]


def dense(event: Event) -> Iterator[Claim]:
    """The claims of an event about which nobody agrees."""
    for at in range(PER_EVENT):
        if at % 2:
            stance, words = event.chance.choice(TOLD)
            yield _said(event, at, words, stance)
        else:
            words, what, state = event.chance.choice(COUNTED)
            yield _counted(event, at, words, event.chance.choice((40, 50, 120, 3000)), what, state)


def news(event: Event) -> Iterator[Claim]:
    """The claims of an event as news have them."""
    toll, words = event.chance.randint(10, 90), COUNTED[0][0]
    last = toll // 3 if event.number % 3 == 0 else toll
    for at, number in enumerate((toll, toll, last)):
        yield _counted(event, at, words, number, "Menschen", "killed")
    yield _said(event, 3, CHARGE, "accuses")
    yield _said(event, 4, CHARGE, "denies" if event.number % 3 == 1 else "accuses")
    for at, what in enumerate(COUNTED_ONCE, 5):
        words = f"in {{place}} seien {{number}} {what} eingetroffen"
        yield _counted(event, at, words, event.chance.randint(2, 900), what, "sent")
    for at, words in enumerate(SAID_ONCE[: PER_EVENT - 13], 13):
        yield _said(event, at, words, "asserts")


KINDS: dict[str, Kind] = {"dense": dense, "news": news}


def events(claims: int) -> Iterator[Event]:
    """As many events as so many claims are on."""
    for number in range(claims // PER_EVENT):
        chance = random.Random(number)
        day = date(2020, 1, 1) + timedelta(chance.randrange(1500))
        yield Event(number, _name(chance), _name(chance), day, chance)


def _name(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=5)).capitalize()


def sources(event: Event) -> Iterator[Source]:
    """The articles of an event."""
    title = f"Unruhe in {event.place} nach Urteil gegen {event.person}"
    for at in range(ARTICLES):
        day = (event.day + timedelta(days=at // 2)).isoformat()
        yield Source(f"{event.number}-{at}", title=title, published=day)


def _counted(event: Event, at: int, words: str, number: int, what: str, state: str) -> Claim:
    text, exact = words.format(place=event.place, number=number), Interval(number, number)
    return _claim(
        event, at, text, "asserts", Figure(str(number), what, state, number, exact, exact)
    )


def _said(event: Event, at: int, words: str, stance: str) -> Claim:
    return _claim(event, at, words.format(place=event.place), stance)


def _claim(event: Event, at: int, text: str, stance: str, *figures: Figure) -> Claim:
    quote = Mention(text, (Span(at * 200, at * 200 + len(text)),))
    article, actor = f"{event.number}-{at % ARTICLES}", event.chance.choice(ACTORS)
    ident = f"c{event.number}-{at}"
    return Claim(ident, article, (actor,), stance=stance, figures=figures, quote=quote)


def ledger(claims: int, kind: Kind) -> Ledger:
    """A ledger of so many claims."""
    articles = tuple(one for event in events(claims) for one in sources(event))
    own = tuple(one for event in events(claims) for one in kind(event))
    return Ledger("claims.yaml", sources=articles, claims=own)


def text(claims: int, kind: Kind) -> Iterator[str]:
    """The file of that ledger, bit by bit."""
    yield "version: 1\n\narticles:\n"
    for one in (one for event in events(claims) for one in sources(event)):
        yield f"  - {{id: {one.id}, title: {one.title}, published: {one.published}}}\n"
    yield "\nclaims:\n"
    yield from (_item(one) for event in events(claims) for one in kind(event))


def _item(claim: Claim) -> str:
    quote = claim.quote
    assert quote
    figures = "".join(
        f"    figures:\n      - {{text: {one.text}, what: {one.what}, state: {one.state}}}\n"
        for one in claim.figures
    )
    return f"""\
  - id: {claim.id}
    actor: {claim.actor}
    quote: {quote.text}
    stance: {claim.stance}
{figures}    kind: indirect
    article: {claim.article}
    at: {quote.spans[0].start}-{quote.spans[0].end}
"""


def crowd(claims: int) -> tuple[Ledger, dict[str, str]]:
    """A ledger of so many claims on one event, twenty an article, and the texts of its articles.

    They are those of many events of the kind ``news``, told of one place: everybody has a toll.
    """
    event = next(events(PER_EVENT))
    source = next(sources(event))
    articles = {
        f"crowd-{at}": replace(source, id=f"crowd-{at}", published=_day(event, at % 3))
        for at in range(max(1, claims // PER_EVENT))
    }
    texts = dict.fromkeys(articles, "")
    own = []
    for at in range(claims // PER_EVENT):
        for n, claim in enumerate(news(event._replace(number=at))):
            place = f"crowd-{(7 * at + n) % len(articles)}"
            start = len(texts[place])
            texts[place] += f"{claim.words}, sagte {claim.actor}."
            span = Span(start, start + len(claim.words))
            texts[place] += "\n\n" if n % 4 == 3 else " "
            words = Mention(claim.words, (span,))
            own.append(replace(claim, id=f"crowd-{at}-{n}", article=place, quote=words))
    return Ledger("claims.yaml", sources=tuple(articles.values()), claims=tuple(own)), texts


def _day(event: Event, later: int) -> str:
    return (event.day + timedelta(days=later)).isoformat()
