"""Coverage: which figures, quotations and speech acts of the articles no claim accounts for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claimtrack.coverage.claim_worthy import KINDS
from claimtrack.model import Source
from claimtrack.render.html import element
from claimtrack.render.svg import Element
from claimtrack.render.text_columns import shorten
from claimtrack.report import byline
from claimtrack.report.language import Language
from claimtrack.report.page_contents import Contents, Uncovered

_WORDS = 160
"""Characters of a gap's words that are shown."""


def uncovered(contents: Contents, language: Language) -> Iterator[Element]:
    """A table of counts, an article a row; below it the open gaps with their words."""
    yield element("p", language("coverage.text"))
    sources = {source.id: source for source in contents.sources}
    if contents.uncovered:
        yield _table(contents, sources, language)
        yield from (
            _gaps(account, sources[account.article], language)
            for account in contents.uncovered
            if account.gaps
        )
    for ident, why in contents.unread.items():
        title = byline.title(sources.get(ident), language)
        yield element("p", language("coverage.unread", title=title, why=why), class_="faint")


def _table(contents: Contents, sources: Mapping[str, Source], language: Language) -> Element:
    shown = [source.id for source, _ in contents.articles if source]
    anchors = {ident: contents.anchors.article(ident) for ident in shown}
    kinds = [element("th", language(f"gap.{k}"), scope="col") for k in KINDS]
    rows = (
        _row(account, sources[account.article], anchors, language) for account in contents.uncovered
    )
    return element(
        "table",
        element("caption", language("coverage.caption")),
        element(
            "thead", element("tr", element("th", language("column.article"), scope="col"), *kinds)
        ),
        element("tbody", *rows),
        class_="coverage",
    )


def _row(
    account: Uncovered, source: Source, anchors: Mapping[str, str], language: Language
) -> Element:
    open_ = dict.fromkeys(KINDS, 0)
    for gap, _ in account.gaps:
        open_[gap.stretch.kind] += 1
    cells = [
        element(
            "td",
            language("coverage.of", open=open_[kind], all=account.counts[kind]),
            class_="open" if open_[kind] else None,
        )
        for kind in KINDS
    ]
    title = byline.title(source, language)
    anchor = anchors.get(source.id)
    link = element("a", title, href=f"#{anchor}") if anchor else title
    return element("tr", element("th", link, scope="row"), *cells)


def _gaps(account: Uncovered, source: Source, language: Language) -> Element:
    """The open gaps of an article by what makes them gaps, in the order of the text."""
    german = byline.lang_of(byline.GERMAN, language)
    by_reason: dict[str, list[str]] = {}
    for gap, words in account.gaps:
        by_reason.setdefault(gap.stretch.why, []).append(shorten(words, _WORDS))
    lines = (
        line
        for why, gaps in by_reason.items()
        for line in (
            byline.reason("dt", why, language, byline.GERMAN),
            *(element("dd", words) for words in gaps),
        )
    )
    count = language.counted("gaps", len(account.gaps))
    title = element("span", byline.title(source, language), lang=german)
    summary = element("summary", title, f": {count}")
    return element("details", summary, element("dl", *lines, lang=german), class_="gaps")
