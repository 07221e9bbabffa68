"""Claims written by hand: literal before and after, and what is refused."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from claimtrack.ledger.edit.add_claim import added
from claimtrack.ledger.errors import LedgerError
from claimtrack.model import Article, Problem
from tests.ledger.readings import book

BODY = (
    "Die Fähre „Rügen“ liege fest, sagte\u00a0Jan Voss. "
    "Die Fähre fahre\nwieder, sobald der Wind\u00a0nachlasse."
)
TEXT = """\
articles:
- {id: faehre, file: faehre.md, published: 2024-02-03}
- {id: ohne-datei}
claims:
- id: voss-1
  claim: x
  article: faehre

# of another
- id: z
  claim: y
"""  # fmt: skip


def read(file: Path) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    assert file == Path("ordner/faehre.md")
    return (Article("faehre", BODY),), ()


def add(fields: Mapping[str, str | list[str]]) -> str:
    result = added(book(TEXT), Path("ordner/claims.yaml"), fields, read)
    return result.documents[0].text


BEHIND = "  article: faehre\n"
ADDED: dict[str, tuple[dict[str, str | list[str]], str, str]] = {
    "words of the article": (
        {"id": "n", "actor": "Jan Voss", "article": "faehre", "quote": "Fähre „Rügen“ liege fest"},
        BEHIND,
        "- id: n\n  actor: Jan Voss\n  quote: Fähre „Rügen“ liege fest\n"
        "  article: faehre\n  at: 4-28\n",
    ),
    "its white space is the article's": (
        {"id": "n", "article": "faehre", "quote": "fahre wieder,"},
        BEHIND,
        '- id: n\n  quote: "fahre\\nwieder,"\n  article: faehre\n  at: 56-69\n',
    ),
    "words with a gap": (
        {"id": "n", "article": "faehre", "quote": "Die Fähre … liege fest"},
        BEHIND,
        "- id: n\n  quote: Die Fähre … liege fest\n  article: faehre\n  at: [0-9, 18-28]\n",
    ),
    "a place alone": (
        {"id": "n", "article": "faehre", "at": "46-55"},
        BEHIND,
        "- id: n\n  quote: Die Fähre\n  article: faehre\n  at: 46-55\n",
    ),
    "one of two places": (
        {"id": "n", "article": "faehre", "quote": "Die  Fähre", "at": "46-55", "tags": ["a", "b"]},
        BEHIND,
        "- id: n\n  quote: Die Fähre\n  article: faehre\n  at: 46-55\n  tags: [a, b]\n",
    ),
    "signs as a keyboard has them": (
        {"id": "n", "article": "faehre", "quote": 'Fähre "Rügen" liege'},
        BEHIND,
        "- id: n\n  quote: Fähre „Rügen“ liege\n  article: faehre\n  at: 4-23\n",
    ),
    "the nearest of several places, with a gap": (
        {"id": "n", "article": "faehre", "quote": "Fähre ... wieder"},
        BEHIND,
        "- id: n\n  quote: Fähre … wieder\n  article: faehre\n  at: [50-55, 62-68]\n",
    ),
    "two places": (
        {"id": "n", "article": "faehre", "at": "0-9, 18-28", "quote": "Die Fähre … liege fest"},
        BEHIND,
        "- id: n\n  quote: Die Fähre … liege fest\n  article: faehre\n  at: [0-9, 18-28]\n",
    ),
    "in one's own words, about an article": (
        {"id": "n", "article": "faehre", "claim": "Nichts fährt: gar nichts"},
        BEHIND,
        "- id: n\n  claim: 'Nichts fährt: gar nichts'\n  article: faehre\n",
    ),
    "in one's own words": (
        {"actor": ["Jan Voss", "Reederei"], "claim": "Nichts fährt", "said": "../2024-02-03"},
        "  claim: y\n",
        "- id: voss-kp0b4t\n  actor: [Jan Voss, Reederei]\n  claim: Nichts fährt\n"
        "  said: ../2024-02-03\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", ADDED)
def test_add(case: str) -> None:
    fields, behind, expected = ADDED[case]
    assert add(fields) == TEXT.replace(behind, behind + expected)


REFUSED: dict[str, tuple[dict[str, str | list[str]], str]] = {
    "words in two places": (
        {"article": "faehre", "quote": "Die Fähre"},
        r"2 times.*0-9.*46-55 \(after “.*liege fest, sagte Jan Voss",
    ),
    "words that are not there": (
        {"article": "faehre", "quote": "sobald der Sturm nachlasse"},
        "does not have these words; similar words at 70-95: sobald der Wind nachlasse$",
    ),
    "words with others between": (
        {"article": "faehre", "quote": "liege fest … Rügen"},
        "does not have these words in this order",
    ),
    "none of the words": ({"article": "faehre", "quote": "Sturm"}, "does not have these words$"),
    "no such article": ({"article": "fähre", "quote": "Die"}, "no article “fähre”"),
    "an article without a file": ({"article": "ohne-datei", "quote": "Die"}, "in which file"),
    "another place": (
        {"article": "faehre", "quote": "Die Fähre", "at": "46-49"},
        "at 46-49 the article has: Die$",
    ),
    "a place beyond the end": ({"article": "faehre", "at": "46-500"}, "not a range of"),
    "no range": ({"article": "faehre", "at": "vorn"}, "not a range of"),
    "an id that is taken": ({"id": "z", "claim": "x"}, "a claim “z” already"),
    "no such word": ({"claim": "x", "stance": "sagt"}, "“sagt” is not a stance"),
    "nothing": ({"actor": "Jan Voss"}, "a claim needs its words"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused(case: str) -> None:
    fields, message = REFUSED[case]
    with pytest.raises(LedgerError, match=message):
        add(fields)


def test_the_same_words_are_not_written_twice() -> None:
    fields = {"article": "faehre", "quote": "liege fest"}
    once = add(fields)
    with pytest.raises(LedgerError, match="has these words already"):
        added(book(once), Path("ordner/claims.yaml"), fields, read)
