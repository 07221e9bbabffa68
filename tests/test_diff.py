"""Two sets of claims side by side."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.analysis.diff import copied, diff, face, shared_agencies
from claimtrack.analysis.facing import Facing, across
from claimtrack.analysis.pairing import best_pairs
from claimtrack.conflicts import prepared
from claimtrack.model import Claim, Source
from claimtrack.render.diff_view import summary
from tests.conflicts.building import about, claim, exact, ledger

A = (
    claim("a1", "Bürgermeisterin Kern", "die Brücke in Linz sei wegen Rissen gesperrt",
          article="a", said="2021-03-02", confidence="stated"),
    claim("a2", "Feuerwehr", "bei dem Brand seien 40 Wohnungen zerstört worden",
          exact("40", 40, "Wohnungen", "destroyed"), article="a"),
    claim("a3", "Anwohner", "es habe nach Gas gerochen", article="a"),
)  # fmt: skip
B = (
    claim("b1", "Bürgermeisterin Kern", "wegen Rissen bleibe die Brücke in Linz wohl gesperrt",
          article="b", said="2021-03-03", confidence="likely"),
    claim("b2", "Feuerwehr", "bei dem Brand seien rund 60 Wohnungen zerstört worden",
          about("rund 60", 60, "Wohnungen", "destroyed"), article="b"),
    claim("b4", "Polizei", "ein Zeuge habe einen Wagen gesehen", article="b"),
)  # fmt: skip


def test_matched_and_alone() -> None:
    found = diff(A, B)
    assert [(match.a.id, match.b.id) for match in found.matched] == [("a1", "b1"), ("a2", "b2")]
    assert [each.id for each in found.only_a] == ["a3"]
    assert [each.id for each in found.only_b] == ["b4"]
    assert summary(found, "a", "b") == ("2 in both (2 of them differ), 1 only in a, 1 only in b")


@pytest.mark.parametrize(
    ("at", "field", "a", "b"),
    [
        (0, "said", "2021-03-02", "2021-03-03"),
        (0, "confidence", "stated", "likely"),
        (1, "figures", "40 Wohnungen", "rund 60 Wohnungen"),
    ],
)
def test_differences(at: int, field: str, a: str, b: str) -> None:
    assert (field, a, b) in diff(A, B).matched[at].differences


def test_an_alias_is_the_same_actor() -> None:
    other = claim("x", "Kern", "die Brücke in Linz sei gesperrt", article="b")
    names = {"Kern": "Bürgermeisterin Kern"}
    assert len(diff(A, [other], lambda name: names.get(name, name)).matched) == 1


def test_another_actor_says_something_else() -> None:
    other = claim("x", "Verein Nord", "die Brücke in Linz müsse gesperrt werden", article="b")
    assert diff(A, [other]).matched == ()


@pytest.mark.parametrize(
    ("one", "other", "matched"),
    [
        (("Kern", {}), ("Kern", {}), True),
        (("Kern", {}), ("Moser", {}), False),
        (("Kern", {}), ("Anwohner", {}), False),
        (("Kern", {}), (None, {}), False),
        (("Anwohner", {}), ("Zeugen", {}), True),
        ((None, {}), (None, {}), True),
        (("Kern", {}), ("Bote", {"cites": ("Kern",)}), True),
        (("Kern", {"stance": "denies"}), ("Kern", {"stance": "confirms"}), False),
        (("Kern", {"stance": "denies"}), ("Kern", {"stance": "doubts"}), True),
        (("Kern", {}), ("Kern", {"claim": "die Brücke in Linz sei nicht gesperrt"}), False),
    ],
)
def test_one_statement_is_of_one_actor(
    one: tuple[str | None, dict[str, Any]], other: tuple[str | None, dict[str, Any]], matched: bool
) -> None:
    words = "die Brücke in Linz sei wegen Rissen gesperrt"
    a, b = (
        claim(name, actor, words, article=name, **fields)
        for name, (actor, fields) in (("a", one), ("b", other))
    )
    assert bool(diff([a], [b]).matched) == matched


def figures(actor: str, number: int, article: str, **fields: Any) -> Claim:
    text = f"bei dem Brand in Linz seien {number} Wohnungen zerstört worden"
    figure = exact(str(number), number, "Wohnungen", "destroyed")
    return claim(f"{article}{number}", actor, text, figure, article=article, **fields)


@pytest.mark.parametrize(
    ("mine", "theirs", "verdict"),
    [
        (40, 40, "agree"),
        (40, 90, "conflict"),
    ],
)
def test_figures_of_two_actors_stand_side_by_side(mine: int, theirs: int, verdict: str) -> None:
    sides = [
        ledger(figures(actor, number, name),
               sources=(Source(name, title="Brand in Linz", published="2020-05-01"),))
        for actor, number, name in (("Feuerwehr", mine, "a"), ("Hausverwaltung", theirs, "b"))
    ]  # fmt: skip
    a, b = (each.claims for each in sides)
    found = face(diff(a, b), across(*map(prepared, sides)))
    assert [one.verdict for one in found.faced] == [verdict]
    assert found.only_a == found.only_b == ()
    assert "1 on the same thing" in summary(found)


def test_a_claim_faces_one_other_at_most() -> None:
    a = [figures("Feuerwehr", 40, "a")]
    b = [figures("Hausverwaltung", 40, "b"), figures("Mieterbund", 95, "b", at=100)]
    facings = [
        Facing(a[0], other, verdict, "", (a[0].figures[0], other.figures[0]))
        for other, verdict in zip(b, ("agree", "conflict"), strict=True)
    ]
    found = face(diff(a, b), facings)
    assert [(one.b.id, one.verdict) for one in found.faced] == [("b95", "conflict")]
    assert [one.id for one in found.only_b] == ["b40"]


def test_two_ledgers_match_by_id() -> None:
    edited = claim("a3", "Anwohnerin", "Gasgeruch im Treppenhaus", article="a")
    (match,) = diff([A[2]], [edited]).matched
    assert [difference.field for difference in match.differences] == ["actor", "wording"]


def test_a_set_against_itself_differs_in_nothing() -> None:
    found = diff(A + B, A + B)
    assert [match.differences for match in found.matched] == [()] * 6
    assert found.only_a == found.only_b == ()


def test_sides_turned_are_the_same_pairs() -> None:
    there = {(match.a.id, match.b.id) for match in diff(A, B).matched}
    back = {(match.b.id, match.a.id) for match in diff(B, A).matched}
    assert there == back


def test_shared_agencies() -> None:
    one, two = Source("1", agencies=("dpa", "AFP")), Source("2", agencies=("AFP",))
    assert shared_agencies([one], [two]) == ("AFP",)


def test_nothing_on_either_side() -> None:
    none: tuple[Claim, ...] = ()
    assert summary(diff(none, none)) == "0 in both, 0 only in A, 0 only in B"


SCORES = st.dictionaries(
    st.tuples(st.integers(0, 5), st.integers(0, 5)), st.floats(0.1, 2.0), max_size=14
)


def greatest(scores: dict[tuple[int, int], float], rows: tuple[int, ...]) -> float:
    """The greatest sum, found by trying everything."""
    if not rows:
        return 0.0
    row, rest = rows[0], rows[1:]
    best = greatest(scores, rest)
    for (one, other), score in scores.items():
        if one == row:
            left = {pair: value for pair, value in scores.items() if pair[1] != other}
            best = max(best, score + greatest(left, rest))
    return best


@given(SCORES)
@settings(derandomize=True, max_examples=60, deadline=None)
def test_no_pairing_shares_more(scores: dict[tuple[int, int], float]) -> None:
    pairs = best_pairs(scores)
    assert len({one for one, _ in pairs}) == len(pairs) == len({other for _, other in pairs})
    rows = tuple({one for one, _ in scores})
    assert sum(scores[pair] for pair in pairs) == pytest.approx(greatest(scores, rows))


def test_matches_name_the_agencies_that_both_articles_carry() -> None:
    one, other = Source("a", agencies=("dpa", "AFP")), Source("b", agencies=("AP", "dpa"))
    assert [match.agencies for match in copied(diff(A, B), [one], [other]).matched] == [
        ("dpa",)
    ] * 2
    assert [match.agencies for match in copied(diff(A, A), [one], [one]).matched] == [()] * 3


def test_an_article_on_both_sides_copies_nobody() -> None:
    one = Source("a", agencies=("dpa",))
    assert shared_agencies([one], [one]) == ()
    assert shared_agencies([one], [Source("b", agencies=("dpa",))]) == ("dpa",)
