"""Every reason why two figures can both be right, and the case beside it in which they cannot."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from claimtrack.conflicts.figures.apart import apart
from claimtrack.conflicts.figures.scopes import (
    demand_against_count,
    is_share,
    is_singled,
    is_there,
    is_whole,
    part_of,
    ratio_against_count,
)
from claimtrack.model import Figure
from tests.conflicts.building import at, count, exact, seen, vague

ULM = frozenset({"ulm"})
FORTY, MORE, SHARE = exact("40", 40), exact("402", 402), exact("zwei Drittel", 0.67)
FIRES, MANY_FIRES = exact("40", 40, "Brände"), exact("402", 402, "Brände")
SAME = (exact("40", 40), exact("402", 402))


def of(figure: Figure, *phrases: str, **given: Any) -> tuple[Figure, dict[str, Any]]:
    return replace(figure, scope=phrases), given


def measured(text: str) -> dict[str, Any]:
    return {"sort": "measure", "text": text}


def why(first: tuple[Figure, dict[str, Any]], second: tuple[Figure, dict[str, Any]]) -> str | None:
    one, other = (
        seen(name, figure, **given)
        for name, (figure, given) in zip("ab", (first, second), strict=True)
    )
    pair = (one.count, one.setting), (other.count, other.setting)
    assert (apart(*pair) is None) is (apart(*reversed(pair)) is None)
    return apart(*pair)


VETOES = [
    (of(FORTY), of(MORE), None),
    # A share is no number of things.
    (of(SHARE), of(MORE), "„zwei Drittel“ is a share, „402“ a number"),
    (of(MORE), of(SHARE), "„zwei Drittel“ is a share, „402“ a number"),
    (of(SHARE), of(exact("1", 1)), "„zwei Drittel“ is a share, „1“ a number"),
    (of(SHARE), of(exact("ein halbes", 0.5)), None),
    (of(exact("1", 1)), of(MORE), None),
    (of(vague("mehr als die Hälfte", 0.5, None)), of(MORE), None),
    (of(SHARE, dimension="meter"), of(MORE, dimension="meter"), None),
    (of(SHARE, dimension="meter"), of(MORE), None),
    # What two claims cut out of one sentence tell with the same two numbers.
    (of(FORTY, figures=SAME, quote=at(5), at=5), of(MORE, figures=SAME, quote=at(5), at=5),
     "both claims tell both numbers"),
    (of(FORTY, figures=SAME, quote=at(5), at=5), of(MORE, quote=at(5), at=5), None),
    (of(FORTY, quote=at(5), at=5), of(MORE, figures=SAME, quote=at(5), at=5), None),
    (of(FORTY, figures=SAME, quote=at(5), at=5), of(MORE, figures=SAME, quote=at(6), at=6), None),
    (of(FORTY, figures=SAME, quote=at(5), at=5),
     of(MORE, figures=SAME, quote=at(5), at=5, article="b"), None),
    (of(FORTY, figures=SAME, quote=at(5), at=-1), of(MORE, figures=SAME, quote=at(5), at=5), None),
    (of(FORTY, figures=SAME, quote=at(5), at=5), of(MORE, figures=SAME, quote=at(5), at=-1), None),
    (of(FORTY, figures=SAME, at=5), of(MORE, figures=SAME, quote=at(5), at=5), None),
    (of(FORTY, figures=SAME, quote=at(0), at=0), of(MORE, figures=SAME, quote=at(0), at=0),
     "both claims tell both numbers"),
    # A depth is no distance, by the words near the number.
    (of(FORTY, **measured("in einer Tiefe von 40")), of(MORE, **measured("402 nördlich der Stadt")),
     "one is a depth, the other a distance"),
    (of(FORTY, **measured("in einer Tiefe von 40")), of(MORE, **measured("die Tiefe war 402")),
     None),
    (of(FORTY, **measured("in einer Tiefe von 40")), of(MORE, **measured("es waren 402")), None),
    (of(FORTY, text="in einer Tiefe von 40"), of(MORE, text="402 nördlich der Stadt"), None),
    (of(FORTY, **measured("Tiefe" + " " * 41 + "40")), of(MORE, **measured("402 nördlich")), None),
    (of(FORTY, **measured("Tiefe" + " " * 40 + "40")), of(MORE, **measured("402 nördlich")),
     "one is a depth, the other a distance"),
    (of(FORTY, **measured("40" + " " * 40 + "Tiefe")), of(MORE, **measured("402 nördlich")),
     "one is a depth, the other a distance"),
    (of(FORTY, **measured("40" + " " * 42 + "Tiefe")), of(MORE, **measured("402 nördlich")), None),
    (of(FORTY, **measured("in einer Tiefe")), of(MORE, **measured("402 nördlich")), None),
    # Of the north and of the south.
    (of(FORTY, text="im Norden 40"), of(MORE, text="im Süden 402"),
     "one is of the Norden, the other of the Süden"),
    (of(FORTY, text="im Norden 40"), of(MORE, text="im Norden 402"), None),
    (of(FORTY, text="im Norden 40"), of(MORE, text="im Wald 402"), None),
    # So many a month, so many a year.
    (of(FORTY, "im Monat"), of(MORE, "im Jahr"),
     "one is so many a month, the other so many a year"),
    (of(FORTY, "im Monat"), of(MORE, "pro Jahr"),
     "one is so many a month, the other so many a year"),
    (of(FORTY, "im Monat"), of(MORE, "im Monat"), None),
    (of(FORTY, "im Monat"), of(MORE), None),
    (of(FORTY, "davon"), of(MORE, "davon"), None),
    # A part that is smaller than its whole.
    (of(FIRES, "der Brände"), of(MORE), "„40“ are some of those Brände that the text tells of"),
    (of(MANY_FIRES, "der Brände"), of(FORTY), None),
    (of(FIRES, "der Brände"), of(MORE, "der Häuser"), None),
    (of(FIRES, "der Häuser"), of(MORE), None),
    (of(FIRES, "der Brände"), of(MORE, population="house"), None),
    # Of one each, of a time, of a place.
    (of(FORTY, "pro Haus"), of(MORE, "insgesamt"), "„40“ is a figure „pro Haus“, „402“ of all"),
    (of(FORTY, "jedes Haus"), of(MORE, "insgesamt"), "„40“ is a figure „jedes Haus“, „402“ of all"),
    (of(FORTY, "pro Haus"), of(MORE), None),
    (of(MORE, "pro Haus"), of(FORTY, "insgesamt"), None),
    (of(FORTY, "pro Haus"), of(MORE, signs=frozenset({"total"})),
     "„40“ is a figure „pro Haus“, „402“ of all"),
    (of(FORTY, "pro Haus", signs=frozenset({"total"})), of(MORE, "insgesamt"), None),
    (of(FORTY, "in der Woche"), of(MORE, "seit Mai"),
     "„40“ is a figure „in der Woche“, „402“ of all"),
    (of(FORTY, "in derselben Woche"), of(MORE, "seit Mai"), None),
    (of(FORTY, "im selben Zeitraum"), of(MORE, "seit Mai"), None),
    (of(FORTY, "seit Woche"), of(MORE, "seit Mai"), None),
    (of(FORTY, "in Ulm", own_places=ULM), of(MORE, "landesweit"),
     "„40“ is a figure „in Ulm“, „402“ of all"),
    (of(FORTY, "in Ulm"), of(MORE, "landesweit"), None),
    (of(FORTY, "in Ulm", own_places=ULM), of(MORE, "in allen Städten"), None),
    (of(FORTY, "in Ulm", own_places=ULM), of(MORE, "insgesamt"), None),
    # What somebody is afraid of.
    (of(FORTY), of(MORE, "befürchtet"), "„402“ is what somebody is afraid of"),
    (of(MORE), of(FORTY, "befürchtet"), None),
    (of(FORTY), of(MORE, "erwartet"), None),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "reason"), VETOES)
def test_a_veto(
    first: tuple[Figure, dict[str, Any]], second: tuple[Figure, dict[str, Any]], reason: str | None
) -> None:
    assert why(first, second) == reason


@pytest.mark.parametrize(
    ("phrases", "whole", "part"),
    [
        (("der 34 Bezirke",), "34", True),
        (("der 340 Bezirke",), "34", False),
        (("der 134 Bezirke",), "34", False),
        (("der 34,5 Bezirke",), "34", False),
        (("der 34 Bezirke", "davon"), "34", True),
        (("der Bezirke",), "34", False),
        ((), "34", False),
    ],
)
def test_a_part_that_names_its_whole(phrases: tuple[str, ...], whole: str, part: bool) -> None:
    one, other = count("a", replace(exact("21", 21), scope=phrases)), count("b", exact(whole, 34))
    expected = "„21“ is a part of „34“" if part else None
    assert part_of(one, other) == part_of(other, one) == expected


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        (("fordert",), (), "„40“ is what somebody demands"),
        ((), ("fordert",), "„402“ is what somebody demands"),
        (("fordert",), ("fordert",), None),
        ((), (), None),
    ],
)
def test_a_demand_against_a_count(
    first: tuple[str, ...], second: tuple[str, ...], said: str | None
) -> None:
    one, other = (
        count(n, replace(f, scope=s)) for n, f, s in (("a", FORTY, first), ("b", MORE, second))
    )
    assert demand_against_count(one, other) == said


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("es stehe drei zu 40", "402", "„40“ is a part of a ratio"),
        ("es stehe 3 : 40", "402", "„40“ is a part of a ratio"),
        ("es stehe 40 zu drei", "402", "„40“ is a part of a ratio"),
        ("40", "es stehe 402 zu drei", "„402“ is a part of a ratio"),
        ("es stehe drei zu 40", "es stehe 402 zu drei", None),
        ("von 40 zu vielen", "402", None),
        ("bis zu 40", "402", None),
        ("drei zu vier", "402", None),
    ],
)
def test_a_ratio_against_a_count(first: str, second: str, said: str | None) -> None:
    assert (
        ratio_against_count(count("a", FORTY, claim=first), count("b", MORE, claim=second)) == said
    )


@pytest.mark.parametrize(
    ("words", "share", "singled", "there", "whole"),
    [
        ("es brannten 40 Häuser", False, False, False, False),
        ("ein Drittel brannte, das seien 40", True, False, False, False),
        ("ein Drittel brannte, das seien in etwa genau 40", True, False, False, False),
        ("ein Drittel brannte, das seien in etwa genau so 40", False, False, False, False),
        ("ein Drittel brannte, es waren 40", False, False, False, False),
        ("ein Drittel brannte; das seien 40", False, False, False, False),
        ("40 wurden beigesetzt", False, True, False, False),
        ("die dortigen 40", False, False, True, False),
        ("9 der 40 Häuser", False, False, False, True),
        ("9 von insgesamt 40 Häusern", False, False, False, True),
        ("9 und 40 Häuser", False, False, False, False),
    ],
)
def test_what_words_tell_of_a_number(
    words: str, share: bool, singled: bool, there: bool, whole: bool
) -> None:
    own = count("a", FORTY, claim=words, figures=(FORTY, exact("9", 9)))
    told = is_share(own), is_singled(own), is_there(own), is_whole(own)
    assert told == (share, singled, there, whole)
