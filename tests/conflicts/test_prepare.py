"""A claim alone is read as among all others of its article."""

from collections.abc import Collection
from dataclasses import fields, replace
from pathlib import Path

import pytest

from claimtrack.conflicts.statement.prepare import prepare
from claimtrack.conflicts.statement.statement import Statement
from claimtrack.ledger import load
from claimtrack.model import Actor, Claim, Figure, Interval, Ledger, Mention, Span

SHIPPED = Path(__file__).parents[2] / "data" / "claims.yaml"
TEN = Interval(10, 10)


def claim(ident: str, at: int, words: str, **more: object) -> Claim:
    quote = Mention(words, (Span(at, at + len(words)),))
    return Claim(ident, article="a", actors=(ident,), quote=quote, **more)  # type: ignore[arg-type]


def values(statement: Statement) -> list[object]:
    return [getattr(statement, field.name) for field in fields(Statement)]


@pytest.mark.parametrize(
    ("before", "last", "is_filled_in"),
    [
        pytest.param(
            claim("x", 0, "dass die Verwaltung die Brücke sperren ließ", stance="accuses"),
            claim("y", 90, "wies den Vorwurf zurück", stance="denies"),
            True,
            id="a charge that is only pointed to",
        ),
        pytest.param(
            claim("x", 0, "dass die Verwaltung die Brücke sperren ließ", stance="accuses"),
            claim("y", 90, "dass die Schule geschlossen wurde", stance="denies"),
            False,
            id="a denial of its own",
        ),
        pytest.param(
            claim(
                "x", 0, "6 Menschen seien verletzt worden",
                figures=(Figure("6", "Menschen", "injured", 6, TEN, TEN),),
            ),
            claim("y", 40, "sprach von 8", figures=(Figure("8", None, None, 8, TEN, TEN),)),
            True,
            id="a mere number",
        ),
        pytest.param(
            claim(
                "x", 0, "6 Menschen seien verletzt worden",
                figures=(Figure("6", "Menschen", "injured", 6, TEN, TEN),),
            ),
            claim(
                "y", 40, "8 Tote seien gefunden worden",
                figures=(Figure("8", "Tote", "killed", 8, TEN, TEN),),
            ),
            False,
            id="a number with its noun",
        ),
        pytest.param(
            claim("x", 0, "dass nordkoreanische Soldaten an der Front kämpfen"),
            claim("y", 90, "dass Soldaten gefallen seien"),
            True,
            id="forces of an owner named before",
        ),
        pytest.param(
            claim("x", 0, "dass nordkoreanische Soldaten an der Front kämpfen"),
            claim("y", 90, "dass russische Soldaten gefallen seien"),
            False,
            id="forces with their owner",
        ),
    ],
)  # fmt: skip
def test_neighbours_are_read_where_they_fill_something_in(
    before: Claim, last: Claim, is_filled_in: bool
) -> None:
    whole, alone = Ledger("x.yaml", claims=(before, last)), Ledger("x.yaml", claims=(last,))
    (own,) = prepare(whole, Actor, wanted={"y"})
    _, among = prepare(whole, Actor)
    (by_itself,) = prepare(alone, Actor)
    assert values(own) == values(among)
    assert (values(own) != values(by_itself)) == is_filled_in


def test_every_claim_of_a_ledger_is_read_alone_as_among_all() -> None:
    ledger, _ = load(SHIPPED)
    for statement in prepare(ledger, Actor):
        (own,) = prepare(ledger, Actor, wanted={statement.claim.id})
        assert values(own) == values(statement)
        (by_itself,) = _with_neighbours(ledger, statement.claim.id, [])
        assert values(by_itself) == values(statement)


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        (["dass nordkoreanische Soldaten kämen", "dass Soldaten gefallen seien"], ["a"]),
        (["dass nordkoreanische Soldaten kämen", "dass russische Soldaten gefallen seien"], []),
    ],
)
def test_neighbours_are_asked_for_where_a_claim_needs_them(
    said: list[str], asked: list[str]
) -> None:
    claims = tuple(claim(f"x{at}", 100 * at, words) for at, words in enumerate(said))
    ledger, places = Ledger("x.yaml", claims=claims), list[str]()
    own = _with_neighbours(ledger, "x1", places)
    assert [values(each) for each in own] == [values(prepare(ledger, Actor)[-1])]
    assert places == asked


