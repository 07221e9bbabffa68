"""A ledger's bytes cut at the items of its claims, where they are laid out as usual."""

from __future__ import annotations

import codecs

import pytest

from claimtrack.ledger.yaml.cut_items import Cut, cut

A, B = b"- id: a\n  claim: x\n", b"- {id: b, claim: y}\n"
HEAD = b"version: 1\nclaims:\n"
UMLAUTS = "titel-ä: ü\nclaims:\n".encode()

CUT: dict[str, tuple[bytes, list[bytes], tuple[bytes, bytes]]] = {
    "at the end": (HEAD + A + B, [A, B], (HEAD, b"")),
    "something below": (HEAD + A + B + b"topics: []\n", [A, B], (HEAD, b"topics: []\n")),
    "further right": (
        b"claims:\n  - id: a\n    tags:\n    - x\n  - id: b\n",
        [b"  - id: a\n    tags:\n    - x\n", b"  - id: b\n"], (b"claims:\n", b""),
    ),
    "a dash alone": (b"claims:\n-\n  id: a\n-\tid: b\n-", [b"-\n  id: a\n", b"-\tid: b\n", b"-"],
                     (b"claims:\n", b"")),
    "a dash that is none": (
        b"claims:\n- id: a\n  note: |\n    x\n-5\n- id: b\n",
        [b"- id: a\n  note: |\n    x\n-5\n", b"- id: b\n"], (b"claims:\n", b""),
    ),
    "comments between": (
        b"claims:  # all\n# of a\n- id: a\n# of b\n- id: b\n",
        [b"- id: a\n# of b\n", b"- id: b\n"], (b"claims:  # all\n# of a\n", b""),
    ),
    "a field in quotes": (b'"claims":\n' + A, [A], (b'"claims":\n', b"")),
    "umlauts above": (UMLAUTS + A, [A], (UMLAUTS, b"")),
    "Windows": (b"claims:\r\n- id: a\r\n- id: b\r\n", [b"- id: a\r\n", b"- id: b\r\n"],
                (b"claims:\r\n", b"")),
    "a mark of the order of bytes": (codecs.BOM_UTF8 + HEAD + A, [A], (HEAD, b"")),
    "a document begun": (b"---\nclaims:\n" + A, [A], (b"---\nclaims:\n", b"")),
    "a document ended": (HEAD + A + b"...\n", [A], (HEAD, b"...\n")),
    "a document ended, a comment": (HEAD + A + b"... # end\n\n", [A], (HEAD, b"... # end\n\n")),
    "two dots": (HEAD + A + b"..: x\n", [A + b"..: x\n"], (HEAD, b"")),
}  # fmt: skip


@pytest.mark.parametrize("case", CUT)
def test_cut(case: str) -> None:
    raw, items, rest = CUT[case]
    parts = cut(raw)
    assert isinstance(parts, Cut)
    assert [*parts.pieces()] == [parts.piece(n) for n in range(len(items))] == items
    assert parts.rest == rest


UNUSUAL = {
    "nothing": b"",
    "no claims": b"version: 1\n",
    "claims twice": b"claims:\n" + A + b"claims:\n" + B,
    "no list": b"claims: x\n",
    "a list in brackets": b"claims: [{id: a}]\n",
    "an empty list": b"claims: []\n",
    "braces": b"{claims: []}\n",
    "a lone carriage return": HEAD + b"- id: a\r  claim: x\n",
    "two kinds of line breaks": HEAD + b"- id: a\r\n  claim: x\r  note: y\n",
    "sixteen bits": codecs.BOM_UTF16_LE + HEAD.decode().encode("utf-16-le"),
    "two documents": b"---\n---\nclaims:\n" + A,
    "a second document": HEAD + A + b"---\n" + B,
    "an end within": HEAD + A + b"...\n" + B,
    "an end at once": b"...\nclaims:\n" + A,
}


@pytest.mark.parametrize("case", UNUSUAL)
def test_what_is_read_whole(case: str) -> None:
    assert cut(UNUSUAL[case]) is None


def test_windows_breaks_beside_plain_ones_are_cut() -> None:
    parts = cut(b"claims:\r\n- id: a\n- id: b\r\n")
    assert parts is not None
    assert len(parts.starts) == 3
