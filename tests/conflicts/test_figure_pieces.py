"""Each piece of evidence that two figures are of one thing, and what it takes.

A row gives what is known of two figures and of what stands around them, and how the evidence
differs from that of two plain figures in neighbouring sentences of one article.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from claimtrack.conflicts.figures.evidence import evidence
from claimtrack.conflicts.statement.passage import Layout
from claimtrack.conflicts.statement.statement import Days
from claimtrack.model import Figure
from tests.conflicts.building import about, difference, exact, seen, vague

AB, BC, B = (frozenset(letters) for letters in (("xa", "xb"), ("xb", "xc"), ("xb",)))
"""Stems equally rare: half of one stands in the other."""
ULM, BONN, PERU, CHILE, BERG, VOGT = (
    frozenset({name}) for name in ("ulm", "bonn", "Peru", "Chile", "berg", "vogt")
)
LINKS = {place: frozenset("ab") for place in "ab"}
FORTY, MORE, NINE = exact("40", 40), exact("55", 55), exact("9", 9)
CONTRAST = "Es brannte. Dagegen zählte man mehr. Es regnete. Es schneite. Es stürmte."


def signs(*names: str) -> dict[str, Any]:
    return {"signs": frozenset(names)}


def scope(figure: Figure, *phrases: str) -> Figure:
    return replace(figure, scope=phrases)


def pieces(
    first: dict[str, Any], second: dict[str, Any], one: Figure = FORTY, other: Figure = MORE
) -> dict[str, float]:
    plain = {"confidence": "stated", "reported": "2024-06-03"}
    before = {**plain, "actors": ("Berg",), "speakers": BERG, **first}
    behind = {**plain, "actors": ("Vogt",), "speakers": VOGT, "at": 26, "sentence": 1, **second}
    return evidence(seen("a0", one, **before), seen("b0", other, **behind), LINKS)


def people(population: str, label: str, sort: str = "people", **more: Any) -> dict[str, Any]:
    return {"population": population, "label": label, "sort": sort, **more}


def test_two_plain_figures() -> None:
    names = {"same_noun", "next_sentence", "same_paragraph", "one_magnitude"}
    assert pieces({}, {}) == dict.fromkeys(names, 1.0)


SHARE = {"unit": "percent"}
TORE, HOF, WIESE = frozenset({"tor", "hof"}), frozenset({"hof"}), frozenset({"wiese", "zaun"})
MEASURED = [
    ({"subject": TORE, "unit": "euro"}, {"subject": HOF, "unit": "euro"}, "same_subject"),
    ({"subject": TORE, "unit": "euro"}, {"subject": WIESE, "unit": "euro"}, "other_subject"),
    ({"subject": TORE, "unit": "euro"}, {"unit": "euro"}, ""),
    ({"subject": TORE}, {"subject": WIESE}, ""),
    ({"subject": TORE}, {"subject": WIESE, "unit": "euro"}, ""),
]
"""What is measured where no noun is counted; a sum beside a count is left to its noun."""


@pytest.mark.parametrize(("first", "second", "names"), MEASURED)
def test_what_the_clauses_tell_of(
    first: dict[str, Any], second: dict[str, Any], names: str
) -> None:
    subjects = {"same_subject", "other_subject"}
    assert pieces(first, second).keys() & subjects == set(names.split())


COUNTED = [
    ({"population": ""}, {}, "noun_left_out -same_noun"),
    ({}, {"population": ""}, "noun_left_out -same_noun"),
    ({"population": "house", "label": "Häuser"}, {}, "other_thing -same_noun"),
    ({"population": "zug", "label": "Züge"}, {"population": "verbindung", "label": "Verbindungen"},
     "kin_noun -same_noun"),
    ({"population": "zug", "label": "Züge"}, {"population": "flug", "label": "Flüge"},
     "other_thing -same_noun"),
    (people("demonstrators", "Demonstranten"), {}, "other_class -same_noun"),
    (people("demonstrators", "Demonstranten"), people("police", "Polizisten"),
     "other_people -same_noun"),
    (people("demonstrators", "Demonstranten"), people("people", "Menschen"),
     "-same_noun some_people"),
    (people("people", "Menschen"), people("demonstrators", "Demonstranten"),
     "-same_noun some_people"),
    (people("people", "Menschen"), people("helfer", "Helfer"), "other_people -same_noun"),
    (people("helfer", "Helfer"), people("people", "Menschen"), "other_people -same_noun"),
    (people("demonstrators", "Demonstranten"), people("fahrgast", "Fahrgäste", "thing"),
     "-same_noun some_people"),
    (people("soldiers", "Soldaten", "forces"), people("police", "Polizisten"),
     "other_people -same_noun"),
    (people("fahrgast", "Fahrgäste", "thing"), people("fahrgast", "Fahrgäste", "thing"), ""),
    ({"owners": PERU}, {"owners": CHILE}, "other_owner"),
    ({"owners": PERU}, {"owners": PERU}, "same_owner"),
    ({"owners": PERU}, {"owners": PERU | CHILE}, "same_owner"),
    ({"owners": PERU, "state": "sent"}, {"owners": PERU, "state": "killed"}, "other_state"),
    ({"owners": PERU}, {}, ""),
    ({"bare": False}, {}, "narrowed"),
    ({}, {"bare": False}, "narrowed"),
    ({"bare": False}, {"bare": False}, ""),
    ({"bare": False, "owners": PERU}, {}, ""),
    # Words alike to which no barrier is known.
    ({"gist": AB}, {"gist": AB}, "plain"),
    ({"gist": AB}, {"gist": BC}, "plain"),
    ({"gist": AB}, {"gist": BC, **signs("history")}, "history_on_one_side"),
]  # fmt: skip
STATES = [
    ({"state": "killed"}, {"state": "killed"}, "same_state"),
    ({"state": "sent"}, {"state": "deployed"}, "same_state=0.7"),
    ({"state": "planned"}, {"state": "ready"}, "same_state=0.7"),
    ({"state": "killed"}, {"state": "wounded"}, "other_fate"),
    ({"state": "killed"}, {"state": "damaged"}, "other_state"),
    ({"state": "shot_down"}, {"state": "abstained"}, "other_fate"),
    ({"state": "damaged"}, {"state": "planned"}, "other_state"),
    ({"state": "killed"}, {}, "fate_on_one_side"),
    ({}, {"state": "killed"}, "fate_on_one_side"),
    ({"state": "damaged"}, {}, ""),
    ({"state": "killed"}, {"state": "executed"}, "other_state"),
    ({"state": "affected"}, {"state": "killed"}, "other_state"),
    ({"state": "evacuated"}, {"state": "rescued"}, "kin_state"),
    ({"state": "damaged", **SHARE}, {"state": "planned", **SHARE}, "other_share other_state"),
    ({"state": "damaged", **SHARE}, {"state": "planned"}, "other_state"),
    ({"state": "damaged", **SHARE}, {"state": "damaged", **SHARE}, "same_state"),
]  # fmt: skip
SPEAKERS = [
    ({"speakers": frozenset()}, {}, "no_source"),
    ({}, {"speakers": frozenset()}, "no_source"),
    ({"speakers": VOGT}, {}, "same_source"),
    ({"speakers": VOGT}, {"article": "b"},
     "-next_sentence other_article -same_paragraph same_source_across"),
    ({}, {"article": "b"}, "-next_sentence other_article -same_paragraph"),
    ({"stems": AB}, {"stems": BC}, "alike=0.5"),
    ({"stems": AB}, {"stems": B}, "alike=0.667"),
    ({"stems": AB}, {"before": BC}, "alike_before=0.5"),
    ({"before": AB}, {"stems": BC}, "alike_before=0.5"),
    ({"before": AB}, {"before": BC}, ""),
    ({"stems": AB}, {"before": BC, "article": "b"},
     "alike_across=0.5 -next_sentence other_article -same_paragraph"),
    ({"before": AB}, {"before": BC, "article": "b"},
     "alike_across=0.5 -next_sentence other_article -same_paragraph"),
    ({}, {"article": "b", "days": Days(120, 120)}, "-next_sentence other_article -same_paragraph"),
    ({}, {"article": "b", "days": Days(121, 121)},
     "far_in_time -next_sentence other_article -same_paragraph"),
    # The later number says itself that it is the newer one of one body.
    ({"actors": ("Kammer",)}, {"actors": ("Kammer",), "days": Days(101, 101), **signs("now")},
     "now_of_one_body"),
    ({"actors": ("Kammer",)}, {"text": "Die Kammer", "days": Days(101, 101), **signs("now")},
     "now_of_one_body"),
    ({"actors": ("Kammer",)}, {"actors": ("Kammer",), "days": Days(100, 100), **signs("now")}, ""),
    ({"actors": ("Kammer",)}, {"actors": ("Kammer",), "days": Days(None, None), **signs("now")},
     ""),
    ({"actors": ("Kammer",), **signs("now")}, {"actors": ("Kammer",), "days": Days(101, 101)}, ""),
    ({"actors": ("Kammer",), "days": Days(101, 101), **signs("now")}, {"actors": ("Kammer",)},
     "now_of_one_body"),
    ({"actors": ("Kammer",)}, {"actors": ("Amt",), "days": Days(101, 101), **signs("now")}, ""),
    ({"actors": ("Sprecher",)}, {"actors": ("Sprecher",), "days": Days(101, 101), **signs("now")},
     ""),
]  # fmt: skip
PLACES = [
    ({}, {"sentence": 0}, "-next_sentence one_sentence"),
    ({"speakers": VOGT}, {"sentence": 0}, "-next_sentence same_source"),
    ({"speakers": VOGT}, {"speakers": BERG | VOGT, "sentence": 0}, "-next_sentence same_source"),
    ({"speakers": frozenset()}, {"sentence": 0}, "-next_sentence no_source"),
    ({}, {"sentence": 2}, "-next_sentence"),
    ({}, {"sentence": 3}, "distant=0.167 -next_sentence"),
    ({}, {"sentence": 8}, "distant -next_sentence"),
    ({}, {"sentence": 9}, "distant -next_sentence"),
    ({"sentence": 3}, {}, "-next_sentence"),
    ({}, {"sentence": -1}, "-next_sentence -same_paragraph"),
    ({"layout": None}, {}, "-next_sentence -same_paragraph"),
    ({}, {"paragraph": 1}, "-same_paragraph"),
    # Words between two numbers that set them against each other, or measure.
    ({"layout": Layout.of(CONTRAST)}, {}, "contrast_near"),
    ({"layout": Layout.of(CONTRAST)}, {"sentence": 2}, "contrast_near -next_sentence"),
    ({"layout": Layout.of(CONTRAST), "sentence": 2, "at": 30}, {"sentence": 4, "at": 40},
     "-next_sentence"),
    ({"layout": Layout.of(CONTRAST)}, {"sentence": 3, "text": "Dagegen zählte man"},
     "contrast_far distant=0.167 -next_sentence"),
    ({"layout": Layout.of(CONTRAST)}, {"sentence": 3, "text": "Man zählte"},
     "distant=0.167 -next_sentence"),
    ({"text": "Dagegen zählte man"}, {"sentence": 3}, "distant=0.167 -next_sentence"),
    ({"text": "Dagegen zählte man", "at": 50}, {"sentence": 3},
     "contrast_far distant=0.167 -next_sentence"),
    ({}, signs("measuring"), "measured_next"),
    (signs("measuring"), {}, ""),
    ({"at": 27, **signs("measuring")}, {}, "measured_next"),
    ({}, {"sentence": 2, **signs("measuring")}, "measured_next -next_sentence"),
    ({}, {"sentence": 3, **signs("measuring")}, "distant=0.167 -next_sentence"),
]  # fmt: skip
NARROWED = [
    ({}, signs("history"), "history_on_one_side"),
    (signs("history"), {}, "history_on_one_side"),
    (signs("history"), signs("history"), ""),
    ({}, signs("plan"), "plan_on_one_side=0.3"),
    ({}, {"sentence": 2, **signs("plan")}, "-next_sentence plan_on_one_side"),
    ({}, signs("per_time"), "per_time_on_one_side=0.3"),
    ({}, signs("each"), "each_on_one_side"),
    ({}, signs("limit"), "limit_on_one_side"),
    ({}, signs("wish"), "wish_on_one_side"),
    ({}, signs("stock"), "larger_whole stock_on_one_side"),
    ({}, signs("since"), "larger_whole since_on_one_side"),
    (signs("since"), {}, "since_on_one_side"),
    (signs("since"), signs("since"), ""),
    ({}, signs("part"), "part_on_one_side=0.3"),
    (signs("part"), {}, "part_on_one_side=0.3 smaller_part"),
    (signs("part"), signs("further"), "further_on_one_side part_on_one_side=0.3"),
    ({}, signs("further"), "further_on_one_side"),
    (signs("further"), {}, "further_on_one_side smaller_part"),
    ({}, signs("total"), "larger_whole total_on_one_side=0.3"),
    (signs("total"), {}, "total_on_one_side=0.3"),
    (signs("total"), signs("total", "since"), "larger_whole since_on_one_side"),
    ({}, signs("renewed"), "renewed"),
    (signs("renewed"), {}, "renewed"),
    ({"places": ULM}, {"places": BONN}, "two_places=0.3"),
    ({"places": ULM}, {"places": BONN, "sentence": 2}, "-next_sentence two_places"),
    ({"places": ULM}, {"places": ULM | BONN}, ""),
    ({"places": ULM}, {}, ""),
    ({"own_places": ULM}, {}, "place_on_one_side"),
    ({}, {"own_places": ULM}, "place_on_one_side"),
    ({"own_places": ULM}, {"own_places": ULM}, ""),
    ({"places": ULM, "own_places": ULM}, {"places": BONN}, "two_places=0.3"),
    ({"lands": PERU}, {"lands": CHILE}, "two_lands"),
    ({"lands": PERU}, {"lands": PERU | CHILE}, ""),
    ({"lands": PERU}, {}, ""),
    ({"years": frozenset({"2019"})}, {}, "years_differ=0.5"),
    ({}, {"years": frozenset({"2019"})}, "years_differ=0.5"),
    ({"years": frozenset({"2018"})}, {"years": frozenset({"2019"})}, "two_years"),
    ({"years": frozenset({"2018", "2019"})}, {"years": frozenset({"2019"})}, "years_differ"),
    ({"years": frozenset({"2019"})}, {"years": frozenset({"2019"})}, ""),
    ({"text": "nicht 40, sondern 55"}, {"text": "nicht 40, sondern 55", **signs("correcting")},
     "corrected_in_sentence"),
    ({"text": "nicht 40, sondern 55"}, {"text": "55 waren es", **signs("correcting")}, ""),
    ({"scope": "each"}, {}, "other_scope=0.3"),
    ({"scope": "each"}, {"sentence": 2}, "-next_sentence other_scope"),
    ({"scope": "each"}, {"scope": "each"}, ""),
    ({"of_several": True}, {}, "of_several"),
    ({}, {"of_several": True}, "of_several"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second", "differs"), [*COUNTED, *STATES, *SPEAKERS, *PLACES, *NARROWED]
)
def test_a_piece_of_evidence(first: dict[str, Any], second: dict[str, Any], differs: str) -> None:
    assert difference(pieces({}, {}), pieces(first, second)) == differs


def words(text: str, *actors: str) -> dict[str, Any]:
    """What a claim says; of the words of those who say it."""
    return {"claim": text, **({"actors": actors} if actors else {})}


@pytest.mark.parametrize(
    ("one", "other", "differs"),
    [
        (exact("100", 100), exact("130", 130), "large"),
        (exact("99", 99), exact("130", 130), ""),
        (exact("130", 130), exact("99", 99), ""),
        (exact("40", 40), exact("44", 44), "nearly_equal"),
        (exact("40", 40), exact("45", 45), ""),
        (exact("41", 41), exact("43", 43), ""),
        (exact("41", 41), exact("40", 40), "nearly_equal"),
        (exact("1", 1), exact("1,1", 1.1), "nearly_equal"),
        (exact("4,12", 4.12), exact("4,13", 4.13), ""),
        (exact("4,5", 4.5), exact("4,6", 4.6), ""),
        (about("41", 41), exact("46", 46), "nearly_equal"),
        (exact("40", 40), exact("160", 160), ""),
        (exact("40", 40), exact("161", 161), "-one_magnitude"),
        (exact("40", 40), exact("400", 400), "-one_magnitude"),
        (exact("40", 40), exact("401", 401), "-one_magnitude times_ten=0.501"),
        (exact("40", 40), exact("4.000", 4000), "-one_magnitude times_ten"),
        (exact("40", 40), exact("40.000", 40000), "-one_magnitude times_ten"),
        (exact("40", 40), exact("40", 40), "-one_magnitude"),
        (exact("0", 0), exact("9", 9), "-one_magnitude"),
        (vague("mindestens 60", 60, None), exact("55", 55), "nearly_equal"),
    ],
)  # fmt: skip
def test_how_far_two_numbers_lie_apart(one: Figure, other: Figure, differs: str) -> None:
    assert difference(pieces({}, {}), pieces({}, {}, one, other)) == differs


@pytest.mark.parametrize(
    ("first", "second", "differs"),
    [
        (("insgesamt",), (), "scope_total"),
        ((), ("insgesamt",), "scope_total"),
        (("insgesamt",), ("insgesamt",), ""),
        (("landesweit",), (), "scope_everywhere"),
        (("davon",), (), "scope_of_them"),
        (("fasst",), (), "scope_capacity"),
        (("Plätze",), (), ""),
        (("am 3. Mai",), ("am 4. Mai",), "two_days"),
        (("am 3. Mai",), ("am 3. Mai",), ""),
        (("am 3. Mai",), (), ""),
        (("im Jahr 2023",), (), "past_year"),
        ((), ("im Jahr 2023",), "past_year"),
        (("im Jahr 2024",), (), ""),
        (("im Jahr 2023",), ("im Jahr 2022",), ""),
        (("seit 2019",), (), ""),
    ],
)
def test_phrases_that_narrow_a_number(
    first: tuple[str, ...], second: tuple[str, ...], differs: str
) -> None:
    one, other = scope(FORTY, *first), scope(MORE, *second)
    assert difference(pieces({}, {}), pieces({}, {}, one, other)) == differs


@pytest.mark.parametrize(
    ("first", "second", "differs"),
    [
        (words("ein Drittel brannte, das seien 40"), {}, "scope_of_them"),
        ({}, words("ein Drittel brannte, das seien 55"), "scope_of_them"),
        (words("40 seien beigesetzt", "Berg"), {}, ""),
        (people("people", "Menschen", claim="40 seien beigesetzt"), people("people", "Menschen"),
         "singled_on_one_side"),
        (people("people", "Menschen"), people("people", "Menschen", claim="55 seien beigesetzt"),
         "singled_on_one_side"),
        ({}, people("police", "Polizisten", claim="55 seien beigesetzt"),
         "other_class -same_noun singled_on_one_side"),
        (words("die dortigen Ämter zählten 40"), {}, "there_on_one_side"),
        (words("40", "dortige Ämter"), {}, "there_on_one_side"),
        ({}, words("die dortigen Ämter zählten 55"), "there_on_one_side"),
        ({"figures": (FORTY, NINE), "claim": "9 der 40 Brände"}, {}, "whole_on_one_side"),
        ({"figures": (FORTY, NINE), "claim": "9 und 40 Brände"}, {}, ""),
    ],
)  # fmt: skip
def test_words_of_a_claim_that_narrow_its_number(
    first: dict[str, Any], second: dict[str, Any], differs: str
) -> None:
    assert difference(pieces({}, {}), pieces(first, second)) == differs


@pytest.mark.parametrize(
    ("unit", "differs"),
    [
        ("day", "measured_day noun_left_out -one_magnitude -same_noun"),
        ("clock", "measured_day noun_left_out -one_magnitude -same_noun"),
        ("meter", "measured_size noun_left_out -one_magnitude -same_noun"),
        (None, "measured_size noun_left_out -one_magnitude -same_noun"),
    ],
)
def test_what_is_measured(unit: str | None, differs: str) -> None:
    own = {"population": "", "label": "", "sort": "measure", "unit": unit}
    assert difference(pieces({}, {}), pieces(own, own)) == differs


@pytest.mark.parametrize(("most", "apart"), [(2000, False), (2001, True)])
def test_a_measure_fifty_times_the_other(most: int, apart: bool) -> None:
    own = {"population": "", "label": "", "sort": "measure", "unit": "meter"}
    other = exact(f"{most} Meter", most)
    assert ("times_ten" in pieces(own, own, exact("40 Meter", 40), other)) is apart