def _with_neighbours(ledger: Ledger, ident: str, places: list[str]) -> tuple[Statement, ...]:
    """A claim prepared where the ledger has nothing but it; ``places`` gets what is asked for."""

    def neighbours(articles: Collection[str]) -> tuple[Claim, ...]:
        places.extend(articles)
        return tuple(each for each in ledger.claims if (each.article or each.id) in articles)

    alone = tuple(each for each in ledger.claims if each.id == ident)
    return prepare(replace(ledger, claims=alone), Actor, wanted={ident}, neighbours=neighbours)


@pytest.mark.parametrize(
    ("said", "owners"),
    [
        # What was named before is meant again; a word of one's own is not overruled.
        (["dass nordkoreanische Soldaten kämen", "dass Soldaten gefallen seien"], ["Nordkorea"]),
        (["dass nordkoreanische Soldaten kämen", "dass russische Soldaten gefallen seien"],
         ["Russland"]),
        (["dass nordkoreanische Kinder kämen", "dass Kinder gefallen seien"], []),
        (["dass nordkoreanische Soldaten kämen", "dass freiwillige Soldaten kämen"], []),
        (["dass Soldaten kämen", "dass Soldaten gefallen seien"], []),
        (["dass nordkoreanische Soldaten kämen", "dass russische Soldaten kämen",
          "dass Soldaten gefallen seien"], ["Russland"]),
    ],
)  # fmt: skip
def test_whose_forces_they_are(said: list[str], owners: list[str]) -> None:
    claims = tuple(claim(f"x{at}", 100 * at, words) for at, words in enumerate(said))
    last = prepare(Ledger("x.yaml", claims=claims), Actor)[-1]
    assert sorted(owner for matter in last.matters for owner in matter.owners) == owners


@pytest.mark.parametrize(
    ("actors", "words", "owners"),
    [
        # A state that speaks of itself.
        (("Russland",), "dass es Soldaten entsandt habe", ["Russland"]),
        (("Russland",), "dass Soldaten gefallen seien", ["Nordkorea"]),
        (("Russland", "Iran"), "dass es Soldaten entsandt habe", ["Nordkorea"]),
        (("Russlands Minister",), "dass man Soldaten entsandt habe", ["Nordkorea"]),
    ],
)
def test_a_state_that_speaks_of_itself(
    actors: tuple[str, ...], words: str, owners: list[str]
) -> None:
    before = claim("x", 0, "dass nordkoreanische Soldaten kämen")
    own = Claim("y", article="a", actors=actors, quote=Mention(words, (Span(90, 120),)))
    last = prepare(Ledger("x.yaml", claims=(before, own)), Actor)[-1]
    assert sorted(owner for matter in last.matters for owner in matter.owners) == owners


@pytest.mark.parametrize(
    ("more", "read"),
    [({}, ["x", "y"]), ({"status": "rejected"}, ["x"]), ({"within": Span(0, 3)}, ["x"]),
     ({"status": "confirmed"}, ["x", "y"])],
)  # fmt: skip
def test_which_claims_are_compared(more: dict[str, object], read: list[str]) -> None:
    claims = (claim("x", 0, "es regne"), claim("y", 90, "es schneie", **more))
    assert [each.claim.id for each in prepare(Ledger("x.yaml", claims=claims), Actor)] == read


def test_an_article_is_read_in_its_order_and_given_back_in_that_of_the_ledger() -> None:
    claims = (
        claim("y", 90, "dass Soldaten gefallen seien"),
        claim("x", 0, "dass nordkoreanische Soldaten an der Front kämpfen"),
    )
    own = prepare(Ledger("x.yaml", claims=claims), Actor)
    assert [each.claim.id for each in own] == ["y", "x"]
    assert own[0].matters[0].owners == {"Nordkorea"}
    only = prepare(Ledger("x.yaml", claims=claims), Actor, wanted=["y"])
    assert [each.claim.id for each in only] == ["y"]
    assert only[0].matters == own[0].matters
