"""Saying which articles tell of one event: in the ledger, from the command line, in comparing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claimtrack.cli.contrasting import occasions
from claimtrack.conflicts import find, why
from claimtrack.conflicts.event_reasons import settled
from claimtrack.conflicts.events import link
from claimtrack.conflicts.statement.prepare import prepare
from claimtrack.ledger import load
from claimtrack.model import Actor, Event, Ledger, Source
from tests.conflicts.building import claim, exact, ledger
from tests.conftest import Run

HEAD = """version: 1
# what we read
articles:
  - {id: damm-a, title: Dammbruch bei Brunzel, published: 2024-05-01}
  - {id: damm-b, title: Streit im Rat, published: 2024-05-01}   # the second paper
  - {id: moor-c, title: Moorbrand, published: 2024-05-02}
claims:
  - {id: amt-000001, actor: Amt, claim: Es gebe 3 Tote, article: damm-a,
     figures: [{text: '3', what: Tote, state: killed}]}
  - {id: rat-000002, actor: Rat, claim: Es gebe 9 Tote, article: damm-b,
     figures: [{text: '9', what: Tote, state: killed}]}
"""


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "claims.yaml"
    path.write_text(HEAD, encoding="utf-8")
    return path


def events(path: Path) -> tuple[Event, ...]:
    held, problems = load(path)
    assert not problems
    return held.events


def test_join_apart_and_undo(run: Run, book: Path) -> None:
    ran = run("event", "join", "damm-a", "damm-b", "--name", "Dammbruch")
    assert ran.out == "claims.yaml: damm-a, damm-b report “Dammbruch”\n"
    joined = book.read_text("utf-8")
    assert joined.startswith(HEAD.rstrip("\n"))
    assert events(book) == (Event("Dammbruch", ("damm-a", "damm-b")),)
    run("event", "join", "damm-b", "moor")
    assert events(book) == (Event("Dammbruch", ("damm-a", "damm-b", "moor-c")),)
    ran = run("event", "apart", "damm-a", "moor-c")
    assert ran.out == ("claims.yaml: damm-a, damm-b report “Dammbruch”; not of it: moor-c\n")
    assert events(book) == (Event("Dammbruch", ("damm-a", "damm-b"), ("moor-c",)),)
    run("event", "join", "damm-a", "moor-c")
    assert events(book) == (Event("Dammbruch", ("damm-a", "damm-b", "moor-c")),)
    for _ in range(3):
        run("undo")
    assert book.read_text("utf-8") == joined
    run("undo")
    assert book.read_text("utf-8") == HEAD


def test_a_new_event_takes_the_title_of_its_first_article(run: Run, book: Path) -> None:
    run("event", "apart", "damm-b", "moor-c")
    assert events(book) == (Event("Streit im Rat", ("damm-b",), ("moor-c",)),)


def test_what_changes_nothing_writes_nothing(run: Run, book: Path) -> None:
    run("event", "join", "damm-a", "damm-b")
    before = book.read_bytes()
    run("event", "join", "damm-b", "damm-a")
    assert run("event", "join", "damm-a", "moor-c", "--dry-run").out.count("would report") == 1
    assert book.read_bytes() == before


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (("join", "damm-a", "dam-b"), "no article 'dam-b'"),
        (("join", "damm", "moor-c"), "'damm' matches 2 articles"),
        (("join", "damm-a"), "expected two articles or more"),
        (("merge", "damm-a", "damm-b"), "merge"),
        (("join", "damm-a", "damm-b", "--name", " "), "--name is empty"),
    ],
)
def test_what_cannot_be_meant(run: Run, book: Path, typed: tuple[str, ...], told: str) -> None:
    ran = run("event", *typed)
    assert ran.code == 2
    assert told in ran.err
    assert book.read_text("utf-8") == HEAD


def test_two_events_are_not_made_one(run: Run, book: Path) -> None:
    run("event", "apart", "damm-a", "moor-c", "--name", "Damm")
    run("event", "apart", "damm-b", "moor-c", "--name", "Rat")
    ran = run("event", "join", "damm-a", "damm-b")
    assert ran.code == 2
    assert "they are in two events, “Damm” and “Rat”" in ran.err


def test_conflicts_follow_it(run: Run, book: Path) -> None:
    assert json.loads(run("conflicts", "--format", "json").out) == []
    run("event", "join", "damm-a", "damm-b", "--name", "Dammbruch")
    (found,) = json.loads(run("conflicts", "--format", "json").out)
    assert (found["kind"], found["event"]) == ("figure", "Dammbruch")
    assert "the ledger says that both articles tell of “Dammbruch”" in " ".join(
        run("conflicts", "amt-000001", "rat-000002").out.split()
    )
    run("event", "apart", "damm-a", "damm-b")
    assert json.loads(run("conflicts", "--format", "json").out) == []


@pytest.mark.parametrize(
    ("events_", "told"),
    [
        ("- {name: Damm, articles: [damm-x]}", "no article “damm-x”"),
        ("- {name: Damm, articles: [damm-a], apart: [damm-x]}", "no article “damm-x”"),
        ("- {name: Damm, articles: [damm-a], apart: [damm-a]}", "“damm-a” reports “Damm” already"),
        (
            "- {name: Damm, articles: [damm-a]}\n  - {name: Rat, articles: [damm-b, damm-a]}",
            "“damm-a” reports “Damm” already",
        ),
        ("- {name: Damm, articles: [damm-a]}\n  - {name: Damm}", "a second event “Damm”"),
        ("- {name: Damm, artikel: [damm-a]}", "artikel"),
    ],
)
def test_check_tells_what_is_wrong(run: Run, book: Path, events_: str, told: str) -> None:
    book.write_text(f"{HEAD}events:\n  {events_}\n", encoding="utf-8")
    ran = run("check")
    assert ran.code == 1
    assert told in ran.out


def test_a_right_one_is_no_problem(run: Run, book: Path) -> None:
    right = "- {name: Damm, articles: [damm-a], apart: [moor-c]}"
    book.write_text(f"{HEAD}events:\n  {right}\n", encoding="utf-8")
    assert "events" not in run("check").out


def told(*articles: str) -> Ledger:
    own = [
        claim(name, f"Amt {name}", f"{at + 3} Menschen seien getötet worden",
              exact(str(at + 3), at + 3, "Menschen", "killed"), article=name)
        for at, name in enumerate(articles)
    ]  # fmt: skip
    sources = tuple(
        Source(name, title="Fährunglück vor Sansibar", published="2020-05-01") for name in articles
    )
    return ledger(*own, sources=sources)


@pytest.mark.parametrize(
    ("words", "tied"),
    [
        ((), {"ab", "ac", "bc"}),
        ((Event("Fähre", ("a",), ("b",)),), {"ac", "bc"}),
        ((Event("Fähre", ("a", "c"), ("b",)),), {"ac"}),
        ((Event("Fähre", ("a",)), Event("Kutter", ("b",))), {"ac", "bc"}),
        ((Event("Fähre", ("a", "gone")),), {"ab", "ac", "bc"}),
    ],
)
def test_the_ledger_settles_it(words: tuple[Event, ...], tied: set[str]) -> None:
    links = link(prepare(told("a", "b", "c"), Actor), words)
    found = {"".join(sorted((one, other))) for one in links for other in links[one] if one != other}
    assert found == tied
    assert all(one in links[one] for one in "abc")


def test_the_words_of_a_reason() -> None:
    words = (Event("Fähre", ("a", "c"), ("b",)), Event("Kutter", ("d",)))
    assert "both articles tell of “Fähre”" in str(settled("a", "c", words))
    assert "b does not tell of “Fähre”" in str(settled("a", "b", words))
    assert "b does not tell of “Fähre”" in str(settled("b", "c", words))
    assert "they tell of “Fähre” and “Kutter”" in str(settled("a", "d", words))
    assert settled("b", "d", words) is None
    assert settled("e", "f", words) is None


def test_texts_tell_how_alike_they_are() -> None:
    book = told("a", "b")
    texts = {
        "a": "In Brunzelmoor brach der Damm der Quarzelbach-Talsperre.",
        "b": "Nach dem Bruch der Quarzelbach-Talsperre ermittelt die Polizei in Brunzelmoor.",
    }
    first, second = (each.id for each in book.claims)
    reasons = why(book, first, second, texts=lambda source: texts[source.id]).reasons
    assert any("alike by 0." in each and "brunzelmoor" in each for each in reasons)
    assert any("told 0 days apart" in each for each in reasons)
    reasons = why(book, first, second).reasons
    assert any("names in both" in each and "sansibar" in each.lower() for each in reasons)
    assert find(book)


# Shown ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "ident", "line"),
    [
        ("", "amt", "event       Dammbruch Brunzel (derived)"),
        ("{name: Damm, articles: [damm-a, damm-b]}", "amt", "event       Damm, as in damm-b"),
        ("{name: Damm, articles: [damm-a, damm-b]}", "rat", "event       Damm, as in damm-a"),
        (
            "{name: Damm, articles: [damm-a], apart: [damm-b]}",
            "amt",
            "event       Damm; not that of damm-b",
        ),
    ],
)
@pytest.mark.parametrize("most", [500, 1], ids=["small", "large"])
def test_the_event_of_a_claim_is_shown(
    run: Run, book: Path, monkeypatch: pytest.MonkeyPatch, said: str, ident: str, line: str,
    most: int,
) -> None:  # fmt: skip
    """In ledgers of more claims only what an analyst says, which asks for no other claim."""
    monkeypatch.setattr(occasions, "MOST", most)
    book.write_text(HEAD + (f"events:\n  - {said}\n" if said else ""), encoding="utf-8")
    shown = [text.strip() for text in run("show", ident).out.splitlines()]
    assert (line in shown) == (bool(said) or most > 1), shown
    assert bool(said) or most > 1 or not any(text.startswith("event") for text in shown)


def test_an_event_that_was_derived_is_shown_in_a_large_ledger(
    run: Run, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is read out of the index, where at most one claim more has to be read."""
    monkeypatch.setattr(occasions, "MOST", 1)
    book.write_text(HEAD, encoding="utf-8")
    assert "  event " not in run("show", "amt").out
    run("list", "--rows", "figures")
    assert "event       Dammbruch Brunzel (derived)" in run("show", "amt").out
    book.write_text(HEAD + "\nrulings: []\n", encoding="utf-8")
    assert "event       Dammbruch Brunzel (derived)" in run("show", "amt").out


@pytest.mark.parametrize(
    ("said", "faced"),
    [("", 0), ("{name: Damm, articles: [damm-a, damm-b]}", 1)],
)
def test_sides_of_one_event_face_each_other(run: Run, book: Path, said: str, faced: int) -> None:
    book.write_text(HEAD + (f"events:\n  - {said}\n" if said else ""), encoding="utf-8")
    ran = run("diff", "damm-a", "damm-b")
    assert ("1 on the same thing" in ran.err) == bool(faced), ran.err


def test_sides_of_two_events_do_not(run: Run, book: Path) -> None:
    alike = HEAD.replace("Streit im Rat", "Der Dammbruch bei Brunzel")
    alike = alike.replace("Es gebe", "Bei dem Dammbruch in Brunzel gebe es")
    book.write_text(alike, encoding="utf-8")
    assert "1 on the same thing" in run("diff", "damm-a", "damm-b").err
    book.write_text(f"{alike}events:\n  - {{name: D, articles: [damm-a], apart: [damm-b]}}\n")
    assert "on the same thing" not in run("diff", "damm-a", "damm-b").err
