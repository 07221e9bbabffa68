"""Worst inputs of every reader: work in line with the text, and no pattern that never ends.

Growth is told by processor time of an input and of one four times as long; a bound of nine, beside
a grace, lies far from what is quadratic (sixteen) and from what a busy machine does.
"""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest

from claimtrack.article import blocks, read
from claimtrack.article.plain_text import plain_text
from claimtrack.conflicts.statement.side import side
from claimtrack.extract import extract
from claimtrack.german.dates import find_dates
from claimtrack.german.numbers import find_quantities
from claimtrack.ledger import read_text
from claimtrack.model import Article, Claim

ENDLESS = {
    "navigation": "Startseite  |  Politik  |  " + "Ausland  |  " * 40 + "|",
    "author, hyphens": "Von Anna-" + "Aa-" * 29 + "!",
    "author, hours": "Von Anna" + " ,1" * 30 + "!",
    "hyphens behind proof": "Der Minister bestätigte am Montag " + "- " * 60 + "nein, er sei da.",
    "hyphens before proof": "Er sagte, er sei nicht " + "-" * 75 + " bestätigt.",
    "one hyphenated word": f"Er sagte, das schließe {'a-' * 150}a, es sei so, nicht aus.",
}
"""Texts at which a pattern went on for longer than anybody waits."""

READ = """
import sys
from claimtrack.extract import extract
from claimtrack.model import Article
extract(Article("a", sys.stdin.read(), published="2024-10-14"))
"""


@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS)
def test_reading_comes_to_an_end(text: str) -> None:
    subprocess.run([sys.executable, "-c", READ], input=text, text=True, check=True, timeout=60)


def test_a_broken_line_below_comments_with_carriage_returns() -> None:
    text = "# Notiz\r\n" * 60 + "kaputt\r\nclaims: []\r\n"
    code = f"from claimtrack.ledger import read_text; read_text({text!r}.encode().decode(), 'a')"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def seconds(work: Callable[[], object]) -> float:
    """The processor time of a run, without the cycle collector.

    The collector walks over all that the tests before have left alive, whenever it likes.
    """
    gc.disable()
    try:
        begin = process_time()
        work()
        return process_time() - begin
    finally:
        gc.enable()


def in_line(small: Callable[[], object], large: Callable[[], object]) -> None:
    """Asserts that work on four times as much takes less than nine times as long, and a grace.

    Where it seems not to, both are run again: what else the machine does only adds to a time.
    """
    short, long = seconds(small), seconds(large)
    if long >= 9 * short + 0.3:
        short, long = min(short, seconds(small)), min(long, seconds(large))
    assert long < 9 * short + 0.3, f"{short:.2f} s, then {long:.2f} s for four times as much"


def grows_in_line(work: Callable[[str], object], part: str, size: int) -> None:
    work(part)  # word lists are read
    short, long = (part * (size * times // len(part)) for times in (1, 4))
    in_line(lambda: work(short), lambda: work(long))


def extracted(text: str) -> object:
    return extract(Article("a", text, published="2024-10-14"))


@pytest.mark.parametrize(
    "part",
    ["sei, ", "er werde ", "„A“ ", "sagte er, ", "300 ", "am Montag ", "a-", "(a) ", "   ", ". "],
)
def test_a_text_is_read_in_line_with_its_length(part: str) -> None:
    grows_in_line(extracted, part, 24_000)


@pytest.mark.parametrize(
    "part", ["ge", "_a", "s", "sa", "abc*innen", "e\u0301", "a\u00ad", "\x1b["]
)
def test_plain_german_is_made_in_line_with_the_text(part: str) -> None:
    gendered_and_swiss = "Soldat:innen sagten gemäss Plan, dass es gut sei. "
    grows_in_line(lambda text: plain_text(f"{gendered_and_swiss}{text} gut."), part, 60_000)


@pytest.mark.parametrize("part", ["a  |  ", "dpa/", "Satz. a/", "\u00a0", "von 1 ,", "© a "])
def test_a_line_of_a_page_is_read_in_line_with_its_length(part: str) -> None:
    grows_in_line(lambda text: blocks(f"Es ist so. {text}"), part, 60_000)


@pytest.mark.parametrize("part", ["zehn", "1.", "9^9 ", "1/2 ", "§ 1, ", "zwei Millionen "])
def test_numbers_are_found_in_line_with_the_text(part: str) -> None:
    grows_in_line(find_quantities, part, 40_000)


@pytest.mark.parametrize("part", ["1. und ", "im Mai ", "vor zwei Jahren ", "Ostern ", "1.1."])
def test_dates_are_found_in_line_with_the_text(part: str) -> None:
    grows_in_line(lambda text: find_dates(text, "2024-10-14"), part, 40_000)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.md", "---\ntitle: a: {} x\n---\nDer Rat tagt."),
        ("a.md", "---\npublished: 2024-10-14T10:00{} y z\n---\nDer Rat tagt."),
        ("a.md", "---\nx: {}\n---\nDer Rat tagt."),
        ("a.txt", "Der Rat tagt. {}"),
        ("a.jsonl", '{{"text": "Der Rat tagt. {}"}}'),
        ("a.html", "<html><body><article><p>Der Rat tagt.</p>{}</article></body></html>"),
    ],
)
@pytest.mark.parametrize("part", ["x", " ", "[", "a: ", "<b>"])
def test_files_are_read_in_line_with_their_length(
    name: str, content: str, part: str, tmp_path: Path
) -> None:
    def work(text: str) -> object:
        (tmp_path / name).write_text(content.format(text), encoding="utf-8")
        return read(tmp_path / name)

    grows_in_line(work, part, 20_000)


@pytest.mark.parametrize("stance", ["asserts", "denies"])
@pytest.mark.parametrize("part", ["weist ", "keine Beweise ", "kein ", "lehnt a ", "schließt "])
def test_the_side_of_a_claim_is_told_in_line_with_its_words(part: str, stance: str) -> None:
    grows_in_line(lambda text: side(Claim("a", claim=text, stance=stance)), part, 20_000)


@pytest.mark.parametrize("indent", ["", "    "])
def test_unknown_fields_are_told_in_line_with_their_number(indent: str) -> None:
    head = "version: 1\n" + ("claims:\n  - claim: a\n" if indent else "")

    def work(number: int) -> object:
        return read_text(head + "".join(f"{indent}feld{n}: x\n" for n in range(number)), "a")

    in_line(lambda: work(2500), lambda: work(10_000))
