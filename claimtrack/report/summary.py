"""The head of the page: what it is made of, how much of it a person has looked at, the way in."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.render.html import element
from claimtrack.render.svg import Element
from claimtrack.report.contents import Contents
from claimtrack.report.language import Language


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
        told = language(
            "fact.filters.text", typed=typed, n=language.number(contents.chosen),
            all=language.number(contents.held), others=language.number(others),
        )  # fmt: skip
        facts.append(("filters", told))
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
