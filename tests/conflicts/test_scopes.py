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
    ("darunter", {"among"}),
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


@pytest.mark.parametrize(
    ("phrases", "everywhere"),
    [
        (("Insgesamt", "in Russland"), True),
        (("insgesamt", "in der Schweiz"), True),
        (("insgesamt", "in Lesk"), False),
        (("insgesamt", "in Russlands Norden"), False),
        (("in Russland",), False),
        (("insgesamt",), False),
    ],
)
def test_all_of_a_whole_country_are_everywhere(phrases: tuple[str, ...], everywhere: bool) -> None:
    assert ("everywhere" in scope(phrases, DAY).sorts) == everywhere


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
    from claimtrack.conflicts.figures.counts import every_count
    from claimtrack.conflicts.figures.evidence import impossible
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
    from claimtrack.conflicts.figures.counts import every_count

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


TOLL = "Bei dem Brand in Brennitz sind 179 Menschen getötet worden, sagte die Feuerwehr. "


def evidence_on(
    first: tuple[str, str, str], second: tuple[str, str, str], days: tuple[str, str] = (DAY, DAY)
) -> set[str]:
    """The names of the evidence on the figures of two articles: each an actor, words, a figure."""
    from claimtrack.conflicts import prepared
    from claimtrack.conflicts.events import link
    from claimtrack.conflicts.figures.match import matches
    from claimtrack.conflicts.kinds.figure import candidates

    articles = [
        article(name, TOLL + words, [(actor, words, "asserts", figure)], day)
        for name, (actor, words, figure), day in zip("ab", (first, second), days, strict=True)
    ]
    book, texts = held(*articles)
    statements = prepared(book, texts=lambda each: texts[each.id])
    links = link(statements)
    return set().union(*(match.pieces for match in matches(candidates(statements, links), links)))


DEAD = ("Feuerwehr", "Es gebe 179 Tote.", "179|Tote")


@pytest.mark.parametrize(
    ("first", "second", "singled"),
    [
        (DEAD, ("Polizei", "141 Leichen seien identifiziert.", "141|Leichen"), True),
        (DEAD, ("Polizei", "141 Tote seien beigesetzt worden.", "141|Tote"), True),
        (DEAD, ("Anwalt", "Er vertrete 141 Tote.", "141|Tote"), True),
        (DEAD, ("Polizei", "141 Leichen seien gezählt worden.", "141|Leichen"), False),
        (
            ("Feuerwehr", "179 Leichen seien identifiziert.", "179|Leichen"),
            ("Polizei", "141 Leichen seien identifiziert.", "141|Leichen"),
            False,
        ),
        (
            ("Feuerwehr", "Es gehe um 179 Euro.", "179 Euro|Euro"),
            ("Polizei", "141 Euro seien bezahlt worden.", "141 Euro|Euro"),
            False,
        ),
    ],
)
def test_what_was_done_to_some_persons_is_no_count_of_all(
    first: tuple[str, str, str], second: tuple[str, str, str], singled: bool
) -> None:
    assert ("singled_on_one_side" in evidence_on(first, second)) == singled


@pytest.mark.parametrize(
    ("words", "of_them"),
    [
        ("Etwa ein Drittel sei gefunden worden, das wären 60 Menschen.", True),
        ("Die Hälfte sei gefunden worden, also rund 60 Menschen.", True),
        ("Etwa ein Drittel sei gefunden worden. Das Amt zähle 60 Menschen.", False),
        ("Gefunden worden seien, das Amt sagte es so, 60 Menschen.", False),
    ],
)
def test_the_number_of_a_share_is_of_a_part(words: str, of_them: bool) -> None:
    told = evidence_on(DEAD, ("Polizei", words, "60|Menschen"))
    assert ("scope_of_them" in told) == of_them


@pytest.mark.parametrize(
    ("actor", "there"), [("dortige Behörden", True), ("Behörden dort", False), ("Behörden", False)]
)
def test_those_of_another_place_tell_of_that_place(actor: str, there: bool) -> None:
    told = evidence_on(DEAD, (actor, "Es gebe 60 Tote.", "60|Tote"))
    assert ("there_on_one_side" in told) == there


@pytest.mark.parametrize(
    ("actor", "words", "days", "newer"),
    [
        ("Feuerwehr", "Inzwischen gebe es 150 Tote.", (DAY, "2024-06-04"), True),
        ("Anna Berg", "Die Feuerwehr gehe jetzt von 150 Toten aus.", (DAY, "2024-06-04"), True),
        ("Feuerwehr", "Es gebe 150 Tote.", (DAY, "2024-06-04"), False),
        ("Feuerwehr", "Inzwischen gebe es 150 Tote.", (DAY, DAY), False),
        ("Feuerwehr", "Inzwischen gebe es 150 Tote.", ("2024-06-04", DAY), False),
        ("Polizei", "Inzwischen gebe es 150 Tote.", (DAY, "2024-06-04"), False),
    ],
)
def test_a_number_that_the_same_body_gives_now_is_the_newer_one(
    actor: str, words: str, days: tuple[str, str], newer: bool
) -> None:
    told = evidence_on(DEAD, (actor, words, "150|Tote"), days)
    assert ("now_of_one_body" in told) == newer


def test_a_sprecher_of_one_body_is_not_that_of_another() -> None:
    first = ("Sprecher der Feuerwehr", "Es gebe 179 Tote.", "179|Tote")
    second = ("Sprecher der Polizei", "Inzwischen gebe es 150 Tote.", "150|Tote")
    assert "now_of_one_body" not in evidence_on(first, second, (DAY, "2024-06-04"))


@pytest.mark.parametrize(
    ("told", "number", "kinds"),
    [
        ("Der Veranstalter dagegen sprach von zwei Kindern.", "zwei|Kindern", ["figure"]),
        ("Der Veranstalter dagegen sprach von zwei zu eins bei Kindern.", "zwei|Kindern", []),
        ("Der Veranstalter dagegen sprach von eins zu zwei bei Kindern.", "zwei|Kindern", []),
        ("Der Veranstalter dagegen sprach von zwei zu kleinen Kindern.", "zwei|Kindern",
         ["figure"]),
    ],
)  # fmt: skip
def test_a_ratio_counts_nothing(told: str, number: str, kinds: list[str]) -> None:
    first = "Am Hafen von Brennitz waren fünf Kinder"
    said = article(
        "a", f"{first}, teilte die Polizei mit. {told}",
        [("Polizei", first, "asserts", "fünf|Kinder"), ("Veranstalter", told, "asserts", number)],
        DAY,
    )  # fmt: skip
    assert [one.kind for one in shown(said)] == kinds
