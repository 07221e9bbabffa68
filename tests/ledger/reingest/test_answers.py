"""What a claim speaks to, and what narrows a figure: through the ledger and back again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from claimtrack.analysis.claim_diff import differences
from claimtrack.ledger.checks.checked_ledger import case_of
from claimtrack.ledger.checks.rules import findings
from claimtrack.ledger.edit.set_fields import edited
from claimtrack.ledger.edit.wanted import as_typed
from claimtrack.ledger.git_merge.threeway import merge_texts
from claimtrack.ledger.index.claim_json import packed, unpacked
from claimtrack.model import Claim, Figure
from tests.ledger.readings import BODY, FIRST, THIRD, after, book, claim, claims, ingested, merged

ANSWERED = claims()[0].id
SCOPES = ("im Januar", "in Köln, am Rhein")


def answering() -> list[Claim]:
    """The three claims of the article, of which the last speaks to the first."""
    first, second, third = claims()
    counted = replace(first.figures[0], scope=SCOPES)
    return [replace(first, figures=(counted,)), second, replace(third, answers=(ANSWERED,))]


LEDGER = ingested("", answering())


def last(text: str) -> Claim:
    return book(text).ledger.claims[-1]


def test_how_they_are_written() -> None:
    assert f"    answers: [{ANSWERED}]\n" in LEDGER
    figure = (
        "{text: '300', what: Gästen, state: attending, scope: [im Januar, 'in Köln, am Rhein']}"
    )
    assert f"      - {figure}\n" in LEDGER


def test_they_come_back() -> None:
    found = book(LEDGER).ledger.claims
    assert found[-1].answers == (ANSWERED,)
    assert found[0].figures[0].scope == SCOPES


def test_a_second_reading_changes_nothing() -> None:
    assert merged(LEDGER, answering()).documents == ()


@pytest.mark.parametrize("written", ["answers: a", "answers: [a]", "answers:\n  - a"])
def test_a_word_or_a_list(written: str) -> None:
    assert last(f"claims:\n- claim: x\n  {written}\n").answers == ("a",)


@pytest.mark.parametrize("written", ["seit Mai", "[seit Mai]"])
def test_a_scope_is_a_word_or_a_list(written: str) -> None:
    text = f"claims:\n- claim: x\n  figures:\n  - {{text: '3', scope: {written}}}\n"
    assert last(text).figures == (replace(last(text).figures[0], scope=("seit Mai",)),)


def test_the_index_keeps_both() -> None:
    figure = Figure("3", scope=SCOPES)
    one = Claim("a", answers=("b", "c"), figures=(figure, Figure("4")))
    assert unpacked(packed(one), "a", {}) == one


def test_an_answer_names_the_claim_as_the_ledger_names_it() -> None:
    renamed = LEDGER.replace(f"id: {ANSWERED}", "id: gaeste")
    text = after(renamed, merged(renamed, answering()))
    assert last(text).answers == ("gaeste",)
    assert merged(text, answering()).documents == ()


def test_a_new_claim_is_named_by_its_new_id() -> None:
    taken = f"claims:\n- id: {ANSWERED}\n  claim: another\n"
    text = after(taken, merged(taken, answering()))
    ids = [one.id for one in book(text).ledger.claims]
    assert last(text).answers == (ids[1],)
    assert ids[1] != ANSWERED


def test_a_claim_that_was_deleted_is_not_answered() -> None:
    first = LEDGER.index(f"  - id: {ANSWERED}")
    deleted = LEDGER[:first] + LEDGER[LEDGER.index("  - id:", first + 1) :]
    text = after(deleted, merged(deleted, answering()))
    assert last(text).answers == ()


def test_what_a_person_points_at_stays() -> None:
    by_hand = LEDGER.replace(f"answers: [{ANSWERED}]", f"answers: [{ANSWERED}, weber-2x001p]")
    nothing = merged(by_hand, [], prune=True)
    assert [(one.fate, one.claim) for one in nothing.results] == [
        ("vanished", ANSWERED),
        ("vanished", "weber-2x001p"),
        ("vanished", last(LEDGER).id),
    ]
    assert {one.fate for one in merged(LEDGER, [], prune=True).results} == {"pruned"}


def test_a_person_may_change_them() -> None:
    by_hand = LEDGER.replace(f"answers: [{ANSWERED}]", "answers: [weber-2x001p]")
    result = merged(by_hand, answering())
    assert result.documents == ()
    told = {one.claim: one for one in result.results}[last(LEDGER).id]
    assert (told.fate, [tuple(d) for d in told.differences]) == (
        "kept",
        [("answers", "weber-2x001p", ANSWERED)],
    )


def test_they_are_set_from_outside() -> None:
    typed = as_typed({"answers": f"{ANSWERED}, weber-2x001p"})
    done = edited(book(LEDGER), [last(LEDGER).id], typed)
    assert last(done.documents[0].text).answers == (ANSWERED, "weber-2x001p")


def test_two_people_may_both_add() -> None:
    text = "claims:\n- id: x\n  claim: x\n  answers: [a]\n"
    ours, theirs = text.replace("[a]", "[a, b]"), text.replace("[a]", "[a, c]")
    found = merge_texts(text, ours, theirs, ("ours", "theirs"))
    assert (last(found.text).answers, found.conflicts) == (("a", "b", "c"), ())


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ("[b]", []),
        ("[c]", ["2:24 no claim “c”"]),
        ("[b, zz]", ["2:27 no claim “zz”"]),
        ("[a]", ["2:24 a claim cannot answer itself"]),
    ],
)
def test_an_answer_to_nothing_is_a_warning(answers: str, told: list[str]) -> None:
    text = f"claims:\n- {{id: a, claim: x, answers: {answers}}}\n- {{id: b, claim: y}}\n"
    case = case_of(book(text), Path("claims.yaml"), lambda _: ((), ()))
    found = list(findings(case))
    assert {one.severity for one in found} <= {"warning"}
    assert [(one.trouble.code) for one in found] == [
        "own-answer" if "itself" in line else "unknown-answer" for line in told
    ]
    assert [line.partition(" ")[2] for line in told] == [one.trouble.message for one in found]


def test_two_versions_of_a_claim_differ_in_what_they_answer() -> None:
    one, other = claim(BODY, FIRST), claim(BODY, FIRST, answers=("b",))
    assert [tuple(found) for found in differences(one, other)] == [("answers", "", "b")]
    elsewhere = replace(claim(BODY, THIRD, answers=("b",)), id="other")
    assert "answers" not in {found.field for found in differences(one, elsewhere)}


def test_figures_differ_by_their_scope() -> None:
    one = Claim("a", figures=(Figure("12", "Tote"),))
    other = Claim("b", figures=(Figure("12", "Tote", scope=("seit Mai",)),))
    assert [tuple(found) for found in differences(one, other)] == [
        ("figures", "12 Tote", "12 Tote, seit Mai")
    ]
