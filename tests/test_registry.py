from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.model import Actor, ActorKind, Topic
from claimtrack.registry import Registry
from claimtrack.registry.spelling import fold, one_typo, sound, sounds, stems

SHIPPED = Registry.shipped()


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Mark Rutte", "Mark Rutte"),
        ("Rutte", "Mark Rutte"),
        ("Ruttes", "Mark Rutte"),
        ("der Kyev Indipendent", "Kyiv Independent"),
        ("Selenskij", "Wolodymyr Selenskyj"),
        ("Zelensky", "Wolodymyr Selenskyj"),
        ("Volodymyr Zelenskyy", "Wolodymyr Selenskyj"),
        ("Sergey Lavrov", "Sergej Lawrow"),
        ("Benjamin Netanyahu", "Benjamin Netanjahu"),
        ("Erdogan", "Recep Tayyip Erdoğan"),
        ("Kim Yong Hyun", "Kim Yong-hyun"),
        ("Kim Yong-Hyun", "Kim Yong-hyun"),
        ("Kim Jong Un", "Kim Jong-un"),
        ("Kim Yong-un", None),
        ("Kim Jong-hyun", None),
        ("Sudkorea", "Südkorea"),
        ("Suedkorea", "Südkorea"),
        ("Südkoreas", "Südkorea"),
        ("Pjöngjang", "Nordkorea"),
        ("der Kreml", "Russland"),
        ("Downing Street", "Großbritannien"),
        ("Kyjiw", "Ukraine"),
        ("Brüssel", None),
        ("den Vereinten Nationen", "UNO"),
        ("Europäischen Union", "EU"),
        ("Auswärtigen Amts", "Auswärtiges Amt"),
        ("„The Associated Press“", "AP"),
        ("Weltgesundheitsorganisation", "WHO"),
        ("russischen Verteidigungsministeriums", "russisches Verteidigungsministerium"),
        ("Verteidigungsministerium Russlands", "russisches Verteidigungsministerium"),
        ("Verteidigungsministerium in Moskau", "russisches Verteidigungsministerium"),
        ("Außenministerium der USA", "US-Außenministerium"),
        ("Südkoreas Geheimdienst", "NIS"),
        ("chilenische Notenbank", "chilenische Notenbank"),
        ("Clinton", None),
        ("Nordkorea und Russland", None),
        ("Niger", "Niger"),
        ("Nigeria", "Nigeria"),
        ("Iran", "Iran"),
        ("Irak", "Irak"),
        ("Thomas Möller", None),
        ("Österreich", "Österreich"),
        ("", None),
        ("„“", None),
        # an acronym that is a noun as well: the federal government is none
        ("der BUND", "BUND"),
        ("der Bund", None),
        ("Bund", None),
        ("die Uno", "UNO"),
    ],
)
def test_find(name: str, found: str | None) -> None:
    actor = SHIPPED.find(name)
    assert (actor.name if actor else None) == found


@pytest.mark.parametrize(
    ("query", "actor", "same"),
    [
        ("rutte", "Mark Rutte", True),
        ("NATO-Generalsekretär", "Mark Rutte", True),
        ("nato", "Mark Rutte", True),
        ("Kanzlerin", "Angela Merkel", True),
        ("ukrainischer Präsident", "Wolodymyr Selenskyj", True),
        ("russischer Präsident", "Wolodymyr Selenskyj", False),
        ("Sudkorea", "Südkorea", True),
        ("Südkorea", "NIS", True),
        ("Südkorea", "Nordkorea", False),
        ("Moskau", "Russland", True),
        ("russland", "russische Militärblogger", True),
        ("Auswärtiges Amt", "Sprecher des Auswärtigen Amtes", True),
        ("beamte", "westliche Beamte", True),
        ("Kim Jong-un", "Kim Yong-hyun", False),
        ("kim", "Kim Yong-hyun", True),
        ("Zelensky", "Wolodymyr Selenskyj", True),
        ("", "Russland", False),
        ("?", "Russland", False),
    ],
)
def test_matches(query: str, actor: str, same: bool) -> None:
    assert SHIPPED.matches(query, actor) is same


def test_a_ledger_widens_and_goes_first() -> None:
    ours = SHIPPED.widen(
        [Actor("Selenskyj", ("Präsident Selenskyj",), "person"), Actor("Wehr Linz", (), "group")],
        [Topic("Hochwasser", ("Pegel",))],
    )
    found = ours.find("Zelensky")
    assert found is not None
    assert (found.name, found.of) == ("Selenskyj", "Ukraine")
    assert ours.find("Wolodymyr Selenskyj") == found
    assert ours.find("wehr linz") == Actor("Wehr Linz", (), "group")
    assert [topic.name for topic in ours.topics] == ["Hochwasser"]
    assert len(ours.entries) == len(SHIPPED.entries) + 1


def test_names_stand_for_themselves() -> None:
    wrong = [
        entry.actor.name
        for entry in SHIPPED.entries
        if (found := SHIPPED.find(entry.actor.name)) is None or found.name != entry.actor.name
    ]
    assert wrong == []


def test_the_register_is_well_formed() -> None:
    names = [entry.actor.name for entry in SHIPPED.entries]
    assert len(names) == len(set(names)) >= 400
    assert {entry.actor.kind for entry in SHIPPED.entries} <= set(get_args(ActorKind))
    assert {entry.gender for entry in SHIPPED.entries} <= {"m", "f", "n", "pl"}


def test_a_ledger_without_actors_and_topics_gets_the_register_itself() -> None:
    assert SHIPPED.widen(()) is SHIPPED
    assert SHIPPED.widen((), (Topic("Lage"),)).topics == (Topic("Lage"), *SHIPPED.topics)


def test_canonical_is_equal_for_one_and_the_same() -> None:
    assert SHIPPED.canonical("Kim Yong Hyun") == SHIPPED.canonical("Kim Yong-Hyun")
    assert SHIPPED.canonical("Jo Van-Damm") == SHIPPED.canonical("Jo van Damm")


@settings(derandomize=True, max_examples=200)
@given(st.text(max_size=40))
def test_any_text_can_be_looked_up(text: str) -> None:
    actor = SHIPPED.find(text)
    assert actor is None or actor.name
    assert fold(fold(text)) == fold(text)
    assert isinstance(SHIPPED.matches(text, text), bool)


def test_names_are_respelled_together_as_one_by_one() -> None:
    names = [fold(name) for one in SHIPPED.entries for name in (one.actor.name, *one.actor.aliases)]
    together = "\n".join(names)
    assert sounds(together).split("\n") == [sound(name) for name in names]
    assert stems(together).split("\n") == [stems(name) for name in names]


@settings(derandomize=True, max_examples=100)
@given(st.text("abcdefg", min_size=9, max_size=14), st.integers(1, 8))
def test_one_letter_left_out_is_one_typo(word: str, at: int) -> None:
    assert one_typo(word, word[:at] + word[at + 1 :])
