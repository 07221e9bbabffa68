"""Rulings written by splice."""

from __future__ import annotations

import pytest

from claimtrack.ids import ruling_stamp
from claimtrack.ledger.document.ledger_file import open_book
from claimtrack.ledger.document.read import read
from claimtrack.ledger.edit.add_ruling import ruled
from claimtrack.ledger.errors import RulingError
from claimtrack.model import Ruling
from tests.ledger.readings import book

CLAIMS = "claims:\n  - id: a\n    claim: x  # mine\n  - {id: b, quote: y}\n  - {id: c, quote: z}\n"
MARKS = {claim.id: ruling_stamp(claim) for claim in book(CLAIMS).ledger.claims}
NEW = Ruling(("a", "b"), "update", "zwei Wellen: erst eine", "ab", "2024-11-02")
ITEM = (
    "- claims: [a, b]\n"
    "    verdict: update\n"
    "    why: 'zwei Wellen: erst eine'\n"
    "    by: ab\n"
    "    on: 2024-11-02\n"
    f"    as: {MARKS['a']} {MARKS['b']}\n"
)

ADDED = {
    "a new list": (CLAIMS, f"{CLAIMS}\nrulings:\n  {ITEM}"),
    "an empty list": (f"{CLAIMS}rulings: []\n", f"{CLAIMS}rulings:\n  {ITEM}"),
    "behind another": (
        f"{CLAIMS}rulings:\n  - {{claims: [b, c], verdict: conflict}}  # sure\n",
        f"{CLAIMS}rulings:\n  - {{claims: [b, c], verdict: conflict}}  # sure\n  {ITEM}",
    ),
}


@pytest.mark.parametrize("case", ADDED)
def test_a_new_ruling(case: str) -> None:
    before, after = ADDED[case]
    found = ruled(book(before), NEW)
    assert [one.text for one in found.documents] == [after]
    assert not found.replaced


@pytest.mark.parametrize(("pair", "file"), [(("a", "b"), "1.yaml"), (("b", "a"), "2.yaml")])
def test_the_first_ruling_of_a_folder_stands_with_its_first_claim(
    pair: tuple[str, str], file: str
) -> None:
    texts = {
        f"{n}.yaml": f"claims:\n- {{id: {ident}, claim: x}}\n" for n, ident in ((1, "a"), (2, "b"))
    }
    folder = open_book("folder", [read(text, name) for name, text in texts.items()])
    (document,) = ruled(folder, Ruling(pair, "update", "x")).documents
    assert document.file == file
    assert "rulings:" in document.text


@pytest.mark.parametrize("pair", [("a", "b"), ("b", "a")])
def test_one_pair_has_one_ruling(pair: tuple[str, str]) -> None:
    text = f"{CLAIMS}rulings:\n  # mine\n  - {{claims: [b, a], verdict: conflict, by: xy}}\n"
    found = ruled(book(text), Ruling(pair, "no conflict", "zwei Dörfer", None, "2024-11-03"))
    assert found.replaced
    (ruling,) = book(found.documents[0].text).ledger.rulings
    assert ruling == Ruling(
        ("b", "a"), "no conflict", "zwei Dörfer", None, "2024-11-03", (MARKS["b"], MARKS["a"])
    )
    assert "  # mine\n" in found.documents[0].text


@pytest.mark.parametrize(
    ("text", "pair", "told"),
    [
        (CLAIMS, ("a", "nobody"), "no claim “nobody”"),
        (f"{CLAIMS}  - {{id: b, quote: y2}}\n", ("a", "b"), "more than one claim “b”"),
    ],
)
def test_refused(text: str, pair: tuple[str, str], told: str) -> None:
    with pytest.raises(RulingError, match=told):
        ruled(book(text), Ruling(pair, "update", "x"))
