"""Characters that a ledger may not hold: each kind on both sides of where it begins and ends."""

from __future__ import annotations

import pytest

from claimtrack.ledger.yaml.characters import at_the_edge, refused

REFUSED = [
    ("a\udc80", "byte 0x80 is not UTF-8"),
    ("a\udcff", "byte 0xFF is not UTF-8"),
    ("a\udc7f", "an unprintable character (U+DC7F)"),
    ("a\udd00", "an unprintable character (U+DD00)"),
    ("a\x07", "an unprintable character (U+0007)"),
    ("a\u2028b", "at which only some tools end the line"),
    ("a\x85b", "at which only some tools end the line"),
    ("a\rb\rc", "a lone carriage return (U+000D) as line ending"),
]


@pytest.mark.parametrize(("text", "told"), REFUSED)
def test_refused(text: str, told: str) -> None:
    (trouble,) = refused(text)
    assert trouble.message.endswith(told)
    assert trouble.at == 1


@pytest.mark.parametrize("text", ["", "a\tb\n", "a\r\nb\r\n", "ä🙂\u00a0\u200d", "\ufffd"])
def test_taken(text: str) -> None:
    assert [*refused(text)] == []


@pytest.mark.parametrize(
    ("name", "char"),
    [("\u00a0a", "\u00a0"), ("a\u200b", "\u200b"), ("a\u00a0b", None), ("a", None), ("", None)],
)
def test_the_edge_of_a_name(name: str, char: str | None) -> None:
    assert at_the_edge(name) == char


@pytest.mark.parametrize(("char", "escape"), [("\x85", "\\x85"), ("\u2028", "\\u2028")])
def test_how_an_odd_line_break_is_written_in_quotes(char: str, escape: str) -> None:
    (trouble,) = refused(f"a{char}b")
    assert trouble.hint == f"delete it, or write {escape} in double quotes"
