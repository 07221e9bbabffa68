"""The claims as a table, a row each, and the form that filters its rows where a script runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimtrack.model import CONFIDENCE, KINDS, STANCES, STATUSES, Claim, Source
from claimtrack.render.html import closing, element, joined, opening
from claimtrack.render.svg import Element
from claimtrack.render.text_columns import shorten
from claimtrack.report import byline
from claimtrack.report.language import Language
from claimtrack.report.page_contents import Contents

DISPUTED = "disputed"
"""The word that rows of claims in an open question have among those they are chosen by."""


AT_ONCE = 200
"""So many rows the script shows at first, and with each wish for more; they are a body of their
own, so that a browser need not lay out all of a long table before the script hides the rest."""
USUAL = ("asserts", "stated", "new", "indirect")
"""The words of closed lists that most claims have; a row that has them names none."""


def claim_table(contents: Contents, language: Language) -> Iterator[Element]:
    """The form, and all claims in the order of saying; streamed row by row."""
    yield _form(contents, language)
    yield opening("table", class_="claims", id="claim-table")
    caption = language.counted("claims", len(contents.claims))
    yield element("caption", f"{caption}, {language('claims.order')}")
    heads = (element("th", language(f"column.{name}"), scope="col") for name in _COLUMNS)
    yield element("thead", element("tr", *heads))
    yield opening("tbody")
    view = _View(contents, language)
    for at, row in enumerate(contents.rows):
        if at == AT_ONCE:
            yield closing("tbody")
            yield opening("tbody", class_="rest")
        yield view.row(row.claim)
    yield closing("tbody")
    yield closing("table")
    yield element(
        "p",
        element("button", language("filter.more"), type="button", id="more"),
        hidden=True,
        id="more-line",
    )
    printed = language("filter.printed")
    yield element("p", id="printed", class_="printed", hidden=True, data_text=printed)


_TITLE = 32
"""Characters of an article's title in a row; whole it stands where the link leads."""
_COLUMNS = ("said", "actor", "words")


def _form(contents: Contents, language: Language) -> Element:
    """Hidden until the script shows it: without one all rows are there."""
    claims = contents.claims
    choices = [
        _choice("stance", STANCES, [claim.stance for claim in claims], language),
        _choice("confidence", tuple(CONFIDENCE), [claim.confidence for claim in claims], language),
        _choice("status", STATUSES, [claim.status for claim in claims], language),
        _choice("report", KINDS, [claim.kind or "" for claim in claims], language),
        _article_choice(contents, language),
    ]
    search = element("input", type="search", id="filter-text", autocomplete="off")
    disputed = element("input", type="checkbox", id="filter-disputed", value=DISPUTED)
    return element(
        "form",
        element("label", language("filter.text"), search, class_="wide"),
        *choices,
        element("label", disputed, " ", language("filter.disputed"), class_="check")
        if contents.disputed
        else "",
        element("button", language("filter.reset"), type="reset"),
        element("output", aria_live="polite", id="count", data_text=language("filter.count")),
        id="filters",
        hidden=True,
    )  # fmt: skip


def _choice(group: str, known: Sequence[str], there: Iterable[str], language: Language) -> str:
    """A list of the closed words that claims here have; nothing where all have the same."""
    words = [word for word in known if word in frozenset(there)]
    if len(words) < 2:
        return ""
    options = [element("option", language.word(group, word), value=word) for word in words]
    usual = next((word for word in words if word in USUAL), None)
    return _select(group, options, language, usual)


def _article_choice(contents: Contents, language: Language) -> str:
    """The list of articles, which the script takes from their headings."""
    several = sum(source is not None for source, _ in contents.articles) > 1
    return _select("article", (), language) if several else ""


def _select(
    name: str, options: Sequence[Element], language: Language, usual: str | None = None
) -> Element:
    every = element("option", language("filter.all"), value="")
    select = element("select", every, *options, name=name, data_usual=usual)
    return element("label", language(f"filter.{name}"), select)


class _View:
    """How rows are shown; what they share is made once."""

    def __init__(self, contents: Contents, language: Language) -> None:
        self._contents = contents
        self._anchors = contents.anchors
        self._language = language
        self._sources = {source.id: source for source in contents.sources}
        self._own = byline.lang_of(language.code, byline.GERMAN)

    def row(self, claim: Claim) -> Element:
        """A claim: the day, who and how, the words and what else is known."""
        language = self._language
        return element(
            "tr",
            element("td", byline.day(claim, language), " ", element("code", claim.id)),
            element(
                "td",
                element("b", byline.chain(claim, language)),
                " ",
                byline.manner(claim, language),
            ),
            element(
                "td",
                self._quotation(claim),
                *self._where(claim),
                *self._facts(claim),
                lang=byline.lang_of(byline.GERMAN, language),
            ),
            id=self._anchors.row(claim),
            data_k=self._words(claim),
        )

    def _words(self, claim: Claim) -> str | None:
        """The words by which the form chooses a row, but for those that the script knows.

        That are the usual ones, and the article, to which the first link of the words leads.
        """
        given = (claim.stance, claim.confidence, claim.status, claim.kind or "")
        words = [word for word in given if word not in USUAL]
        if claim.id in self._contents.disputed:
            words.append(DISPUTED)
        return " ".join(filter(None, words)) or None

    def _quotation(self, claim: Claim) -> Element:
        """The words; links to them lead here where they are marked in no article."""
        placed = claim.id in self._contents.placed
        ident = None if placed else self._anchors.words(claim)
        if not claim.words:
            none = self._language("words.none")
            return element("span", none, id=ident, class_="faint", lang=self._own)
        return byline.quotation(claim, None, ident=ident)

    def _where(self, claim: Claim) -> Iterator[str]:
        """Links to the words in their article, or to the article alone, and what they are about."""
        source = self._sources.get(claim.article or "")
        title = shorten(byline.title(source, self._language), _TITLE)
        if claim.id in self._contents.placed:
            yield byline.to_words(claim, self._anchors, title)
        else:
            href = f"#{self._anchors.article(claim.article)}"
            yield element("a", title, href=href, lang=None if source else self._own)
        if topic := self._contents.topics.get(claim.id):
            yield f" · {topic}"

    def _facts(self, claim: Claim) -> Iterator[Element]:
        facts = [*self._known(claim)]
        if facts:
            yield element("span", *facts, lang=self._own)

    def _known(self, claim: Claim) -> Iterator[str]:
        language, contents = self._language, self._contents
        for question in contents.disputed.get(claim.id, ()):
            label = language("question.number", number=question.number)
            yield joined((" · ", element("a", label, href=f"#{question.anchor}")))
        if claim.status != "new":
            yield f" · {language.word('status', claim.status)}"
        if claim.credibility:
            yield f" · {language('credibility', grade=claim.credibility)}"
        yield from (f" · #{tag}" for tag in claim.tags)
        if claim.note and contents.with_notes:
            yield element("span", language("note", text=claim.note), class_="note")


def source_line(source: Source, language: Language) -> str:
    """Outlet, author, agencies, day and reliability of an article, what is known of them."""
    facts = [source.outlet, source.author, ", ".join(source.agencies)]
    facts += [language.day(source.published)] if source.published else []
    facts += [language("reliability", letter=source.reliability)] if source.reliability else []
    return " · ".join(filter(None, facts))
