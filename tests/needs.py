"""What a test needs of the machine besides Python; where it is missing, the test is skipped."""

from __future__ import annotations

import importlib.util
import shutil

import pytest

git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def _trigrams() -> bool:
    """Whether SQLite is there and was built with FTS5 and its trigram tokenizer (3.34 or newer)."""
    if importlib.util.find_spec("sqlite3") is None:
        return False
    try:
        import sqlite3

        with sqlite3.connect(":memory:") as connection:
            connection.execute("CREATE VIRTUAL TABLE t USING fts5(x, tokenize = 'trigram')")
    except (ImportError, sqlite3.Error):
        return False
    return True


trigrams = pytest.mark.skipif(not _trigrams(), reason="SQLite has no FTS5 with trigrams")

textual = pytest.mark.skipif(
    importlib.util.find_spec("textual") is None, reason="textual is not installed"
)
"""For what opens the review screen, an extra of its own."""


def package(name: str) -> pytest.MarkDecorator:
    """For what needs a package that is no dependency of the program."""
    missing = importlib.util.find_spec(name) is None
    return pytest.mark.skipif(missing, reason=f"{name} is not installed")


office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
