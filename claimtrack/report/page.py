"""The page as a whole: one file that asks for nothing, in order of reading."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from claimtrack.render.html import closing, element, embedded, opening, policy
from claimtrack.render.svg import Element
from claimtrack.report.articles import articles
from claimtrack.report.claim_table import claim_table
from claimtrack.report.contents import Contents
from claimtrack.report.glossary import glossary
from claimtrack.report.language import Language
from claimtrack.report.questions import overview, questions
from claimtrack.report.summary import navigation, summary, title
from claimtrack.report.timelines import timelines
from claimtrack.report.uncovered import uncovered

_FOLDER = Path(__file__).parent
_ICON = "data:,"
"""None: a browser that looks for one beside the page would ask for it."""


def page(contents: Contents, language: Language) -> Iterator[str]:
    """The page bit by bit. The same contents give the same text."""
    style, script = (
        (_FOLDER / name).read_text(encoding="utf-8") for name in ("page.css", "filters.js")
    )
    yield "<!doctype html>\n"
    yield opening("html", lang=language.code)
    yield "\n"
    yield _head(title(contents, language), style, script)
    yield "\n"
    yield opening("body")
    yield element("a", language("skip"), href="#overview", class_="skip")
    yield element("header", *summary(contents, language))
    sections = _sections(contents, language)
    yield navigation(tuple(sections), language)
    yield opening("main")
    for name, parts in sections.items():
        yield "\n"
        yield opening("section", id=name, aria_labelledby=f"{name}-title")
        yield element("h2", language(f"section.{name}"), id=f"{name}-title")
        for part in parts():
            yield "\n"
            yield part
        yield closing("section")
    yield closing("main")
    yield element("footer", element("p", language("footer")))
    yield closing("body")
    yield closing("html")
    yield "\n"


def _head(name: str, style: str, script: str) -> Element:
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy(style, script)),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="color-scheme", content="light dark"),
        element("link", rel="icon", href=_ICON),
        element("title", name),
        embedded("style", style),
        embedded("script", script),
    )


def _sections(contents: Contents, language: Language) -> dict[str, Callable[[], Iterator[Element]]]:
    """The parts of the page by their ids."""
    return {
        "overview": partial(overview, contents, language),
        "questions": partial(questions, contents, language),
        "timelines": partial(timelines, contents, language),
        "claims": partial(claim_table, contents, language),
        "articles": partial(articles, contents, language),
        "coverage": partial(uncovered, contents, language),
        "words": partial(glossary, language),
    }
