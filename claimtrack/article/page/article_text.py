"""The text of a page's article: what trafilatura extracts, and the lead that it misses."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING

from claimtrack.article import signs
from claimtrack.article.page.layout import Layout
from claimtrack.article.page.tree import Line, is_box, kind, names, words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LEAD = 40
"""Characters that a lead has at the least."""
_BOX = 0.3
"""The share of a page's text that a box beside it has at the most."""
_MARKS = (("„", "“"), ("‚", "‘"))


def prepared(tree: HtmlElement) -> HtmlElement:
    """A copy of a page's tree that trafilatura reads as a reader does.

    Browsers set quotation marks around ``<q>``. A paragraph that reads as one is part of the text
    whatever its class says ("teaser"), unless it stands in a box or link of its own. Boxes that are
    called so (a gallery, a newsletter, "related") are left out.
    """
    copied = deepcopy(tree)
    _drop_boxes(copied)
    for element in list(copied.iter("q")):
        _quote(element)
    for element in copied.iter("p"):
        if _is_text(element):
            for name in ("class", "id"):
                element.attrib.pop(name, None)
    return copied


def _drop_boxes(tree: HtmlElement) -> None:
    """Drop the boxes beside the text, unless one is so large that it holds the text itself."""
    most = len(words(tree)) * _BOX
    for element in list(tree.iter("div", "section", "aside", "ul", "p", "span")):
        if is_box(element) and element.getparent() is not None and len(words(element)) <= most:
            element.drop_tree()


def _quote(element: HtmlElement) -> None:
    """Quotation marks around the words of a ``<q>``, the inner ones inside another."""
    depth = sum(
        kind(above) == "q" or above.get("data-q") is not None for above in element.iterancestors()
    )
    opening, closing = _MARKS[depth % 2]
    element.text = opening + (element.text or "")
    if len(element):
        element[-1].tail = (element[-1].tail or "") + closing
    else:
        element.text += closing
    element.tag = "span"
    element.set("data-q", "")


def _is_text(element: HtmlElement) -> bool:
    shown = words(element)
    if len(shown) < _LEAD or not signs.prose(shown) or signs.debris(shown) or signs.caption(shown):
        return False
    return not any(
        kind(above) in ("a", "aside", "nav", "footer", "figure", "li")
        or "teaser" in names(above).lower()
        or (kind(above) == "article" and _inside_article(above))
        for above in element.iterancestors()
    )


def _inside_article(element: HtmlElement) -> bool:
    return any(kind(above) == "article" for above in element.iterancestors())


def with_lead(layout: Layout) -> str:
    """The text of the article, below what stands between headline and text and was left behind.

    A lead is prose of some length around the headline that is in no box ("teaser", "intro",
    ``header > p``, a list of points), or what the page calls its description; each a line.
    """
    flat = signs.plain(layout.text)
    missing = [line.text for line in _leads(layout) if signs.plain(line.text) not in flat]
    if not missing:
        return layout.text
    first, _, rest = layout.text.partition("\n")
    headline = layout.lines[layout.heading].text if layout.heading is not None else ""
    if signs.plain(first) == signs.plain(headline):
        return "\n".join([first, *dict.fromkeys(missing), rest])
    return "\n".join([*dict.fromkeys(missing), layout.text])


def _leads(layout: Layout) -> Iterator[Line]:
    """The lines of a page that can be the lead, in order."""
    described = signs.plain(layout.facts.one("og:description", "description") or "")
    heading = layout.lines[layout.heading] if layout.heading is not None else None
    behind = heading is None
    for line in layout.above:
        if line is heading:
            behind = True
        elif (
            len(line.text) >= _LEAD
            and _reads_as_lead(line, described)
            and (behind or signs.plain(line.text) == described)
        ):
            yield line


def _reads_as_lead(line: Line, described: str) -> bool:
    if signs.byline(line.text) or signs.caption(line.text) or signs.debris(line.text):
        return False
    if described and signs.plain(line.text).startswith(described.removesuffix(" ")[:200]):
        return True
    return signs.prose(line.text) or kind(line.element) in ("h2", "h3", "p")
