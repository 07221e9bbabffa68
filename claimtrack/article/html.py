"""Articles as web pages: the text among navigation and adverts, and what the page says of itself.

Reading a page is a science of its own; trafilatura does it, the extra ``claimtrack[html]``.
Offsets then count characters of the text that it took from the page, one paragraph a line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.article.frontmatter import FrontMatter
from claimtrack.article.intake import UnfitError

if TYPE_CHECKING:
    from trafilatura.settings import Document

SUFFIXES = (".html", ".htm")
_HEAD = 500
"""Bytes in which a page says that it is one."""
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2200-01-01"}
"""Only dates that the page states as its own, the first one, whatever day it is today."""


def is_page(raw: bytes) -> bool:
    """Whether bytes without a file name are a web page."""
    head = raw[:_HEAD].lstrip().lower()
    return head.startswith((b"<!doctype html", b"<html", b"<?xml")) and b"<html" in head


def parse(raw: bytes) -> tuple[FrontMatter, str]:
    """What a page says of its article (title, outlet, author, day, address), and the text.

    Raises UnfitError when no text is found, or without trafilatura.
    """
    page = _page(raw)
    text = (page.text or "").replace("\r\n", "\n").strip("\ufeff\n ") if page else ""
    if page is None or not text:
        raise UnfitError("no article is found in this page", "save its text as .txt or .md")
    known = {
        "title": page.title,
        "outlet": page.sitename,
        "author": page.author,
        "published": page.date,
        "url": page.url,
    }
    return FrontMatter({name: (value,) for name, value in known.items() if value}), text


def _page(raw: bytes) -> Document | None:
    try:
        from trafilatura import bare_extraction
    except ImportError as why:
        raise UnfitError(
            "web pages are read by trafilatura, which is not installed",
            "pip install 'claimtrack[html]'",
        ) from why
    found = bare_extraction(
        raw, include_comments=False, with_metadata=True, date_extraction_params=dict(_DATES)
    )
    return None if isinstance(found, dict) else found
