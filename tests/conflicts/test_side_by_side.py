"""What other articles tell of two numbers, and what is told once of one speaker."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimtrack.conflicts import prepared
from claimtrack.conflicts.events import link
from claimtrack.conflicts.figures.match import matches
from claimtrack.conflicts.kinds.figure import candidates
from claimtrack.model import Claim, Source
from tests.conflicts.test_evidence import DAY, LATER, article, held, shown

Article = tuple[Source, str, list[Claim]]

EVENT = (
    "Bei dem Konzert am Hafen von Brennitz sind 4.000 Besucher gewesen, teilte die Polizei mit. "
)
FIRST = ("Polizei", "sind 4.000 Besucher gewesen", "asserts", "4.000|Besucher")


def evidence_of(numbers: frozenset[str], *articles: Article) -> set[str]:
    """The names of the evidence on two numbers of two articles."""
    book, texts = held(*articles)
    statements = prepared(book, texts=lambda source: texts[source.id])
    links = link(statements)
    for match in matches(candidates(statements, links), links):
        one, other = (seen.count for seen in match.pair)
        told = {one.figure.text, other.figure.text}
        if told == numbers and one.statement.place != other.statement.place:
            return set(match.pieces)
    return set()


@pytest.mark.parametrize(
    ("text", "own", "evidence"),
    [
        (
            EVENT + "Der Veranstalter sprach dagegen von 9.000 Besuchern.",
            [FIRST, ("Veranstalter", "sprach dagegen von 9.000 Besuchern", "asserts",
                     "9.000|Besuchern")],
            "held_opposite",
        ),
        (
            EVENT + "Auf dem Fest am Hafen von Brennitz sind 9.000 Besucher gewesen, sagte sie.",
            [FIRST, ("Polizei", "sind 9.000 Besucher gewesen", "asserts", "9.000|Besucher")],
            "one_account",
        ),
    ],
)  # fmt: skip
def test_what_another_article_tells_of_two_numbers(
    text: str, own: list[tuple[str, str, str, str]], evidence: str
) -> None:
    elsewhere = "Am Hafen von Brennitz sind bei dem Konzert 9.000 Besucher gewesen, sagte der Rat."
    other = article(
        "b", elsewhere,
        [("Rat", "sind bei dem Konzert 9.000 Besucher gewesen", "asserts", "9.000|Besucher")], DAY,
    )  # fmt: skip
    names = {"held_opposite", "one_account"}
    numbers = frozenset({"4.000", "9.000"})
    assert evidence_of(numbers, article("a", text, own, DAY), other) & names == {evidence}
    alone = article("a", EVENT, [FIRST], DAY)
    assert not evidence_of(numbers, alone, other) & names


@pytest.mark.parametrize(
    ("one", "other", "nearly"),
    [("42,6", "46,2", False), ("72", "78", False), ("70", "72", True), ("700", "730", True)],
)
def test_numbers_given_to_the_last_digit_are_not_nearly_equal(
    one: str, other: str, nearly: bool
) -> None:
    sides = [
        article(
            name, f"An der Abstimmung in Brennitz nahmen {number} Prozent teil, sagte {who}.",
            [(who, f"nahmen {number} Prozent teil", "asserts", f"{number} Prozent|Prozent")], DAY,
        )
        for name, number, who in (("a", one, "Berg"), ("b", other, "Holm"))
    ]  # fmt: skip
    numbers = frozenset((f"{one} Prozent", f"{other} Prozent"))
    assert ("nearly_equal" in evidence_of(numbers, *sides)) is nearly


def test_one_speaker_turns_round_once_between_two_articles() -> None:
    before = (
        "Anna Berg von den Stadtwerken Brennitz sagte, das Becken werde nicht geschlossen.\n\n"
        "Das Becken schließen werde man niemals, sagte Anna Berg am Nachmittag."
    )
    one = article(
        "a", before,
        [("Anna Berg", "das Becken werde nicht geschlossen", "asserts", ""),
         ("Anna Berg", "Das Becken schließen werde man niemals", "asserts", "")],
        DAY,
    )  # fmt: skip
    after = "Anna Berg von den Stadtwerken Brennitz räumte ein, das Becken sei geschlossen worden."
    other = article("b", after, [("Anna Berg", after[49:-1], "asserts", "")], LATER)
    turns = [each for each in shown(one, other) if each.kind == "reversal"]
    assert len(turns) == 1


def quoted(name: str, words: str, day: str) -> Article:
    """An article in which Anna Berg says something in quotation marks."""
    text = f"Anna Berg von den Stadtwerken Brennitz sprach über das Becken. „{words}“, sagte sie."
    source, body, (said,) = article(name, text, [("Anna Berg", f"„{words}“", "asserts", "")], day)
    return source, body, [replace(said, kind="direct")]


@pytest.mark.parametrize("last", [[], ["Es stimmt, das Becken war nie dicht"]])
def test_one_statement_turns_round_once(last: list[str]) -> None:
    before = [
        quoted("a", "Wir haben das Becken im Mai dicht gemacht", DAY),
        quoted("b", "Wir haben das Becken im Juni dicht gemacht", DAY),
    ]
    late = ["Ja, es stimmt, wir haben das Becken nie dicht gemacht", *last]
    after = [quoted(f"c{at}", words, LATER) for at, words in enumerate(late)]
    turns = [each for each in shown(*before, *after) if each.kind == "reversal"]
    assert sorted(each.sides[1].claim.id for each in turns) == [
        f"c{at}0" for at in range(len(late))
    ]
