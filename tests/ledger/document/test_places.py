"""Where the sections of a file and their items stand, read piece by piece and as a whole."""

from __future__ import annotations

import pytest

from claimtrack.ledger.document import Document
from claimtrack.ledger.document.article_files import article_of
from claimtrack.ledger.document.ledger_file import home, last_claim, open_book
from claimtrack.ledger.document.read import read, read_by_pieces, whole
from claimtrack.ledger.yaml.lines import Lines
from claimtrack.ledger.yaml.parse import compose
from claimtrack.model import Article, Source

Places = dict[str, tuple[str, str, list[str]]]

FILES: dict[str, tuple[str, Places]] = {
    "lines": (
        "version: 1\nclaims:  # all\n  - id: a\n    claim: x\n  - {id: b}\ntopics: []\n",
        {
            "version": ("version:", " 1\n", []),
            "claims": (
                "claims:",
                "  # all\n  - id: a\n    claim: x\n  - {id: b}\n",
                ["  - id: a\n    claim: x\n", "  - {id: b}\n"],
            ),
            "topics": ("topics:", " []\n", []),
        },
    ),
    "dashes in the first column": (
        "claims:\n- id: a\n- id: b",
        {"claims": ("claims:", "\n- id: a\n- id: b", ["- id: a\n", "- id: b"])},
    ),
    "brackets": (
        "# x\nclaims: [{id: a}, {id: b}]\nversion: 1\n",
        {
            "claims": ("claims:", " [{id: a}, {id: b}]\n", ["{id: a}", "{id: b}"]),
            "version": ("version:", " 1\n", []),
        },
    ),
    "nothing behind the colon": (
        "claims:\nversion: 1\n",
        {"claims": ("claims:", "\n", []), "version": ("version:", " 1\n", [])},
    ),
}  # fmt: skip


def places(document: Document) -> Places:
    text = document.text
    return {
        name: (
            text[one.start : one.after],
            text[one.after : one.end],
            [text[entry.start : entry.end].lstrip("\n") for entry in one.entries],
        )
        for name, one in document.sections.items()
    }


@pytest.mark.parametrize("case", FILES)
def test_where_it_stands(case: str) -> None:
    text, expected = FILES[case]
    by_pieces = read_by_pieces(text)
    assert by_pieces is not None
    at_once = whole("claims.yaml", text, Lines(text), compose(text))
    assert places(by_pieces) == places(at_once) == expected


@pytest.mark.parametrize(
    ("source", "texts", "meant"),
    [
        (Source("a", sha256="1"), [("b", "1"), ("a", "2")], "a"),
        (Source("c", sha256="2"), [("b", "1"), ("a", "2")], "a"),
        (Source("c", sha256="3"), [("b", "1"), ("a", "2")], None),
        (Source("c", sha256="3"), [("b", "1")], "b"),
        (Source("c"), [("b", "1")], "b"),
        (Source("c"), [], None),
    ],
)
def test_which_article_of_a_file_is_meant(
    source: Source, texts: list[tuple[str, str]], meant: str | None
) -> None:
    articles = tuple(Article(ident, "x", sha256=digest) for ident, digest in texts)
    told = article_of(source, articles)
    assert (told.id if told else None) == meant


def test_the_last_claim_of_an_article_in_a_file() -> None:
    first = read("claims:\n- {id: a, claim: x}\n- {id: b, claim: x}\n", "a.yaml")
    second = read("claims:\n- {id: c, claim: x}\n", "b.yaml")
    pairs = [*open_book("folder", [first, second]).pairs()]
    assert last_claim(pairs, first) == 1
    assert last_claim(pairs, second) == 0
    assert last_claim(pairs[:1], first) == 0
    assert last_claim(pairs[:2], second) is None


def test_the_file_that_a_claim_goes_to() -> None:
    """That of its article's entry, else of the article's claims, else the one called claims."""
    articles = read("articles:\n- {id: z}\n", "a.yaml")
    claims = read("claims:\n- {id: c, claim: x}\n", "claims.yaml")
    book = open_book("folder", [articles, claims])
    assert home(book, None, ()) is claims
    assert home(book, book.articles[0], [*book.pairs()]) is articles
    assert home(book, None, [*book.pairs()]) is claims
    assert home(open_book("folder", [articles]), None, ()) is articles
