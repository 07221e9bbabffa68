"""German words as data, and the one loader that reads them.

A lexicon is a UTF-8 file beside this module: one entry a line, columns parted by tabs, ``#``
starts a comment line. Its first comment says what the columns are and where they come from.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

Row = tuple[str, ...]

_FOLDER = Path(__file__).parent
_BESIDE_TAB = re.compile(r" +\t *|\t +")
_COMMENTS = re.compile(r"(?:#[^\n]*\n|\n)+")


@cache
def table(name: str) -> tuple[Row, ...]:
    """The rows of ``name.tsv``, each a tuple of its columns, blanks around them dropped."""
    text = _read(name)
    if _BESIDE_TAB.search(text):
        text = _BESIDE_TAB.sub("\t", text)
    return tuple([tuple(line.split("\t")) for line in _lines(text)])


@cache
def pairs(name: str) -> dict[str, str]:
    """``name.tsv`` of two columns as a mapping, for tables of many thousand lines.

    No blanks may stand around its cells, and no comment behind its first line of words.
    """
    text = _read(name)
    opening = _COMMENTS.match(text)
    cells = text[opening.end() if opening else 0 :].rstrip("\n").replace("\n", "\t").split("\t")
    return dict(zip(cells[::2], cells[1::2], strict=True))


def _read(name: str) -> str:
    """The text of ``name.tsv``; importlib.resources would cost every start some milliseconds."""
    return (_FOLDER / f"{name}.tsv").read_text(encoding="utf-8")


def _lines(text: str) -> list[str]:
    return [line.strip(" ") for line in text.split("\n") if line and line[0] != "#"]


@cache
def words(name: str) -> frozenset[str]:
    """The first column of ``name.tsv`` as a set."""
    return frozenset(row[0] for row in table(name))


@cache
def classes(name: str) -> dict[str, frozenset[str]]:
    """``name.tsv`` read as ``class<TAB>word word …`` lines: the words of each class."""
    members: dict[str, set[str]] = {}
    for row in table(name):
        members.setdefault(row[0], set()).update(row[1].split())
    return {key: frozenset(value) for key, value in members.items()}


@cache
def calendar(kind: str) -> tuple[tuple[str, ...], ...]:
    """The forms of each month (``month``) or weekday, the full name first."""
    return tuple(tuple(row[2].split()) for row in table("date_words") if row[0] == kind)
