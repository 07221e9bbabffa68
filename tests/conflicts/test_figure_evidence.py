"""What speaks for and against two figures being of one thing, piece by piece."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import NamedTuple

import pytest

from claimtrack.about.terms import alike
from claimtrack.conflicts.events import link
from claimtrack.conflicts.figures.counts import every_count
from claimtrack.conflicts.figures.evidence import evidence
from claimtrack.conflicts.figures.setting import Seen, setting
from claimtrack.conflicts.statement.prepare import prepare
from claimtrack.model import Actor, Claim
from tests.conflicts.test_evidence import DAY, article, held

LATER, MUCH_LATER = "2024-06-20", "2024-06-30"


class Told(NamedTuple):
    """A sentence with one number: the words counted, the state, who says it, what narrows it."""

    sentence: str
    number: str
    state: str | None = None
    speaker: str = "Amt"
    scope: tuple[str, ...] = ()


def stated_as(claim: Claim, told: Told) -> Claim:
    (figure,) = claim.figures
    return replace(claim, figures=(replace(figure, state=told.state, scope=told.scope),))


def between(
    first: Told, second: Told, day: str | None = None, joint: str = " "
) -> dict[str, float]:
    """The evidence of two numbers in one article, or in a second one of ``day``."""
    sentences = [first, second]
    parted = [sentences] if day is None else [[first], [second]]
    articles = [
        article(
            name, joint.join(told.sentence for told in own),
            [(told.speaker, told.sentence.rstrip("."), "asserts", told.number) for told in own],
            DAY if name == "a" else day or DAY,
        )
        for name, own in zip("ab", parted, strict=False)
    ]  # fmt: skip
    told = iter(sentences)
    stated = [
        (source, text, [stated_as(claim, next(told)) for claim in claims])
        for source, text, claims in articles
    ]
    book, texts = held(*stated)
    statements = prepare(book, Actor, lambda source: texts[source.id])
    one, other = (Seen(count, setting(count)) for count in every_count(statements))
    return evidence(one, other, link(statements, {}))


DEAD = Told("Bei dem Unglück starben 40 Arbeiter.", "40|Arbeiter", "killed")


@pytest.mark.parametrize(
    ("state", "name", "value"),
    [
        ("killed", "same_state", 1.0),
        ("wounded", "other_fate", 1.0),
        ("damaged", "other_state", 1.0),
        (None, "fate_on_one_side", 1.0),
        (None, "same_state", None),
        ("killed", "fate_on_one_side", None),
    ],
)
def test_what_happened_to_those_who_are_counted(
    state: str | None, name: str, value: float | None
) -> None:
    other = Told("Die Kammer zählte 55 Arbeiter.", "55|Arbeiter", state, "Kammer")
    assert between(DEAD, other).get(name) == value


@pytest.mark.parametrize(
    ("speaker", "day", "name", "value"),
    [
        ("Amt", None, "same_source", 1.0),
        ("Amt", None, "same_source_across", None),
        ("Amt", LATER, "same_source_across", 1.0),
        ("Amt", LATER, "same_source", None),
        ("Kammer", None, "same_source", None),
        ("Kammer", LATER, "same_source_across", None),
    ],
)
def test_who_tells_both(speaker: str, day: str | None, name: str, value: float | None) -> None:
    other = Told("Es seien 55 Arbeiter gestorben.", "55|Arbeiter", "killed", speaker)
    assert between(DEAD, other, day).get(name) == value


@pytest.mark.parametrize(
    ("number", "name", "value"),
    [
        ("160", "one_magnitude", 1.0),
        ("161", "one_magnitude", None),
        ("400", "times_ten", None),
        ("4.000", "times_ten", 1.0),
        ("99", "large", None),
    ],
)
def test_how_far_two_numbers_lie_apart(number: str, name: str, value: float | None) -> None:
    other = Told(f"Die Kammer zählte {number} Arbeiter.", f"{number}|Arbeiter", None, "Kammer")
    assert between(DEAD, other).get(name) == value


@pytest.mark.parametrize(
    ("noun", "name", "value"),
    [
        ("Arbeiter", "same_noun", 1.0),
        ("Menschen", "some_people", 1.0),
        ("Menschen", "same_noun", None),
        ("Häuser", "other_class", 1.0),
        ("Arbeiter", "other_class", None),
    ],
)
def test_what_is_counted(noun: str, name: str, value: float | None) -> None:
    other = Told(f"Die Kammer zählte 55 {noun}.", f"55|{noun}", None, "Kammer")
    assert between(DEAD, other).get(name) == value


@pytest.mark.parametrize(
    ("first", "second", "name", "value"),
    [
        ("", "2019 waren es ", "years_differ", 0.5),
        ("2018 gab es ", "2019 waren es ", "two_years", 1.0),
        ("2018 und 2019 gab es ", "2019 waren es ", "years_differ", 1.0),
        ("2018 und 2019 gab es ", "2019 waren es ", "two_years", None),
        ("2019 gab es ", "2019 waren es ", "years_differ", None),
    ],
)
def test_years_beside_a_number(first: str, second: str, name: str, value: float | None) -> None:
    one = Told(f"{first or 'Es gab '}40 Brände.", "40|Brände")
    other = Told(f"{second}55 Brände.", "55|Brände", None, "Kammer")
    assert between(one, other).get(name) == value


@pytest.mark.parametrize(
    ("first", "second", "value"),
    [
        ((), ("im Jahr 2019",), 1.0),
        ((), ("im Jahr 2024",), None),
        (("im Jahr 2018",), ("im Jahr 2019",), None),
    ],
)
def test_a_year_that_is_over(
    first: tuple[str, ...], second: tuple[str, ...], value: float | None
) -> None:
    one = Told("Es gab 40 Brände.", "40|Brände", scope=first)
    other = Told("Es waren 55 Brände.", "55|Brände", None, "Kammer", second)
    assert between(one, other).get("past_year") == value


@pytest.mark.parametrize(
    ("day", "value"), [("2024-06-23", None), ("2024-06-24", 1.0), (MUCH_LATER, 1.0)]
)
def test_two_articles_that_lie_weeks_apart(day: str, value: float | None) -> None:
    other = Told("Die Kammer zählte 55 Arbeiter.", "55|Arbeiter", None, "Kammer")
    assert between(DEAD, other, day).get("far_in_time") == value


FIRES = Told("Das Amt zählte 40 Brände.", "40|Brände")
MORE = Told("Die Kammer zählte 55 Brände.", "55|Brände", None, "Kammer")


@pytest.mark.parametrize(
    ("between_them", "name", "value"),
    [
        (0, "next_sentence", 1.0),
        (1, "next_sentence", None),
        (1, "distant", None),
        (2, "distant", 1 / 6),
        (7, "distant", 1.0),
        (9, "distant", 1.0),
        (0, "same_paragraph", 1.0),
    ],
)
def test_how_far_two_sentences_stand_apart(
    between_them: int, name: str, value: float | None
) -> None:
    joint = f" {'Es regnete in Strömen. ' * between_them}"
    assert between(FIRES, MORE, joint=joint).get(name) == value


@pytest.mark.parametrize(
    ("speaker", "joint", "value"),
    [("Kammer", ", ", 1.0), ("Amt", ", ", None)],
)
def test_two_speakers_in_one_sentence(speaker: str, joint: str, value: float | None) -> None:
    one = Told("Das Amt zählte 40 Brände", "40|Brände")
    other = Told("die Kammer zählte 55 Brände.", "55|Brände", None, speaker)
    assert between(one, other, joint=joint).get("one_sentence") == value


@pytest.mark.parametrize(
    ("first", "second", "value"),
    [
        ("40", "44", 1.0),
        ("40", "45", None),
        ("41", "43", None),  # both to the last digit
        ("rund 40", "rund 44", None),  # they meet
        ("40 Millionen", "42 Millionen", 1.0),
        ("40,1 Millionen", "41,3 Millionen", 1.0),  # the rest is rounded
        ("40 Millionen", "45 Millionen", None),
    ],
)
def test_numbers_that_are_nearly_equal(first: str, second: str, value: float | None) -> None:
    one = Told(f"Das Amt zählte {first} Brände.", f"{first}|Brände")
    other = Told(f"Die Kammer zählte {second} Brände.", f"{second}|Brände", None, "Kammer")
    assert between(one, other).get("nearly_equal") == value


@pytest.mark.parametrize(
    ("first", "second", "day", "name", "value"),
    [
        ("", "Insgesamt ", None, "larger_whole", 1.0),
        ("Insgesamt ", "", None, "larger_whole", None),
        ("Insgesamt ", "Insgesamt ", None, "larger_whole", None),
        ("Allein im Wald ", "", None, "smaller_part", 1.0),
        ("", "Allein im Wald ", None, "smaller_part", None),
        ("Im Norden ", "", None, "smaller_part", 1.0),
        ("", "Im Norden ", None, "smaller_part", None),
        ("Im Norden ", "Im Norden ", None, "smaller_part", None),
        ("", "Jedes Jahr ", LATER, "per_time_on_one_side", 1.0),
        ("Jedes Jahr ", "Jedes Jahr ", LATER, "per_time_on_one_side", None),
        ("In anderen Landesteilen ", "", None, "there_on_one_side", 1.0),
        ("Andernorts ", "Im Wald ", None, "there_on_one_side", 1.0),
        ("Mit anderen Worten ", "", None, "there_on_one_side", None),
        ("Nach ersten Angaben ", "Später ", None, "first_then", 1.0),
        ("Später ", "Zunächst ", None, "first_then", 1.0),
        ("Zunächst ", "Dagegen ", None, "first_then", None),
        ("Zunächst ", "Zunächst ", None, "first_then", None),
        ("Dagegen ", "Später ", None, "first_then", None),
        # What follows at once inherits the scope of what stands before it.
        ("", "Insgesamt ", None, "total_on_one_side", 0.3),
        ("", "Insgesamt ", LATER, "total_on_one_side", 1.0),
        ("Insgesamt ", "Insgesamt ", LATER, "total_on_one_side", None),
        ("", "Inzwischen ", None, "renewed", 1.0),
        ("Inzwischen ", "", None, "renewed", 1.0),
        ("", "", None, "renewed", None),
        ("", "In Ulm ", None, "place_on_one_side", 1.0),
        ("In Ulm ", "In Bonn ", None, "place_on_one_side", None),
    ],
)
def test_words_that_narrow_a_number(
    first: str, second: str, day: str | None, name: str, value: float | None
) -> None:
    one = Told(f"{first or 'Es '}gab es 40 Brände.".replace("Es gab es", "Es gab"), "40|Brände")
    other = Told(f"{second or 'Es '}gab es 55 Brände.".replace("Es gab es", "Es gab"),
                 "55|Brände", None, "Kammer")  # fmt: skip
    assert between(one, other, day).get(name) == value


@pytest.mark.parametrize(
    ("first", "second", "value"),
    [
        (("am Montag",), ("am Dienstag",), 1.0),
        (("am Montag",), ("am Montag",), None),
        (("am Montag",), (), None),
    ],
)
def test_days_to_which_a_number_is_narrowed(
    first: tuple[str, ...], second: tuple[str, ...], value: float | None
) -> None:
    one, other = FIRES._replace(scope=first), MORE._replace(scope=second)
    assert between(one, other).get("two_days") == value


@pytest.mark.parametrize(
    ("one", "other", "value"),
    [
        ({"brand"}, {"brand"}, 1.0),
        ({"brand"}, {"damm"}, 0.0),
        (set(), set(), 0.0),
    ],
)
def test_likeness_of_stems(one: set[str], other: set[str], value: float) -> None:
    assert alike(frozenset(one), frozenset(other)) == pytest.approx(value)


@pytest.mark.parametrize(
    ("word", "between_them", "name", "value"),
    [
        ("dagegen ", 0, "contrast_near", 1.0),
        ("dagegen ", 1, "contrast_near", 1.0),
        ("dagegen ", 2, "contrast_near", None),
        ("dagegen ", 1, "contrast_far", None),
        ("dagegen ", 2, "contrast_far", 1.0),
        ("", 0, "contrast_near", None),
        ("", 2, "contrast_far", None),
        ("", 1, "measured_next", 1.0),
        ("", 2, "measured_next", None),
        ("", 0, "alike_before", 1.0),
    ],
)
def test_words_between_two_numbers(
    word: str, between_them: int, name: str, value: float | None
) -> None:
    other = Told(f"Die Kammer zählte {word}55 Brände.", "55|Brände", None, "Kammer")
    joint = f" {'Es regnete in Strömen. ' * between_them}"
    assert between(FIRES, other, joint=joint).get(name) == value


@pytest.mark.parametrize(
    ("whose", "value"),
    [
        ("nach eigenen Angaben ", None),
        ("in ihrem eigenen Register ", 1.0),
        ("nach der eigenen Liste ", 1.0),
    ],
)
def test_what_is_told_of_oneself_contradicts_nobody(whose: str, value: float | None) -> None:
    other = Told(f"Die Kammer zählte {whose}55 Brände.", "55|Brände", None, "Kammer")
    assert between(FIRES, other).get("contrast_near") == value


@pytest.mark.parametrize(
    ("scope", "name"),
    [
        ("insgesamt", "scope_total"),
        ("landesweit", "scope_everywhere"),
        ("davon", "scope_of_them"),
    ],
)
def test_phrases_that_narrow_one_of_two_numbers(scope: str, name: str) -> None:
    narrowed = MORE._replace(scope=(scope,))
    assert between(FIRES, narrowed).get(name) == 1.0
    assert name not in between(FIRES._replace(scope=(scope,)), narrowed)


@pytest.mark.parametrize(
    ("number", "name", "value"),
    [("55", "noun_left_out", 1.0), ("55|Brände", "noun_left_out", None), ("55", "plain", None),
     ("55|Brände", "plain", 1.0)],
)  # fmt: skip
def test_a_noun_that_is_left_out(number: str, name: str, value: float | None) -> None:
    noun = " Brände" if "|" in number else ""
    other = Told(f"Die Kammer zählte 55{noun}.", number, None, "Kammer")
    assert between(FIRES, other).get(name) == value


@pytest.mark.parametrize(
    ("place", "value"), [("In Norwegen", 1.0), ("In Schweden", None), ("Im Wald", None)]
)
def test_two_lands(place: str, value: float | None) -> None:
    one = Told("In Schweden gab es 40 Brände.", "40|Brände")
    other = Told(f"{place} gab es 55 Brände.", "55|Brände", None, "Kammer")
    assert between(one, other, LATER).get("two_lands") == value


def test_a_number_twenty_times_the_other() -> None:
    other = Told("Die Kammer zählte 800 Brände.", "800|Brände", None, "Kammer")
    assert between(FIRES, other)["times_ten"] == pytest.approx(math.log10(20) / 2)


RUBBLE = Told("Es seien 300 Tonnen Schutt.", "300 Tonnen|Tonnen")


@pytest.mark.parametrize(
    ("sentence", "speaker", "joint", "value"),
    [
        ("Die Kammer kommt auf 700 Tonnen.", "Kammer", " ", 1.0),
        ("Die Kammer kommt auf 700 Tonnen.", "Kammer", f" {'Es regnete. ' * 2}", 1.0),
        ("Die Kammer kommt auf 700 Tonnen.", "Kammer", f" {'Es regnete. ' * 3}", None),
        ("Die Kammer kommt auf 700 Tonnen.", "Amt", " ", None),
        ("Die Kammer kommt insgesamt auf 700 Tonnen.", "Kammer", " ", None),
        ("Die Kammer kommt für 2019 auf 700 Tonnen.", "Kammer", " ", None),
        ("Die Kammer kam im Vorjahr auf 700 Tonnen.", "Kammer", " ", None),
        ("Die Kammer besitzt 700 Tonnen.", "Kammer", " ", None),
        ("Die Kammer kommt bei den Kosten auf 700 Tonnen.", "Kammer", " ", None),
    ],
)
def test_another_source_leaves_out_what_both_count(
    sentence: str, speaker: str, joint: str, value: float | None
) -> None:
    other = Told(sentence, "700 Tonnen|Tonnen", None, speaker)
    assert between(RUBBLE, other, joint=joint).get("taken_up") == value


@pytest.mark.parametrize(
    ("sentence", "state", "value"),
    [
        ("Die Kammer zahlt 7 Millionen Euro.", "paid", 1.0),
        ("Der Umbau kostet 7 Millionen Euro.", "planned", None),
        ("Die Kammer nennt 7 Millionen Euro.", None, None),
    ],
)
def test_a_sum_and_what_is_done_with_it(
    sentence: str, state: str | None, value: float | None
) -> None:
    price = Told("Der Preis betrage 9 Millionen Euro.", "9 Millionen Euro|Euro")
    other = Told(sentence, "7 Millionen Euro|Euro", state, "Kammer")
    assert between(price, other).get("kin_sum") == value


@pytest.mark.parametrize(
    ("noun", "state", "name", "value"),
    [
        ("Fälle", None, "noun_left_out", 1.0),
        ("Häuser", None, "noun_left_out", None),
        ("Häuser", None, "other_class", 1.0),
        ("Patienten", None, "some_people", 1.0),
        ("Beamte", None, "some_people", None),
        ("Patienten", None, "fate_on_one_side", None),
        ("Beamte", None, "fate_on_one_side", 1.0),
        ("Patienten", "killed", "some_people", None),
    ],
)
def test_nouns_that_stand_for_those_who_are_ill(
    noun: str, state: str | None, name: str, value: float | None
) -> None:
    ill = Told("Es seien 40 Kinder erkrankt.", "40|Kinder", "infected")
    other = Told(f"Die Kammer zählte 55 {noun}.", f"55|{noun}", state, "Kammer")
    assert between(ill, other).get(name) == value


@pytest.mark.parametrize(
    ("enemies", "own", "state", "speaker", "value"),
    [
        ("feindliche Soldaten", "Soldaten", "lost", "Kammer", 1.0),
        ("feindliche Soldaten", "Soldaten", "killed", "Kammer", None),
        ("feindliche Soldaten", "Soldaten", "lost", "Amt", None),
        ("Soldaten", "Soldaten", "lost", "Kammer", None),
        ("feindliche Soldaten", "feindliche Soldaten", "lost", "Kammer", None),
    ],
)
def test_losses_by_either_of_two_enemies(
    enemies: str, own: str, state: str, speaker: str, value: float | None
) -> None:
    one = Told(f"Man habe 40 {enemies} getötet.", f"40|{enemies}", "killed")
    joint = f" {'Es regnete in Strömen. ' * 3}"
    other = Told(f"Man habe 5 {own} verloren.", f"5|{own}", state, speaker)
    assert between(one, other, joint=joint).get("enemy_losses") == value


@pytest.mark.parametrize(
    ("joint", "value"), [(" ", None), (f" {'Es regnete in Strömen. ' * 3}", 1.0)]
)
def test_until_then_is_the_time_told_right_before(joint: str, value: float | None) -> None:
    one = Told("Bis Mittag brannten 40 Häuser.", "40|Häuser")
    other = Told("Die Kammer zählte bis dahin 55 Häuser.", "55|Häuser", None, "Kammer")
    assert between(one, other, joint=joint).get("history_on_one_side") == value
