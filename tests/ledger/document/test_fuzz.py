# ruff: noqa: RUF005, E501 - the scraps are easier to read side by side
"""Ledgers after a bad day in an editor: nothing crashes, every error has a place."""

from __future__ import annotations

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from claimtrack.ledger.document.ledger_file import open_book
from claimtrack.ledger.document.read import read
from claimtrack.ledger.edit.changes import Put
from claimtrack.ledger.edit.splice import changed, order
from claimtrack.ledger.errors import LedgerError
from tests.laws import examples
from tests.ledger.readings import after, claims, ingested, merged

LEDGER = ingested()
SCRAPS = st.sampled_from(
    ["\n", "\r", "\t", " ", "  ", "- ", ": ", "#", " #", "'", '"', "[", "]", "{", "}", ",", "&a ", "*a"]
    + ["!x ", "|", ">-\n", "? ", "---\n", "...\n", "%", "\x00", "\udce4", "\ufeff", "\u2028", "claims:\n"]
    + ["id: a", "\n  - id: b\n", "\nclaims:\n", "\n    ", "🙂", "~", "[" * 40, "0o7", "no"]
)  # fmt: skip
WOUNDS = st.lists(st.tuples(st.integers(0, len(LEDGER)), st.integers(0, 12), SCRAPS), max_size=4)


def wounded(wounds: list[tuple[int, int, str]]) -> str:
    text = LEDGER
    for at, length, scrap in wounds:
        text = text[:at] + scrap + text[at + length :]
    return text


@settings(
    derandomize=True, max_examples=examples(300), suppress_health_check=[HealthCheck.too_slow]
)
@given(WOUNDS)
@example([(542, 1, "\r")])
def test_whatever_a_file_holds_it_is_read_or_told(wounds: list[tuple[int, int, str]]) -> None:
    text = wounded(wounds)
    book = open_book("c.yaml", [read(text)])
    breaks = text.count("\n") + text.count("\r") + 1
    for problem in book.problems:
        assert 1 <= problem.line <= breaks
        assert problem.column >= 1
    assert book.problems or not book.ledger.aside


@settings(
    derandomize=True, max_examples=examples(150), suppress_health_check=[HealthCheck.too_slow]
)
@given(WOUNDS)
@example([(len(LEDGER) - 1, 1, "")])
def test_merging_refuses_or_settles(wounds: list[tuple[int, int, str]]) -> None:
    text = wounded(wounds)
    try:
        once = after(text, merged(text, claims()))
    except LedgerError:
        return
    assert merged(once, claims()).documents == ()
    assert all(line in once for line in text.split("\n") if line.lstrip().startswith("# "))


@settings(
    derandomize=True, max_examples=examples(200), suppress_health_check=[HealthCheck.too_slow]
)
@given(WOUNDS, st.integers(0, 2), st.sampled_from(order("claims")[1:10]))
def test_setting_refuses_or_does_what_was_meant(
    wounds: list[tuple[int, int, str]], index: int, field: str
) -> None:
    document = read(wounded(wounds))
    if index >= len(document.entries("claims")):
        return
    try:
        new = changed(document, [Put("claims", index, field, "x: 'y", order("claims"))])
    except LedgerError:
        return
    node = new.entries("claims")[index].node
    assert isinstance(node, dict)
    assert node[field] == "x: 'y"  # type: ignore[index]
