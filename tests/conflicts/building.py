"""Claims and ledgers by hand, in as few words as a table of cases needs."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from claimtrack.about.matters import Matter
from claimtrack.conflicts.figures.setting import Seen, Setting
from claimtrack.conflicts.propositions.utterance import Utterance
from claimtrack.conflicts.statement.passage import Layout
from claimtrack.conflicts.statement.statement import Count, Days, Statement
from claimtrack.model import Claim, Figure, Interval, Ledger, Mention, Source, Span


def exact(text: str, value: float, what: str | None = None, state: str | None = None) -> Figure:
    """A number without a hedge."""
    return Figure(text, what, state, value, Interval(value, value), Interval(value, value))


def about(text: str, value: float, what: str | None = None, state: str | None = None) -> Figure:
    """A number with "etwa" or "rund": a tenth either way, at most three."""
    near, far = Interval(0.9 * value, 1.1 * value), Interval(0.7 * value, 1.3 * value)
    return Figure(text, what, state, value, near, far)


def vague(
    text: str, low: float, high: float | None, what: str | None = None, state: str | None = None
) -> Figure:
    """A word for a range: "Tausende", "mehrere hundert", "mindestens 60"."""
    return Figure(text, what, state, None, Interval(low, high), Interval(low, high))


def claim(name: str, actor: str | None, words: str, *figures: Figure, **fields: Any) -> Claim:
    """A claim; ``actor`` may join two by "und", ``at`` is where its words begin."""
    actors = tuple(actor.split(" und ")) if actor else ()
    start = fields.pop("at", 0)
    quote = Mention(words, (Span(start, start + len(words)),))
    return Claim(name, actors=actors, quote=quote, figures=figures, **fields)


def ledger(*claims: Claim, sources: tuple[Source, ...] = (), **fields: Any) -> Ledger:
    """A ledger; each claim is given the day its article was published."""
    published = {source.id: source.published for source in sources}
    dated = (replace(each, reported=published.get(each.article or "")) for each in claims)
    return Ledger("claims.yaml", sources=sources, claims=tuple(dated), **fields)


_OF_A_CLAIM = {field.name for field in fields(Claim)} - {"topic"}
_OF_AN_UTTERANCE = {field.name for field in fields(Utterance)}
NONE = frozenset[str]()
LAYOUT = Layout.of("Der Damm halte, hieß es. Er breche, hieß es. Nun prüft das Amt. Es regnet.")
"""Four sentences in one paragraph, in which no class of words stands."""


def statement(name: str = "a0", **given: Any) -> Statement:
    """A statement of which nothing is known but what is given: its fields or those of its claim."""
    of_claim = {key: given.pop(key) for key in [*given] if key in _OF_A_CLAIM}
    own = Claim(name, **{"article": "a", **of_claim})
    known = {
        "actors": own.actors, "bodies": NONE, "speaks_for": NONE, "source": None,
        "place": own.article or own.id, "topic": None, "matters": (),
        "counted": (None,) * len(own.figures),
        "wording": NONE, "gist": NONE, "acts": NONE, "names": NONE, "places": NONE, "lands": NONE,
        "seats": NONE, "title_places": NONE, "title_gist": NONE, "kinds": NONE, "periods": NONE,
        "chain": NONE, "origin": name, "days": Days(100, 100), "side": 1, "plain": True,
        "ahead": False, "layout": LAYOUT,
    }  # fmt: skip
    return Statement(claim=own, **{**known, **given})


def utterance(name: str = "a0", **given: Any) -> Utterance:
    """An utterance of which nothing is known but what is given: its fields, its statement's."""
    own = {key: given.pop(key) for key in [*given] if key in _OF_AN_UTTERANCE}
    known = {
        "sentence": 0, "paragraph": 0, "text": "", "stems": NONE, "around": NONE, "names": NONE,
        "denies": False, "silent": False, "negated": False, "signs": NONE,
    }  # fmt: skip
    return Utterance(statement=statement(name, **given), **{**known, **own})


_OF_A_MATTER = {field.name for field in fields(Matter)}
_OF_A_COUNT = {"scope", "of_several", "index"}
_OF_A_SETTING = {field.name for field in fields(Setting)}


def count(name: str, figure: Figure, **given: Any) -> Count:
    """A figure of a statement: what is given of it, of what it counts, of the statement."""
    matter = {key: given.pop(key) for key in [*given] if key in _OF_A_MATTER}
    own = {key: given.pop(key) for key in [*given] if key in _OF_A_COUNT}
    of = Matter(**{"population": "fire", "label": "Brände", "sort": "thing", **matter})
    assert figure.near and figure.far
    said = statement(name, **{"figures": (figure,), "counted": (of,), **given})
    return Count(said, figure, of, figure.near, figure.far, **{"scope": "", **own})


def seen(name: str, figure: Figure, **given: Any) -> Seen:
    """A figure with what stands around it: what is given of that, of it, of its statement."""
    around = {key: given.pop(key) for key in [*given] if key in _OF_A_SETTING}
    known = {
        "at": 0, "sentence": 0, "paragraph": 0, "text": "", "stems": NONE, "before": NONE,
        "places": NONE, "own_places": NONE, "lands": NONE, "speakers": NONE,
        "dimension": "count", "signs": NONE, "years": NONE,
    }  # fmt: skip
    return Seen(count(name, figure, **given), Setting(**{**known, **around}))


def at(start: int) -> Mention:
    """A quotation that begins at an offset of its article."""
    return Mention("x", (Span(start, start + 1),))


def difference(base: dict[str, float], given: dict[str, float]) -> str:
    """What one row of evidence has beside another, with its value unless that is 1, and lacks.

    "denies denies_held=0.5 -no_denial".
    """
    names = sorted(given.keys() | base.keys())
    return " ".join(
        f"-{name}" if name not in given
        else name if given[name] == 1.0 else f"{name}={given[name]:.3g}"
        for name in names
        if given.get(name) != base.get(name)
    )  # fmt: skip
