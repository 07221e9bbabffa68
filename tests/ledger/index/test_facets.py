"""Topics and days in the index: the same claims as the filters find, whatever changes meanwhile."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from claimtrack.analysis.filters import Filters, Predicate, predicates, select
from claimtrack.cli.opening import known, topics
from claimtrack.ledger import load
from claimtrack.ledger.files.read_ledger import load_file
from claimtrack.ledger.index import facets, ledger_index, sync
from claimtrack.ledger.index.ledger_index import from_index
from claimtrack.model import Ledger

TEXT = """\
articles:
- {id: z, published: 2024-05-01}
- {id: y, published: 2024-07}
topics:
- {name: Feste, words: [Gäste]}
claims:
- {id: a, quote: rund 300 Gäste, article: z, figures: [{text: rund 300, what: Gäste}]}
- {id: b, quote: 20 Tote, article: y, figures: [{text: '20', what: Tote, state: killed}]}
- {id: c, quote: viel Regen, said: 2024-05-09/2024-06-02}
- {id: d, quote: viel Schnee, topic: Wetter}
"""
CHANGES = {
    "nothing": ("", ""),
    "the day of an article": ("2024-07", "2024-03"),
    "the topics": ("words: [Gäste]", "words: [Regen]"),
    "a claim": ("20 Tote", "30 Gäste"),
    "a day of saying": ("2024-06-02", "2024-05-10"),
    "a claim goes": ("- {id: c, quote: viel Regen, said: 2024-05-09/2024-06-02}\n", ""),
}
ASKED = {
    "since": Filters(since=date(2024, 6, 1)),
    "until": Filters(until=date(2024, 5, 9)),
    "a topic": Filters(topic=("Feste",)),
    "a derived topic": Filters(topic=("Tote",)),
    "all": Filters(topic=("Feste",), since=date(2024, 5, 1), until=date(2024, 5, 1)),
}


def ids(path: Path, asked: Filters) -> list[str]:
    """The claims that the index finds; they are those of the file."""

    def tests(head: Ledger) -> Mapping[str, Predicate]:
        return predicates(asked, known(head))

    found = from_index(path, lambda ix: ix.select(tests, every_source=False, topics=topics))
    assert found is not None
    whole = load_file(path)[0]
    assert found.ledger.claims == select(whole.claims, asked, known(whole))
    return [claim.id for claim in found.ledger.claims]


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_found_is_what_the_file_says(tmp_path: Path, change: str) -> None:
    path = tmp_path / "claims.yaml"
    path.write_text(TEXT, encoding="utf-8")
    before = {name: ids(path, asked) for name, asked in ASKED.items()}
    assert before == {
        "since": ["b", "c"], "until": ["a", "c"], "a topic": ["a"], "a derived topic": ["b"],
        "all": ["a"],
    }  # fmt: skip
    path.write_text(TEXT.replace(*CHANGES[change]), encoding="utf-8")
    after = {name: ids(path, asked) for name, asked in ASKED.items()}
    assert (after == before) == (change == "nothing")
    path.write_text(TEXT, encoding="utf-8")
    assert {name: ids(path, asked) for name, asked in ASKED.items()} == before


def test_where_there_is_no_room_the_claims_are_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(facets, "note", full)
    path = tmp_path / "claims.yaml"
    path.write_text(TEXT, encoding="utf-8")
    assert ids(path, ASKED["a topic"]) == ["a"]


def test_nothing_is_noted_of_a_content_that_another_process_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "claims.yaml"
    path.write_text(TEXT, encoding="utf-8")
    other = TEXT.replace(*CHANGES["the day of an article"])

    def later(*given: Any) -> bool:
        path.write_text(other, encoding="utf-8")
        load(path)
        return sync.noted(*given)

    with monkeypatch.context() as patched:
        patched.setattr(ledger_index, "noted", later)
        tests = {"since": lambda _: False}
        none = from_index(path, lambda one: one.select(lambda _: tests, every_source=False))
    assert none is None
    path.write_text(TEXT, encoding="utf-8")
    assert ids(path, ASKED["since"]) == ["b", "c"]
