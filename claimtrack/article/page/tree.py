"""A page as browsers read it: its bytes as text, its tree as lines and where each stands."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEAD = 2048
"""Bytes in which a page names its encoding."""
_LABEL = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]+)""", re.IGNORECASE)
_LATIN = {"iso8859-1", "ascii", "latin_1", "cp1252"}
_WINDOWS = "cp1252"
_OF_PAGES = re.compile(r"iso8859|cp\d|koi8|mac|utf-8|gb|big5|euc|shift|ascii")
"""Encodings that pages are written in; Python knows some that no browser does."""
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def decoded(raw: bytes) -> str:
    """The text of a page.

    A byte-order mark is believed first, then that bytes which are UTF-8 are UTF-8, then what the
    page says of itself. What calls itself ISO-8859-1 is Windows-1252, as in every browser: „…“ and
    € are not in the former. Without a label, or with UTF-8 as one that is wrong, it is
    Windows-1252, too. Bytes that mean nothing become U+FFFD; nothing is raised.
    """
    text = _marked(raw) or _utf8(raw)
    if text is None:
        text = raw.decode(_encoding(raw), errors="replace")
    return _DECLARATION.sub("", text.replace("\0", ""))


def _marked(raw: bytes) -> str | None:
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if raw.startswith(mark):
            return raw.decode(encoding, errors="replace")
    return None


def _utf8(raw: bytes) -> str | None:
    """The text if it is UTF-8 throughout, but for a last character that was cut off."""
    try:
        text = codecs.getincrementaldecoder("utf-8")().decode(raw)
    except UnicodeDecodeError:
        return None
    whole = len(text.encode()) == len(raw)
    return text if whole or not text.isascii() else None


def _encoding(raw: bytes) -> str:
    """The encoding that a page names, if there is such a one."""
    label = _LABEL.search(raw[:_HEAD])
    try:
        name = codecs.lookup(label[1].decode("ascii", "replace")).name if label else _WINDOWS
    except LookupError:
        return _WINDOWS
    if not _OF_PAGES.match(name):
        return _WINDOWS
    if name == "utf-8" and not _mostly_utf8(raw):
        return _WINDOWS
    return _WINDOWS if name in _LATIN else name


def _mostly_utf8(raw: bytes) -> bool:
    """True if more characters beyond ASCII are whole in UTF-8 than broken."""
    text = raw.decode(errors="replace")
    broken = text.count("\ufffd")
    return sum(not char.isascii() for char in text) - broken > broken


BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "td", "th", "tr",
    "ul",
))  # fmt: skip
"""Elements that stand on lines of their own."""
_UNSEEN = frozenset((
    "script", "style", "noscript", "template", "head", "svg", "select", "option", "iframe",
    "object",
))  # fmt: skip
_BESIDE = frozenset((
    "nav", "aside", "footer", "form", "dialog", "figure", "figcaption", "button", "menu", "label",
))  # fmt: skip
_BESIDE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:caption|credit|copyright|breadcrumbs?|share|sharing|social|newsletter|related|"
    r"recommend\w*|comments?|cookie|consent|promo\w*|advert\w*|anzeige|ads?|outbrain|taboola|author-?"
    r"(?:box|bio|info|card)|infobox|footer|sidebar|navigation|nav|menu|teaser-?(?:list|box|group)|"
    r"gallery|most-?read|player|poll|tag-?list|tags)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BREAK = "\u2028"
"""What stands for a ``<br>`` until lines are parted."""
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


class Line(NamedTuple):
    """A stretch of a page's text between two breaks: its words and the element that holds it.

    ``beside``: it belongs to navigation, a picture, a box, a link to another article.
    """

    text: str
    element: HtmlElement
    beside: bool


def lines(tree: HtmlElement) -> tuple[Line, ...]:
    """What a page shows, line by line in reading order; what it hides is left out."""
    return tuple(_lines(tree, False, 0))


def names(element: HtmlElement) -> str:
    """The class and id of an element, and its other telling names, parted by blanks."""
    values = (
        element.get(name) for name in ("class", "id", "itemprop", "data-testid", "data-manual")
    )
    return " ".join(filter(None, values))


def words(element: HtmlElement) -> str:
    """The text of an element, each run of blanks as one."""
    return " ".join("".join(_texts(element)).split())


def kind(element: HtmlElement) -> str:
    """The name of an element in lower case; empty for comments and the like."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


_DEEPEST = 400
"""Elements inside one another beyond which a page is not followed."""


def _lines(element: HtmlElement, beside: bool, depth: int) -> Iterator[Line]:
    if depth > _DEEPEST or _unseen(element):
        return
    beside = beside or stands_beside(element)
    run: list[str] = [element.text or ""]
    for child in element:
        if _breaks(child):
            yield from _line(run, element, beside)
            run = []
            yield from _lines(child, beside, depth + 1)
        elif not _unseen(child):
            run.append("".join(_texts(child)))
        run.append(child.tail or "")
    yield from _line(run, element, beside)


def _line(run: list[str], element: HtmlElement, beside: bool) -> Iterator[Line]:
    whole = "".join(run)
    for part in [whole] if kind(element) in _HEADINGS else whole.split(_BREAK):
        if text := " ".join(part.split()):
            yield Line(text, element, beside)


def _breaks(element: HtmlElement) -> bool:
    """True if an element stands on lines of its own, or holds one that does."""
    return kind(element) in BLOCKS or _breaks_inside(element)


def _texts(element: HtmlElement) -> Iterator[str]:
    if _unseen(element):
        return
    yield _BREAK if kind(element) == "br" else element.text or ""
    for child in element:
        yield from _texts(child)
        yield child.tail or ""


def _unseen(element: HtmlElement) -> bool:
    return (
        not kind(element)
        or kind(element) in _UNSEEN
        or element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or bool(_HIDDEN.search(element.get("style") or ""))
    )


def is_box(element: HtmlElement) -> bool:
    """True if an element is called what boxes beside a text are called, and holds no headline."""
    return bool(_BESIDE_NAMES.search(names(element))) and element.find(".//h1") is None


def stands_beside(element: HtmlElement) -> bool:
    """True if an element is a box beside the text.

    An article inside another one is a teaser, and so is what stands on lines of its own in a link.
    """
    if kind(element) in ("body", "html", "main", "h1"):
        return False
    return (
        kind(element) in _BESIDE
        or (kind(element) == "a" and _breaks_inside(element))
        or (
            kind(element) == "article"
            and any(kind(a) == "article" for a in element.iterancestors())
        )
        or is_box(element)
    )


def _breaks_inside(element: HtmlElement) -> bool:
    return any(kind(child) in BLOCKS for child in element.iterdescendants())
