"""What the words on the page mean: verdicts, stances, confidence, decisions, Admiralty, signs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimtrack.conflicts.figures.verdict import RULINGS
from claimtrack.model import CONFIDENCE, KINDS, STANCES, STATUSES
from claimtrack.render.html import element
from claimtrack.render.svg import Element
from claimtrack.report.language import Language

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
