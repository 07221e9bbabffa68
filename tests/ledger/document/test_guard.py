"""Which ledgers are whole enough to be merged into."""

from __future__ import annotations

import pytest

from claimtrack.ledger.document.guard import aside, require_whole
from claimtrack.ledger.errors import RefusedError
from tests.ledger.readings import book

WHOLE = [
    "",
    "version: 1\n",
    "claims:\n",
    "claims: []\n",
    "claims:\n- {id: a, stance: sagt}\n",
    "claims:\n- [\n- {id: b, claim: y}\n",
    "articles:\n- {id: z}\nactors:\n- {names: A}\n",
]
BROKEN = [
    ("claims: x\n", "“claims” is not a list"),
    ("claims: {a: b}\n", "“claims” is not a list"),
    ("claims: []\ntopics:\n  {\n", r"^claims.yaml:\d+:\d+: "),
    ("articles:\n- {id: a b}\n", "an article's entry is broken"),
    ("articles:\n- {ident: z}\n", "an article's entry is broken"),
]


@pytest.mark.parametrize("text", WHOLE)
def test_single_items_may_be_broken(text: str) -> None:
    require_whole(book(text))


@pytest.mark.parametrize(("text", "told"), BROKEN)
def test_nothing_else_may(text: str, told: str) -> None:
    with pytest.raises(RefusedError, match=told):
        require_whole(book(text))


def test_what_stands_aside() -> None:
    items = ["- {id: a, stance: sagt}\n", "- {id: b, claim: y}\n", "- x\n"]
    assert [*aside(book("claims:\n" + "".join(items)), "claims")] == [items[0], items[2]]
