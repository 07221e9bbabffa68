"""Which figures are held against each other, and what the table's verdict on them is worth."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from claimtrack.conflicts.figures.counts import counts, every_count
from claimtrack.conflicts.figures.match import Match, _best_first, _each_once, _marked_down
from claimtrack.conflicts.figures.setting import Seen
from claimtrack.conflicts.figures.side_by_side import side_by_side
from claimtrack.conflicts.kinds import figure
from claimtrack.conflicts.kinds.figure import candidates, finding, judgement, pairs
from claimtrack.conflicts.statement.statement import Count, Days
from claimtrack.model import Figure
from tests.conflicts.building import about, at, count, exact, seen, vague

LINKS = {"a": frozenset("ab"), "b": frozenset("ab"), "c": frozenset("c")}
FORTY, MORE = exact("40", 40), exact("55", 55)


def days(last: int | None) -> dict[str, Any]:
    return {"days": Days(None, last)}


def counted(name: str, number: int = 40, **given: Any) -> Count:
    """A number in an article, which is the first letter of its name."""
    plain = {"article": name[0], "actors": (name,), "gist": frozenset("abc")}
    return count(name, exact(str(number), number), **{**plain, **given})


def names(found: Any) -> list[str]:
    return ["".join(each.statement.claim.id for each in pair) for pair in found]


@pytest.mark.parametrize(
    ("own", "met"),
    [
        ([counted("a0"), counted("b0")], ["a0b0"]),
        ([counted("a0"), counted("c0")], []),
        ([counted("a0"), counted("b0", population="house")], []),
        ([counted("a0", unit="euro"), counted("b0")], []),
        ([counted("a0", topic="A"), counted("c0", topic="A")], ["a0c0"]),
        ([counted("c0", topic="A"), counted("a0", topic="A", **days(90))], ["a0c0"]),
        ([counted("a0", topic="A"), counted("c0", topic="B")], []),
        # Those of one article, and of two linked ones that are not of one topic anyway.
        ([counted("a0"), counted("a1"), counted("b0")], ["a0a1", "a0b0", "a1b0"]),
        ([counted("a0", topic="A"), counted("b0")], ["a0b0"]),
        ([counted("a0", topic="A"), counted("b0", topic="B")], ["a0b0"]),
        ([counted("a0", topic="A"), counted("a1", topic="A")], ["a0a1"]),
    ],
)
def test_which_figures_meet(own: list[Count], met: list[str]) -> None:
    assert sorted(set(names(pairs(own, LINKS)))) == met


def told_by(name: str, number: int, actor: str, begin: int, **given: Any) -> Count:
    return counted(name, number, actors=(actor,), quote=at(begin), claim="x", **given)


@pytest.mark.parametrize(
    ("own", "met"),
    [
        # An actor with two numbers for one thing tells of several events: only neighbours meet.
        ([told_by("a0", 40, "Berg", 0), told_by("a1", 55, "Berg", 20),
          told_by("a2", 70, "Vogt", 40)], ["a0a1", "a1a2"]),
        ([told_by("a0", 40, "Berg", 0), told_by("a1", 55, "Berg", 20),
          told_by("a2", 70, "Vogt", 200)], ["a0a1"]),
        ([told_by("a0", 40, "Berg", 0), told_by("a1", 40, "Berg", 20),
          told_by("a2", 70, "Vogt", 200)], ["a0a1", "a0a2", "a1a2"]),
        ([told_by("a0", 40, "Berg", 0), told_by("a1", 55, "Kern", 20),
          told_by("a2", 70, "Vogt", 200)], ["a0a1", "a0a2", "a1a2"]),
        ([told_by("a0", 40, "Berg", 0), told_by("a1", 55, "Berg", 20, state="killed"),
          told_by("a2", 70, "Vogt", 200)], ["a0a1", "a0a2", "a1a2"]),
    ],
)  # fmt: skip
def test_which_figures_of_one_article_meet(own: list[Count], met: list[str]) -> None:
    assert sorted(names(pairs(own, LINKS))) == met


def test_in_a_topic_of_very_many_figures_each_meets_forty() -> None:
    links = {f"{at:02}": frozenset({f"{at:02}"}) for at in range(45)}
    own = [counted(f"{at:02}", article=f"{at:02}", topic="A", **days(100 + at)) for at in range(45)]
    met = names(pairs(own, links))
    assert len([pair for pair in met if pair.endswith("44")]) == 40
    assert ("0444" in met, "0344" in met, "0001" in met) == (True, False, True)


def test_of_very_many_figures_of_two_articles_forty_meet() -> None:
    own = [counted("a0"), *(counted(f"b{at:02}") for at in range(45))]
    met = [pair for pair in names(pairs(own, LINKS)) if pair.startswith("a0")]
    assert len(met) == 40


def around(name: str, number: int = 40, **given: Any) -> Seen:
    return seen(name, exact(str(number), number), **{"article": name[0], **given})


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ({}, {}, "conflict"),
        (days(100), days(160), "conflict"),
        (days(100), days(161), "agree"),
        (days(100), days(None), "conflict"),
        # A plan and a deed of one size agree, and a deed and the fewer that were lost in it.
        ({"state": "planned"}, {"state": "sent"}, "different phase"),
        ({"state": "planned", "number": 55}, {"state": "sent"}, "agree"),
        ({"state": "killed"}, {"state": "sent"}, "agree"),
        ({"state": "sent"}, {"state": "killed"}, "different phase"),
        ({"state": "killed"}, {"state": "wounded"}, "different phase"),
        ({"state": "killed", **days(100)}, {"state": "killed", **days(161)}, "update"),
    ],
)
def test_what_a_verdict_is_worth(
    first: dict[str, Any], second: dict[str, Any], verdict: str
) -> None:
    one = counted("a0", **{"number": 40, **first})
    other = counted("b0", **{"number": 55, **second})
    assert judgement(one, other).verdict == judgement(other, one).verdict == verdict


@pytest.mark.parametrize(
    ("first", "second", "kind", "apart"),
    [
        ({}, {}, "figure", (15, 1.375)),
        ({"actors": ("Berg",)}, {"actors": ("Berg", "Vogt")}, "figure", (15, 1.375)),
        ({"actors": ("Berg",)}, {"actors": ("Berg", "Vogt"), **days(101)}, "reversal", (15, 1.375)),
        ({}, days(101), "figure", (15, 1.375)),
        ({"sort": "measure"}, {"sort": "measure"}, "figure", None),
    ],
)
def test_what_one_actor_takes_back_is_a_reversal(
    first: dict[str, Any], second: dict[str, Any], kind: str, apart: tuple[float, float] | None
) -> None:
    one, other = counted("a0", **first), counted("b0", 55, **second)
    found = finding(one, other, judgement(one, other))
    assert (found.kind, found.gap) == (kind, apart)
    update = finding(one, other, judgement(one, other)._replace(verdict="update"))
    assert update.kind == "figure"


@pytest.mark.parametrize(
    ("words", "number", "what", "scope"),
    [
        ("40 Häuser brannten", "40", None, ""),
        ("weitere 40 Häuser brannten", "40", None, "of further ones"),
        ("40 Häuser brannten pro Tag", "40", None, "a day"),
        ("40 Häuser brannten im Jahr", "40", None, "a year"),
        ("40 Häuser brannten im Jahr 2020", "40", None, ""),
        ("es brannten jeweils 40 Häuser", "40", None, "each"),
        ("40 Häuser pro Ort", "40", None, "each"),
        ("Täglich brannten im Ort gut 40 Häuser", "40", None, "a day"),
        ("Täglich brenne es, bisher in 40 Häusern", "40", None, ""),
        ("Jährlich brennen dort 40 Häuser", "40", None, "a year"),
        ("der Weg werde 40 Minuten länger", "40", None, "by which it changed"),
        ("der Weg dauere 40 Minuten lang", "40", None, ""),
        ("die Zahl sank um 40", "40", None, "by which it changed"),
        ("die Zahl sank um weitere 40", "40", None, "by which it changed"),
        ("um die 40 Häuser", "40", None, ""),
        ("40 Häuser mehr als im Mai", "40", None, "by which it changed"),
        ("40 weniger als im Mai", "40", None, "by which it changed"),
        ("40 unter dem Vorjahr", "40", None, "by which it changed"),
        ("40 unter dem Dach", "40", None, ""),
        # The words near a number, or in the noun that it counts.
        ("weitere Häuser, die alt sind: 40", "40", None, ""),
        ("weitere alte, 40", "40", None, "of further ones"),
        ("40 alte Häuser in dem Ort, täglich", "40", None, ""),
        ("40 alte Häuser im Ort, täglich", "40", None, "a day"),
        ("40 von ihnen", "40", "weitere Häuser", "of further ones"),
    ],
)
def test_what_a_figure_is_of_when_not_of_the_whole(
    words: str, number: str, what: str | None, scope: str
) -> None:
    own = count("a0", exact(number, 40, what), claim=words)
    (found,) = counts([own.statement])
    assert found.scope == scope


@pytest.mark.parametrize(
    ("figures", "several"),
    [((FORTY,), [False]), ((FORTY, MORE), [True, True])],
)
def test_several_figures_for_one_thing(figures: tuple[Figure, ...], several: list[bool]) -> None:
    own = count("a0", FORTY, figures=figures, counted=(count("x", FORTY).matter,) * len(figures))
    found = [*counts([own.statement])]
    assert [each.of_several for each in found] == several
    assert [each.index for each in found] == [*range(len(figures))]


def test_a_figure_without_bounds_is_none() -> None:
    own = count("a0", FORTY, figures=(replace(FORTY, near=None), replace(FORTY, far=None)))
    statement = replace(own.statement, counted=(own.matter, own.matter))
    assert [*every_count([statement])] == []


@pytest.mark.parametrize(
    ("words", "given", "measured"),
    [
        ("es dauerte drei Minuten", {}, ["drei Minuten"]),
        ("es dauerte drei Minuten", {"layout": None}, []),
        ("am 3. Mai 2024", {}, ["3. Mai 2024"]),
        ("am 3. Mai 2024", {"said": "2024-05-03"}, []),
        ("am 3. Mai 2024", {"said": "2024-05-04"}, ["3. Mai 2024"]),
        ("nach drei Minuten", {"figures": (exact("drei Minuten", 3),), "counted": (None,)}, []),
    ],
)
def test_what_words_measure_beside_the_figures(
    words: str, given: dict[str, Any], measured: list[str]
) -> None:
    own = count("a0", FORTY, **{"figures": (), "counted": (), "claim": words, **given}).statement
    found = [each for each in every_count([own]) if each.matter.sort == "measure"]
    numbers = [each for each in found if each.index >= len(own.claim.figures)]
    assert [each.figure.text for each in numbers] == measured
    assert not any(each.of_several for each in numbers)


def test_each_figure_meets_no_more_than_forty_by_evidence() -> None:
    own = [counted("a0").statement, *(counted(f"b{at:02}").statement for at in range(45))]
    met = [(one.count.statement, other.count.statement) for one, other in candidates(own, LINKS)]
    of_first = [pair for pair in met if pair[0].place == "a"]
    assert len(of_first) == 40


def matched(one: Seen, other: Seen, score: float, *pieces: str) -> Match:
    return Match((one, other), dict.fromkeys(pieces, 1.0), score)


A0, A1, B0, B1 = (around(name) for name in ("a0", "a1", "b0", "b1"))


@pytest.mark.parametrize(
    ("found", "kept"),
    [
        ([matched(A0, B0, 1.0), matched(A0, B1, 2.0)], [1.0, 2.0]),
        # Figures of one group, of which one thing is told, stand before all others.
        ([matched(A0, B0, 1.0, "same_noun"), matched(A0, B0, 2.0)], [1.0]),
        ([matched(A0, B0, 1.0, "same_noun", "other_fate"), matched(A0, B0, 2.0)], [2.0]),
        ([matched(A0, B0, 1.0, "same_noun", "other_state"), matched(A0, B0, 2.0)], [2.0]),
        ([matched(A0, B0, 1.0, "same_noun", "fate_on_one_side"), matched(A0, B0, 2.0)], [2.0]),
        ([matched(A0, B0, 1.0), matched(A0, B0, 2.0)], [2.0]),
        ([matched(A0, B0, 1.0), matched(A1, B0, 2.0)], [2.0, 1.0]),
    ],
)
def test_each_figure_has_one_partner_of_a_claim(found: list[Match], kept: list[float]) -> None:
    assert sorted(each.score for each in _each_once(found)) == sorted(kept)


def test_of_equal_pairs_that_of_the_lower_ids_comes_first() -> None:
    own = [matched(A1, B0, 1.0), matched(A0, B1, 1.0), matched(A0, B0, 1.0)]
    assert sorted(own, key=_best_first) == [own[2], own[1], own[0]]


@pytest.mark.parametrize(("best", "lead"), [(1.0, None), (3.0, 2.0), (5.0, 4.0), (9.0, 4.0)])
def test_a_better_partner_counts_up_to_four(best: float, lead: float | None) -> None:
    assert _marked_down(matched(A0, B0, 1.0), best).pieces.get("rival") == lead


def tells(name: str, number: int, actor: str = "Berg", **given: Any) -> Seen:
    return around(name, number, actors=(actor,) if actor else (), **given)


@pytest.mark.parametrize(
    ("own", "scores", "names"),
    [
        # One speaker gives both numbers in an account elsewhere.
        ([(tells("a0", 40), tells("b0", 55, "Vogt")), (tells("c0", 40), tells("c1", 55))],
         [1.0, 0.0], [{"one_account"}, {"one_account"}]),
        ([(tells("a0", 40), tells("b0", 55, "Vogt")), (tells("c0", 40), tells("c1", 55, "Kern"))],
         [1.0, 0.0], [set(), set()]),
        ([(tells("a0", 40), tells("b0", 55, "Vogt")),
          (tells("c0", 40), tells("c1", 55, stance="denies"))], [1.0, 0.0], [set(), set()]),
        ([(tells("a0", 40), tells("b0", 55, "Vogt")), (tells("c0", 40, ""), tells("c1", 55, ""))],
         [1.0, 0.0], [set(), set()]),
        ([(tells("a0", 40), tells("b0", 55, "Vogt")),
          (tells("c0", 40, dimension="euro"), tells("c1", 55, dimension="euro"))],
         [1.0, 0.0], [set(), {"one_account"}]),
        # An article holds both numbers against each other, and another has one of them.
        ([(tells("a0", 40), tells("a1", 55, "Vogt")), (tells("a0", 40), tells("b0", 55, "Kern"))],
         [1.0, 0.0], [set(), {"held_opposite"}]),
        ([(tells("a0", 40), tells("a1", 55, "Vogt")), (tells("a0", 40), tells("b0", 55, "Kern"))],
         [0.9, 0.0], [set(), set()]),
        ([(tells("a0", 40), tells("a1", 55, "Vogt")), (tells("c0", 40), tells("b0", 55, "Kern"))],
         [1.0, 0.0], [set(), set()]),
        ([(tells("a0", 40), tells("a1", 55, "Vogt")), (tells("a0", 40), tells("b0", 56, "Kern"))],
         [1.0, 0.0], [set(), set()]),
    ],
)  # fmt: skip
def test_what_other_figures_tell_of_a_pair(
    own: list[tuple[Seen, Seen]], scores: list[float], names: list[set[str]]
) -> None:
    told = [dict.fromkeys(each, 1.0) for each in names]
    assert [dict(each) for each in side_by_side(own, scores, least=1.0)] == told


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ({}, {}, ["conflict"]),
        ({"number": 40}, {"number": 40}, []),
        ({"article": "c"}, {}, []),
        ({"topic": "A"}, {"topic": "B"}, []),
        ({"of": about("etwa 50", 50)}, {}, []),
        ({"of": vague("mindestens 50", 50, None)}, {}, []),
    ],
)
def test_figures_without_a_text_are_judged_by_the_table(
    first: dict[str, Any], second: dict[str, Any], found: list[str]
) -> None:
    first, second = dict(first), dict(second)
    one = first.pop("of", None) or exact(str(first.get("number", 40)), first.pop("number", 40))
    other = exact(str(second.get("number", 55)), second.pop("number", 55))
    plain = {"layout": None, "gist": frozenset("abc"), "claim": "es brannte"}
    own = [
        count("a0", one, **{**plain, "actors": ("Berg",), **first}),
        count("b0", other, **{**plain, "actors": ("Vogt",), "article": "b", **second}),
    ]
    told = figure.find([each.statement for each in own], LINKS)
    assert [each.verdict for each in told] == found
