"""What a copy left in a text that is no text: escape sequences, and brackets of markup."""

from __future__ import annotations

import pytest

from claimtrack.extract import extract
from claimtrack.extract.candidates.join import closed
from claimtrack.model import Article, Span

RED, PLAIN = "\x1b[31m", "\x1b[0m"


@pytest.mark.parametrize(
    ("inside", "quoted"),
    [
        (f"{RED}rund 300 Menschen seien{PLAIN} verletzt worden", 5),
        (f"{RED}es seien rund 300 Menschen verletzt worden{PLAIN}", 5),
        (f"es seien {RED}rund 300{PLAIN} Menschen verletzt worden", 0),
    ],
)
def test_no_claim_begins_in_an_escape_sequence_nor_counts_its_digits(
    inside: str, quoted: int
) -> None:
    body = f"Die Polizei teilte am Montag mit, {inside}."
    (claim,) = extract(Article("brand", body, published="2023-05-09"))
    assert claim.quote is not None
    assert claim.quote.text == " … ".join(body[a:b] for a, b in claim.quote.spans)
    assert claim.quote.text.startswith(inside[quoted:][:12])
    assert [figure.value for figure in claim.figures] == [300]


@pytest.mark.parametrize(
    ("body", "end", "stop"),
    [
        ("alles sei gut[/bold]", 19, 20),
        ("alles sei gut (sagte er)", 23, 24),
        ("alles sei gut) und", 13, 13),
        ("alles (fast) sei gut]", 20, 20),
        ("alles [sei gut und so]", 14, 14),
    ],
)
def test_a_bracket_that_opens_in_the_words_closes_in_them(body: str, end: int, stop: int) -> None:
    assert closed(body, (Span(0, end),)) == (Span(0, stop),)


def test_markup_is_not_cut_in_half() -> None:
    body = "Der Minister sagte, [bold]alles sei gut[/bold]."
    (claim,) = extract(Article("markup", body, published="2023-05-09"))
    assert claim.quote is not None
    assert claim.quote.text == "alles sei gut[/bold]"


@pytest.mark.parametrize(
    "text",
    ["**14.10 Uhr:** Die Polizei zählt 40 Gäste.", "**14.10 Uhr**: Die Polizei zählt 40 Gäste."],
)
def test_a_bold_time_of_a_ticker_is_no_word_of_its_entry(text: str) -> None:
    (claim,) = extract(Article("ticker", text, published="2023-05-09"))
    assert claim.words == "Die Polizei zählt 40 Gäste."
