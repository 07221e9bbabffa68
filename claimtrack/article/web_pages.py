"""Articles from web pages: their text without navigation and adverts, and the page's metadata.

Finding the text of a page is a science of its own; trafilatura does it, the extra
``html``. Offsets then count characters of the text that was taken from the page, one
paragraph a line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.article import agencies, attribution, signs
from claimtrack.article.addresses import cleaned
from claimtrack.article.frontmatter import FrontMatter
from claimtrack.article.intake import UnfitError
from claimtrack.article.page import day, imprint
from claimtrack.article.page.article_text import prepared, with_lead
from claimtrack.article.page.facts import facts, texts
from claimtrack.article.page.layout import Layout
from claimtrack.article.page.tree import decoded, lines, names, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement
    from trafilatura.settings import Document

SUFFIXES = (".html", ".htm")
_HEAD = 500
"""Bytes in which a page says that it is one."""
_BYLINE = 150
"""Characters of a line that names authors and tells nothing else."""


def is_page(raw: bytes) -> bool:
    """True if bytes without a file name are a web page."""
    head = raw[:_HEAD].lstrip().lower()
    return head.startswith((b"<!doctype html", b"<html", b"<?xml")) and b"<html" in head


def parse(raw: bytes) -> tuple[FrontMatter, str]:
    """What a page says of its article (title, outlet, author, day, address), and the text.

    Raises UnfitError when no text is found, or without trafilatura.
    """
    tree = _tree(decoded(raw))
    page = _extracted(tree) if tree is not None else None
    text = (page.text or "").replace("\r\n", "\n").strip("\ufeff\n ") if page else ""
    if tree is None or page is None or not text:
        raise UnfitError("no article found in this page", "save its text as .txt or .md")
    layout = Layout(tree, lines(tree), facts(tree), text)
    return FrontMatter(_fields(layout, page)), with_lead(layout)


def _tree(source: str) -> HtmlElement | None:
    try:
        from trafilatura import load_html
    except ImportError as why:
        raise UnfitError(
            "reading web pages needs trafilatura, which is not installed",
            "in the folder of claimtrack: pip install '.[html]'",
        ) from why
    return load_html(source)


def _extracted(tree: HtmlElement) -> Document | None:
    """What trafilatura takes from a page; the day that it guesses is not used."""
    from trafilatura import bare_extraction

    document = bare_extraction(
        prepared(tree),
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    return None if isinstance(document, dict) else document


def _fields(layout: Layout, page: Document) -> dict[str, tuple[str, ...]]:
    url = cleaned(page.url) if page.url else None
    title, site = _title_and_outlet(layout, page, url)
    when = day.stated(layout)
    sources = [*_author_sources(layout, page)]
    named = (", ".join(imprint.authors(each, [site])) for each in sources)
    known = {
        "title": title,
        "outlet": site,
        "author": next(filter(None, named), None),
        "published": when.published,
        "changed": None if when.published else when.changed,
        "url": url,
    }
    signed = tuple(dict.fromkeys(_agencies(layout, sources)))
    fields: dict[str, tuple[str, ...]] = {name: (it,) for name, it in known.items() if it}
    return {**fields, "agencies": signed} if signed else fields


def _title_and_outlet(
    layout: Layout, page: Document, url: str | None
) -> tuple[str | None, str | None]:
    """The headline without the outlet's name, and the outlet by one name."""
    headline = layout.lines[layout.heading].text if layout.heading is not None else None
    window = words(element) if (element := layout.tree.find(".//title")) is not None else ""
    sites = [
        layout.facts.one("og:site_name"),
        *texts(layout.facts.node.get("publisher")),
        layout.facts.item("publisher"),
        layout.facts.one("application-name", "publisher", "dc.publisher", "twitter:site"),
    ]
    titles = [*texts(layout.facts.node.get("headline")), layout.facts.one("og:title"), headline]
    title = next(filter(None, (*titles, window, page.title)), None)
    if title and headline and headline.startswith(title.rstrip(" .…")):
        title = headline
    shown, last = imprint.split(title or "", sites)
    _, named = imprint.split(window, sites)
    return shown or None, imprint.outlet(
        [*sites, last, named, imprint.behind(window, headline)], url
    )


def _author_sources(layout: Layout, page: Document) -> Iterator[list[str]]:
    """What a page calls its authors, from the most to the least reliable place."""
    authors = layout.facts.node.get("author")
    listed = authors if isinstance(authors, list) else [authors]
    yield [name for each in listed if not _is_firm(each) for name in texts(each)]
    yield [*layout.facts.meta.get("author", ()), *layout.facts.items.get("author", ())]
    yield [line.text for line in layout.article if _names_author(line.element, line.text)]
    yield [page.author] if page.author else []


def _is_firm(author: object) -> bool:
    return isinstance(author, dict) and "Organization" in str(author.get("@type"))


def _names_author(element: HtmlElement, text: str) -> bool:
    return len(text) <= _BYLINE and (
        any(signs.byline(part.strip()) for part in re.split(r"[|•·]", text))
        or (bool(imprint.OPENS.match(text)) and not signs.prose(text))
        or bool(re.search(r"author|autor|byline", names(element), re.IGNORECASE))
        or element.find(".//*[@rel='author']") is not None
    )


def _agencies(layout: Layout, authors: list[list[str]]) -> Iterator[str]:
    """The agencies that are named as authors, and those that sign the page's lines."""
    organisations = list(texts(layout.facts.node.get("author")))
    for value in (*organisations, *(value for each in authors for value in each)):
        yield from agencies.signed(f"({value})")
    for line in layout.article:
        yield from agencies.signed(line.text)
    yield from attribution.signing(layout.text)
