"""Fields set from the command line."""

from __future__ import annotations

import pytest

from claimtrack.ledger import LedgerError
from claimtrack.ledger.edit import edited
from tests.ledger.readings import book

TEXT = "claims:\n- id: a\n  claim: x  # mine\n- {id: b, quote: y}\n- id: b\n  claim: z\n"

SET = {
    "a word": ({"status": "accepted"}, "  claim: x  # mine\n  status: accepted\n"),
    "a list": ({"tags": "eins, zwei"}, "  claim: x  # mine\n  tags: [eins, zwei]\n"),
    "one name": ({"actor": "Anna Weber"}, "  actor: Anna Weber\n  claim: x  # mine\n"),
    "two names": ({"actor": "Anna,Ben"}, "  actor: [Anna, Ben]\n  claim: x  # mine\n"),
    "figures": (
        {"figures": "[{text: rund 20, what: Boote}]"},
        "  claim: x  # mine\n  figures:\n    - {text: rund 20, what: Boote}\n",
    ),
    "the same": ({"claim": "x"}, "  claim: x  # mine\n"),
    "nothing": ({"note": ""}, "  claim: x  # mine\n"),
}


@pytest.mark.parametrize("case", SET)
def test_set(case: str) -> None:
    values, expected = SET[case]
    result = edited(book(TEXT), ["a"], values)
    text = result.documents[0].text if result.documents else TEXT
    assert text == TEXT.replace("  claim: x  # mine\n", expected)
    assert bool(result.claims) == (text != TEXT)


BAD = {
    "no such claim": ("aa", {"note": "x"}, "no claim “aa”; did you mean “a”"),
    "two such claims": ("b", {"note": "x"}, "two claims"),
    "no such field": ("a", {"notes": "x"}, "did you mean “note”"),
    "no such word": ("a", {"stance": "sagt"}, "“sagt” is no stance"),
    "no date": ("a", {"said": "x: y"}, "“x: y”: not an EDTF date"),
    "no words left": ("a", {"claim": ""}, "a claim needs its words"),
    "no figures": ("a", {"figures": "[{text: "}, "not written as in the file"),
}


@pytest.mark.parametrize("case", BAD)
def test_refused(case: str) -> None:
    ident, values, message = BAD[case]
    with pytest.raises(LedgerError, match=message):
        edited(book(TEXT), [ident], values)
