"""What narrows figures, in what state they are, whom they count: can two be of one thing?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimtrack.conflicts import why
from claimtrack.conflicts.figures.scopes import scope
from claimtrack.conflicts.results.origins import named
from claimtrack.conflicts.statement.statement import read
from claimtrack.lexicon.states import akin
from claimtrack.model import Actor, Figure
from tests.conflicts.building import claim, exact
from tests.conflicts.test_evidence import DAY, Said, article, held, shown

SORTS = [
    ("seit August", {"since"}),
    ("binnen einer Woche", {"since"}),
    ("pro Kopf", {"per"}),
    ("jedes Jahr", {"per"}),
    ("davon", {"of_them"}),
    ("insgesamt", {"total"}),
    ("bundesweit", {"everywhere"}),
    ("verlangt", {"demand"}),
    ("Gefordert", {"demand"}),
    ("rechnet", {"forecast"}),
    ("plant", {"plan"}),
    ("fasst", {"capacity"}),
    ("in Lesk", set()),
]


@pytest.mark.parametrize(("phrase", "sorts"), SORTS)
def test_sorts(phrase: str, sorts: set[str]) -> None:
    assert scope((phrase,), DAY).sorts == sorts


def test_days_and_years_of_a_scope() -> None:
    told = scope(("am 31. Mai", "seit 2021", "im Jahr 2022"), DAY)
    assert told.days == {"2024-05-31"}
    assert told.years == {2022}


STRUCK = "legten 4.000 Beschäftigte die Arbeit nieder"
FIRST = "Bei dem Streik in Brennitz legten 4.000 Beschäftigte die Arbeit nieder, sagte Anna Berg. "


def two(text: str, number: str, phrases: tuple[str, ...] = ()) -> list[str]:
    """The kinds that are shown of Anna Berg's number against one of the Werft right behind it."""
    told: list[Said] = [
        ("Anna Berg", STRUCK, "asserts", "4.000|Beschäftigte"),
        ("Werft", text, "asserts", number),
    ]  # fmt: skip
    source, body, (one, other) = article("a", FIRST + text, told, DAY)
    figure = replace(other.figures[0], scope=phrases)
    return [each.kind for each in shown((source, body, [one, replace(other, figures=(figure,))]))]


@pytest.mark.parametrize(
    ("text", "number", "phrases", "wanted"),
    [
        ("Die Werft zählte dagegen 900.", "900", (), ["figure"]),
        ("Die Werft zählte dagegen 900.", "900", ("der 4.000 Beschäftigten",), []),
        ("Die Werft zählte dagegen 900.", "900", ("der 14.000 Beschäftigten",), ["figure"]),
        ("Die Werft zählte dagegen 900.", "900", ("verlangt",), []),
        ("Die Werft zählte dagegen 900.", "900", ("rechnet",), ["figure"]),
        ("Die Werft zählte dagegen 900.", "900", ("am 31. Mai",), ["figure"]),
    ],
)
def test_scopes_that_differ(
    text: str, number: str, phrases: tuple[str, ...], wanted: list[str]
) -> None:
    assert two(text, number, phrases) == wanted


@pytest.mark.parametrize(
    ("phrases", "part"),
    [
        (("der 4.000 Beschäftigten",), "„900“ is a part of „4.000“"),
        (("gefordert",), "„900“ is what somebody demands"),
    ],
)
def test_what_makes_a_pair_impossible_is_told(phrases: tuple[str, ...], part: str) -> None:
    from claimtrack.conflicts.events import link
    from claimtrack.conflicts.figures.evidence import impossible
    from claimtrack.conflicts.kinds.figure import every_count
    from claimtrack.conflicts.statement.prepare import prepare

    text = "Die Werft zählte 900."
    source, body, (one, other) = article(
        "a", FIRST + text,
        [("Anna Berg", STRUCK, "asserts", "4.000|Beschäftigte"),
         ("Werft", text, "asserts", "900")],
        DAY,
    )  # fmt: skip
    scoped = replace(other, figures=(replace(other.figures[0], scope=phrases),))
    book, texts = held((source, body, [one, scoped]))
    statements = prepare(book, Actor, lambda each: texts[each.id])
    first, second = every_count(statements)
    assert impossible(first, second, link(statements)) == part
    assert why(book, one.id, other.id, texts=lambda each: texts[each.id]).conflicts == ()


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("Das sind 900 weniger als im Mai.", True),
        ("Das sind 900 Fälle weniger als im Mai.", True),
        ("Das sind 900 unter Vorjahr.", True),
        ("Das sind um 900.", True),
        ("Das sind weniger als 900 im Mai.", False),
        ("Das sind 900 unter dem Dach.", False),
    ],
)
def test_by_how_much_something_changed(text: str, changed: bool) -> None:
    from claimtrack.conflicts.kinds.figure import every_count

    figure = Figure("900", "Fälle", None, 900, *(exact("900", 900).near,) * 2)
    statement = read(claim("a", "Amt", text, figure), None, "a", Actor)
    (count,) = every_count([statement])
    assert (count.scope == "by which it changed") == changed


@pytest.mark.parametrize(
    ("one", "other", "kin"),
    [
        ("affected", "stolen", True), ("stolen", "affected", True), ("killed", "wounded", False),
        ("attending", "striking", True), ("planned", "killed", False), ("lost", "planned", True),
    ],
)  # fmt: skip
def test_states_of_one_thing(one: str, other: str, kin: bool) -> None:
    assert akin(one, other) == kin


def origins(*said: tuple[str, str | None]) -> tuple[str, ...]:
    """The origins of one statement of several actors, each with the body that it belongs to."""
    of = dict(said)

    def who(name: str) -> Actor:
        return Actor(name, kind="person" if " " in name else "organisation", of=of[name])

    claims = [claim(f"c{at}", name, "es sei ernst") for at, (name, _) in enumerate(said)]
    return named(read(each, None, each.id, who) for each in claims)


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ((("Anna Berg", "Lesk"), ("Jan Holm", "Lesk")), ("Anna Berg", "Jan Holm")),
        ((("Anna Berg", "Lesk"), ("Lesk", None)), ("Anna Berg",)),
        ((("Lesk", None), ("Anna Berg", "Lesk"), ("Jan Holm", "Lesk")), ("Lesk",)),
        ((("Lesk", None), ("Anna Berg", "Ruhn")), ("Lesk", "Anna Berg")),
        ((("Lesk", None), ("Lesk", None)), ("Lesk",)),
        ((("Lesk", None), ("Institut", "Lesk")), ("Lesk", "Institut")),
    ],
)
def test_who_speaks_for_a_body_that_speaks_itself_is_no_second_origin(
    said: tuple[tuple[str, str | None], ...], names: tuple[str, ...]
) -> None:
    assert origins(*said) == names
