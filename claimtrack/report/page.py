"""The page as a whole: one file that asks for nothing, in order of reading."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from claimtrack.conflicts.verdicts import RULINGS
from claimtrack.model import CONFIDENCE, KINDS, STANCES, STATUSES
from claimtrack.render.html import closing, element, embedded, opening, policy
from claimtrack.render.svg import Element
from claimtrack.report.articles import articles
from claimtrack.report.claim_table import claim_table
from claimtrack.report.language import Language
from claimtrack.report.page_contents import Contents
from claimtrack.report.questions import overview, questions
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
    return {
        "overview": partial(overview, contents, language),
        "questions": partial(questions, contents, language),
        "timelines": partial(timelines, contents, language),
        "claims": partial(claim_table, contents, language),
        "articles": partial(articles, contents, language),
        "coverage": partial(uncovered, contents, language),
        "words": partial(glossary, language),
    }


def title(contents: Contents, language: Language) -> str:
    """What the page is called in a window and in bookmarks."""
    return f"{language('title')} · {contents.ledger}"


def summary(contents: Contents, language: Language) -> Iterator[Element]:
    """The heading, a sentence, and what is known of the ledger in figures."""
    yield element("p", language("kicker", ledger=contents.ledger), class_="kicker")
    yield element("h1", language("title"))
    yield element("p", *_lead(contents, language), class_="lead")
    yield element("dl", *_facts(contents, language), class_="facts")


def _lead(contents: Contents, language: Language) -> Iterator[str]:
    count = len(contents.questions[0]) + contents.more
    articles = sum(source is not None for source, _ in contents.articles)
    actors = len({name for claim in contents.claims for name in claim.actors})
    yield language.counted("lead.questions", count) if count else language("lead.none")
    yield " "
    yield language(
        "lead.from",
        claims=language.counted("claims", len(contents.claims)),
        actors=language.counted("actors", actors),
        articles=language.counted("articles", articles),
    )


def _facts(contents: Contents, language: Language) -> Iterator[Element]:
    reviewed = sum(claim.status != "new" for claim in contents.claims)
    days = [source.published for source in contents.sources if source.published]
    read = language(
        "fact.read.text", n=language.number(reviewed), all=language.number(len(contents.claims))
    )
    facts = [("read", read)]
    if days:
        facts.append(("newest", language.day(max(days))))
    if contents.filters or contents.chosen < contents.held:
        typed = ", ".join(f"{name} {value}" for name, value in contents.filters)
        others = len(contents.claims) - contents.chosen
        choice = language(
            "fact.filters.text", typed=typed, n=language.number(contents.chosen),
            all=language.number(contents.held), others=language.number(others),
        )  # fmt: skip
        facts.append(("filters", choice))
    if contents.unshown:
        hidden = [
            f"{language.number(count)} × {language.word('verdict', verdict)}"
            for verdict, count in contents.unshown.items()
        ]
        facts.append(("unshown", ", ".join(hidden)))
    for name, text in facts:
        yield element("div", element("dt", language(f"fact.{name}")), element("dd", text))


def navigation(sections: tuple[str, ...], language: Language) -> Element:
    """Links to the parts of the page."""
    links = (
        element("li", element("a", language(f"nav.{name}"), href=f"#{name}")) for name in sections
    )
    return element("nav", element("ol", *links), aria_label=language("contents"))


_GROUPS: tuple[tuple[str, Sequence[str]], ...] = (
    ("verdict", RULINGS),
    ("kind", ("figure", "stance", "reversal", "retelling")),
    ("stance", STANCES),
    ("confidence", tuple(CONFIDENCE)),
    ("report", KINDS),
    ("status", STATUSES),
    ("reliability", tuple("ABCDEF")),
    ("credibility", tuple("123456")),
    ("sign", ("until", "report", "chain", "bar", "origins")),
)


def glossary(language: Language) -> Iterator[Element]:
    """Three things that are not the same; then each group of words with what they mean."""
    yield element("p", language("glossary.text"))
    yield element(
        "div", *(_group(name, words, language) for name, words in _GROUPS), class_="words"
    )


def _group(name: str, words: Sequence[str], language: Language) -> Element:
    terms: list[Element] = []
    for word in words:
        terms.append(element("dt", language.word(name, word)))
        terms.append(element("dd", language(f"about.{name}.{word}")))
    heading = element("h3", language(f"glossary.{name}"))
    return element("section", heading, element("dl", *terms))
