"""Modules have names of their own, and names say what they stand for."""

from __future__ import annotations

import ast
import sys
from collections import defaultdict
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "scripts"))

from names import FILLERS, ROOT, bound, hidden, modules

TWICE = {
    "disputes", "evidence", "match", "names", "pointing", "reach", "sentence", "stance",
}  # fmt: skip
"""Names that two modules still share: none is to come, and those that go are to be taken out."""

CLEAN = (
    "about", "analysis", "archive", "article", "cli", "coverage", "export", "importing", "ledger",
    "lexicon", "registry", "render", "report", "review",
)  # fmt: skip
"""The parts in which at most one name of a hundred says nothing."""


def test_no_module_is_hidden_by_a_name_of_its_package() -> None:
    assert list(hidden(list(modules([])))) == []


def test_no_further_module_has_the_name_of_another() -> None:
    places = defaultdict(list)
    for path in modules([]):
        if path.name != "__init__.py" and path.name != "__main__.py":
            places[path.stem].append(path.relative_to(ROOT).as_posix())
    twice = {stem: found for stem, found in places.items() if len(found) > 1}
    assert twice.keys() <= TWICE, {stem: twice[stem] for stem in twice.keys() - TWICE}


@pytest.mark.parametrize("part", CLEAN)
def test_names_say_what_they_stand_for(part: str) -> None:
    names = [
        name
        for path in modules([part])
        for name in bound(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert sum(name in FILLERS for name in names) <= len(names) / 100
