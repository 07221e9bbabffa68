"""Where things stand: an article's file, the file and line of a claim, their addresses."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from claimtrack.model import Ledger, Source


def article_path(ledger: Ledger, source: Source) -> Path | None:
    """Where the article's file is: named relative to the ledger's folder."""
    path = Path(ledger.path)
    folder = path if path.is_dir() else path.parent
    return folder / source.file if source.file else None


def file_of(ledger: Ledger, ident: str) -> str:
    """The file that a claim stands in: a ledger may be a folder of them."""
    return ledger.files.get(ident, ledger.path)


def link(ledger: Ledger, ident: str) -> str:
    """The address of a claim's line, for terminals that follow links."""
    line = ledger.lines.get(ident)
    return _uri(file_of(ledger, ident)) + (f"#{line}" if line else "")


@cache
def _uri(file: str) -> str:
    return Path(file).resolve().as_uri()
