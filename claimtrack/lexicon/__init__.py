"""German words as data, and the one loader that reads them.

A lexicon is a UTF-8 file beside this module: one entry a line, columns parted by tabs, ``#``
starts a comment line. Its first comment says what the columns are and where they come from.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

Row = tuple[str, ...]


@cache
def table(name: str) -> tuple[Row, ...]:
    """The rows of ``name.tsv``, each a tuple of its columns, blanks around them dropped."""
    text = files(__name__).joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    lines = (line for line in text.split("\n") if line and not line.startswith("#"))
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in lines)


@cache
def words(name: str) -> frozenset[str]:
    """The first column of ``name.tsv`` as a set."""
    return frozenset(row[0] for row in table(name))


@cache
def classes(name: str) -> dict[str, frozenset[str]]:
    """``name.tsv`` read as ``class<TAB>word word …`` lines: the words of each class."""
    found: dict[str, set[str]] = {}
    for row in table(name):
        found.setdefault(row[0], set()).update(row[1].split())
    return {key: frozenset(value) for key, value in found.items()}
