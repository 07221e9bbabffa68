"""Fields set from the command line."""

from __future__ import annotations

import pytest

from claimtrack.ledger.edit.set_fields import edited
from claimtrack.ledger.edit.wanted import Wanted, as_typed, with_note, with_tags, without_tags
from claimtrack.ledger.errors import LedgerError
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
    result = edited(book(TEXT), ["a"], as_typed(values))
    text = result.documents[0].text if result.documents else TEXT
    assert text == TEXT.replace("  claim: x  # mine\n", expected)
    assert bool(result.claims) == (text != TEXT)


BAD = {
    "no such claim": ("aa", {"note": "x"}, "no claim “aa”; did you mean “a”"),
    "two such claims": ("b", {"note": "x"}, "two claims"),
    "no such field": ("a", {"notes": "x"}, "did you mean “note”"),
    "no such word": ("a", {"stance": "sagt"}, "“sagt” is not a stance"),
    "no date": ("a", {"said": "x: y"}, "“x: y”: not an EDTF date"),
    "no words left": ("a", {"claim": ""}, "a claim needs its words"),
    "no figures": ("a", {"figures": "[{text: "}, "not written as in a ledger"),
}


@pytest.mark.parametrize("case", BAD)
def test_refused(case: str) -> None:
    ident, values, message = BAD[case]
    with pytest.raises(LedgerError, match=message):
        edited(book(TEXT), [ident], as_typed(values))


RENAMED = {
    "taken": (["b"], {"id": "c"}, r"“c” is taken at claims.yaml:4"),
    "of several": (["b", "e"], {"id": "d"}, "“d” can name only one claim, and these are several"),
    "in a ruling": (["a"], {"id": "d"}, "a ruling names a and would be lost"),
    "dropped, in a ruling": (["a"], {"id": ""}, "a ruling names a and would be lost"),
    "no id": (["b"], {"id": "d e"}, "an id has no spaces"),
}
RULED = (
    "claims:\n- {id: a, claim: x}\n- {id: b, claim: y}\n- {id: c, claim: z}\n- {id: e, claim: z}\n"
    "rulings:\n- {claims: [a, c], verdict: update}\n"
)


@pytest.mark.parametrize("case", RENAMED)
def test_an_id_that_would_no_longer_tell_claims_apart(case: str) -> None:
    ids, values, message = RENAMED[case]
    with pytest.raises(LedgerError, match=message):
        edited(book(RULED), ids, as_typed(values))


def test_another_id() -> None:
    (document,) = edited(book(RULED), ["b"], as_typed({"id": "d"})).documents
    assert document.text == RULED.replace("id: b", "id: d")
    assert edited(book(RULED), ["a"], as_typed({"id": "a"})).documents == ()


NOTED = "- id: a\n  claim: x\n  tags: [eins, 'zwei']  # two\n  note: alt  # why\n"
BARE = "- id: a\n  claim: x  # mine\n"

WANTED = {
    "a note": (BARE, with_note("neu: #1"), "- id: a\n  claim: x  # mine\n  note: 'neu: #1'\n"),
    "a note behind another": (NOTED, with_note("neu"), NOTED.replace("alt", "alt; neu")),
    "a note that is there": (NOTED, with_note("alt"), NOTED),
    "no note": (NOTED, with_note(" "), NOTED),
    "a tag": (BARE, with_tags(["a b", "c, d"]), BARE + "  tags: [a b, 'c, d']\n"),
    "a tag behind others": (
        NOTED,
        with_tags(["zwei", "drei", "drei"]),
        NOTED.replace("'zwei'", "zwei, drei"),
    ),
    "a tag that is there": (NOTED, with_tags(["eins"]), NOTED),
    "one word that is a tag": (
        "- id: a\n  claim: x\n  tags: eins\n",
        with_tags(["eins"]),
        "- id: a\n  claim: x\n  tags: eins\n",
    ),
    "a tag goes": (NOTED, without_tags(["eins"]), NOTED.replace("eins, 'zwei'", "zwei")),
    "the last tag goes": (
        BARE + "  tags: [x]\n  note: n\n",
        without_tags(["x"]),
        BARE + "  note: n\n",
    ),
    "a tag that is not there": (NOTED, without_tags(["Eins"]), NOTED),
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("case", WANTED)
def test_notes_and_tags(case: str, newline: str) -> None:
    before, wanted, expected = WANTED[case]
    head, tail = "claims:\n- id: z\n  claim: y # c\n", "\n# end"
    text = f"{head}{before}{tail}".replace("\n", newline)
    result = edited(book(text), ["a"], wanted)
    after = result.documents[0].text if result.documents else text
    assert after == f"{head}{expected}{tail}".replace("\n", newline)
    assert result.claims == (("a",) if before != expected else ())


def test_many_claims_at_once() -> None:
    text = "claims:\n" + "".join(f"- id: c{n}  # {n}\n  claim: x\n" for n in range(300))
    result = edited(book(text), [f"c{n}" for n in range(0, 300, 2)], with_tags(["t"]))
    lines = result.documents[0].text.split("\n")
    assert lines.count("  tags: [t]") == 150
    assert "\n".join(line for line in lines if line != "  tags: [t]") == text


COMMENTED = (
    "claims:\n- id: a\n  claim: x\n- id: b\n  claim: y\n  tags:\n  - eins  # why\n  - drei\n"
)


@pytest.mark.parametrize("wanted", [with_tags(["zwei"]), without_tags(["eins"])])
def test_a_comment_in_the_way_is_named_with_its_claim(wanted: Wanted) -> None:
    with pytest.raises(LedgerError, match=r"claims.yaml:4: b: a comment"):
        edited(book(COMMENTED), ["a", "b"], wanted)
