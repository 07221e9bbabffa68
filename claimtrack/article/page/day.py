"""The day of publication, where a page states it; and the day of its last change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.article import signs, written_days
from claimtrack.article.page.facts import Facts
from claimtrack.article.page.label_words import label
from claimtrack.article.page.layout import Layout
from claimtrack.article.page.tree import kind, names, words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PUBLISHED = (
    "article:published_time", "article:published", "og:article:published_time",
    "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dc.date.created",
    "dcterms.date", "dcterms.created", "dcterms.issued", "dc.issued", "dc.created", "pubdate",
    "publish-date", "publish_date", "publishdate", "publication_date", "publication-date",
    "article.published", "parsely-pub-date", "sailthru.date", "citation_publication_date",
    "cxenseparse:publishtime", "cxenseparse:recs:publishtime", "bt:pubdate", "date.issued",
)  # fmt: skip
_CHANGED = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "article:modified",
    "last-modified", "last_modified", "lastmod", "datemodified", "dcterms.modified", "revised",
)  # fmt: skip
_LABEL_LINE = 160
_DAY_LINE = 80


class Stated(NamedTuple):
    """The day of publication and that of the last change, in EDTF; None where none is stated."""

    published: str | None
    changed: str | None


def stated(layout: Layout) -> Stated:
    """When an article appeared, by what says so, and when it was last changed.

    In this order: JSON-LD of the article, meta elements, microdata, a ``<time>`` of the article
    that is no time of a change, "Veröffentlicht: …", a day alone by the headline.
    """
    published = (
        *_machine(layout.facts, "datePublished", _PUBLISHED),
        *_times(layout),
        *_labelled(layout),
        *_alone(layout),
    )
    changed = (*_machine(layout.facts, "dateModified", _CHANGED), *_changes(layout))
    return Stated(next(iter(published), None), next(iter(changed), None))


def _machine(facts: Facts, name: str, meta: tuple[str, ...]) -> Iterator[str]:
    """What a page says to machines, as far as these are days."""
    values = (facts.node.get(name), facts.one(*meta), facts.item(name))
    yield from filter(
        None, (written_days.stamped(value) for value in values if isinstance(value, str))
    )


def _times(layout: Layout) -> Iterator[str]:
    """The days of ``<time>`` and ``<abbr>`` in the article's head, those called so first."""
    shown = {id(line.element) for line in layout.head}
    unnamed = []
    for element in layout.tree.iter("time", "abbr"):
        holder = next((up for up in _upwards(element) if id(up) in shown), None)
        stamp = element.get("datetime") or element.get("title") or ""
        value = written_days.stamped(stamp) or written_days.first(words(element))
        if holder is None or value is None:
            continue
        named = f"{_before(element)} {words(element)} {names(element)}"
        if label("published").search(named) or re.search(r"publish|create", named):
            yield value
        elif not label("changed").search(named) and not re.search(r"updat|modif", named):
            unnamed.append(value)
    yield from unnamed


def _upwards(element: HtmlElement) -> Iterator[HtmlElement]:
    """An element and those around it, up to the one whose lines it stands in."""
    yield element
    for above in element.iterancestors():
        yield above
        if kind(above) in ("article", "main", "body", "section", "aside", "nav", "footer", "a"):
            return


def _before(element: HtmlElement) -> str:
    """The words right before an element, up to another ``<time>``."""
    parent, before = element.getparent(), element.getprevious()
    if before is None:
        return (parent.text or "") if parent is not None else ""
    return (before.tail or "") if kind(before) == "time" else words(before) + (before.tail or "")


def _labelled(layout: Layout) -> Iterator[str]:
    """The days behind "Veröffentlicht:" and the like."""
    for line in layout.article:
        if len(line.text) <= _LABEL_LINE and not _is_sentence(line.text):
            yield from _behind("published", line.text)


def _alone(layout: Layout) -> Iterator[str]:
    """A day that stands by the headline, alone or with author and place; not one of a change."""
    for line in layout.head:
        changes = set(_behind("changed", line.text))
        dated = [
            day.edtf for day in written_days.days(line.text) if day.edtf and day.edtf not in changes
        ]
        if len(dated) == 1 and len(line.text) <= _DAY_LINE and not _is_sentence(line.text):
            yield dated[0]


def _is_sentence(text: str) -> bool:
    return signs.prose(text) and not signs.debris(text) and written_days.only(text) is None


def _changes(layout: Layout) -> Iterator[str]:
    """The days behind "Stand:" and the like, anywhere on the page."""
    for line in layout.lines:
        if len(line.text) <= _LABEL_LINE:
            yield from _behind("changed", line.text)


def _behind(name: str, text: str) -> Iterator[str]:
    """The days right behind a label of a class."""
    for match in label(name).finditer(text):
        day = next((day for day in written_days.days(text[match.end() :]) if day.edtf), None)
        if day and day.start == 0 and day.edtf:
            yield day.edtf
