"""Timelines: a matter's figures as a picture, and its claims in the order of saying."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from claimtrack.analysis.timeline import Row, rows
from claimtrack.render.chart import Lettering, chart
from claimtrack.render.html import element
from claimtrack.render.svg import Element
from claimtrack.report import byline
from claimtrack.report.language import Language
from claimtrack.report.page_contents import Anchors, Contents, Timeline

MOST = 15
"""So many claims of a matter are listed; the table has all."""


def timelines(contents: Contents, language: Language) -> Iterator[Element]:
    """The matters in their order; how many more there are."""
    if not contents.timelines:
        yield element("p", language("timelines.none"), class_="empty")
    for timeline in contents.timelines:
        yield _timeline(timeline, contents.anchors, language)
    if contents.undrawn:
        yield element("p", language.counted("timelines.more", contents.undrawn), class_="faint")


def _timeline(timeline: Timeline, anchors: Anchors, language: Language) -> Element:
    in_order = rows(timeline.claims)
    lines = [_line(row, anchors, language) for row in in_order[:MOST]]
    more = len(in_order) - len(lines)
    return element(
        "section",
        element("h3", timeline.title, lang=byline.lang_of(byline.GERMAN, language)),
        _plot(timeline, language),
        element("ol", *lines, class_="days"),
        element("p", language.counted("timelines.rest", more), class_="faint") if more else "",
        class_="timeline",
    )


def _plot(timeline: Timeline, language: Language) -> str:
    """The picture in a frame that scrolls by itself where it is broader than the screen."""
    if timeline.series is None or not timeline.series.points:
        return ""
    label = language("plot", title=timeline.title)
    lettering = Lettering(
        "", partial(language.word, "state"), partial(language.word, "stance"), language.number
    )
    return element(
        "figure",
        chart(timeline.series, lettering),
        element("figcaption", language("plot.legend")),
        class_="plot",
        tabindex="0",
        role="group",
        aria_label=label,
    )


def _line(row: Row, anchors: Anchors, language: Language) -> Element:
    claim = row.claim
    return element(
        "li",
        element("span", byline.day(claim, language), class_="day"),
        element(
            "span",
            element("b", byline.chain(claim, language)), " ", byline.stance(claim, language), " ",
            byline.to_words(claim, anchors, byline.quotation(claim, language)),
        ),
    )  # fmt: skip
