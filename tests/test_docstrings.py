"""The examples in docstrings are run."""

from __future__ import annotations

import doctest
import importlib
import re
from pathlib import Path

import pytest

import claimtrack

ROOT = Path(claimtrack.__file__).parent
MODULES = [
    ".".join(("claimtrack", *path.relative_to(ROOT).with_suffix("").parts))
    for path in sorted(ROOT.rglob("*.py"))
    if re.search(r"^ *>>> ", path.read_text(encoding="utf-8"), re.MULTILINE)
]


def test_there_are_examples() -> None:
    assert "claimtrack.analysis.claim_diff" in MODULES


@pytest.mark.parametrize("name", MODULES)
def test_examples_print_what_they_say(name: str) -> None:
    ran = doctest.testmod(importlib.import_module(name))
    assert ran.attempted and not ran.failed
