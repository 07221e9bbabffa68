"""The articles with the words of their claims marked, and below each paragraph whose they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from claimtrack.model import Article, Claim, Source, Span
from claimtrack.render.html import closing, element, is_link, joined, opening
from claimtrack.render.svg import Element
from claimtrack.report import byline
from claimtrack.report.claim_table import source_line
from claimtrack.report.language import Language
from claimtrack.report.marked_passages import Paragraph, paragraphs, pieces
from claimtrack.report.page_contents import Contents

_LEFT_OUT = "[…]"


def articles(contents: Contents, language: Language) -> Iterator[Element]:
    """All articles that claims stand in, one by one; last the claims that stand in none."""
    view = _View(contents, language)
    for source, claims in contents.articles:
        yield view.article(source, claims)


class _View:
    """How articles are shown: with which claims marked as disputed, in a language."""

    def __init__(self, contents: Contents, language: Language) -> None:
        self._contents = contents
        self._anchors = contents.anchors
        self._language = language
        self._german = byline.lang_of(byline.GERMAN, language)
        self._own = byline.lang_of(language.code, byline.GERMAN)

    def article(self, source: Source | None, claims: Sequence[Claim]) -> Element:
        """One article: what is known of it, its passages, what could not be placed in it."""
        text = self._contents.texts.get(source.id) if source else None
        placed = [claim for claim in claims if claim.id in self._contents.placed]
        rest = [claim for claim in claims if claim.id not in self._contents.placed]
        passages = element(
            "div",
            *(self._passages(text, placed) if text else ()),
            *(self._unplaced(source, rest) if rest else ()),
            lang=self._german,
        )
        return element(
            "article",
            *self._head(source, len(claims)),
            passages,
            id=self._anchors.article(source.id if source else None),
        )

    def _head(self, source: Source | None, count: int) -> Iterator[Element]:
        language = self._language
        title = byline.title(source, language)
        yield element("h3", title, lang=self._german if source else None)
        facts: list[str] = [source_line(source, language)] if source else []
        facts.append(language.counted("claims", count))
        if source and is_link(source.url):
            label = language("article.link")
            rel = "noreferrer noopener"
            facts.append(element("a", label, href=source.url, rel=rel))
        yield element("p", joined(filter(None, facts), " · "))

    def _unplaced(self, source: Source | None, claims: Sequence[Claim]) -> Iterator[Element]:
        """Claims whose words cannot be marked in their text; the table has them."""
        why = self._contents.unread.get(source.id) if source else None
        if source:
            remark = self._language("article.unread")
            shown = f"{remark} ({why})" if why else remark
            yield element("p", shown, class_="faint", lang=self._own)
        yield self._whose(claims)

    def _passages(self, text: Article, claims: Sequence[Claim]) -> Iterator[Element]:
        seen: dict[str, int] = {}
        for paragraph in paragraphs(text, claims, whole=self._contents.whole_texts):
            shown = [self._stretch(text.body, paragraph, at, seen) for at in paragraph.stretches]
            between = joined((" ", element("span", _LEFT_OUT, class_="faint"), " "))
            look = "headline" if paragraph.headline else None
            yield element("p", joined(shown, between), class_=look)
            if paragraph.claims:
                yield self._whose(paragraph.claims)

    def _stretch(self, body: str, paragraph: Paragraph, at: Span, seen: dict[str, int]) -> Element:
        """A stretch of the text with its marks."""
        parts: list[str] = []
        for piece in pieces(body, at, paragraph.claims, seen):
            parts += [closing("mark")] * piece.closes
            parts += [opening("mark", **self._mark(*each)) for each in piece.opens]
            parts += [element("a", id=self._anchors.words(claim)) for claim in piece.places]
            parts.append(piece.text)
        return joined(parts)

    def _mark(self, claim: Claim, piece: int) -> dict[str, object]:
        """The attributes of a mark: its id, whose words it holds, whether they are disputed."""
        return {
            "id": self._anchors.words(claim, piece),
            "data_of": self._anchors.words(claim) if piece > 1 else None,
            "class_": "disputed" if claim.id in self._contents.disputed else None,
        }

    def _whose(self, claims: Iterable[Claim]) -> Element:
        """Below a paragraph: who says what is marked in it, with links to row and questions.

        Who says several things one after another is named once.
        """
        lines = (
            element("li", joined((self._saying(*each) for each in enumerate(own)), ", "))
            for _, own in groupby(claims, lambda claim: claim.actor)
        )
        return element("ul", *lines, lang=self._own)

    def _saying(self, at: int, claim: Claim) -> Element:
        """What a claim's actor does, the actor named where it is the first of several."""
        language = self._language
        stance = language.word("stance", claim.stance)
        words = stance if at else f"{byline.actor(claim, language)} {stance}"
        link = element("a", words, href=f"#{self._anchors.row(claim)}")
        return joined((link, *self._asked(claim)))

    def _asked(self, claim: Claim) -> Iterator[Element]:
        language = self._language
        for question in self._contents.disputed.get(claim.id, ()):
            number = language("question.number", number=question.number)
            yield joined((" · ", element("a", number, href=f"#{question.anchor}")))
