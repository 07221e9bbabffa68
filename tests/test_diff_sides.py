"""What can be the two sides of a diff."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run

LEDGER = """
articles:
  - {id: alt, title: Brücke in Linz gesperrt, published: 2021-03-02, outlet: Donaubote,
     agencies: [APA]}
  - {id: neu, title: Brücke in Linz wieder offen, published: 2021-09-02, outlet: Kurier,
     agencies: [APA]}
claims:
  - {id: risse, actor: Stadtrat Moser, article: alt, quote: "die Brücke in Linz habe Risse",
     stance: denies}
  - {id: sperre, actor: Polizei, article: alt, quote: "in Linz seien 40 Autos umgeleitet worden",
     figures: [{text: 40, what: Autos, state: affected}]}
  - {id: doch, actor: Stadtrat Moser, article: neu, quote: "die Brücke in Linz habe Risse",
     stance: confirms}
  - {id: stau, actor: Autoclub, article: neu, quote: "in Linz seien 900 Autos umgeleitet worden",
     said: 2021-03-02, figures: [{text: 900, what: Autos, state: affected}]}
"""


@pytest.fixture
def bridge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("claims.yaml").write_text(LEDGER, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "typed",
    [
        ("alt", "neu"),
        ("outlet=Donaubote", "Kurier"),
        ("--a", "outlet=donaubote", "--b", "outlet=kurier"),
        ("--b", "article=neu", "alt"),
        ("--a", "agency=APA,outlet=Donaubote", "--b", "agency=apa,outlet=Kurier"),
        ("--a", "agency=APA", "--a", "outlet=Donaubote", "--b", "outlet=Kurier"),
    ],
)
def test_sides(run: Run, bridge: Path, typed: tuple[str, ...]) -> None:
    records = json.loads(run("diff", *typed, "--format", "json").out)
    told = {(one["where"], one["a"] and one["a"]["id"], one["b"] and one["b"]["id"])
            for one in records}  # fmt: skip
    faced = [pair for pair in told if pair[0] == "same thing"]
    assert ("same thing", "risse", "doch") in faced
    assert not [one for one in records if one["where"] == "both"]


def test_one_actor_over_two_periods(run: Run, bridge: Path) -> None:
    ran = run("diff", "--a", "actor=Moser,until=2021-06", "--b", "actor=Moser,since=2021-06")
    assert "On the same thing (1)" in ran.out
    assert "conflict: Stadtrat Moser denied" in ran.out
    assert "both draw on APA" in ran.err


@pytest.mark.parametrize(
    ("typed", "claims"),
    [
        ("outlet=Donaubote, Der", {"sperre"}),
        ("outlet=Donaubote, Der,stance=asserts", {"sperre"}),
        ("stance=asserts, outlet=Donaubote, Der", {"sperre"}),
        ("actor=Polizei,actor=Autoclub", {"sperre", "stau"}),
    ],
)
def test_a_value_may_hold_a_comma(run: Run, bridge: Path, typed: str, claims: set[str]) -> None:
    text = LEDGER.replace("outlet: Donaubote", 'outlet: "Donaubote, Der"')
    text = text.replace("stance: denies", "stance: denies, status: rejected")
    Path("claims.yaml").write_text(text, encoding="utf-8")
    records = json.loads(run("diff", "--a", typed, "--b", "neu", "--format", "json").out)
    found = {one["a"]["id"] for one in records if one["a"]}
    assert found - {"risse"} == claims


def test_an_outlet_is_called_as_it_was_typed(run: Run, bridge: Path) -> None:
    """Also where it has one article only, whose id is not what was typed."""
    assert run("diff", "kurier", "alt").err.startswith(
        "0 in both, 2 on the same thing (2 conflicts), 0 only in kurier, 0 only in alt"
    )


def test_the_words_that_differ_are_marked(run: Run, bridge: Path) -> None:
    text = LEDGER.replace("actor: Autoclub", "actor: Polizei")
    Path("claims.yaml").write_text(text, encoding="utf-8")
    ran = run("diff", "alt", "neu")
    assert "  │ in Linz seien ⟦40⟧ Autos umgeleitet worden" in ran.out
    assert "  │ in Linz seien ⟦900⟧ Autos umgeleitet worden" in ran.out
    assert "    figures: 40 Autos against 900 Autos · apart by 860, 22.5 times" in ran.out
    assert "    both articles carry APA" in ran.out
    (both,) = (
        one
        for one in json.loads(run("diff", "alt", "neu", "--format", "json").out)
        if one["where"] == "both"
    )
    assert both["agencies"] == ["APA"]


def test_a_side_of_several_articles_names_them(run: Run, bridge: Path) -> None:
    ran = run("diff", "--a", "agency=APA", "--b", "actor=Autoclub")
    assert "Polizei · (2021-03-02) · asserts · stated · alt · sperre" in ran.out
    assert "Autoclub" not in run("diff", "alt", "alt").out
    assert "· alt ·" not in run("diff", "alt", "neu").out


def test_an_agency_that_both_copy_is_told(run: Run, bridge: Path) -> None:
    assert "both draw on APA: what both have may be one report" in run("diff", "alt", "neu").err


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (("alt",), "expected two sides, not 1"),
        (("alt", "neu", "--a", "actor=Moser"), "expected two sides, not 3"),
        (("alt", "outlet"), "'outlet' is not an article, outlet, ledger file or revision"),
        (("alt", "paper=Kurier"), "'paper' is none of outlet"),
        (("alt", "actor="), "expected NAME=VALUE"),
        (("alt", "actor=Niemand"), "no claim matches actor=Niemand"),
        (("alt", "stance=sagt"), "--stance: 'sagt'"),
    ],
)
def test_what_is_refused(run: Run, bridge: Path, typed: tuple[str, ...], told: str) -> None:
    ran = run("diff", *typed)
    assert ran.code == 2
    assert told in ran.err


def test_of_two_versions_only_what_changed_is_shown(run: Run, bridge: Path) -> None:
    changed = LEDGER.replace("40 Autos umgeleitet worden", "45 Autos umgeleitet worden")
    changed = changed.replace("stance: denies", "stance: doubts")
    Path("new.yaml").write_text(changed, encoding="utf-8")
    ran = run("diff", "claims.yaml", "new.yaml")
    assert ran.out.splitlines() == [
        "In both, with differences (2)",
        "─────────────────────────────",
        "  Stadtrat Moser · (2021-03-02) · doubts · stated · alt · risse",
        "  │ die Brücke in Linz habe Risse",
        "    stance: denies against doubts",
        "",
        "  Polizei · (2021-03-02) · asserts · stated · alt · sperre",
        "A │ in Linz seien ⟦40⟧ Autos umgeleitet worden",
        "B │ in Linz seien ⟦45⟧ Autos umgeleitet worden",
        "",
    ]
    assert ran.err.startswith("4 in both (2 of them differ)")
    assert len(json.loads(run("diff", "claims.yaml", "new.yaml", "--format", "json").out)) == 4


def test_words_that_both_articles_have_are_shown_once(run: Run, bridge: Path) -> None:
    text = LEDGER.replace("stance: confirms", "stance: denies")
    Path("claims.yaml").write_text(text, encoding="utf-8")
    assert run("diff", "alt", "neu").out.splitlines()[:6] == [
        "In both (1)",
        "───────────",
        "A Stadtrat Moser · (2021-03-02) · denies · stated · risse",
        "B Stadtrat Moser · (2021-09-02) · denies · stated · doch",
        "  │ die Brücke in Linz habe Risse",
        "    both articles carry APA",
    ]
