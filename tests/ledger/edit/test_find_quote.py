"""Words typed on a keyboard, found in print."""

from __future__ import annotations

import pytest

from claimtrack.ledger.edit.find_quote import looked_up
from claimtrack.ledger.errors import LookupFailedError

FOUND = {
    "letter for letter": ("Er sagte: „Nein.“", "„Nein.“", "„Nein.“"),
    "plain quotation marks": ("Er sagte: „Nein.“", '"Nein."', "„Nein.“"),
    "guillemets": ("Er sagte: »Nein.«", '"Nein."', "»Nein.«"),
    "an apostrophe": ("Das gibt’s nicht", "gibt's nicht", "gibt’s nicht"),
    "a dash": ("Es gehe – so Weber – voran", "gehe - so Weber", "gehe – so Weber"),
    "a hyphen that does not break": ("die US\N{NON-BREAKING HYPHEN}Armee", "US-Armee",
                                     "US\N{NON-BREAKING HYPHEN}Armee"),
    "a soft hyphen": ("der Deich\N{SOFT HYPHEN}verband", "Deichverband",
                      "Deich\N{SOFT HYPHEN}verband"),
    "a soft hyphen that was copied": ("der Deichverband", "Deich\N{SOFT HYPHEN}verband",
                                      "Deichverband"),
    "line breaks": ("rund\n300\N{NO-BREAK SPACE}Gäste", "rund 300 Gäste",
                    "rund\n300\N{NO-BREAK SPACE}Gäste"),
    "an umlaut in two characters": ("die Fa\u0308hre liege fest", "Fähre liege",
                                    "Fa\u0308hre liege"),
    "whole words before parts": ("Das Erdbeben, so der Mann: Beben", "Beben", "Beben"),
    "whole words before beginnings": ("Bebenopfer nach dem Beben", "Beben", "Beben"),
    "whole words before a part of two letters": ("am Zaun, an", "an", "an"),
    "whole words before what one letter precedes": ("der Zahn, ahn", "ahn", "ahn"),
    "a word at the end": ("Erdbeben, beben", "beben", "beben"),
    "a word of one letter": ("Buch B", "B", "B"),
    "a part of a word, if there is no other": ("die Donauflut", "flut", "flut"),
    "letter for letter before like signs": ("„Ja“ und \"Ja\"", '"Ja"', '"Ja"'),
    "signs of a pattern": ("Kosten (rund 5 Mio. €)?", "(rund 5 Mio. €)?", "(rund 5 Mio. €)?"),
}  # fmt: skip


@pytest.mark.parametrize("case", FOUND)
def test_found(case: str) -> None:
    body, typed, expected = FOUND[case]
    ((start, end),) = looked_up(typed, body)
    assert body[start:end] == expected
    if case.startswith(("whole words", "a word")):
        assert start == body.rindex(expected)


LONG = (
    "Am Montag sagte Anna Weber, der Pegel werde bis Freitag steigen. Dann falle er wieder, "
    "meinte er."
)

NEAR = "similar words at 28-63: der Pegel werde bis Freitag steigen"
FAILED = {
    "another word": ("der Pegel werde bis Samstag steigen", NEAR),
    "a word too many": (
        "der Pegel werde wohl bis Freitag",
        "similar words at 21-55: Weber, der Pegel werde bis Freitag",
    ),
    "another case": ("der pegel werde", "similar words at 28-43: der Pegel werde"),
    "nothing like it": ("Niemand weiß es", "does not have these words$"),
    "only a small word": ("der Vorsitzende", "does not have these words$"),
    "nothing": ("", "does not have these words$"),
    "at the end": ("falle er nie", "similar words at 70-85: falle er wieder"),
    "several places": ("er", "the words occur 2 times: type more of them, or choose"),
}  # fmt: skip


@pytest.mark.parametrize("case", FAILED)
def test_not_found(case: str) -> None:
    typed, message = FAILED[case]
    with pytest.raises(LookupFailedError, match=message):
        looked_up(typed, LONG)


def test_of_two_passages_as_near_the_one_with_the_first_word_is_named() -> None:
    with pytest.raises(LookupFailedError, match="similar words at 22-39: nasse Boote lagen"):
        looked_up("nasse Boote waren", "Viele Boote waren, da nasse Boote lagen.")


def test_what_stands_before_each_of_several_places() -> None:
    body = "Davor steht ein langer Satz; dann kam der Satz, und es blieb beim Satz"
    with pytest.raises(LookupFailedError) as told:
        looked_up("Satz", body)
    assert str(told.value).endswith(
        "23-27 (after “Davor steht ein langer”); 42-46 (after “ein langer Satz; dann kam der”); "
        "66-70 (after “m der Satz, und es blieb beim”)"
    )
