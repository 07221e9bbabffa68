# ruff: noqa: E501 - the scraps are easier to read side by side
"""Ledgers in every layout that YAML knows, with a wound or two: what is read is what PyYAML reads.

Or a problem is told, at a place in the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from claimtrack.ledger import load
from claimtrack.ledger.document import Document
from claimtrack.ledger.document.ledger_file import open_book
from claimtrack.ledger.document.read import read
from claimtrack.ledger.edit.changes import Add, Put
from claimtrack.ledger.edit.splice import changed, order
from claimtrack.ledger.errors import LedgerError
from claimtrack.ledger.files.read_ledger import load_file
from tests.ledger.other_tools import readable, sees_the_same

WORDS = (
    "eins", "Der Pegel", "10.000", "no", "~", "„Ja“", "x\xa0y", "a#b", "a-b", "...x", "- x", "x: y",
    "x #y", "#x", "'", "it's", '"', "[x", "{", "<<<<<<< x", "=======", "---", "%x", "\u200bx", "",
    "0o7", "12:30", "&a", "*a", "!x", "|", ">", "?", ":", "@x", "`x", "x\ty", "🙂", "\xadx", "ä",
)  # fmt: skip
COMMENTS = ("# c", "# - id: c", "#", "# claims:", "# ...", "# \xa0x", "# 'x")
TOPS = ("", "", "# c\n", "---\n", "%YAML 1.1\n---\n", "\n# c\n--- # d\n\n")
HEADS = ("claims:\n", "claims: # c\n", '"claims":\n\n# c\n', "claims :\n")
ENDS = ("", "# c\n", "rulings: []\n", "topics:\n", "...\n", "...\n# c\n", "  # c")
FIELDS = ("note", "tags", "via", "topic")


def value(chance: Random, deep: str) -> str:
    """What stands behind the colon of a field, ``deep`` being the indentation of what is below."""
    one, two = chance.choice(WORDS), chance.choice(WORDS)
    single, double = one.replace("'", "''"), one.replace('"', '\\"')
    return chance.choice((
        f" {one}", f" {one}", f" '{single}'", f' "{double}"', f" |\n{deep}  {one}\n\n{deep}   {two}",
        f" >-\n{deep}  {one}\n{deep}  {two}", f" |+\n{deep}  {one}\n", f" {one}\n{deep} {two}",
        f" '{single}\n\n{deep}{single}'", f' "{double}\n{deep}\\\n  x"', f" [{one}, {two}]",
        f" [{one},\n{deep}{two},\n]", f"\n{deep}- {one}\n{deep}- {two}", f" {{text: {one}, min:\n {two}}}",
    ))  # fmt: skip


def claim(chance: Random, ident: str, margin: str, gap: str) -> str:
    """An item: its dash behind the ``margin``, its fields a ``gap`` behind the dash."""
    inner = f"{margin} {gap}"
    deep = inner + chance.choice(("", "  "))
    lines = [f"{margin}-{gap}id: {ident}", f"{inner}claim: x"]
    for name in chance.sample(FIELDS, chance.randint(0, len(FIELDS))):
        tail = chance.choice(("", "", " # c", "  "))
        lines.append(f"{inner}{name}:{value(chance, deep)}{tail}")
        if chance.randint(0, 5) == 0:
            lines.append(chance.choice(("", "  ", inner, margin)) + chance.choice(COMMENTS))
        if chance.randint(0, 5) == 0:
            lines.append(chance.choice(("", "  ", "\t")))
    return "\n".join(lines) + "\n"


def ledger(chance: Random) -> str:
    """A ledger of up to three claims."""
    margin, gap = " " * chance.randint(0, 5), " " * chance.randint(1, 4)
    top, head, end = chance.choice(TOPS), chance.choice(HEADS), chance.choice(ENDS)
    items = [claim(chance, ident, margin, gap) for ident in "abc"[: chance.randint(0, 3)]]
    text = f"{top}version: 1\n{head}{''.join(items)}{end}"
    breaks = chance.choice(("\n", "\n", "\r\n", "mixed"))
    if breaks != "mixed":
        return text.replace("\n", breaks)
    return "".join(line + chance.choice(("\n", "\r\n")) for line in text.split("\n"))


SCRAPS = (
    "\r", "\x85", "\u2028", "\u2029", "\xa0", "\u3000", "\u200b", "\ufeff", "\t", "\x0b", "\x0c", "\n", " ",
     "...\n", "\n...\n", "---\n", "\n---\n", "%YAML 1.1\n", "<<<<<<< a\n", "\n=======\n", "- ", ": ", "#", " #",
     "'", '"', "[", "]", "\n- claim: x\n", "\nclaims:\n", "\n  - id: d\n    claim: y\n", "\n\xa0\xa0x: y\n",
)  # fmt: skip


def wounded(chance: Random) -> str:
    """A ledger with up to two scraps in places where nobody puts them."""
    text = ledger(chance)
    for _ in range(chance.randint(0, 2)):
        start = chance.randint(0, len(text))
        text = text[:start] + chance.choice(SCRAPS) + text[start + chance.randint(0, 3) :]
    return text


def texts(name: str, seed: int, count: int) -> Iterator[tuple[str, Random]]:
    """So many ledgers with wounds, the same at every run, and what else is left to chance."""
    for number in range(count):
        chance = Random(f"{name} {seed} {number}")
        yield wounded(chance), chance


@pytest.mark.parametrize("seed", range(15))
def test_what_is_read_is_what_other_tools_read(seed: int) -> None:
    for text, _ in texts("read", seed, 100):
        sees_the_same(text)
        for problem in open_book("c.yaml", [read(text)]).problems:
            assert 1 <= problem.line <= text.count("\n") + 1, text
            assert problem.column >= 1, text


@pytest.mark.parametrize("seed", range(3))
def test_the_index_says_what_the_file_says(seed: int, tmp_path: Path) -> None:
    path = tmp_path / "claims.yaml"
    for text, _ in texts("index", seed, 100):
        path.write_bytes(text.encode())
        assert load(path) == load_file(path), text


NEW = {"id": "neu", "claim": "neu"}
CHANGES = (
    Put("claims", 0, "note", "neu: 'x", order("claims")), Put("claims", 0, "tags", None),
    Put("claims", 0, "tags", ["x", "y"], order("claims")), Add("claims", NEW), Add("claims", NEW, 0),
    Add("rulings", {"claims": ["a", "b"], "verdict": "update"}), Add("actors", {"name": "neu"}),
)  # fmt: skip


@pytest.mark.parametrize("seed", range(15))
def test_what_is_written_is_what_other_tools_read(seed: int) -> None:
    for text, chance in texts("written", seed, 100):
        _writes_what_is_read(read(text), chance.choice(CHANGES))


def _writes_what_is_read(before: Document, change: Put | Add) -> None:
    needed = (change.index if isinstance(change, Put) else change.after or -1) + 1
    if len(before.entries("claims")) < needed:
        return
    try:
        after = changed(before, [change])
    except LedgerError:
        return
    assert readable(after.text) or not readable(before.text)
    assert sees_the_same(after.text) or open_book("c.yaml", [before]).problems
