"""The metadata of a page's article: JSON-LD, meta elements, microdata."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claimtrack.article.page.tree import stands_beside, words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Node = dict[str, Any]
_ARTICLE = re.compile(r"Article$|BlogPosting$|LiveBlogPosting$|^Report$|^NewsItem$")
_DEEPEST = 20
_PROPERTIES = frozenset({"author", "publisher", "datePublished", "dateModified"})


@dataclass(frozen=True, slots=True)
class Facts:
    """The JSON-LD node of the article (empty without one), and the meta elements by name."""

    node: Node
    meta: dict[str, tuple[str, ...]]
    items: dict[str, tuple[str, ...]]

    def one(self, *names: str) -> str | None:
        """The first value of the first meta element of these names that has one."""
        return next((value for name in names for value in self.meta.get(name, ())), None)

    def item(self, name: str) -> str | None:
        """The first value of an ``itemprop`` of the page."""
        return next(iter(self.items.get(name, ())), None)


def facts(tree: HtmlElement) -> Facts:
    """What a page says to machines; what is broken in it is left out."""
    nodes = tuple(node for source in _sources(tree) for node in _nodes(source))
    articles = tuple(node for node in nodes if _is_article(node))
    best = max(
        articles, key=lambda node: ("datePublished" in node) + ("headline" in node), default={}
    )
    return Facts(_resolved(best, nodes), _meta(tree), _items(tree))


def texts(value: object) -> Iterator[str]:
    """The words of a JSON-LD value: of a string, the name of an object, each of a list."""
    if isinstance(value, str) and value.strip():
        yield " ".join(html.unescape(value).split())
    elif isinstance(value, dict):
        yield from texts(value.get("name"))
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)


def _sources(tree: HtmlElement) -> Iterator[object]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            text = re.sub(r"^\s*(?:<!--|//<!\[CDATA\[)|(?:-->|//\]\]>)\s*$", "", script.text or "")
            try:
                yield json.loads(text.strip().rstrip(";"), strict=False)
            except (ValueError, RecursionError):
                continue


def _nodes(value: object, depth: int = 0) -> Iterator[Node]:
    """All objects of a JSON-LD value, also those inside others."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for name in ("@graph", "mainEntity", "mainEntityOfPage", "author", "publisher"):
            yield from _nodes(value.get(name), depth + 1)


def _is_article(node: Node) -> bool:
    kinds = node.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and _ARTICLE.search(kind) for kind in listed)


def _resolved(node: Node, nodes: tuple[Node, ...]) -> Node:
    """A node whose author and publisher are what their ``@id`` points to."""
    known = {str(each["@id"]): each for each in nodes if "@id" in each and len(each) > 1}
    return {**node, **{name: _resolve(node.get(name), known) for name in ("author", "publisher")}}


def _resolve(value: object, known: dict[str, Node]) -> object:
    if isinstance(value, list):
        return [_resolve(item, known) for item in value]
    if isinstance(value, dict) and set(value) <= {"@id", "@type"}:
        return known.get(str(value.get("@id")), value)
    return value


def _meta(tree: HtmlElement) -> dict[str, tuple[str, ...]]:
    texts_of: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or ""
        value = " ".join((element.get("content") or "").split())
        if name and value:
            texts_of.setdefault(name.lower(), []).append(value)
    return {name: tuple(values) for name, values in texts_of.items()}


def _items(tree: HtmlElement) -> dict[str, tuple[str, ...]]:
    """The microdata of a page; of an author or publisher the name."""
    texts_of: dict[str, list[str]] = {}
    for element in tree.iter():
        name = element.get("itemprop") if isinstance(element.tag, str) else None
        if name not in _PROPERTIES or any(map(stands_beside, element.iterancestors())):
            continue
        inner = element.find('.//*[@itemprop="name"]')
        shown = element if inner is None else inner
        value = shown.get("content") or shown.get("datetime") or words(shown)
        if value:
            texts_of.setdefault(name, []).append(value)
    return {name: tuple(values) for name, values in texts_of.items()}
