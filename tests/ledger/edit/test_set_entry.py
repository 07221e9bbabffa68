# ruff: noqa: E501 - the tables are easier to read with a case to a line
"""Articles, actors and topics set from outside: literal before and after, and what is refused."""

from __future__ import annotations

import pytest

from claimtrack.ledger.edit.set_entry import entry_set
from claimtrack.ledger.errors import EditError
from tests.ledger.readings import book

TEXT = """\
articles:
- id: pegel
  outlet: Kurier   # so it says
  agencies: [dpa]
  sha256: 00aa
actors:
- {name: Hanna Vogt, aliases: [Vogt]}
claims:
- {id: a, claim: x}
"""

CHANGED = {
    "a field of an article": ("articles", "pegel", {"published": "2024-06-03"},
        "  outlet: Kurier   # so it says\n", "  published: 2024-06-03\n  outlet: Kurier   # so it says\n"),
    "a field goes": ("articles", "pegel", {"agencies": ""}, "  agencies: [dpa]\n", ""),
    "a list is set": ("articles", "pegel", {"agencies": "AP, Reuters"}, "[dpa]", "[AP, Reuters]"),
    "a list grows": ("articles", "pegel", {"agencies+": "dpa,AP"}, "[dpa]", "[dpa, AP]"),
    "an alias": ("actors", "Hanna Vogt", {"aliases+": "Ministerin"}, "[Vogt]", "[Vogt, Ministerin]"),
    "several fields": ("actors", "Hanna Vogt", {"kind": "person", "of": "Linz"},
        "aliases: [Vogt]}", "aliases: [Vogt], kind: person, of: Linz}"),
    "an actor is added": ("actors", "Amt", {"kind": "state", "aliases": "Behörde"},
        "aliases: [Vogt]}\n", "aliases: [Vogt]}\n- name: Amt\n  aliases: [Behörde]\n  kind: state\n"),
}  # fmt: skip


@pytest.mark.parametrize("case", CHANGED)
def test_one_entry_changes_and_no_other_byte(case: str) -> None:
    section, name, values, old, new = CHANGED[case]
    result = entry_set(book(TEXT), section, name, values)
    assert result.documents[0].text == TEXT.replace(old, new, 1)
    assert result.added == ("added" in case)
    assert (result.place or "").startswith("claims.yaml")


def test_a_topic_is_added_to_a_ledger_without_topics() -> None:
    result = entry_set(book(TEXT), "topics", "Pegel", {"words": "Pegel,Donau"})
    assert result.documents[0].text.endswith("topics:\n- name: Pegel\n  words: [Pegel, Donau]\n")


def test_what_is_so_already_changes_nothing() -> None:
    result = entry_set(book(TEXT), "actors", "Hanna Vogt", {"aliases+": "Vogt"})
    assert (result.documents, result.place) == ((), None)


REFUSED = {
    "no such article": ("articles", "pegle", {"outlet": "x"}, "no article “pegle”; did you mean “pegel”?"),
    "an article is not made": ("articles", "neu", {"outlet": "x"}, "no article “neu”"),
    "no such field": ("articles", "pegel", {"outlt": "x"}, "unknown field “outlt” (did you mean “outlet”?)"),
    "no such value": ("articles", "pegel", {"reliability": "G"}, "“G” is not a reliability"),
    "the program's own": ("articles", "pegel", {"sha256": "00"}, "sha256: claimtrack writes this"),
    "no list": ("actors", "Hanna Vogt", {"of+": "x"}, "unknown field “of+”"),
    "all that is wrong": ("actors", "Amt", {"kind": "x", "reliability": "Z"}, "“Z” is not a reliability"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_refused(case: str) -> None:
    section, name, values, expected = REFUSED[case]
    with pytest.raises(EditError) as caught:
        entry_set(book(TEXT), section, name, values)
    assert expected in str(caught.value)
