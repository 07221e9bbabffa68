"""What a number measures by the words of its clause, and what that says of two numbers."""

from __future__ import annotations

import pytest

from claimtrack.conflicts.figures.clause_subject import are_one, are_other, clause_subject

TEXTS = [
    ("Der Graben sei 40 Meter lang gewesen", "40 Meter", (), "grab"),
    ("Sie sprach von 40 Metern, der Graben war breit", "40 Metern", (), ""),
    ("Der Verband bezifferte den Umsatz mit 40,5 Millionen", "40,5 Millionen", ("Verband",),
     "reve"),
    ("Wie Moll sagte: 40 Liter Milch fehlten. Es regnete", "40 Liter", ("Moll",), "milch fehl"),
    ("Es regnete. Danach schneite es", "40 Liter", (), ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number", "speakers", "stems"), TEXTS)
def test_the_words_that_tell_what_is_measured(
    text: str, number: str, speakers: tuple[str, ...], stems: str
) -> None:
    begins = sorted(word[:4] for word in stems.split())
    assert sorted(term.strip("=")[:4] for term in clause_subject(text, number, speakers)) == begins


AB, BC, CD = (frozenset(terms.split()) for terms in ("tor hof", "hof zaun", "zaun wiese"))


@pytest.mark.parametrize(
    ("left", "right", "one", "other"),
    [
        (AB, BC, True, False),
        (AB, CD, False, True),
        (AB, frozenset({"wiese"}), False, False),
        (AB, frozenset(), False, False),
        (frozenset({"schneelast", "dach"}), frozenset({"last", "wand"}), True, False),
    ],
)
def test_one_thing_or_another(
    left: frozenset[str], right: frozenset[str], one: bool, other: bool
) -> None:
    assert (are_one(left, right), are_other(left, right)) == (one, other)
    assert (are_one(right, left), are_other(right, left)) == (one, other)
