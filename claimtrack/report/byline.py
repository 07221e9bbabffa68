"""Who said it, when, and how sure: the line above or below a claim's words, and links to them."""

from __future__ import annotations

from itertools import groupby

from claimtrack.model import Claim, Source
from claimtrack.render.html import element, joined
from claimtrack.render.svg import Element
from claimtrack.report.language import Language
from claimtrack.report.page_contents import Anchors
from claimtrack.report.reasons import german

GERMAN = "de"
"""The language of the articles, told where the page has another."""
_ENGLISH = "en"
"""The language in which reasons come."""


def lang_of(words: str, around: Language | str) -> str | None:
    """The attribute for words in another language than what is around them; both by their codes."""
    code = around if isinstance(around, str) else around.code
    return None if words == code else words


def actor(claim: Claim, language: Language) -> str:
    """Who asserts it."""
    return claim.actor or language("nobody")


def chain(claim: Claim, language: Language) -> str:
    """Who had it from whom, nearest the article first: ``Yonhap ← Spionageabwehr``.

    An outlet that carried its own words is named once.
    """
    names = (*claim.via, actor(claim, language), *claim.cites)
    return " ← ".join(name for name, _ in groupby(names))


def day(claim: Claim, language: Language) -> str:
    """The day of saying, short; that of the report in brackets."""
    if claim.said:
        return language.day(claim.said)
    return f"({language.day(claim.reported)})" if claim.reported else language("undated")


def day_in_words(said: str | None, reported: str | None, language: Language) -> str:
    """``on or before 2024-10-25``, ``reported 2024-10-28``."""
    if said:
        return language.day_in_words(said)
    if reported:
        return language("reported", day=language.day_in_words(reported))
    return language("undated")


def stance(claim: Claim, language: Language) -> str:
    """What the actor does; what is no plain assertion as a mark of its own."""
    word = language.word("stance", claim.stance)
    return word if claim.stance == "asserts" else element("em", word, class_=claim.stance)


def manner(claim: Claim, language: Language) -> Element:
    """What the actor does and how sure it is put, with the words that say so."""
    parts = [stance(claim, language)]
    if claim.confidence != "stated":
        parts.append(language.word("confidence", claim.confidence))
    stated = joined(parts, " · ")
    if not claim.hedge:
        return stated
    hedge = element("i", claim.hedge, lang=lang_of(GERMAN, language))
    return joined((stated, " (", hedge, ")"))


def title(source: Source | None, language: Language) -> str:
    """What an article is called: its title, else its id."""
    if source is None:
        return language("by_hand")
    return source.title or source.id


def quotation(
    claim: Claim, language: Language | None, *, figure: str | None = None, ident: str | None = None
) -> Element:
    """The words of a claim; a figure, or all of its figures, marked in them.

    ``language`` is that of what is around them; None where that is known to be German.
    """
    wanted = [figure] if figure else [each.text for each in claim.figures]
    return element(
        "q", *_marked(claim.words, wanted), lang=lang_of(GERMAN, language or GERMAN), id=ident
    )


def _marked(words: str, wanted: list[str]) -> list[str]:
    """Words with phrases in bold, each where it first stands behind the one before."""
    parts: list[str] = []
    rest = words
    for phrase in wanted:
        before, there, after = rest.partition(phrase) if phrase else (rest, "", "")
        if there:
            parts += [before, element("b", there)]
            rest = after
    return [*parts, rest]


def to_words(claim: Claim, anchors: Anchors, inside: str, look: str | None = None) -> Element:
    """A link to the words of a claim in its article."""
    return element("a", inside, href=f"#{anchors.words(claim)}", class_=look)


def reason(
    tag: str, why: str, language: Language, around: str | None = None, **attributes: str
) -> Element:
    """Why, in the language of the page; in English where no pattern fits it.

    ``around`` is the language of what it stands in, that of the page without one.
    """
    own = german(why, language) if language.code != _ENGLISH else None
    text = own or why
    lang = lang_of(language.code if own else _ENGLISH, around or language)
    return element(tag, text[:1].upper() + text[1:], lang=lang, **attributes)
