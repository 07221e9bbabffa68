from dataclasses import fields
from datetime import date

import pytest

from claimtrack.analysis.filters import (
    _MAKERS,
    Filters,
    Known,
    alone,
    folded,
    given,
    ordered,
    select,
)
from claimtrack.cli.arguments.options import FILTERS
from claimtrack.model import Claim, Figure, Mention, Source, Span


def words(text: str) -> Mention:
    return Mention(text, (Span(0, len(text)),))


CLAIMS = (
    Claim(
        "a",
        article="beben-in-tirol",
        actors=("Jürgen Maier", "Rotes Kreuz"),
        said="2024-03-02",
        stance="denies",
        confidence="stated",
        kind="indirect",
        quote=words("die Brücke sei gesperrt"),
        topic="Brücke",
    ),
    Claim(
        "b",
        article="beben-in-tirol",
        actors=("Landesregierung",),
        via=("APA",),
        said="../2024-03-05",
        confidence="possible",
        kind="direct",
        quote=words("„Dutzende Häuser“"),
        figures=(Figure("Dutzende", "Häuser", "destroyed"),),
        tags=("Prüfen",),
        status="accepted",
    ),
    Claim("c", article="wahl", reported="2024-04-01", confidence="unclear", note="von Hand"),
    Claim("d", claim="ohne Datum", confidence="alleged"),
)
KNOWN = Known(
    same=lambda asked, name: folded(asked) in folded(name),
    topic=lambda claim: claim.topic or ("Häuser" if claim.figures else None),
    reliability=lambda claim: {"beben-in-tirol": "B", "wahl": "D"}.get(claim.article or ""),
    sources={
        "wahl": Source("wahl", outlet="Die Presse"),
        "beben-in-tirol": Source("beben-in-tirol", title="Beben nahe Innsbruck"),
    },
)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (Filters(), []),
        (Filters(min_confidence=68), [("min_confidence", "likely")]),
        (Filters(min_confidence=67), [("min_confidence", "67")]),
        (Filters(min_confidence=0), [("min_confidence", "0")]),
        (Filters(min_score=0.68), [("min_score", "0.68")]),
        (Filters(actor=("a", "b"), tag=("c",)), [("actor", "a"), ("actor", "b"), ("tag", "c")]),
    ],
)
def test_filters_are_told_as_they_are_typed(asked: Filters, told: list[tuple[str, str]]) -> None:
    assert list(given(asked)) == told


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        (Filters(), "abcd"),
        (Filters(actor=("jurgen",)), "a"),
        (Filters(actor=("kreuz", "Landesregierung")), "ab"),
        (Filters(via=("apa",)), "b"),
        (Filters(article=("beben",)), "ab"),
        (Filters(article=("die presse",)), "c"),
        (Filters(topic=("häuser",)), "b"),
        (Filters(topic=("bruck",)), "a"),
        (Filters(topic=("Brücke (Innsbruck)",)), "a"),
        (Filters(topic=("Brücke (gesperrt)",)), "a"),
        (Filters(topic=("Brücke (Linz)", "Häuser (Wien)", "Häuser (")), ""),
        (Filters(stance=("denies",)), "a"),
        (Filters(stance=("DENIES", "asserts")), "abcd"),
        (Filters(min_confidence=50), "ab"),
        (Filters(min_confidence=0), "abd"),
        (Filters(kind=("direct",)), "b"),
        (Filters(status=("accepted",)), "b"),
        (Filters(tag=("prufen",)), "b"),
        (Filters(text=("BRÜCKE", "gesperrt")), "a"),
        (Filters(text=("Brücke", "offen")), ""),
        (Filters(text=("hand",)), "c"),
        (Filters(state=("destroyed",)), "b"),
        (Filters(since=date(2024, 3, 5)), "bc"),
        (Filters(until=date(2024, 3, 4)), "a"),
        (Filters(until=date(2024, 3, 5)), "ab"),
        (Filters(since=date(2024, 3, 3), until=date(2024, 3, 31)), "b"),
        (Filters(reliability="c"), "ab"),
        (Filters(reliability="D"), "abc"),
        (Filters(actor=("kreuz",), stance=("asserts",)), ""),
    ],
)
def test_filters(filters: Filters, ids: str) -> None:
    assert "".join(claim.id for claim in select(CLAIMS, filters, KNOWN)) == ids


def test_every_filter_has_its_predicate_and_its_option() -> None:
    assert {field.name for field in fields(Filters)} == _MAKERS.keys() == FILTERS.keys()


def test_what_emptied_an_answer() -> None:
    filters = Filters(actor=("kreuz",), stance=("asserts",))
    assert alone(CLAIMS, filters, KNOWN) == {"actor": 1, "stance": 3}


@pytest.mark.parametrize(
    ("key", "ids"),
    [
        ("said", "abcd"),
        ("-said", "dcba"),
        ("confidence", "cdba"),
        ("-confidence", "abdc"),
        ("actor", "abcd"),
        ("article", "abcd"),
        ("file", "abcd"),
        ("-id", "dcba"),
    ],
)
def test_orders(key: str, ids: str) -> None:
    assert "".join(claim.id for claim in ordered(CLAIMS, key)) == ids
