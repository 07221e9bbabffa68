"""Every reason why two figures are not compared, and the case beside it in which they are."""

from __future__ import annotations

from typing import Any

import pytest

from claimtrack.conflicts.figures.comparable import barrier
from claimtrack.conflicts.statement.statement import Days
from tests.conflicts.building import at, count, exact

AB, BC, ABC = (frozenset(letters) for letters in (("xa", "xb"), ("xb", "xc"), ("xa", "xb", "xc")))
ULM, BONN, PERU, CHILE = (frozenset({name}) for name in ("ulm", "bonn", "Peru", "Chile"))
LINKS = {place: frozenset("ab") for place in "ab"} | {"c": frozenset("c")}
FORCES = {"population": "soldiers", "label": "Soldaten", "sort": "forces"}
PEOPLE = {"population": "people", "label": "Menschen", "sort": "people"}
SUM = {"population": "damage", "label": "Schaden", "sort": "sum"}


def days(last: int | None) -> dict[str, Any]:
    return {"days": Days(None, last)}


def both(**given: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    return given, given


def reason(first: dict[str, Any], second: dict[str, Any]) -> str | None:
    plain = {"gist": ABC, "claim": "x" * 40}
    one = count("a0", exact("40", 40), **{"actors": ("Berg",), **plain, **first})
    other = count("b0", exact("55", 55), **{"actors": ("Vogt",), "article": "b", **plain, **second})
    assert (barrier(one, other, LINKS) is None) is (barrier(other, one, LINKS) is None)
    return barrier(one, other, LINKS)


THE_SAME_THING = [
    ({}, {}, None),
    ({}, {"population": "house", "label": "Häuser"},
     "they count different things: Brände and Häuser"),
    ({"unit": "euro"}, {"unit": "dollar"}, "they count different things: Brände and Brände"),
    (*both(unit="euro"), None),
    ({"topic": "A"}, {"topic": "B"}, "they have different topics: A and B"),
    ({"topic": "A"}, {"topic": "A"}, None),
    ({"topic": "A"}, {}, None),
    ({"stance": "demands"}, {}, "„40“ is what somebody demands"),
    ({}, {"stance": "demands"}, "„55“ is what somebody demands"),
    ({"actors": ("Vogt",), "article": "b"}, {}, "one speaker in one article: parts of one account"),
    ({"actors": ("Vogt",)}, {}, None),
    ({"actors": ("Vogt", "Berg"), "article": "b"}, {}, None),
    ({"actors": ("Vogt",), "article": None, "place": "b"}, {"article": None, "place": "b"}, None),
    ({"bare": False}, {}, "one of them counts a part only, by its adjective"),
    ({}, {"bare": False}, "one of them counts a part only, by its adjective"),
    (*both(bare=False), None),
    ({"bare": False, "owners": PERU}, {"owners": PERU}, None),
    ({"scope": "each"}, {}, "one is a figure each, the other in all"),
    ({}, {"scope": "a day"}, "one is a figure in all, the other a day"),
    (*both(scope="each"), None),
    ({"of_several": True}, {}, "„40“ is one of several figures for Brände in one claim"),
    ({}, {"of_several": True}, "„55“ is one of several figures for Brände in one claim"),
]  # fmt: skip
OWNERS = [
    ({"owners": PERU}, {"owners": CHILE}, "they belong to different owners: Peru and Chile"),
    ({"owners": PERU}, {}, "they belong to different owners: Peru and nobody named"),
    ({"owners": PERU}, {"owners": PERU | CHILE},
     "they belong to different owners: Peru and Chile, Peru"),
    (*both(owners=PERU), None),
    ({**FORCES, "owners": PERU}, {**FORCES, "owners": PERU | CHILE}, None),
    ({**FORCES, "owners": PERU}, {**FORCES, "owners": CHILE},
     "they belong to different owners: Peru and Chile"),
    ({**FORCES, "owners": PERU}, FORCES, "it is not said whose Soldaten both are"),
    (FORCES, FORCES, "it is not said whose Soldaten both are"),
    ({**FORCES, "owners": PERU, "article": "b"}, FORCES, None),
    ({**FORCES, "article": "b"}, FORCES, None),
]  # fmt: skip
STATES = [
    (*both(state="killed"), None),
    ({"state": "sent"}, {"state": "deployed"}, None),
    ({"state": "killed"}, {"state": "wounded"},
     "different things happened to them: killed and wounded"),
    ({"state": "killed"}, {}, "different things happened to them: killed and nothing told"),
    ({"state": "planned"}, {"state": "sent"}, None),
    ({"state": "sent"}, {"state": "planned"}, None),
    ({"state": "planned"}, {"state": "killed"},
     "different things happened to them: planned and killed"),
    ({"state": "sent"}, {"state": "killed"}, "different things happened to them: sent and killed"),
    ({**FORCES, "state": "sent", "owners": PERU}, {**FORCES, "state": "killed", "owners": PERU},
     None),
    ({**FORCES, "state": "planned", "owners": PERU}, {**FORCES, "state": "killed", "owners": PERU},
     "different things happened to them: planned and killed"),
    ({"state": "active"}, {"state": "killed"}, "one says how many are active, the other killed"),
    ({"state": "killed"}, {"state": "active"}, "one says how many are killed, the other active"),
    ({"state": "active"}, {}, "one says how many are active, the other nothing told"),
    ({}, {"state": "active"}, "one says how many are active, the other nothing told"),
]  # fmt: skip
PLACES = [
    ({"article": "c"}, {}, "nothing shows that the two articles tell of one event"),
    ({"article": "c", "topic": "A"}, {"topic": "A"}, None),
    ({"places": ULM}, {"places": BONN}, "they are of different places: ulm and bonn"),
    ({"places": ULM}, {"places": ULM | BONN}, None),
    ({"places": ULM}, {}, None),
    ({**FORCES, "places": ULM, "owners": PERU}, {**FORCES, "places": BONN, "owners": PERU}, None),
    ({"claim": "dort brenne es an vielen Orten"}, {},
     "„40“ is of another place, to which its words point"),
    ({}, {"claim": "Dorthin gehe es für sehr viele"},
     "„55“ is of another place, to which its words point"),
    ({"claim": "dort brenne es an vielen Orten", "places": ULM}, {}, None),
    ({"claim": "dort brenne es an vielen Orten"}, {"claim": "dort brannte es auch"}, None),
    # What follows at once is of it, too: no more than sixty characters lie between.
    ({"claim": "dort brenne es", "article": "b", "quote": at(0)}, {"quote": at(74)}, None),
    ({"claim": "dort brenne es", "article": "b", "quote": at(0)}, {"quote": at(75)},
     "„40“ is of another place, to which its words point"),
    ({"claim": "dort brenne es", "article": "b", "quote": at(100)}, {"quote": at(0)}, None),
    ({"claim": "dort brenne es", "article": "b", "quote": at(101)}, {"quote": at(0)},
     "„40“ is of another place, to which its words point"),
    ({"claim": "dort brenne es", "quote": at(0)}, {"quote": at(74)},
     "„40“ is of another place, to which its words point"),
]  # fmt: skip
TIMES = [
    ({"about": "2024-05"}, {"about": "2024-06"},
     "they are about different times: 2024-05 and 2024-06"),
    ({"about": "2024-05"}, {"about": "2024-05-03"}, None),
    ({"about": "2024-05"}, {}, None),
    ({"about": "neulich"}, {"about": "neulich"}, None),
    ({"about": "neulich"}, {"about": "2024-05"},
     "they are about different times: neulich and 2024-05"),
    ({"periods": frozenset({"mai"})}, {"periods": frozenset({"juni"})},
     "they are of different times: mai and juni"),
    ({"periods": frozenset({"mai"})}, {"periods": frozenset({"mai"})}, None),
    ({"periods": frozenset({"mai"})}, {}, None),
    # A year that is over when the other was told, on New Year's Day of 2020 or the day before.
    ({"periods": frozenset({"2019"})}, days(737425),
     "„40“ is of 2019, „55“ of the days it was told"),
    ({"periods": frozenset({"2019"}), **days(737424)}, days(737424), None),
    (days(737425), {"periods": frozenset({"2019"})},
     "„55“ is of 2019, „40“ of the days it was told"),
    ({"periods": frozenset({"2019"})}, days(None), None),
    ({"periods": frozenset({"2019"}), **days(737425)},
     {"periods": frozenset({"2019"}), **days(737425)}, None),
    # Told long after each other.
    (days(100), days(160), None),
    (days(100), days(161), "they were told 61 days apart"),
    (days(161), days(100), "they were told 61 days apart"),
    (days(100), days(None), None),
    ({**days(100), **FORCES, "owners": PERU, "state": "sent"},
     {**days(900), **FORCES, "owners": PERU, "state": "sent"}, None),
    ({**days(100), "owners": PERU}, {**days(900), "owners": PERU}, "they were told 800 days apart"),
    ({**days(100), "state": "sent"}, {**days(900), "state": "sent"},
     "they were told 800 days apart"),
    ({**days(100), "state": "missing"}, {**days(100), "state": "missing"}, None),
    ({**days(100), "state": "missing"}, {**days(101), "state": "missing"},
     "how many are missing is of one day, and they were told 1 days apart"),
    ({**days(100), "state": "attending"}, {**days(102), "state": "attending"}, None),
    ({**days(100), "state": "attending"}, {**days(103), "state": "attending"},
     "how many are attending is of one day, and they were told 3 days apart"),
]  # fmt: skip
WORDS = [
    ({"gist": AB}, {"gist": BC}, None),
    ({"gist": AB}, {"gist": frozenset({"xb", "xc", "xd", "xe", "xf"})},
     "their words do not show that they count the same Brände"),
    ({"gist": AB}, {"gist": frozenset({"xd"})},
     "their words do not show that they count the same Brände"),
    ({"gist": frozenset({"fire"})}, {"gist": frozenset({"fire"})},
     "their words do not show that they count the same Brände"),
    ({**PEOPLE, "state": "killed", "gist": AB}, {**PEOPLE, "state": "killed", "gist": ULM}, None),
    ({**PEOPLE, "gist": AB}, {**PEOPLE, "gist": ULM},
     "their words do not show that they count the same Menschen"),
    ({"state": "cut", "acts": ULM, "gist": AB}, {"state": "cut", "acts": ULM, "gist": BONN}, None),
    ({"acts": ULM, "gist": AB}, {"acts": ULM, "gist": BONN},
     "their words do not show that they count the same Brände"),
    ({"state": "cut", "acts": ULM, "gist": AB}, {"state": "cut", "gist": BONN},
     "their words do not show that they count the same Brände"),
    # A sum tells nothing beyond its name, or words alike.
    ({**SUM, "gist": AB}, {**SUM, "gist": AB}, None),
    ({**SUM, "gist": AB}, {**SUM, "gist": BC}, None),
    ({**SUM, "gist": frozenset({"damage"})}, {**SUM, "gist": frozenset({"damage"})}, None),
    ({**SUM, "gist": frozenset({"damage"})}, {**SUM, "gist": AB},
     "their words do not show that they count the same Schaden"),
    ({**SUM, "gist": frozenset({"damage"}), "title_gist": AB}, {**SUM, "gist": AB}, None),
    ({**SUM, "gist": frozenset({"damage"})}, {**SUM, "gist": AB, "title_gist": AB}, None),
    ({**SUM, "gist": frozenset({"damage", "ulm"}), "places": ULM}, {**SUM, "gist": frozenset()},
     None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [*THE_SAME_THING, *OWNERS, *STATES, *PLACES, *TIMES, *WORDS],
)
def test_a_barrier(first: dict[str, Any], second: dict[str, Any], why: str | None) -> None:
    assert reason(first, second) == why


def test_figures_of_one_claim_are_not_compared() -> None:
    one = count("a0", exact("40", 40), gist=ABC)
    other = count("a0", exact("55", 55), gist=ABC, actors=("Vogt",))
    assert barrier(one, other, LINKS) == "both stand in one claim"
