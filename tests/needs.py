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

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


def _no_browser() -> str:
    """Why no page can be looked at in a browser; "" where one can."""
    if importlib.util.find_spec("playwright") is None:
        return "playwright is not installed"
    return "" if CHROMIUM else "chromium is not installed"


browser = pytest.mark.skipif(bool(_no_browser()), reason=_no_browser())
"""For what looks at a report as its readers do, with the chromium of the system."""

axe = pytest.mark.skipif(
    importlib.util.find_spec("axe_playwright_python") is None,
    reason="axe-playwright-python is not installed",
)
"""For what asks axe-core whether everybody can read a page."""
