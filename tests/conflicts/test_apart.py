"""Two figures that can both be right: shares, depths, parts of a whole, what is feared."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from claimtrack.conflicts import why
from claimtrack.conflicts.figures.apart import apart
from claimtrack.conflicts.figures.measures import MEASURE
from tests.conflicts.building import exact, seen
from tests.conflicts.test_evidence import DAY, article, held, shown

Scope = tuple[str, ...]


def between(first: tuple[str, str, Scope], second: tuple[str, str, Scope]) -> tuple[list[str], str]:
    """What is shown of two sentences that follow each other, each with its number and scope."""
    (one, mine, scope), (other, theirs, others) = first, second
    source, text, said = article(
        "a", f"Bei Brennitz am Fluss: {one} {other}",
        [("Polizei", one, "asserts", mine), ("Kammer", other, "asserts", theirs)],
        DAY,
    )  # fmt: skip
    scoped = [
        replace(each, figures=tuple(replace(figure, scope=narrowed) for figure in each.figures))
        for each, narrowed in zip(said, (scope, others), strict=True)
    ]
    told = (source, text, scoped)
    book, texts = held(told)
    reasons = why(book, "a0", "a1", texts=lambda each: texts[each.id]).reasons
    return [each.kind for each in shown(told)], " ".join(reasons)


@pytest.mark.parametrize(
    ("first", "second", "kinds", "reason"),
    [
        # a share is no number
        (("Zwei Drittel fehlten der Polizei.", "Zwei Drittel|Bücher", ()),
         ("Die Kammer vermisst 120 Bücher.", "120|Bücher", ()), [], "is a share"),
        (("Der Polizei fehlten 40 Bücher.", "40|Bücher", ()),
         ("Die Kammer vermisst dagegen 120 Bücher.", "120|Bücher", ()), ["figure"], ""),
        # an age then and now
        (("2011 sei er noch 14 Jahre alt gewesen, so die Polizei.", "14 Jahre alt", ()),
         ("Heute ist er laut Kammer 27 Jahre alt.", "27 Jahre alt", ()), [], ""),
        (("Heute sei er noch 14 Jahre alt, so die Polizei.", "14 Jahre alt", ()),
         ("Heute ist er laut Kammer 27 Jahre alt.", "27 Jahre alt", ()), ["figure"], ""),
        # some of those told of
        (("Die Polizei zählte 402 Besucher.", "402|Besucher", ()),
         ("Die Kammer zählte 150 der Besucher.", "150|Besucher", ("der Besucher",)),
         [], "some of those Besucher"),
        (("Die Polizei zählte 402 Besucher.", "402|Besucher", ()),
         ("Die Kammer zählte 950 der Besucher.", "950|Besucher", ("der Besucher",)),
         ["figure"], ""),
        # those among others of another noun
        (("Die Polizei zählte 2.400 Zuschauer.", "2.400|Zuschauer", ()),
         ("Die Kammer zählte darunter 200 Gästefans.", "200|Gästefans", ("darunter",)),
         [], "are a part"),
        (("Die Polizei zählte 2.400 Zuschauer.", "2.400|Zuschauer", ()),
         ("Die Kammer zählte darunter 9.200 Zuschauer.", "9.200|Zuschauer", ("darunter",)),
         ["figure"], ""),
        # so many a month and a year
        (("Die Polizei zählte 500 Unfälle im Jahr.", "500|Unfälle", ("im Jahr",)),
         ("Die Kammer zählte dagegen 45 Unfälle im Monat.", "45|Unfälle", ("im Monat",)),
         [], "so many a month"),
        (("Die Polizei zählte 500 Unfälle im Jahr.", "500|Unfälle", ("im Jahr",)),
         ("Die Kammer zählte dagegen 950 Unfälle im Jahr.", "950|Unfälle", ("im Jahr",)),
         ["figure"], ""),
        # a time and all times
        (("Seit Januar zählte die Polizei 80 Unfälle.", "80|Unfälle", ("Seit Januar",)),
         ("In der Woche waren es laut Kammer 30 Unfälle.", "30|Unfälle", ("In der Woche",)),
         [], "of all"),
        (("Seit Januar zählte die Polizei 80 Unfälle.", "80|Unfälle", ("Seit Januar",)),
         ("In der Woche waren es laut Kammer 130 Unfälle.", "130|Unfälle", ("In der Woche",)),
         ["figure"], ""),
        (("Seit Januar zählte die Polizei 80 Unfälle.", "80|Unfälle", ("Seit Januar",)),
         ("Im selben Zeitraum waren es laut Kammer 30 Unfälle.", "30|Unfälle",
          ("Im selben Zeitraum",)),
         ["figure"], ""),
        # one each and all together
        (("Jeder Turm koste 6 Millionen Euro, so die Polizei.", "6 Millionen Euro",
          ("Jeder Turm",)),
         ("Alle Türme zusammen kosten laut Kammer 9 Millionen Euro.", "9 Millionen Euro", ()),
         [], "of all"),
        (("Jeder Turm koste 6 Millionen Euro, so die Polizei.", "6 Millionen Euro",
          ("Jeder Turm",)),
         ("Jeder Turm koste laut Kammer 9 Millionen Euro.", "9 Millionen Euro", ("Jeder Turm",)),
         ["figure"], ""),
        # north and south
        (("Im Norden Lesks zählte die Polizei 10.000 Besucher.", "10.000|Besucher", ()),
         ("Im Süden Lesks zählte die Kammer 6.000 Besucher.", "6.000|Besucher", ()),
         [], "of the Norden"),
        (("Im Norden Lesks zählte die Polizei 10.000 Besucher.", "10.000|Besucher", ()),
         ("Im Norden Lesks zählte die Kammer 6.000 Besucher.", "6.000|Besucher", ()),
         ["figure"], ""),
        # depth and distance
        (("Das Loch liege in einer Tiefe von 36 Kilometern, so die Polizei.", "", ()),
         ("Das Loch liege 92 Kilometer nördlich der Stadt, so die Kammer.", "", ()),
         [], ""),
        (("Das Loch liege in einer Tiefe von 36 Kilometern, so die Polizei.", "", ()),
         ("Die Kammer gab die Tiefe des Lochs mit 92 Kilometern an.", "", ()),
         ["figure"], ""),
        # height and distance
        (("Der Turm sei 60 Meter hoch, so die Polizei.", "", ()),
         ("Teile des Turms flogen laut Kammer 320 Meter weit.", "", ()), [], ""),
        # what somebody is afraid of
        (("Die Polizei befürchtet 100 Tote.", "100|Tote", ("befürchtet",)),
         ("Die Kammer zählte dagegen 12 Tote.", "12|Tote", ()), [], "afraid of"),
        (("Die Polizei befürchtet 10 Tote.", "10|Tote", ("befürchtet",)),
         ("Die Kammer zählte dagegen 12 Tote.", "12|Tote", ()), ["figure"], ""),
    ],
)  # fmt: skip
def test_figures_that_can_both_be_right(
    first: tuple[str, str, Scope], second: tuple[str, str, Scope], kinds: list[str], reason: str
) -> None:
    found, reasons = between(first, second)
    assert found == kinds
    assert reason in reasons


def test_two_claims_cut_out_of_one_sentence_tell_both_numbers() -> None:
    words = "Berg liege mit 55 Prozent vor Holm mit 44 Prozent"
    source, text, (one, other) = article(
        "a", f"In Lesk zähle man noch, {words}, so die Kammer.",
        [("Kammer", words, "asserts", "55 Prozent|Stimmen"),
         ("Polizei", f"zähle man noch, {words}", "asserts", "44 Prozent|Stimmen")],
        DAY,
    )  # fmt: skip
    both = (*one.figures, *other.figures)
    told = [replace(one, figures=both), replace(other, figures=both)]
    assert not shown((source, text, told))


@pytest.mark.parametrize(
    ("numbers", "pairs"),
    [
        (("neun|Polizisten", "acht|Zivilisten"), [("acht", "22")]),
        (("neun|Polizisten",), [("neun", "22")]),
    ],
)
def test_of_two_lists_each_figure_has_one_partner(
    numbers: tuple[str, ...], pairs: list[tuple[str, str]]
) -> None:
    from tests.conflicts.test_evidence import figures

    source, text, (one, other) = article(
        "a", "In Lesk wurden laut Polizei neun Polizisten und acht Zivilisten verletzt. "
        "Die Kammer sprach dagegen von 22 verletzten Zivilisten.",
        [("Polizei", "neun Polizisten und acht Zivilisten verletzt", "asserts", ""),
         ("Kammer", "Die Kammer sprach dagegen von 22 verletzten Zivilisten", "asserts",
          "22|Zivilisten")],
        DAY,
    )  # fmt: skip
    listed = replace(one, figures=tuple(each for number in numbers for each in figures(number)))
    found = shown((source, text, [listed, other]))
    told = [tuple(str(side.figure.text) for side in each.sides if side.figure) for each in found]
    assert told == pairs


@pytest.mark.parametrize(("share", "is_told"), [(0.5, True), (0.0, False), (1.0, False)])
def test_a_part_of_one_is_a_share_and_nothing_at_all_is_none(share: float, is_told: bool) -> None:
    part, number = seen("a0", exact("halb", share)), seen("b0", exact("120", 120))
    told = apart((part.count, part.setting), (number.count, number.setting))
    assert ("is a share" in (told or "")) is is_told


@pytest.mark.parametrize(
    ("first", "second", "is_told"),
    [
        ("Sieben Wochen nach dem Brand", "vor einer Woche", True),
        ("sieben Wochen zuvor", "eine Woche danach", True),
        ("sieben Wochen vor dem Brand", "vor einer Woche", True),
        ("vor rund sieben Wochen", "vor einer Woche", False),
        ("sieben Wochen nach dem Brand", "eine Woche später", False),
        ("es dauere sieben Wochen", "vor einer Woche", False),
    ],
)
def test_when_something_was_is_told_from_two_ends(first: str, second: str, is_told: bool) -> None:
    span = re.compile(r"(?:sieben|einer?) Wochen?", re.I)
    sides = [
        seen(name, exact(span.findall(text)[0], 7.0), text=text, sort=MEASURE, unit="Sekunde")
        for name, text in (("a0", first), ("b0", second))
    ]
    told = apart(*((side.count, side.setting) for side in sides))
    assert ("the other how long" in (told or "")) is is_told
