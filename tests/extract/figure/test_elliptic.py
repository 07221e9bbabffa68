"""Numbers without a noun: what the number before them counts, and where they count nothing."""

from __future__ import annotations

import pytest

from claimtrack.extract import extract
from claimtrack.model import Article

BIRDS = "Der Verband zählte 20.000 Vögel."


def counted(text: str) -> list[tuple[str, str | None]]:
    """The last claim's figures: their words and what they count."""
    claims = extract(Article("a", text, published="2024-05-08"))
    return [(figure.text, figure.what) for figure in claims[-1].figures]


@pytest.mark.parametrize(
    ("then", "figures"),
    [
        ("Der Wirt spricht von 14.", [("14", "Vögel")]),
        ("Der Wirt spricht von 14 am Montag.", [("14", "Vögel")]),
        ("Der Wirt spricht von 14 bis 20.", [("14 bis 20", "Vögel")]),
        ("Der Wirt spricht von einem Drittel.", [("einem Drittel", None)]),
        ("Das Krankenhaus nennt neun.", [("neun", "Vögel")]),
        ("Die Feuerwehr ging von 40 aus.", [("40", "Vögel")]),
        ("Die Feuerwehr ging von 40 Tonnen aus.", [("40 Tonnen", "Tonnen")]),
        ("Nach Angaben der Polizei waren es zirka 1.000.", [("zirka 1.000", "Vögel")]),
        ("Rechne man alle mit, seien es 1.900, sagte das Amt.", [("1.900", "Vögel")]),
        ("Rechne man alle mit, seien es 1.900 Tiere, sagte das Amt.", [("1.900", "Tiere")]),
        ("Das Amt hat mit Kameras nur 3.800 erfasst.", [("3.800", "Vögel")]),
        # beside other words a number counts only where "es" stands for what is counted
        ("Der Wirt sagte, im Garten seien es 14.", [("14", "Vögel")]),
        ("Der Wirt sagte, im Garten seien es 14 und im Wald 30.", [("14", "Vögel")]),
        ("Der Wirt sagte, es blieben im Garten 14.", []),
        ("Der Wirt sagte, im Garten blieben 14.", []),
        # sentences between: one is near enough, two are not, nor another paragraph
        ("Es regnete. Der Wirt spricht von 14.", [("14", "Vögel")]),
        ("Es regnete. Es schneite. Der Wirt spricht von 14.", []),
        ("\n\nDer Wirt spricht von 14.", []),
    ],
)
def test_a_number_counts_what_the_one_before_counted(
    then: str, figures: list[tuple[str, str | None]]
) -> None:
    assert counted(f"{BIRDS} {then}") == figures


@pytest.mark.parametrize(
    ("lead", "what"),
    [
        # what a bare plural before a colon names
        ("Absagen gibt es auch: ", "Absagen"),
        ("Absagen häufen sich: ", "Absagen"),
        ("Viele Absagen gibt es: ", None),
        ("Die Absage kommt: ", None),
        ("Geld fehlt: ", None),
        ("Absagen gibt es auch. ", None),
        # what is asked for, or whose number is spoken of, without a number of its own
        ("Wie viele Gäste kamen, ist offen: ", "Gäste"),
        ("Wie viele der Häuser brannten, ist offen. ", "Häuser"),
        ("Wie vielen Rehen man half, ist offen. ", "Rehen"),
        ("Die Zahl der Anrufe sei zu niedrig, sagte das Amt. ", "Anrufe"),
        ("Die Anzahl von Anrufen sei zu niedrig, sagte das Amt. ", "Anrufen"),
        ("Das Amt zählte 20.000 Vögel. Die Zahl der Rehe blieb offen. ", "Rehe"),
        ("Die Zahl der Rehe blieb offen. Das Amt zählte 20.000 Vögel. ", "Vögel"),
        ("Wie lange die Gäste blieben, ist offen: ", None),
        ("Der Zahlmeister der Gäste war da. ", None),
        # a number of the same sentence, the last of several; none before
        ("Das Amt zählte 20.000 Vögel, ", "Vögel"),
        ("Das Amt zählte 20.000 Vögel und 30 Rehe. ", "Rehe"),
        ("Das Amt zählte 20.000 Vögel, 300.000 seien weg. ", "Vögel"),
        ("Das Amt zählte viele Vögel. ", None),
        ("", None),
    ],
)
def test_what_is_counted_is_named_before(lead: str, what: str | None) -> None:
    wirt = "der Wirt spricht von 14." if lead.endswith(", ") else "Der Wirt spricht von 14."
    assert counted(lead + wirt) == ([] if what is None else [("14", what)])
